"""Pasted conversations and mails (WhatsApp, Teams, Slack, Outlook, Gmail, .eml): a message with a time is an entry."""

import email
import email.policy
import email.utils
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date

from rebond.importers.people.carry import Carry, first_day
from rebond.importers.people.clocks import find_clocks
from rebond.importers.people.days import Nearby
from rebond.importers.people.entries import Entry, Found
from rebond.importers.people.folding import fold, squeeze
from rebond.importers.people.leading import leading
from rebond.importers.people.times import Reading, day_order, read_time
from rebond.importers.source import CUT, Problem

_WHO = r"(?P<who>[^\n:]{1,60})"
_CLOCK = r"\d{1,2}\s?[h:.]\s?\d{2}(?::\d{2})?(?:\s?[ap]\.?\s?m\.?)?"
_DAY = r"(?:\d{1,4}[/.-]\d{1,2}(?:[/.-]\d{2,4})?|\d{1,2} \w{3,9}\.?(?: \d{4})?|\w{3,9}\.? \d{1,2}(?:, \d{4})?)"
# One form a tool. when: the time; who: the sender, whose name is not kept; text: the message, when it is on the line.
_HEADS = tuple(re.compile(form, re.IGNORECASE) for form in (
    rf"^\[?(?P<when>{_DAY},?(?: à| at)?\s+{_CLOCK})\]?\s*[-–]?\s*{_WHO}:\s(?P<text>.*)$",          # WhatsApp
    rf"^\[(?P<when>(?:{_DAY},?\s+)?{_CLOCK})\]\s*{_WHO}(?::\s?(?P<text>.*))?$",                     # Teams
    rf"^{_WHO}\s{{1,4}}\[?(?P<when>(?:{_DAY},?(?: à| at)?\s+)?{_CLOCK})\]?\s*(?P<text>)$",          # Slack
    rf"^(?:le|on)\s+(?P<when>[^\n]{{6,60}}?{_CLOCK}),?\s+{_WHO}\s+(?:a écrit|wrote)\s?:(?P<text>)$",  # a quoted mail
))  # fmt: skip
_SENT = re.compile(r"^[>\s*]*(?:envoyé|sent|date)\s?\*?\s?:\s*(?P<when>.{6,80})$", re.IGNORECASE)
_SUBJECT = re.compile(r"^[>\s*]*(?:objet|subject)\s?\*?\s?:\s*(?P<text>.*)$", re.IGNORECASE)
_HEADER = re.compile(r"^[>\s*]*(?:de|from|à|to|cc|cci|bcc|répondre à|reply-to|importance)\s?\*?\s?:.*$", re.IGNORECASE)
_OF_SYSTEM = re.compile(
    r"chiffré|encrypted|a rejoint|a quitté|joined|left the|médias? omis|media omitted|created group|a créé le groupe"
)


@dataclass(slots=True)
class Message:
    """One message being read."""

    line: int
    when: str
    who: str = ""
    subject: str = ""
    is_mail: bool = False
    is_day: bool = False  # a line that says the day of the messages below it
    lines: list[str] = field(default_factory=list)

    @property
    def told(self) -> tuple[str, str]:
        """(title, rest): the subject, else the first line."""
        body = [squeeze(line.lstrip("> ")) for line in self.lines if line.strip("> \t")]
        return (self.subject, " ".join(body)) if self.subject else (body[0] if body else "", " ".join(body[1:]))


def looks_like_messages(text: str) -> bool:
    """Whether the text is a pasted conversation or mail: two heads of messages, or one of a mail."""
    lines = text[:200_000].split("\n")
    heads = sum(_head(line) is not None for line in lines)
    mails = any(_SENT.match(line[:200]) for line in lines) and any(_SUBJECT.match(line[:400]) for line in lines)
    return heads >= 2 or mails or any(_HEADS[3].match(line[:300]) for line in lines)


def messages_of(text: str, near: date | None) -> Iterator[Found]:
    """Every message with a time; lines that belong to none are told."""
    messages, strays = _cut(text)
    whens = [message.when for message in messages]
    known = near or first_day(whens)
    order, _ = day_order(whens, known)
    carry = Carry(Nearby(day=known, order=order))
    yield from strays
    for message in messages:
        time, (title, rest) = carry.read(message.when), message.told
        if message.is_day and time is not None and not title:
            continue
        if time is None:
            yield Problem(message.line, "time-not-understood", "when", message.when[:CUT], refused=True)
        elif not title or _OF_SYSTEM.search(fold(title)):
            yield Problem(message.line, "no-text", "what", (title or message.who)[:CUT], refused=True)
        else:
            cells = {
                "who": message.who,
                "note": rest[:1000],
                "spoken": "",
                "channel": "email" if message.is_mail else "",
            }
            yield Entry(line=message.line, time=time, text=title, cells=cells)


def _cut(text: str) -> tuple[list[Message], list[Problem]]:
    messages: list[Message] = []
    strays: list[Problem] = []
    in_header = False
    for n, line in enumerate(text.split("\n"), start=1):
        short = line[:2000]
        sent, subject, found = _SENT.match(short), _SUBJECT.match(short), _head(short)
        if sent:
            messages.append(Message(n, sent["when"], is_mail=True))
            in_header = True
        elif in_header and subject and messages:
            messages[-1].subject = squeeze(subject["text"])
        elif _HEADER.match(short):
            continue
        elif found:
            who = found["who"].strip()
            messages.append(Message(n, found["when"], who, lines=[found["text"]] if found["text"] else []))
            in_header = False
        elif _is_day(short):
            messages.append(Message(n, squeeze(short.strip("-– \t")), is_day=True))
        elif messages:
            messages[-1].lines.append(line)
            in_header = in_header and not line.strip()
        elif line.strip():
            strays.append(Problem(n, "no-time", "when", squeeze(short)[:CUT], refused=True))
    return messages, strays


def _is_day(line: str) -> bool:
    """Whether a line says a day and nothing else: "Tuesday, October 14th"."""
    bare = line.strip("-– \t\u200e")
    if not 3 < len(bare) < 40:
        return False
    time, rest = leading(bare, Nearby(day=date(2000, 1, 1), carried=True))
    return bool(time) and not rest and not find_clocks(fold(bare)) and any(sign.isalnum() for sign in bare)


def _head(line: str) -> re.Match[str] | None:
    """The head of a message, when its time can be read."""
    bare = line[:2000].replace("\u200e", "").replace("\u202f", " ").replace("\u00a0", " ").strip()
    here = Nearby(day=date(2000, 1, 1), carried=True)
    for form in _HEADS:
        found = form.match(bare)
        if found and read_time(found["when"], here) is not None:
            return found
    return None


# --- .eml ----------------------------------------------------------------------------------------------
def is_mail_file(data: bytes) -> bool:
    """Whether the bytes begin with the headers of a mail."""
    head = data[:4000].lstrip(b"\xef\xbb\xbf\r\n ")
    named = (rb"[A-Za-z-]{2,40}:\s?\S", rb"(?mis).*^date:\s", rb"(?mis).*^(?:from|message-id|mime-version|received):\s")
    return all(re.match(form, head) for form in named)


def mail_of(data: bytes) -> tuple[Entry | None, str]:
    """The mail as one entry (its subject, at its date), and the text of its body."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    body = message.get_body(("plain", "html"))
    text = str(body.get_content()) if body is not None else ""
    if body is not None and body.get_content_type() == "text/html":
        text = re.sub(r"<[^<>]{0,2000}>", " ", re.sub(r"(?i)<br\s*/?>|</p>|</div>|</tr>", "\n", text))
    try:
        sent = email.utils.parsedate_to_datetime(str(message["date"] or "")).astimezone(UTC)
    except (ValueError, TypeError, OverflowError):
        return None, text
    at = sent.replace(tzinfo=None, second=0, microsecond=0)
    time = Reading(at, at, at.date(), True, True, zone="UTC")
    subject = squeeze(str(message["subject"] or "")) or squeeze(text[:200])
    return (Entry(line=1, time=time, text=subject, cells={"channel": "email"}) if subject else None), text
