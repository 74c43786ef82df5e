"""What an earlier survey knows already: asked by "Still true?" instead of from the beginning.

Questions of any surveys that `remember` the same attribute know each other's answers. An answer
is offered where it would be one here: of the same kind, with choices that are still there, within
the bounds, on the same scale. Everything else is asked as if nothing were known.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from surveys.answers import (
    Answer,
    Chosen,
    Contacted,
    Counted,
    Dated,
    Located,
    Picked,
    Ranked,
    Rated,
    Timed,
    Written,
)
from surveys.constraints import allowed
from surveys.events import Response
from surveys.questions import (
    ContactQuestion,
    DateQuestion,
    LocationQuestion,
    MultipleChoice,
    NumberQuestion,
    OpenQuestion,
    Question,
    QuestionKey,
    Ranking,
    Scale,
    SingleChoice,
    Survey,
    TimeQuestion,
    YesNo,
    choices_of,
)
from surveys.reading.answers import read_answer
from surveys.reading.typed import is_yes
from surveys.rejections import Rejected
from surveys.replies import Reply, TappedStillTrue, Typed
from surveys.routing import counted_answers
from surveys.standing import question_shown
from surveys.ticks import indexes, pick, places_of


@dataclass(frozen=True, slots=True)
class Memory:
    """One earlier walk of the same person, and when each of its answers was given."""

    survey: Survey
    answers: Mapping[QuestionKey, Answer]
    answered_at: Mapping[QuestionKey, datetime]


def remembered(survey: Survey, memories: Iterable[Memory]) -> Mapping[QuestionKey, Answer]:
    """What is known of the questions of `survey`: the newest answer that counts and fits."""
    known: dict[QuestionKey, Answer] = {}
    newest = newest_by_attribute(memories)
    for question in survey.questions:
        found = newest.get(question.remembers) if question.remembers is not None else None
        if found is not None and fits(question, *found):
            known[question.key] = found[1]
    return known


def newest_by_attribute(memories: Iterable[Memory]) -> Mapping[str, tuple[Question, Answer]]:
    """Of each attribute the answer given last, with the question that it answers."""
    found: dict[str, tuple[datetime, Question, Answer]] = {}
    for memory in memories:
        counted = counted_answers(memory.survey, memory.answers)
        for question in memory.survey.questions:
            answer, name = counted.get(question.key), question.remembers
            if answer is None or name is None:
                continue
            at = memory.answered_at[question.key]
            if name not in found or found[name][0] <= at:
                found[name] = at, question, answer
    return {name: (question, answer) for name, (_, question, answer) in found.items()}


def fits(question: Question, asked: Question, answer: Answer) -> bool:
    """Whether the answer to the question `asked` earlier would be one to `question` as well."""
    match question, asked, answer:
        case (
            (OpenQuestion(), OpenQuestion(), Written())
            | (TimeQuestion(), TimeQuestion(), Timed())
            | (LocationQuestion(), LocationQuestion(), Located())
            | (ContactQuestion(), ContactQuestion(), Contacted())
            | (YesNo(), YesNo(), Chosen())
        ):
            return True
        case SingleChoice(), SingleChoice(), Chosen(choice, other):
            return _named(question, (choice,), other)
        case MultipleChoice(), MultipleChoice(), Picked(choices, other):
            picked = pick(question, indexes(question, choices))
            return _named(question, choices, other) and not isinstance(picked, Rejected)
        case Ranking(), Ranking(), Ranked(choices):
            return _named(question, choices, None) and len(choices) == places_of(question)
        case Scale(), Scale(), Rated():
            same = (asked.gauge, asked.low, asked.high)
            return (question.gauge, question.low, question.high) == same
        case NumberQuestion(minimum=low, maximum=high, whole=whole), NumberQuestion(), Counted(n):
            within = (low is None or low <= n) and (high is None or n <= high)
            return within and question.unit == asked.unit and (float(n).is_integer() or not whole)
        case DateQuestion(earliest=first, latest=last), DateQuestion(), Dated(day):
            return (first is None or first <= day) and (last is None or day <= last)
    return False


def known_answer(survey: Survey, response: Response, question: Question) -> Answer | None:
    """What "Still true?" stands for now; None where the question is asked as any other."""
    answer = response.known.get(question.key)
    begun = question.key in response.answers or response.ticks or response.collects
    if answer is None or begun or response.current != question.key:
        return None
    if isinstance(answer, Chosen | Picked | Ranked) and not isinstance(question, YesNo):
        named = answer.choices if isinstance(answer, Picked | Ranked) else (answer.choice,)
        shown = {choice.key for choice in choices_of(question_shown(survey, response, question))}
        if not shown.issuperset(named):
            return None
    return answer if allowed(survey, response, question, answer) else None


def agrees(question: Question, known: Answer, reply: Reply) -> bool | None:
    """Whether the reply to "Still true?" says yes or no; None where it is an answer itself.

    "Yes" to a question that was answered by No may mean either: it is asked as any other then.
    """
    if isinstance(reply, TappedStillTrue):
        return True
    said = is_yes(reply.text) if isinstance(reply, Typed) and not reply.text.isdigit() else None
    if said and not isinstance(question, OpenQuestion):
        read = read_answer(question, reply)
        return isinstance(read, Rejected) or read == known
    return said


def _named(question: Question, choices: Iterable[str], other: str | None) -> bool:
    """Whether all these choices are there, with words just where one of them asks for them."""
    there = {choice.key: choice for choice in choices_of(question)}
    wanted = list(choices)
    if any(key not in there for key in wanted):
        return False
    return any(there[key].other for key in wanted) == (other is not None)  # type: ignore[index]
