"""A resident answers: taps under a question, typed replies, the way back."""

from datetime import date
from html import unescape
from typing import assert_never

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.callbacks import Reply, Take, Verb
from bot.question_messages import QuestionMessages
from bot.screen import Screen
from bot.views.questions import answered_view, question_view
from bot.views.rejections import rejection_text
from bot.views.surveys import begun_view, offers_view
from bot.words import Words
from surveys.engine import AlreadyAnswered, AnswerRejected, NotAskedNow, TicksChanged
from surveys.replies import (
    Reply as SurveyReply,
)
from surveys.replies import (
    TappedChoice,
    TappedDay,
    TappedDone,
    TappedDontKnow,
    TappedPreferNot,
    TappedScale,
    TappedSkip,
    Typed,
    Unreadable,
)
from use_cases.answering import AnswerQuestion, BeginSurvey, CurrentWalk, Walk
from use_cases.authoring import OpenSurveys
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person

router = Router(name="answering")
typed_router = Router(name="typed")
"""Takes every message that no other router took: it comes last."""


@router.callback_query(Reply.filter())
async def tap(
    query: CallbackQuery,
    callback_data: Reply,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    question_messages: QuestionMessages,
) -> None:
    """A tap on a button under a question, be it the newest or an old one."""
    errand = AnswerQuestion(work, clock)
    if callback_data.verb is Verb.MONTH:
        walk = await errand.look(person, callback_data.response)
        await screen.show(question_view(walk, words, month=callback_data.value))
        return
    walk = await _take_tap(errand, person, callback_data)
    if query.message is not None:
        question_messages.shows(screen.chat_id, query.message.message_id)
    if not await _told_after_tap(walk, screen, words):
        await _show_question(walk, screen, words, question_messages)


async def _show_question(
    walk: Walk, screen: Screen, words: Words, question_messages: QuestionMessages
) -> None:
    """In place; but where a hint stands below the question, what comes next stands at the end."""
    if not question_messages.is_buried(screen.chat_id):
        await screen.show(question_view(walk, words))
        return
    above = question_messages.take(screen.chat_id)
    await screen.tell()
    shown = await screen.say(question_view(walk, words))
    question_messages.shows(screen.chat_id, shown.message_id)
    if above is not None:
        await screen.drop_keyboard(above)


async def _take_tap(errand: AnswerQuestion, person: Person, data: Reply) -> Walk:
    reply: SurveyReply
    match data.verb:
        case Verb.BACK:
            return await errand.back(person, data.response, data.question)
        case Verb.CHANGE:
            return await errand.change(person, data.response, data.question)
        case Verb.KEEP:
            return await errand.keep(person, data.response, data.question)
        case Verb.SHOW | Verb.MONTH:
            return await errand.look(person, data.response)
        case Verb.CHOOSE:
            reply = TappedChoice(data.value)
        case Verb.TICK:
            reply = TappedChoice(data.value, data.on)
        case Verb.RATE:
            reply = TappedScale(data.value)
        case Verb.DONE:
            reply = TappedDone()
        case Verb.SKIP:
            reply = TappedSkip()
        case Verb.DONT_KNOW:
            reply = TappedDontKnow()
        case Verb.PREFER_NOT:
            reply = TappedPreferNot()
        case Verb.DAY:
            reply = TappedDay(date.fromordinal(min(max(data.value, 1), date.max.toordinal())))
        case _:
            assert_never(data.verb)
    return await errand.tapped(person, data.response, data.question, reply)


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
    _: Message, work: UnitOfWork, person: Person, screen: Screen, words: Words
) -> None:
    """What can be answered now; somebody in the middle of a survey goes on with it."""
    walk = await CurrentWalk(work)(person)
    if walk is not None and person.consented_at is not None:
        await screen.say(question_view(walk, words))
        return
    await screen.say(offers_view(await OpenSurveys(work)(person), words))


@typed_router.message(F.chat.type == ChatType.PRIVATE, F.text.startswith("/"))
async def unknown_command(_: Message, screen: Screen, words: Words) -> None:
    await screen.say(words("unknown-command"))


@typed_router.message(F.chat.type == ChatType.PRIVATE)
async def typed(
    message: Message,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    question_messages: QuestionMessages,
) -> None:
    """A typed reply to the question being asked; a photo or a sticker gets a clear word."""
    text = message.text or message.caption
    today = clock.now().date()
    reply = Typed(text, today) if text is not None else Unreadable(message.content_type)
    walk = await AnswerQuestion(work, clock).typed(person, reply)
    if walk is None:
        await screen.say(words("nothing-asked" if person.consented_at else "fault-consent-missing"))
        return
    refused = next((e for e in walk.events if isinstance(e, AnswerRejected)), None)
    if refused is not None:
        await screen.say(rejection_text(walk, refused, words))
        question_messages.bury(screen.chat_id)
        return
    question_messages.is_buried(screen.chat_id)
    shown_before = question_messages.take(screen.chat_id)
    shown = await screen.say(question_view(walk, words))
    question_messages.shows(screen.chat_id, shown.message_id)
    if shown_before is not None:
        await screen.drop_keyboard(shown_before)


@typed_router.edited_message(F.chat.type == ChatType.PRIVATE)
async def edited(_: Message, screen: Screen, words: Words) -> None:
    """An edited message changes no answer yet; silence would let people think it did."""
    await screen.say(words("edited-kept"))
