"""What the editor asks people to type, and where it goes."""

from html import escape
from itertools import islice

from bot.handlers.authoring.desk import Desk
from bot.screen import View
from bot.views.editor.asking import ask_view, languages_view
from bot.views.editor.question import LINES
from bot.views.lengths import excerpt
from surveys.drafting.choices import lines_of
from surveys.drafting.documents import Path, key_of, kind_of, look, place_of
from surveys.drafting.languages import languages_of, missing_texts, question_of
from use_cases.records import Draft

NEW = "new "
TEXTS = ("words", "hint", "low", "high", "unit", "best", "worst", "title", "welcome", "thanks")
NOW_UNITS_MAX = 1_500  # Of what stands there already.


async def ask_for(
    desk: Desk, draft: Draft, at: int, key: str, place: str, *, language: int = 0
) -> View:
    """Ask for the words of that place; first in which language, where there are several."""
    spoken = languages_of(draft.document)
    worded = place in TEXTS or place in LINES
    if worded and len(spoken) > 1 and not 0 < language <= len(spoken):
        return languages_view(draft, at, place, desk.words)
    code = spoken[max(language - 1, 0)] if worded or place.startswith(NEW) else ""
    path = _path(draft, key, place)
    now = _now(look(draft.document, _whole(draft, key, path)), place, code)
    await desk.wait_for(draft, question=key, path=list(path), place=place, language=code, passed=-1)
    name = "words" if place.startswith(NEW) else place
    return ask_view(draft, at, name, code, now, desk.words)


async def ask_translation(desk: Desk, draft: Draft, passed: int) -> View:
    """Ask for the next words that some language lacks; the whole draft after the last."""
    found = next(islice(missing_texts(draft.document), passed, None), None)
    if found is None:
        return await desk.page(draft)
    path, text, language = found
    question = question_of(draft.document, path)
    key = key_of(question) if question is not None else ""
    inside = path[2:] if question is not None else path
    now = "\n".join(escape(each, quote=False) for each in text.values() if each.strip())
    if question is not None and key:
        number = place_of(draft.document, key) + 1
        now = f"{number}. {excerpt(now, NOW_UNITS_MAX)}"
    await desk.wait_for(
        draft,
        question=key,
        path=list(inside),
        place="translation",
        language=language,
        passed=passed,
    )
    return ask_view(draft, -1, "translation", language, now, desk.words, passed=passed)


def _path(draft: Draft, key: str, place: str) -> Path:
    """Where the words go, within the question or the survey."""
    if place.startswith(NEW):
        return ()
    if place != "words":
        return (place,)
    question = look(draft.document, ("questions", place_of(draft.document, key)))
    return (kind_of(question),)


def _whole(draft: Draft, key: str, path: Path) -> Path:
    if not key:
        return path or ("",)
    return ("questions", place_of(draft.document, key), *(path or ("",)))


def _now(value: object, place: str, language: str) -> str:
    """What stands there already; Telegram HTML."""
    if value is None:
        return ""
    if place in LINES and isinstance(value, dict):
        written = "\n".join(lines_of(value, language))
    elif isinstance(value, dict):
        written = str(value.get(language, ""))
    else:
        written = str(value)
    return f"<code>{excerpt(escape(written, quote=False), NOW_UNITS_MAX)}</code>" if written else ""
