"""Price sensitivity in words."""

from html import escape

from aiogram.filters.callback_data import CallbackData

from bot.callbacks import RowId
from bot.reports.price_chart import number
from bot.words import Words
from surveys.prices import Sensitivity, TooFewPrices


class PricesOf(CallbackData, prefix="vw"):
    """What a survey's answers say of the price, by the id of one of its versions."""

    survey: RowId


def too_few_text(found: TooFewPrices, words: Words) -> str:
    """Why nothing is said yet."""
    return words("prices-too-few", needed=found.needed)


def prices_text(found: Sensitivity, unit: str, words: Words) -> str:
    """The four points, each with its interval. Telegram HTML, short enough for a caption."""
    shown = escape(unit, quote=False)
    lines = []
    for point, estimate in found.points.items():
        low, high = number(estimate.low), number(estimate.high)
        price = f"<b>{number(estimate.price)}</b> {shown}".strip()
        lines.append(words(f"prices-told-{point.value}", price=price, low=low, high=high))
    lines.append(words("prices-people", people=found.people))
    if found.left_out >= LEFT_OUT_MIN:
        lines.append(words("prices-left-out", count=found.left_out))
    return "\n".join(lines)


LEFT_OUT_MIN = 5  # Fewer people are not spoken of.
