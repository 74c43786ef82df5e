"""The shelf of surveys as managers see it: the list, and a card for each with what can be done."""

from collections.abc import Sequence
from html import escape

from aiogram.filters.callback_data import CallbackData

from bot.callbacks import Report, Shelf, ShelfAct
from bot.field_callbacks import Field, FieldAct, Results
from bot.screen import View
from bot.views.counts import count_text
from bot.views.editor.acts import New, NewAct
from bot.views.editor.page import shelf_buttons
from bot.views.keyboards import buttons
from bot.views.lengths import excerpt
from bot.views.prices import PricesOf
from bot.views.survey_titles import told_apart
from bot.words import Words
from segmentation.grounds import Grounds
from segmentation.values import Recipe
from surveys.piping import without_answers
from surveys.prices import price_questions
from surveys.questions import Survey, choices_of
from surveys.text import LANGUAGES
from use_cases.authoring.shelf import ShelfEntry
from use_cases.records import ResponseCounts, SurveyStatus
from use_cases.reporting.suppression import alone
from use_cases.segments.segmenting import bases_of, given_of

SURVEYS_A_PAGE = 10  # A thumb reaches them all on a small phone.
TITLE_UNITS_MAX = 60
STATUS_MARKS = {
    SurveyStatus.DRAFT: "✏️ ",
    SurveyStatus.OPEN: "🟢 ",
    SurveyStatus.SUPERSEDED: "",
    SurveyStatus.CLOSED: "🔒 ",
}


def shelf_view(entries: Sequence[ShelfEntry], words: Words, page: int = 0) -> View:
    """A page of surveys with how many answered; and how a new one gets here."""
    pages = max(-(-len(entries) // SURVEYS_A_PAGE), 1)
    page = min(page, pages - 1)
    listed = entries[page * SURVEYS_A_PAGE :][:SURVEYS_A_PAGE]
    called = told_apart((entry.survey for entry in entries), words)
    heads = (escape(called(entry.survey), quote=False) for entry in listed)
    lines = [
        f"<b>{excerpt(head, TITLE_UNITS_MAX)}</b>\n{answered_text(entry, words)}"
        for head, entry in zip(heads, listed, strict=True)
    ]
    rows: list[list[tuple[str, CallbackData]]] = [
        [(STATUS_MARKS[e.survey.status] + called(e.survey), _act(e, ShelfAct.SHOW))] for e in listed
    ]
    sample = [(words("button-sample"), Shelf(act=ShelfAct.SAMPLE))]
    opening = words("shelf") if listed else words("shelf-empty")
    new: list[tuple[str, CallbackData]] = [
        (words("button-new-survey"), New(act=NewAct.HOME)),
        *sample,
    ]
    return View("\n\n".join([*lines, opening]), buttons(*rows, _leaves(page, pages, words), new))


def _leaves(page: int, pages: int, words: Words) -> list[tuple[str, CallbackData]]:
    """Back and on, round and round; nothing where all surveys stand on one page."""
    if pages == 1:
        return []
    back, on = (page - 1) % pages, (page + 1) % pages
    return [
        (words("button-page-earlier", page=back + 1), Shelf(act=ShelfAct.LIST, survey=back)),
        (words("button-page-later", page=on + 1), Shelf(act=ShelfAct.LIST, survey=on)),
    ]


def card_view(entry: ShelfEntry, words: Words, bot_username: str) -> View:
    """One version: what it asks, who answered, and what can be done with it."""
    stored = entry.survey
    parts = [f"<b>{_title(entry, words)}</b>", summary_text(stored.survey, entry.needed, words)]
    match stored.status:
        case SurveyStatus.DRAFT:
            if unspoken := _unspoken(stored.survey):
                listed = ", ".join(map(_language, unspoken))
                parts.append(words("card-unspoken", languages=listed))
            versions = {"old": entry.opened or 0, "new": stored.survey.version}
            parts.append(words("card-draft-beside" if entry.opened else "card-draft", **versions))
        case SurveyStatus.OPEN:
            link = f"https://t.me/{bot_username}?start={stored.survey.key}"
            parts += [answered_text(entry, words), words("card-link", link=link)]
        case SurveyStatus.SUPERSEDED:
            parts += [answered_text(entry, words), words("card-superseded")]
        case SurveyStatus.CLOSED:
            parts += [answered_text(entry, words), words("card-closed")]
    parts += ["\n".join(scores)] if (scores := _scores(entry, words)) else []
    if entry.counts.assisted:
        parts.append(words("card-assisted", shown=count_text(alone(entry.counts.assisted))))
    if entry.careless.shown and entry.careless.value:
        parts.append(words("card-careless", shown=count_text(entry.careless)))
    rows: list[Sequence[tuple[str, CallbackData]]] = [*_card_rows(entry, words)]
    rows.insert(-1, _author_row(entry, words))
    return View("\n\n".join(parts), buttons(*rows))


def _author_row(entry: ShelfEntry, words: Words) -> list[tuple[str, CallbackData]]:
    """Its next version, its file; and its prices, if it asks for any."""
    row: list[tuple[str, CallbackData]] = [*shelf_buttons(entry.survey.id, words)]
    if price_questions(entry.survey.survey) is not None:
        row.append((words("button-prices"), PricesOf(survey=entry.survey.id)))
    return row


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
    if not bases_of(entry.survey.survey):
        return words("answered-plain", shown=count_text(alone(entry.counts.completed)))
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
    given, bases = given_of(survey), bases_of(survey)
    for grounds in given:
        count = len(Recipe.from_survey(survey, grounds).items)
        lines.append(words(f"card-feeds-{grounds}", count=count))
    others = [basis for basis in bases if Grounds.on(basis) not in given]
    if others:
        by = "; ".join(words(f"basis-{basis}") for basis in others)
        lines.append(words("card-feeds-others", by=by))
    if bases:
        lines.append(words("card-segments-need", needed=needed))
    else:
        lines.append(words("card-feeds-nothing"))
    return "\n".join(lines)


def _unspoken(survey: Survey) -> list[str]:
    """The bot's languages in which some question, option or the title has no words."""
    texts = [survey.title]
    for question in survey.questions:
        texts += [question.prompt, *(choice.label for choice in choices_of(question))]
    return [code for code in LANGUAGES if any(code not in text.by_language for text in texts)]


def _card_rows(
    entry: ShelfEntry, words: Words
) -> Sequence[Sequence[tuple[str, Shelf | Report | Field | Results]]]:
    first: list[tuple[str, Shelf | Report | Field | Results]] = [
        (words("button-try"), _act(entry, ShelfAct.TEST))
    ]
    second: list[tuple[str, Shelf | Report | Field | Results]] = []
    if entry.survey.status is SurveyStatus.DRAFT:
        first.append((words("button-publish"), _act(entry, ShelfAct.PUBLISH)))
    else:
        second.append((words("button-report"), Report(survey=entry.survey.id)))
    if entry.survey.status is SurveyStatus.OPEN:
        second.append((words("button-close"), _act(entry, ShelfAct.CLOSE)))
    third: list[tuple[str, Shelf | Report | Field | Results]] = []
    if entry.survey.status is not SurveyStatus.DRAFT:
        second.append((words("button-results"), Results(survey=entry.survey.id)))
    if entry.survey.status is SurveyStatus.CLOSED:
        third.append((words("button-status"), Field(survey=entry.survey.id, act=FieldAct.STATUS)))
    else:
        third.append((words("button-field"), Field(survey=entry.survey.id, act=FieldAct.SHOW)))
    if entry.survey.status is SurveyStatus.OPEN:
        third.append((words("button-invite"), Field(survey=entry.survey.id, act=FieldAct.INVITE)))
    return [first, second, third, [(words("button-all-surveys"), Shelf(act=ShelfAct.LIST))]]


def _act(entry: ShelfEntry, act: ShelfAct) -> Shelf:
    return Shelf(survey=entry.survey.id, act=act)


def _title(entry: ShelfEntry, words: Words) -> str:
    return escape(entry.survey.survey.title.in_language(words.language), quote=False)


def _language(code: str) -> str:
    return Words(code)("language-name") if code in LANGUAGES else escape(code)
