"""The six figures of page one, each with what it is compared with and how far it may be trusted."""

from datetime import timedelta

from rebond.analysis.clock import AS_TOLD, is_as_told
from rebond.crisis import Crisis
from rebond.evidence.figures import Figure
from rebond.evidence.grade import PERHAPS_BEFORE, PERHAPS_BEFORE_TOLD, is_wide, usual
from rebond.review.blocks import KeyFigure
from rebond.review.dates import dated, period
from rebond.review.titles import is_short
from rebond.sentences import N_, AtLeast, Sentence, Token, say, say_count

SIX = (
    ("ttd_sign", N_("from the first sign to detection")),
    ("ttfr", N_("from the outbreak to the first response")),
    ("language_gap", N_("between the two languages")),
    ("volume", N_("posts captured")),
    ("peak_ratio", N_("times the usual volume, over 24 h")),
    ("rtb", N_("from the outbreak to the usual volume")),
)


AS_STATED = {
    "ttfr": N_("from the start stated to the first response"),
    "ttd_outbreak": N_("from the start stated to detection"),
}  # where the outbreak was not observed and the case sheet tells when it began


def cells(crisis: Crisis, known: dict[str, Figure]) -> tuple[KeyFigure, ...]:
    """The six, always in the same order; what could not be measured says why in its place."""
    return tuple(_cell(crisis, known, *asked) for asked in SIX)


def _cell(crisis: Crisis, known: dict[str, Figure], id: str, label: str) -> KeyFigure:
    if id == "ttd_sign" and _no_sign(crisis, known):
        id, label = "ttd_outbreak", N_("from the outbreak to detection")
    figure = known.get(id)
    if figure is not None and is_as_told(figure.caveats):
        label = AS_STATED.get(id, label)
    if figure is None or (figure.value is None and figure.interval is None):
        return KeyFigure(
            figure=None if figure is None else id,
            label=say(label),
            withheld=True,
            value=figure.printed if figure is not None else say(N_("cannot tell")),
            against=() if figure is None or figure.why_not is None else (figure.why_not,),
        )
    if id == "volume" and figure.value == 1:
        label = N_("post captured")
    value, against = figure.printed, _against(crisis, known, figure)
    if figure.censored and isinstance(value, AtLeast):
        unseen = say(N_("not yet observed"))
        if id == "rtb" and is_short(crisis):
            wait = timedelta(days=crisis.settings.parameters.normal_days)
            unseen = say(N_("not yet observed: it takes %(wait)s of usual volume"), wait=wait)
        value, against = say(N_("≥ %(value)s"), value=value.value), (unseen, *against)
    return KeyFigure(
        figure=id, value=Token(id, value), label=say(label), against=against[:2], confidence=figure.confidence
    )


def _no_sign(crisis: Crisis, known: dict[str, Figure]) -> bool:
    """Whether nothing came before the outbreak: the delay from the first sign would be that from the outbreak."""
    if crisis.phases.warning.retained is None:
        return True
    sign, outbreak = known.get("ttd_sign"), known.get("ttd_outbreak")
    return sign is not None and outbreak is not None and sign.printed == outbreak.printed


def _against(crisis: Crisis, known: dict[str, Figure], figure: Figure) -> tuple[Sentence, ...]:
    """What stands under a figure: why it is a wide range, or may lie before the outbreak; then the comparison."""
    perhaps = [c for c in figure.caveats if c.text in (*PERHAPS_BEFORE.values(), PERHAPS_BEFORE_TOLD, AS_TOLD)]
    wide = figure.caveats[-1:] if figure.value is None and figure.interval and is_wide(*figure.interval) else ()
    return (*perhaps, *_compared(crisis, known, figure), *wide)


def _compared(crisis: Crisis, known: dict[str, Figure], figure: Figure) -> tuple[Sentence, ...]:
    """The comparison under a figure, in the fixed order: our plan, our normal level, else what it counts."""
    if isinstance(figure.against, timedelta):
        return (say(N_("plan: %(target)s"), target=figure.against),)
    if figure.id == "ttd_sign" and (outbreak := known.get("ttd_outbreak")) and outbreak.value is not None:
        return _after_outbreak(outbreak)
    if figure.id == "volume":
        accounts, window = known["volume.accounts"], figure.window
        by: tuple[Sentence, ...] = ()
        if crisis.few_spoke:
            floor = crisis.settings.parameters.cell_floor_authors
            by = (say(N_("by fewer than %(n)s accounts"), n=floor),)
        elif isinstance(accounts.value, int):
            token = Token("volume.accounts", accounts.printed)
            words = N_("by %(accounts)s account"), N_("by %(accounts)s distinct accounts")
            by = (say_count(*words, accounts.value, accounts=token),)
        return by if window is None else (*by, period(crisis, window, "short"))
    if figure.id == "peak_ratio" and crisis.baseline.per_day is not None:
        return (say(N_("%(n)s captured; usual: %(usual)s a day"), n=figure.n, usual=usual(crisis.baseline.per_day)),)
    if figure.id == "rtb" and crisis.phases.new_level is not None:
        return (say(N_("to another level, above the usual one")),)
    if figure.id == "rtb" and crisis.phases.normal.retained is not None:
        return (say(N_("on %(day)s"), day=dated(crisis, crisis.phases.normal.retained, "day")),)
    if figure.id == "language_gap":
        return (say(N_("the plan states no target")),)
    return ()  # fmt: skip


def _after_outbreak(outbreak: Figure) -> tuple[Sentence, ...]:
    """The same delay from the outbreak on, which is the one a plan speaks of."""
    delay = Token("ttd_outbreak", outbreak.printed)
    plan = () if outbreak.against is None else (say(N_("plan: %(target)s"), target=outbreak.against),)
    return (say(N_("after the outbreak: %(delay)s"), delay=delay), *plan)
