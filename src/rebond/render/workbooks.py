"""The workbooks people fill: case sheet, log, posts collected by hand. French and English side by side.

What stands in a hidden first column lets the readers (importers/people) know questions, examples and confirmations.
"""

from collections.abc import Sequence

from rebond.importers.people.marks import EXAMPLE, mark
from rebond.importers.people.questions import PARTS, Question
from rebond.render._book import ENGLISH, FRENCH, Book, Column, Sheet, both, label, labels
from rebond.sentences import N_

EMPTY_ROWS = 200
MARK = Column(field="mark", title=N_("Mark"), width=4, hidden=True)
HINTS = {
    "date": N_("As you know it: 2025-10-14, 14 October, Tuesday. Empty: same day as above."),
    "time": N_("As you know it: 5:05 pm, around 2 pm, afternoon, before noon."),
    "what": N_("One act a row, as you would say it. An event outside the organisation counts too."),
    "kind": N_("Choose, or leave empty: we will propose one from the words."),
    "channel": N_("Where it was published. Several: separate them with commas."),
    "who": N_("A role, not a name: head of communications, customer service."),
    "from": N_("A day, or a day and an hour: 2025-10-14, 8:00."),
    "to": N_("A day counts until its last minute."),
}


def _column(field: str, title: str, width: float, choices: str | None = None) -> Column:
    return Column(field=field, title=title, width=width, choices=choices, hint=HINTS.get(field))


LOG_COLUMNS = (
    MARK,
    _column("date", N_("Date"), 13), _column("time", N_("Time"), 14), _column("what", N_("What was done"), 44),
    _column("kind", N_("Kind"), 24, "kind"), _column("visibility", N_("Visibility"), 14, "visibility"),
    _column("channel", N_("Channel"), 16, "channel"), _column("lang", N_("Language"), 15, "lang"),
    _column("who", N_("Who (role)"), 20), _column("decided", N_("Decided at"), 11),
    _column("drafted", N_("Drafted at"), 11), _column("approved", N_("Approved at"), 12),
    _column("published", N_("Published at"), 12), _column("note", N_("Remark"), 28),
)  # fmt: skip
CONFIRM_COLUMNS = (
    MARK,
    _column("said", N_("What you confirm"), 62), _column("yes", N_("Yes"), 14, "yes"),
    _column("from", N_("From"), 20), _column("to", N_("To"), 20), _column("by", N_("By (role)"), 28),
)  # fmt: skip
CONFIRMED = {
    "actions": N_("The log holds all our public acts of this period."),
    "monitoring": N_("Social media were watched throughout this period."),
    "own_account": N_("The export holds all our own posts of this period."),
}


# --- case sheet ------------------------------------------------------------------------------------------
CASE_COLUMNS = (
    MARK,
    Column(field="fr", title=N_("Question in French"), width=42),
    Column(field="en", title=N_("Question in English"), width=42),
    Column(field="answer", title=N_("Answer"), width=46),
    Column(field="example", title=N_("Example"), width=40),
)
CHOICES = {"kind": ("org_kind", ("unknown",)), "privacy_regime": ("privacy_regime", ())}


def case_sheet() -> bytes:
    """The case sheet to fill, one question a row."""
    lists = {name: labels(vocabulary, hidden) for name, (vocabulary, hidden) in CHOICES.items()}
    name = both(N_("Case sheet"), " · ")
    book = Book(name, lists)
    sheet = book.sheet(name, CASE_COLUMNS, (
        N_("Case sheet"),
        N_("Answer what you know in the column “Answer”, in either language. Leave the rest empty: it stays unknown."),
        N_("For both pages, write both languages in one cell, French first: prélevés deux fois // charged twice."),
    ), pages=1)  # fmt: skip
    for part in PARTS:
        sheet.band(part.title)
        for question in part.questions:
            _ask(sheet, question)
    return book.close()


def _ask(sheet: Sheet, question: Question) -> None:
    french, _, english = both(question.text).partition("\n")
    if question.key in CHOICES:
        sheet.offer_here(3, question.key)
    cells = (question.key, french, english, "", both(question.example))
    sheet.write(cells, ("mark", "question", "question", "answer", "hint"), height=34)


# --- log -----------------------------------------------------------------------------------------------
def log_lists() -> dict[str, Sequence[str]]:
    """What the drop-downs of a log offer."""
    french, english = label("language", "fr"), label("language", "en")
    channels = ("x", "facebook", "instagram", "linkedin", "youtube", "tiktok", "web", "newsletter", "email", "phone",
                "intranet", "news", "radio", "tv", "in_person")  # fmt: skip
    return {
        "kind": labels("action_kind", ("silence", "unknown")) + labels("event_kind", ("unknown",)),
        "visibility": labels("visibility"),
        "channel": tuple(label("platform", key) for key in channels),
        "lang": (french, english, both(N_("French and English"), " / ")),
        "yes": (both(N_("Yes"), " / "),),
    }


def log() -> bytes:
    """The log to fill, three examples first, then a page to confirm what is complete."""
    name = both(N_("Log"), " · ")
    book = Book(name, log_lists())
    sheet = book.sheet(name, LOG_COLUMNS, (
        N_("Log of what was done"),
        N_("One act a row, even rough: “Tuesday pm” and “around 2 pm” are understood and stay imprecise."),
        N_("What is not written here will read “not recorded”, never “not done”. The examples in grey are not read."),
    ))  # fmt: skip
    for example in _examples():
        sheet.write((mark(EXAMPLE, example), *example), ("mark", *["example"] * len(example)), height=48)
    sheet.blank(EMPTY_ROWS)
    confirm(book)
    return book.close()


def _examples() -> tuple[tuple[str, ...], ...]:
    note = both(N_("Example, not read"))
    kind = {key: label("action_kind", key) for key in ("detection", "statement")}
    public, internal = label("visibility", "public"), label("visibility", "internal")
    return (
        ("2025-10-14", both(N_("around 5:30 pm")), both(N_("A member flags the double charge")), kind["detection"],
         internal, "", "", both(N_("customer service")), "", "", "", "", note),
        ("2025-10-15", "11:05", both(N_("Notice posted, in English only")), kind["statement"], public,
         label("platform", "facebook"), label("language", "en"), both(N_("communications")), "9:10", "9:30", "10:45",
         "11:05", note),
        ("2025-10-15", both(N_("evening")), both(N_("Story on the evening news")), label("event_kind", "news"), "",
         label("platform", "tv"), "", "", "", "", "", "", note),
    )  # fmt: skip


def confirm(book: Book) -> None:
    """The page on which people confirm that a record is complete (domain.md A1)."""
    sheet = book.sheet(both(N_("Confirm"), " · "), CONFIRM_COLUMNS, (
        N_("What you can confirm"),
        N_("Only what somebody confirms complete can show a silence or a zero. Leave empty what you are not sure of."),
    ))  # fmt: skip
    for what, said in CONFIRMED.items():
        sheet.offer()
        cells = (mark(f"confirm-{what}", ()), both(said), "", "", "", "")
        sheet.write(cells, ("mark", "question", "answer", "answer", "answer", "answer"), height=36)


# --- posts collected by hand ----------------------------------------------------------------------------
HAND_COLUMNS = (
    ("url", N_("Link"), 40, None), ("date", N_("Date"), 14, None), ("time", N_("Time"), 13, None),
    ("platform", N_("Platform"), 18, "platform"), ("author", N_("Account"), 20, None), ("text", N_("Text"), 58, None),
    ("shot", N_("Screenshot"), 30, None), ("note", N_("Remark"), 30, None),
)  # fmt: skip
HAND_HINTS = {
    "url": N_("The address, as copied. For X, Bluesky, Mastodon, LinkedIn, TikTok, Instagram and Discord, it gives the "
              "date."),
    "date": N_("With its year: 2025-10-14, 14 October 2025. Not needed where the link gives it."),
    "time": N_("As you know it: 5:05 pm, around 2 pm, afternoon. Empty: the day alone."),
    "shot": N_("Name of the picture, in the same folder as this file: capture-1.png. Several: with semicolons."),
    "note": N_("For you: it is read nowhere."),
}  # fmt: skip


def hand_collected() -> bytes:
    """Posts that people pick and type: read by importers/by_hand. The example stands above the header, unread."""
    brands = ("x", "facebook", "instagram", "linkedin", "youtube", "tiktok", "reddit", "bluesky", "mastodon", "threads",
              "discord", "telegram", "whatsapp", "tripadvisor", "trustpilot", "google_reviews", "forum",
              "news")  # fmt: skip
    offered = {"platform": tuple(label("platform", key) for key in brands)}
    book = Book(both(N_("Collected by hand"), " · "), offered)
    sheet = book.sheet(both(N_("By hand"), " · "), tuple(map(_imported, HAND_COLUMNS)), (
        N_("Posts collected by hand"),
        N_("One post a row; a link is enough where it gives the date. They are told in order of time and never "
           "counted: you chose them."),
        N_("For example: https://… · 2025-10-14 · 17:05 · Facebook · a member · “Charged twice!” · capture-1.png"),
    ))  # fmt: skip
    sheet.blank(EMPTY_ROWS)
    return book.close()


def _imported(column: tuple[str, str, float, str | None]) -> Column:
    """A header that importers of posts recognise: they read past what stands in brackets."""
    field, title, width, choices = column
    french, english = FRENCH.say(title), ENGLISH.say(title)
    named = french if french == english else f"{french} ({english})"
    return Column(field=field, title=title, width=width, choices=choices, named=named, hint=HAND_HINTS.get(field))
