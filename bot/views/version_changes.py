"""What a new version changes, before it is published."""

from collections.abc import Iterable
from html import escape

from bot.callbacks import Shelf, ShelfAct
from bot.screen import View
from bot.views.counts import count_text
from bot.views.keyboards import buttons
from bot.views.lengths import excerpt, in_one_message
from bot.words import Words
from surveys.changes import QuestionChange
from surveys.piping import without_answers
from surveys.questions import Question
from use_cases.authoring.previewing import PublishPreview
from use_cases.records import StoredSurvey

PROMPT_UNITS_MAX = 80


def publish_sure_view(preview: PublishPreview, words: Words) -> View:
    """Added, removed and changed questions, and for whom; nothing is published yet."""
    changes = preview.changes
    versions = {"old": preview.opened.survey.version, "new": preview.draft.survey.version}
    lines = [words("version-opening", **versions)]
    lines += [f"➕ {_prompt(question, words)}" for question in changes.added]
    lines += [f"➖ {_prompt(question, words)}" for question in changes.removed]
    lines += [
        f"✏️ {_prompt(c.question, words)}: {', '.join(_what(c, words))}" for c in changes.changed
    ]
    if not (changes.added or changes.removed or changes.changed):
        lines.append(words("version-same"))
    total = len(preview.draft.survey.questions)
    if changes.comparable == total:
        lines.append(words("version-all-comparable"))
    else:
        lines.append(words("version-comparable", count=changes.comparable, total=total))
    lines.append(
        words(
            "version-people",
            half=count_text(preview.half_way),
            completed=count_text(preview.completed),
        )
    )
    keyboard = buttons(
        [(words("button-publish"), Shelf(act=ShelfAct.PUBLISH_SURELY, survey=preview.draft.id))],
        [(words("button-not-yet"), Shelf(act=ShelfAct.SHOW, survey=preview.draft.id))],
    )
    return View(in_one_message(lines, "…", between="\n"), keyboard)


def namesake_view(draft: int, open_one: StoredSurvey, words: Words) -> View:
    """That another open survey has the same title; nothing is published yet."""
    title = escape(open_one.survey.title.in_language(words.language), quote=False)
    keyboard = buttons(
        [(words("button-publish"), Shelf(act=ShelfAct.PUBLISH_SURELY, survey=draft))],
        [(words("button-not-yet"), Shelf(act=ShelfAct.SHOW, survey=draft))],
    )
    return View(words("publish-namesake", title=title), keyboard)


def _what(change: QuestionChange, words: Words) -> Iterable[str]:
    if change.kind:
        yield words("version-kind")
    if change.reworded:
        yield words("version-reworded")
    if change.logic:
        yield words("version-logic")
    if change.choices_added:
        yield words("version-choices-added", count=len(change.choices_added))
    if change.choices_removed:
        yield words("version-choices-removed", count=len(change.choices_removed))


def _prompt(question: Question, words: Words) -> str:
    prompt = without_answers(question.prompt).in_language(words.language)
    return excerpt(escape(prompt, quote=False), PROMPT_UNITS_MAX)
