"""All signs of one response together, and how much it weighs where segments are looked for.

Nothing is ever taken out: a flagged response is placed, counted and shown like any other.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from surveys.answers import Answer, Chosen, Picked, Written
from surveys.quality.batteries import (
    CONTRADICTING_PAIRS_MIN,
    batteries,
    contradictions,
    is_straight,
    opposites,
)
from surveys.quality.nonsense import is_nonsense
from surveys.quality.speeding import (
    Seconds,
    is_faster_than_others,
    is_faster_than_reading,
    reading_seconds,
    usual_seconds,
)
from surveys.questions import QuestionKey, Survey


class Flag(StrEnum):
    """A sign that a response was not given with care."""

    READING = "reading"  # Faster than the questions can be read.
    HURRY = "hurry"  # Much faster than others.
    STRAIGHT = "straight"  # One point down a whole battery.
    CONTRADICTION = "contradiction"  # Agrees with a thing and with its opposite.
    NONSENSE = "nonsense"  # Own words that are none.


WEIGHTS = {
    Flag.READING: 0.5,
    Flag.HURRY: 0.7,
    Flag.STRAIGHT: 0.5,
    Flag.CONTRADICTION: 0.7,
    Flag.NONSENSE: 0.5,
}
WEIGHT_MIN = 0.1  # Signs add up, but nobody counts for nothing.


@dataclass(frozen=True, slots=True)
class GivenResponse:
    """What is looked at: the answers that count, the seconds they took, the language read."""

    answers: Mapping[QuestionKey, Answer]
    seconds: Seconds = field(default_factory=dict)
    language: str = "ru"


class Signs:
    """Finds the signs in one response after another; what only the survey decides is found once.

    `usual` are the median seconds of each question.
    """

    def __init__(self, survey: Survey, usual: Seconds) -> None:
        self._survey, self._usual = survey, usual
        self._batteries, self._opposites = batteries(survey), opposites(survey)
        self._needed: dict[str, Seconds] = {}  # To read, by language.

    def of(self, given: GivenResponse) -> frozenset[Flag]:
        """The signs in one response."""
        found = set()
        taken = given.seconds
        if taken and is_faster_than_reading(self._to_read(given.language), taken):
            found.add(Flag.READING)
        if taken and is_faster_than_others(taken, self._usual):
            found.add(Flag.HURRY)
        if any(is_straight(battery, given.answers) for battery in self._batteries):
            found.add(Flag.STRAIGHT)
        if contradictions(self._opposites, given.answers) >= CONTRADICTING_PAIRS_MIN:
            found.add(Flag.CONTRADICTION)
        if _speaks_nonsense(given.answers):
            found.add(Flag.NONSENSE)
        return frozenset(found)

    def _to_read(self, language: str) -> Seconds:
        if language not in self._needed:
            self._needed[language] = reading_seconds(self._survey, language)
        return self._needed[language]


def flag_all(
    survey: Survey, responses: Mapping[int, GivenResponse]
) -> Mapping[int, frozenset[Flag]]:
    """The signs of everybody, each compared with all."""
    signs = Signs(survey, usual_seconds(given.seconds for given in responses.values()))
    return {person: signs.of(given) for person, given in responses.items()}


def weight_of(flags: frozenset[Flag]) -> float:
    """How much a response with these signs counts; 1 without any."""
    weight = 1.0
    for flag in flags:
        weight *= WEIGHTS[flag]
    return max(round(weight, 3), WEIGHT_MIN)


def _speaks_nonsense(answers: Mapping[QuestionKey, Answer]) -> bool:
    """Whether most of what was said in own words is none; names of choices are not looked at."""
    said = [
        words.text if isinstance(words, Written) else words.other or ""
        for words in answers.values()  # Everybody's every answer: most are taps, at a glance.
        if isinstance(words, Written) or (isinstance(words, Chosen | Picked) and words.other)
    ]
    said = [words for words in said if words]
    return bool(said) and sum(map(is_nonsense, said)) * 2 > len(said)
