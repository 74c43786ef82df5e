"""What follows of what is known of people: when it changed, what is missing, whom they brought."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from datetime import datetime

from segmentation.rules.facts import Known
from segmentation.rules.tree import FieldKey
from use_cases.ports import UnitOfWork

PROFILE = frozenset(
    {
        *("username", "phone", "email", "gender", "birthday", "household", "time_zone", "stage"),
        *("manager", "field"),
    }
)
"""What a change of the profile is a change of."""

WANTED = ("phone", "email", "birthday", "gender")
"""What `missing` names, beside the name and the home."""

REFERRER: FieldKey = ("referrer",)


async def profile_facts(
    work: UnitOfWork, housed: Collection[int], said: Mapping[int, Collection[FieldKey]]
) -> tuple[dict[int, dict[FieldKey, Known]], dict[int, frozenset[str]]]:
    """`changed` and `referred` by person, and what is missing of everybody who agreed."""
    found: dict[int, dict[FieldKey, Known]] = defaultdict(dict)
    changed: Mapping[int, datetime] = await work.facts.last_changes(PROFILE)
    for person, moment in changed.items():
        found[person]["changed",] = moment
    known = await work.facts.current([*((name,) for name in WANTED), REFERRER])
    everybody = await work.people.consented()
    missing = {
        person.id: frozenset(
            name
            for name in WANTED
            if (name,) not in known.get(person.id, {}) and (name,) not in said.get(person.id, ())
        )
        | ({"home"} if person.id not in housed else frozenset())
        | (frozenset() if person.name else {"name"})
        for person in everybody
    }
    agreed = frozenset(missing)
    brought = Counter(
        value[REFERRER] for who, value in known.items() if REFERRER in value and who in agreed
    )
    for person in agreed:
        if brought[str(person)]:
            found[person]["referred",] = float(brought[str(person)])
    return found, missing
