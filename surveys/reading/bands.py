"""Choices that are bands of numbers ("18–24", "65 и больше"): a number picks the one it lies in."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from surveys.questions import Choice
from surveys.reading.typed import loose, number_said

_N = r"(?P<{}>\d{{1,9}}(?:[.,]\d{{1,3}})?)"
_UNIT = r"(?P<unit>(?:\s[^\W\d]+){0,3}?)"
_AND_MORE = (
    r"(?:(?:и|і|й|та|або|или|and|or)\s)?(?:больше|более|старше|выше|більше|старше|вище"
    r"|over|more|older|above|up)"
)
_LOW, _HIGH = _N.format("low"), _N.format("high")
_FROM = r"(?:от|від|from|не меньше|не менше|at least)"
_OVER = r"(?:больше|более|старше|свыше|більше|понад|over|more than|above)"
_UP_TO = r"(?:до|up to|не больше|не більше|at most)"
_UNDER = r"(?:меньше|менее|младше|моложе|менше|молодше|under|less than|below)"
_FORMS = tuple(
    (re.compile(form), kind)
    for form, kind in (
        (rf"{_LOW}\s?(?:[-–—‑−]|\bto\b|\bдо\b)\s?{_HIGH}{_UNIT}", "between"),
        (rf"(?:от|від|from|between)\s{_LOW}\s(?:до|to|and)\s{_HIGH}{_UNIT}", "between"),
        (rf"{_LOW}\s?\+{_UNIT}", "from"),
        (rf"{_LOW}{_UNIT}\s{_AND_MORE}", "from"),
        (rf"{_LOW}\s{_AND_MORE}{_UNIT}", "from"),
        (rf"{_FROM}\s{_LOW}{_UNIT}", "from"),
        (rf"{_OVER}\s{_LOW}{_UNIT}", "over"),
        (rf"{_UP_TO}\s{_HIGH}{_UNIT}", "up_to"),
        (rf"{_UNDER}\s{_HIGH}{_UNIT}", "under"),
        (rf"{_LOW}{_UNIT}", "one"),
    )
)
_YEARS = frozenset(["год", "года", "лет", "рік", "роки", "років", "year", "years"])
_STEM = 3  # Letters that раз, раза, рази share.
_ABOUT_ONE = frozenset(["мне", "мені", "я", "i", "im", "am"])
_TENS = {
    word: 10 * tens
    for tens, words in enumerate(
        (
            "двадцать двадцять twenty",
            "тридцать тридцять thirty",
            "сорок forty",
            "пятьдесят пятдесят fifty",
            "шестьдесят шістдесят sixty",
            "семьдесят сімдесят seventy",
            "восемьдесят вісімдесят eighty",
            "девяносто дев'яносто ninety",
        ),
        start=2,
    )
    for word in words.replace("'", "").split()
}
_TEENS = {
    word: number
    for number, words in enumerate(
        (
            "одиннадцать одинадцять eleven",
            "двенадцать дванадцять twelve",
            "тринадцать тринадцять thirteen",
            "четырнадцать чотирнадцять fourteen",
            "пятнадцать пятнадцять fifteen",
            "шестнадцать шістнадцять sixteen",
            "семнадцать сімнадцять seventeen",
            "восемнадцать вісімнадцять eighteen",
            "девятнадцать девятнадцять дев'ятнадцять nineteen",
        ),
        start=11,
    )
    for word in words.replace("'", "").split()
}


@dataclass(frozen=True, slots=True)
class Band:
    """Numbers from `low` to `high`, ends that are `beyond` left out; `loose_end`: whether "up to
    25" holds 25 is told by the other bands. `unit` is what is counted, empty where unsaid."""

    low: float
    high: float
    beyond: frozenset[float] = frozenset()
    loose_end: bool = False
    unit: tuple[str, ...] = ()

    def holds(self, number: float) -> bool:
        """Whether the number lies in it, loose ends and all."""
        return self.low <= number <= self.high and number not in self.beyond


def find_band(choices: Sequence[Choice], text: str) -> int | None:
    """The index of the only band that the typed number lies in; None where the choices are no
    bands of one thing, or the text is no number."""
    bands = {i: band for i, choice in enumerate(choices) if (band := _band_of(choice)) is not None}
    units = {band.unit for band in bands.values() if band.unit}
    wide = any(band.low < band.high for band in bands.values())
    if len(bands) < 2 or not wide or len(units) > 1:
        return None
    number = _number_in(text)
    if number is None or number < 0:
        return None
    held = [i for i, band in bands.items() if band.holds(number)]
    firm = [i for i in held if not (bands[i].loose_end and bands[i].high == number)]
    found = firm or held
    return found[0] if len(found) == 1 else None


def _band_of(choice: Choice) -> Band | None:
    """What its label in all languages together says; None if it is a band in none of them."""
    read = [_read_band(label) for label in choice.label.by_language.values()]
    bands = [band for band in read if band is not None]
    if not bands or choice.other:
        return None
    low, high = max(band.low for band in bands), min(band.high for band in bands)
    return Band(
        low,
        high,
        beyond=frozenset(end for band in bands for end in band.beyond),
        loose_end=all(band.loose_end for band in bands if band.high == high),
        unit=bands[0].unit,
    )


def _read_band(label: str) -> Band | None:
    plain = " ".join(label.casefold().replace("ё", "е").replace("\u202f", " ").split())
    for form, kind in _FORMS:
        found = form.fullmatch(plain)
        if found is None:
            continue
        ends = {k: float(v.replace(",", ".")) for k, v in found.groupdict().items() if k != "unit"}
        low = ends.get("low", -inf)
        high = low if kind == "one" else ends.get("high", inf)
        return Band(
            low,
            high,
            beyond=frozenset({low} if kind == "over" else {high} if kind == "under" else ()),
            loose_end=kind == "up_to",
            unit=_unit_of(found["unit"]),
        )
    return None


def _unit_of(words: str) -> tuple[str, ...]:
    return tuple("year" if word in _YEARS else word[:_STEM] for word in words.split())


def _number_in(text: str) -> float | None:
    """The number: digits or words to 99, "мне" before it and years after it."""
    number = number_said(text)
    if number is not None:
        return number
    words = [word for word in loose(text).split() if word not in _ABOUT_ONE and word not in _YEARS]
    if len(words) == 1:
        said = words[0]
        return float(_TENS.get(said) or _TEENS.get(said) or 0) or number_said(said)
    if len(words) == 2 and words[0] in _TENS:
        ones = number_said(words[1])
        return _TENS[words[0]] + ones if ones is not None and 1 <= ones <= 9 else None
    return None
