"""A draft as a whole: its questions, what is wrong, what can be done."""

from collections.abc import Sequence
from html import escape

from bot.screen import View
from bot.views.editor.acts import Act, New, NewAct
from bot.views.editor.parts import (
    Button,
    edit,
    fault_line,
    language_name,
    prompt_text,
    said,
    tick,
    title_text,
)
from bot.views.keyboards import buttons
from bot.words import Words
from surveys.drafting.checking import Checked
from surveys.drafting.documents import keys_within, questions_of
from surveys.drafting.languages import languages_of, missing_texts
from surveys.text import LANGUAGES
from use_cases.records import Draft

QUESTIONS_A_PAGE = 8
NUMBERS_A_ROW = 4
FAULTS_SHOWN_MAX = 6


def page_view(draft: Draft, checked: Checked, words: Words, page: int = 0) -> View:
    """Some of the questions, with what can be done to the whole."""
    listed = questions_of(draft.document)
    pages = max(-(-len(listed) // QUESTIONS_A_PAGE), 1)
    page = min(max(page, 0), pages - 1)
    first = page * QUESTIONS_A_PAGE
    lines = [f"<b>{title_text(draft, words)}</b>", _facts(draft, words)]
    lines += [""] if listed else []
    for place, question in enumerate(listed[first : first + QUESTIONS_A_PAGE], first):
        mark = " ⚠️" if any(checked.of(key) for key in keys_within(question)) else ""
        mark = " ↳" * ("relevant" in question) + mark
        lines.append(f"{place + 1}. {prompt_text(question, draft, words)}{mark}")
    lines += ["", _state(draft, checked, words)]
    shown = range(first, min(first + QUESTIONS_A_PAGE, len(listed)))
    numbers = [(str(place + 1), edit(draft, Act.QUESTION, place)) for place in shown]
    return View("\n".join(lines), buttons(*_rows(draft, numbers, page, pages, words)))


def _facts(draft: Draft, words: Words) -> str:
    document = draft.document
    facts = [words("card-questions", count=len(questions_of(document)))]
    if isinstance(minutes := document.get("minutes"), int):
        facts.append(words("card-minutes", count=minutes))
    if isinstance(points := document.get("points"), int) and points:
        facts.append(words("points", points=points))
    facts.append(", ".join(language_name(each) for each in languages_of(document)))
    return " · ".join(facts)


def _state(draft: Draft, checked: Checked, words: Words) -> str:
    if not questions_of(draft.document):
        return words("editor-empty")
    wrong = [fault_line(fault, words) for fault in checked.of("")]
    inside = sum(len(found) for key, found in checked.faults.items() if key)
    if inside:
        wrong.append(words("editor-faults-inside", count=inside))
    return "\n".join(wrong[:FAULTS_SHOWN_MAX]) or words("editor-sound")


def _rows(
    draft: Draft, numbers: Sequence[Button], page: int, pages: int, words: Words
) -> list[list[Button]]:
    missing = sum(1 for _ in missing_texts(draft.document))
    leaf: list[Button] = []
    if pages > 1:
        if page > 0:
            label = words("button-editor-earlier", which=_range(page - 1, draft))
            leaf.append((label, edit(draft, Act.PAGE, page - 1)))
        if page < pages - 1:
            label = words("button-editor-later", which=_range(page + 1, draft))
            leaf.append((label, edit(draft, Act.PAGE, page + 1)))
    rows = [
        list(numbers[start : start + NUMBERS_A_ROW])
        for start in range(0, len(numbers), NUMBERS_A_ROW)
    ]
    languages = words("button-editor-translate", count=missing)
    return [
        *rows,
        leaf,
        [(words("button-editor-add"), edit(draft, Act.ADD))],
        [(words("button-editor-settings"), edit(draft, Act.SETTINGS))],
        [(languages, edit(draft, Act.TRANSLATE))] if missing else [],
        [
            (words("button-try"), edit(draft, Act.TRY)),
            (words("button-editor-rehearse"), edit(draft, Act.REHEARSE)),
        ],
        [
            (words("button-editor-file"), edit(draft, Act.FILE)),
            (words("button-editor-shelve"), edit(draft, Act.SHELVE)),
        ],
        [(words("button-editor-drop"), edit(draft, Act.DROP))],
    ]


def _range(page: int, draft: Draft) -> str:
    """ "9–11": the questions of that page."""
    first, most = page * QUESTIONS_A_PAGE + 1, len(questions_of(draft.document))
    last = min(first + QUESTIONS_A_PAGE - 1, most)
    return f"{first}–{last}" if last > first else str(first)


SETTINGS = ("title", "welcome", "thanks", "points", "minutes")
"""What the survey as a whole has, by the names of a survey file."""


def settings_view(draft: Draft, words: Words) -> View:
    """Title, welcome, thanks, points, minutes, languages."""
    document = draft.document
    lines = [f"<b>{words('editor-settings')}</b>"]
    for place in SETTINGS:
        value = document.get(place)
        told = said(value, draft, words) if isinstance(value, dict) else str(value or "—")
        lines.append(f"{words(f'editor-place-{place}')}: {escape(told, quote=False)}")
    rows = [
        [(words(f"editor-place-{place}"), edit(draft, Act.ASK, more=place)) for place in pair]
        for pair in (SETTINGS[:1], SETTINGS[1:3], SETTINGS[3:])
    ]
    spoken = languages_of(document)
    languages = [
        (tick(language_name(each), each in spoken), edit(draft, Act.LANGUAGE, more=each))
        for each in dict.fromkeys((*LANGUAGES, *spoken))
    ]
    pairs = [languages[start : start + 2] for start in range(0, len(languages), 2)]
    lines += ["", words("editor-languages-hint", first=language_name(spoken[0]))]
    back = [(words("button-editor-back"), edit(draft, Act.PAGE, 0))]
    return View("\n".join(lines), buttons(*rows, *pairs, back))


def shelf_buttons(survey_id: int, words: Words) -> list[tuple[str, New]]:
    """What the card of a survey on the shelf offers its author."""
    return [
        (words("button-editor-edit"), New(act=NewAct.EDIT, survey=survey_id)),
        (words("button-editor-file"), New(act=NewAct.FILE, survey=survey_id)),
    ]
