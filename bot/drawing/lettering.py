"""How wide words are, and where their lines break.

Advances are those of DejaVu Sans, in which PNGs are drawn, rounded up; the fonts of phones are
narrower, so that a line which fits here fits there.
"""

import unicodedata
from collections.abc import Callable, Mapping

_PLAIN_GROUPS = {
    0.28: "ijl'ії",
    0.32: " IJ,.ІЇ·’\u00a0",
    0.36: "f/:;\\|",
    0.4: "t()-[]",
    0.44: "r!",
    0.48: '"',
    0.52: "*_`–“”„",
    0.56: "cszL?гзсэєґ",
    0.6: "kvxyFвтухчь",
    0.64: "abdeghnopquEPSTY0123456789${}абеёклоряГЕЁРТУҐ«»€₽",
    0.68: "KийнпЗ",
    0.72: "ABCRVXZдцъАБВКСХЧЬЭЯЄ",
    0.76: "HNUмИЙЛНП",
    0.8: "DGOQ&ыДОЦ₴",
    0.84: "w#+<=>^~Ъ≈≥−×",
    0.88: "MфюМФ",
    0.92: "жшЫ",
    0.96: "%щ",
    1: "mW@—…",
    1.08: "ЖШЮ№",
    1.12: "Щ",
}
_BOLD_GROUPS = {
    0.32: "'",
    0.36: " ijlії\u00a0",
    0.4: "IJ,./:;\\|ІЇ·’",
    0.44: "f-",
    0.48: "t!()[]",
    0.52: "r_`–",
    0.56: '"*гґ',
    0.6: "csz?зстэє",
    0.64: "LвьГҐ",
    0.68: "aekvxyаеёкухя«»“”„",
    0.72: "bdghnopquEFT0123456789${}бийнопрчЕЁЗТ€₽",
    0.76: "CPSYZлцъРСЭЄ",
    0.8: "ABKRVXАБВУХЬЯ",
    0.84: "DGHNU#+<=>^~дмИЙКЛНПЧ≈≥−×",
    0.88: "OQ&О₴",
    0.92: "ыД",
    0.96: "wЦЪ",
    1: "M@жфюМФ—…",
    1.04: "%Ы",
    1.08: "mш",
    1.12: "Wщ",
    1.2: "Ю",
    1.24: "ЖШ№",
    1.36: "Щ",
}
"""Em -> the characters that are so wide."""


def _by_character(groups: Mapping[float, str]) -> dict[str, float]:
    return {character: width for width, characters in groups.items() for character in characters}


_PLAIN, _BOLD = _by_character(_PLAIN_GROUPS), _by_character(_BOLD_GROUPS)
_OTHER, _FULL = 0.72, 1.25  # Of other alphabets; of emoji and ideographs.
_UNSEEN = {"Mn", "Me", "Cf", "Cc"}  # Marks over others, joiners: they take no room.


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """The room that one line takes, in the unit of `size`."""
    known = _BOLD if bold else _PLAIN
    return size * sum(known[c] if c in known else _width_of_other(c) for c in text)


def _width_of_other(character: str) -> float:
    if unicodedata.category(character) in _UNSEEN:
        return 0.0
    wide = unicodedata.east_asian_width(character) in {"W", "F"}
    return _FULL if wide or unicodedata.category(character) == "So" else _OTHER


def wrapped(
    text: str,
    size: float,
    width: float,
    lines_max: int = 99,
    *,
    bold: bool = False,
    balanced: bool = False,
) -> list[str]:
    """The lines of a text in letters of that size; the last one ends in an ellipsis if cut.

    `balanced` ones are of about one length, as suits a title.
    """

    def fits(line: str, room: float) -> bool:
        return width_of(line, size, bold=bold) <= room

    lines = _broken(text, width, fits)
    if balanced and 1 < len(lines) <= lines_max:
        lines = _balanced(text, len(lines), width, fits)
    if len(lines) <= lines_max:
        return lines
    last = lines[lines_max - 1]
    while last and not fits(f"{last}…", width):
        last = last[:-1]
    return [*lines[: lines_max - 1], last.rstrip(" ,;:.—-") + "…"]


def _balanced(text: str, count: int, width: float, fits: Callable[[str, float], bool]) -> list[str]:
    """The same number of lines in as little width as they need."""
    low, high = width / count, width
    while high - low > 1:
        middle = (low + high) / 2
        if len(_broken(text, middle, fits)) <= count:
            high = middle
        else:
            low = middle
    return _broken(text, high, fits)


def _broken(text: str, width: float, fits: Callable[[str, float], bool]) -> list[str]:
    """As many words a line as fit; a word longer than a line is cut."""
    lines = [""]
    for word in text.replace("\n", " ").split(" "):
        if not word:
            continue
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if fits(longer, width):
            lines[-1] = longer
            continue
        if lines[-1]:
            lines.append("")
        for character in word:
            if lines[-1] and not fits(lines[-1] + character, width):
                lines.append("")
            lines[-1] += character
    return lines
