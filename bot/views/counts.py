"""Head-counts as managers may see them: nothing that tells which of 0 to 4 a small one is."""

from typing import assert_never

from use_cases.reporting.suppression import FEW, Count, Kind


def badge(number: int) -> str:
    """A segment's number as pictures show it: it fixes the colour, and is no place in a list."""
    if 1 <= number <= 20:
        return chr(ord("①") + number - 1)
    return chr(ord("㉑") + number - 21) if 21 <= number <= 35 else f"({number})"


def count_text(count: Count) -> str:
    """The public side of a count, for Telegram HTML: "38", "&lt;5", "≈40", "—"."""
    match count.kind:
        case Kind.EXACT:
            return f"{count.value:.0f}"
        case Kind.ABOUT:
            return f"≈{count.value:.0f}"
        case Kind.AT_LEAST:
            return f"≥{count.value:.0f}"
        case Kind.FEW:
            return f"&lt;{FEW}"
        case Kind.HIDDEN:
            return "—"
        case _:
            assert_never(count.kind)
