"""What a rule's keys are called by people: an option's words, a question's, a survey's title."""

from collections.abc import Mapping

from segmentation.rules.catalogue import COMPARISONS, FIELDS
from segmentation.rules.tree import Comparison, Field, HasBeen, Rule, Test, parts_of
from segmentation.rules.windows import Now
from surveys.piping import without_answers
from surveys.questions import Basis, choices_of
from surveys.text import Text
from use_cases.ports import UnitOfWork

Named = tuple[str, ...]
Names = Mapping[Named, Text]
"""("need", key), ("survey", key), ("question", survey, key), ("choice", survey, question, key)."""


def fields_in(rule: Rule) -> tuple[Field, ...]:
    """The fields that the rule asks about, each once, in its order."""
    found: list[Field] = []
    for part in parts_of(rule):
        field = part.field if isinstance(part, HasBeen) else getattr(part, "of", None)
        if isinstance(field, Field) and field not in found:
            found.append(field)
    return tuple(found)


async def names_in(work: UnitOfWork, rule: Rule) -> Names:
    """The names of what the rule mentions by key, so far as surveys tell them."""
    fields = fields_in(rule)
    names: dict[Named, Text] = {}
    if any(field.name in {"need", "top_need"} for field in fields):
        for stored in reversed(await work.surveys.newest_versions()):
            for question in stored.survey.questions:
                if question.basis is Basis.NEEDS:
                    names |= {("need", str(c.key)): c.label for c in choices_of(question)}
    for key in {field.arguments[0] for field in fields if field.name in BY_SURVEY}:
        latest = await work.surveys.latest(key)
        if latest is None:
            continue
        names["survey", key] = latest.survey.title
        for question in latest.survey.questions:
            asked = str(question.key)
            names["question", key, asked] = without_answers(question.prompt)
            for choice in choices_of(question):
                names["choice", key, asked, str(choice.key)] = choice.label
    return names


BY_SURVEY = frozenset({"answer", "picks", "answered", "survey", "survey_changed", "nps"})
"""Fields whose first argument is a survey, the second, if any, a question."""


async def unknown_fields(work: UnitOfWork, rule: Rule, now: Now) -> tuple[Field, ...]:
    """The fields that the rule compares with something of which nothing is known of anybody."""
    compared = {part.of for part in parts_of(rule) if isinstance(part, Test)}
    asked = [f for f in fields_in(rule) if f in compared]
    there = Comparison.NOT_EMPTY
    known = [
        f
        for f in asked
        if there not in COMPARISONS[FIELDS[f.name].type]
        or await work.rules.matching(Test(f, there), now)
    ]
    return tuple(field for field in asked if field not in known)
