"""One segment as managers see it: who they are, the note, the pin, what it is merged from."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from html import escape

from bot.callbacks import SegmentAct, SegmentButton
from bot.figure_buttons import FigureButton
from bot.page_buttons import PageAct, PageButton
from bot.screen import View
from bot.views.figures import figures_button
from bot.views.keyboards import buttons
from bot.views.lengths import in_one_message
from bot.views.portraits import portrait_lines
from bot.views.segments import apart, size_text, titles
from bot.words import Words
from use_cases.records import StoredSegment
from use_cases.records.figures import PlaceKind, SegmentPlace
from use_cases.reporting.portraits import Portrait
from use_cases.segments.segmenting import SchemeView

Button = tuple[str, SegmentButton | PageButton | FigureButton]


def page_view(
    view: SchemeView,
    segment: StoredSegment,
    parts: Sequence[StoredSegment],
    names: Mapping[int, str],
    words: Words,
    portrait: Portrait | None = None,
) -> View:
    """The page with everything that can be done to the segment; a portrait may still be awaited."""
    pin = "📌 " if segment.pinned else ""
    lines = [f"{pin}<b>{escape(names[segment.id], quote=False)}</b>"]
    lines.append(size_text(view, segment, words))
    if segment.note:
        lines.append(f"📝 {escape(segment.note, quote=False)}")
    if parts:
        called = part_names(view, (segment, *parts), words)
        named = ", ".join(called[each.id] for each in (segment, *parts))
        lines.append(words("page-merged", names=escape(named, quote=False)))
    if portrait is not None:
        lines += portrait_lines(portrait, words)
    elif marks := apart(view, segment, words):
        lines += [f"<i>{marks}</i>", words("portrait-wait")]
    if view.run is not None and view.run.themes:
        lines.append(f"💬 {words('themes-sketch')}")
    text = in_one_message(lines, words("segments-more"))
    return View(text, buttons(*_rows(view, segment, parts, words)))


def part_names(view: SchemeView, parts: Sequence[StoredSegment], words: Words) -> Mapping[int, str]:
    """What each is called beside those that it is merged with: as before it was."""
    alone = [replace(each, parts=()) for each in parts]
    return titles(replace(view, segments=tuple(alone)), words)


def merge_view(view: SchemeView, segment: StoredSegment, words: Words) -> View:
    """Which of the others the segment is to become a part of."""
    names = titles(view, words)
    others = [each for each in view.segments if each.id != segment.id]
    rows: list[list[Button]] = [
        [(names[each.id], PageButton(act=PageAct.INTO, segment=segment.id, value=each.id))]
        for each in others
    ]
    rows.append([(words("button-back"), PageButton(act=PageAct.OPEN, segment=segment.id))])
    named = escape(names[segment.id], quote=False)
    return View(words("merge-ask" if others else "merge-nobody", name=named), buttons(*rows))


def _rows(
    view: SchemeView, segment: StoredSegment, parts: Sequence[StoredSegment], words: Words
) -> list[list[Button]]:
    def page(label: str, act: PageAct) -> Button:
        return words(label), PageButton(act=act, segment=segment.id)

    place = SegmentPlace(PlaceKind.SEGMENT, segment.id)
    write = SegmentButton(act=SegmentAct.WRITE, segment=segment.id)
    rename = SegmentButton(act=SegmentAct.RENAME, segment=segment.id)
    pin = ("button-unpin", PageAct.UNPIN) if segment.pinned else ("button-pin", PageAct.PIN)
    merging = [page("button-merge", PageAct.MERGE)] if len(view.segments) > 1 else []
    if parts:
        merging.append(page("button-apart", PageAct.APART))
    scheme = SegmentButton(act=SegmentAct.SHOW, scheme=view.scheme.id)
    return [
        [page("button-persona", PageAct.PERSONA), figures_button(place, words)],
        [(words("button-write-them"), write), (words("button-name-it"), rename)],
        [page("button-note", PageAct.NOTE), page(*pin)],
        merging,
        [(words("button-all-segments"), scheme)],
    ]
