"""case.toml: written, read again, equal; damaged, refused and left alone."""

import tomllib
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from rebond.casefile.case import open_case
from rebond.casefile.settings_file import NAME, UPGRADES, read_settings, write_settings
from rebond.errors import CaseTooNew, SettingsDamaged
from rebond.settings import CaseSheet, Parameters, Settings, Targets

HAPPENED = datetime(2025, 10, 14, 17, 0, tzinfo=UTC)
WHOLE = Settings(
    sheet=CaseSheet(
        organisation="Coopérative « Rivage » \\ \"x\"\n\x7f\t", kind="cooperative", names=("Rivage", "", "L'appli"),
        accounts=("rivage_coop",), queries=("double charge*",), languages_owed=("fr", "en"),
        time_zone="America/Toronto", happened_at=(HAPPENED, HAPPENED + timedelta(microseconds=1)),
        watched_until=HAPPENED,
        targets=Targets(detect=timedelta(minutes=30), answer=timedelta(hours=2, seconds=1, microseconds=7)),
        costs="12 000 $", privacy_regime="qc_25",
    ),
    parameters=Parameters(baseline_days=14, episode_on=2.125, silence_hours_hot=4.5),
    window=(HAPPENED, HAPPENED + timedelta(days=3)),
)  # fmt: skip


@pytest.mark.parametrize("settings", [Settings(), WHOLE])
def test_what_is_written_is_read_again(tmp_path, settings):
    write_settings(tmp_path, settings, {})
    assert read_settings(tmp_path)[0] == settings


def test_an_unknown_is_left_out_and_a_parameter_has_its_reason(tmp_path):
    write_settings(tmp_path, WHOLE, {"baseline_days": "calm fortnight before the storm"})
    kept = tomllib.loads((tmp_path / NAME).read_text("utf-8"))
    assert "title" not in kept["sheet"] and kept["sheet"]["targets"]["detect_minutes"] == 30
    assert kept["parameters"]["baseline_days"] == {"value": 14, "reason": "calm fortnight before the storm"}
    assert kept["parameters"]["episode_on"]["reason"] == "changed"
    assert kept["parameters"]["levels"]["reason"] == "default"


def test_both_languages_say_what_the_file_is(tmp_path):
    write_settings(tmp_path, Settings(), {})
    notes = [line for line in (tmp_path / NAME).read_text("utf-8").splitlines() if line.startswith("#")]
    assert any("You may edit this file." in note for note in notes)
    assert any("Vous pouvez modifier ce fichier." in note for note in notes)


def test_a_reason_outlives_another_change(tmp_path):
    case = open_case(tmp_path / "case")
    case.keep_settings(WHOLE, {"baseline_days": "calm fortnight"})
    case.keep_settings(replace(WHOLE, parameters=replace(WHOLE.parameters, levels=30)))
    assert case.reasons()["baseline_days"] == "calm fortnight"


def test_a_person_may_write_a_bare_number_and_another_zone(tmp_path):
    (tmp_path / NAME).write_text(
        "format = 1\n[sheet]\nwatched_until = 2025-10-14T13:00:00-04:00\n[parameters]\nlevels = 30\n"
    )
    settings, reasons = read_settings(tmp_path)
    assert settings.parameters.levels == 30 and reasons["levels"] == "changed"
    assert settings.sheet.watched_until == datetime(2025, 10, 14, 13, 0, tzinfo=timezone(timedelta(hours=-4)))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("format = 1\n[sheet\n", "line 2"),
        ("", "format"),
        ("format = 'one'", "format"),
        ("format = 1\n[sheet]\norganisation = 3", "sheet.organisation"),
        ("format = 1\n[sheet]\nnames = 'Rivage'", "sheet.names"),
        ("format = 1\n[sheet]\norganization = 'Rivage'", "sheet.organization"),
        ("format = 1\n[sheet]\nwatched_until = 2025-10-14T13:00:00", "sheet.watched_until"),
        ("format = 1\n[sheet]\nhappened_at = []", "sheet.happened_at"),
        ("format = 1\n[sheet]\ntargets = { detekt_minutes = 3 }", "sheet.targets"),
        ("format = 1\n[parameters]\nlevels = 'many'", "parameters.levels"),
        ("format = 1\n[parameters]\nlevels = 2.5", "parameters.levels"),
        ("format = 1\n[parameters]\nlevel = 2", "parameters.level"),
        ("format = 1\nwindow = [1, 2]", "window"),
        ("format = 1\n[sheets]", "sheets"),
        ("format = 1\nsheet = 3", "sheet"),
    ],
)
def test_a_damaged_file_is_told_with_its_place_and_never_written_over(tmp_path, text, place):
    case = open_case(tmp_path / "case")
    path = case.folder / NAME
    path.write_text(text)
    for touch in (case.settings, lambda: case.keep_settings(Settings()), lambda: open_case(case.folder)):
        with pytest.raises(SettingsDamaged) as refused:
            touch()
        assert place in refused.value.values["place"].text
    assert path.read_text() == text


def test_bytes_that_are_no_text_are_damaged_too(tmp_path):
    (tmp_path / NAME).write_bytes(b"\xff\xfe\x00format")
    with pytest.raises(SettingsDamaged):
        read_settings(tmp_path)


def test_a_newer_format_is_refused_and_an_older_one_brought_up(tmp_path, monkeypatch):
    (tmp_path / NAME).write_text("format = 2\nanything = true")
    with pytest.raises(CaseTooNew):
        read_settings(tmp_path)
    monkeypatch.setattr("rebond.casefile.settings_file.FORMAT", 2)
    monkeypatch.setitem(UPGRADES, 1, lambda kept: {**kept, "sheet": {"organisation": kept["sheet"]["name"]}})
    (tmp_path / NAME).write_text("format = 1\n[sheet]\nname = 'Rivage'")
    assert read_settings(tmp_path)[0].sheet.organisation == "Rivage"


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("bin_seconds = -60", "bin_seconds (0 … 86400)"), ("bin_seconds = 90", "bin_seconds"),
        ("bin_seconds = 1000000000", "bin_seconds"), ("level_step = 1", "level_step (1.05 … 4)"),
        ("level_step = nan", "level_step"), ("normal_days = 0", "normal_days (1 … 366)"),
        ("silence_hours_hot = 1e308", "silence_hours_hot"), ("cell_floor_authors = 1", "cell_floor_authors (5 … 1000)"),
    ],
)  # fmt: skip
def test_a_parameter_out_of_bounds_is_refused_with_its_bounds(tmp_path, line, place):
    (tmp_path / NAME).write_text(f"format = 1\n[parameters]\n{line}\n")
    with pytest.raises(SettingsDamaged) as refused:
        read_settings(tmp_path)
    assert place in refused.value.values["place"].text


def test_a_zone_that_is_none_is_refused(tmp_path):
    (tmp_path / NAME).write_text('format = 1\n[sheet]\ntime_zone = "Mars/Olympus"\n')
    with pytest.raises(SettingsDamaged) as refused:
        read_settings(tmp_path)
    assert refused.value.values["place"].text == "sheet.time_zone"
