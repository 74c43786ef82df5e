"""Whether the author takes an answer."""

from surveys.answers import Answer
from surveys.events import Response
from surveys.expressions.evaluating import evaluate
from surveys.questions import Question, Survey
from surveys.routing import KEPT_BESIDE, looked_at, way_through
from surveys.values import look_into


def allowed(survey: Survey, response: Response, question: Question, answer: Answer) -> bool:
    """Whether the author's constraint takes the answer.

    It is asked only where all that it looks at has a value: nobody is held up by what they skipped.
    """
    if question.constraint is None:
        return True
    way = way_through(survey, response.answers)
    told = {key: response.answers[key] for key in KEPT_BESIDE if key in response.answers}
    look = look_into(survey, {**told, **way.answers, question.key: answer})
    formulas = {str(each.key): each.formula for each in survey.calculated}
    if any(look(key) is None for key in looked_at(question.constraint, formulas)):
        return True
    return evaluate(question.constraint, look) is not False
