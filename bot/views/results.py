"""Results in the chat: the picture's words, its alternative text, the buttons to turn pages."""

from collections.abc import Iterable, Sequence
from html import escape
from math import isnan, sqrt

from aiogram.types import InlineKeyboardMarkup

from bot.field_callbacks import Results as Page
from bot.reports.result_chart import Bar, Picture
from bot.screen import View
from bot.views.counts import count_text
from bot.views.keyboards import buttons
from bot.views.lengths import excerpt
from bot.views.survey_titles import told_apart
from bot.words import Words
from surveys.field.rates import Z95, wilson
from surveys.piping import without_answers
from surveys.questions import (
    MaxDiff,
    MultipleChoice,
    NumberQuestion,
    Ranking,
    Scale,
    SingleChoice,
    choices_of,
)
from use_cases.fieldwork.results import QuestionResult, Results
from use_cases.records import Person, Role, StoredSurvey

CAPTION_UNITS_MAX = 950
PROMPT_CHARS_MAX = 160
FEWER = "<5"


def choose_view(surveys: Sequence[StoredSurvey], words: Words) -> View:
    """Whose results."""
    called = told_apart(surveys, words)
    rows = [[(called(stored), Page(survey=stored.id))] for stored in surveys[:30]]
    return View(words("results-choose"), buttons(*rows)) if rows else View(words("results-none"))


def picture_of(results: Results, index: int, words: Words) -> Picture:
    """One question as a picture; where fewer than five answered, only that is said."""
    result = results.questions[index]
    prompt = _prompt(result, words)
    note = _note(results, result, words)
    if isinstance(result.question, MaxDiff) and result.scores:
        bars = _in_order(_score_bar(result, place, words) for place in range(len(result.scores)))
        ends = (words("results-always-worst"), words("results-always-best"))
        return Picture(_scores_title(bars, words), prompt, note, bars, ends)
    bars = tuple(_bar(result, place, words) for place in range(len(result.rows)))
    if isinstance(result.question, SingleChoice | MultipleChoice | Ranking):
        bars = _in_order(bars)
    return Picture(_title(result, bars, words), prompt, note, bars)


def caption_of(results: Results, index: int, words: Words) -> str:
    """The alternative text: everything that the picture shows, in words. Telegram HTML."""
    picture = picture_of(results, index, words)
    lines = [f"<b>{escape(picture.title, quote=False)}</b>", escape(picture.question, quote=False)]
    told = [f"{escape(bar.label)}: {escape(bar.said)}" for bar in picture.bars]
    told.append(f"<i>{escape(picture.note, quote=False)}</i>")
    folded = "\n".join(told)  # For those who cannot see the picture; others need not read it twice.
    lines.append(f"<blockquote expandable>{folded}</blockquote>")
    return excerpt("\n".join(lines), CAPTION_UNITS_MAX)


def pages(results: Results, index: int, person: Person, words: Words) -> InlineKeyboardMarkup:
    """Back, where we are, on; for managers the way to other surveys."""
    last = len(results.questions) - 1
    survey = results.survey.id
    row = []
    if index > 0:
        row.append((words("button-page-back"), Page(survey=survey, question=index - 1)))
    row.append((f"{index + 1} / {last + 1}", Page(survey=survey, question=index)))
    if index < last:
        row.append((words("button-page-on"), Page(survey=survey, question=index + 1)))
    others = [(words("results-others"), Page())] if person.role.may_act_as(Role.MANAGER) else []
    return buttons(row, others)


def nothing_view(results: Results, words: Words) -> View:
    """No question has a picture: all are open ones, say."""
    return View(words("results-nothing", count=results.people))


def _prompt(result: QuestionResult, words: Words) -> str:
    prompt = without_answers(result.question.prompt).in_language(words.language)
    return prompt if len(prompt) <= PROMPT_CHARS_MAX else prompt[: PROMPT_CHARS_MAX - 1] + "…"


def _label(result: QuestionResult, place: int, words: Words) -> str:
    question = result.question
    if isinstance(question, Scale):
        point = question.low + place
        ends = {question.low: question.low_label, question.high: question.high_label}
        said = ends.get(point)
        return f"{point} — {said.in_language(words.language)}" if said else str(point)
    if isinstance(question, NumberQuestion):
        low, high = result.edges[place : place + 2]
        return words("results-bin", low=words.number(low), high=words.number(high))
    return choices_of(question)[place].label.in_language(words.language)


def _bar(result: QuestionResult, place: int, words: Words) -> Bar:
    label = _label(result, place, words)
    _, count = result.rows[place]
    share = result.shares[place]
    if not count.shown or isnan(share):
        return Bar(label, count_text(count).replace("&lt;", "<"))
    low, high = wilson(share * result.effective, result.effective)
    said = words(
        "results-share",
        share=f"{100 * share:.0f}",
        low=f"{100 * low:.0f}",
        high=f"{100 * high:.0f}",
    )
    return Bar(label, said, share, low, high)


def _score_bar(result: QuestionResult, place: int, words: Words) -> Bar:
    """An item's score from -100 to 100."""
    label, score = _label(result, place, words), result.scores[place]
    if score is None:
        return Bar(label, FEWER)
    mean, low, high = (signed(number) for number in (score.mean, score.low, score.high))
    said = words("results-score", score=mean, low=low, high=high)
    return Bar(label, said, score.mean, score.low, score.high)


def signed(score: float) -> str:
    """ "+42", "−7", "0"."""
    rounded = round(100 * score)
    return f"{rounded:+d}".replace("-", "−") if rounded else "0"


def _in_order(bars: Iterable[Bar]) -> tuple[Bar, ...]:
    """The most first; what is hidden last, in the survey's order."""
    return tuple(sorted(bars, key=lambda bar: (bar.share is None, -(bar.share or 0.0))))


def _scores_title(bars: Sequence[Bar], words: Words) -> str:
    """What the scores bear out: which item leads, if one surely does."""
    known = [bar for bar in bars if bar.share is not None]
    if not known:
        return words("results-hidden")
    if len(known) > 1 and known[1].high > known[0].low:
        return words("results-no-first", first=known[0].label, second=known[1].label)
    return words("results-best-of-all", first=known[0].label)


def _title(result: QuestionResult, bars: Sequence[Bar], words: Words) -> str:
    """What the picture says, in a sentence that its intervals bear out."""
    known = sorted(
        (bar for bar in bars if bar.share is not None), key=lambda bar: bar.share or 0, reverse=True
    )
    if not result.rows:
        return words("results-too-few")
    if not known:
        return words("results-hidden")
    first = known[0]
    if len(known) > 1 and known[1].high > first.low:
        mean = _mean_said(result, words) if len(known) == len(bars) else None
        return mean or words("results-no-first", first=first.label, second=known[1].label)
    return words("results-first", first=first.label, share=f"{100 * (first.share or 0):.0f}")


def _mean_said(result: QuestionResult, words: Words) -> str | None:
    """The mean of a scale with its 95 % interval; None where there is no scale. Only where every
    point is shown: else a hidden count could be reckoned back."""
    question = result.question
    if not isinstance(question, Scale) or result.effective <= 0:
        return None
    points = range(question.low, question.low + len(result.shares))
    mean = sum(p * s for p, s in zip(points, result.shares, strict=True))
    spread = sum(s * (p - mean) ** 2 for p, s in zip(points, result.shares, strict=True))
    half = Z95 * sqrt(spread / result.effective)
    low, high = max(mean - half, question.low), min(mean + half, question.high)
    said = {"mean": mean, "low": low, "high": high}
    facts = {name: words.number(round(value, 1)) for name, value in said.items()}
    return words("results-mean", **facts, most=question.high)


def _note(results: Results, result: QuestionResult, words: Words) -> str:
    shown = count_text(result.people).replace("&lt;", "<")
    parts = [words("results-people", shown=shown)]
    if isinstance(result.question, Ranking):
        parts.append(words("results-first-places"))
    if result.scores:
        parts += [words("results-scores"), words("results-interval-of-scores")]
    if result.rows:
        parts.append(words("results-interval"))
    if results.weighted:
        effect = f"{results.design_effect:.2f}"
        telling = f"{result.effective:.0f}"
        if result.rows:
            parts.append(words("results-weighted", effect=effect, people=telling))
    if results.coarse:
        parts.append(words("results-coarse"))
    return " ".join(parts)
