"""Reading replies to questions with a list of choices, and what people say in their own words."""

from surveys.answers import Chosen, Picked, Ranked
from surveys.questions import (
    Choice,
    MultipleChoice,
    Ranking,
    SingleChoice,
    other_of,
)
from surveys.reading.bands import find_band
from surveys.reading.searching import is_long
from surveys.reading.typed import clean_text, find_choice, find_choices
from surveys.rejections import Reason, Rejected
from surveys.replies import TEXT_CHARS_MAX, Reply, TappedChoice, TappedDone, Typed, TypedOther
from surveys.ticks import pick, rank

OTHER_CHARS_MAX = 400


def read_choice_reply(
    question: SingleChoice | MultipleChoice | Ranking, reply: Reply
) -> Chosen | Picked | Ranked | Rejected:
    """What the reply chooses. Words that name no choice are the words of "other: please say"; in a
    long list they look for a choice, until "other" is tapped."""
    takes_words = other_of(question) is not None and not is_long(question)
    if isinstance(reply, Typed) and takes_words and not _named(question, reply):
        reply = TypedOther(reply.text)
    if isinstance(reply, TypedOther):
        return _read_other(question, reply)
    match question:
        case SingleChoice():
            return _read_single(question, reply)
        case MultipleChoice():
            return _read_multiple(question, reply)
        case Ranking():
            return _read_ranking(question, reply)


def read_own_words(text: str, limit: int = TEXT_CHARS_MAX) -> str | Rejected:
    """The text, clean and not too long."""
    words = clean_text(text)
    if not words:
        return Rejected(Reason.TEXT_EMPTY)
    if len(words) > limit:
        return Rejected(Reason.TEXT_TOO_LONG, {"limit": limit, "length": len(words)})
    return words


def _named(question: SingleChoice | MultipleChoice | Ranking, reply: Typed) -> bool:
    if isinstance(question, SingleChoice):
        return _find_single(question, reply.text) is not None
    return find_choices(question.choices, reply.text) is not None


def _read_other(
    question: SingleChoice | MultipleChoice | Ranking, reply: TypedOther
) -> Chosen | Picked | Rejected:
    other = other_of(question)
    if other is None:
        return _not_a_choice(question.choices)
    words = read_own_words(reply.text, OTHER_CHARS_MAX)
    if isinstance(words, Rejected):
        return words
    if not isinstance(question, MultipleChoice):
        return Chosen(other.key, words)
    picked = pick(question, {*reply.ticks, question.choices.index(other)})
    return picked if isinstance(picked, Rejected) else Picked(picked.choices, words)


def _read_single(question: SingleChoice, reply: Reply) -> Chosen | Rejected:
    index: int | None = None
    match reply:
        case TappedChoice(tapped) if 0 <= tapped < len(question.choices):
            index = tapped
        case Typed(text):
            index = _find_single(question, text)
    if index is None:
        return _not_a_choice(question.choices)
    choice = question.choices[index]
    return _words_needed(choice) if choice.other else Chosen(choice.key)


def _find_single(question: SingleChoice, text: str) -> int | None:
    """A number among bands is a number, not the number of a choice: buttons bear none."""
    found = find_band(question.choices, text)
    return found if found is not None else find_choice(question.choices, text)


def _read_multiple(question: MultipleChoice, reply: Reply) -> Picked | Rejected:
    found: tuple[int, ...] | None = None
    match reply:
        case TappedDone(ticks):
            found = tuple(ticks or ())
        case TappedChoice(index):
            found = (index,)
        case Typed(text):
            found = find_choices(question.choices, text)
    if found is None:
        return _not_a_choice(question.choices)
    picked = pick(question, found)
    other = other_of(question)
    if isinstance(picked, Picked) and other is not None and other.key in picked.choices:
        return _words_needed(other)
    return picked


def _read_ranking(question: Ranking, reply: Reply) -> Ranked | Rejected:
    match reply:
        case TappedDone(ticks):
            return rank(question, ticks or ())
        case Typed(text):
            found = find_choices(question.choices, text)
            if found is not None:
                return rank(question, found)
    return _not_a_choice(question.choices)


def _not_a_choice(choices: tuple[Choice, ...]) -> Rejected:
    return Rejected(Reason.NOT_A_CHOICE, {"count": len(choices)})


def _words_needed(choice: Choice) -> Rejected:
    return Rejected(Reason.OTHER_NEEDED, {"choice": choice.key})
