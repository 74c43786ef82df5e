"""Makers of questions and surveys for tests, with everything unsaid filled in."""

from surveys.questions import (
    Choice,
    ChoiceKey,
    MultipleChoice,
    NumberQuestion,
    OpenQuestion,
    Question,
    QuestionKey,
    Scale,
    SingleChoice,
    Survey,
)
from surveys.text import Text


def a_text(ru: str, **others: str) -> Text:
    return Text({"ru": ru, **others})


def a_choice(key: str, label: str | Text | None = None, *, exclusive: bool = False) -> Choice:
    words = label if isinstance(label, Text) else a_text(label or key)
    return Choice(key=ChoiceKey(key), label=words, exclusive=exclusive)


def an_open_question(key: str = "first", *, optional: bool = False) -> OpenQuestion:
    return OpenQuestion(
        key=QuestionKey(key), prompt=a_text("Что починить первым?"), optional=optional
    )


def a_single_choice(key: str = "home", *choices: Choice) -> SingleChoice:
    offered = choices or (a_choice("alone", "Один"), a_choice("family", "Семья"))
    return SingleChoice(key=QuestionKey(key), prompt=a_text("С кем вы живёте?"), choices=offered)


def a_multiple_choice(
    key: str = "needs", *choices: Choice, picks_min: int = 1, picks_max: int | None = None
) -> MultipleChoice:
    offered = choices or (
        a_choice("lift", a_text("Лифт", uk="Ліфт", en="The lift")),
        a_choice("heat", a_text("Отопление", uk="Опалення", en="Heating")),
        a_choice("park", a_text("Парковка", uk="Паркування", en="Parking")),
        a_choice("none", a_text("Ничего", uk="Нічого", en="Nothing"), exclusive=True),
    )
    return MultipleChoice(
        key=QuestionKey(key),
        prompt=a_text("Что нужно?"),
        choices=offered,
        picks_min=picks_min,
        picks_max=picks_max,
    )


def a_scale(key: str = "quiet", *, low: int = 1, high: int = 5, optional: bool = False) -> Scale:
    return Scale(
        key=QuestionKey(key), prompt=a_text("Тишина важна"), low=low, high=high, optional=optional
    )


def a_number(
    key: str = "people",
    *,
    minimum: float | None = None,
    maximum: float | None = None,
    whole: bool = True,
    unit: Text | None = None,
) -> NumberQuestion:
    return NumberQuestion(
        key=QuestionKey(key),
        prompt=a_text("Сколько вас?"),
        minimum=minimum,
        maximum=maximum,
        whole=whole,
        unit=unit,
    )


def a_survey(*questions: Question) -> Survey:
    asked = questions or (a_scale(), a_multiple_choice(), an_open_question(optional=True))
    return Survey(key="yard", title=a_text("Двор"), questions=asked, languages=("ru",))
