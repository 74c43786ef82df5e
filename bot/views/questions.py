"""A question as a message: the prompt in bold, the way to answer, and buttons that fit a thumb."""

from html import escape

from aiogram.types import InlineKeyboardMarkup

from bot.callbacks import Reply
from bot.screen import View
from bot.views.answer_buttons import Buttons
from bot.views.answer_texts import answer_text, text_with_answers
from bot.views.endings import RECALLED_UNITS_MAX, thanks_view
from bot.views.hints import hints_of
from bot.views.lengths import excerpt
from bot.views.long_lists import Part
from bot.views.rejections import rejection_text
from bot.views.reply_keys import asks_by_keys, keys, meant_by
from bot.words import Words
from surveys import engine
from surveys.answers import (
    Answer,
    Chosen,
    Contacted,
    Counted,
    Dated,
    Judged,
    Located,
    Picked,
    Sent,
    Timed,
    Written,
)
from surveys.events import AnswerRejected
from surveys.questions import MultipleChoice, Question, Scale, choices_of
from surveys.reading.searching import is_long, search
from surveys.reading.typed import find_choices
from surveys.rejections import Reason
from surveys.remembering import known_answer
from surveys.replies import Reply as SurveyReply
from surveys.replies import Typed
from surveys.routing import way_through
from use_cases.conversations.walks import Walk

SOUGHT_UNITS_MAX = 60


def question_view(
    walk: Walk,
    words: Words,
    month: int | None = None,
    part: Part | None = None,
    *,
    led: bool = False,
) -> View:
    """The question that the walk stands at; at the end, the thanks.

    `month` is what the calendar shows, as year * 12 + month - 1, where somebody leafed to it;
    `part` what is shown of a long list; `led` where the way through that list was told just now.
    """
    question = engine.current_question(walk.questions, walk.response)
    if question is None:
        return thanks_view(walk, words)
    prompt = text_with_answers(question.prompt, walk.questions, walk.response, words)
    lines = [_progress(walk, words)]
    if question.section is not None:
        heading = text_with_answers(question.section, walk.questions, walk.response, words)
        lines[0] += f"\n▸ {heading}"
    lines += [*_stem(walk, question, words), f"<b>{prompt}</b>"]
    known = known_answer(walk.questions, walk.response, question)
    if known is not None:
        said = excerpt(answer_text(question, known, words), RECALLED_UNITS_MAX)
        rows = Buttons(walk, question, words).still_true()
        text = "\n\n".join([*lines, words("known-already", answer=said)])
        return View(text, InlineKeyboardMarkup(inline_keyboard=rows), question.picture)
    hints = [] if led else hints_of(walk, question, words)
    lines += [f"<i>{line}</i>" for line in hints]
    given = walk.response.answers.get(question.key)
    if given is not None and _is_worth_repeating(given):
        lines.append(words("answer-given", answer=answer_text(question, given, words)))
    lines += _ticked_elsewhere(walk, question, words)
    rows = Buttons(walk, question, words, month, part).rows()
    if asks_by_keys(question):
        return View("\n\n".join(lines), keys(question, rows, words), question.picture)
    return View("\n\n".join(lines), InlineKeyboardMarkup(inline_keyboard=rows), question.picture)


def _ticked_elsewhere(walk: Walk, question: Question, words: Words) -> list[str]:
    """All ticks of a long list: most of them are on other pages."""
    ticks = walk.response.ticks
    if not (ticks and isinstance(question, MultipleChoice) and is_long(question)):
        return []
    said = answer_text(question, Picked(ticks), words)
    return [words("ticked-so-far", labels=excerpt(said, RECALLED_UNITS_MAX))]


def narrowed_view(
    walk: Walk, refused: AnswerRejected, reply: SurveyReply, words: Words
) -> View | None:
    """A long list with only what the typed words may mean; None where that is no way out."""
    question = walk.questions.question(refused.key)
    if question is None or not isinstance(reply, Typed):
        return None
    shown = engine.question_shown(walk.questions, walk.response, question)
    if refused.rejected.reason is not Reason.NOT_A_CHOICE or not is_long(shown):
        return None
    places = {choice.key: place for place, choice in enumerate(choices_of(question))}
    listed = choices_of(shown)
    found = tuple(places[listed[index].key] for index in search(listed, reply.text))
    text = escape(excerpt(reply.text, SOUGHT_UNITS_MAX))
    told = words("rejected-not-found", text=text)
    if found:
        told = words("found-by", text=text, count=len(found))
    view = question_view(walk, words, part=Part(found=found) if found else None, led=True)
    return View(f"{told}\n\n{view.text}", view.keyboard)


def ticked_by_words_view(walk: Walk, reply: SurveyReply, words: Words) -> View:
    """The question after typed words have ticked; a long list is open where they stand."""
    question = engine.current_question(walk.questions, walk.response)
    part = None
    if question is not None and isinstance(reply, Typed) and is_long(question):
        found = find_choices(choices_of(question), reply.text)
        part = Part(beside=found[-1]) if found else None
    return question_view(walk, words, part=part)


def refused_view(walk: Walk, refused: AnswerRejected, words: Words) -> View:
    """Why the reply does not fit; keys that asked for it come again, for a message hides them."""
    question = walk.questions.question(refused.key)
    text = rejection_text(walk, refused, words)
    if question is None or not asks_by_keys(question):
        return View(text)
    return View(text, keys(question, Buttons(walk, question, words).rows(), words))


def _stem(walk: Walk, question: Question, words: Words) -> list[str]:
    """What all rows of a battery have in common, and which of them this is: "2/7"."""
    if not isinstance(question, Scale) or question.battery is None:
        return []
    asked = way_through(walk.questions, walk.response.answers).questions
    rows = [q.key for q in asked if isinstance(q, Scale) and q.battery == question.battery]
    stem = text_with_answers(question.battery.stem, walk.questions, walk.response, words)
    return [f"{stem}  {rows.index(question.key) + 1}/{len(rows)}"]


def meant_by_key(walk: Walk, reply: SurveyReply, words: Words) -> Reply | None:
    """What a key beside the letters (Skip, Back …) means that has sent its words."""
    question = engine.current_question(walk.questions, walk.response)
    if question is None or not isinstance(reply, Typed) or not asks_by_keys(question):
        return None
    return meant_by(reply.text, Buttons(walk, question, words).rows())


def _progress(walk: Walk, words: Words) -> str:
    typing = walk.stored.typing
    if typing is not None:
        return words("progress-short", position=len(typing.asked) + 1, most=typing.most)
    progress = engine.progress(walk.questions, walk.response)
    position, total, most = progress.position, progress.total, progress.most
    if most > total:
        text = words("progress-open", position=position, total=total, most=most)
    else:
        text = words("progress", position=position, total=total)
    if walk.stored.assisted:
        return f"{words('enter-banner')}\n{text}"
    return f"{words('test-banner')}\n{text}" if walk.stored.test else text


def _is_worth_repeating(answer: Answer) -> bool:
    """Whether no button shows the answer."""
    match answer:
        case (
            Written() | Counted() | Dated() | Timed() | Sent() | Judged() | Located() | Contacted()
        ):
            return True
        case Chosen(_, other) | Picked(_, other):
            return other is not None
    return False
