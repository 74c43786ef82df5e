"""The same season a year before, in words: of a goal, a segment's figures, a division's answers."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from html import escape

from bot.figure_buttons import FigureAct, FigureButton
from bot.reports.numbers import Numbers
from bot.reports.success import difference_text, value_text
from bot.screen import View
from bot.segment_buttons import Change, ChangeAct
from bot.views.keyboards import buttons
from bot.views.lengths import excerpt, in_one_message
from bot.views.segments import heading, titles
from bot.words import Words
from segmentation.following.seasons import Lack, Seasonal
from segmentation.purchases.figures import PERIOD_DAYS, Measure
from use_cases.records.figures import SegmentPlace
from use_cases.reporting.answer_seasons import AnswerSeason, SchemeSeasons
from use_cases.reporting.seasons import SegmentSeasons
from use_cases.segments.segmenting import SchemeView

Say = Callable[[float], str]
LINES_MAX = 12  # of answers: what differs most comes first
PROMPT_UNITS_MAX = 80
_LACKS = {Lack.NO_DATA: "season-no-data", Lack.FEW_THEN: "season-few-then"}


def season_said(season: Seasonal, say: Say, say_difference: Say, words: Words) -> str | None:
    """One sentence; None where nothing is known of now, so that there is nothing to compare."""
    if season.lack is Lack.FEW_NOW or season.now is None:
        return None
    if season.then is None or season.difference is None:
        return words(_LACKS[season.lack or Lack.NO_DATA])
    found = season.difference
    then, value = say(season.then.value), say_difference(found.value)
    if found.low is None or found.high is None:
        return words("season-then-only", then=then, difference=value)
    return words(
        "season-then",
        then=then,
        difference=value,
        low=say_difference(found.low),
        high=say_difference(found.high),
        turn=words(f"season-{found.turn}"),
    )


def figures_season_view(
    name: str, place: SegmentPlace, found: SegmentSeasons, words: Words
) -> View:
    """A segment's size and figures, each with what it was; what cannot be compared, and why."""
    numbers = Numbers(words)
    lines = [f"<b>{escape(name, quote=False)}</b>\n<i>{_intro(found.before, words)}</i>"]
    told: dict[str, Seasonal] = {words("season-people"): found.size}
    said = [_figure(words("season-people"), found.size, numbers.plain, numbers.signed, words)]
    nothing = []
    for measure, season in found.figures.items():
        name_of = words(f"figure-{measure}")
        if _is_nothing(season):
            nothing.append(name_of)
            continue
        told[name_of] = season
        said.append(_figure(name_of, season, *_saying(measure, found, numbers), words))
    lines += [each for each in said if each]
    lines += _untold(told, words)
    if nothing:
        lines.append(words("season-list-nothing", figures=", ".join(nothing)))
    back = FigureButton(act=FigureAct.SHOW, kind=place.kind, id=place.id)
    return View(in_one_message(lines, "…"), buttons([(words("button-season-back"), back)]))


def _is_nothing(season: Seasonal) -> bool:
    """Nought against nought, of everybody: there was nothing to compare, then or now."""
    found = season.difference
    if season.now is None or season.then is None or found is None:
        return False
    return season.now.value == season.then.value == 0 and not found.low and not found.high


def _saying(measure: Measure, found: SegmentSeasons, numbers: Numbers) -> tuple[Say, Say]:
    currency = found.now.currency
    return (
        lambda value: value_text(measure, value, numbers, currency),
        lambda value: difference_text(measure, value, numbers, currency),
    )


def _figure(name: str, season: Seasonal, say: Say, say_difference: Say, words: Words) -> str | None:
    if season.now is None or season.difference is None:
        return None
    said = season_said(season, say, say_difference, words)
    return f"{name}: <b>{say(season.now.value)}</b>. {said}"


def _untold(told: Mapping[str, Seasonal], words: Words) -> list[str]:
    """What is not compared, by the reason."""
    lines = []
    for lack in Lack:
        names = [name for name, season in told.items() if season.lack is lack]
        if names:
            lines.append(words(f"season-list-{lack}", figures=", ".join(names)))
    return lines


def scheme_season_view(view: SchemeView, found: SchemeSeasons, words: Words) -> View:
    """Sizes of the segments, then the answers that clearly differ, the most surely first."""
    names = titles(view, words)
    lines = [f"<b>{heading(view, words)}</b>\n<i>{_intro(found.before, words)}</i>"]
    numbers = Numbers(words)
    for segment, seasons in found.segments:
        name = escape(names.get(segment.id, ""), quote=False)
        now = numbers.plain(seasons.size.now.value) if seasons.size.now else "<5"
        said = season_said(seasons.size, numbers.plain, numbers.signed, words)
        line = words("season-segment", name=name, now=escape(now, quote=False))
        lines.append(f"{line} {said}" if said else line)
    lines.append(_answers(found, names, words))
    back = Change(act=ChangeAct.SINCE, scheme=view.scheme.id)
    return View(
        in_one_message(lines, words("segments-more")),
        buttons([(words("button-season-changes"), back)]),
    )


def _answers(found: SchemeSeasons, names: Mapping[int, str], words: Words) -> str:
    if found.lack is not None:
        return words(f"season-answers-{found.lack}")
    intro = words(
        "season-answers", now=round(found.answered_now.value), then=round(found.answered_then.value)
    )
    told = sorted((each for each in found.answers if each.clear), key=_surest)[:LINES_MAX]
    if not told:
        known = any(each.season.difference is not None for each in found.answers)
        return f"{intro} {words('season-answers-same' if known else 'season-answers-few')}"
    by_segment: dict[int | None, list[str]] = {}
    for each in told:
        by_segment.setdefault(each.segment_id, []).append(_answer(each, words))
    return "\n\n".join([intro, *(_of(one, by_segment[one], names, words) for one in by_segment)])


def _of(segment_id: int | None, said: Sequence[str], names: Mapping[int, str], words: Words) -> str:
    """All that is said of one segment under its name, so that a phone shows more of it at once."""
    who = words("season-everybody") if segment_id is None else names.get(segment_id, "")
    return "\n".join([f"<b>{escape(who, quote=False)}</b>", *said])


def _surest(each: AnswerSeason) -> float:
    assert each.season.difference is not None, "what is clear was compared"
    return each.season.difference.p


def _answer(each: AnswerSeason, words: Words) -> str:
    asked = excerpt(each.prompt.in_language(words.language).rstrip(" .!"), PROMPT_UNITS_MAX)
    if each.label is not None:
        asked += f" — {each.label.in_language(words.language)}"
    numbers, share = Numbers(words), each.option is not None
    measure = Measure.CSAT if share else Measure.EARNED  # A share; a plain mean.
    now, then, found = each.season.now, each.season.then, each.season.difference
    assert now is not None and then is not None and found is not None, "what is clear was compared"
    assert found.low is not None and found.high is not None, "and has an interval"

    def by(value: float) -> str:
        return difference_text(measure, value, numbers, None)

    said = words(
        "season-answer",
        now=value_text(measure, now.value, numbers, None),
        then=value_text(measure, then.value, numbers, None),
        difference=by(found.value),
        low=by(found.low),
        high=by(found.high),
        turn=words(f"season-{found.turn}"),
    )
    return f"• {escape(asked, quote=False)}: {said}"


def _intro(before: datetime, words: Words) -> str:
    return words("season-intro", days=PERIOD_DAYS, day=Numbers(words).date(before))
