"""What a plain sentence in the place of a rule probably means: "жильцы корпуса 12А старше 35".

Which words say what comes from outside, in the writer's language; only conditions that people
often say in passing are known here.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from segmentation.rules.faults import RuleFault
from segmentation.rules.parsing import parse
from segmentation.rules.writing import quoted, write

WORDS_MAX = 40
_WORD = re.compile(r"\d+[.,]\d+|[^\W_]+(?:[/’'-][^\W_]+)*")
_PLAIN: Mapping[str, str] = {
    "owner": 'home_role = "owner"',
    "tenant": 'home_role = "tenant"',
    "women": 'gender = "female"',
    "men": 'gender = "male"',
    "cold": 'rfm = "cold"',
    "warm": 'rfm = "warm"',
    "hot": 'rfm = "hot"',
    "new": "added within 30 days",
}
_DEEDS = {"paid": "payment", "bought": "purchase", "came": "visit", "asked": "ticket"}
_UNITS = ("hours", "days", "weeks", "months", "years")
_PASSED = ("noise", "years", "age")
SAID = (
    *("building", "entrance", "floor", "above", "below", "older", "younger", "from", "to"),
    *("years", "months", "weeks", "days", "hours", "age", "or", "not", "noise"),
    *_PLAIN,
    *_DEEDS,
)
"""All that words can say."""

SPAN_AHEAD = 5
"""So many words after a deed its time may stand: "не платили за последние 30 дней"."""


@dataclass(frozen=True, slots=True)
class Guess:
    """A rule's canonical text, and the words of the sentence that have no part in it."""

    text: str
    left: tuple[str, ...]


def guessed(sentence: str, meant: Mapping[str, Sequence[str]]) -> Guess | None:
    """The rule that the sentence probably means; None where no word of it says a condition.

    `meant` has the words by what they say; one that ends in * is the beginning of words.
    """
    words = _WORD.findall(sentence)
    if len(words) > WORDS_MAX:
        return None
    reader = _Reader(words, meant)
    reader.read()
    if not reader.found:
        return None
    joint = " or " if reader.either else " and "
    try:
        return Guess(write(parse(joint.join(reader.found))), tuple(reader.left))
    except RuleFault:
        return None


@dataclass(slots=True)
class _Reader:
    """Walks over the words of the sentence."""

    words: Sequence[str]
    meant: Mapping[str, Sequence[str]]
    found: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    either: bool = False
    _negated: bool = False
    _at: int = 0

    def read(self) -> None:
        while self._at < len(self.words):
            start = self._at
            if self._says("or"):
                self.either = True
            elif self._says("not"):
                self._negated = True
            elif self._place() or self._age() or self._deed() or self._plain():
                pass
            elif not any(self._says(each) for each in _PASSED):
                self.left.append(self.words[start])
            self._at = max(self._at, start + 1)

    def _says(self, what: str, ahead: int = 0) -> bool:
        place = self._at + ahead
        if not 0 <= place < len(self.words):
            return False
        word = self.words[place].lower().replace("ё", "е")
        return any(
            word.startswith(each[:-1]) if each.endswith("*") else word == each
            for each in self.meant.get(what, ())
        )

    def _number(self, ahead: int = 0) -> str | None:
        place = self._at + ahead
        word = self.words[place] if place < len(self.words) else ""
        return word if word.isdecimal() else None

    def _take(self, condition: str, words: int) -> bool:
        self.found.append(f"not ({condition})" if self._negated else condition)
        self._negated = False
        self._at += words
        return True

    def _place(self) -> bool:
        """House 12A, entrance 2, 2nd floor, above the 5th floor."""
        sign = ">" if self._says("above") else "<" if self._says("below") else ""
        if sign and (high := self._number(1)) and self._says("floor", 2):
            return self._take(f"floor {sign} {high}", 3)
        for what in ("building", "entrance", "floor"):
            named = self.words[self._at + 1 : self._at + 2]
            if self._says(what) and named and any(each.isdecimal() for each in named[0]):
                return self._take(_at_home(what, named[0]), 2)
            if (number := self._number()) and self._says(what, 1):
                return self._take(_at_home(what, number), 2)
        return False

    def _age(self) -> bool:
        """Older than 35, from 30 to 40 years."""
        if self._says("older") or self._says("younger"):
            ahead = 2 if self._says("noise", 1) else 1  # Older than 35.
            number, sign = self._number(ahead), ">" if self._says("older") else "<"
            return number is not None and self._take(f"age {sign} {number}", ahead + 1)
        first = self._number(1)
        if first is None or not (self._says("from") or self._says("to")):
            return False
        second = self._number(3) if self._says("from") and self._says("to", 2) else None
        years = self._says("years", 4 if second else 2) or self._says("age", -1)
        if not years:
            return False
        if second:
            return self._take(f"age between {first} and {second}", 4)
        return self._take(f"age {'>=' if self._says('from') else '<='} {first}", 2)

    def _deed(self) -> bool:
        """Paid within 30 days, did not come."""
        kind = next((_DEEDS[each] for each in _DEEDS if self._says(each)), None)
        if kind is None:
            return False
        for ahead in range(1, SPAN_AHEAD + 1):
            unit = next((each for each in _UNITS if self._says(each, ahead)), None)
            if unit is not None:
                number = self._number(ahead - 1) or "1"
                return self._take(f"did({quoted(kind)}, within {number} {unit})", ahead + 1)
        return self._take(f"did({quoted(kind)})", 1)

    def _plain(self) -> bool:
        for what, condition in _PLAIN.items():
            if self._says(what):
                return self._take(condition, 1)
        return False


def _at_home(what: str, named: str) -> str:
    return f"{what} = {named if what == 'floor' else quoted(named)}"
