"""A resident answers: taps under a question, typed replies, the way back."""

from html import unescape

from aiogram import Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks import Reply, Take, Verb
from bot.handlers.asking import put_keys_away, show_question
from bot.handlers.taps import take_tap
from bot.home_buttons import Homing
from bot.question_messages import QuestionMessages
from bot.screen import Screen, View
from bot.views.endings import answered_view
from bot.views.long_lists import Part
from bot.views.questions import question_view
from bot.views.rejections import rejection_text
from bot.views.surveys import begun_view, offers_view
from bot.words import Words
from surveys.engine import AlreadyAnswered, AnswerRejected, NotAskedNow, TicksChanged
from use_cases.authoring.shelf import OpenSurveys
from use_cases.conversations.answering import AnswerQuestion
from use_cases.conversations.beginning import BeginSurvey
from use_cases.conversations.faults import ConsentMissing
from use_cases.conversations.short import OfferedShort
from use_cases.conversations.walks import CurrentWalk, Walk
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person

router = Router(name="answering")


@router.callback_query(Reply.filter())
async def tap(
    query: CallbackQuery,
    callback_data: Reply,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    question_messages: QuestionMessages,
) -> None:
    """A tap on a button under a question, be it the newest or an old one."""
    if person.dialogue.state == Homing.listening.state:
        await state.clear()  # What is typed from now on is for the question, and no flat.
    errand = AnswerQuestion(work, clock)
    if callback_data.verb in (Verb.MONTH, Verb.PAGE):
        walk = await errand.look(person, callback_data.response)
        page = callback_data.verb is Verb.PAGE
        await screen.show(_leafed_view(walk, words, callback_data.value, page=page))
        return
    walk = await take_tap(errand, person, callback_data)
    question_messages.refuses(screen.chat_id, None)
    await put_keys_away(walk, screen, words)
    if query.message is not None:
        question_messages.shows(screen.chat_id, query.message.message_id)
    if not await _told_after_tap(walk, screen, words):
        ticked = any(isinstance(event, TicksChanged) for event in walk.events)
        beside = Part(beside=callback_data.value) if ticked else None
        await show_question(question_view(walk, words, part=beside), screen, question_messages)


def _leafed_view(walk: Walk, words: Words, value: int, *, page: bool) -> View:
    """Another month of the calendar, another page of a long list."""
    if page:
        return question_view(walk, words, part=Part(page=value))
    return question_view(walk, words, month=value)


async def _told_after_tap(walk: Walk, screen: Screen, words: Words) -> bool:
    """Say what the tap led to, where that is not simply the next question."""
    for event in walk.events:
        match event:
            case AnswerRejected() as refused:
                await screen.tell(unescape(rejection_text(walk, refused, words)), alert=True)
                return True
            case AlreadyAnswered(repeated=True):
                await screen.tell(words("still-recorded"))
                if walk.response.current is None:
                    return True  # The thanks stand already, with the points they brought.
                break  # An old message that still asks this turns into the current question.
            case AlreadyAnswered(key=key, answer=answer):
                question = walk.questions.question(key)
                assert question is not None, "an answered question is in its survey"
                await screen.tell()
                await screen.say(answered_view(walk, question, answer, words))
                return True
            case NotAskedNow():
                await screen.tell()
                await screen.say(question_view(walk, words))
                return True
            case TicksChanged():
                break
    return False


@router.callback_query(Take.filter())
async def take_survey(
    _: CallbackQuery,
    callback_data: Take,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    """A survey is chosen from the list."""
    walk = await BeginSurvey(work, clock)(person, callback_data.key)
    await screen.show(begun_view(walk, words))


@router.message(Command("survey"))
async def list_surveys(
    _: Message, work: UnitOfWork, person: Person, screen: Screen, words: Words, clock: Clock
) -> None:
    """What can be answered now; somebody in the middle of a survey goes on with it."""
    if person.consented_at is None:
        raise ConsentMissing
    walk = await CurrentWalk(work)(person)
    if walk is not None:
        await screen.say(question_view(walk, words))
        return
    short = await OfferedShort(work, clock)(person)
    await screen.say(offers_view(await OpenSurveys(work, clock)(person), words, short))
