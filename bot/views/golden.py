"""Golden questions as managers see them, and the short survey that asks by them."""

from html import escape

from aiogram.filters.callback_data import CallbackData

from bot.screen import View
from bot.segment_buttons import Change, ChangeAct, Short
from bot.views.changes import percent, prompt_of
from bot.views.keyboards import buttons
from bot.views.lengths import in_one_message
from bot.views.segments import heading, titles
from bot.words import Words
from use_cases.records import ShortSurvey
from use_cases.segments.golden import GoldenFound
from use_cases.segments.segmenting import SchemeView


def judging_view(view: SchemeView, words: Words) -> View:
    """They are being computed."""
    return View(f"<b>{heading(view, words)}</b>\n\n{words('golden-looking')}")


def golden_view(
    view: SchemeView, found: GoldenFound, short: ShortSurvey | None, words: Words
) -> View:
    """The few questions with what they are worth, and the button that publishes them."""
    lines = [f"<b>{heading(view, words)}</b>", words("golden-intro", count=found.people)]
    lines.append(
        "\n".join(
            words(
                "golden-line",
                number=number,
                question=prompt_of(line.item, view.asked, words),
                share=percent(line.accuracy),
                low=percent(line.low),
                high=percent(line.high),
            )
            for number, line in enumerate(found.lines[: found.proposed], 1)
        )
    )
    lines.append(words("golden-full", share=percent(found.full)))
    if view.run is not None and view.run.themes:
        lines.append(f"💬 {words('golden-own-words')}")
    names = titles(view, words)
    by_key = {key: names[each.id] for each in view.segments for key in each.keys}
    recall = [
        words("golden-recall", name=escape(by_key[key], quote=False), share=percent(share))
        for key, share in found.recall.items()
        if key in by_key
    ]
    lines.append("\n".join([words("golden-recalls"), *recall]))
    lines.append(
        words(
            "golden-adaptive",
            confidence=percent(found.confidence),
            questions=round(found.asked, 1),
            share=percent(found.asked_accuracy),
            fixed=found.fixed,
            fixed_share=percent(found.fixed_accuracy),
        )
    )
    is_open = short is not None and short.open
    lines.append(f"<i>{words('short-is-open' if is_open else 'short-explained')}</i>")
    label = words("button-short-close" if is_open else "button-short-open")
    rows: list[list[tuple[str, CallbackData]]] = [
        [(label, Short(scheme=view.scheme.id, on=not is_open))],
        [(words("button-to-segments"), Change(act=ChangeAct.SHOW, scheme=view.scheme.id))],
    ]
    return View(in_one_message(lines, words("segments-more")), buttons(*rows))
