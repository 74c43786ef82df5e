"""What a manager types goes into the draft: kept before anything is shown."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from bot.handlers.authoring.desk import Desk, Typing
from bot.handlers.authoring.wording import NEW, TEXTS, ask_translation
from bot.screen import Screen, View
from bot.services import Services
from bot.views.editor.asking import ask_view, kinds_view
from bot.views.editor.page import settings_view
from bot.views.editor.question import LINES
from bot.words import Words
from surveys.drafting.choices import LinesDiffer, put_choices, translate_choices
from surveys.drafting.documents import (
    Document,
    QuestionGone,
    kind_of,
    place_of,
    put,
    question_at,
)
from surveys.drafting.languages import languages_of
from surveys.drafting.questions import add_question, put_value
from surveys.yaml.questions import OF_KIND
from use_cases.authoring.drafting import NoSuchDraft
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Draft, Person

router = Router(name="authoring-typing")

NUMBERS = (
    "points", "minutes", "places", "from", "to", "sets", "per_set", "files", "megabytes",
)  # fmt: skip
_DATE = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})", re.ASCII)


class _Unfit(Exception):
    """What was typed does not fit; `sentence` says what is needed."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@router.message(StateFilter(Typing.kind), F.text, ~F.text.startswith("/"))
async def kind_first(
    _: Message,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    state: FSMContext,
    services: Services,
) -> None:
    """Words came before the kind of question was tapped: the kinds come again, below."""
    desk = Desk(work, person, screen, words, clock, state, services)
    asked = await state.get_data()
    try:
        draft = await desk.draft(int(asked["draft"]))
    except NoSuchDraft:
        await state.clear()
        raise
    kinds = kinds_view(draft, int(asked["at"]), words)
    await screen.say(replace(kinds, text=words("editor-kind-first")))


@router.message(StateFilter(Typing.words), F.text, ~F.text.startswith("/"))
async def take_words(
    message: Message,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    state: FSMContext,
    services: Services,
) -> None:
    """Into the place that was asked for; what does not fit is asked for again."""
    desk = Desk(work, person, screen, words, clock, state, services)
    asked = await state.get_data()
    text = (message.text or "").strip()
    try:
        draft = await desk.draft(int(asked["draft"]))
    except NoSuchDraft:
        await state.clear()
        raise
    place = str(asked["place"])
    if place.startswith(NEW):
        await _add(desk, draft, asked, text)
        return
    try:
        change = _change(draft, asked, text, words)
        await state.clear()
        changed = await desk.change(draft.id, change)
    except _Unfit as unfit:
        await screen.say(unfit.sentence)
        return
    except (LinesDiffer, QuestionGone) as fault:
        await state.set_state(Typing.words)
        await state.set_data(asked)
        await screen.say(_why(fault, words))
        return
    await _show(desk, changed, asked)


async def _show(desk: Desk, draft: Draft, asked: dict[str, object]) -> None:
    """Where the words belong: the question, the survey's settings, the next translation."""
    key, above = str(asked["question"]), int(str(asked["message"]))
    if asked["place"] == "translation":
        view = await ask_translation(desk, draft, int(str(asked["passed"])))
    elif key:
        view = await desk.question(draft, key)
    else:
        view = settings_view(draft, desk.words)
    await _below(desk, view, above)


async def _below(desk: Desk, view: View, above: int) -> None:
    """The editor comes below; if it goes on waiting for words, it knows its new place."""
    shown = await desk.below(view, above)
    waiting = await desk.state.get_data()
    if waiting:
        await desk.state.set_data({**waiting, "message": shown})


async def _add(desk: Desk, draft: Draft, asked: dict[str, object], text: str) -> None:
    """A new question; one that is answered by choosing needs its choices next."""
    kind, after = str(asked["place"]).removeprefix(NEW), str(asked["question"]) or None
    language, above = str(asked["language"]), int(str(asked["message"]))
    await desk.state.clear()
    made: list[str] = []

    def add(document: Document) -> Document:
        here = after if after is not None and _is_there(document, after) else None
        changed, key = add_question(document, kind, text, language, after=here)
        made.append(key)
        return changed

    changed = await desk.change(draft.id, add)
    lines = next((place for place in LINES if place in OF_KIND[kind]), None)
    if lines is None:
        await desk.below(await desk.question(changed, made[-1]), above)
        return
    await desk.wait_for(
        changed, question=made[-1], path=[lines], place=lines, language=language, passed=-1
    )
    at = place_of(changed.document, made[-1])
    await _below(desk, ask_view(changed, at, lines, language, "", desk.words), above)


def _change(
    draft: Draft, asked: dict[str, object], text: str, words: Words
) -> Callable[[Document], Document]:
    """What the words make of the draft; raises _Unfit."""
    key, place, language = str(asked["question"]), str(asked["place"]), str(asked["language"])
    path = [step for step in asked["path"] if isinstance(step, str | int)]  # type: ignore[attr-defined]
    if place in TEXTS or place == "translation":
        return lambda document: put(document, _in(document, key, (*path, language)), text)
    if place in LINES:
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        first = language == languages_of(draft.document)[0]
        listed = put_choices if first else translate_choices
        return partial(listed, key=key, place=place, lines=lines, language=language)
    value: object = text
    if place in NUMBERS:
        kind = kind_of(question_at(draft.document, key)) if key else ""
        value = _day(text, words) if kind == "date" else _number(text, words)
    if key:
        return partial(put_value, key=key, place=place, value=value)
    return partial(put, path=(place,), value=value)


def _in(document: Document, key: str, path: tuple[str | int, ...]) -> tuple[str | int, ...]:
    return ("questions", place_of(document, key), *path) if key else path


def _number(text: str, words: Words) -> int | float:
    written = text.replace(",", ".").replace(" ", "").replace("−", "-")
    if not re.fullmatch(r"-?\d{1,9}(\.\d{1,6})?", written, re.ASCII):
        raise _Unfit(words("editor-number-needed"))
    number = float(written)
    return int(number) if number.is_integer() else number


def _day(text: str, words: Words) -> str:
    found = _DATE.fullmatch(text)
    written = f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}" if found else text
    try:
        return date.fromisoformat(written).isoformat()
    except ValueError:
        raise _Unfit(words("editor-day-needed")) from None


def _is_there(document: Document, key: str) -> bool:
    try:
        place_of(document, key)
    except QuestionGone:
        return False
    return True


def _why(fault: Exception, words: Words) -> str:
    if isinstance(fault, LinesDiffer):
        return words("editor-lines-differ", wanted=fault.wanted, given=fault.given)
    return words("editor-question-gone")
