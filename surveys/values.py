"""What answers come to in conditions and calculations."""

from collections.abc import Mapping

from surveys.answers import (
    Answer,
    Chosen,
    Contacted,
    Counted,
    Dated,
    Judged,
    Located,
    Picked,
    Ranked,
    Rated,
    Sent,
    Timed,
    Written,
)
from surveys.expressions.checking import Kind, Known
from surveys.expressions.evaluating import LABEL, SOURCE, TODAY, Look, evaluate
from surveys.expressions.tree import Expression, Value
from surveys.maxdiff.scoring import preferred
from surveys.questions import (
    YES,
    ChoiceKey,
    ContactQuestion,
    DateQuestion,
    LocationQuestion,
    MaxDiff,
    MediaQuestion,
    MultipleChoice,
    Note,
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

SOURCE_KEY = QuestionKey(SOURCE)
"""Under this key a response keeps the source of its start link, where the survey asks for it."""

TODAY_KEY = QuestionKey(TODAY)
"""Under this key a response keeps the day on which it began, where the survey asks for it."""


def value_of(question: Question, answer: Answer | None) -> Value:
    """What the answer comes to; None for those that are no value."""
    match answer:
        case Chosen(choice):
            return choice == YES if isinstance(question, YesNo) else str(choice)
        case Picked(choices) | Ranked(choices):
            return tuple(str(choice) for choice in choices)
        case Judged():
            return tuple(str(choice) for choice in preferred(answer))
        case Rated(value) | Counted(value):
            return float(value)
        case Written(text):
            return text
        case Dated(day):
            return day
        case Timed(moment):
            return moment
        case Sent(files):
            return tuple(file.unique_id for file in files)
        case Located(latitude, longitude):
            return f"{latitude:.10g} {longitude:.10g}"
        case Contacted(phone):
            return phone
    return None


def known_of(question: Question) -> Known:
    """What conditions may take the question's answers for."""
    match question:
        case OpenQuestion() | LocationQuestion() | ContactQuestion():
            return Known(Kind.TEXT)
        case SingleChoice(choices=choices):
            return Known(Kind.CHOICE, tuple(str(choice.key) for choice in choices))
        case MultipleChoice(choices=choices) | Ranking(choices=choices) | MaxDiff(choices=choices):
            return Known(Kind.CHOICES, tuple(str(choice.key) for choice in choices))
        case MediaQuestion():
            return Known(Kind.CHOICES)
        case YesNo():
            return Known(Kind.YES_NO)
        case Scale() | NumberQuestion():
            return Known(Kind.NUMBER)
        case DateQuestion():
            return Known(Kind.DATE)
        case TimeQuestion():
            return Known(Kind.TIME)
        case Note():
            return Known(Kind.NOTHING)


def look_into(
    survey: Survey, answers: Mapping[QuestionKey, Answer], language: str | None = None
) -> Look:
    """A way to look up what those answers come to; calculated values are worked out on demand.

    `language` is that of the labels which a text asks for; the survey's first one else.
    """
    formulas: dict[str, Expression] = {each.key: each.formula for each in survey.calculated}
    questions: dict[str, Question] = {question.key: question for question in survey.questions}

    def look(key: str) -> Value:
        if key in formulas:
            return evaluate(formulas[key], look)
        if key == TODAY:
            began = answers.get(TODAY_KEY)
            return began.day if isinstance(began, Dated) else None
        if key == SOURCE:
            came = answers.get(SOURCE_KEY)
            return came.text if isinstance(came, Written) else None
        if key.startswith(LABEL):
            return labels(key.removeprefix(LABEL))
        question = questions.get(key)
        return value_of(question, answers.get(question.key)) if question is not None else None

    def labels(named: str) -> Value:
        key, _, choice = named.partition("#")
        question = questions.get(key)
        answer = answers.get(question.key) if question is not None else None
        if question is None or answer is None:
            return None
        said = Chosen(ChoiceKey(choice)) if choice else answer
        return label_of(question, said, language or next(iter(survey.languages), ""))

    return look


def label_of(question: Question, answer: Answer, language: str) -> str | None:
    """The words of the choices that the answer names, parted by commas."""
    match answer:
        case Chosen(choice):
            keys: tuple[str, ...] = (choice,)
        case Picked(choices) | Ranked(choices):
            keys = choices
        case _:
            return None
    said = {str(each.key): each.label.in_language(language) for each in choices_of(question)}
    return ", ".join(said.get(key, key) for key in keys)
