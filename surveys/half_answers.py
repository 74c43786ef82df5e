"""Replies that are only part of an answer: ticks before Done, "other" before its words."""

from surveys.answers import Answer, Picked, Ranked
from surveys.events import Response
from surveys.questions import (
    MultipleChoice,
    Question,
    Ranking,
    SingleChoice,
    other_of,
)
from surveys.reading import read_answer
from surveys.replies import Reply, TappedChoice, TappedDone, Typed, TypedOther
from surveys.ticks import indexes
from surveys.typed import find_choices


def only_ticks(question: Question, reply: Reply) -> bool:
    """Whether the tap says too little to be an answer."""
    match question, reply:
        case (MultipleChoice() | Ranking(), TappedChoice()):
            return True
        case SingleChoice(choices=choices), TappedChoice(index) if 0 <= index < len(choices):
            return choices[index].other
    return False


def with_ticks(question: Question, response: Response, reply: Reply) -> Reply:
    """The reply with what the response holds besides: ticks, and words said to "other" before."""
    if not isinstance(question, MultipleChoice | Ranking | SingleChoice):
        return reply
    ticks = indexes(question, response.ticks)
    other = other_of(question)
    waits = other is not None and other.key in response.ticks
    match reply:
        case TappedDone(ticks=None):
            before = response.answers.get(question.key)
            if waits and isinstance(before, Picked) and before.other:
                return TypedOther(before.other, ticks)
            return TappedDone(ticks)
        case Typed(text) if waits:
            return TypedOther(text, ticks)
        case Typed(text) if other is not None and isinstance(question, MultipleChoice):
            named = find_choices(question.choices, text) is not None
            return reply if named else TypedOther(text, ticks)
    return reply


def repeats(question: Question, reply: Reply, answer: Answer) -> bool:
    """Whether a reply that comes too late says just what is recorded."""
    if isinstance(question, MultipleChoice | Ranking):
        match reply:
            case TappedDone(ticks=None):
                return isinstance(answer, Picked | Ranked)
            case TappedChoice():
                return False  # A tick alone says too little.
    return read_answer(question, reply) == answer
