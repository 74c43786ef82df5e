"""Figures of success in words: "54 % (48–60 %)", "1 250,00 UAH (…)"."""

from bot.reports.numbers import NBSP, Numbers
from bot.words import Words
from segmentation.purchases.figures import MONEY, PERIOD_DAYS, SHARES, Figure, Measure
from use_cases.reporting.figures import SegmentFigures


def value_text(measure: Measure, value: float, numbers: Numbers, currency: str | None) -> str:
    """One number in the unit of the figure."""
    if measure in SHARES:
        if measure in {Measure.GROWTH, Measure.RETURN_ON_COST}:
            return f"{numbers.signed(100 * value)}{NBSP}%"
        return numbers.percent(value)
    if measure in MONEY:
        unit = f"{NBSP}{currency}" if currency else ""
        return f"{numbers.plain(value / 100, 2)}{unit}"
    if measure is Measure.NPS:
        return numbers.signed(value)
    return numbers.plain(value, 1)


def difference_text(measure: Measure, value: float, numbers: Numbers, currency: str | None) -> str:
    """The difference of two values: "+7 p.p.", "−120,00 UAH"."""
    if measure in SHARES:
        unit = numbers.words("report-unit-points").replace(" ", NBSP)
        return f"{numbers.signed(100 * value)}{NBSP}{unit}"
    if measure in MONEY:
        unit = f"{NBSP}{currency}" if currency else ""
        return f"{numbers.signed(value / 100, 2)}{unit}"
    return numbers.signed(value, 0 if measure is Measure.NPS else 1)


def figure_text(measure: Measure, figure: Figure, numbers: Numbers, found: SegmentFigures) -> str:
    """The value with its interval; points with what they are worth, where that was said."""
    text = value_text(measure, figure.value, numbers, found.currency)
    if figure.low is not None and figure.high is not None and figure.low < figure.high:
        low = figure.low if measure is Measure.NPS or measure in MONEY else max(figure.low, 0.0)
        bounds = [value_text(measure, end, numbers, None) for end in (low, figure.high)]
        text += f" ({bounds[0]} … {bounds[1]})"
    if measure in {Measure.EARNED, Measure.SPENT} and found.point_value is not None:
        worth = figure.value * float(found.point_value)
        text += f" ≈ {value_text(Measure.LIFETIME_VALUE, worth, numbers, found.currency)}"
    return text


def figures_listed(found: SegmentFigures | None, numbers: Numbers) -> list[tuple[str, str]]:
    """The name and the value of each figure that may be told."""
    if found is None:
        return []
    return [
        (numbers.words(f"figure-{m}"), figure_text(m, found.figures[m], numbers, found))
        for m in Measure
        if m in found.figures
    ]


def figures_note(found: SegmentFigures | None, words: Words) -> str:
    """Of which days they are, and that nothing is said of money where nothing is known of it."""
    if found is None:
        return ""
    period = words("figures-period", days=PERIOD_DAYS)
    none = "" if found.payments_known else words("report-no-payments")
    return f"{period} {none}".strip()
