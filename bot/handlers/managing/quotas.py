"""Quotas by buttons: by a question or by entrance; then one number a group."""

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from bot.field_callbacks import Field, FieldAct
from bot.screen import Screen, View
from bot.views.quotas import numbers_text, quotas_view
from bot.words import Words
from surveys.field.quotas import Grouping, groupings, read_quota
from surveys.field.settings import PEOPLE_OF_BUILDINGS
from use_cases.fieldwork.settings import FieldView, LookAtField, SetField
from use_cases.homes.names import in_order
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person

router = Router(name="quotas")

NONE_WORDS = ("-", "—", "–")
"""What takes a quota away."""


class Quotas(StatesGroup):
    """A manager types a quota's numbers: data holds `survey` and `by`."""

    numbers = State()


@router.callback_query(Field.filter(F.act == FieldAct.QUOTAS))
async def show(
    _: CallbackQuery,
    callback_data: Field,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    view = await LookAtField(work, clock)(person, callback_data.survey)
    await screen.show(await _view(view, work, words))


@router.callback_query(Field.filter(F.act == FieldAct.QUOTA))
async def ask_numbers(
    _: CallbackQuery,
    callback_data: Field,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    """The next message has a number for each group."""
    view = await LookAtField(work, clock)(person, callback_data.survey)
    found = await _groupings(view, work)
    if callback_data.value >= len(found):
        await screen.tell(words("fault-button-gone"))
        return
    grouping = found[callback_data.value]
    await state.set_state(Quotas.numbers)
    await state.set_data({"survey": callback_data.survey, "by": grouping.by})
    await screen.tell()
    await screen.say(numbers_text(grouping, words))


@router.message(StateFilter(Quotas.numbers), F.text, ~F.text.startswith("/"))
async def take_numbers(
    message: Message,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    """Shares or heads, one a group; a dash takes the quota away."""
    data, text = await state.get_data(), (message.text or "").strip()
    survey, by = int(data["survey"]), str(data["by"])
    look = LookAtField(work, clock)
    view = await look(person, survey)
    kept = [quota for quota in view.settings.quotas if quota.by != by]
    if text not in NONE_WORDS:
        grouping = next((g for g in await _groupings(view, work) if g.by == by), None)
        quota = read_quota(grouping, text) if grouping is not None else None
        if quota is None:
            await screen.say(words("quota-again", count=len(grouping.groups) if grouping else 0))
            return
        kept.append(quota)
    await SetField(work, clock)(person, survey, quotas=tuple(kept))
    await state.clear()
    await screen.say(await _view(await look(person, survey), work, words))


async def _view(view: FieldView, work: UnitOfWork, words: Words) -> View:
    found = await _groupings(view, work)
    return quotas_view(view.survey.id, found, view.settings.quotas, words)


async def _groupings(view: FieldView, work: UnitOfWork) -> list[Grouping]:
    entrances = {
        flat.facts.entrance
        for building in await work.homes.buildings()
        for flat in await work.homes.flats(building.id)
        if flat.facts.entrance
    }
    named = sorted(entrances, key=in_order)
    return groupings(view.survey.survey, named, by_entrance=PEOPLE_OF_BUILDINGS)
