"""A rule put together with buttons; every step is kept in the manager's draft."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from bot.callbacks import RuleBuild, RuleStep
from bot.handlers.managing.rules import examine
from bot.screen import Screen, View
from bot.services import Services
from bot.views.rules.building import (
    FIELDS_OF,
    PAIRS,
    ROOMS,
    WITH_MANY,
    WITHOUT_VALUE,
    SoFar,
    argument_view,
    arguments_offered,
    fields_view,
    hows_view,
    rooms_view,
    so_far_view,
    value_view,
    values_offered,
    windows_of,
)
from bot.views.rules.faults import fault_view
from bot.words import Words
from segmentation.rules.catalogue import COMPARISONS, FIELDS, Type
from segmentation.rules.faults import RuleFault
from segmentation.rules.parsing import parse
from segmentation.rules.tree import Comparison, Field
from segmentation.rules.window_words import write_window
from segmentation.rules.writing import quoted, write, write_quantity
from use_cases.ports import UnitOfWork
from use_cases.records import Person
from use_cases.rules.defining import ListRules, RuleGone
from use_cases.rules.known import known_arguments, known_values
from use_cases.rules.naming import names_in, names_of

router = Router(name="rule_building")


class Building(StatesGroup):
    """A rule is put together; data is a `Draft`."""

    rule = State()


@dataclass(frozen=True, slots=True)
class Draft:
    """What has been chosen so far; `text` is the rule up to now, `join` what comes before more."""

    rule: int = 0
    text: str = ""
    join: str = "and"
    room: int = 0
    name: str = ""
    arguments: tuple[str, ...] = ()
    how: str = ""
    offered: tuple[str, ...] = field(default=())

    @property
    def field(self) -> Field:
        return Field(self.name, self.arguments)


async def _draft(state: FSMContext) -> Draft:
    data: dict[str, Any] = dict(await state.get_data())
    for name in ("arguments", "offered"):
        data[name] = tuple(data.get(name, ()))
    return Draft(**{key: value for key, value in data.items() if key in Draft.__dataclass_fields__})


async def _keep(state: FSMContext, draft: Draft) -> None:
    await state.set_state(Building.rule)
    await state.set_data({name: getattr(draft, name) for name in Draft.__dataclass_fields__})


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
    draft = await _draft(state)
    chosen = callback_data.value
    match callback_data.step:
        case RuleStep.START:
            draft = Draft(rule=draft.rule)
            view = rooms_view(SoFar(), words)
        case RuleStep.ROOMS:
            draft = replace(draft, name="", arguments=(), how="")
            view = rooms_view(await _so_far(draft, work), words)
        case RuleStep.ROOM:
            room = _within(chosen, ROOMS)
            draft = replace(draft, room=room, name="", arguments=(), how="")
            view = fields_view(ROOMS[draft.room], await _so_far(draft, work), words)
        case RuleStep.FIELD:
            names = FIELDS_OF[ROOMS[draft.room]]
            draft = replace(draft, name=names[_within(chosen, names)], arguments=(), how="")
            draft, view = await _ask_next(draft, work, words)
        case RuleStep.ARGUMENT:
            value = draft.offered[_within(chosen, draft.offered)]
            draft, view = await _take(draft, value, work, words)
        case RuleStep.HOW:
            hows = COMPARISONS[FIELDS[_named(draft)].type]
            draft = replace(draft, how=hows[_within(chosen, hows)].value)
            draft, view = await _ask_next(draft, work, words)
        case RuleStep.WINDOW:
            windows = windows_of(FIELDS[_named(draft)].type)
            said = write_window(windows[_within(chosen, windows)])
            condition = f"{write_quantity(draft.field)} {said}"
            draft, view = await _joined(draft, condition, work, words)
        case RuleStep.AND | RuleStep.OR:
            draft = replace(draft, join="and" if callback_data.step is RuleStep.AND else "or")
            view = rooms_view(await _so_far(draft, work), words)
        case RuleStep.NEGATE:
            draft = replace(draft, text=write(parse(f"not ({_written(draft)})")))
            view = so_far_view(await _so_far(draft, work), words)
        case RuleStep.COUNT:
            text = _written(draft)
            await state.set_data({"rule": draft.rule})
            await screen.tell()
            await examine(text, state, work, person, screen, words, services)
            return
    await _keep(state, draft)
    await screen.show(view)


@router.message(StateFilter(Building.rule), F.text, ~F.text.startswith("/"))
async def typed(
    message: Message,
    state: FSMContext,
    work: UnitOfWork,
    screen: Screen,
    words: Words,
) -> None:
    """A value or an argument in the manager's own words."""
    draft = await _draft(state)
    if not draft.name:
        await screen.say(rooms_view(await _so_far(draft, work), words))
        return
    try:
        said = await _as_key(draft, (message.text or "").strip(), work, words)
        draft, view = await _take(draft, said, work, words)
    except RuleFault as fault:
        await screen.say(View(fault_view(fault, "", words).text))  # The question stands above.
        return
    await _keep(state, draft)
    await screen.say(view)


async def _as_key(draft: Draft, said: str, work: UnitOfWork, words: Words) -> str:
    """The key of what somebody named by its label; else what they wrote."""
    labels: Sequence[str]
    names = (await _so_far(draft, work)).names
    if len(draft.arguments) < len(FIELDS[_named(draft)].arguments):
        labels = arguments_offered(draft.field, draft.offered, names, words)
    else:
        labels = values_offered(draft.field, draft.offered, names, words)
    named = {label.casefold(): key for label, key in zip(labels, draft.offered, strict=True)}
    return named.get(said.casefold(), said)


async def _take(draft: Draft, value: str, work: UnitOfWork, words: Words) -> tuple[Draft, View]:
    """What was chosen or typed: an argument while one is missing, else the value."""
    if len(draft.arguments) < len(FIELDS[_named(draft)].arguments):
        draft = replace(draft, arguments=(*draft.arguments, value))
        return await _ask_next(draft, work, words)
    if not draft.how:
        return draft, hows_view(draft.field, await _so_far(draft, work), words)
    how = Comparison(draft.how)
    said = _values(value, how, FIELDS[draft.name].type)
    return await _joined(draft, f"{write_quantity(draft.field)} {how} {said}", work, words)


async def _ask_next(draft: Draft, work: UnitOfWork, words: Words) -> tuple[Draft, View]:
    """The next thing that is not known yet."""
    kind = FIELDS[_named(draft)]
    if len(draft.arguments) < len(kind.arguments):
        argument = kind.arguments[len(draft.arguments)]
        draft = replace(
            draft, offered=tuple(await known_arguments(work, argument, draft.arguments))
        )
        so_far = await _so_far(draft, work)
        return draft, argument_view(draft.field, draft.offered, so_far, words)
    if not draft.how:
        draft = replace(draft, offered=())
        return draft, hows_view(draft.field, await _so_far(draft, work), words)
    how = Comparison(draft.how)
    if how in WITHOUT_VALUE:
        return await _joined(draft, f"{write_quantity(draft.field)} {how}", work, words)
    draft = replace(draft, offered=tuple(await known_values(work, draft.field)))
    so_far = await _so_far(draft, work)
    return draft, value_view(draft.field, how, draft.offered, so_far, words)


async def _so_far(draft: Draft, work: UnitOfWork) -> SoFar:
    """The rule up to now, with the names of its keys and of those on offer."""
    names = dict(await names_in(work, parse(draft.text))) if draft.text else {}
    if draft.name:
        next_ones = [Field(draft.name, (*draft.arguments, key)) for key in draft.offered]
        names |= await names_of(work, [draft.field, *next_ones])
    return SoFar(draft.text, names)


async def _joined(
    draft: Draft, condition: str, work: UnitOfWork, words: Words
) -> tuple[Draft, View]:
    """The condition added to the rule so far; raises RuleFault."""
    text = write(parse(condition))
    if draft.text:
        text = write(parse(f"({draft.text}) {draft.join} ({text})"))
    draft = Draft(rule=draft.rule, text=text)
    return draft, so_far_view(await _so_far(draft, work), words)


def _values(value: str, how: Comparison, kind: Type) -> str:
    """What was typed, as a rule writes it: numbers bare, words in quotes, several in brackets."""
    parts = [part.strip() for part in value.split(",")] if how in WITH_MANY else [value]
    if how in PAIRS:
        parts = value.replace("–", " ").replace("-", " ").replace(",", " ").split()
        parts = [*parts, "", ""][:2]
    written = [_one(part, kind) for part in parts if part or how in PAIRS]
    if how in PAIRS:
        return f"{written[0]} and {written[1]}"
    return f"({', '.join(written)})" if how in WITH_MANY else "".join(written[:1])


def _one(part: str, kind: Type) -> str:
    number = part.replace(",", ".")
    numeric = number.replace(".", "", 1).lstrip("-").isdecimal()
    if kind is Type.NUMBER or (kind is Type.OPEN and numeric):
        return number if numeric else quoted(part)
    return quoted(part)


def _named(draft: Draft) -> str:
    if draft.name not in FIELDS:
        raise RuleGone
    return draft.name


def _written(draft: Draft) -> str:
    if not draft.text:
        raise RuleGone
    return draft.text


def _within(chosen: int, those: Sequence[object]) -> int:
    """The place, unless the button is of another list."""
    if not 0 <= chosen < len(those):
        raise RuleGone
    return chosen
