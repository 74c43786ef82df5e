"""A survey of a yard, and how it is set into the field."""

from surveys.field.settings import FieldSettings
from surveys.questions import Survey
from surveys.text import Text
from tests.bot.chat import Town
from tests.makers import a_choice_question, a_scale


def a_yard_survey(key: str = "yard") -> Survey:
    return Survey(
        key=key,
        title=Text({"en": "Our yard"}),
        questions=(a_choice_question(), a_scale()),
        points=20,
        languages=("en",),
    )


async def field(town: Town, **settings: object) -> None:
    async with town.work() as work:
        await work.fields.set("yard", FieldSettings(**settings))  # type: ignore[arg-type]
        await work.commit()
