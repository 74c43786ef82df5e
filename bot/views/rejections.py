"""Why a reply does not fit, said so that the person can try again."""

from datetime import date
from html import escape

from bot.views.answer_texts import date_text, text_with_answers
from bot.words import Words
from surveys.events import AnswerRejected
from surveys.questions import choices_of
from surveys.rejections import Fact, Reason
from use_cases.conversations.walks import Walk

DAYS = ("earliest", "latest", "example")
"""Facts that are days where they are texts."""


def rejection_text(walk: Walk, refused: AnswerRejected, words: Words) -> str:
    """One sentence: the author's own where there is one. Telegram HTML."""
    question = walk.questions.question(refused.key)
    assert question is not None, "what was refused is a reply to a question of the survey"
    rejected = refused.rejected
    if rejected.reason is Reason.CONSTRAINT and question.constraint_message is not None:
        message = question.constraint_message
        return text_with_answers(message, walk.questions, walk.response, words)
    if rejected.reason is Reason.TOO_FEW_PICKS and question.optional:
        return words("rejected-too-few-or-skip", minimum=int(rejected.facts["minimum"]))
    facts = {name: _shown(name, fact, words) for name, fact in rejected.facts.items()}
    facts["asked"] = facts.get("kind", "")
    for name in ("kind", "sent"):
        if name in facts:
            facts[name] = words(f"file-{facts[name]}")
    for choice in choices_of(question):
        if choice.key == rejected.facts.get("choice"):
            facts["choice"] = escape(choice.label.in_language(words.language))
    return words.say(f"rejected-{rejected.reason}", facts)


def _shown(name: str, fact: Fact, words: Words) -> Fact:
    """Days in words, numbers without a needless ".0"."""
    if isinstance(fact, str):
        return date_text(date.fromisoformat(fact), words) if name in DAYS else escape(fact)
    return int(fact) if float(fact).is_integer() else fact
