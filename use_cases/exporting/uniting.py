"""All versions of a survey as one list of questions, held together by their keys.

The newest wording counts, earlier ones are remembered. What only an old version asked keeps its
place. A key under which another kind of question was asked later is another question here: a
text and a rating, or marks out of five and out of seven, are not one column.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from surveys.piping import without_answers
from surveys.questions import (
    Choice,
    ChoiceKey,
    LocationQuestion,
    MaxDiff,
    MediaQuestion,
    Question,
    QuestionKey,
    Scale,
    Survey,
    choices_of,
)
from surveys.text import Text
from use_cases.exporting.names import Names
from use_cases.exporting.values import Earlier

LATER_CODES_FROM = 10_001
"""Where all choices had numbers for keys, and a later version adds one that has not."""

_CODE_DIGITS_MAX = 4

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitedChoice:
    """A choice over all versions that had it."""

    choice: Choice  # As the newest of them words it.
    code: int  # The same for ever.
    versions: tuple[int, ...]
    earlier: tuple[Earlier, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class United:
    """A question over all versions that asked it so."""

    key: QuestionKey
    newest: Question
    by_version: Mapping[int, Question]
    choices: tuple[UnitedChoice, ...]  # In the newest order, then those that are gone.
    earlier: tuple[Earlier, ...]
    names: "Named" = field(repr=False)

    @property
    def versions(self) -> tuple[int, ...]:
        """The versions that asked it, as they were published."""
        return tuple(self.by_version)

    @property
    def label(self) -> Text:
        """What it asks, without anybody's own answers in it."""
        return without_answers(self.newest.prompt)


@dataclass(frozen=True, slots=True)
class Named:
    """Where a united question's columns get their names."""

    names: Names
    base: tuple[str, ...]

    def of(self, *within: str) -> str:
        """The name of the question's own column, or of one `within` it."""
        return self.names.of(*self.base, *within)


WORDS, STATUS = "words", "status"
"""Within a question: the words that came with "other"; whether a text was given."""
LATITUDE, LONGITUDE, FILES, ROUNDS = "latitude", "longitude", "files", "rounds"
BEST, WORST, SHOWN = "best", "worst", "shown"
CALCULATED = ""
"""Tells a calculated value from a question that has the same key in another version."""


def unite(versions: Sequence[Survey], names: Names) -> list[United]:
    """The questions of those versions, which come in the order of their publication."""
    found: dict[tuple[object, ...], dict[int, Question]] = {}
    bases: dict[tuple[object, ...], tuple[str, ...]] = {}
    for survey in versions:
        for question in survey.questions:
            family = _family(question)
            if family not in bases:
                before = sum(each[0] == question.key for each in bases)
                bases[family] = (question.key,) if not before else (question.key, str(before + 1))
            found.setdefault(family, {})[survey.version] = question
            _name(Named(names, bases[family]), question)
        for each in survey.calculated:
            names.of(each.key, CALCULATED)
    orders = [[_family(question) for question in survey.questions] for survey in versions]
    return [_united(found[family], Named(names, bases[family])) for family in _merged(orders)]


def _family(question: Question) -> tuple[object, ...]:
    """What has to stay for answers of two versions to stand in one column."""
    if isinstance(question, Scale):
        return question.key, Scale, question.low, question.high
    return question.key, type(question)


def _name(named: Named, question: Question) -> None:
    """Have all names given now that the question may need: first come, first served."""
    named.of()
    for choice in choices_of(question):
        named.of(choice.key)
    within: tuple[str, ...] = (WORDS, STATUS)
    if isinstance(question, MaxDiff):
        within = (*within, ROUNDS)
        for choice in question.choices:
            for count in (BEST, WORST, SHOWN):
                named.of(choice.key, count)
    if isinstance(question, MediaQuestion):
        within = (*within, FILES)
    if isinstance(question, LocationQuestion):
        within = (*within, LATITUDE, LONGITUDE)
    for each in within:
        named.of(each)


def _united(by_version: Mapping[int, Question], named: Named) -> United:
    newest = list(by_version.values())[-1]
    return United(
        key=newest.key,
        newest=newest,
        by_version=by_version,
        choices=_choices(by_version),
        earlier=_earlier(by_version, lambda question: question.prompt),
        names=named,
    )


def _choices(by_version: Mapping[int, Question]) -> tuple[UnitedChoice, ...]:
    lists = {version: choices_of(question) for version, question in by_version.items()}
    codes = _codes(list(lists.values()))
    united = []
    for key in _merged([[choice.key for choice in listed] for listed in lists.values()]):
        had = {
            version: choice
            for version, listed in lists.items()
            for choice in listed
            if choice.key == key
        }
        united.append(
            UnitedChoice(
                choice=list(had.values())[-1],
                code=codes[key],
                versions=tuple(had),
                earlier=_earlier(had, lambda choice: choice.label),
            )
        )
    return tuple(united)


def _codes(lists: Sequence[Sequence[Choice]]) -> dict[ChoiceKey, int]:
    """The number of each choice: the author's own where the first version's keys are numbers."""
    keys = dict.fromkeys(choice.key for listed in lists for choice in listed)
    first = [choice.key for choice in lists[0]]
    if not all(map(_is_code, first)):
        return {key: place for place, key in enumerate(keys, start=1)}
    own = {key: int(key) for key in keys if _is_code(key)}
    others = [key for key in keys if key not in own]
    return own | {key: place for place, key in enumerate(others, start=LATER_CODES_FROM)}


def _is_code(key: str) -> bool:
    """Whether a key is a number as one writes it."""
    return key.isascii() and key.isdigit() and len(key) <= _CODE_DIGITS_MAX and str(int(key)) == key


def _earlier(by_version: Mapping[int, T], words: Callable[[T], Text]) -> tuple[Earlier, ...]:
    """Every wording before the newest, with the last version that had it."""
    said = [(version, words(each)) for version, each in by_version.items()]
    following = [text for _, text in said[1:]]
    return tuple(
        Earlier(version, without_answers(text))
        for (version, text), after in zip(said, following, strict=False)
        if text != after
    )


def _merged(orders: Sequence[Iterable[T]]) -> list[T]:
    """The newest order; what only an older one has comes after what stood before it there."""
    newest_first = [list(order) for order in reversed(orders)]
    merged = list(dict.fromkeys(newest_first[0])) if newest_first else []
    for order in newest_first[1:]:
        known = set(merged)
        place = 0
        for each in order:
            if each in known:
                place = merged.index(each) + 1
            else:
                merged.insert(place, each)
                known.add(each)
                place += 1
    return merged
