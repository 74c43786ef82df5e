"""A rule put together with buttons; every step is kept in the manager's draft."""

from collections.abc import Sequence
from dataclasses import replace

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks import RuleBuild, RuleStep
from bot.handlers.managing.rule_drafts import (
    Building,
    Draft,
    as_key,
    ask_next,
    back,
    drafted,
    joined,
    keep,
    named,
    so_far,
    take,
)
from bot.handlers.managing.rules import examine
from bot.screen import Screen, View
from bot.services import Services
from bot.views.rules.building import FIELDS_OF, ROOMS, rooms_view, so_far_view, windows_of
from bot.views.rules.faults import fault_view, guess_words, is_plain, meant_by
from bot.words import Words
from segmentation.rules.built import BUILT, Piece
from segmentation.rules.catalogue import COMPARISONS, FIELDS
from segmentation.rules.faults import RuleFault
from segmentation.rules.guessing import guessed
from segmentation.rules.mending import mended
from segmentation.rules.parsing import parse
from segmentation.rules.window_words import write_window
from segmentation.rules.writing import write, write_quantity
from use_cases.ports import UnitOfWork
from use_cases.records import Person
from use_cases.rules.defining import ListRules, RuleGone

router = Router(name="rule_building")


@router.callback_query(RuleBuild.filter())
async def step(
    _: CallbackQuery,
    callback_data: RuleBuild,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    services: Services,
) -> None:
    """One tap: the next question, the rule so far, or its count."""
    await ListRules(work, services.clock)(person)
    draft = await drafted(state)
    if callback_data.step is RuleStep.COUNT:
        text = _written(draft)
        await state.set_data({"rule": draft.rule})
        await screen.tell()
        await examine(text, state, work, person, screen, words, services)
        return
    draft, view = await _stepped(draft, callback_data, work, words)
    await keep(state, draft)
    await screen.show(view)


async def _stepped(
    draft: Draft, tapped: RuleBuild, work: UnitOfWork, words: Words
) -> tuple[Draft, View]:
    chosen = tapped.value
    match tapped.step:
        case RuleStep.START:
            draft = Draft(rule=draft.rule)
        case RuleStep.ROOMS:
            draft = draft.about("")
        case RuleStep.ROOM:
            draft = replace(draft.about(""), room=_within(chosen, ROOMS))
        case RuleStep.FIELD:
            names = FIELDS_OF[ROOMS[_within(draft.room, ROOMS)]]
            draft = replace(draft.about(names[_within(chosen, names)]), room=draft.room)
        case RuleStep.ARGUMENT:
            value = draft.offered[_within(chosen, draft.offered)]
            return await take(draft, value, work, words)
        case RuleStep.HOW:
            hows = COMPARISONS[FIELDS[named(draft)].type]
            draft = replace(draft, how=hows[_within(chosen, hows)].value)
        case RuleStep.WINDOW:
            windows = windows_of(FIELDS[named(draft)].type)
            said = write_window(windows[_within(chosen, windows)])
            return await joined(draft, f"{write_quantity(draft.field)} {said}", work, words)
        case RuleStep.BACK:
            return await back(draft, work, words)
        case _:
            return await _of_whole(draft, tapped.step, work, words)
    return await ask_next(draft, work, words)


async def _of_whole(
    draft: Draft, step: RuleStep, work: UnitOfWork, words: Words
) -> tuple[Draft, View]:
    """What is done with the rule so far."""
    match step:
        case RuleStep.AND | RuleStep.OR:
            draft = replace(draft, join="and" if step is RuleStep.AND else "or", room=-1)
            return draft, rooms_view(await so_far(draft, work), words)
        case RuleStep.NEGATE:
            draft = draft.with_text(write(parse(f"not ({_written(draft)})")))
        case RuleStep.UNDO:
            if not draft.earlier:
                raise RuleGone
            *earlier, text = draft.earlier
            draft = Draft(rule=draft.rule, text=text, earlier=tuple(earlier))
        case _:
            draft = Draft(rule=draft.rule, text=_written(draft))
    if not draft.text:
        return await ask_next(draft, work, words)
    return draft, so_far_view(await so_far(draft, work), words)


@router.message(StateFilter(Building.rule), F.text, ~F.text.startswith("/"))
async def typed(
    message: Message,
    state: FSMContext,
    work: UnitOfWork,
    screen: Screen,
    words: Words,
) -> None:
    """A value or an argument in the manager's own words; where a button is asked for, its label,
    or a whole condition."""
    draft, said = await drafted(state), (message.text or "").strip()
    try:
        if not draft.name:
            draft, view = await _begun(draft, said, work, words)
        else:
            draft, view = await take(draft, await as_key(draft, said, work, words), work, words)
    except RuleFault as fault:
        if draft.how or draft.piece in (Piece.NUMBER, Piece.MONEY):
            await screen.say(View(fault_view(fault, "", words).text))  # The question stands above.
            return
        draft, view = await ask_next(draft, work, words)
        view = replace(view, text=f"{words('rules-choose')}\n\n{view.text}")
    await keep(state, draft)
    await screen.say(view)


async def _begun(draft: Draft, said: str, work: UnitOfWork, words: Words) -> tuple[Draft, View]:
    """A field by its name, or a whole condition as rules write it; raises RuleFault."""
    name = meant_by(words.language).get(said.lower(), said.lower())
    if name in FIELDS or name in BUILT:
        room = FIELDS[name].room if name in FIELDS else BUILT[name].room
        return await ask_next(replace(draft, name=name, room=ROOMS.index(room)), work, words)
    meant = mended(said, meant_by(words.language))
    guess = guessed(said, guess_words(words.language)) if meant is None and is_plain(said) else None
    if guess is not None and not guess.left:
        meant = guess.text
    return await joined(draft, meant or said, work, words)


def _written(draft: Draft) -> str:
    if not draft.text:
        raise RuleGone
    return draft.text


def _within(chosen: int, those: Sequence[object]) -> int:
    """The place, unless the button is of another list."""
    if not 0 <= chosen < len(those):
        raise RuleGone
    return chosen
