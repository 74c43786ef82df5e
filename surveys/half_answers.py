"""Replies that are only part of an answer: ticks before Done, "other" before its words."""

from surveys.answers import Answer, Judged, Picked, Ranked, Sent, Written
from surveys.events import Response
from surveys.maxdiff.asking import ends_with
from surveys.questions import (
    MediaQuestion,
    MultipleChoice,
    OpenQuestion,
    Question,
    Ranking,
    SingleChoice,
    choices_of,
    other_of,
)
from surveys.reading.answers import read_answer
from surveys.reading.searching import is_long
from surveys.reading.typed import find_choices
from surveys.replies import Reply, TappedChoice, TappedDone, TappedItem, Typed, TypedOther
from surveys.ticks import indexes


def only_ticks(question: Question, reply: Reply) -> bool:
    """Whether the tap says too little to be an answer."""
    match question, reply:
        case (MultipleChoice() | Ranking(), TappedChoice()):
            return True
        case SingleChoice(choices=choices), TappedChoice(index) if 0 <= index < len(choices):
            return choices[index].other
    return False


def named_choices(question: Question, response: Response, reply: Reply) -> tuple[int, ...] | None:
    """The choices that typed words name, to be ticked; None where the words are something else."""
    if not (isinstance(question, MultipleChoice) and isinstance(reply, Typed)):
        return None
    other = other_of(question)
    if other is not None and other.key in response.ticks:
        return None  # Those are the words that "other" waits for.
    return find_choices(question.choices, reply.text)


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
        case Typed(text) if (
            other is not None and isinstance(question, MultipleChoice) and not is_long(question)
        ):
            return TypedOther(text, ticks)
    return reply


def repeats(question: Question, reply: Reply, answer: Answer) -> bool:
    """Whether a reply that comes too late says just what is recorded."""
    if isinstance(answer, Judged) and isinstance(reply, TappedItem):
        choices = choices_of(question)
        return reply.index in range(len(choices)) and ends_with(
            answer, choices[reply.index].key, reply.step
        )
    if isinstance(question, OpenQuestion | MediaQuestion) and isinstance(reply, TappedDone):
        return isinstance(answer, Written | Sent)  # The Done after the last of them, once more.
    if isinstance(question, MultipleChoice | Ranking):
        match reply:
            case TappedDone(ticks=None):
                return isinstance(answer, Picked | Ranked)
            case TappedChoice():
                return False  # A tick alone says too little.
    return read_answer(question, reply) == answer
