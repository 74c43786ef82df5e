"""A broadcast in the making: whom to write to, the message, the points, the preview."""

from collections.abc import Sequence
from html import escape

from aiogram.filters.callback_data import CallbackData

from bot.callbacks import (
    Broadcast,
    BroadcastAct,
    Points,
    RuleAct,
    RuleButton,
    SegmentAct,
    SegmentButton,
)
from bot.screen import View
from bot.views.counts import count_text
from bot.views.keyboards import buttons
from bot.views.lengths import excerpt
from bot.views.rules.cards import size_said
from bot.views.segments import sizes, titles
from bot.views.translations import languages_warning, translation_buttons
from bot.words import Words
from campaigns.template import TemplateFault
from use_cases.broadcasting.previews import Example, Preview
from use_cases.records import Person
from use_cases.records.rules import StoredRule
from use_cases.reporting.suppression import FEW
from use_cases.segments.segmenting import SchemeView

GIFTS = (0, 10, 20, 50, 100)
EXAMPLE_UNITS_MAX = 900  # Three of them, warnings and the head-count fit into one message.
WRITTEN_CHARS_MAX = 40  # Of a faulty placeholder.
FAULTS_SHOWN_MAX = 10


def choose_view(
    views: Sequence[SchemeView], rules: Sequence[StoredRule], reader: Person, words: Words
) -> View:
    """All living segments, each a button with its size; those by rules last."""
    rows: list[list[tuple[str, CallbackData]]] = []
    for view in views:
        names, counts = titles(view, words), sizes(view)
        for segment in view.segments:
            size = count_text(counts[segment.id]).replace("&lt;", "<")
            button = SegmentButton(act=SegmentAct.WRITE, segment=segment.id)
            rows.append([(f"{names[segment.id]} · {size}", button)])
    for rule in rules:
        label = f"{rule.name} · {size_said(rule, reader, words)}"
        rows.append([(label, RuleButton(act=RuleAct.WRITE, rule=rule.id))])
    return View(words("broadcast-choose"), buttons(*rows)) if rows else View(words("broadcast-no"))


def writing_view(name: str, words: Words) -> View:
    """Ask for the message and explain the placeholders."""
    return View(words("broadcast-write", name=escape(name, quote=False)))


def template_faults_view(faults: Sequence[TemplateFault], words: Words) -> View:
    """What is wrong with the message, all of it."""
    lines = []
    for fault in faults[:FAULTS_SHOWN_MAX]:
        found = escape(fault.found[:WRITTEN_CHARS_MAX], quote=False)
        said = words(f"template-{fault.kind.replace('_', '-')}", found=found)
        if fault.suggestion is not None:
            said += " " + words("template-suggestion", suggestion=f"{{{fault.suggestion}}}")
        lines.append(said)
    return View("\n".join([*lines, words("template-again")]))


def points_view(words: Words) -> View:
    """Ask how many points go with the message."""
    row = [(str(points), Points(points=points)) for points in GIFTS]
    return View(words("broadcast-points"), buttons(row))


def preview_view(preview: Preview, name: str, words: Words) -> View:
    """What people would read, the head-count, the warnings; and the last question."""
    parts = [words("preview", name=escape(name, quote=False))]
    parts += [_example_text(example, preview, words) for example in preview.examples]
    lacking = languages_warning(preview.campaign, preview.languages, words)
    warnings = [*_warnings(preview, words), *([lacking] if lacking else [])]
    parts.append("\n".join([*_counts(preview, words), *warnings]))
    campaign = preview.campaign.id
    sendable = preview.reachable - sum(preview.faults.values())
    few = _is_few(preview, sendable)
    label = words("button-send-few", least=FEW) if few else words("button-send", count=sendable)
    send = [(label, Broadcast(campaign=campaign, act=BroadcastAct.SEND))]
    others = [
        (words("button-rewrite"), Broadcast(campaign=campaign, act=BroadcastAct.REWRITE)),
        (words("button-drop"), Broadcast(campaign=campaign, act=BroadcastAct.DROP)),
    ]
    translate = translation_buttons(preview.campaign, preview.languages, words)
    return View("\n\n".join(parts), buttons(send if sendable or few else [], translate, others))


def _is_few(preview: Preview, count: int) -> bool:
    """Whether a number is not told but as fewer than five; nobody would be told as such, too."""
    return preview.vague and count < FEW


def _example_text(example: Example, preview: Preview, words: Words) -> str:
    reader = escape(example.person.name or words("no-name"), quote=False)
    heading = words("preview-own") if preview.vague else words("preview-reader", name=reader)
    text = example.letter.text.strip() or "—"
    return f"{heading}\n{excerpt(text, EXAMPLE_UNITS_MAX)}"


def _counts(preview: Preview, words: Words) -> list[str]:
    if _is_few(preview, preview.reachable):
        lines = [words("preview-reachable-few", least=FEW)]
    else:
        lines = [words("preview-reachable", count=preview.reachable)]
    if preview.unreachable and _is_few(preview, preview.unreachable):
        lines.append(words("preview-unreachable-few", least=FEW))
    elif preview.unreachable:
        lines.append(words("preview-unreachable", count=preview.unreachable))
    told = not _is_few(preview, preview.reachable - sum(preview.faults.values()))
    if preview.points_in_all and told:  # Of a few they would tell how many they are.
        lines.append(words("preview-points", points=words("points", points=preview.points_in_all)))
    return lines


def _warnings(preview: Preview, words: Words) -> list[str]:
    lines = []
    for placeholder, count in sorted(preview.missing.items()):
        written = f"{{{placeholder}}}"
        if _is_few(preview, count):
            lines.append(words("preview-missing-few", least=FEW, placeholder=written))
        else:
            lines.append(words("preview-missing", count=count, placeholder=written))
    for fault, count in sorted(preview.faults.items()):
        few = "-few" if _is_few(preview, count) else ""
        said = words(f"preview-{fault.replace('_', '-')}{few}", count=count, least=FEW)
        lines.append(said)
    return [f"⚠️ {line}" for line in lines]
