"""How well the scales are measured on whose scores segments rest, in words."""

from collections.abc import Mapping

from bot.reports.numbers import Numbers
from bot.words import Words
from segmentation.run import Reliability


def scales_said(scales: Mapping[str, Reliability], words: Words) -> list[str]:
    """A sentence for each scale, with its interval; poor ones are warned of. Plain text."""
    return [_said(name, known, words) for name, known in sorted(scales.items())]


def _said(name: str, known: Reliability, words: Words) -> str:
    numbers = Numbers(words)
    kind = "alpha" if known.omega is None else "omega"
    figures = (
        (known.alpha, known.alpha_low, known.alpha_high)
        if known.omega is None
        else (known.omega, known.omega_low, known.omega_high)
    )
    known_figures = [numbers.plain(each, 2) for each in figures if each is not None]
    if len(known_figures) < len(figures):
        return words("scale-unknown", scale=name)
    value, low, high = known_figures
    said = words(f"scale-{kind}", scale=name, items=known.items, value=value, low=low, high=high)
    return f"{said} {words('scale-poor')}" if known.poor else said
