"""/broadcast: whom, what, how many points, look at it, send; then watch, pause, ask who."""

from aiogram import F, Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks import Points, RuleAct, RuleButton, SegmentAct, SegmentButton, Translate
from bot.handlers.managing.writing import (
    Writing,
    begin_writing,
    begin_writing_to_rule,
    preview_of,
)
from bot.screen import Screen
from bot.services import Services
from bot.views.broadcast import (
    choose_view,
    points_view,
    template_faults_view,
)
from bot.words import Words
from campaigns.template import read_template
from surveys.text import LANGUAGES
from use_cases.broadcasting.broadcasts import DraftBroadcast, TranslateBroadcast
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person
from use_cases.rules.defining import ListRules
from use_cases.segments.segmenting import ListSegments

router = Router(name="broadcast")

POINTS_DIGITS_MAX = 9


@router.message(StateFilter(Writing.text), F.text, ~F.text.startswith("/"))
async def take_text(message: Message, state: FSMContext, screen: Screen, words: Words) -> None:
    """The message itself; its faults are told and the next one is taken instead."""
    text = message.text or ""
    template = read_template(text)
    if isinstance(template, list):
        await screen.say(template_faults_view(template, words))
        return
    await state.update_data(text=text)
    await state.set_state(Writing.points)
    await screen.say(points_view(words))


@router.message(StateFilter(Writing.points), F.text, ~F.text.startswith("/"))
async def type_points(
    message: Message,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    services: Services,
) -> None:
    """A number of points other than those on the buttons."""
    written = (message.text or "").strip()
    if not (written.isdecimal() and len(written) <= POINTS_DIGITS_MAX):
        await screen.say(words("broadcast-points-number"))
        return
    await _preview(int(written), state, work, person, screen, words, clock, services)


@router.callback_query(StateFilter(Writing.points), Points.filter())
async def tap_points(
    _: CallbackQuery,
    callback_data: Points,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    services: Services,
) -> None:
    await _preview(callback_data.points, state, work, person, screen, words, clock, services)


@router.callback_query(Points.filter())
async def tap_old_points(_: CallbackQuery, screen: Screen, words: Words) -> None:
    await screen.tell(words("draft-none"))


async def _preview(
    points: int,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    services: Services,
) -> None:
    """The draft becomes a campaign that waits; from here on its buttons carry everything."""
    data = await state.get_data()
    await state.clear()
    segment_id, rule_id = data.get("segment"), data.get("rule")
    drafted = await DraftBroadcast(work, clock)(
        person, segment_id, data["text"], points, rule_id=rule_id
    )
    if isinstance(drafted, list):
        await screen.say(template_faults_view(drafted, words))
        return
    await screen.show(await preview_of(drafted.id, work, person, words, clock, services.wording))


@router.callback_query(Translate.filter(F.language.in_(LANGUAGES)))
async def ask_translation(
    _: CallbackQuery, callback_data: Translate, state: FSMContext, screen: Screen, words: Words
) -> None:
    """The next message is the text in that language."""
    await state.set_state(Writing.translation)
    await state.set_data({"campaign": callback_data.campaign, "language": callback_data.language})
    await screen.tell()
    named = Words(callback_data.language)("language-name")
    await screen.say(words("translate-write", language=named))


@router.message(StateFilter(Writing.translation), F.text, ~F.text.startswith("/"))
async def take_translation(
    message: Message,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    services: Services,
) -> None:
    """The text for those who read that language; then the whole preview once more."""
    data = await state.get_data()
    campaign, language = int(data["campaign"]), str(data["language"])
    done = await TranslateBroadcast(work, clock)(person, campaign, language, message.text or "")
    if isinstance(done, list):
        await screen.say(template_faults_view(done, words))
        return
    await state.clear()
    await screen.say(await preview_of(campaign, work, person, words, clock, services.wording))


@router.message(Command("broadcast"))
async def choose(
    _: Message, work: UnitOfWork, person: Person, screen: Screen, words: Words, clock: Clock
) -> None:
    views = await ListSegments(work, clock)(person)
    rules = await ListRules(work, clock)(person)
    await screen.say(choose_view(views, rules, person, words))


@router.callback_query(SegmentButton.filter(F.act == SegmentAct.WRITE))
async def write_to(
    _: CallbackQuery,
    callback_data: SegmentButton,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    segment_id = callback_data.segment
    await begin_writing(segment_id, state, work, person, screen, words, clock)


@router.callback_query(RuleButton.filter(F.act == RuleAct.WRITE))
async def write_to_rule(
    _: CallbackQuery,
    callback_data: RuleButton,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    await begin_writing_to_rule(callback_data.rule, state, work, person, screen, words, clock)
