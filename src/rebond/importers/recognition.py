"""The part of recognition all tables share: columns, dates, ids, what is carried, what must still be asked."""

import re
from collections.abc import Iterator, Mapping, Sequence
from zoneinfo import ZoneInfo

import pyarrow as pa

from rebond.errors import CountsNotPosts, NoDateColumn, NotATable, TooManyColumns, UnknownZone, UnreadableDates
from rebond.importers.clock import coherence, decide
from rebond.importers.collected import FIELD as COLLECTED
from rebond.importers.collected import Collection, find_collection, told_of_delays
from rebond.importers.columns import MOST_COLUMNS, NEARLY_ALL, map_columns, x_ids
from rebond.importers.dates import looks_like_date
from rebond.importers.format import Format, known_format
from rebond.importers.glimpse import Glimpse
from rebond.importers.guided.candidates import RIVALS, name_of, rivals
from rebond.importers.guided.fitting import as_mapped, mapped_columns, refuse_gone
from rebond.importers.guided.mapping import NO_MAPPINGS, Mappings, TableMapping
from rebond.importers.ids import all_rounded, is_platform_id, is_rounded, is_x_id, tells_apart, x_id_of_url
from rebond.importers.instants import first_and_last, read_column
from rebond.importers.names import forms, impostors, plain, synonyms
from rebond.importers.platforms import of_host
from rebond.importers.posts import join_time
from rebond.importers.source import ColumnMap, Dates, Recognition, Source
from rebond.sentences import N_, Listing, Sentence, Term, Verbatim, say

SAMPLE = 2_000  # rows looked at before deciding, spread over the file
FIELDS = ("published_at", "text", "handle", "native_id", "url", "platform", "lang_declared", "kind", "likes", "reposts",
          "replies", "views", "followers", "rating", "parent_id", "root_id", "repost_of", "author_name", "profile",
          "verified", "tone_declared", "is_owned")  # fmt: skip
REVIEWS = ("google_reviews", "google_play", "app_store", "trustpilot", "tripadvisor", "yelp", "glassdoor")

ZONE = N_("In which time zone are its dates? The file does not say; UTC is assumed.")
ORDER = N_("Is %(example)s the day first or the month first? The file leaves a doubt; the day first is assumed.")
NAME = N_("“%(name)s”")
RIVAL = N_(
    "Which column holds this: %(field)s? It could be %(names)s; the first is assumed. To choose, type in a terminal: "
    "rebond check %(file)s"
)
NO_TEXT = N_("It holds no text: posts are counted, not read.")
NO_IDS = N_("It holds no id that can be trusted: repeats are told by account, time and text.")
ROUNDED = N_("A spreadsheet has rounded its ids: they are not used.")
BY_IDS = N_("It has no column of dates: each post is dated by its X id.")
OFFSETS_WRONG = N_("The offsets beside its times are wrong: its X ids prove that the times are those of %(zone)s.")
GIVEN_WRONG = N_("Its X ids prove that its times are those of %(zone)s, not of %(given)s.")
WRITTEN_BY = N_("%(tool)s export, %(format)s")
READ_WITH = N_("%(format)s, read with the mapping “%(tool)s”")
NO_HEADER = N_("It has no line of column names: columns were recognised by what they hold.")

Rows = Sequence[Sequence[str]]


def recognise_table(glimpse: Glimpse, zone: str | None, mappings: Mappings = NO_MAPPINGS) -> Recognition:
    """What a table is.

    Raises NoDateColumn, NotATable, UnreadableDates, CountsNotPosts, TooManyColumns, UnknownZone, MappingDoesNotFit.
    """
    check_zone(zone)
    source, sample, details = glimpse.source, glimpse.sample, glimpse.details
    known, mapped = _told(glimpse, mappings)
    width = _width(source, glimpse.header, sample)
    mapping = mapped_columns(glimpse, mapped, width) if mapped else best_reading(glimpse, known)
    ids, rounded = _x_ids(mapping, sample, details)
    dates = _dates(source, mapping, sample, ids, zone, known or mapped)
    collection = _collection(mapping, sample, details, dates, zone)
    if mapped:
        dates = as_mapped(source, mapped, _when(mapping, sample), dates, any(ids))
    _refuse_counts(source, mapping, sample)
    own, urls, said = _identity(mapping, sample)
    made = known.gives if known else ()
    of_platform = is_platform_id(own, said) or "native_id" in made
    trusted = of_platform and not rounded
    by_url = any(urls) and tells_apart(urls, said)
    platform = "x" if sum(one is not None for one in ids) >= 0.98 * len(sample) else _only_platform(mapping, sample)
    stated = known or mapped
    platform = (stated.platform if stated else None) or platform
    carries = _carried({*mapping.columns, *made}, trusted or by_url, platform, dates)
    times = first_and_last(read_column(_when(mapping, sample), dates)) if dates.shape != "ids" else (None, None)
    return Recognition(
        importer=glimpse.importer, format=_written_by(glimpse.form, known, mapped),
        known=known.key if known else None, mapped=mapped, mapping=mapping, dates=dates, carries=carries,
        lacks=tuple(field for field in FIELDS if field not in carries), platform=platform,
        questions=(*_questions(mapping, sample, dates), *(() if known else _rivals(glimpse, mapping))),
        warnings=(*(known.notes if known else ()), *_warnings(mapping, dates, trusted or by_url, rounded, zone),
                  *([told_of_delays(collection, mapping.name_of(COLLECTED))] if collection else ())),
        rows_sampled=len(sample), first=times[0], last=times[1],
        details={**details, "width": width, "id_trusted": rounded or of_platform, "ids_rounded": rounded,
                 "url_trusted": by_url, "collection": collection,
                 "escaped": _is_escaped(cells_of(mapping, sample, "text")),
                 **_usual_kind(mapping, sample, platform, known)},
    )  # fmt: skip


def _told(glimpse: Glimpse, mappings: Mappings) -> tuple[Format | None, TableMapping | None]:
    """(format, mapping), one of the two or none. A person settled the mapping: it goes before what names tell.

    Raises MappingDoesNotFit for a file of no known format that no mapping given fits.
    """
    mapped = mappings.of(glimpse.header, glimpse.source.name, glimpse.source.size)
    known = None if mapped else glimpse.known or known_format(glimpse.header, glimpse.sample)
    if not (known or mapped) and mappings.given:
        refuse_gone(glimpse.source, glimpse.header, mappings.given[0])
    return known, mapped


def _written_by(form: Sentence, known: Format | None, mapped: TableMapping | None) -> Sentence:
    if mapped:
        return say(READ_WITH, tool=Verbatim(mapped.tool), format=form)
    return say(WRITTEN_BY, tool=known.name, format=form) if known else form


def check_zone(zone: str | None) -> None:
    """Raises UnknownZone for a name that is no IANA zone."""
    if zone is not None:
        try:
            ZoneInfo(zone)
        except (KeyError, ValueError, OSError):
            raise UnknownZone(zone=Verbatim(zone)) from None


def cells_of(mapping: ColumnMap, sample: Rows, field: str) -> list[str]:
    """The cells of a field, trimmed; empty where the field or the cell is missing."""
    at = mapping.at(field)
    return ["" if at is None or at >= len(row) else row[at].strip() for row in sample]


# --- columns ----------------------------------------------------------------------------------------
def _width(source: Source, header: Sequence[str], sample: Rows) -> int:
    widths = [len(row) for row in sample]
    usual = max(set(widths), key=lambda w: (widths.count(w), w)) if widths else 0
    width = max(len(header), usual)
    if width > MOST_COLUMNS:
        raise TooManyColumns(file=Verbatim(source.name), columns=width, most=MOST_COLUMNS)
    return width


def best_reading(glimpse: Glimpse, known: Format | None = None) -> ColumnMap:
    """Columns; a header one name short may lack the name of a first column of row numbers (R writes so)."""
    header, width = glimpse.header, _width(glimpse.source, glimpse.header, glimpse.sample)
    rows = [row[:width] for row in glimpse.sample]
    mapping = map_columns(header, rows, known)
    if header and len(header) == width - 1:
        moved = map_columns(("", *header), rows, known)
        if _named(moved) > _named(mapping):
            return moved
    return mapping


def _named(mapping: ColumnMap) -> int:
    return sum(how == "name" for how in mapping.by.values())


def _x_ids(mapping: ColumnMap, sample: Rows, details: Mapping[str, object]) -> tuple[list[str | None], bool]:
    """(the X id of each row, whether the id column was rounded by a spreadsheet).

    An address is believed. A number of the right length is an X id only if its clock agrees with the dates, since
    other platforms have numbers as long.
    """
    urls, own = cells_of(mapping, sample, "url"), cells_of(mapping, sample, "native_id")
    numeric = details.get("numeric")
    as_number = isinstance(numeric, frozenset) and mapping.at("native_id") in numeric
    rounded = all_rounded(own) or (as_number and any(len(one) > 15 for one in own))
    rounded = rounded or sum(map(is_rounded, own)) > len(own) / 2
    by_url = [x_id_of_url(url) for url in urls]
    ids = x_ids(dict(mapping.columns), sample)
    # A tool numbers posts of every network with ids as long as those of X: what its addresses prove is theirs alone.
    unproved = [None if proved else one for one, proved in zip(ids, by_url, strict=True)]
    return by_url if rounded or not _agree(mapping, sample, unproved) else ids, rounded


def _agree(mapping: ColumnMap, sample: Rows, ids: list[str | None]) -> bool:
    if mapping.at("published_at") is None:
        return _says_x(mapping, sample) and all(one is None or is_x_id(one) for one in ids)
    return coherence(cells_of(mapping, sample, "published_at"), ids) >= 0.9


def _says_x(mapping: ColumnMap, sample: Rows) -> bool:
    """Whether names or texts say that the ids are those of X."""
    if not mapping.header and set(mapping.columns) == {"native_id"}:
        return True  # a bare list of numbers as long as those of X
    name = plain(mapping.name_of("native_id")).split()
    return bool({"tweet", "tweets", "tweetid", "twitter", "status", "x"} & set(name)) or any(
        re.match(r"RT @\w+:", text) for text in cells_of(mapping, sample, "text")
    )


def _identity(mapping: ColumnMap, sample: Rows) -> tuple[list[str], list[str], list[tuple[str, str]]]:
    """(ids, addresses, what each row says: its date and its text)."""
    said = zip(cells_of(mapping, sample, "published_at"), cells_of(mapping, sample, "text"), strict=True)
    return cells_of(mapping, sample, "native_id"), cells_of(mapping, sample, "url"), list(said)


# --- dates ------------------------------------------------------------------------------------------
def _dates(
    source: Source, mapping: ColumnMap, sample: Rows, ids: list[str | None], zone: str | None,
    stated: Format | TableMapping | None,
) -> Dates:  # fmt: skip
    """How its dates are read. stated: who says in which zone and order they are written."""
    if mapping.at("published_at") is not None:
        name = f"{mapping.name_of('published_at')} {mapping.name_of('time')}"
        written, usual = (stated.zone, stated.order) if stated else (None, None)
        if isinstance(stated, TableMapping):  # said by a person, as --tz is, and of this very tool
            zone, written = written or zone, None
        return decide(_when(mapping, sample).to_pylist(), name, ids, zone, written, usual)
    if sum(one is not None for one in ids) >= NEARLY_ALL * max(1, len(sample)):
        return Dates(shape="ids", zone_is="proved")
    named = _named_date(mapping, sample)
    if named is not None:
        example = next((row[named].strip() for row in sample if named < len(row) and row[named].strip()), "")
        raise UnreadableDates(file=Verbatim(source.name), column=Verbatim(mapping.header[named]),
                              example=Verbatim(example[:60]))  # fmt: skip
    names = tuple(Verbatim(name.strip()[:40]) for name in mapping.header if name.strip())[:12]
    if not names:
        raise NotATable(file=Verbatim(source.name))
    raise NoDateColumn(file=Verbatim(source.name), columns=Listing(names))


def _collection(
    mapping: ColumnMap, sample: Rows, details: Mapping[str, object], dates: Dates, zone: str | None
) -> Collection | None:
    """How its delays are dated, if it holds any. details: `above`, lines above the table, where there are some."""
    above = details.get("above", ())
    cells = [cell for cell in cells_of(mapping, sample, COLLECTED) if cell]
    return find_collection(
        cells_of(mapping, sample, "published_at"), cells, mapping.name_of(COLLECTED),
        above if isinstance(above, tuple) else (), dates, zone,
    )  # fmt: skip


def _when(mapping: ColumnMap, sample: Rows) -> pa.StringArray:
    """The cells that say when: the date, with the hour of its own column where there is one."""
    days = pa.array(cells_of(mapping, sample, "published_at"), pa.string())
    if mapping.at("time") is None:
        return days
    return join_time(days, pa.array(cells_of(mapping, sample, "time"), pa.string()))


def _named_date(mapping: ColumnMap, sample: Rows) -> int | None:
    """A column that its name calls the date, though its cells are none."""
    wanted = {name.replace(" ", "") for name in synonyms()["published_at"]} - impostors("published_at")
    for at, name in enumerate(mapping.header):
        if wanted & set(forms(name)) and any(at < len(row) and row[at].strip() for row in sample):
            return at
    return None


def _refuse_counts(source: Source, mapping: ColumnMap, sample: Rows) -> None:
    """Dated counts (a series) are no posts: nobody, no text, no id, no address. Raises CountsNotPosts."""
    if not {"text", "title", "handle", "native_id", "url"} & set(mapping.columns):
        raise CountsNotPosts(file=Verbatim(source.name))


# --- what the file is -------------------------------------------------------------------------------
def _only_platform(mapping: ColumnMap, sample: Rows) -> str | None:
    """The platform of files that do not name it but are of one: YouTube addresses, reviews of one shop, DIDs."""
    named = any(cells_of(mapping, sample, "platform"))
    if not named and all(handle.startswith("did:") for handle in cells_of(mapping, sample, "handle")):
        return "bluesky"
    hosts = {of_host(url.split("//", 1)[1].split("/")[0]) for url in cells_of(mapping, sample, "url") if "//" in url}
    return hosts.pop() if len(hosts) == 1 and not named and not hosts & {"web", "news", "blog", "forum"} else None


def _usual_kind(mapping: ColumnMap, sample: Rows, platform: str | None, known: Format | None) -> dict[str, str]:
    """What a row is when nothing in it says so: a comment under a video, a review with stars, a post."""
    if known and known.kind:
        return {"kind": known.kind, "answer": "comment" if known.kind == "comment" else "reply"}
    urls = [url for url in cells_of(mapping, sample, "url") if url]
    comments = sum("&lc=" in url or "/comment/" in url for url in urls)
    named = {form for field in ("native_id", "text") for form in forms(mapping.name_of(field))}
    if comments > len(urls) / 2 or named & {"commentid", "commenttext", "commentaire", "comment"}:
        return {"kind": "comment", "answer": "comment"}
    stars = [cell for cell in cells_of(mapping, sample, "rating") if cell]
    return {"kind": "review"} if platform in REVIEWS or len(stars) > len(sample) / 2 else {"kind": "post"}


def _is_escaped(texts: Sequence[str]) -> bool:
    """Whether a whole column writes & as &amp; (X does): entities there, and hardly a bare & or <."""
    written = sum(len(re.findall(r"&(?:amp|lt|gt|quot|#39);", text)) for text in texts)
    bare = sum(len(re.findall(r"&(?!\w{2,8};|#\d{1,6};)|<", text)) for text in texts)
    return written >= 1 and bare * 20 <= written


def _carried(has: set[str], trusted: bool, platform: str | None, dates: Dates) -> tuple[str, ...]:
    if not trusted:
        has.discard("native_id")
    else:
        has.add("native_id")
    if platform or "url" in has:
        has.add("platform")
    if platform == "x" and "url" in has:
        has.add("handle")
    if "title" in has:
        has.add("text")
    if {"is_repost", "is_reply", "is_quote", "repost_of", "quote_of"} & has:
        has.add("kind")
    return tuple(field for field in FIELDS if field in has or (field == "published_at" and dates.shape == "ids"))


def _questions(mapping: ColumnMap, sample: Rows, dates: Dates) -> tuple[Sentence, ...]:
    asked = []
    if dates.zone_is == "assumed":
        asked.append(say(ZONE))
    if not dates.order_sure:
        example = next((v for v in cells_of(mapping, sample, "published_at") if looks_like_date(v)), "")
        asked.append(say(ORDER, example=Verbatim(example)))
    return tuple(asked)


def _rivals(glimpse: Glimpse, mapping: ColumnMap) -> Iterator[Sentence]:
    """Columns that could as well be the one read."""
    for field in RIVALS:
        names = tuple(say(NAME, name=Verbatim(name_of(glimpse, one.at))) for one in rivals(field, glimpse, mapping))
        if names:
            yield say(RIVAL, field=Term(vocabulary="post_field", key=field), names=Listing(names),
                      file=Verbatim(glimpse.source.name))  # fmt: skip


def _warnings(mapping: ColumnMap, dates: Dates, trusted: bool, rounded: bool, zone: str | None) -> tuple[Sentence, ...]:
    notes = []
    if not mapping.header and "mapping" not in mapping.by.values():
        notes.append(say(NO_HEADER))
    if dates.shape == "ids":
        notes.append(say(BY_IDS))
    if not dates.trust_offsets:
        notes.append(say(OFFSETS_WRONG, zone=Verbatim(dates.zone)))
    elif zone is not None and dates.zone_is == "proved" and dates.zone != zone and dates.shape != "ids":
        notes.append(say(GIVEN_WRONG, zone=Verbatim(dates.zone), given=Verbatim(zone)))
    if mapping.at("text") is None and mapping.at("title") is None:
        notes.append(say(NO_TEXT))
    if rounded:
        notes.append(say(ROUNDED))
    if not trusted:
        notes.append(say(NO_IDS))
    return tuple(notes)
