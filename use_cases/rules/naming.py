"""What a rule's keys are called by people: an option's words, a question's, a survey's title."""

from collections.abc import Iterable, Mapping

from segmentation.rules.catalogue import COMPARISONS, FIELDS
from segmentation.rules.tree import (
    Comparison,
    Field,
    HasBeen,
    Rule,
    Test,
    parts_of,
    segments_named,
)
from segmentation.rules.windows import Now
from surveys.piping import without_answers
from surveys.questions import Basis, Scale, Survey, choices_of
from surveys.text import Text
from use_cases.ports import UnitOfWork

Named = tuple[str, ...]
Names = Mapping[Named, Text]
"""("need", key), ("survey", key), ("question", survey, key), ("choice", survey, question, key),
("scale", survey, key), ("segment", key): of rules and of segments that managers named."""

BY_SURVEY = frozenset(
    {
        *("answer", "picks", "answered", "survey", "survey_changed", "nps"),
        *("score", "percentile", "change"),
    }
)
"""Fields whose first argument is a survey, the second, if any, a question or a scale."""
BY_SCHEME = frozenset({"group", "confidence"})
"""Fields whose argument is a scheme: the key of a survey, a stroke, its grounds."""


def fields_in(rule: Rule) -> tuple[Field, ...]:
    """The fields that the rule asks about, each once, in its order."""
    found: list[Field] = []
    for part in parts_of(rule):
        field = part.field if isinstance(part, HasBeen) else getattr(part, "of", None)
        if isinstance(field, Field) and field not in found:
            found.append(field)
    return tuple(found)


async def names_in(work: UnitOfWork, rule: Rule) -> Names:
    """The names of what the rule mentions by key, so far as anybody tells them."""
    segments = segments_named(rule)
    return await names_of(work, fields_in(rule), segments)


async def names_of(
    work: UnitOfWork, fields: Iterable[Field], segments: Iterable[str] = ()
) -> Names:
    """The names of what these fields and segments mention by key."""
    names: dict[Named, Text] = {}
    fields, named = list(fields), set(segments)
    if any(field.name in {"need", "top_need"} for field in fields):
        for stored in reversed(await work.surveys.newest_versions()):
            names |= _needs(stored.survey)
    schemes = {f.arguments[0] for f in fields if f.name in BY_SCHEME and f.arguments}
    surveys = {f.arguments[0] for f in fields if f.name in BY_SURVEY and f.arguments}
    surveys |= {each.partition("/")[0] for each in {*schemes, *named} if "/" in each}
    for key in surveys:
        latest = await work.surveys.latest(key)
        if latest is not None:
            names |= _of_survey(latest.survey)
    names |= _namesakes(names, surveys)
    if named or any(f.name == "days_in" for f in fields):
        names |= {("segment", each.key): _plain(each.name) for each in await work.rules.all()}
    if schemes or any("/" in each for each in named):
        names |= await _of_segments(work)
    return names


def _of_survey(survey: Survey) -> dict[Named, Text]:
    key = survey.key
    names: dict[Named, Text] = {("survey", key): survey.title}
    for question in survey.questions:
        asked = str(question.key)
        names["question", key, asked] = without_answers(question.prompt)
        for choice in choices_of(question):
            names["choice", key, asked, str(choice.key)] = choice.label
        if isinstance(question, Scale) and question.construct and not question.reversed:
            names.setdefault(("scale", key, question.construct), without_answers(question.prompt))
    return names


def _namesakes(names: Names, keys: Iterable[str]) -> dict[Named, Text]:
    """Where surveys that a rule mentions have one title, their keys stand behind it."""
    of_title: dict[tuple[str, ...], list[str]] = {}
    for key in keys:
        title = names.get(("survey", key))
        if title is not None:
            of_title.setdefault(tuple(title.by_language.values()), []).append(key)
    return {
        ("survey", key): Text(
            {code: f"{said} · {key}" for code, said in names["survey", key].by_language.items()}
        )
        for same in of_title.values()
        if len(same) > 1
        for key in same
    }


def _needs(survey: Survey) -> dict[Named, Text]:
    names: dict[Named, Text] = {}
    for question in survey.questions:
        if question.basis is not Basis.NEEDS:
            continue
        names |= {("need", str(each.key)): each.label for each in choices_of(question)}
        if isinstance(question, Scale) and question.construct and not question.reversed:
            names.setdefault(("need", question.construct), without_answers(question.prompt))
    return names


async def _of_segments(work: UnitOfWork) -> dict[Named, Text]:
    """Segments that managers named, by the key that rules write."""
    return {
        ("segment", f"{scheme.name}/{segment.number}"): _plain(segment.name)
        for scheme in await work.segments.schemes()
        for segment in await work.segments.segments(scheme.id)
        if segment.name
    }


def _plain(name: str) -> Text:
    """A manager's own word, the same in every language."""
    return Text({"": name})


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
