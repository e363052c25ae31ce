"""Use case: the demo. A simulated crisis, written as the files people would hold, then reviewed like any other."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from rebond.casefile.case import Case
from rebond.desk.bring_in import open_case
from rebond.desk.request import Done, Request, Step
from rebond.desk.review import draw
from rebond.drill.exports import following_export, listening_export
from rebond.drill.papers import log_workbook, series_table, sheet_workbook
from rebond.drill.plan import Plan, load_plan
from rebond.drill.simulate import simulate
from rebond.errors import CaseOfYourOwn
from rebond.sentences import N_, Sentence, Verbatim, say

SEED = 12
EXPORTS = "exports"  # folder, inside the demo, of the files it starts from
LISTENING, FOLLOWING = "mentions-2025-09-01-2026-01-07.csv", "veille-facebook-instagram-x.csv"
LOG, SHEET, SERIES = "journal-de-la-cellule.xlsx", "fiche-du-cas.xlsx", "appels-et-departs.csv"


def show(out: Path, step: Step, command: str = "rebond") -> Done:
    """Write the files of the demo case in `out`/exports and draw its review in `out`.

    A second run finds the files unchanged and redraws. Raises RebondError as desk.review.draw does.
    """
    step(say(N_("Inventing a crisis…")))
    refuse_other_cases(open_case(out))  # before the files: a folder that holds anything else is no case
    folder = out / EXPORTS
    written = write_files(folder)
    done = draw(
        Request(
            exports=(written[LISTENING], written[FOLLOWING]), sheet=written[SHEET], logs=(written[LOG],),
            series=(written[SERIES],), lang="both", zone="America/Toronto", out=out,
        ),
        step=step,
        ask=None,
    )  # fmt: skip
    return replace(done, next_steps=tuple(_next_steps(folder, command)))


def refuse_other_cases(case: Case) -> None:
    """Raises CaseOfYourOwn when the case holds anything that is not of the demo."""
    if any(file.given_as not in (LISTENING, FOLLOWING, LOG, SHEET, SERIES) for file in case.manifest().files):
        raise CaseOfYourOwn(folder=Verbatim(str(case.folder)))


def write_files(folder: Path) -> dict[str, Path]:
    """The five files of the demo case, by name; a file that is already the same is left as it is."""
    folder.mkdir(parents=True, exist_ok=True)
    found = {}
    for name, data in _files(load_plan()):
        found[name] = folder / name
        if not found[name].is_file() or found[name].read_bytes() != data:
            found[name].write_bytes(data)
    return found


def _files(plan: Plan) -> Iterator[tuple[str, bytes]]:
    posts = tuple(simulate(plan, SEED).posts())
    yield LISTENING, listening_export(plan, posts)
    yield FOLLOWING, following_export(plan, posts)
    yield LOG, log_workbook(plan)
    yield SHEET, sheet_workbook(plan)
    yield SERIES, series_table(plan, SEED)


def _next_steps(folder: Path, command: str) -> Iterator[Sentence]:
    yield say(N_("The files it was drawn from are in %(folder)s: two exports, a log, a case sheet, a count of calls."),
              folder=Verbatim(str(folder)))  # fmt: skip
    yield say(N_('Your turn: %(rebond)s review YOUR-EXPORT.csv --org "Your organisation" --own your_account'),
              rebond=Verbatim(command))  # fmt: skip
