"""Golden questions as managers see them, and the short survey that asks by them."""

from html import escape

from aiogram.filters.callback_data import CallbackData

from bot.field_callbacks import Field, FieldAct
from bot.print_buttons import Paper, PrintButton
from bot.screen import View
from bot.segment_buttons import Change, ChangeAct, Short
from bot.views.changes import percent, prompt_of
from bot.views.keyboards import buttons
from bot.views.lengths import in_one_message
from bot.views.segments import heading, titles
from bot.words import Words
from use_cases.conversations.meeting import short_payload
from use_cases.points import points_in_short
from use_cases.records import ShortSurvey
from use_cases.segments.golden import GoldenFound
from use_cases.segments.segmenting import SchemeView


def judging_view(view: SchemeView, words: Words) -> View:
    """They are being computed."""
    return View(f"<b>{heading(view, words)}</b>\n\n{words('golden-looking')}")


def golden_view(
    view: SchemeView, found: GoldenFound, short: ShortSurvey | None, words: Words, bot: str
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
            low=percent(found.asked_low),
            high=percent(found.asked_high),
            unsure=percent(1 - found.asked_decided),
            fixed=found.fixed,
            fixed_share=percent(found.fixed_accuracy),
            fixed_low=percent(found.fixed_low),
            fixed_high=percent(found.fixed_high),
        )
    )
    is_open = short is not None and short.open
    lines.append(f"<i>{words('short-is-open' if is_open else 'short-explained')}</i>")
    lines += [_points_line(view, short, words)] if short is not None and is_open else []
    if is_open:
        link = f"https://t.me/{bot}?start={short_payload(view.scheme.id)}"
        lines.append(words("short-link", link=link))
    label = words("button-short-close" if is_open else "button-short-open")
    rows: list[list[tuple[str, CallbackData]]] = [
        *(_ways_in(view, words) if is_open else []),
        [(label, Short(scheme=view.scheme.id, on=not is_open))],
        [(words("button-to-segments"), Change(act=ChangeAct.SHOW, scheme=view.scheme.id))],
    ]
    return View(in_one_message(lines, words("segments-more")), buttons(*rows))


def _points_line(view: SchemeView, short: ShortSurvey, words: Words) -> str:
    """What it brings whoever takes it, and what the rest of the survey does."""
    points = points_in_short(view.asked, short.most)
    rest = view.asked.points - points
    return words("short-brings", points=points, rest=rest) if points else words("short-brings-none")


def _ways_in(view: SchemeView, words: Words) -> list[list[tuple[str, CallbackData]]]:
    """How people come to it: a letter, a post, a poster."""
    rows: list[list[tuple[str, CallbackData]]] = []
    if view.survey is not None:
        survey = view.survey.id
        rows.append([(words("button-invite"), Field(survey=survey, act=FieldAct.INVITE))])
        rows.append([(words("button-post"), Field(survey=survey, act=FieldAct.POST))])
    poster = PrintButton(paper=Paper.SHORT, of=view.scheme.id)
    rows.append([(words("button-print-poster"), poster)])
    return rows
