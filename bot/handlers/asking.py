"""Where a question stands among the messages: in place, or below what people wrote."""

from bot.question_messages import QuestionMessages
from bot.screen import Screen, View
from bot.views.questions import narrowed_view, refused_view
from bot.views.reply_keys import asks_by_keys, keys_gone_view
from bot.words import Words
from surveys.engine import AnswerRecorded, AnswerRejected
from surveys.replies import (
    Reply as SurveyReply,
)
from use_cases.conversations.walks import Walk


async def show_question(view: View, screen: Screen, question_messages: QuestionMessages) -> None:
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


async def changed_in_place(view: View, screen: Screen, question_messages: QuestionMessages) -> bool:
    """Whether the message shown last now shows this: one message for a whole album."""
    shown = question_messages.take(screen.chat_id) if view.can_stand_in_place else None
    if shown is None or not await screen.change(shown, view):
        return False
    question_messages.shows(screen.chat_id, shown)
    return True


async def ask_below(
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


async def put_keys_away(walk: Walk, screen: Screen, words: Words) -> bool:
    """The letters come back where the question just left was asked by keys; whether it was."""
    left = walk.questions.question(walk.left) if walk.left is not None else None
    if left is None or not asks_by_keys(left) or left.key in walk.response.known:
        return False  # What is known was asked with buttons under the question.
    now = walk.response.current
    if not asks_by_keys(walk.questions.question(now) if now is not None else None):
        recorded = [event.answer for event in walk.events if isinstance(event, AnswerRecorded)]
        await screen.say(keys_gone_view(next(iter(recorded), None), words))
    return True


async def refuse(
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
        await ask_below(narrowed, screen, question_messages)
        return
    said = await screen.say(narrowed or refused_view(walk, refused, words))
    question_messages.bury(screen.chat_id)
    earlier = question_messages.refuses(screen.chat_id, said.message_id)
    if earlier is not None:  # Told once more below; saying it five times helps nobody.
        await screen.remove(earlier)
