"""Schemes of segments as managers see them: the verdict in words, sizes, what sets each apart."""

from collections.abc import Mapping, Sequence
from html import escape

from bot.callbacks import SegmentAct, SegmentButton
from bot.screen import View
from bot.views.counts import count_text
from bot.views.keyboards import buttons
from bot.views.lengths import in_one_message
from bot.views.segment_names import propose_names
from bot.views.shelf import answered_of
from bot.words import Words
from segmentation.run import Marker, Segment, SegmentationRun, Verdict
from use_cases.records import StoredSegment
from use_cases.segmenting import SchemeView
from use_cases.suppression import Count, parts

VERDICTS: Mapping[Verdict, str] = {
    Verdict.NATURAL: "verdict-natural",
    Verdict.REPRODUCIBLE: "verdict-reproducible",
    Verdict.CONSTRUCTIVE: "verdict-constructive",
    Verdict.LEVEL_ONLY: "verdict-level-only",
    Verdict.NONE: "verdict-none",
    Verdict.TOO_FEW: "verdict-too-few",
}


def scheme_view(view: SchemeView, words: Words) -> View:
    """One scheme with its buttons."""
    lines = [f"<b>{_heading(view, words)}</b>", _verdict(view, words)]
    if view.segments and view.run is not None:
        lines += _segment_texts(view, view.run, words)
    text = in_one_message(lines, words("segments-more"))
    return View(text, buttons(*_rows(view, words)))


def looking_view(view: SchemeView, words: Words) -> View:
    """Segments are being looked for."""
    return View(f"<b>{_heading(view, words)}</b>\n\n{words('segments-looking')}")


def titles(view: SchemeView, words: Words) -> dict[int, str]:
    """What each living segment is called, by its id: a manager's name, or one proposed."""
    named = {segment.id: segment.name for segment in view.segments if segment.name}
    unnamed = {
        segment.id: _markers(_found(view.run, segment))
        for segment in view.segments
        if not segment.name
    }
    proposed = propose_names(unnamed, view.survey.survey, words.language, tuple(named.values()))
    return named | proposed


def sizes(view: SchemeView) -> dict[int, Count]:
    """The public sizes of the living segments, by id; the undecided are the last part."""
    counts = [*(view.sizes[segment.id] for segment in view.segments), view.undecided]
    public = parts(counts, sum(counts))
    return dict(zip((segment.id for segment in view.segments), public[:-1], strict=True))


def _heading(view: SchemeView, words: Words) -> str:
    title = escape(view.survey.survey.title.in_language(words.language), quote=False)
    return f"{title} · {words(f'basis-{view.scheme.basis}')}"


def _verdict(view: SchemeView, words: Words) -> str:
    answered = answered_of(view.counts, view.needed, words)
    if view.run is None:
        enough = view.counts.completed >= view.needed
        return f"{answered} {words('segments-find-them')}" if enough else answered
    if view.run.verdict is Verdict.TOO_FEW:
        few = view.counts.completed < view.needed
        return answered if few else f"{answered} {words('verdict-too-few')}"
    said = words(VERDICTS[view.run.verdict], parts=words("parts", count=view.run.chosen))
    sketch = [words("segments-exploratory")] if view.segments and view.run.exploratory else []
    return " ".join([said, *sketch])


def _segment_texts(view: SchemeView, run: SegmentationRun, words: Words) -> list[str]:
    names, counts = titles(view, words), sizes(view)
    everybody = sum(view.sizes.values()) + view.undecided
    texts = []
    for segment in view.segments:
        size = counts[segment.id]
        facts = [f"{segment.number}. <b>{escape(names[segment.id], quote=False)}</b>"]
        facts.append(words("segment-size", shown=count_text(size)))
        if size.shown and everybody:
            facts.append(f"{size.value / everybody:.0%}".replace("%", " %"))
        marks = _apart(_markers(_found(run, segment)), view, words)
        texts.append(" · ".join(facts) + (f"\n<i>{marks}</i>" if marks else ""))
    if view.undecided:
        undecided = parts([*view.sizes.values(), view.undecided], everybody)[-1]
        texts.append(words("segments-undecided", shown=count_text(undecided)))
    return texts


def _apart(markers: Sequence[Marker], view: SchemeView, words: Words) -> str:
    """What sets the segment apart, each marker in a few words."""
    survey, language = view.survey.survey, words.language
    phrases = (propose_names({0: (marker,)}, survey, language)[0] for marker in markers)
    return escape("; ".join(dict.fromkeys(phrases)), quote=False)


def _found(run: SegmentationRun | None, segment: StoredSegment) -> Segment | None:
    return run.segment(int(segment.key)) if run is not None else None


def _markers(segment: Segment | None) -> tuple[Marker, ...]:
    return segment.more + segment.less if segment is not None else ()


def _rows(view: SchemeView, words: Words) -> list[list[tuple[str, SegmentButton]]]:
    names = titles(view, words)
    rows = [
        [
            (
                words("button-write-to", name=names[segment.id]),
                SegmentButton(act=SegmentAct.WRITE, segment=segment.id),
            ),
            (
                words("button-rename", number=segment.number),
                SegmentButton(act=SegmentAct.RENAME, segment=segment.id),
            ),
        ]
        for segment in view.segments
    ]
    if view.counts.completed >= view.needed:
        label = words("button-find" if view.run is None else "button-find-again")
        rows.append([(label, SegmentButton(act=SegmentAct.FIND, scheme=view.scheme.id))])
    return rows
