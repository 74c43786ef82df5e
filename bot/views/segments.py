"""Schemes of segments as managers see them: the verdict in words, sizes, what sets each apart."""

from collections.abc import Mapping, Sequence
from html import escape

from aiogram.filters.callback_data import CallbackData

from bot.callbacks import SegmentAct, SegmentButton
from bot.goal_buttons import GoalAct, GoalButton
from bot.page_buttons import PageAct, PageButton, PictureButton, PictureKind
from bot.reports.numbers import Numbers
from bot.scheme_buttons import SchemeAct, SchemeButton
from bot.screen import View
from bot.segment_buttons import Change, ChangeAct
from bot.views.counts import badge, count_text
from bot.views.keyboards import buttons
from bot.views.lengths import in_one_message
from bot.views.own_words import own_words_lines, own_words_row
from bot.views.scales import scales_said
from bot.views.schemes import (
    done_of,
    fixed_names,
    has_other_ways,
    list_button,
    scheme_words,
    ways_button,
)
from bot.views.segment_names import marks_told, propose_names
from bot.views.shelf import answered_of
from bot.views.smallest import smallest_lines, smallest_row
from bot.views.verdicts import too_early
from bot.words import Words
from segmentation.evidence.verdicts import much_level
from segmentation.following.count import RUNS_NEEDED, SegmentCount
from segmentation.run import Marker, Segment, Verdict
from segmentation.values import Method
from use_cases.records import StoredSegment, Subject
from use_cases.reporting.suppression import Count, parts
from use_cases.segments.placing import found_of
from use_cases.segments.segmenting import SchemeView

VERDICTS: Mapping[Verdict, str] = {
    Verdict.NATURAL: "verdict-natural",
    Verdict.REPRODUCIBLE: "verdict-reproducible",
    Verdict.CONSTRUCTIVE: "verdict-constructive",
    Verdict.LEVEL_ONLY: "verdict-level-only",
    Verdict.NONE: "verdict-none",
    Verdict.DEFINED: "verdict-defined",
    Verdict.TOO_FEW: "verdict-too-few",
}


def scheme_view(view: SchemeView, words: Words, *, looking: bool = False) -> View:
    """One scheme with its buttons; `looking`: somebody has asked for a search that goes on."""
    lines = [f"<b>{heading(view, words)}</b>", _verdict(view, words, looking)]
    if view.run is not None:
        lines += [escape(said, quote=False) for said in scales_said(view.run.scales, words)]
    if view.segments and view.run is not None:
        lines += _segment_texts(view, words)
    lines += smallest_lines(view, words)
    lines += own_words_lines(view, words)
    lines += _lost(view, words)
    if looking:
        lines.append(words("segments-looking"))
    if view.proposed is not None:
        lines.append(words("segments-proposed"))
    elif challenge := challenge_text(view, view.count, words):
        lines.append(challenge)
    text = in_one_message(lines, words("segments-more"))
    return View(text, buttons(*_rows(view, words, looking)))


def looking_view(view: SchemeView, words: Words) -> View:
    """Segments are being looked for."""
    return View(f"<b>{heading(view, words)}</b>\n\n{words('segments-looking')}")


def titles(view: SchemeView, words: Words) -> dict[int, str]:
    """What each living segment is called, by its id: a manager's name, or one proposed."""
    named = {segment.id: segment.name for segment in view.segments if segment.name}
    named = fixed_names(view, words) | _of_several(view, words) | named
    unnamed = {
        segment.id: _markers(found_of(view.run, segment))
        for segment in view.segments
        if segment.id not in named
    }
    proposed = propose_names(unnamed, view.asked, words.language, tuple(named.values()))
    return named | proposed


def _of_several(view: SchemeView, words: Words) -> dict[int, str]:
    """Merged segments: what sets one of them apart is not what sets them all apart."""
    return {s.id: words("segment-merged", number=s.number) for s in view.segments if s.parts}


def sizes(view: SchemeView) -> dict[int, Count]:
    """The public sizes of the living segments, by id; the undecided are the last part."""
    counts = [*(view.sizes[segment.id] for segment in view.segments), view.undecided]
    public = parts(counts, sum(counts))
    return dict(zip((segment.id for segment in view.segments), public[:-1], strict=True))


def heading(view: SchemeView, words: Words) -> str:
    """The survey and what the scheme is about."""
    return escape(scheme_words(view, words), quote=False)


def _lost(view: SchemeView, words: Words) -> list[str]:
    """Pinned segments that the last search did not find."""
    names = titles(view, words)
    return [words("pin-lost", name=escape(names[each.id], quote=False)) for each in view.lost]


def _verdict(view: SchemeView, words: Words, looking: bool) -> str:
    answered = answered_of(view.counts, view.needed, words)
    if view.survey is None:
        answered = done_of(view, words)
    if view.run is None:
        enough = view.counts.completed >= view.needed and not looking
        return f"{answered} {words('segments-find-them')}" if enough else answered
    if view.run.verdict is Verdict.TOO_FEW:
        few = view.counts.completed < view.needed
        return answered if few else f"{answered} {words('verdict-too-few')}"
    held = view.run.recipe.floor(view.run.placed) if view.run.held_by_floor else None
    if view.hasty or held:
        return too_early(view.hasty, held, words)
    said = words(VERDICTS[view.run.verdict], parts=words("parts", count=view.run.chosen))
    level = much_level(view.run)
    if level is not None:
        said += " " + words("report-much-level", share=Numbers(words).percent(level))
    sketch = [words("segments-exploratory")] if view.segments and view.run.exploratory else []
    return " ".join([said, *sketch])


def size_text(view: SchemeView, segment: StoredSegment, words: Words) -> str:
    """How many people, and which share of everybody."""
    size = sizes(view)[segment.id]
    facts = [words("segment-size", shown=count_text(size))]
    everybody = sum(view.sizes.values()) + view.undecided
    if size.shown and everybody:
        facts.append(f"{size.value / everybody:.0%}".replace("%", " %"))
    return " · ".join(facts)


def apart(view: SchemeView, segment: StoredSegment, words: Words) -> str:
    """What sets the segment apart, each marker in a few words, for Telegram HTML."""
    if segment.parts:
        return words("segment-merged-apart")
    survey, language = view.asked, words.language
    markers = _markers(found_of(view.run, segment))
    phrases = marks_told(markers, survey, language)
    told = _after_one_head(tuple(dict.fromkeys(phrases)), words)
    return escape("; ".join(told), quote=False)


def _after_one_head(phrases: Sequence[str], words: Words) -> list[str]:
    """All that is told "less often" after one "less often"; "higher", "agree" likewise."""
    kinds = ("less", "higher", "lower", "agree", "disagree", "for", "against")
    heads = [words(f"name-{kind}", label="") for kind in kinds]
    told: dict[str, str] = {}
    for phrase in phrases:
        head = next((each for each in heads if phrase.startswith(each)), "")
        known = told.get(head or phrase)
        told[head or phrase] = f"{known}, {phrase.removeprefix(head)}" if known else phrase
    return list(told.values())


def _segment_texts(view: SchemeView, words: Words) -> list[str]:
    names = titles(view, words)
    texts = []
    for segment in view.segments:
        pin = "📌 " if segment.pinned else ""
        title = f"{badge(segment.number)} {pin}<b>{escape(names[segment.id], quote=False)}</b>"
        marks = apart(view, segment, words)
        said = f"{title} · {size_text(view, segment, words)}"
        texts.append(said + (f"\n<i>{marks}</i>" if marks else ""))
    if view.undecided:
        everybody = sum(view.sizes.values()) + view.undecided
        undecided = parts([*view.sizes.values(), view.undecided], everybody)[-1]
        texts.append(words("segments-undecided", shown=count_text(undecided)))
    return texts


def _markers(segment: Segment | None) -> tuple[Marker, ...]:
    return segment.more + segment.less if segment is not None else ()


def rests_on_votes(view: SchemeView) -> bool:
    """Whether there is a map of opinions to show."""
    return view.run is not None and view.run.recipe.method is Method.VOTES


def _rows(view: SchemeView, words: Words, looking: bool) -> list[list[tuple[str, CallbackData]]]:
    names = titles(view, words)
    rows: list[list[tuple[str, CallbackData]]] = [
        [
            (
                words("button-write-to", name=names[segment.id]),
                SegmentButton(act=SegmentAct.WRITE, segment=segment.id),
            )
        ]
        for segment in view.segments
    ]
    about: list[tuple[str, CallbackData]] = [
        (
            words("button-about", number=segment.number),
            PageButton(act=PageAct.OPEN, segment=segment.id),
        )
        for segment in view.segments
    ]
    rows += [about[start : start + 2] for start in range(0, len(about), 2)]
    if view.counts.completed >= view.needed and not looking:
        label = words("button-find" if view.run is None else "button-find-again")
        rows.append([(label, SegmentButton(act=SegmentAct.FIND, scheme=view.scheme.id))])
    if smallest := smallest_row(view, words):
        rows.append([*smallest])
    if own_words := own_words_row(view, words):
        rows += [[button] for button in own_words]
    if view.survey is None:
        rows.append([list_button(words)])
    elif has_other_ways(view.survey.survey):
        rows.append([ways_button(view.survey, words)])
    elif view.counts.completed >= view.needed:
        rows.append([list_button(words)])
    if view.proposed is not None:
        waiting = Change(act=ChangeAct.PROPOSAL, scheme=view.scheme.id)
        rows.insert(0, [(words("button-proposal"), waiting)])
    if view.segments:
        first = PictureKind.OPINIONS if rests_on_votes(view) else PictureKind.HEAT
        drawn = PictureButton(kind=first, scheme=view.scheme.id)
        rows.append([(words("button-pictures"), drawn)])
        since = Change(act=ChangeAct.SINCE, scheme=view.scheme.id)
        rows.append([(words("button-changes"), since)])
        if view.survey is not None and not view.scheme.grounds.by_scales:
            golden = Change(act=ChangeAct.GOLDEN, scheme=view.scheme.id)
            rows[-1].append((words("button-golden"), golden))
        check = SchemeButton(act=SchemeAct.CHECK, survey=view.scheme.id)
        aims = GoalButton(act=GoalAct.LIST, about=Subject.SCHEME, id=view.scheme.id)
        rows.append([(words("button-check"), check), (words("button-goals"), aims)])
    return rows


def challenge_text(view: SchemeView, count: SegmentCount | None, words: Words) -> str | None:
    """That another number of segments has won some runs, and how many it needs.

    Of none it is nothing to be counted; searches know nothing of merging, which is said.
    """
    if count is None or count.challenger is None or not count.wins:
        return None
    facts = {"wins": count.wins, "needed": RUNS_NEEDED}
    if not count.challenger:
        return words("segments-challenged-none", **facts)
    said = words("segments-challenged", number=count.challenger, **facts)
    merged = any(segment.parts for segment in view.segments)
    return f"{said} {words('segments-challenged-parts')}" if merged else said
