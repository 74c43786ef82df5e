"""A survey's field settings by buttons: audience, dates, goal, one a flat, sealed, results."""

from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from bot.field_callbacks import Field, FieldAct, Mute
from bot.posts import is_admin_there, post_in
from bot.screen import Screen, View
from bot.services import Services
from bot.views.field import audience_view, field_view
from bot.views.field_status import status_view
from bot.views.keyboards import buttons
from bot.views.posts import how_view
from bot.words import Words
from surveys.field.settings import Audience, OnePer
from surveys.reading.dates import read_date
from use_cases.fieldwork.alerting import MuteAlerts
from use_cases.fieldwork.dispositions import FollowField
from use_cases.fieldwork.posting import PostSurvey
from use_cases.fieldwork.settings import LookAtField, SetField
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import AlertKind, Person
from use_cases.segments.segmenting import ListSegments

router = Router(name="field")

GOAL_MAX = 1_000_000


class Fielding(StatesGroup):
    """A manager types a setting: data holds `survey` and `act`."""

    typing = State()
    channel = State()


NONE_WORDS = ("-", "—", "0", "нет", "ні", "none", "no")
"""What takes a date or a goal away."""


@router.callback_query(Field.filter(F.act == FieldAct.SHOW))
async def show(
    _: CallbackQuery,
    callback_data: Field,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    if await state.get_state() == Fielding.channel.state:
        await state.clear()  # Whoever stepped back names no channel any more.
    view = await LookAtField(work, clock)(person, callback_data.survey)
    await screen.show(field_view(view, words))


@router.callback_query(Field.filter(F.act == FieldAct.STATUS))
async def status(
    _: CallbackQuery,
    callback_data: Field,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    """Dispositions, rates, drop-off."""
    followed = await FollowField(work, clock)(person, callback_data.survey)
    await screen.show(status_view(followed, words))


@router.callback_query(Field.filter((F.act == FieldAct.AUDIENCE) & (F.value == len(Audience))))
async def choose_audience(
    _: CallbackQuery,
    callback_data: Field,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    view = await LookAtField(work, clock)(person, callback_data.survey)
    schemes = await ListSegments(work, clock)(person)
    buildings = list(await work.homes.buildings())
    await screen.show(audience_view(view, schemes, buildings, words))


@router.callback_query(Field.filter(F.act == FieldAct.POST))
async def post(
    _: CallbackQuery,
    callback_data: Field,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    services: Services,
) -> None:
    """A link that chooses a group; a channel is named in the next message."""
    view = await LookAtField(work, clock)(person, callback_data.survey)
    await state.set_state(Fielding.channel)
    await state.set_data({"key": view.survey.survey.key})
    await screen.tell()
    await screen.say(how_view(view.survey, words, services.bot_username))


@router.message(StateFilter(Fielding.channel), F.text, ~F.text.startswith("/"))
async def name_channel(
    message: Message,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    services: Services,
) -> None:
    """A public group or channel by its @name, where the manager is an admin."""
    name = "@" + (message.text or "").strip().rpartition("/")[2].removeprefix("@")
    key = str((await state.get_data())["key"])
    await work.commit()
    if not await is_admin_there(screen.bot, name, person.telegram_id):
        await screen.say(words("post-not-admin"))
        return
    chat = await screen.bot.get_chat(name)
    task = PostSurvey(work, clock)
    done = await post_in(screen.bot, task, person, key, chat.id, services.bot_username)
    if done:
        await state.clear()
    await screen.say(words("post-done" if done else "post-refused"))


ASKING = {FieldAct.OPENS: "opens", FieldAct.CLOSES: "closes", FieldAct.GOAL: "goal"}


@router.callback_query(Field.filter(F.act.in_(set(ASKING))))
async def ask_for(
    _: CallbackQuery,
    callback_data: Field,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    """The next message is the date or the number."""
    await LookAtField(work, clock)(person, callback_data.survey)
    await state.set_state(Fielding.typing)
    await state.set_data({"survey": callback_data.survey, "act": callback_data.act.value})
    await screen.tell()
    await screen.say(words(f"field-type-{ASKING[callback_data.act]}"))


@router.message(StateFilter(Fielding.typing), F.text, ~F.text.startswith("/"))
async def typed(
    message: Message,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    services: Services,
) -> None:
    """A day, a number, or "-" for none."""
    data = await state.get_data()
    act, survey = FieldAct(data["act"]), int(data["survey"])
    now = clock.now().astimezone(services.zone)
    change = _read(act, (message.text or "").strip(), now, services.zone)
    if change is None:
        await screen.say(words(f"field-type-{ASKING[act]}-again"))
        return
    await SetField(work, clock)(person, survey, **change)
    await state.clear()
    await screen.say(field_view(await LookAtField(work, clock)(person, survey), words))


def _read(act: FieldAct, text: str, now: datetime, zone: ZoneInfo) -> dict[str, Any] | None:
    """The change; days begin and end at the house's midnight."""
    none = text.casefold() in NONE_WORDS
    if act is FieldAct.GOAL:
        if none:
            return {"goal": None}
        number = int(text) if text.isdecimal() and len(text) < 9 else 0
        return {"goal": number} if 0 < number <= GOAL_MAX else None
    name = "opens" if act is FieldAct.OPENS else "closes"
    if none:
        return {name: None}
    day = read_date(text, now.date())
    if day is None:
        return None
    first = day if act is FieldAct.OPENS else day + timedelta(days=1)
    return {name: datetime.combine(first, time(), zone)}


@router.callback_query(
    Field.filter(
        F.act.in_(
            {
                FieldAct.AUDIENCE,
                FieldAct.SEGMENT,
                FieldAct.BUILDING,
                FieldAct.ONE_PER,
                FieldAct.SEALED,
                FieldAct.TAKERS,
                FieldAct.RESULTS,
            }
        )
    )
)
async def change(
    _: CallbackQuery,
    callback_data: Field,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    """A setting that a tap says whole."""
    survey, value = callback_data.survey, callback_data.value
    await SetField(work, clock)(person, survey, **_change_of(callback_data.act, value))
    await screen.show(field_view(await LookAtField(work, clock)(person, survey), words))


def _change_of(act: FieldAct, value: int) -> dict[str, Any]:
    match act:
        case FieldAct.SEGMENT:
            return {"audience": Audience.SEGMENT, "audience_id": value}
        case FieldAct.BUILDING:
            return {"audience": Audience.BUILDING, "audience_id": value}
        case FieldAct.ONE_PER:
            return {"one_per": OnePer.FLAT if value else OnePer.PERSON}
        case FieldAct.SEALED:
            return {"sealed": bool(value)}
        case FieldAct.TAKERS:
            return {"takers_shown": bool(value)}
        case FieldAct.RESULTS:
            return {"results_shown": bool(value)}
    kind = list(Audience)[min(value, len(Audience) - 1)]
    return {"audience": kind, "audience_id": None}


@router.callback_query(Mute.filter(F.kind.in_(set(AlertKind))))
async def mute(
    _: CallbackQuery,
    callback_data: Mute,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    """A kind of notice is turned off, or on again."""
    kind = AlertKind(callback_data.kind)
    await MuteAlerts(work, clock)(person, kind, on=callback_data.on)
    back = (words(f"unmute-{kind.value}"), Mute(kind=kind.value, on=False))
    again = (words(f"mute-{kind.value}"), Mute(kind=kind.value, on=True))
    said = words("muted" if callback_data.on else "unmuted")
    await screen.tell()
    await screen.say(View(said, buttons([back if callback_data.on else again])))
