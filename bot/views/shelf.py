"""The shelf of surveys as managers see it: the list, and a card for each with what can be done."""

from collections.abc import Sequence
from html import escape

from bot.callbacks import Report, Shelf, ShelfAct
from bot.screen import View
from bot.views.counts import count_text
from bot.views.keyboards import buttons
from bot.views.lengths import excerpt
from bot.words import Words
from segmentation.values import Recipe
from surveys.piping import without_answers
from surveys.questions import Survey
from surveys.text import LANGUAGES
from use_cases.authoring import ShelfEntry
from use_cases.records import ResponseCounts, SurveyStatus
from use_cases.segmenting import BASES
from use_cases.suppression import alone

SURVEYS_LISTED_MAX = 25  # With such titles they and the opening fit into one message.
TITLE_UNITS_MAX = 60
STATUS_MARKS = {
    SurveyStatus.DRAFT: "✏️ ",
    SurveyStatus.OPEN: "🟢 ",
    SurveyStatus.SUPERSEDED: "",
    SurveyStatus.CLOSED: "🔒 ",
}


def shelf_view(entries: Sequence[ShelfEntry], words: Words) -> View:
    """Every survey with how many answered; and how a new one gets here."""
    listed = entries[:SURVEYS_LISTED_MAX]
    lines = [
        f"<b>{excerpt(_title(entry, words), TITLE_UNITS_MAX)}</b>\n{answered_text(entry, words)}"
        for entry in listed
    ]
    rows = [
        [(STATUS_MARKS[e.survey.status] + _plain_title(e, words), _act(e, ShelfAct.SHOW))]
        for e in listed
    ]
    sample = [(words("button-sample"), Shelf(act=ShelfAct.SAMPLE))]
    opening = words("shelf") if listed else words("shelf-empty")
    return View("\n\n".join([*lines, opening]), buttons(*rows, sample))


def card_view(entry: ShelfEntry, words: Words, bot_username: str) -> View:
    """One version: what it asks, who answered, and what can be done with it."""
    stored = entry.survey
    parts = [f"<b>{_title(entry, words)}</b>", summary_text(stored.survey, entry.needed, words)]
    match stored.status:
        case SurveyStatus.DRAFT:
            parts.append(words("card-draft"))
        case SurveyStatus.OPEN:
            link = f"https://t.me/{bot_username}?start={stored.survey.key}"
            parts += [answered_text(entry, words), words("card-link", link=link)]
        case SurveyStatus.SUPERSEDED:
            parts += [answered_text(entry, words), words("card-superseded")]
        case SurveyStatus.CLOSED:
            parts += [answered_text(entry, words), words("card-closed")]
    parts += ["\n".join(scores)] if (scores := _scores(entry, words)) else []
    return View("\n\n".join(parts), buttons(*_card_rows(entry, words)))


def _scores(entry: ShelfEntry, words: Words) -> list[str]:
    """A line for each standard score, with its question."""
    lines = []
    for found in entry.scores:
        prompt = without_answers(found.question.prompt).in_language(words.language)
        said = words(f"score-{found.question.gauge.value}", score=str(found.value))
        lines.append(f"{said} · {escape(prompt, quote=False)}")
    return lines


def close_sure_view(entry: ShelfEntry, words: Words) -> View:
    """Closing stops those who are in the middle: ask first."""
    under_way = alone(entry.counts.started - entry.counts.completed)
    text = words("close-sure", title=_title(entry, words))
    if under_way.value:
        text += " " + words("close-sure-under-way", shown=count_text(under_way))
    keyboard = buttons(
        [(words("button-close-surely"), _act(entry, ShelfAct.CLOSE_SURELY))],
        [(words("button-stay-open"), _act(entry, ShelfAct.SHOW))],
    )
    return View(text, keyboard)


def answered_text(entry: ShelfEntry, words: Words) -> str:
    """ "38 have answered of the 60 that segments need." """
    return answered_of(entry.counts, entry.needed, words)


def answered_of(counts: ResponseCounts, needed: int, words: Words) -> str:
    """How many answered, and whether that is enough for segments."""
    shown = count_text(alone(counts.completed))
    if counts.completed < needed:
        return words("answered-of-needed", shown=shown, needed=needed)
    return words("answered-enough", shown=shown)


def summary_text(survey: Survey, needed: int, words: Words) -> str:
    """Length, thanks, languages, and which questions segments are made of."""
    facts = [words("card-questions", count=len(survey.questions))]
    if survey.minutes:
        facts.append(words("card-minutes", count=survey.minutes))
    if survey.points:
        facts.append(words("points", points=survey.points))
    facts.append(", ".join(_language(code) for code in survey.languages))
    lines = [" · ".join(fact for fact in facts if fact)]
    bases = [(basis, Recipe.from_survey(survey, basis).items) for basis in BASES]
    for basis, items in bases:
        if items:
            lines.append(words(f"card-feeds-{basis}", count=len(items)))
    if any(items for _, items in bases):
        lines.append(words("card-segments-need", needed=needed))
    else:
        lines.append(words("card-feeds-nothing"))
    return "\n".join(lines)


def _card_rows(entry: ShelfEntry, words: Words) -> list[list[tuple[str, Shelf | Report]]]:
    first: list[tuple[str, Shelf | Report]] = [(words("button-try"), _act(entry, ShelfAct.TEST))]
    second: list[tuple[str, Shelf | Report]] = []
    if entry.survey.status is SurveyStatus.DRAFT:
        first.append((words("button-publish"), _act(entry, ShelfAct.PUBLISH)))
    else:
        second.append((words("button-report"), Report(survey=entry.survey.id)))
    if entry.survey.status is SurveyStatus.OPEN:
        second.append((words("button-close"), _act(entry, ShelfAct.CLOSE)))
    return [first, second, [(words("button-all-surveys"), Shelf(act=ShelfAct.LIST))]]


def _act(entry: ShelfEntry, act: ShelfAct) -> Shelf:
    return Shelf(survey=entry.survey.id, act=act)


def _title(entry: ShelfEntry, words: Words) -> str:
    return escape(_plain_title(entry, words), quote=False)


def _plain_title(entry: ShelfEntry, words: Words) -> str:
    return entry.survey.survey.title.in_language(words.language)


def _language(code: str) -> str:
    return Words(code)("language-name") if code in LANGUAGES else escape(code)
