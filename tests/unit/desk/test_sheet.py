"""What people tell of the case: options over the sheet given, the sheet given over what the case holds."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from rebond.desk.request import Request
from rebond.desk.sheet import with_request
from rebond.errors import UnreadableTime
from rebond.settings import CaseSheet, Settings

TORONTO = Settings(sheet=CaseSheet(time_zone="America/Toronto"))
FROM, TO = datetime(2025, 10, 14, 4, 0, tzinfo=UTC), datetime(2025, 10, 21, 4, 0, tzinfo=UTC)  # midnights of Toronto


def window(settings: Settings, starts: str | None = None, ends: str | None = None) -> Settings:
    return with_request(settings, Request(starts=starts, ends=ends))[0]


@pytest.mark.parametrize("order", [("from", "to"), ("to", "from")])
def test_one_end_of_the_period_given_alone_leaves_the_other_as_it_was(order: tuple[str, str]):
    settings = TORONTO
    for end in order:
        settings = window(settings, "2025-10-14") if end == "from" else window(settings, ends="2025-10-20")
    assert settings.window == (FROM, TO)
    assert window(settings).window == (FROM, TO)


def test_an_end_before_the_start_the_case_holds_is_refused():
    with pytest.raises(UnreadableTime, match="2025-10-14 – 2025-10-01"):
        window(window(TORONTO, "2025-10-14"), ends="2025-10-01")


def test_a_target_that_is_no_delay_is_told_and_changes_nothing(tmp_path: Path):
    given = tmp_path / "sheet.csv"
    given.write_text("Organisation;Rivage\nTarget answer;-5 min\n", "utf-8")
    settings, told = with_request(TORONTO, Request(sheet=given))
    assert settings.sheet.targets.answer is None
    assert len(told) == 1


UNZONED = "Organisation;Rivage\nQuand;14 octobre 2025 à 17 h\n"  # of Toronto: 21:00 in UTC
FIVE, NINE = datetime(2025, 10, 14, 17, 0, tzinfo=UTC), datetime(2025, 10, 14, 21, 0, tzinfo=UTC)


def started(settings: Settings) -> datetime:
    assert settings.sheet.happened_at is not None
    return settings.sheet.happened_at[0]


@pytest.mark.parametrize(("known", "typed"), [(CaseSheet(), "America/Toronto"), (TORONTO.sheet, None)])
def test_a_sheet_without_a_zone_is_read_in_the_one_typed_or_that_of_the_case(
    tmp_path: Path, known: CaseSheet, typed: str | None
):
    given = tmp_path / "sheet.csv"
    given.write_text(UNZONED, "utf-8")
    settings, told = with_request(Settings(sheet=known), Request(sheet=given, zone=typed))
    assert started(settings) == NINE and settings.sheet.time_zone == "America/Toronto" and not told


def test_a_sheet_that_states_its_zone_is_read_in_it_whatever_is_typed(tmp_path: Path):
    given = tmp_path / "sheet.csv"
    given.write_text(UNZONED + "Fuseau horaire;UTC\n", "utf-8")
    settings, _ = with_request(Settings(), Request(sheet=given, zone="America/Toronto"))
    assert started(settings) == FIVE and settings.sheet.time_zone == "America/Toronto"


def test_a_zone_typed_after_the_sheet_says_that_the_sheet_was_read_otherwise(tmp_path: Path):
    given = tmp_path / "sheet.csv"
    given.write_text(UNZONED, "utf-8")
    unzoned, _ = with_request(Settings(), Request(sheet=given))
    settings, told = with_request(unzoned, Request(zone="America/Toronto"))
    assert started(settings) == FIVE and len(told) == 1
    assert not with_request(settings, Request(zone="America/Toronto"))[1]
