"""Several messages that are one answer: own words and files grow until Done."""

from surveys.answers import Sent, Written, words_in
from surveys.events import Response
from surveys.half_answers import with_ticks
from surveys.questions import MediaQuestion, MultipleChoice, OpenQuestion, Question
from surveys.replies import Reply, TappedDone, Typed, TypedOther


def stays(question: Question, reply: Reply) -> bool:
    """Whether the question is asked on after this answer, until Done."""
    if not isinstance(reply, Typed):
        return False
    match question:
        case OpenQuestion(collect=collect):
            return collect
        case MultipleChoice():
            return True
    return False


def ends_collecting(question: Question, response: Response, reply: Reply) -> bool:
    """Whether this is the Done after the last message of an open answer, or the last file."""
    if not (isinstance(question, OpenQuestion | MediaQuestion) and isinstance(reply, TappedDone)):
        return False
    return isinstance(response.answers.get(question.key), Written | Sent)


def with_earlier_words(question: Question, response: Response, reply: Reply) -> Reply:
    """The reply with all that was said and ticked to this question before."""
    whole = with_ticks(question, response, reply)
    if not response.collects:
        return whole
    earlier = words_in(response.answers.get(question.key))
    match question, whole:
        case OpenQuestion(), Typed(text, on) if earlier:
            return Typed(joined(earlier, text), on)
        case MultipleChoice(), TypedOther(text, ticks) if earlier and isinstance(reply, Typed):
            return TypedOther(joined(earlier, text), ticks)
    return whole


def joined(*pieces: str) -> str:
    """One text of several messages, a line each."""
    return "\n".join(piece.strip() for piece in pieces if piece.strip())
