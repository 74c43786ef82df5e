"""How a conversation begins and ends: /start, consent, language, /help, /forget."""

from aiogram import F, Router
from aiogram.filters import Command, CommandObject, CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks import Agree, Farewell, Language, TakeMyData
from bot.commands import show_menu
from bot.handlers.homes import come_home
from bot.screen import Screen, View
from bot.services import Services
from bot.views.consent import consent_view
from bot.views.keyboards import buttons
from bot.views.questions import question_view
from bot.views.reply_keys import farewell_view, stands_at_keys
from bot.views.surveys import begun_view, managing_view, offers_view, short_begun_view
from bot.words import Words
from surveys.text import LANGUAGES
from use_cases.authoring.shelf import OpenSurveys
from use_cases.conversations.beginning import BeginSurvey
from use_cases.conversations.faults import SurveyNotOpen
from use_cases.conversations.meeting import (
    Consent,
    DropInvitation,
    FollowLink,
    Forget,
    Invitation,
    SpeakLanguage,
)
from use_cases.conversations.short import BeginShort, OfferedShort
from use_cases.conversations.walks import CurrentWalk
from use_cases.fieldwork.gate import came_by_link
from use_cases.homes.codes import read_door_payload
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person, Role
from use_cases.segments.typing import NoShortSurvey

router = Router(name="start")

DOOR = "door"  # In the dialogue of somebody who came by their flat's link, until they consent.


@router.message(CommandStart())
async def start(
    _: Message,
    command: CommandObject,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    services: Services,
    clock: Clock,
) -> None:
    """Greet a stranger and ask for consent; show somebody known where they are."""
    code, rest = read_door_payload(command.args or "")
    invitation = Invitation.read(rest)
    if code is not None and invitation.survey_key is not None:  # A door card is a printed code.
        await came_by_link(work, person, invitation.survey_key, "door", clock.now())
    person = await FollowLink(work, clock)(person, invitation)
    if code is not None and person.consented_at is not None:
        await screen.say(await come_home(code, work, person, words, clock))
        if person.wanted_survey is None and person.wanted_short is None:
            return
    if person.consented_at is None:
        if code is not None:  # Where somebody lives is kept after consent only.
            await state.update_data({DOOR: code})
        await screen.say(consent_view(words, services.house_name))
        return
    await show_next(work, person, screen, words, clock)


async def show_next(
    work: UnitOfWork, person: Person, screen: Screen, words: Words, clock: Clock
) -> None:
    """The survey that a link named, or the one under way, or the one that is open, or a choice."""
    if person.wanted_short is not None:
        try:
            walk = await BeginShort(work, clock)(person, person.wanted_short)
        except NoShortSurvey:
            person = await DropInvitation(work)(person)
            await screen.say(words("fault-no-short-survey"))
        else:
            await screen.show(short_begun_view(walk, words))
            return
    if person.wanted_survey is not None:
        try:
            walk = await BeginSurvey(work, clock)(person, person.wanted_survey)
        except SurveyNotOpen:
            person = await DropInvitation(work)(person)
            await screen.say(words("fault-survey-not-open"))
        else:
            await screen.show(begun_view(walk, words))
            return
    under_way = await CurrentWalk(work)(person)
    if under_way is not None:
        await screen.show(begun_view(under_way, words))
        return
    offers = await OpenSurveys(work, clock)(person)
    fresh = [survey for survey, finished in offers if not finished]
    short = await OfferedShort(work, clock)(person)
    if person.role.may_act_as(Role.MANAGER):
        await screen.show(managing_view(offers_view(offers, words, short), words))
        return
    if len(fresh) == 1 and not short:
        walk = await BeginSurvey(work, clock)(person, fresh[0].survey.key)
        await screen.show(begun_view(walk, words))
        return
    await screen.show(offers_view(offers, words, short))


@router.callback_query(Agree.filter())
async def agree(
    query: CallbackQuery,
    callback_data: Agree,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    """Consent given or not; somebody who does not agree is not kept at all."""
    if not callback_data.yes:
        if person.consented_at is None and person.role is Role.RESIDENT:
            await Forget(work, clock)(person)
        await screen.show(words("consent-refused"))
        return
    agreed = await Consent(work, clock)(
        person, name=query.from_user.first_name, username=query.from_user.username
    )
    code = (await state.get_data()).get(DOOR)
    if isinstance(code, str):
        await state.set_data({})
        await screen.show(await come_home(code, work, agreed, words, clock))
        screen = Screen(screen.bot, screen.chat_id, keep=work.commit)  # The next stands below.
    await show_next(work, agreed, screen, words, clock)


@router.message(Command("language"))
async def ask_language(_: Message, screen: Screen, words: Words) -> None:
    row = [(Words(code)("language-name"), Language(code=code)) for code in LANGUAGES]
    await screen.say(View(words("choose-language"), buttons(row)))


@router.callback_query(Language.filter(F.code.in_(LANGUAGES)))
async def choose_language(
    _: CallbackQuery,
    callback_data: Language,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    services: Services,
) -> None:
    """From now on the bot speaks that language, in the menu of commands too."""
    speaking = await SpeakLanguage(work)(person, callback_data.code)
    words = Words(speaking.language)
    if speaking.consented_at is None:
        await screen.show(consent_view(words, services.house_name))
    else:
        await screen.show(words("language-chosen"))
        under_way = await CurrentWalk(work)(speaking)
        if under_way is not None:
            await screen.say(question_view(under_way, words))
    await show_menu(screen.bot, speaking)


@router.message(Command("help"))
async def help_(_: Message, person: Person, screen: Screen, words: Words) -> None:
    """What this very person can do."""
    parts = [words("help-resident")]
    if person.role.may_act_as(Role.MANAGER):
        parts.append(words("help-manager"))
    if person.role.may_act_as(Role.ADMIN):
        parts.append(words("help-admin"))
    await screen.say("\n\n".join(parts))


@router.message(Command("id"))
async def own_id(_: Message, person: Person, screen: Screen, words: Words) -> None:
    await screen.say(words("your-id", id=str(person.telegram_id)))


@router.message(Command("forget"))
async def ask_forget(_: Message, screen: Screen, words: Words) -> None:
    keyboard = buttons(
        [(words("button-stay"), Farewell(yes=False))],
        [(words("button-mydata"), TakeMyData())],
        [(words("button-forget"), Farewell(yes=True))],
    )
    await screen.say(View(words("forget-sure"), keyboard))


@router.callback_query(Farewell.filter())
async def forget(
    _: CallbackQuery,
    callback_data: Farewell,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    if callback_data.yes:
        walk = await CurrentWalk(work)(person)
        await Forget(work, clock)(person)
        anew = [(words("button-begin-anew"), Language(code=words.language))]
        await screen.show(
            View(words("forgotten"), buttons(anew))
        )  # We no longer know the language.
        if walk is not None and stands_at_keys(walk):
            await screen.say(farewell_view(words))
    else:
        await screen.show(words("forget-not"))
