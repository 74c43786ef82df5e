"""What somebody's answers to one survey come to, as facts that rules can ask about."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from segmentation.rules.tree import FieldKey, Value
from surveys.answers import Answer, Chosen, Counted, Dated, Picked, Ranked, Rated, Timed, Written
from surveys.questions import Basis, Gauge, Question, QuestionKey, Scale, Survey, choices_of
from surveys.scores import PASSIVE_MIN, PROMOTER_MIN, groups

TEXT_CHARS_MAX = 500


@dataclass(slots=True)
class Derived:
    """Values and sets by field; needs are by name over all surveys."""

    values: dict[FieldKey, Value] = field(default_factory=dict)
    labels: dict[FieldKey, frozenset[str]] = field(default_factory=dict)
    needs: dict[str, float] = field(default_factory=dict)


def derive(survey: Survey, answers: Mapping[QuestionKey, Answer]) -> Derived:
    """Facts from the answers that count."""
    found = Derived()
    for question in survey.questions:
        answer = answers.get(question.key)
        if answer is not None:
            _answer(found, survey.key, question, answer)
    for (basis, scale), items in scales_of(survey).items():
        score = score_of(items, answers)
        if score is not None:
            found.values["score", survey.key, scale] = score
            if basis is Basis.NEEDS:
                found.needs[scale] = max(found.needs.get(scale, 0.0), _as_share(items, score))
    return found


def _answer(found: Derived, survey: str, question: Question, answer: Answer) -> None:
    key = ("answer", survey, str(question.key))
    match answer:
        case Chosen(choice):
            found.values[key] = str(choice)
        case Rated(value) | Counted(value):
            found.values[key] = float(value)
        case Written(text):
            found.values[key] = text[:TEXT_CHARS_MAX]
        case Dated(day):
            found.values[key] = day.isoformat()
        case Timed(moment):
            found.values[key] = moment.isoformat("minutes")
        case Picked(choices) | Ranked(choices):
            found.labels["picks", survey, str(question.key)] = frozenset(map(str, choices))
            _needs(found, question, answer, choices)
    if isinstance(question, Scale) and question.gauge is Gauge.NPS and isinstance(answer, Rated):
        found.values["nps", survey] = nps_group(answer.value)
    if isinstance(question, Scale) and question.gauge is Gauge.CSAT and isinstance(answer, Rated):
        content = (groups(Gauge.CSAT, [answer.value]) or (0,))[0]
        found.values["csat", survey] = "satisfied" if content else "other"


def _needs(
    found: Derived, question: Question, answer: Picked | Ranked, choices: Sequence[str]
) -> None:
    """A pick is a need in full; ranked needs fall evenly from the first place to none."""
    if question.basis is not Basis.NEEDS:
        return
    for place, choice in enumerate(choices):
        share = 1 - place / len(choices) if isinstance(answer, Ranked) else 1.0
        found.needs[str(choice)] = max(found.needs.get(str(choice), 0.0), share)
    for each in choices_of(question):
        found.needs.setdefault(str(each.key), 0.0)


def nps_group(rating: int) -> str:
    """promoter, passive or detractor."""
    if rating >= PROMOTER_MIN:
        return "promoter"
    return "passive" if rating >= PASSIVE_MIN else "detractor"


def scales_of(survey: Survey) -> dict[tuple[Basis | None, str], tuple[Scale, ...]]:
    """The rated items of each construct."""
    found: dict[tuple[Basis | None, str], list[Scale]] = defaultdict(list)
    for question in survey.questions:
        if isinstance(question, Scale) and question.construct is not None:
            found[question.basis, question.construct].append(question)
    return {key: tuple(items) for key, items in found.items()}


def score_of(items: Sequence[Scale], answers: Mapping[QuestionKey, Answer]) -> float | None:
    """The mean of the items, reversed ones turned round; None if half or more went unanswered."""
    rated = []
    for item in items:
        answer = answers.get(item.key)
        if isinstance(answer, Rated):
            rated.append(item.low + item.high - answer.value if item.reversed else answer.value)
    if 2 * len(rated) <= len(items) and len(rated) < len(items):
        return None
    return sum(rated) / len(rated)


def _as_share(items: Sequence[Scale], score: float) -> float:
    """The score between the ends of the (first) scale, 0 to 1."""
    low, high = items[0].low, items[0].high
    return (score - low) / (high - low)


def top_need(needs: Mapping[str, float]) -> str | None:
    """The greatest need, the first by name among equals; None where nothing is needed."""
    if not needs or max(needs.values()) <= 0:
        return None
    return min(needs, key=lambda name: (-needs[name], name))
