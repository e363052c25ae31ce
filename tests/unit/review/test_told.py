# ruff: noqa: E501 (sentences stand whole)
"""Page one: the title states what was measured, and says no more than that."""

import runpy
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from rebond.actions import Action, ActionLog, When
from rebond.analysis.baseline import no_baseline
from rebond.analysis.episodes import TOO_LITTLE
from rebond.analysis.measure import Measure, Rows, Window
from rebond.analysis.shapes import Boundary, Gap
from rebond.analysis.sides import Response
from rebond.analysis.times import measure_times
from rebond.crisis import Crisis
from rebond.evidence.grade import grade
from rebond.review import happened, limits, marks, six, titles, told
from rebond.review.figures._scene import scene
from rebond.sentences import say
from rebond.settings import CaseSheet, Settings
from rebond.wording.voice import Voice

SAMPLE = runpy.run_path(str(Path(__file__).parents[1] / "render" / "sample_crisis.py"))
at = SAMPLE["at"]
ANSWER = Action(
    id="act-1", kind="statement", when=When(at(15, 11, 5), at(15, 11, 5)), title="réponse", visibility="public"
)
OWN = replace(ANSWER, id="post-1", title="", source="posts", channels=("x",))


def measure(metric: str, value: Any, unit: str, **more: Any) -> Measure:
    return Measure(metric=metric, value=value, unit=unit, n=10, window=Window(at(14), at(16)), method="t/1", **more)  # type: ignore[arg-type]


VOLUME = measure("volume", 6412, "count")
PEAK_HOUR = measure("volume", 412, "count", facet="peak_hour")
AT_LEAST = replace(PEAK_HOUR, value=None, low=412)
RATIO = replace(measure("peak_ratio", 120.0, "ratio"), n=412)
ANSWERED = measure("ttfr", timedelta(hours=18, minutes=5), "duration", rows=Rows(posts=False, actions=("act-1",)))
PLANNED = replace(ANSWERED, against=timedelta(hours=2), against_is="plan")
BACK = measure("rtb", timedelta(days=23), "duration")
UNSEEN = replace(BACK, censored=True)


def crisis_with(*measures: Measure, **sheet: Any) -> Crisis:
    whole = SAMPLE["sample_crisis"]()
    filled = CaseSheet(
        **{"organisation": "Rivage", "time_zone": "America/Toronto", "title": "Double prélèvement // Double charge"}
        | sheet
    )
    log = ActionLog(actions=(ANSWER, OWN))
    known = {one.id: one for one in (VOLUME, PEAK_HOUR, *measures)}
    return replace(whole, settings=Settings(sheet=filled), measures=tuple(known.values()), log=log)


def title(lang: str, *measures: Measure, **sheet: Any) -> str:
    crisis = crisis_with(*measures, **sheet)
    said = titles.title(crisis, {figure.id: figure for figure in grade(crisis)})
    return " ".join(Voice.of(lang, "America/Toronto").text(said).split())


@pytest.mark.parametrize(
    ("measures", "english", "french"),
    [
        ((PLANNED, RATIO, BACK), "6,412 posts captured, first response in 18 h 5 min (plan: 2 h), back to the usual volume in 23 days",
         "6 412 publications captées, première réponse en 18 h 05 (plan : 2 h), retour au volume habituel en 23 jours"),
        ((ANSWERED, UNSEEN), "6,412 posts captured, first response in 18 h 5 min, no return to the usual volume seen yet",
         "6 412 publications captées, première réponse en 18 h 05, retour au volume habituel pas encore observé"),
        ((RATIO, BACK), "6,412 posts captured, up to 120 times the usual volume, back to it in 23 days",
         "6 412 publications captées, jusqu’à 120 fois le volume habituel, retour en 23 jours"),
        ((replace(RATIO, n=12), BACK), "6,412 posts captured, back to the usual volume in 23 days",
         "6 412 publications captées, retour au volume habituel en 23 jours"),
        ((), "6,412 posts captured, up to 412 in an hour", "6 412 publications captées, jusqu’à 412 en une heure"),
        ((AT_LEAST,), "6,412 posts captured, of which at least 412 in an hour",
         "6 412 publications captées, dont au moins 412 en une heure"),
    ],
)  # fmt: skip
def test_the_title_says_what_was_measured(measures: tuple[Measure, ...], english: str, french: str):
    assert title("en", *measures) == f"Double charge: {english}"
    assert title("fr", *measures) == f"Double prélèvement : {french}"


def test_posts_that_stop_too_soon_do_not_say_that_it_is_not_over():
    """The last peak ends on 17 October at 15:00: a return to the usual volume cannot be seen before 24 October."""
    whole = crisis_with(UNSEEN)
    unseen = Boundary(computed=None, low=at(17, 15), high=None, censored=True)
    open_ended = replace(whole.phases, exit=unseen, normal=unseen, relapses=())
    early = replace(whole, phases=open_ended, window=Window(at(14), at(19, 9)))
    known = {figure.id: figure for figure in grade(early)}
    assert plainly("en", titles.title(early, known)) == ["Double charge: 6,412 posts captured, up to 412 in an hour"]
    (line,) = told.standing(early)
    assert plainly("en", line.sentence) == [
        "The posts captured stop on 19 October at 9:00, too soon to tell whether it was over: an exit takes 24 h of low volume, a return to the usual volume 7 days."
    ]
    cell = next(
        cell for cell in six.cells(early, {**known, "volume.accounts": known["volume"]}) if cell.figure == "rtb"
    )
    assert plainly("en", cell.against[0]) == ["not yet observed: it takes 7 days of usual volume"]
    late = replace(early, window=Window(at(14), at(25)))
    assert plainly("en", titles.title(late, known))[0].endswith("no return to the usual volume seen yet")


def test_an_end_that_the_collection_hides_lies_between_two_times():
    whole = crisis_with()
    gap = Gap(window=Window(at(17, 15), at(20, 9)), why="abrupt_end", certain=False)
    hidden = Boundary(computed=None, low=at(17, 15), high=at(20, 9), censored=True)
    cut = replace(
        whole,
        volume=replace(whole.volume, gaps=(gap,)),
        phases=replace(whole.phases, exit=hidden, normal=hidden, relapses=()),
    )
    (line,) = told.standing(cut)
    assert plainly("fr", line.sentence) == [
        "La collecte a été coupée entre le 17 octobre à 15 h et le 20 octobre à 9 h, le volume étant encore haut ; à la reprise, il était revenu à l’habitude : la fin se situe entre les deux, et n’a pas été captée."
    ]
    hole = replace(cut, volume=replace(cut.volume, gaps=(replace(gap, why="hole"),)))
    (line,) = told.standing(hole)
    assert plainly("en", line.sentence) == [
        "The end was not captured: it lies between 17 October at 15:00 and 20 October at 9:00, where the collection has a hole."
    ]


def test_an_outbreak_within_its_highest_hour_is_not_followed_by_it():
    whole = crisis_with()
    same = replace(
        whole.phases, outbreak=replace(whole.phases.outbreak, computed=at(15, 20, 10)), peaks=whole.phases.peaks[:1]
    )
    (line,) = [line for line in told.fact(replace(whole, phases=same)) if line.id == "p1.fact.volume"]
    assert plainly("en", line.sentence) == [
        "Volume left its usual level on 15 October at 20:10 and was highest within that hour, with 412 posts."
    ]


def test_a_peak_is_counted_by_the_hour_where_bins_are_shorter():
    whole = crisis_with()
    assert plainly("en", titles.span(replace(whole, volume=replace(whole.volume, seconds=900)))) == ["in an hour"]


def test_a_post_of_ours_that_was_captured_is_not_called_a_response():
    assert "response" not in title("en", RATIO)
    crisis = crisis_with()
    (line,) = [one for one in told.acts(crisis) if one.id == "p1.acts.own-post"]
    assert Voice.of("en", "America/Toronto").text(line.sentence).replace("\u00a0", " ") == (
        "No response is recorded. The first of our own posts captured after the outbreak came out on 15 October at 11:05: "
        "whether it answers is for people to say."
    )


def test_without_a_title_the_case_is_named_after_its_outbreak():
    assert title("fr", RATIO, title=None).startswith("Rivage, 14 octobre 2025 :")
    assert title("en", RATIO, title=None, organisation=None).startswith("Crisis of 14 October 2025:")


def test_a_title_in_one_language_gives_way_on_the_other_page():
    assert title("fr", title="Double prélèvement du 14 octobre").startswith("Double prélèvement du 14 octobre :")
    assert title("en", title="Double prélèvement du 14 octobre").startswith("Rivage, 14 October 2025:")


def test_a_time_known_roughly_stays_rough():
    voice = {lang: Voice.of(lang, "America/Toronto") for lang in ("fr", "en")}
    rough = replace(ANSWER, when=When(at(15, 13), at(15, 15)))
    day = replace(ANSWER, when=When(at(15), at(15, 23, 59)))
    days = replace(ANSWER, when=When(at(15, 22), at(16, 2)))
    crisis = crisis_with()
    values = [value for act in (rough, day, days) for value in (marks.moment(act), marks.told(act.when, crisis))]
    said = {lang: [one.text(value).replace("\u00a0", " ") for value in values] for lang, one in voice.items()}
    assert said["en"] == [
        "15 Oct, 13:00 to 15:00", "on 15 October between 13:00 and 15:00",
        "15 Oct, hour not recorded", "on 15 October, at an hour not recorded",
        "15 Oct, 22:00 to 16 Oct, 2:00", "between 15 October at 22:00 and 16 October at 2:00",
    ]  # fmt: skip
    assert said["fr"] == [
        "15 oct., 13 h à 15 h", "le 15 octobre entre 13 h et 15 h",
        "15 oct., heure non consignée", "le 15 octobre, à une heure non consignée",
        "15 oct., 22 h à 16 oct., 2 h", "entre le 15 octobre à 22 h et le 16 octobre à 2 h",
    ]  # fmt: skip


def acts_of(*actions: Action, **sheet: Any) -> dict[str, list[str]]:
    """What page one tells of our acts, in English then French, by the id of the line."""
    whole = replace(crisis_with(**sheet), log=ActionLog(actions=actions))
    last = whole.window.ends
    measured = replace(
        whole, measures=measure_times(whole.phases, whole.log, whole.volume, whole.settings, last)
    )  # fmt: skip
    return {line.id: [plainly(lang, line.sentence)[0] for lang in ("en", "fr")] for line in told.acts(measured)}


def test_a_detection_of_another_matter_is_not_told():
    """The sentence follows the rule of the figure: what is recorded two weeks before belongs to something else."""
    old = replace(ANSWER, id="old", kind="detection", when=When(*[at(14) - timedelta(days=225)] * 2))
    seen = replace(ANSWER, id="seen", kind="detection", when=When(at(15, 8, 15), at(15, 8, 15)))
    assert "p1.acts.detected" not in acts_of(old, ANSWER)
    assert acts_of(old, seen, ANSWER)["p1.acts.detected"] == [
        "We noticed it on 15 October at 8:15.", "Nous l’avons détecté le 15 octobre à 8 h 15.",
    ]  # fmt: skip


def test_the_year_is_written_where_it_is_not_that_of_the_crisis():
    whole = crisis_with()  # it begins on 14 October 2025
    new_year = datetime(2026, 1, 1, 4, 30, tzinfo=UTC)  # still 31 December in Toronto
    late = new_year + timedelta(hours=1)
    assert plainly("en", marks.told(When(new_year, new_year), whole), marks.told(When(late, late), whole)) == [
        "on 31 December at 23:30", "on 1 January 2026 at 0:30",
    ]  # fmt: skip
    assert plainly("fr", marks.told(When(late, late), whole)) == ["le 1er janvier 2026 à 0 h 30"]


def test_of_two_answers_known_roughly_the_log_may_not_say_which_came_first():
    french = replace(ANSWER, id="fr", langs=("fr",), when=When(at(15, 8), at(15, 16)))
    english = replace(ANSWER, id="en", langs=("en",), when=When(at(15, 10), at(15, 10)))
    owed = {"languages_owed": ("fr", "en")}
    assert acts_of(french, english, **owed)["p1.acts.answered"] == [
        "We responded publicly on 15 October between 8:00 and 16:00 in French, and on 15 October at 10:00 in English; "
        "the log does not say which came first.",
        "Nous avons répondu publiquement le 15 octobre entre 8 h et 16 h en français, et le 15 octobre à 10 h en anglais ; "
        "le journal ne dit pas laquelle des deux réponses est venue d’abord.",
    ]
    later = replace(english, when=When(at(15, 17), at(15, 17)))
    assert acts_of(french, later, **owed)["p1.acts.answered"][0] == (
        "We first responded publicly on 15 October between 8:00 and 16:00 in French, and on 15 October at 17:00 in English."
    )
    alone = replace(french, langs=("fr", "en"))
    assert acts_of(alone, **owed)["p1.acts.answered"][0] == (
        "We first responded publicly on 15 October between 8:00 and 16:00, in both languages."
    )


def test_a_range_reads_well_in_a_title():
    rough = replace(
        ANSWERED, value=None, low=timedelta(0), high=timedelta(hours=4, minutes=45), interval_is="log_range"
    )
    assert "première réponse en 4 h 45 au plus" in title("fr", rough)
    assert "first response in at most 4 h 45 min" in title("en", rough)


def few(posts: int) -> Crisis:
    """A case with hardly any post, all of one day, and nothing to compare them with."""
    whole = crisis_with(replace(VOLUME, value=posts, n=posts), measure("volume", 1, "count", facet="accounts"))
    unknown = Boundary(computed=None, low=None, high=None, why=say(TOO_LITTLE))
    return replace(
        whole, window=Window(at(14, 9), at(14, 9, 1)), corpus=replace(whole.corpus, counted=posts, captured=posts, files=1),
        baseline=no_baseline("America/Toronto"),
        phases=replace(whole.phases, outbreak=unknown, main_peak=None, peaks=(), too_few=posts < 30),
        measures=tuple(replace(m, window=Window(at(14, 9), at(14, 9, 1))) for m in whole.measures if m.metric == "volume"),
    )  # fmt: skip


def test_one_post_is_told_in_the_singular_and_one_day_once():
    alone = few(1)
    known = {figure.id: figure for figure in grade(alone)}
    cell = next(cell for cell in six.cells(alone, known) if cell.figure == "volume")
    assert plainly("en", titles.title(alone, known), cell.label, *cell.against) == [
        "Double charge: a single post captured", "post captured", "by 1 account", "on 14 Oct",
    ]  # fmt: skip
    assert plainly("fr", titles.title(alone, known), cell.label, *cell.against) == [
        "Double prélèvement : une seule publication captée", "publication captée", "par 1 compte", "le 14 oct.",
    ]  # fmt: skip
    assert plainly("en", happened._captured(alone)) == ["on 14 October 2025"]
    assert plainly("fr", next(iter(limits.told(alone)))) == ["Capté : 1 publication dans 1 fichier ; compté : 1."]
    assert plainly("fr", titles.title(few(0), known)) == ["Double prélèvement : aucune publication captée à ce sujet"]


def test_where_hours_are_not_known_none_is_printed():
    whole = crisis_with()
    by_day = replace(whole, volume=replace(whole.volume, seconds=86400, posts=whole.volume.posts[:2]))
    (line,) = [line for line in told.fact(by_day) if line.id == "p1.fact.volume"]
    assert ":" not in plainly("en", line.sentence)[0] and "on 14 October" in plainly("en", line.sentence)[0]
    assert scene(by_day).hot is None  # two days are two bars


def test_a_day_that_holds_every_post_is_one_bar():
    """Dated by the day alone: the last instant captured is the midnight that the day begins with."""
    whole = few(40)
    midnight = at(14)
    volume = replace(whole.volume, seconds=86400, starts=midnight, **{
        name: np.array([40 if name != "observed" else True]) for name in ("posts", "originals", "accounts", "observed")
    })  # fmt: skip
    one_day = replace(whole, volume=volume, window=Window(midnight, midnight + timedelta(microseconds=1)))
    assert [(bar.first, bar.posts) for bar in scene(one_day).days] == [(date(2025, 10, 14), 40)]


def test_without_a_usual_volume_nothing_is_said_to_be_above_or_below_it():
    (line,) = [line for line in told.fact(few(45)) if line.id == "p1.fact.volume"]
    assert plainly("en", line.sentence) == [
        "Too little was captured to know the usual volume: no outbreak can be told from it."
    ]


def test_acts_outside_the_picture_are_not_squeezed_into_it():
    early = replace(ANSWER, id="early", when=When(datetime(2025, 10, 1, tzinfo=UTC), datetime(2025, 10, 1, tzinfo=UTC)))
    crisis = replace(crisis_with(), log=ActionLog(actions=(early, ANSWER)))
    assert [action.id for _, action in marks.shown(crisis)] == ["act-1"]


def plainly(lang: str, *values: Any) -> list[str]:
    voice = Voice.of(lang, "America/Toronto")
    return [" ".join(voice.text(value).split()) for value in values]


def test_the_end_is_told_in_the_order_of_the_calendar():
    whole = crisis_with()  # exit 20 October, relapse 29 October, usual range 6 November
    said = [line.sentence for line in told.standing(whole)]
    assert plainly("en", *said) == [
        "Volume calmed down on 20 October (measured exit), rose again on 29 October (relapse) and came back to its usual range on 6 November."
    ]
    assert plainly("fr", *said) == [
        "Le volume s’est calmé le 20 octobre (sortie mesurée), est reparti le 29 octobre (rechute), puis est revenu dans sa plage habituelle le 6 novembre."
    ]
    unseen = replace(whole.phases, normal=replace(whole.phases.normal, computed=None), relapses=())
    (line,) = told.standing(replace(whole, phases=unseen))
    assert line.id == "p1.now.exit" and "not yet observed on 7 November" in plainly("en", line.sentence)[0]
    early = replace(whole.phases, relapses=(Window(at(18), at(19)),))  # no relapse of that exit: told apart
    assert [line.id for line in told.standing(replace(whole, phases=early))] == ["p1.now.normal", "p1.now.relapse"]


def test_a_volume_that_settled_higher_did_not_come_back():
    whole = crisis_with()  # usual level: 22 posts a day
    settled = replace(whole, phases=replace(whole.phases, new_level=51.5, relapses=()))
    (line,) = told.standing(settled)
    assert plainly("en", line.sentence) == [
        "Volume settled from 6 November on at a level above its usual one: about 52 posts a day, against 22 before."
    ]


def test_a_peak_is_placed_by_what_is_known_of_the_hour():
    whole = crisis_with()  # peaks on 15 October at 20:00 and 17 October at 12:00
    counted = say("Posts in the 6 h before: %(before)s; in the 6 h after: %(after)s.", before=1, after=2)

    def told_of(*when: datetime, after: float | None = None) -> str:
        action = replace(ANSWER, when=When(when[0], when[-1]))
        response = Response(
            action=action, delay=None, target_met=None, posts_before=1, posts_after=2, peak_after=after
        )  # fmt: skip
        return (
            plainly("en", happened._with_peak(whole, response, counted))[0]
            .removeprefix("Posts in the 6 h before: 1; in the 6 h after: 2.")
            .strip()
        )

    assert told_of(at(15, 20)) == told_of(at(15, 20, 30)) == "A peak at the same moment."
    assert told_of(at(15, 18), at(15, 23, 59)) == "A peak falls in between."
    assert told_of(at(15, 11, 5), after=8 * 3600 + 55 * 60) == "A peak follows 8 h 55 min later."
    assert told_of(at(16, 20)) == ""


def test_without_a_sign_detection_runs_from_the_outbreak():
    late = timedelta(hours=15, minutes=15)
    crisis = crisis_with(measure("ttd_sign", late, "duration"), measure("ttd_outbreak", late, "duration"))
    known = {figure.id: figure for figure in grade(crisis)}
    (first, *_) = six.cells(crisis, {**known, "volume.accounts": known["volume"]})
    assert (first.figure, plainly("en", first.label)) == ("ttd_outbreak", ["from the outbreak to detection"])


def test_a_case_without_a_dated_outbreak_bears_the_day_that_people_gave():
    whole = crisis_with(title=None, happened_at=(at(13, 5), at(13, 6)))
    unknown = replace(whole.phases, outbreak=replace(whole.phases.outbreak, computed=None))
    assert plainly("en", titles.case_name(replace(whole, phases=unknown))) == ["Rivage, 13 October 2025"]


def test_a_case_that_nothing_dates_is_named_by_its_days():
    """Where no day stood out, the first day of an export is no date of a crisis."""
    whole = crisis_with(title=None)
    unknown = replace(whole.phases, outbreak=replace(whole.phases.outbreak, computed=None), main_peak=None)
    calm = titles.case_name(replace(whole, phases=unknown))
    assert plainly("en", calm) == ["Rivage, from 14 October to 6 November 2025"]
    assert plainly("fr", calm) == ["Rivage, du 14 octobre au 6 novembre 2025"]


def test_own_posts_alone_are_no_log():
    whole = crisis_with()
    unseen = replace(whole.phases, outbreak=replace(whole.phases.outbreak, computed=None))
    (line,) = told.acts(replace(whole, phases=unseen, log=ActionLog(actions=(OWN,))))
    assert line.id == "p1.acts.own-posts"
    said = dict(limits.unknowns(replace(whole, log=ActionLog(actions=(OWN,)))))
    assert plainly("en", said["log"]) == ["What we did: no log was given. Not recorded is not the same as not done."]


def test_the_days_of_the_usual_level_are_the_same_everywhere():
    """Five whole days, from the 1st to the 5th: the 6th begins where they end."""
    whole = crisis_with()
    level = replace(whole.baseline, kind="pseudo", days=5, window=Window(at(1), at(6)))
    stand_in = replace(whole, baseline=level)
    unknown = plainly("en", dict(limits.unknowns(stand_in))["baseline"])[0]
    annex = next(one for one in plainly("en", *limits.told(stand_in)) if one.startswith("The usual level is"))
    assert unknown.endswith("stands in for it, from 1 October to 5 October.")
    assert annex == "The usual level is 22 posts a day: the median of 5 days, from 1 October to 5 October."
