"""The strip under the six figures: what people counted outside social media, and what it cost."""

from datetime import timedelta

from rebond.analysis.sides import Beside, Level
from rebond.crisis import Crisis
from rebond.evidence.sealed import sealed
from rebond.review.blocks import Strip
from rebond.sentences import N_, Moment, Number, Sentence, Value, say

DAY = timedelta(hours=25)
MOST, NAME = 3, 40  # series shown; characters of a name


def strip(crisis: Crisis) -> Strip:
    """Each series with its days, during and before; blanks where nothing was given."""
    items: list[tuple[Sentence | Value, Value]] = [
        (sealed(one.series.name, NAME), compared(one)) for one in crisis.beside[:MOST]
    ]
    if not items:
        items.append((say(N_("Calls, departures, gifts")), None))
    items.append((say(N_("Cost")), sealed(crisis.sheet.costs, 60) if crisis.sheet.costs else None))
    return Strip(label=say(N_("Outside social media")), items=tuple(items))


def compared(one: Beside) -> Sentence:
    """During against before, each mean with the days it is of."""
    if one.during is None:
        return say(N_("not comparable: no count inside the crisis"))
    during = _told(one.during, one.per)
    if one.before is None:
        return say(N_("%(during)s; no count before it to compare with"), during=during)
    return say(N_("during: %(during)s; before: %(before)s"), during=during, before=_told(one.before, one.per))


def _told(level: Level, per: str) -> Sentence:
    if level.last - level.first <= DAY:
        return say(N_("%(count)s on %(day)s"), count=_count(level.mean), day=Moment(level.first, "short"))
    words = {"day": N_("%(mean)s a day"), "week": N_("%(mean)s a week"), "period": N_("%(mean)s on average")}[per]
    mean = say(words, mean=_count(level.mean))
    return say(N_("%(mean)s from %(first)s to %(last)s"), mean=mean, first=Moment(level.first, "short"),
               last=Moment(level.last, "short"))  # fmt: skip


def _count(value: float) -> Value:
    return round(value) if abs(value) >= 10 else Number(value, 1)
