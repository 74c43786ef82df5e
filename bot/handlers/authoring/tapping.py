"""The buttons of the editor: where they lead, and what they change at once."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from bot.handlers.authoring.desk import Desk, Typing
from bot.handlers.authoring.wording import ask_for, ask_translation
from bot.screen import Screen, View
from bot.services import Services
from bot.views.editor.acts import CHANGES_BY_PLACE, Act, Edit
from bot.views.editor.asking import (
    answers_view,
    basis_view,
    conditions_view,
    delete_view,
    kinds_view,
)
from bot.views.editor.page import settings_view
from bot.views.editor.question import OWN_TURNS
from bot.words import Words
from surveys.drafting.choices import turn_special
from surveys.drafting.conditions import answers_to, condition
from surveys.drafting.documents import (
    KINDS,
    Document,
    key_of,
    place_of,
    put,
    questions_of,
)
from surveys.drafting.languages import languages_of, turn_language
from surveys.drafting.questions import (
    copy_question,
    drop_question,
    move_question,
    put_value,
    turn,
)
from surveys.questions import Basis
from surveys.text import LANGUAGES
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Draft, Person

router = Router(name="authoring-tapping")

CHOICE_LABELS = {"other": "editor-other-label", "exclusive": "editor-exclusive-label"}
TURNS = ("optional", "dont_know", "prefer_not", "reversed", *OWN_TURNS)


@router.callback_query(Edit.filter())
async def tap(
    _: CallbackQuery,
    callback_data: Edit,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    state: FSMContext,
    services: Services,
) -> None:
    """One tap: whatever was waited for is waited for no longer."""
    await state.clear()
    desk = Desk(work, person, screen, words, clock, state, services)
    draft = await desk.draft(callback_data.draft)
    by_place = callback_data.act in CHANGES_BY_PLACE
    listed = questions_of(draft.document)
    gone = callback_data.at >= len(listed)
    if by_place and (gone or callback_data.revision != draft.revision):
        await screen.tell(words("editor-moved-on"))
        await screen.show(await desk.page(draft))
        return
    key = key_of(listed[callback_data.at]) if 0 <= callback_data.at < len(listed) else ""
    view = await ACTS[callback_data.act](desk, draft, callback_data, key)
    await screen.show(view)


async def _page(desk: Desk, draft: Draft, tapped: Edit, _: str) -> View:
    return await desk.page(draft, tapped.at)


async def _question(desk: Desk, draft: Draft, _: Edit, key: str) -> View:
    return await desk.question(draft, key)


async def _settings(desk: Desk, draft: Draft, _: Edit, __: str) -> View:
    return settings_view(draft, desk.words)


async def _add(desk: Desk, draft: Draft, tapped: Edit, _: str) -> View:
    await desk.state.set_state(Typing.kind)
    await desk.state.set_data({"draft": draft.id, "at": tapped.at})
    return kinds_view(draft, tapped.at, desk.words)


async def _kind(desk: Desk, draft: Draft, tapped: Edit, key: str) -> View:
    if tapped.more not in KINDS:
        return await desk.page(draft)
    return await ask_for(desk, draft, tapped.at, key, f"new {tapped.more}")


async def _ask(desk: Desk, draft: Draft, tapped: Edit, key: str) -> View:
    return await ask_for(desk, draft, tapped.at, key, tapped.more, language=tapped.value)


async def _translate(desk: Desk, draft: Draft, tapped: Edit, _: str) -> View:
    return await ask_translation(desk, draft, max(tapped.value, 0))


async def _change_question(
    desk: Desk, draft: Draft, key: str, change: Callable[[Document], Document]
) -> View:
    return await desk.question(await desk.change(draft.id, change), key)


async def _clear(desk: Desk, draft: Draft, tapped: Edit, key: str) -> View:
    if key:
        clear = partial(put_value, key=key, place=tapped.more, value=None)
        return await _change_question(desk, draft, key, clear)
    changed = await desk.change(draft.id, partial(put, path=(tapped.more,), value=None))
    return settings_view(changed, desk.words)


async def _turn(desk: Desk, draft: Draft, tapped: Edit, key: str) -> View:
    if not key or tapped.more not in TURNS:
        return await desk.page(draft)
    turned = partial(turn, key=key, place=tapped.more, plain=OWN_TURNS.get(tapped.more, False))
    return await _change_question(desk, draft, key, turned)


async def _special(desk: Desk, draft: Draft, tapped: Edit, key: str) -> View:
    """ "Other: please say" and "none of these" come in the bot's words, for the author to mend."""
    if not key or tapped.more not in CHOICE_LABELS:
        return await desk.page(draft)
    spoken = [each for each in languages_of(draft.document) if each in LANGUAGES] or ["en"]
    label = {each: Words(each)(CHOICE_LABELS[tapped.more]) for each in spoken}
    change = partial(turn_special, key=key, what=tapped.more, label=label)
    return await _change_question(desk, draft, key, change)


async def _move(desk: Desk, draft: Draft, tapped: Edit, key: str) -> View:
    by = 1 if tapped.value > 0 else -1
    return await _change_question(desk, draft, key, partial(move_question, key=key, by=by))


async def _copy(desk: Desk, draft: Draft, _: Edit, key: str) -> View:
    changed = await desk.change(draft.id, lambda document: copy_question(document, key)[0])
    twin = questions_of(changed.document)[place_of(changed.document, key) + 1]
    return await desk.question(changed, key_of(twin))


async def _delete(desk: Desk, draft: Draft, tapped: Edit, _: str) -> View:
    return delete_view(draft, tapped.at, desk.words)


async def _delete_surely(desk: Desk, draft: Draft, _: Edit, key: str) -> View:
    return await desk.page(await desk.change(draft.id, partial(drop_question, key=key)))


async def _condition(desk: Desk, draft: Draft, tapped: Edit, _: str) -> View:
    return conditions_view(draft, tapped.at, desk.words)


async def _condition_on(desk: Desk, draft: Draft, tapped: Edit, _: str) -> View:
    if not 0 <= tapped.value < tapped.at:
        return await desk.page(draft)
    return answers_view(draft, tapped.at, tapped.value, desk.words)


async def _condition_set(desk: Desk, draft: Draft, tapped: Edit, key: str) -> View:
    if not 0 <= tapped.value < tapped.at:
        return await desk.page(draft)
    asked = questions_of(draft.document)[tapped.value]
    possible = answers_to(asked)
    number = int(tapped.more) if tapped.more.isdecimal() else len(possible)
    if number >= len(possible):
        return await desk.page(draft)
    made = condition(asked, possible[number])
    change = partial(put_value, key=key, place="relevant", value=made)
    return await _change_question(desk, draft, key, change)


async def _basis(desk: Desk, draft: Draft, tapped: Edit, key: str) -> View:
    if tapped.more not in set(Basis):
        return basis_view(draft, tapped.at, desk.words)
    change = partial(put_value, key=key, place="basis", value=tapped.more)
    return await _change_question(desk, draft, key, change)


async def _language(desk: Desk, draft: Draft, tapped: Edit, _: str) -> View:
    if tapped.more not in {*LANGUAGES, *languages_of(draft.document)}:
        return await desk.page(draft)
    changed = await desk.change(draft.id, partial(turn_language, language=tapped.more))
    return settings_view(changed, desk.words)


ACTS: dict[str, Callable[[Any, Any, Any, str], Awaitable[View]]] = {
    Act.PAGE: _page,
    Act.QUESTION: _question,
    Act.SETTINGS: _settings,
    Act.ADD: _add,
    Act.KIND: _kind,
    Act.ASK: _ask,
    Act.TRANSLATE: _translate,
    Act.CLEAR: _clear,
    Act.TURN: _turn,
    Act.SPECIAL: _special,
    Act.MOVE: _move,
    Act.COPY: _copy,
    Act.DELETE: _delete,
    Act.DELETE_SURELY: _delete_surely,
    Act.CONDITION: _condition,
    Act.CONDITION_ON: _condition_on,
    Act.CONDITION_SET: _condition_set,
    Act.BASIS: _basis,
    Act.LANGUAGE: _language,
}
"""What each button does; finishing has the rest."""
