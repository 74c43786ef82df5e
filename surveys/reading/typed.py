"""What people type instead of tapping: labels, numbers of choices, numbers with units."""

import re
import unicodedata
from collections.abc import Sequence

from surveys.limits import SHORT_LIST_MAX
from surveys.questions import Choice, Gauge, Scale
from surveys.text import Text

_KEYCAP = re.compile("[\ufe0f\u20e3]")  # What makes "5" the emoji 5️⃣.
_APOSTROPHES = re.compile("['’ʼ`´]")
_NOT_WORD = re.compile(r"[\W_]+")
_BETWEEN_PICKS = re.compile(r"[;\n]+"), re.compile(r"[;,\n]+"), re.compile(r"[;,\s]+")
_GROUPED_BY_SPACE = re.compile(r"\d{1,3}( \d{3})+([.,]\d+)?")
_GROUPED_BY_COMMA = re.compile(r"\d{1,3}(,\d{3})+\.\d+|\d{1,3}(,\d{3}){2,}")
_GROUPED_BY_DOT = re.compile(r"\d{1,3}(\.\d{3})+,\d+|\d{1,3}(\.\d{3}){2,}")
_PLAIN_NUMBER = re.compile(r"\d+([.,]\d+)?")
_YES = frozenset({"да", "так", "yes", "y", "ага", "угу", "конечно", "звісно", "of course", "1"})
_NO = frozenset({"нет", "не", "ні", "no", "n", "неа", "2"})
_STARS = frozenset("⭐★ \ufe0f")
BEGINNING_MIN = 3  # Letters from which on the beginning of a word may name its choice.
_IN_WORDS = {
    word: float(number)
    for number, words in enumerate(
        (
            "один одна одно одне одного one",
            "два две двое дві двоє two",
            "три трое троє three",
            "четыре четверо чотири four",
            "пять пятеро five",
            "шесть шестеро шість six",
            "семь семеро сім seven",
            "восемь восьмеро вісім eight",
            "девять девятеро nine",
            "десять десятеро ten",
        ),
        start=1,
    )
    for word in words.split()
}
_DIGITS_MAX = 40  # Longer than any number meant as one; keeps float() away from novels.


def clean_text(text: str) -> str:
    """The text without control characters that databases refuse; empty if nothing can be seen."""
    kept = "".join(c for c in text if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs"))
    if all(c.isspace() or unicodedata.category(c) == "Cf" for c in kept):
        return ""
    return kept.strip()


def read_number(text: str, unit: Text | None = None) -> float | None:
    """The number that was typed, or None: "1 200,5" is one, "54 м²" is one where the unit is м²."""
    bare = _without_unit(_squeezed(text), unit)
    sign = -1.0 if bare.startswith(("-", "−", "–")) else 1.0
    digits = bare.lstrip("+-−–").strip() if bare[:1] in "+-−–" else bare
    if len(digits) > _DIGITS_MAX:
        return None
    if _GROUPED_BY_SPACE.fullmatch(digits):
        return sign * float(digits.replace(" ", "").replace(",", "."))
    if _GROUPED_BY_COMMA.fullmatch(digits):
        return sign * float(digits.replace(",", ""))
    if _GROUPED_BY_DOT.fullmatch(digits):
        return sign * float(digits.replace(".", "").replace(",", "."))
    if _PLAIN_NUMBER.fullmatch(digits):
        return sign * float(digits.replace(",", "."))
    return None


def number_said(text: str, unit: Text | None = None) -> float | None:
    """`read_number`, and one to ten in words: "двоє", "три", "five"."""
    number = read_number(text, unit)
    return number if number is not None else _IN_WORDS.get(loose(_without_unit(text, unit)))


def find_choice(choices: Sequence[Choice], text: str) -> int | None:
    """The index of the choice that the text names by its label in any language or by its number."""
    wanted = _folded(text)
    exact = [i for i, choice in enumerate(choices) if wanted in map(_folded, _words(choice.label))]
    if exact:
        return exact[0]
    number = read_number(wanted.rstrip(".)"))
    if number is not None and number in range(1, len(choices) + 1):
        return int(number) - 1
    said = loose(text)
    near = [i for i, choice in enumerate(choices) if said in map(loose, _words(choice.label))]
    if said and len(near) == 1:
        return near[0]
    return _begun(choices, said) if len(choices) <= SHORT_LIST_MAX else None


def _begun(choices: Sequence[Choice], said: str) -> int | None:
    """The only choice in which a word begins like that; a long list is searched instead."""
    if len(said) < BEGINNING_MIN:
        return None
    found = [
        i
        for i, choice in enumerate(choices)
        if any(f" {said}" in f" {loose(label)}" for label in _words(choice.label))
    ]
    return found[0] if len(found) == 1 else None


def find_choices(choices: Sequence[Choice], text: str) -> tuple[int, ...] | None:
    """The indexes of all choices that the text lists ("1, 3", "лифт, парковка"); None if any is
    not there."""
    whole = find_choice(choices, text)
    if whole is not None:
        return (whole,)
    for separator in _BETWEEN_PICKS:
        parts = [part for part in separator.split(text) if part.strip()]
        found = [find_choice(choices, part) for part in parts]
        known = tuple(index for index in found if index is not None)
        if known and len(known) == len(parts):
            return tuple(dict.fromkeys(known))
    return None


def find_scale_point(scale: Scale, text: str) -> int | None:
    """The point that the text names by its digit or by the words at an end of the scale."""
    number = number_said(text)
    if number is not None:
        return int(number) if number.is_integer() else None
    if scale.gauge is Gauge.STARS and text.strip().strip("\ufe0f") and set(text.strip()) <= _STARS:
        return sum(sign in "⭐★" for sign in text)
    for point, own in enumerate(scale.labels, scale.low):
        if loose(text) in map(loose, _words(own)):
            return point
    for label, point in ((scale.low_label, scale.low), (scale.high_label, scale.high)):
        if label is not None and loose(text) in map(loose, _words(label)):
            return point
    return None


def is_yes(text: str) -> bool | None:
    """Whether the text says yes or no in any of the bot's languages; None if neither."""
    said = loose(text)
    if said in _YES:
        return True
    return False if said in _NO else None


def _words(text: Text) -> tuple[str, ...]:
    return tuple(text.by_language.values())


def _squeezed(text: str) -> str:
    """One plain space for every kind and run of spaces; emoji digits are digits."""
    plain = unicodedata.normalize("NFKC", _KEYCAP.sub("", text))
    return " ".join(plain.split())


def _folded(text: str) -> str:
    """Without what typing leaves to chance: case, ё, spaces."""
    return _squeezed(text).casefold().replace("ё", "е")


def loose(text: str) -> str:
    """Only letters and digits: no emoji, quotes, apostrophes, dashes."""
    return _NOT_WORD.sub(" ", _APOSTROPHES.sub("", _folded(text))).strip()


def _without_unit(text: str, unit: Text | None) -> str:
    """The text without the question's own unit at its end; any other word stays."""
    folded = text.casefold()
    for word in sorted(map(_folded, _words(unit)), key=len, reverse=True) if unit else ():
        for ending in (word, f"{word}."):
            if word and folded.endswith(ending):
                return folded.removesuffix(ending).rstrip()
    return text
