"""Answers that grow by messages, and messages edited afterwards."""

from aiogram.types import InlineKeyboardMarkup

from bot.screen import View
from bot.views.answer_buttons import Buttons
from bot.views.answer_texts import answer_text, text_with_answers
from bot.views.endings import RECALLED_UNITS_MAX, answered_view
from bot.views.lengths import excerpt
from bot.views.questions import question_view
from bot.views.rejections import rejection_text
from bot.words import Words
from campaigns.template import fits
from surveys import engine
from surveys.answers import words_in
from surveys.engine import AnswerRecorded, AnswerRejected
from surveys.questions import OpenQuestion, Question, other_of
from use_cases.conversations.editing import Edited, Fate
from use_cases.conversations.walks import Walk


def after_typing_view(walk: Walk, words: Words) -> View:
    """What follows a typed answer: a short word while it may grow, else the next question."""
    question = engine.current_question(walk.questions, walk.response)
    recorded = next((e for e in walk.events if isinstance(e, AnswerRecorded)), None)
    if not (isinstance(question, OpenQuestion) and walk.response.collects and recorded):
        return question_view(walk, words)
    text = words("collected-more" if recorded.added else "collected")
    rows = Buttons(walk, question, words).rows()
    return View(text, InlineKeyboardMarkup(inline_keyboard=rows))


def said_view(walk: Walk, words: Words) -> View | None:
    """What the message turns into that asked for the words of "other": they have come. None where
    it asked for something else."""
    key = walk.left or walk.response.current
    question = walk.questions.question(key) if key is not None else None
    answer = walk.response.answers.get(key) if key is not None else None
    if question is None or other_of(question) is None or words_in(answer) is None:
        return None
    lines = [f"<b>{_asked(walk, question, words)}</b>"]
    if walk.left is not None and answer is not None:
        said = excerpt(answer_text(question, answer, words), RECALLED_UNITS_MAX)
        lines.append(words("answer-given", answer=said))
    return View("\n\n".join(lines))


def edited_view(edited: Edited, words: Words) -> View:
    """What became of an edited message, and where the person stands."""
    walk, question = edited.walk, edited.question
    if walk is None or question is None or edited.fate is Fate.NO_ANSWER:
        return View(words("edited-no-answer"))
    answer = walk.response.answers.get(question.key)
    if edited.fate is Fate.RETIRED and answer is not None:
        return answered_view(walk, question, answer, words)
    told = {"question": _asked(walk, question, words)}
    if answer is not None:
        told["answer"] = excerpt(answer_text(question, answer, words), RECALLED_UNITS_MAX)
    refused = next((e for e in walk.events if isinstance(e, AnswerRejected)), None)
    if refused is not None and answer is None:
        return View(rejection_text(walk, refused, words))
    if refused is not None:
        stays = words("edited-answer-stays", **told)
        return View(f"{rejection_text(walk, refused, words)}\n\n{stays}")
    if edited.fate is Fate.SAME:
        return View(words("still-recorded"))
    text = words("edited-beside" if edited.fate is Fate.BESIDE else "edited-taken", **told)
    if walk.response.current is None:
        return View(text)
    below = question_view(walk, words)
    together = f"{text}\n\n{below.text}"
    return View(together, below.keyboard, below.picture) if fits(together) else View(text)


def late_view(edited: Edited, words: Words) -> View:
    """A message that came before the question now asked could be seen."""
    walk, question = edited.walk, edited.question
    assert walk is not None and question is not None, "a late message belongs to a question"
    key = "late-unused" if edited.fate in (Fate.REFUSED, Fate.NO_ANSWER) else "late-added"
    text = words(key, question=_asked(walk, question, words))
    below = question_view(walk, words)
    together = f"{text}\n\n{below.text}"
    return View(together if fits(together) else below.text, below.keyboard, below.picture)


def _asked(walk: Walk, question: Question, words: Words) -> str:
    prompt = text_with_answers(question.prompt, walk.questions, walk.response, words)
    return excerpt(prompt, RECALLED_UNITS_MAX)
