"""What people did, as a table from which segments are made: RFM, and interests by category."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from segmentation.grounds import Doings
from segmentation.purchases.rfm import PEOPLE_MIN as RFM_PEOPLE_MIN
from segmentation.values import PEOPLE_MIN, AnswerTable, Item, ItemKind, Method, Recipe
from surveys.answers import Answer, Counted, Picked
from surveys.questions import ChoiceKey, QuestionKey

RECENCY, FREQUENCY, MONEY = map(QuestionKey, ("recency", "frequency", "money"))
INTERESTS = QuestionKey("interests")
CATEGORIES_MAX = 40
CATEGORY_PEOPLE_MIN = 5  # In a smaller category everybody could be known.
DAY_SECONDS = 86_400


@dataclass(frozen=True, slots=True)
class Done:
    """Something that a person did; `amount` in the smallest unit of money."""

    person: int
    at: datetime
    amount: int | None = None
    category: str | None = None


def people_needed(doings: Doings) -> int:
    """Of so many people something must be known."""
    return RFM_PEOPLE_MIN if doings is Doings.RFM else PEOPLE_MIN


def table_of(doings: Doings, done: Iterable[Done], now: datetime) -> tuple[AnswerTable, Recipe]:
    """What everybody did, and how segments are made of it."""
    return _rfm(list(done), now) if doings is Doings.RFM else _interests(done)


def _rfm(done: list[Done], now: datetime) -> tuple[AnswerTable, Recipe]:
    """Days since the last time, how often, and the money where enough people paid any.

    Where money is known of enough people, only what was paid counts; refunds are taken off.
    """
    paid = [each for each in done if each.amount is not None]
    buyers = {each.person for each in paid if (each.amount or 0) > 0}
    with_money = len(buyers) >= RFM_PEOPLE_MIN
    counted: dict[int, list[Done]] = defaultdict(list)
    for each in paid if with_money else done:
        if not with_money or each.person in buyers:
            counted[each.person].append(each)
    table = {person: _numbers(theirs, now, with_money) for person, theirs in counted.items()}
    keys = (RECENCY, FREQUENCY, MONEY) if with_money else (RECENCY, FREQUENCY)
    recipe = Recipe(
        scheme=Doings.RFM.value,
        items=tuple(Item(key=key, kind=ItemKind.NUMBER) for key in keys),
        method=Method.RFM,
        people_min=RFM_PEOPLE_MIN,
        pairs=0,
    )
    return AnswerTable.of(table), recipe


def _numbers(done: list[Done], now: datetime, with_money: bool) -> Mapping[QuestionKey, Answer]:
    times = [each for each in done if not with_money or (each.amount or 0) > 0]
    last = max(each.at for each in times)
    found: dict[QuestionKey, Answer] = {
        RECENCY: Counted(max((now - last).total_seconds() / DAY_SECONDS, 0.0)),
        FREQUENCY: Counted(float(len(times))),
    }
    if with_money:
        found[MONEY] = Counted(float(sum(each.amount or 0 for each in done)))
    return found


def _interests(done: Iterable[Done]) -> tuple[AnswerTable, Recipe]:
    """Which categories each person ever turned to, the commonest ones; case makes no difference."""
    theirs: dict[int, set[str]] = defaultdict(set)
    spelled: dict[str, Counter[str]] = defaultdict(Counter)
    for each in done:
        name = " ".join((each.category or "").split())
        if name:
            theirs[each.person].add(name.casefold())
            spelled[name.casefold()][name] += 1
    people = Counter(category for chosen in theirs.values() for category in chosen)
    common = [c for c in sorted(people, key=lambda c: (-people[c], c)) if _is_common(people[c])]
    labels = {c: min(spelled[c], key=lambda s: (-spelled[c][s], s)) for c in common}
    labels = dict(list(labels.items())[:CATEGORIES_MAX])
    table: dict[int, Mapping[QuestionKey, Answer]] = {
        person: {INTERESTS: Picked(tuple(ChoiceKey(labels[c]) for c in labels if c in chosen))}
        for person, chosen in theirs.items()
    }
    options = tuple(labels.values())
    items = (Item(key=INTERESTS, kind=ItemKind.MULTIPLE, options=options),) if options else ()
    return AnswerTable.of(table), Recipe(scheme=Doings.INTERESTS.value, items=items)


def _is_common(people: int) -> bool:
    return people >= CATEGORY_PEOPLE_MIN
