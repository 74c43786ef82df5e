"""What earlier surveys know of a person, so that it need only be confirmed."""

from collections.abc import Mapping

from surveys.answers import Answer
from surveys.questions import QuestionKey, Survey
from surveys.remembering import remembered
from use_cases.ports import UnitOfWork


async def known_of(
    work: UnitOfWork, survey: Survey, person_id: int
) -> Mapping[QuestionKey, Answer]:
    """The answers that the person need only confirm in this survey.

    A sealed survey neither shows what is known of whoever takes part nor is remembered by others.
    """
    if all(question.remembers is None for question in survey.questions):
        return {}
    if (await work.fields.get(survey.key)).sealed:
        return {}
    settings = await work.fields.all()
    sealed = {key for key, each in settings.items() if each.sealed}
    memories = await work.responses.memories(person_id)
    return remembered(survey, [each for each in memories if each.survey.key not in sealed])
