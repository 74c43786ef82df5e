"""One tap after another: the best of a set, then the worst, then the next set."""

from dataclasses import dataclass

from surveys.answers import Judged, Judgement
from surveys.maxdiff.designs import VERSIONS, design, sets_needed
from surveys.questions import ChoiceKey, MaxDiff
from surveys.reading.typed import find_choice
from surveys.rejections import Reason, Rejected
from surveys.replies import Reply, TappedItem, Typed

PAPER_SEED = 0
"""The lot of everybody on paper; whoever enters a sheet is shown the sets that stand there."""

Ticks = tuple[ChoiceKey, ...]
"""The best and the worst of each set so far, in turn."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where somebody is: the set, counted from 1, what is shown, and the best of it if chosen."""

    number: int
    total: int
    shown: Ticks
    best: ChoiceKey | None

    @property
    def step(self) -> int:
        """How many taps came before."""
        return 2 * (self.number - 1) + (self.best is not None)


def sets_of(question: MaxDiff, seed: int) -> tuple[Ticks, ...]:
    """The sets that this person is shown."""
    items, per_set = len(question.choices), min(question.per_set, len(question.choices))
    sets = question.sets or sets_needed(items, per_set)
    keys = [choice.key for choice in question.choices]
    found = design(items, per_set, sets, seed % VERSIONS)
    return tuple(tuple(keys[item] for item in shown) for shown in found)


def standing(question: MaxDiff, ticks: Ticks, seed: int) -> Standing:
    """What is asked after those taps."""
    sets = sets_of(question, seed)
    number = min(len(ticks) // 2, len(sets) - 1)
    best = ticks[-1] if len(ticks) % 2 else None
    return Standing(number + 1, len(sets), sets[number], best)


def judged(question: MaxDiff, ticks: Ticks, reply: Reply, seed: int) -> Ticks | Judged | Rejected:
    """The taps with one more, or the whole answer after the last; an old button changes nothing.

    A tap on what was just called the best takes that back.
    """
    now = standing(question, ticks, seed)
    key: ChoiceKey | None = None
    match reply:
        case TappedItem(_, step) if step is not None and step != now.step:
            return ticks
        case TappedItem(index) if 0 <= index < len(question.choices):
            key = question.choices[index].key
        case Typed(text):
            shown = [choice for choice in question.choices if choice.key in now.shown]
            shown.sort(key=lambda choice: now.shown.index(choice.key))
            place = find_choice(shown, text)
            key = shown[place].key if place is not None else None
    if key is None or key not in now.shown:
        return Rejected(Reason.NOT_A_CHOICE, {"count": len(now.shown)})
    if key == now.best:
        return ticks[:-1]
    longer = (*ticks, key)
    sets = sets_of(question, seed)
    if len(longer) < 2 * len(sets):
        return longer
    rounds = zip(sets, longer[::2], longer[1::2], strict=True)
    return Judged(tuple(Judgement(*each) for each in rounds))


def ends_with(answer: Judged, key: ChoiceKey, step: int | None) -> bool:
    """Whether that was the very last tap of the answer."""
    return answer.rounds[-1].worst == key and step in (None, 2 * len(answer.rounds) - 1)
