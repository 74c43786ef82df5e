"""Orders drawn by lot: always the same for the same seed, on every machine and for ever."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b

from surveys.answers import Answer, Counted
from surveys.questions import Choice, Question, QuestionKey, Shuffle, Survey
from surveys.structure import Stretch

SEED_KEY = QuestionKey("seed()")
"""Under this key a response keeps its seed, where the survey draws lots; no question has it."""

SEED_MAX = 2**31 - 1


def seed_in(answers: Mapping[QuestionKey, Answer]) -> int:
    """The seed that the response keeps; 0 where it draws no lots."""
    kept = answers.get(SEED_KEY)
    return int(kept.value) if isinstance(kept, Counted) else 0


def drawn(keys: Iterable[str], shuffle: Shuffle, seed: int, about: str) -> list[str]:
    """The keys in the order that the lot gives them for what it is `about`."""
    lot = seed if shuffle is True else f"fixed {shuffle}"
    return sorted(keys, key=lambda key: blake2b(f"{lot}|{about}|{key}".encode()).digest())


def choices_by_lot(
    key: str, choices: Sequence[Choice], shuffle: Shuffle, seed: int
) -> tuple[Choice, ...]:
    """The choices by lot; "other" and those that stand alone stay at the end, as written."""
    if shuffle is False:
        return tuple(choices)
    by_key = {str(choice.key): choice for choice in choices}
    mixed = [str(c.key) for c in choices if not (c.exclusive or c.other)]
    last = [choice for choice in choices if choice.exclusive or choice.other]
    return (*(by_key[each] for each in drawn(mixed, shuffle, seed, key)), *last)


def questions_in_order(
    survey: Survey, answers: Mapping[QuestionKey, Answer]
) -> tuple[Question, ...]:
    """All questions of the survey in the order of this response."""
    if survey.order is None:
        return survey.questions
    by_key = {str(question.key): question for question in survey.questions}
    ordered = _keys_in_order(survey.order, seed_in(answers))
    return tuple(by_key[key] for key in ordered if key in by_key)


def _keys_in_order(stretch: Stretch, seed: int) -> Iterator[str]:
    parts = {each if isinstance(each, str) else each.key: each for each in stretch.parts}
    names: Iterable[str] = parts
    if stretch.shuffle is not False:
        names = drawn(parts, stretch.shuffle, seed, stretch.key)
    for name in names:
        part = parts[name]
        if isinstance(part, str):
            yield part
        else:
            yield from _keys_in_order(part, seed)
