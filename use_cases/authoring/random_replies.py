"""Random replies that fit a question, one after another, for simulated people."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from random import Random

from surveys.expressions.tree import Literal, every_node
from surveys.media import MediaFile
from surveys.questions import (
    ContactQuestion,
    DateQuestion,
    LocationQuestion,
    MaxDiff,
    MediaQuestion,
    MultipleChoice,
    Note,
    NumberQuestion,
    OpenQuestion,
    Question,
    Ranking,
    Scale,
    SingleChoice,
    TimeQuestion,
    YesNo,
)
from surveys.replies import (
    Reply,
    SentContact,
    SentFile,
    SentPlace,
    TappedChoice,
    TappedDay,
    TappedDone,
    TappedDontKnow,
    TappedItem,
    TappedPreferNot,
    TappedScale,
    TappedSkip,
    Typed,
)
from surveys.ticks import picks_allowed, places_of

BESIDE_SHARE = 0.1  # Of replies that are Skip, "don't know" or "rather not say", where offered.
NUMBER_REACH = 4  # Powers of ten above the least number.
DAYS_REACH = 400
SAID = "В доме хорошо"  # Own words; repeated where a constraint asks for more of them.


def random_replies(question: Question, dice: Random, today: date) -> Iterator[Reply]:
    """Endless replies, each of which the question takes if its constraint does."""
    beside: list[Reply] = []
    if question.optional:
        beside.append(TappedSkip())
    if question.dont_know:
        beside.append(TappedDontKnow())
    if question.prefer_not:
        beside.append(TappedPreferNot())
    while True:
        if beside and dice.random() < BESIDE_SHARE:
            yield dice.choice(beside)
        yield _reply(question, dice, today)


def _reply(question: Question, dice: Random, today: date) -> Reply:
    match question:
        case OpenQuestion():
            return Typed(" ".join([SAID] * dice.randint(1, 5)))
        case SingleChoice(choices=choices):
            index = dice.randrange(len(choices))
            return Typed(SAID) if choices[index].other else TappedChoice(index)
        case YesNo():
            return TappedChoice(dice.randrange(2))
        case MultipleChoice():
            return _picks(question, dice)
        case Ranking(choices=choices):
            return TappedDone(tuple(dice.sample(range(len(choices)), places_of(question))))
        case MaxDiff(choices=choices):
            return TappedItem(dice.randrange(len(choices)))
        case Scale(low=low, high=high):
            return TappedScale(dice.randint(low, high))
        case NumberQuestion():
            return Typed(f"{_number(question, dice):.10g}")
        case DateQuestion():
            return TappedDay(_day(question, dice, today))
        case TimeQuestion():
            return Typed(time(dice.randrange(24), dice.randrange(60)).isoformat("minutes"))
        case Note():
            return TappedDone()
        case MediaQuestion(accepted=accepted):
            name = f"simulated-{dice.randrange(10**9)}"
            return SentFile(MediaFile(kind=accepted[0], file_id=name, unique_id=name))
        case LocationQuestion():
            return SentPlace(round(dice.uniform(-80, 80), 5), round(dice.uniform(-180, 180), 5))
        case ContactQuestion():
            return SentContact(f"+{dice.randrange(10**11, 10**12)}", own=True)


def _picks(question: MultipleChoice, dice: Random) -> Reply:
    listed = list(enumerate(question.choices))
    alone = [i for i, choice in listed if choice.exclusive]
    together = [i for i, choice in listed if not (choice.exclusive or choice.other)]
    if alone and dice.random() < 1 / len(listed):
        return TappedDone((dice.choice(alone),))
    most = min(picks_allowed(question), len(together))
    least = min(max(question.picks_min, 0), most)
    return TappedDone(tuple(dice.sample(together, dice.randint(least, most))))


def _number(question: NumberQuestion, dice: Random) -> float:
    """Between the bounds; now and then next to a number that the constraint speaks of."""
    low = question.minimum if question.minimum is not None else 0.0
    reach = 10.0 ** dice.randint(0, NUMBER_REACH)  # Small numbers as often as large ones.
    high = min(low + reach, question.maximum) if question.maximum is not None else low + reach
    near = _numbers_named(question)
    if near and dice.random() < 0.5:
        value = dice.choice(near) + dice.choice((-1, 0, 1))
    else:
        value = dice.uniform(low, high)
    value = float(round(value)) if question.whole else round(value, 2)
    bounds = (question.minimum, question.maximum)
    above = value if bounds[0] is None else max(value, bounds[0])
    return above if bounds[1] is None else min(above, bounds[1])


def _day(question: DateQuestion, dice: Random, today: date) -> date:
    earliest = question.earliest or min(today - timedelta(DAYS_REACH), question.latest or today)
    latest = question.latest or max(today + timedelta(DAYS_REACH), earliest)
    return earliest + timedelta(dice.randint(0, (latest - earliest).days))


def _numbers_named(question: NumberQuestion) -> list[float]:
    nodes = every_node(question.constraint) if question.constraint is not None else ()
    values = [node.value for node in nodes if isinstance(node, Literal)]
    return [float(v) for v in values if isinstance(v, float | int) and not isinstance(v, bool)]
