"""How a segment fares, on one screen."""

from html import escape

from aiogram.filters.callback_data import CallbackData

from bot.callbacks import RuleAct, RuleButton
from bot.figure_buttons import FigureAct, FigureButton
from bot.page_buttons import PageAct, PageButton
from bot.reports.numbers import Numbers
from bot.reports.success import figure_text
from bot.screen import View
from bot.views.keyboards import buttons
from bot.views.lengths import in_one_message
from bot.words import Words
from segmentation.purchases.figures import PEOPLE_MIN, PERIOD_DAYS, Measure
from use_cases.records.figures import PlaceKind, SegmentPlace
from use_cases.reporting.figures import SegmentFigures

NEEDS_COST = {Measure.ACQUISITION_COST: "acquisition", Measure.RETURN_ON_COST: "messages"}


def figures_button(place: SegmentPlace, words: Words) -> tuple[str, FigureButton]:
    """To the figures, from wherever the segment is shown."""
    return words("button-figures"), FigureButton(act=FigureAct.SHOW, kind=place.kind, id=place.id)


def figures_view(name: str, place: SegmentPlace, found: SegmentFigures, words: Words) -> View:
    """Each figure with its interval; what is missing, and what it waits for."""
    numbers = Numbers(words)
    title = escape(name, quote=False)
    lines = [f"<b>{title}</b>\n<i>{words('figures-period', days=PERIOD_DAYS)}</i>"]
    if found.few:
        lines.append(words("figures-few", least=PEOPLE_MIN))
    told = [
        f"{words(f'figure-{each}')}: <b>{figure_text(each, figure, numbers, found)}</b>"
        for each, figure in found.figures.items()
    ]
    if told:
        lines.append("\n".join(told))
    if not found.payments_known:
        lines.append(words("figures-no-payments"))
    if not found.few:
        lines += _missing(found, words)
    return View(in_one_message(lines, "…"), buttons(*_rows(place, words)))


def _missing(found: SegmentFigures, words: Words) -> list[str]:
    """Each missing figure under its own cause: nothing there to count, costs that nobody noted,
    too few people."""
    unspent = {
        Measure.ACQUISITION_COST: found.costs.acquisition is None,
        Measure.RETURN_ON_COST: found.costs.messages is None,
    }
    missing = found.missing()
    costs = [words(f"figure-{each}") for each in missing if unspent.get(each)]
    empty = [each for each in missing if not unspent.get(each) and each in found.empty]
    few = [
        words(f"figure-{each}")
        for each in missing
        if not unspent.get(each) and each not in found.empty
    ]
    lines = []
    if empty:
        said = [f"• {words(f'figure-{each}')}: {words(f'no-figure-{each}')}" for each in empty]
        lines.append("\n".join([words("figures-nothing-yet"), *said]))
    if few:
        lines.append(words("figures-too-few", figures=", ".join(few), least=PEOPLE_MIN))
    if costs:
        lines.append(words("figures-no-costs", figures=", ".join(costs)))
    return lines


def _rows(place: SegmentPlace, words: Words) -> list[list[tuple[str, CallbackData]]]:
    def button(label: str, act: FigureAct) -> tuple[str, CallbackData]:
        return words(label), FigureButton(act=act, kind=place.kind, id=place.id)

    back: CallbackData = (
        RuleButton(act=RuleAct.SHOW, rule=place.id)
        if place.kind is PlaceKind.RULE
        else PageButton(act=PageAct.OPEN, segment=place.id)
    )
    return [
        [button("button-season", FigureAct.SEASON)],
        [button("button-cost-acquisition", FigureAct.ACQUISITION)],
        [button("button-cost-messages", FigureAct.MESSAGES)],
        [button("button-point-value", FigureAct.POINT)],
        [(words("button-figures-back"), back)],
    ]
