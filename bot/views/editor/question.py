"""One question of a draft: how it stands, and a button for everything that it may have."""

from collections.abc import Mapping
from html import escape
from typing import Any

from bot.screen import View
from bot.views.editor.acts import Act
from bot.views.editor.page import QUESTIONS_A_PAGE
from bot.views.editor.parts import Button, edit, fault_line, kind_name, said, tick
from bot.views.editor.phrases import condition_text
from bot.views.keyboards import buttons
from bot.views.lengths import excerpt
from bot.words import Words
from surveys.drafting.checking import Checked
from surveys.drafting.choices import label_of, special
from surveys.drafting.documents import keys_within, kind_of, questions_of
from surveys.drafting.languages import languages_of
from surveys.drafting.questions import fields_of
from use_cases.records import Draft

PROMPT_UNITS_MAX = 600
CHOICES_SHOWN_MAX = 30
FAULTS_SHOWN_MAX = 4
OWN_TURNS = {"whole": True, "collect": True, "shuffle": False}
"""What is yes or no of questions of some kinds, and what goes without saying."""

LINES = ("choices", "items", "rows")
"""Places that are written one line each."""


def question_view(draft: Draft, at: int, checked: Checked, words: Words) -> View:
    """The question at that place."""
    question = questions_of(draft.document)[at]
    kind = kind_of(question)
    lines = [
        f"<b>{at + 1}. {_all_languages(question.get(kind), draft)}</b>",
        _about(question, words),
    ]
    lines += _listed(question, draft, words)
    if "relevant" in question:
        lines.append(condition_text(draft, at, words))
    if constraint := question.get("constraint"):
        shown = f"<code>{escape(str(constraint), quote=False)}</code>"
        lines.append(words("editor-constraint", condition=shown))
    if not kind:
        lines.append(words("editor-block"))
    faults = [fault for key in keys_within(question) for fault in checked.of(key)]
    lines += [fault_line(fault, words) for fault in faults[:FAULTS_SHOWN_MAX]]
    return View("\n".join(lines), buttons(*_rows(draft, at, question, words)))


def _all_languages(text: object, draft: Draft) -> str:
    """The words in every language of the draft, one under another."""
    if not isinstance(text, Mapping):
        return "…"
    found = [str(text[each]) for each in languages_of(draft.document) if text.get(each)]
    shown = [excerpt(escape(each, quote=False), PROMPT_UNITS_MAX) for each in found]
    return "\n".join(shown) or "…"


def _about(question: Mapping[str, Any], words: Words) -> str:
    kind = kind_of(question)
    facts = [kind_name(kind, words)] if kind else []
    for place in ("picks", "places", "from", "to"):
        if place in question:
            value = escape(str(question[place]), quote=False)
            facts.append(f"{words(f'editor-place-{place}')} {value}")
    if basis := question.get("basis"):
        facts.append(words(f"editor-basis-{basis}"))
    if construct := question.get("construct"):
        facts.append(escape(f"«{construct}»", quote=False))
    return "<i>" + " · ".join(facts) + "</i>"


def _listed(question: Mapping[str, Any], draft: Draft, words: Words) -> list[str]:
    """The choices, and the texts beside the question."""
    lines = []
    for place in LINES:
        listed = question.get(place)
        if isinstance(listed, dict):
            shown = [said(label_of(each), draft, words) for each in listed.values()]
            more = ["…"] if len(shown) > CHOICES_SHOWN_MAX else []
            kept = shown[:CHOICES_SHOWN_MAX]
            lines += [f" ▫️ {escape(each, quote=False)}" for each in kept] + more
    for place in ("low", "high", "unit", "hint"):
        if isinstance(text := question.get(place), dict):
            told = excerpt(escape(said(text, draft, words), quote=False), 200)
            lines.append(f"{words(f'editor-place-{place}')}: {told}")
    return lines


def _rows(draft: Draft, at: int, question: Mapping[str, Any], words: Words) -> list[list[Button]]:
    kind = kind_of(question)
    places = ["words", *fields_of(question), "hint"] if kind else []
    asks: list[Button] = []
    for place in places:
        name = f"editor-place-{place.replace('_', '-')}"
        if words.has(name):
            asks.append((words.say(name, {}), edit(draft, Act.ASK, at, more=place)))
    if question.get("construct") or question.get("basis"):
        asks.append((words("editor-place-construct"), edit(draft, Act.ASK, at, more="construct")))
    last = len(questions_of(draft.document)) - 1
    way: list[Button] = []
    if at > 0:
        label = words("button-editor-earlier", which=str(at))
        way.append((label, edit(draft, Act.QUESTION, at - 1)))
    if at < last:
        label = words("button-editor-later", which=str(at + 2))
        way.append((label, edit(draft, Act.QUESTION, at + 1)))
    back = [(words("button-editor-back"), edit(draft, Act.PAGE, at // QUESTIONS_A_PAGE))]
    rows = _in_twos(asks) + _in_twos(_turns(draft, at, question, words))
    if kind not in {"note", ""}:
        rows.append([(words("button-editor-basis"), edit(draft, Act.BASIS, at))])
    if at > 0:
        rows.append([(words("button-editor-condition"), edit(draft, Act.CONDITION, at))])
    doing: list[Button] = [
        ("⬆️", edit(draft, Act.MOVE, at, value=-1)),
        ("⬇️", edit(draft, Act.MOVE, at, value=1)),
        (words("button-editor-copy"), edit(draft, Act.COPY, at)),
        ("🗑", edit(draft, Act.DELETE, at)),
    ]
    add: list[Button] = [(words("button-editor-add-after"), edit(draft, Act.ADD, at))]
    return [*rows, doing, add, way, back]


def _turns(draft: Draft, at: int, question: Mapping[str, Any], words: Words) -> list[Button]:
    """What is on or off."""
    kind = kind_of(question)
    if kind in {"note", ""}:
        return []
    places = ["optional", "dont_know", "prefer_not"]
    if question.get("construct"):
        places.append("reversed")
    found: list[Button] = [
        (
            tick(words(f"editor-turn-{place.replace('_', '-')}"), question.get(place)),
            edit(draft, Act.TURN, at, more=place),
        )
        for place in places
    ]
    own = [place for place in OWN_TURNS if place in fields_of(question)]
    for place in own:
        label = tick(words(f"editor-turn-{place}"), question.get(place, OWN_TURNS[place]))
        found.append((label, edit(draft, Act.TURN, at, more=place)))
    offered = {"single": ("other",), "multiple": ("other", "exclusive")}.get(kind, ())
    for what in offered:
        listed = question.get("choices") or {}
        there = any(special(written, what) for written in listed.values())
        label = tick(words(f"editor-turn-{what}"), there)
        found.append((label, edit(draft, Act.SPECIAL, at, more=what)))
    return found


def _in_twos(listed: list[Button]) -> list[list[Button]]:
    return [listed[start : start + 2] for start in range(0, len(listed), 2)]
