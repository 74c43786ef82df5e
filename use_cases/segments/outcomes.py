"""What people answered or paid that their segments were not made of: what schemes are tried on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from segmentation.grounds import Doings
from surveys.answers import Answer, Chosen, Counted, Picked, Rated
from surveys.questions import (
    Choice,
    Gauge,
    MultipleChoice,
    NumberQuestion,
    Question,
    QuestionKey,
    Scale,
    SingleChoice,
    YesNo,
    choices_of,
)
from use_cases.ports import UnitOfWork
from use_cases.segments.placing import read_run
from use_cases.segments.segmenting import SchemeView, published

OUTCOMES_MAX = 12  # Beyond it something looks foretold by mere chance too often.
PEOPLE_MIN = 30
OPTION_SHARE_MIN = 0.05  # An option that hardly anybody takes, or nearly all, tells nothing apart.


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A number of each person: an answer, 1 or 0 for an option, or money paid (no question)."""

    question: Question | None = None
    option: Choice | None = None
    values: Mapping[int, float]

    @property
    def nameless(self) -> "Outcome":
        """What it is about, without anybody's value."""
        return replace(self, values={})


async def outcomes_beside(work: UnitOfWork, views: Sequence[SchemeView]) -> tuple[Outcome, ...]:
    """What none of these schemes was made of, standard gauges first, at most OUTCOMES_MAX."""
    used: set[tuple[str, QuestionKey]] = set()
    money_used = False
    for view in views:
        stored = await work.segments.latest_run(view.scheme.id)
        items = read_run(stored).recipe.questions if stored is not None else frozenset()
        used |= {(view.scheme.survey_key, key) for key in items}
        money_used = money_used or view.scheme.grounds.doings is Doings.RFM
    keys = {view.scheme.survey_key for view in views}
    found: list[Outcome] = []
    for stored_survey in await published(work):
        survey = stored_survey.survey
        if survey.key not in keys and "" not in keys:
            continue
        answers = await work.responses.completed_answers(survey.key)
        named = {person: given for person, given in answers.items() if person > 0}
        for question in survey.questions:
            if (survey.key, question.key) not in used:
                found += _of_question(question, named)
    if not money_used:
        found += await _money(work)
    telling = [each for each in found if _tells(each)]
    return tuple(sorted(telling, key=_rank)[:OUTCOMES_MAX])


def _of_question(
    question: Question, answers: Mapping[int, Mapping[QuestionKey, Answer]]
) -> list[Outcome]:
    given = {p: a for p, theirs in answers.items() if (a := theirs.get(question.key)) is not None}
    match question:
        case Scale() | NumberQuestion():
            values = {p: float(a.value) for p, a in given.items() if isinstance(a, Rated | Counted)}
            return [Outcome(question=question, values=values)]
        case YesNo() | SingleChoice() | MultipleChoice():
            choices = choices_of(question)
            shown = choices[:1] if isinstance(question, YesNo) else choices
            return [
                Outcome(question=question, option=each, values=_ticked(each, given.items()))
                for each in shown
            ]
    return []


def _ticked(choice: Choice, given: Iterable[tuple[int, Answer]]) -> dict[int, float]:
    found = {}
    for person, answer in given:
        if isinstance(answer, Chosen):
            found[person] = float(answer.choice == choice.key)
        elif isinstance(answer, Picked):
            found[person] = float(choice.key in answer.choices)
    return found


async def _money(work: UnitOfWork) -> list[Outcome]:
    """What each payer has paid in all."""
    paid: dict[int, float] = {}
    for done in await work.doings.events():
        if done.amount is not None:
            paid[done.person] = paid.get(done.person, 0.0) + done.amount
    return [Outcome(values=paid)] if paid else []


def _tells(outcome: Outcome) -> bool:
    values = outcome.values.values()
    if len(values) < PEOPLE_MIN or len(set(values)) < 2:
        return False
    if outcome.option is None:
        return True
    share = sum(values) / len(values)
    return OPTION_SHARE_MIN <= share <= 1 - OPTION_SHARE_MIN


def _rank(outcome: Outcome) -> int:
    """Gauges, money, other scales and numbers, options; sorting keeps the order of the survey."""
    question = outcome.question
    if question is None:
        return 1
    if isinstance(question, Scale):
        return 0 if question.gauge is not Gauge.PLAIN else 2
    return 2 if isinstance(question, NumberQuestion) else 3
