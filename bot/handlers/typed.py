"""What people type, send or edit while a question is asked; and what no other handler took."""

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.types import Message

from bot.handlers.asking import ask_below, changed_in_place, put_keys_away, refuse
from bot.handlers.taps import take_tap
from bot.incoming import reply_in
from bot.question_messages import QuestionMessages
from bot.screen import Screen
from bot.services import Services
from bot.views.care import care_for_words, care_text
from bot.views.consent import consent_view
from bot.views.conversation import after_typing_view, edited_view, late_view, said_view
from bot.views.questions import meant_by_key, ticked_by_words_view
from bot.words import Words
from surveys.engine import AnswerRejected, TicksChanged
from surveys.rejections import Reason
from surveys.replies import Reply, Typed
from use_cases.conversations.answering import AnswerQuestion
from use_cases.conversations.editing import AddToEarlier, EditMessage, Fate
from use_cases.conversations.walks import Walk
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person

router = Router(name="typed")
"""Takes every message that no other router took: it comes last."""


@router.message(F.chat.type == ChatType.PRIVATE, F.text.startswith("/"))
async def unknown_command(
    _: Message, screen: Screen, words: Words, question_messages: QuestionMessages
) -> None:
    """Said below the question, which waits as it stood."""
    await screen.say(words("unknown-command"))
    question_messages.bury(screen.chat_id)


@router.message(F.chat.type == ChatType.PRIVATE)
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
            await ask_below(late_view(late, words), screen, question_messages)
            return
    album = question_messages.album_goes_on(screen.chat_id, message.media_group_id)
    walk = await errand.typed(person, reply, message.message_id)
    await _hurry(walk, screen, words, services)
    key = meant_by_key(walk, reply, words) if walk is not None else None
    if key is not None:
        walk = await take_tap(errand, person, key)
    if walk is None:
        if not album:  # Else all that was needed of it has come, and the survey is over.
            await _nothing_asked(message, person, screen, words, services)
        return
    refused = _refused(walk)
    if refused is not None:
        beyond = album and refused.rejected.reason is Reason.FILE_BEYOND
        if not beyond:  # Else told with the first too many, or with the question that came next.
            await refuse(walk, refused, reply, screen, words, question_messages)
        return
    question_messages.refuses(screen.chat_id, None)
    await _go_on(walk, reply, screen, words, question_messages, album=album)


async def _nothing_asked(
    message: Message, person: Person, screen: Screen, words: Words, services: Services
) -> None:
    """No dead end: whom to call where it sounds urgent, and what can be done now."""
    care = care_for_words(message.text or "", services.emergency, words)
    if care:
        await screen.say(care)
    asked = consent_view(words, services.house_name)
    await screen.say(words("nothing-asked") if person.consented_at else asked)


async def _go_on(
    walk: Walk,
    reply: Reply,
    screen: Screen,
    words: Words,
    question_messages: QuestionMessages,
    *,
    album: bool,
) -> None:
    """What follows a reply that was taken: below it, or in place of what an album changed."""
    had_keys = await put_keys_away(walk, screen, words)
    if had_keys:
        question_messages.take(screen.chat_id)  # What asked by keys has no buttons to take off.
    view = after_typing_view(walk, words)
    if any(isinstance(event, TicksChanged) for event in walk.events):
        view = ticked_by_words_view(walk, reply, words)
    in_place = album and not had_keys and not question_messages.is_buried(screen.chat_id)
    if in_place and await changed_in_place(view, screen, question_messages):
        return
    note = walk.response.collects and bool(walk.events) and isinstance(reply, Typed)
    turned = said_view(walk, words)
    await ask_below(view, screen, question_messages, note=note, said=turned)


@router.edited_message(F.chat.type == ChatType.PRIVATE)
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
        await ask_below(after_typing_view(found.walk, words), screen, question_messages)
        return
    view = edited_view(found, words)
    if view.keyboard is not None and found.fate in (Fate.TAKEN, Fate.BESIDE):
        await ask_below(view, screen, question_messages)
        return
    await screen.say(view)
    question_messages.bury(screen.chat_id)


def _refused(walk: Walk) -> AnswerRejected | None:
    return next((event for event in walk.events if isinstance(event, AnswerRejected)), None)


async def _hurry(walk: Walk | None, screen: Screen, words: Words, services: Services) -> None:
    """What sounds urgent is told to managers now; whoever wrote it reads first whom to call."""
    if walk is not None and walk.urgent:
        services.wake_fielding()
    care = care_text(walk, services.emergency, words)
    if care:
        await screen.say(care)
