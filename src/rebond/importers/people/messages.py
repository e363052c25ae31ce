"""Pasted conversations and mails (WhatsApp, Teams, Slack, Outlook, Gmail, .eml): a message with a time is an entry."""

import email
import email.policy
import email.utils
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date

from rebond.importers.people.carry import Carry, first_day
from rebond.importers.people.clocks import clock_of, find_clocks
from rebond.importers.people.days import Nearby
from rebond.importers.people.entries import Entry, Found, left_out, lines_of
from rebond.importers.people.folding import fold, squeeze
from rebond.importers.people.leading import leading
from rebond.importers.people.times import Reading, day_order, read_time
from rebond.importers.source import CUT, Problem

_WHO = r"(?P<who>[^\n:]{1,60})"
_CLOCK = r"\d{1,2}\s?[h:.]\s?\d{2}(?::\d{2})?(?:\s?[ap]\.?\s?m\.?)?(?!\s?[ap]\.?\s?m\b)"
_DAY = (
    r"(?:(?:\w{3,9}\.?,? )?(?:\d{1,4}[/.-]\d{1,2}(?:[/.-]\d{2,4})?|\d{1,2} \w{3,9}\.?,?(?: \d{4})?"
    r"|\w{3,9}\.? \d{1,2}(?:st|nd|rd|th)?(?:, \d{4})?)"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|wed|thu|fri|sat|sun)\.?"
    r"|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|yesterday|today|hier|aujourd['’]hui)"
)
# One form a tool. when: the time; who: the sender, whose name is not kept; text: the message, when it is on the line.
_HEADS = tuple(re.compile(form, re.IGNORECASE) for form in (
    rf"^\[?(?P<when>{_DAY},?(?: à| at)?\s+{_CLOCK})(?:\]|\s+[-–])\s*{_WHO}:\s(?P<text>.*)$",          # WhatsApp
    rf"^\[(?P<when>(?:{_DAY},?\s+)?{_CLOCK})\]\s*{_WHO}(?::\s?(?P<text>.*))?$",                     # Teams
    rf"^{_WHO}\s{{1,4}}\[?(?P<when>(?:{_DAY},?(?: à| at)?\s+)?{_CLOCK})\]?\s*(?P<text>)$",          # Slack
    rf"^(?:le|on)\s+(?P<when>[^\n]{{6,60}}?{_CLOCK}),?\s+{_WHO}\s+(?:a écrit|wrote)\s?:(?P<text>)$",  # a quoted mail
))  # fmt: skip
_SENT = re.compile(r"^[>\s*]*(?:envoyé|sent|date)\s?\*?\s?:\s*(?P<when>.{6,80})$", re.IGNORECASE)
_SUBJECT = re.compile(r"^[>\s*]*(?:objet|subject)\s?\*?\s?:\s*(?P<text>.*)$", re.IGNORECASE)
_HEADER = re.compile(r"^[>\s*]*(?:de|from|à|to|cc|cci|bcc|répondre à|reply-to|importance)\s?\*?\s?:.*$", re.IGNORECASE)
# A day that only the moment of pasting could tell: "Today", "Hier".
_UNTOLD_DAY = re.compile(r"\b(?:today|yesterday|aujourd'hui|hier)\b")
_NAME = re.compile(r"[^\W\d_a-z][^\s\d]*(?: [^\W\d_a-z][^\s\d]*){0,3}")  # "Sam Roy", alone on a line above the hour
_HOUR_ALONE = re.compile(rf"^\[?(?P<when>(?:{_DAY},?(?: à| at)?\s+)?{_CLOCK})\]?$", re.IGNORECASE)
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
    is_letter: bool = False  # a mail or a quoted one: its lines may tell acts with their hours
    is_day: bool = False  # a line that says the day of the messages below it
    lines: list[tuple[int, str]] = field(default_factory=list)  # with their numbers

    @property
    def told(self) -> tuple[str, str]:
        """(title, rest): the subject, else the first line."""
        body = [squeeze(line.lstrip("> ")) for _, line in self.lines if line.strip("> \t")]
        return (self.subject, " ".join(body)) if self.subject else (body[0] if body else "", " ".join(body[1:]))


def looks_like_messages(text: str) -> bool:
    """Whether the text is a pasted conversation or mail: two heads of messages, or one of a mail."""
    lines = text[:200_000].split("\n")
    heads = sum(_head(line) is not None for line in lines) + len(_named_above(lines))
    mails = any(_SENT.match(line[:200]) for line in lines) and any(_SUBJECT.match(line[:400]) for line in lines)
    return heads >= 2 or mails or any(_HEADS[3].match(line[:300]) for line in lines)


def messages_of(text: str, near: date | None) -> Iterator[Found]:
    """Every message with a time; lines that belong to none are told."""
    messages, strays = _cut(text)
    whens = [message.when for message in messages]
    known = near or first_day(whens)
    order, _ = day_order(whens, known)
    carry = Carry(Nearby(day=known, order=order, clock=clock_of(map(fold, whens))))
    yield from strays
    for message in messages:
        time, (title, rest) = _time_of(message, carry), message.told
        inside = list(_timed_lines(message, time)) if message.is_letter and time else []
        if message.is_day and not title:
            continue
        if inside:
            yield from inside
        elif time is None:
            yield left_out(message.line, message.when, title)
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


def _time_of(message: Message, carry: Carry) -> Reading | None:
    """The time of a message. Below "Today", nobody knows the day: the one above does not hold any more."""
    if _UNTOLD_DAY.search(fold(message.when)):
        carry.near, carry.last = replace(carry.near, carried=False), None
        return None
    return carry.read(message.when)


def _timed_lines(message: Message, sent: Reading) -> Iterator[Found]:
    """The acts that the lines of a mail tell with their hour. Its other lines are prose."""
    body = [(n, bare) for n, line in message.lines if (bare := line.lstrip(">").removeprefix(" ")).strip()]
    for found in lines_of(body, sent.day, dated=True):
        if isinstance(found, Entry) and found.time.has_clock:
            yield found


def _cut(text: str) -> tuple[list[Message], list[Problem]]:
    messages: list[Message] = []
    strays: list[Problem] = []
    in_header = False
    lines = text.split("\n")
    named = _named_above(lines)
    for n, line in enumerate(lines, start=1):
        short = line[:2000]
        sent, subject, found = _SENT.match(short), _SUBJECT.match(short), _head(short)
        if sent:
            messages.append(Message(n, sent["when"].strip(), is_mail=True, is_letter=True))
            in_header = True
        elif in_header and subject and messages:
            messages[-1].subject = squeeze(subject["text"])
        elif _HEADER.match(short):
            continue
        elif n in named:
            (messages[-1].lines if messages else strays).pop()  # the name stood on the line above
            messages.append(Message(n, named[n], squeeze(lines[n - 2])))
        elif found:
            who = found["who"].strip()
            said = [(n, found["text"])] if found["text"] else []
            messages.append(Message(n, found["when"], who, is_letter=found.re is _HEADS[3], lines=said))
            in_header = False
        elif _is_day(short):
            messages.append(Message(n, squeeze(short.strip("-– \t")), is_day=True))
        elif messages:
            messages[-1].lines.append((n, line))
            in_header = in_header and not line.strip()
        elif line.strip():
            strays.append(Problem(n, "no-time", "when", squeeze(short)[:CUT], refused=True))
    return messages, strays


def _named_above(lines: list[str]) -> dict[int, str]:
    """Hours alone on their line under a name, by line: as Teams copies them. The first line of all is then a name."""
    opening = next((squeeze(line) for line in lines if line.strip()), "")
    if not _NAME.fullmatch(opening):
        return {}
    hours = ((n, _HOUR_ALONE.match(squeeze(line[:60]))) for n, line in enumerate(lines, start=1) if n > 1)
    return {n: found["when"] for n, found in hours if found and _NAME.fullmatch(squeeze(lines[n - 2]))}


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
        found = form.match(bare.lstrip("> ") if form is _HEADS[3] else bare)
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
    time = _sent_at(str(message["date"] or ""))
    if time is None:
        return None, text
    subject = squeeze(str(message["subject"] or "")) or squeeze(text[:200])
    return (Entry(line=1, time=time, text=subject, cells={"channel": "email"}) if subject else None), text


def _sent_at(header: str) -> Reading | None:
    """The date of a mail, as mail programs write it, else as people do who copy it: "October 14, 2025"."""
    try:
        sent = email.utils.parsedate_to_datetime(header)
        at = sent.astimezone(UTC).replace(tzinfo=None, second=0, microsecond=0)
    except (ValueError, TypeError, OverflowError):
        return read_time(header, Nearby())
    return Reading(at, at, sent.date(), True, True, zone="UTC")  # its day is that of the clock it was sent by


def lines_above(data: bytes, body: str) -> int:
    """How many lines of the file stand above the body; 0 where it is written in a code and stands on no line."""
    lines = body.split("\n")
    n, opening = next(((n, line.strip().encode()) for n, line in enumerate(lines) if line.strip()), (0, b""))
    places = (at - n for at, line in enumerate(data.splitlines()) if opening and line.strip() == opening)
    return max(0, next(places, 0))
