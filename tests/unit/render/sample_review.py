# ruff: noqa: E501 (two languages on one line read better)
"""A review with every kind of block: Coopérative Rivage, the case of the reference pages. For renderers' tests."""

import runpy
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from rebond.analysis.measure import Rows
from rebond.evidence.figures import Confidence, Figure
from rebond.review.blocks import (
    AfterResponses,
    Blank,
    Card,
    Cards,
    Columns,
    Curve,
    Findings,
    Followed,
    KeyFigure,
    KeyFigures,
    Line,
    Mark,
    Page,
    Review,
    Signatures,
    StateBox,
    Strip,
    Table,
    Told,
)  # fmt: skip
from rebond.review.figures import timeline
from rebond.sentences import InWords, Listing, Moment, Sentence, Share, Term, Token, Value, Verbatim, say, say_count

CASE = runpy.run_path(str(Path(__file__).with_name("sample_crisis.py")))
at = CASE["at"]
MEASURED, LOGGED, JUDGEMENT = (
    Term(vocabulary="evidence_strength", key=k) for k in ("measured", "logged", "judgement")
)  # fmt: skip
TEAM, HEAD, FINANCE, CHAIR = (
    say(who) for who in ("the team", "management", "finance", "the chair")
)  # fmt: skip


def own(id: str, fr: str, en: str, tag: Term | None = None, **more: object) -> Line:
    """A line in a person's own words, in both languages."""
    return Line(id=id, sentence=say("to be completed"), edited={"fr": fr, "en": en}, tag=tag, **more)  # type: ignore[arg-type]


def figure(id: str, value: object, unit: str, printed: Value, n: int, confidence: Confidence = "high") -> Figure:
    return Figure(
        id=id, metric=id.partition(".")[0], value=value, unit=unit, window=None, n=n, n_of="posts", interval=None,  # type: ignore[arg-type]
        interval_is="none", method_version="sample/1", inputs_hash="sample", confidence=confidence, censored=False,
        not_recorded=False, why_not=None, caveats=(), against=None, against_is="none", rows=Rows(), printed=printed,
    )  # fmt: skip


def hours(h: int, m: int = 0) -> timedelta:
    return timedelta(hours=h, minutes=m)


FIGURES = (
    figure("ttd_sign", hours(24, 35), "duration", hours(24, 35), 6),
    figure("ttfr", hours(18, 5), "duration", hours(18, 5), 4),
    figure("language_gap", hours(5, 10), "duration", hours(5, 10), 4),
    figure("volume", 6412, "count", 6412, 6412, "medium"),
    figure("volume.accounts", 3104, "count", 3104, 6412, "medium"),
    figure("volume.peak_hour", 412, "count", 412, 6412),
    figure("n_peaks", 2, "count", InWords(2), 6412),
    figure("peak_ratio", 120.0, "ratio", Verbatim("120 ×"), 2640),
    figure("rtb", timedelta(days=23), "duration", timedelta(days=23), 6412),
)


def _token(id: str) -> Token:
    return Token(id, next(f for f in FIGURES if f.id == id).printed)


def _on(when: datetime) -> Sentence:
    return say("on %(at)s", at=Moment(when, "full"))


def _cell(id: str, label: str, *against: Sentence, confidence: Confidence = "high") -> KeyFigure:
    return KeyFigure(figure=id, value=_token(id), label=say(label), against=against, confidence=confidence)


def sample_review(hostile: str | None = None) -> Review:
    """hostile: words put wherever people's words go (names, titles, edited lines, tables)."""
    crisis = CASE["sample_crisis"]()
    name = hostile or "Coopérative Rivage"
    return Review(
        organisation=Verbatim(name), kind=say("After-crisis review"), seal=say("Shareable version"),
        sealed=say("no post, no account, no group of fewer than 5 authors"), zone="America/Toronto",
        drawn_at=datetime(2025, 11, 21, 15, 0, tzinfo=UTC),
        pages=(_happened(crisis, hostile), _decide(hostile)), figures=FIGURES,
        limits=(
            say("Times are in the zone %(zone)s.", zone=Verbatim("America/Toronto")),
            say("What was said in closed groups and private messages: absent from every figure."),
        ),
    )  # fmt: skip


# --- page one --------------------------------------------------------------------------------------------
def _happened(crisis: object, hostile: str | None) -> Page:
    title = say(
        "%(case)s: %(posts)s posts captured, first response in %(answer)s (plan: %(plan)s), back to the usual volume in %(back)s",
        case=Verbatim(hostile or "Double prélèvement d’octobre 2025"), posts=_token("volume"), answer=_token("ttfr"),
        plan=hours(2), back=_token("rtb"),
    )  # fmt: skip
    return Page(
        key="happened", kicker=say("What happened"), title=Line(id="p1.title", sentence=title),
        blocks=(_state(hostile), _told(hostile), _six(), _strip(hostile), _curve(crisis), _after(), _found(hostile),
                _unknown()),
        foot=say("Measured: counted on the posts captured. Log: recorded by people. "
                 "Ranges: what the record allows, or a 95% interval."),
    )  # fmt: skip


def _state(hostile: str | None) -> StateBox:
    return StateBox(
        label=say("State"), steps=(say("computed draft"), say("corrected"), say("approved")), now=1,
        facts=(
            (say("Period captured"), say("from %(start)s to %(end)s", start=Moment(at(14), "day"), end=Moment(at(6, month=11), "day_year"))),
            (say("Drawn up on"), Moment(datetime(2025, 11, 21, 15, tzinfo=UTC), "day_year")),
            (say("Author"), Verbatim(hostile or "Direction des communications")),
            (say("Circulation"), Verbatim("Direction, conseil, équipes")),
            (say("Based on"), Listing((say_count("%(n)s export", "%(n)s exports", 3),
                                         say_count("%(n)s log entry", "%(n)s log entries", 64)))),
        ),
    )  # fmt: skip


def _told(hostile: str | None) -> Told:
    return Told(rows=(
        (say("The fact"), (
            own("p1.fact.told", "Le mardi 14 octobre, 2 140 membres ont été prélevés deux fois.",
                "On Tuesday 14 October, 2,140 members were charged twice.", LOGGED),
            Line(id="p1.fact.volume", tag=MEASURED, sentence=say(
                "Volume left its usual level on %(start)s; %(k)s peaks followed, "
                "the highest on %(peak)s with %(n)s posts %(span)s.", span=say("in an hour"),
                start=Moment(at(14, 17), "full"), k=_token("n_peaks"), peak=Moment(at(15, 20), "full"), n=_token("volume.peak_hour"))),
        )),
        (say("Our acts"), (
            Line(id="p1.acts.detected", tag=LOGGED, sentence=say("We noticed it %(when)s.", when=_on(at(15, 8, 15)))),
            Line(id="p1.acts.answered", tag=LOGGED, sentence=say(
                "We first responded publicly %(first)s in %(lang1)s, and %(second)s in %(lang2)s.",
                first=_on(at(15, 11, 5)), lang1=Term(vocabulary="language", key="en"),
                second=_on(at(15, 16, 15)), lang2=Term(vocabulary="language", key="fr"))),
            Line(id="p1.acts.hidden", sentence=say("approved"), hidden=True),
        )),
        (say("Where we stand"), (
            Line(id="p1.now.normal", tag=MEASURED,
                 sentence=say("Volume came back to its usual range on %(day)s.", day=Moment(at(6, month=11), "day"))),
            own("p1.now.refunds", hostile or "Les 2 140 remboursements sont faits depuis le 23 octobre.",
                hostile or "All 2,140 refunds have been made since 23 October.", JUDGEMENT, moved=("rtb",)),
        )),
    ))  # fmt: skip


def _accounts() -> Sentence:
    words = "by %(accounts)s account", "by %(accounts)s distinct accounts"
    return say_count(*words, 3104, accounts=_token("volume.accounts"))


def _six() -> KeyFigures:
    return KeyFigures(cells=(
        _cell("ttd_sign", "from the first sign to detection", say("after the outbreak: %(delay)s", delay=hours(15, 15))),
        _cell("ttfr", "from the outbreak to the first response", say("plan: %(target)s", target=hours(2))),
        _cell("language_gap", "between the two languages", say("the plan states no target")),
        _cell("volume", "posts captured", _accounts(), confidence="medium"),
        _cell("peak_ratio", "times the usual volume, over 24 h",
              say("%(n)s captured; usual: %(usual)s a day", n=2640, usual=22)),
        KeyFigure(figure=None, value=say("cannot tell"), label=say("from the outbreak to the usual volume"), withheld=True,
                  against=(say("The usual level: the exports hold no calm period before the crisis."),)),
    ))  # fmt: skip


def _strip(hostile: str | None) -> Strip:
    return Strip(label=say("Outside social media"), items=(
        (Verbatim(hostile or "Appels"), say("%(during)s a day, %(before)s before", during=276, before=59)),
        (Verbatim("Départs"), 37),
        (say("Cost"), None),
    ))  # fmt: skip


def _curve(crisis: object) -> Curve:
    marks = CASE["MARKS"]
    return Curve(
        picture=timeline.draw(crisis, marks),  # type: ignore[arg-type]
        marks=tuple(Mark(symbol=s, ours=not a.is_event, when=Moment(a.when.earliest), what=Verbatim(a.title)) for s, a in marks),
        note=(say("Circle: our acts. Diamond: outside event."),
              say("Phases are dated on the number of posts alone and are provisional.")),
    )  # fmt: skip


def _after() -> AfterResponses:
    def followed(symbol: str, name: str, before: int, after: int, peak: timedelta | None) -> Followed:
        counts = say("Posts in the 6 h before: %(before)s; in the 6 h after: %(after)s.", before=before, after=after)
        line = counts if peak is None else say("%(counts)s A peak follows %(delay)s later.", counts=counts, delay=peak)
        return Followed(symbol=symbol, name=Verbatim(name), line=Line(id=f"p1.after.{symbol}", sentence=line),
                        verdict=say("Role not established."))  # fmt: skip

    return AfterResponses(title=say("What followed our responses"), items=(
        followed("2", "En anglais seulement", 250, 436, None), followed("3", "En français", 474, 1688, hours(3, 45)),
        followed("4", "Avis de remboursement", 113, 277, hours(27)),
    ))  # fmt: skip


def _found(hostile: str | None) -> Findings:
    return Findings(left=say("Worked"), right=say("Worked less well"), worked=(
        own("p1.worked.notice", "L’avis de remboursement portait une date et paraissait dans les deux langues à la même minute.",
            "The refund notice carried a date and came out in both languages at the same minute.", LOGGED),
        own("p1.worked.night", "Le service aux membres a ouvert un quart de nuit sans qu’on le lui demande.",
            "Member service opened a night shift without being asked.", JUDGEMENT, proposal=True),
        Blank(who=say("the team, at the debrief")),
    ), less=(
        own("p1.less.watch", hostile or "Personne à la veille de 16 h 30 à 8 h 15, soit 15 h 45 ; l’emballement a lieu à 17 h.",
            hostile or "Nobody on watch from 16:30 to 8:15, that is 15 h 45; the outbreak was at 17:00.", LOGGED),
        own("p1.less.approvals", "Quatre approbations : 2 h 10 des 2 h 50 qui séparent la détection de la réponse.",
            "Four approvals: 2 h 10 of the 2 h 50 between detection and response.", LOGGED),
        own("p1.less.exit", "Cellule levée 5 h après le second pic, 64 h avant la sortie mesurée ; relevés arrêtés le même jour.",
            "Stand-down 5 h after the second peak, 64 h before the measured exit; check-ins stopped that day.", MEASURED),
    ))  # fmt: skip


def _unknown() -> Columns:
    return Columns(title=say("What we do not know"), lines=(
        Line(id="p1.unknown.closed", sentence=say("What was said in closed groups and private messages: absent from every figure.")),
        own("p1.unknown.who", "Qui parle dans 22 % des publications : comptes non attribués.",
            "Who speaks in 22% of the posts: accounts not assigned."),
        own("p1.unknown.silent", "Ce que pensent les membres qui n’écrivent pas, et le coût total.",
            "What members who do not write think, and the total cost."),
    ))  # fmt: skip


# --- page two ---------------------------------------------------------------------------------------------
def _decide(hostile: str | None) -> Page:
    return Page(
        key="decide", kicker=say("What we decide"),
        title=own("p2.title", "Deux actions sur cinq sont en place, trois attendent leurs moyens",
                  "Two actions of five are in place, three await resources"),
        blocks=(_decisions(hostile), _lessons(hostile), _promises(), _relations(), *_cards(hostile), _signatures()),
        foot=say("D+n: n days after the measured exit, on %(day)s.", day=Moment(at(20, 9), "day_year")),
    )  # fmt: skip


def _decisions(hostile: str | None) -> Table:
    rows = (
        (hostile or "Veille jour et nuit pendant 72 h dès que l’argent est touché",
         hostile or "Watch day and night for 72 h when money is touched", "6 800 $", date(2025, 11, 28),
         "Prochaine facturation le 1er décembre avec la même nuit sans veille",
         "Next billing on 1 December with the same unwatched night"),
        ("Permanence de traduction, soirs et fins de semaine", "Translation on call, evenings and weekends", "9 500 $",
         date(2025, 11, 30), "Nouvelle réponse dans une seule des deux langues dues",
         "Another response in only one of the two languages owed"),
        ("Vingt minutes de formation pour 34 agents au journal commun",
         "Twenty minutes of training for 34 agents on the shared log", "11 h 20", date(2026, 1, 31),
         "Les guichets savent à 13 h ce que nous apprenons le lendemain à 8 h 15",
         "Desks know at 13:00 what we learn the next day at 8:15"),
    )  # fmt: skip
    return Table(
        title=say("Decisions needed"),
        header=(say("No."), say("What to decide"), say("Cost"), say("By"), say("If nothing is done"), say("Decision")),
        rows=tuple(
            (n, own(f"p2.decision.{n}", fr, en, proposal=n == 3), Verbatim(cost), before, own(f"p2.risk.{n}", rfr, ren), Blank(who=HEAD))
            for n, (fr, en, cost, before, rfr, ren) in enumerate(rows, start=1)
        ),
        widths=(0.15, 1.5, 0.6, 0.95, 1.5, 1.3),
    )  # fmt: skip


def _lessons(hostile: str | None) -> Table:
    rows = (
        ("l’argent est touché, la veille tient jour et nuit 72 h", "money is touched, the watch runs day and night for 72 h",
         "Rotation de veille et règle d’alerte", "Rota and alert rule", "M. Roy", 3),
        ("aucun texte ne part dans une seule langue", "no text goes out in one language alone",
         "Douze textes prêts, français et anglais", "Twelve ready texts, French and English", "A. Singh", 3),
        ("deux approbations suffisent sous 2 h", "two approvals are enough under 2 h",
         "Article 4.2 du plan, version 3.1", "Clause 4.2 of the plan, version 3.1", "DG", 4),
        ("la levée suit des critères mesurés", "the stand-down follows measured criteria",
         "Liste de sortie ajoutée au plan", "Exit checklist added to the plan", hostile or "Dir. comm.", 4),
        ("les guichets et les communications tiennent un seul journal", "desks and communications keep one log",
         "Journal commun, formation de 34 agents", "Shared log, training of 34 agents", "Service aux membres", 3),
    )  # fmt: skip
    return Table(
        title=say("Lessons and actions"),
        header=(say("No."), say("Next time…"), say("Action"), say("Who, when"), say("Proof, verification"), say("State")),
        rows=tuple(
            (n, own(f"p2.lesson.{n}", fr, en), own(f"p2.action.{n}", afr, aen), Verbatim(who),
             own(f"p2.proof.{n}", "Contrôle d’une nuit en janvier", "Check of one night in January"), rank)
            for n, (fr, en, afr, aen, who, rank) in enumerate(rows, start=1)
        ),
        widths=(0.15, 1.5, 1.3, 0.9, 1.2, 0.9), progress=5,
        note=say("A row marked “proposal to discuss” is the software's, whole, until a person adopts it."),
    )  # fmt: skip


def _promises() -> Table:
    return Table(
        title=say("Public promises"), header=(say("Promise"), say("Made on"), say("Due"), say("Kept?")), half=True,
        rows=(
            (Verbatim("Rembourser 2 140 membres"), Moment(at(16), "day"), Moment(at(24), "day"), Verbatim("oui, 23 oct.")),
            (Verbatim("Envoyer des relevés corrigés"), Moment(at(16), "day"), Moment(at(31), "day"), Verbatim("oui, 29 oct.")),
        ),
        widths=(2.0, 1.0, 1.0, 1.1), note=say("As recorded in the log."),
    )  # fmt: skip


def _relations() -> Table:
    return Table(
        title=say("Where we stand"), header=(say("Who"), say("By"), say("posts captured"), say("State")), half=True,
        rows=(
            (Verbatim("Membres"), Share(0.46), 2950, Term(vocabulary="lesson_state", key="implemented")),
            (Verbatim("Clients"), Share(0.21), 1347, Term(vocabulary="lesson_state", key="observation")),
            (Verbatim("Non attribué"), Share(0.22), 1411, None),
        ),
        widths=(1.2, 0.7, 0.8, 1.3),
    )  # fmt: skip


def _cards(hostile: str | None) -> tuple[Cards, Cards]:
    return (
        Cards(cards=(
            Card(title=say("Danger"), body=own("p2.danger", "La facturation du 1er décembre et l’assemblée de février.",
                                               "The billing of 1 December and the general meeting in February.", JUDGEMENT),
                 pairs=((say("Sign"), Line(id="p2.danger.sign", proposal=True, sentence=say(
                     "more than %(n)s posts in an hour; usual: %(usual)s a day", n=5, usual=22))),
                     (say("Tell"), Verbatim(hostile or "la garde des communications")))),
            Card(title=say("Opportunity"), body=own("p2.opportunity", "27 comptes de membres ont pris notre défense d’eux-mêmes.",
                                                    "27 member accounts defended us unprompted.", MEASURED),
                 pairs=((say("First step"), Blank(who=TEAM)),)),
            Card(title=say("The watch"), body=None, pairs=((say("Who"), Verbatim("Communications et service aux membres")),
                 (say("Rhythm"), Blank(who=TEAM)), (say("Until"), Moment(at(20, month=10), "day_year")))),
        )),
        Cards(cards=(
            Card(title=say("Employees"), body=None, pairs=((say("Who will know what"), Blank(who=TEAM)), (say("When"), Blank(who=TEAM)))),
            Card(title=say("Declined, and why"), body=Blank(who=HEAD)),
            Card(title=say("Thanks"), body=own("p2.thanks", "À l’équipe de nuit, à la traduction, aux 27 membres.",
                                               "To the night shift, to translation, to the 27 members.")),
        )),
    )  # fmt: skip


def _signatures() -> Signatures:
    return Signatures(
        next_label=say("Next date"), next_value=say("%(day)s, D+90", day=Moment(datetime(2026, 1, 18, 17, tzinfo=UTC), "day_year")),
        next_note=say("One line per point, on this same page."),
        boxes=((say("Approval: name, date"), Blank(id="p2.approval.head", who=HEAD)),
               (say("Approval: name, date"), Blank(id="p2.approval.chair", who=CHAIR)),
               (say("Total cost of the crisis"), Blank(who=FINANCE))),
    )  # fmt: skip
