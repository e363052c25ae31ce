"""Order and zone, decided on the whole column."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from rebond.importers.clock import decide
from rebond.importers.ids import X_EPOCH_MS, x_time

NONE = [None] * 50
SUMMER = [datetime(2024, 7, 1, tzinfo=UTC) + timedelta(hours=7 * n) for n in range(50)]


def id_at(at: datetime) -> str:
    return str((int(at.timestamp() * 1000) - X_EPOCH_MS) << 22)


def test_an_x_id_tells_the_millisecond_it_was_issued():
    # The example given in Wikipedia's article "Snowflake ID".
    assert x_time("1541815603606036480") == datetime(2022, 6, 28, 16, 7, 40, 105000, tzinfo=UTC)


@pytest.mark.parametrize("values, order, sure", [
    (["03/04/2024", "25/04/2024"], "dmy", True),
    (["03/04/2024", "04/25/2024"], "mdy", True),
    (["24/04/03", "24/04/25", "24/04/28"], "ymd", True),
    (["2024-04-03", "2024-04-25"], "dmy", True),  # nothing to decide
    (["03/04/2024", "05/06/2024"], "dmy", False),
    (["03/04/2024", "05/04/2024", "08/04/2024"], "dmy", True),  # six days, or one a month for six months
    (["03/04/2024", "05/05/2024", "08/06/2024"], "dmy", False),  # no day after the 12th in three months
    ([f"07/{day:02d}/2024" for day in range(1, 13)], "mdy", True),  # day first, a post a month for a year: not a crisis
])  # fmt: skip
def test_the_order_is_that_of_the_column(values, order, sure):
    found = decide(values, "date", [None] * len(values), None)
    assert (found.order, found.order_sure) == (order, sure)


@pytest.mark.parametrize("values, usual, order, sure", [
    (["25/10/01 14:22", "25/10/02 09:00"], "ymd", "ymd", True),  # two days of October 2025, not of 2001 and 2002
    (["03/04/2024", "05/06/2024"], "mdy", "mdy", True),
    (["03/04/2024", "25/04/2024"], "mdy", "dmy", True),  # the file proves another order
    (["01/10/2025", "02/10/2025"], "ymd", "dmy", True),  # a spreadsheet has written it anew
])  # fmt: skip
def test_the_order_a_tool_writes_in_settles_what_the_file_leaves_open(values, usual, order, sure):
    found = decide(values, "date", [None] * len(values), None, usual=usual)
    assert (found.order, found.order_sure) == (order, sure)


def test_ids_settle_an_order_that_the_days_leave_open():
    times = [
        datetime(2024, 4, 3, 10, tzinfo=UTC),
        datetime(2024, 6, 5, 10, tzinfo=UTC),
        datetime(2024, 9, 2, tzinfo=UTC),
    ]
    found = decide([f"{at:%m/%d/%Y %H:%M}" for at in times], "date", [id_at(at) for at in times], None)
    assert (found.order, found.order_sure) == ("mdy", True)


@pytest.mark.parametrize("zone", ["Europe/Paris", "America/Toronto", "UTC", "Asia/Tokyo"])
def test_ids_prove_the_zone(zone):
    local = [f"{at.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M}" for at in SUMMER]
    found = decide(local, "date", [id_at(at) for at in SUMMER], "Europe/London")
    assert (found.zone, found.zone_is) == (zone, "proved")


def test_ids_overrule_an_offset_that_is_wrong():
    wrong = [f"{at.astimezone(ZoneInfo('Europe/Paris')):%Y-%m-%dT%H:%M:%S}+00:00" for at in SUMMER]
    found = decide(wrong, "date", [id_at(at) for at in SUMMER], None)
    assert (found.zone, found.zone_is, found.trust_offsets) == ("Europe/Paris", "proved", False)


@pytest.mark.parametrize("name, given, zone, how", [
    ("Date (ET)", None, "America/New_York", "stated"),
    ("Date (heure de Montréal)", None, "America/Toronto", "stated"),
    ("Date et heure", None, "UTC", "assumed"),  # "et" is a word, not Eastern Time
    ("DATE ET HEURE", "Europe/Paris", "Europe/Paris", "given"),
    ("date_utc", "Europe/Paris", "UTC", "stated"),
    ("Published Date (GMT-04:00) New York", None, "America/New_York", "stated"),
    ("Published Date (GMT-04:00)", None, "Etc/GMT+4", "stated"),
    ("date", "Europe/Paris", "Europe/Paris", "given"),
    ("date", None, "UTC", "assumed"),
])  # fmt: skip
def test_without_ids_the_header_then_the_user_say_the_zone(name, given, zone, how):
    found = decide(["2024-07-19 10:00", "2024-07-19 11:30"], name, [None, None], given)
    assert (found.zone, found.zone_is) == (zone, how)


def test_offsets_in_the_values_state_the_zone():
    assert decide(["2024-07-19T10:00+02:00"] * 3, "date", [None] * 3, "Asia/Tokyo").zone_is == "stated"


def test_midnights_nobody_typed_are_days():
    days = [f"{day:02d}/07/2024 00:00" for day in range(10, 20)]
    assert decide(days, "date", [None] * 10, None).day_only
