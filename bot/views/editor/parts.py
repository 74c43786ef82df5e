"""What several screens of the editor share."""

from collections.abc import Mapping
from html import escape
from typing import Any

from bot.views.editor.acts import Act, Edit
from bot.views.lengths import excerpt
from bot.views.survey_faults import problem_text
from bot.words import Words
from surveys.drafting.documents import kind_of
from surveys.drafting.languages import languages_of
from surveys.faults import Fault
from surveys.text import LANGUAGES
from use_cases.records import Draft

PROMPT_UNITS_MAX = 70  # Of a question in a list.
MARKS = {
    "open": "💬", "single": "🔘", "multiple": "☑️", "ranking": "🔢", "yes_no": "👍", "scale": "📏",
    "rating": "⭐", "nps": "📣", "csat": "🙂", "ces": "🪶", "number": "#️⃣", "date": "📅",
    "time": "🕑", "note": "📄", "maxdiff": "⚖️", "photo": "📷", "voice": "🎙", "video": "🎬",
    "document": "📎", "location": "📍", "contact": "☎️",
}  # fmt: skip

Button = tuple[str, Edit]


def edit(draft: Draft, act: Act, at: int = -1, *, value: int = 0, more: str = "") -> Edit:
    """What a button on this draft, as it is drawn now, carries."""
    return Edit(draft=draft.id, revision=draft.revision, act=act, at=at, value=value, more=more)


def said(text: object, draft: Draft, words: Words) -> str:
    """The words in the reader's language if the draft has it, else in its first; plain."""
    if not isinstance(text, Mapping) or not text:
        return "…"
    for language in (words.language, *languages_of(draft.document)):
        if text.get(language):
            return str(text[language])
    return str(next(iter(text.values())))


def prompt_text(question: Mapping[str, Any], draft: Draft, words: Words) -> str:
    """A question in one line; Telegram HTML."""
    kind = kind_of(question)
    heading = question.get(kind) if kind else question.get("block") or question.get("loop")
    line = said(heading, draft, words) if heading else str(question.get("key", "▣"))
    mark = MARKS.get(kind, "▣")
    return f"{mark} {excerpt(escape(' '.join(line.split()), quote=False), PROMPT_UNITS_MAX)}"


def title_text(draft: Draft, words: Words) -> str:
    """The title of the draft; Telegram HTML."""
    return escape(said(draft.document.get("title"), draft, words), quote=False)


def language_name(code: str) -> str:
    return Words(code)("language-name") if code in LANGUAGES else code


def kind_name(kind: str, words: Words) -> str:
    """What a kind of question is called; Telegram HTML and button alike."""
    name = f"editor-kind-{kind.replace('_', '-')}"
    return words.say(name, {}) if words.has(name) else kind


def fault_line(fault: Fault, words: Words) -> str:
    """What is wrong, as somebody who never saw a file would say it."""
    place = str(fault.facts.get("place", ""))
    plain = [f"editor-fault-{fault.code}-{place.replace('_', '-')}", f"editor-fault-{fault.code}"]
    known = next((name for name in plain if words.has(name)), None)
    if known is not None:
        facts = {name: escape(str(fact), quote=False) for name, fact in fault.facts.items()}
        return f"⚠️ {words.say(known, facts)}"
    return f"⚠️ {problem_text(fault, words)}"


def tick(text: str, on: object) -> str:
    """The label of a button that turns something on and off."""
    return f"{'✅' if on else '▫️'} {text}"
