"""Facts that rules ask about, brought up to date from answers, homes, memberships, payments.

Everything here follows from other tables and can be made anew at any time. What managers entered
is not touched, but for what people answered of themselves: that counts more.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from segmentation.rules.tree import FieldKey, Value
from use_cases.ports import Clock, OpenWork, UnitOfWork
from use_cases.records.homes import Building, Flat, Residence, Standing
from use_cases.records.rules import Fact
from use_cases.rules.acting import count_activity
from use_cases.rules.answers import derive, top_need
from use_cases.rules.profiles import profile_facts
from use_cases.rules.remembered import facts_said
from use_cases.rules.spending import MONEY_KINDS, churn_facts, spending_facts
from use_cases.rules.surveyed import States, changes, response_rates, standings, told_of

Known = Value | date | datetime

DERIVED_FIELDS = frozenset(
    {
        *("answer", "score", "percentile", "need", "top_need", "nps", "csat"),
        *("building", "entrance", "floor", "flat", "area_share", "home_role", "flatmates"),
        *("moved_in", "group", "confidence", "survey", "survey_changed", "answered", "change"),
        *("response_rate", "lifetime_value", "value_percentile", "rfm", "recency", "frequency"),
        *("monetary", "changed", "referred"),
    }
)
NIGHTLY_FIELDS = frozenset({"churn"})
"""What takes long to find out, and is of the last night for everybody."""

DERIVED_LABELS = frozenset({"picks", "items", "missing"})
PEOPLE_A_COMMIT = 500
PEOPLE_AT_ONCE_MAX = 2_000  # Whoever taps waits for no more than these.


@dataclass(slots=True)
class Gathered:
    """What was derived, by person."""

    values: dict[int, dict[FieldKey, Known]] = field(default_factory=lambda: defaultdict(dict))
    labels: dict[int, dict[FieldKey, frozenset[str]]] = field(
        default_factory=lambda: defaultdict(dict)
    )
    said: dict[int, dict[FieldKey, Known]] = field(default_factory=lambda: defaultdict(dict))


async def refresh_at_once(work: UnitOfWork, at: datetime) -> bool:
    """Bring the facts of a small house up to date in this unit of work; False: it is too large,
    and the facts are those of the last night. Nothing is committed."""
    if await work.people.count() > PEOPLE_AT_ONCE_MAX:
        return False
    await count_activity(work, at=at)
    found = await _gather(work, at)
    people = sorted({*found.values, *found.labels, *await work.facts.known_people()})
    await _replace(work, people, found, at)
    return True


async def _gather(work: UnitOfWork, at: datetime, *, nightly: bool = False) -> Gathered:
    found = Gathered()
    await _answers(work, found, at)
    await _homes(work, found)
    await _memberships(work, found)
    spent = await work.facts.spending(MONEY_KINDS)
    _add(found, spending_facts(spent))
    if nightly:
        _add(found, await churn_facts(spent, at))
    housed = {person for person, facts in found.values.items() if ("building",) in facts}
    profile, missing = await profile_facts(work, housed, found.said)
    _add(found, profile)
    for person, names in missing.items():
        found.labels[person]["missing",] = names
    return found


def _add(found: Gathered, more: Mapping[int, Mapping[FieldKey, Known]]) -> None:
    for person, facts in more.items():
        found.values[person] |= facts


async def _replace(
    work: UnitOfWork,
    people: list[int],
    found: Gathered,
    at: datetime,
    names: frozenset[str] = DERIVED_FIELDS,
) -> None:
    values = {person: found.values.get(person, {}) for person in people}
    labels = {person: found.labels.get(person, {}) for person in people}
    said = [Fact(p, key, v) for p in people for key, v in found.said.get(p, {}).items()]
    await work.facts.note(said, at=at)
    await work.facts.replace(names, values, at=at)
    await work.facts.replace_labels(DERIVED_LABELS, labels)


@dataclass(frozen=True, slots=True)
class RefreshFacts:
    """Bring every derived fact up to date, some hundred people a commit."""

    open_work: OpenWork
    clock: Clock

    async def __call__(self) -> int:
        """How many people there are facts about."""
        async with self.open_work() as work:
            await count_activity(work, at=self.clock.now())
            await work.commit()
        async with self.open_work() as work:
            found = await _gather(work, self.clock.now(), nightly=True)
            everybody = sorted({*found.values, *found.labels, *await work.facts.known_people()})
        for start in range(0, len(everybody), PEOPLE_A_COMMIT):
            await self._write(everybody[start : start + PEOPLE_A_COMMIT], found)
        return len(everybody)

    async def _write(self, people: list[int], found: Gathered) -> None:
        at = self.clock.now()
        async with self.open_work() as work:
            await _replace(work, people, found, at, DERIVED_FIELDS | NIGHTLY_FIELDS)
            await work.commit()


async def _answers(work: UnitOfWork, found: Gathered, at: datetime) -> None:
    """Answers, scores with their place among all, needs; where people stand in each survey."""
    states: dict[str, States] = {}
    said_at: dict[tuple[int, FieldKey], datetime] = {}
    needs: dict[int, dict[str, float]] = defaultdict(dict)
    scores: dict[FieldKey, dict[int, float]] = defaultdict(dict)
    for key in sorted({stored.survey.key for stored in await work.surveys.newest_versions()}):
        stored = await work.surveys.latest(key)
        if stored is None:
            continue
        states[key], completed = await standings(work, key, at)
        _add(found, told_of(key, states[key], completed))
        before = await work.responses.completed_answers(key, before_last=True)
        for person, answers in (await work.responses.completed_answers(key)).items():
            if person < 1:
                continue  # A sealed answer is nobody's.
            if person in before:
                found.values[person] |= changes(stored.survey, before[person], answers)
            at_time = completed.get(person)
            _said(found, said_at, person, facts_said(stored.survey, answers, at_time), at_time)
            derived = derive(stored.survey, answers)
            found.values[person] |= derived.values
            found.labels[person] |= derived.labels
            for name, share in derived.needs.items():
                needs[person][name] = max(needs[person].get(name, 0.0), share)
            for field_key, value in derived.values.items():
                if field_key[0] == "score" and isinstance(value, float):
                    scores[field_key][person] = value
    for person, rate in response_rates(states).items():
        found.values[person]["response_rate",] = rate
    for person, own in needs.items():
        found.values[person] |= {("need", name): share for name, share in own.items()}
        top = top_need(own)
        if top is not None:
            found.values[person]["top_need",] = top
    for field_key, of_people in scores.items():
        for person, place in percentiles(of_people).items():
            found.values[person]["percentile", *field_key[1:]] = place


def _said(
    found: Gathered,
    said_at: dict[tuple[int, FieldKey], datetime],
    person: int,
    said: tuple[Mapping[FieldKey, Known], Mapping[FieldKey, frozenset[str]]],
    at: datetime | None,
) -> None:
    """What somebody told of themselves; of several surveys the one completed last counts."""
    values, sets = said
    when = at or datetime.min.replace(tzinfo=UTC)
    for key in (*values, *sets):
        if said_at.get((person, key), when) > when:
            continue
        said_at[person, key] = when
        if key in values:
            found.said[person][key] = values[key]
        else:
            found.labels[person][key] = sets[key]


def percentiles(scores: Mapping[int, float]) -> dict[int, float]:
    """The share of people (0-100) whose score is no higher."""
    ordered = sorted(scores.values())
    return {
        person: 100 * bisect_right(ordered, score) / len(ordered)
        for person, score in scores.items()
    }


async def _homes(work: UnitOfWork, found: Gathered) -> None:
    """Where the confirmed live; of several flats the one they came to last."""
    newest: dict[int, tuple[Residence, Flat, Building]] = {}
    mates: dict[int, int] = defaultdict(int)
    for building in await work.homes.buildings():
        flats = {flat.id: flat for flat in await work.homes.flats(building.id)}
        for residence in await work.homes.residents(building.id):
            if residence.standing is not Standing.CONFIRMED or residence.until is not None:
                continue
            mates[residence.flat_id] += 1
            known = newest.get(residence.person_id)
            if known is None or known[0].since <= residence.since:
                newest[residence.person_id] = residence, flats[residence.flat_id], building
    for person, (residence, flat, building) in newest.items():
        facts: dict[FieldKey, Known | None] = {
            ("building",): building.name,
            ("entrance",): flat.facts.entrance,
            ("floor",): flat.facts.floor,
            ("flat",): flat.number,
            ("area_share",): flat.facts.share,
            ("home_role",): residence.role.value if residence.role else None,
            ("flatmates",): float(mates[flat.id] - 1),
            ("moved_in",): residence.moved_in,
        }
        found.values[person] |= {key: value for key, value in facts.items() if value is not None}


async def _memberships(work: UnitOfWork, found: Gathered) -> None:
    """The segment of each scheme, by the number under which it was found, and how surely.

    Merged ones keep their own numbers here, so that a merge ends nobody's time with a value;
    `use_cases.rules.merged` lets rules ask for all of them together.
    """
    for scheme in await work.segments.schemes():
        name = scheme.name
        numbers = {each.id: each.number for each in await work.runs.all_segments(scheme.id)}
        for membership in await work.segments.memberships(scheme.id, as_found=True):
            facts = found.values[membership.person_id]
            facts["confidence", name] = membership.confidence
            if membership.segment_id in numbers:
                facts["group", name] = str(numbers[membership.segment_id])
