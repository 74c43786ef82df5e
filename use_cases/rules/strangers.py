"""Values in a rule that no house and no choice has: mostly misspelt, so the nearest are told."""

from dataclasses import dataclass
from difflib import get_close_matches

from segmentation.rules.tree import Comparison, Field, HasBeen, Rule, Test, parts_of
from surveys.text import LANGUAGES
from use_cases.ports import UnitOfWork
from use_cases.rules.known import known_values
from use_cases.rules.naming import names_of

ASKED = frozenset({"building", "answer", "picks"})
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
    """What the field never is, and what it may be, the nearest first."""

    field: Field
    value: str
    near: tuple[str, ...]


async def strangers_in(work: UnitOfWork, rule: Rule) -> tuple[Stranger, ...]:
    """The values of `rule` (with houses named as in the roster) that nobody can have."""
    found: list[Stranger] = []
    for field, value in _compared(rule):
        known = list(await known_values(work, field))
        if not known or value in known:
            continue
        each = Stranger(field, value, tuple(await _nearest(work, field, value, known)))
        if each not in found:
            found.append(each)
    return tuple(found)


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
