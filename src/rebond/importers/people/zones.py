"""Time zones as people name them: IANA, Windows, a city, "heure de Montréal", "Eastern"."""

import re
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from rebond.importers.people.folding import plain

# Windows names (Unicode CLDR windowsZones, territory 001) and everyday words, folded.
NAMES = {
    "utc": "UTC", "gmt": "UTC", "z": "UTC", "zulu": "UTC", "temps universel": "UTC",
    "coordinated universal time": "UTC",
    "eastern standard time": "America/New_York", "us eastern standard time": "America/Indianapolis",
    "central standard time": "America/Chicago", "mountain standard time": "America/Denver",
    "us mountain standard time": "America/Phoenix", "pacific standard time": "America/Los_Angeles",
    "atlantic standard time": "America/Halifax", "newfoundland standard time": "America/St_Johns",
    "canada central standard time": "America/Regina", "alaskan standard time": "America/Anchorage",
    "hawaiian standard time": "Pacific/Honolulu", "romance standard time": "Europe/Paris",
    "w europe standard time": "Europe/Berlin", "central europe standard time": "Europe/Budapest",
    "central european standard time": "Europe/Warsaw", "gmt standard time": "Europe/London",
    "greenwich standard time": "Atlantic/Reykjavik", "gtb standard time": "Europe/Bucharest",
    "e europe standard time": "Europe/Chisinau", "fle standard time": "Europe/Kiev",
    "russian standard time": "Europe/Moscow", "turkey standard time": "Europe/Istanbul",
    "israel standard time": "Asia/Jerusalem", "egypt standard time": "Africa/Cairo",
    "south africa standard time": "Africa/Johannesburg", "morocco standard time": "Africa/Casablanca",
    "w central africa standard time": "Africa/Lagos", "arab standard time": "Asia/Riyadh",
    "arabian standard time": "Asia/Dubai", "india standard time": "Asia/Kolkata",
    "china standard time": "Asia/Shanghai",
    "tokyo standard time": "Asia/Tokyo", "korea standard time": "Asia/Seoul",
    "singapore standard time": "Asia/Singapore",
    "aus eastern standard time": "Australia/Sydney", "e south america standard time": "America/Sao_Paulo",
    "argentina standard time": "America/Argentina/Buenos_Aires", "sa western standard time": "America/La_Paz",
    "new zealand standard time": "Pacific/Auckland",
    "eastern": "America/Toronto", "eastern time": "America/Toronto", "et": "America/Toronto", "est": "America/Toronto",
    "edt": "America/Toronto", "hae": "America/Toronto", "hne": "America/Toronto", "he": "America/Toronto",
    "heure de l est": "America/Toronto", "heure avancee de l est": "America/Toronto",
    "heure normale de l est": "America/Toronto", "quebec": "America/Toronto", "montreal": "America/Toronto",
    "ottawa": "America/Toronto", "gatineau": "America/Toronto", "laval": "America/Toronto",
    "sherbrooke": "America/Toronto", "ontario": "America/Toronto", "washington": "America/New_York",
    "boston": "America/New_York", "new york": "America/New_York",
    "central": "America/Chicago", "central time": "America/Chicago", "ct": "America/Chicago", "cst": "America/Chicago",
    "cdt": "America/Chicago", "heure du centre": "America/Chicago", "dallas": "America/Chicago",
    "mountain": "America/Denver", "mountain time": "America/Denver", "mst": "America/Denver", "mdt": "America/Denver",
    "heure des rocheuses": "America/Edmonton", "calgary": "America/Edmonton", "alberta": "America/Edmonton",
    "pacific": "America/Los_Angeles", "pacific time": "America/Los_Angeles", "pt": "America/Los_Angeles",
    "pst": "America/Los_Angeles", "pdt": "America/Los_Angeles", "hap": "America/Vancouver", "hnp": "America/Vancouver",
    "heure du pacifique": "America/Vancouver", "san francisco": "America/Los_Angeles", "seattle": "America/Los_Angeles",
    "atlantic": "America/Halifax", "atlantic time": "America/Halifax", "ast": "America/Halifax",
    "adt": "America/Halifax",
    "heure de l atlantique": "America/Halifax", "moncton": "America/Moncton", "terre neuve": "America/St_Johns",
    "paris": "Europe/Paris", "france": "Europe/Paris", "cet": "Europe/Paris", "cest": "Europe/Paris",
    "heure d europe centrale": "Europe/Paris", "heure de paris": "Europe/Paris", "hexagone": "Europe/Paris",
    "metropole": "Europe/Paris", "lyon": "Europe/Paris", "marseille": "Europe/Paris", "toulouse": "Europe/Paris",
    "belgique": "Europe/Brussels", "belgium": "Europe/Brussels", "bruxelles": "Europe/Brussels",
    "suisse": "Europe/Zurich", "switzerland": "Europe/Zurich", "geneve": "Europe/Zurich", "geneva": "Europe/Zurich",
    "lausanne": "Europe/Zurich", "luxembourg": "Europe/Luxembourg", "bst": "Europe/London", "uk": "Europe/London",
    "royaume uni": "Europe/London", "londres": "Europe/London", "london": "Europe/London", "ireland": "Europe/Dublin",
    "la reunion": "Indian/Reunion", "reunion": "Indian/Reunion", "guadeloupe": "America/Guadeloupe",
    "martinique": "America/Martinique", "guyane": "America/Cayenne", "haiti": "America/Port-au-Prince",
    "senegal": "Africa/Dakar", "maroc": "Africa/Casablanca", "tunisie": "Africa/Tunis", "algerie": "Africa/Algiers",
    "alger": "Africa/Algiers", "cote d ivoire": "Africa/Abidjan",
}  # fmt: skip
_AROUND = re.compile(r"\b(?:heures?|time|zone|timezone|tz|fuseau|horaire|local|locale|de|du|d|of|in|a|la|le|the)\b")
_OFFSET = re.compile(r"^(?:utc|gmt)?\s*([+-])\s*(\d{1,2})(?::?00)?$")
SHORT = ("cest", "adt", "ast", "bst", "cdt", "cet", "cst", "edt", "est", "gmt", "hae", "hap", "hne", "hnp", "mdt",
         "mst", "pdt", "pst", "utc", "ct", "et", "pt")  # fmt: skip


def zone_named(text: str) -> str | None:
    """The IANA name for what people wrote, or None. "UTC−5" gives a fixed offset, which knows no summer time."""
    wanted = text.strip().replace("\u2212", "-")
    if not wanted:
        return None
    offset = _OFFSET.match(wanted.lower())
    if offset and int(offset.group(2)) <= 14:
        hours = int(offset.group(2)) * (1 if offset.group(1) == "-" else -1)
        return f"Etc/GMT{hours:+d}" if hours else "UTC"
    return _everyday(plain(wanted)) or _iana(wanted) or _inside(wanted)


def _inside(wanted: str) -> str | None:
    """ "Québec (America/Toronto)", "(UTC-05:00) Eastern Time": the part in brackets, or what is outside."""
    inside = re.findall(r"\(([^()]*)\)", wanted)
    outside = re.sub(r"\([^()]*\)", " ", wanted)
    for part in (*inside, outside, *re.split(r"[,;/]", wanted)):
        if part.strip() and part.strip() != wanted and (found := _everyday(plain(part)) or _iana(part.strip())):
            return found
    return None


def _everyday(name: str) -> str | None:
    bare = " ".join(_AROUND.sub(" ", name).split())
    return NAMES.get(name) or NAMES.get(bare) or _cities().get(bare.replace(" ", "_"))


def _iana(name: str) -> str | None:
    found = _lower().get(name.replace(" ", "_").lower())
    if found is None:
        return None
    try:
        return ZoneInfo(found).key
    except (ZoneInfoNotFoundError, ValueError):
        return None


@cache
def _lower() -> dict[str, str]:
    return {name.lower(): name for name in sorted(available_timezones())}


@cache
def _cities() -> dict[str, str]:
    """City part of each regional name; the first in alphabetical order wins, none for areas shared by two."""
    cities: dict[str, str] = {}
    for name in sorted(available_timezones()):
        area, _, city = name.rpartition("/")
        if area and not area.startswith(("Etc", "SystemV", "US", "posix", "right")):
            cities.setdefault(city.lower(), name)
    return cities
