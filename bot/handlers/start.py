"""How a conversation begins and ends: /start, consent, language, /help, /forget."""

from aiogram import F, Router
from aiogram.filters import Command, CommandObject, CommandStart
from aiogram.types import CallbackQuery, Message

from bot.callbacks import Agree, Farewell, Language
from bot.commands import show_menu
from bot.screen import Screen, View
from bot.services import Services
from bot.views.consent import consent_view
from bot.views.keyboards import buttons
from bot.views.questions import question_view
from bot.views.surveys import begun_view, offers_view
from bot.words import Words
from surveys.text import LANGUAGES
from use_cases.answering import BeginSurvey, CurrentWalk, SurveyNotOpen
from use_cases.authoring import OpenSurveys
from use_cases.meeting import Consent, DropInvitation, FollowLink, Forget, Invitation, SpeakLanguage
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person, Role

router = Router(name="start")


@router.message(CommandStart())
async def start(
    _: Message,
    command: CommandObject,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    services: Services,
    clock: Clock,
) -> None:
    """Greet a stranger and ask for consent; show somebody known where they are."""
    person = await FollowLink(work)(person, Invitation.read(command.args or ""))
    if person.consented_at is None:
        await screen.say(consent_view(words, services.house_name))
        return
    await show_next(work, person, screen, words, clock)


async def show_next(
    work: UnitOfWork, person: Person, screen: Screen, words: Words, clock: Clock
) -> None:
    """The survey that a link named, or the one under way, or the one that is open, or a choice."""
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
    offers = await OpenSurveys(work)(person)
    fresh = [survey for survey, finished in offers if not finished]
    if len(fresh) == 1:
        walk = await BeginSurvey(work, clock)(person, fresh[0].survey.key)
        await screen.show(begun_view(walk, words))
        return
    await screen.show(offers_view(offers, words))


@router.callback_query(Agree.filter())
async def agree(
    query: CallbackQuery,
    callback_data: Agree,
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
    agreed = await Consent(work, clock)(person, name=query.from_user.first_name)
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
        await Forget(work, clock)(person)
        await screen.show(words("forgotten"))
    else:
        await screen.show(words("forget-not"))
