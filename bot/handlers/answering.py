"""A resident answers: taps under a question, typed replies, the way back."""

from datetime import date
from html import unescape
from typing import assert_never

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks import ITEMS_A_STEP, Reply, Take, Verb
from bot.home_buttons import Homing
from bot.incoming import reply_in
from bot.question_messages import QuestionMessages
from bot.screen import Screen, View
from bot.services import Services
from bot.views.care import care_for_words, care_text
from bot.views.consent import consent_view
from bot.views.conversation import after_typing_view, edited_view, late_view, said_view
from bot.views.long_lists import Part
from bot.views.questions import (
    answered_view,
    meant_by_key,
    narrowed_view,
    question_view,
    refused_view,
    ticked_by_words_view,
)
from bot.views.rejections import rejection_text
from bot.views.reply_keys import asks_by_keys, keys_gone_view
from bot.views.surveys import begun_view, offers_view
from bot.words import Words
from surveys.engine import (
    AlreadyAnswered,
    AnswerRecorded,
    AnswerRejected,
    NotAskedNow,
    TicksChanged,
)
from surveys.rejections import Reason
from surveys.replies import (
    Reply as SurveyReply,
)
from surveys.replies import (
    TappedChoice,
    TappedDay,
    TappedDone,
    TappedDontKnow,
    TappedItem,
    TappedPreferNot,
    TappedProposal,
    TappedScale,
    TappedSkip,
    TappedStillTrue,
    Typed,
)
from use_cases.authoring.shelf import OpenSurveys
from use_cases.conversations.answering import (
    AnswerQuestion,
    BeginSurvey,
    ConsentMissing,
    CurrentWalk,
    Walk,
)
from use_cases.conversations.editing import AddToEarlier, EditMessage, Fate
from use_cases.conversations.short import OfferedShort
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person

router = Router(name="answering")
typed_router = Router(name="typed")
"""Takes every message that no other router took: it comes last."""


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
    walk = await _take_tap(errand, person, callback_data)
    question_messages.refuses(screen.chat_id, None)
    await _put_keys_away(walk, screen, words)
    if query.message is not None:
        question_messages.shows(screen.chat_id, query.message.message_id)
    if not await _told_after_tap(walk, screen, words):
        ticked = any(isinstance(event, TicksChanged) for event in walk.events)
        beside = Part(beside=callback_data.value) if ticked else None
        await _show_question(question_view(walk, words, part=beside), screen, question_messages)


def _leafed_view(walk: Walk, words: Words, value: int, *, page: bool) -> View:
    """Another month of the calendar, another page of a long list."""
    if page:
        return question_view(walk, words, part=Part(page=value))
    return question_view(walk, words, month=value)


async def _show_question(view: View, screen: Screen, question_messages: QuestionMessages) -> None:
    """In place; but where a hint stands below the question, what comes next stands at the end."""
    if not question_messages.is_buried(screen.chat_id):
        await screen.show(view)
        return
    above = question_messages.take(screen.chat_id)
    await screen.tell()
    shown = await screen.say(view)
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
        case Verb.SHOW | Verb.MONTH | Verb.PAGE:
            return await errand.look(person, data.response)
        case Verb.CHOOSE:
            reply = TappedChoice(data.value)
        case Verb.TICK:
            reply = TappedChoice(data.value, data.on)
        case Verb.JUDGE:
            step, index = divmod(data.value, ITEMS_A_STEP)
            reply = TappedItem(index, step)
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
        case Verb.PROPOSED:
            reply = TappedProposal()
        case Verb.STILL_TRUE:
            reply = TappedStillTrue()
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


@typed_router.message(F.chat.type == ChatType.PRIVATE, F.text.startswith("/"))
async def unknown_command(
    _: Message, screen: Screen, words: Words, question_messages: QuestionMessages
) -> None:
    """Said below the question, which waits as it stood."""
    await screen.say(words("unknown-command"))
    question_messages.bury(screen.chat_id)


@typed_router.message(F.chat.type == ChatType.PRIVATE)
async def typed(
    message: Message,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    question_messages: QuestionMessages,
    services: Services,
) -> None:
    """A reply to the question being asked, typed or sent; a sticker gets a clear word."""
    errand = AnswerQuestion(work, clock)
    reply = reply_in(message, clock.now().date())
    typed_late = question_messages.came_before(screen.chat_id, message.message_id)
    if typed_late and isinstance(reply, Typed):
        late = await AddToEarlier(work, clock)(person, message.message_id, reply)
        if late is not None:
            await _hurry(late.walk, screen, words, services)
            await _ask_below(late_view(late, words), screen, question_messages)
            return
    album = question_messages.album_goes_on(screen.chat_id, message.media_group_id)
    walk = await errand.typed(person, reply, message.message_id)
    await _hurry(walk, screen, words, services)
    key = meant_by_key(walk, reply, words) if walk is not None else None
    if key is not None:
        walk = await _take_tap(errand, person, key)
    if walk is None and album:
        return  # All that was needed of the album has come, and the survey is over.
    if walk is None:
        care = care_for_words(message.text or "", services.emergency, words)
        if care:
            await screen.say(care)
        asked = consent_view(words, services.house_name)  # No dead end: the buttons are there.
        await screen.say(words("nothing-asked") if person.consented_at else asked)
        return
    refused = _refused(walk)
    if refused is not None:
        beyond = album and refused.rejected.reason is Reason.FILE_BEYOND
        if not beyond:  # Else told with the first too many, or with the question that came next.
            await _refuse(walk, refused, reply, screen, words, question_messages)
        return
    question_messages.refuses(screen.chat_id, None)
    had_keys = await _put_keys_away(walk, screen, words)
    if had_keys:
        question_messages.take(screen.chat_id)  # What asked by keys has no buttons to take off.
    grows = walk.response.collects and bool(walk.events)
    view = after_typing_view(walk, words)
    if any(isinstance(event, TicksChanged) for event in walk.events):
        view = ticked_by_words_view(walk, reply, words)
    in_place = album and not had_keys and not question_messages.is_buried(screen.chat_id)
    if in_place and await _changed(view, screen, question_messages):
        return
    note = grows and isinstance(reply, Typed)
    turned = said_view(walk, words)
    await _ask_below(view, screen, question_messages, note=note, said=turned)


async def _changed(view: View, screen: Screen, question_messages: QuestionMessages) -> bool:
    """Whether the message shown last now shows this: one message for a whole album."""
    shown = question_messages.take(screen.chat_id) if view.can_stand_in_place else None
    if shown is None or not await screen.change(shown, view):
        return False
    question_messages.shows(screen.chat_id, shown)
    return True


async def _ask_below(
    view: View,
    screen: Screen,
    question_messages: QuestionMessages,
    *,
    note: bool = False,
    said: View | None = None,
) -> None:
    """Below what people wrote: one message, and the buttons of the one before go away, which may
    turn into what was `said`."""
    question_messages.is_buried(screen.chat_id)
    was_note = question_messages.is_note(screen.chat_id)
    shown_before = question_messages.take(screen.chat_id)
    shown = await screen.say(view)
    question_messages.shows(screen.chat_id, shown.message_id, note=note)
    if shown_before is not None and was_note:
        await screen.remove(shown_before)
    elif shown_before is not None and said is not None:
        await screen.change(shown_before, said)
    elif shown_before is not None:
        await screen.drop_keyboard(shown_before)


async def _put_keys_away(walk: Walk, screen: Screen, words: Words) -> bool:
    """The letters come back where the question just left was asked by keys; whether it was."""
    left = walk.questions.question(walk.left) if walk.left is not None else None
    if left is None or not asks_by_keys(left) or left.key in walk.response.known:
        return False  # What is known was asked with buttons under the question.
    now = walk.response.current
    if not asks_by_keys(walk.questions.question(now) if now is not None else None):
        recorded = [event.answer for event in walk.events if isinstance(event, AnswerRecorded)]
        await screen.say(keys_gone_view(next(iter(recorded), None), words))
    return True


@typed_router.edited_message(F.chat.type == ChatType.PRIVATE)
async def edited(
    message: Message,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    question_messages: QuestionMessages,
    services: Services,
) -> None:
    """An edited message edits the answer that it gave; what became of it is always said."""
    reply = reply_in(message, clock.now().date())
    found = await EditMessage(work, clock)(person, message.message_id, reply)
    await _hurry(found.walk, screen, words, services)
    if found.fate is Fate.ANSWERED and found.walk is not None and not _refused(found.walk):
        await _ask_below(after_typing_view(found.walk, words), screen, question_messages)
        return
    view = edited_view(found, words)
    if view.keyboard is not None and found.fate in (Fate.TAKEN, Fate.BESIDE):
        await _ask_below(view, screen, question_messages)
        return
    await screen.say(view)
    question_messages.bury(screen.chat_id)


def _refused(walk: Walk) -> AnswerRejected | None:
    return next((event for event in walk.events if isinstance(event, AnswerRejected)), None)


async def _refuse(
    walk: Walk,
    refused: AnswerRejected,
    reply: SurveyReply,
    screen: Screen,
    words: Words,
    question_messages: QuestionMessages,
) -> None:
    """Say what does not fit, once below all else; a list that words narrowed has its buttons."""
    narrowed = narrowed_view(walk, refused, reply, words)
    if narrowed is not None and narrowed.keyboard is not None:
        await _ask_below(narrowed, screen, question_messages)
        return
    said = await screen.say(narrowed or refused_view(walk, refused, words))
    question_messages.bury(screen.chat_id)
    earlier = question_messages.refuses(screen.chat_id, said.message_id)
    if earlier is not None:  # Told once more below; saying it five times helps nobody.
        await screen.remove(earlier)


async def _hurry(walk: Walk | None, screen: Screen, words: Words, services: Services) -> None:
    """What sounds urgent is told to managers now; whoever wrote it reads first whom to call."""
    if walk is not None and walk.urgent:
        services.wake_fielding()
    care = care_text(walk, services.emergency, words)
    if care:
        await screen.say(care)
