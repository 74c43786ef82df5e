"""Houses, choices and questions that a rule names and nobody has: mostly misspelt, so the nearest
are told."""

from dataclasses import dataclass
from difflib import get_close_matches

from segmentation.rules.tree import Comparison, Field, HasBeen, Rule, Test, parts_of
from surveys.text import LANGUAGES
from use_cases.ports import UnitOfWork
from use_cases.rules.known import known_values
from use_cases.rules.naming import fields_in, names_of

ASKED = frozenset({"building", "answer", "picks"})
OF_A_QUESTION = frozenset({"answer", "picks", "change", "score", "percentile"})
ASKED_FOR = ("question", "scale")
ALIKE = 0.3  # Of difflib's ratio: enough for another spelling of the same street.
NEAR_SHOWN = 5
WHOLE = frozenset(
    {
        *(Comparison.EQUAL, Comparison.NOT_EQUAL, Comparison.IN, Comparison.NOT_IN),
        *(Comparison.HAS_ANY, Comparison.HAS_ALL, Comparison.HAS_NONE),
    }
)


@dataclass(frozen=True, slots=True)
class Stranger:
    """What the field never is, and what it may be, the nearest first; or the question that it asks
    for and its survey does not have, with those that it has."""

    field: Field
    value: str
    near: tuple[str, ...]
    is_question: bool = False


async def strangers_in(work: UnitOfWork, rule: Rule) -> tuple[Stranger, ...]:
    """The values of `rule` (with houses named as in the roster) that nobody can have."""
    found = await _questions_missing(work, rule)
    for field, value in _compared(rule):
        known = list(await known_values(work, field))
        if not known or value in known:
            continue
        each = Stranger(field, value, tuple(await _nearest(work, field, value, known)))
        if each not in found:
            found.append(each)
    return tuple(found)


async def _questions_missing(work: UnitOfWork, rule: Rule) -> list[Stranger]:
    """What the rule asks for and the newest version of the survey neither asks nor adds up."""
    asked = [field for field in fields_in(rule) if field.name in OF_A_QUESTION]
    if not asked:
        return []
    names = await names_of(work, asked)
    found = []
    for field in asked:
        survey, question = field.arguments
        keys = [key for kind, *of, key in names if kind in ASKED_FOR and of == [survey]]
        if ("survey", survey) not in names or question in keys:
            continue
        alike = get_close_matches(question, keys, n=NEAR_SHOWN, cutoff=ALIKE)
        near = [*alike, *(key for key in keys if key not in alike)][:NEAR_SHOWN]
        found.append(Stranger(field, question, tuple(near), is_question=True))
    return found


def _compared(rule: Rule) -> list[tuple[Field, str]]:
    """The fields whose values are a closed list, with each whole value they are compared with."""
    found = []
    for part in parts_of(rule):
        if isinstance(part, HasBeen) and part.field.name in ASKED:
            found.append((part.field, str(part.value)))
        elif isinstance(part, Test) and isinstance(part.of, Field) and part.of.name in ASKED:
            whole = part.comparison in WHOLE
            found += [(part.of, v) for v in part.values if whole and isinstance(v, str)]
    return found


async def _nearest(work: UnitOfWork, field: Field, value: str, known: list[str]) -> list[str]:
    """Those spelt most alike, by key or in anybody's language; the first ones where none is."""
    names = await names_of(work, [field]) if field.arguments else {}
    spelt: dict[str, str] = {}
    for each in known:
        spelt[each.casefold()] = each
        label = names.get(("choice", *field.arguments, each))
        if label is not None:
            spelt |= {label.in_language(one).casefold(): each for one in LANGUAGES}
    alike = get_close_matches(value.casefold(), list(spelt), n=2 * NEAR_SHOWN, cutoff=ALIKE)
    near = list(dict.fromkeys(spelt[each] for each in alike))
    return [*near, *(each for each in known if each not in near)][:NEAR_SHOWN]
