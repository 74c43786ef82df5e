"""How well segments foretell an outcome that they were not made of, out of sample."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from use_cases.records import StoredMembership
from use_cases.segments.outcomes import Outcome
from use_cases.segments.segmenting import SchemeView

PEOPLE_MAX = 5_000  # A sample of these tells as much and does not hold anybody up.


@dataclass(frozen=True, slots=True, kw_only=True)
class Foretold:
    """How much of the squared error one scheme takes away from an outcome, with its interval."""

    outcome: Outcome
    skill: float
    low: float
    high: float

    @property
    def surely(self) -> bool:
        """Whether chance hardly explains it."""
        return self.low > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One outcome, both schemes: `difference` is first minus second; `better` None: cannot tell,
    or even the better one foretells no more than chance."""

    outcome: Outcome
    first: float
    second: float
    difference: float
    low: float
    high: float
    better: int | None = None  # 1 or 2


@dataclass(frozen=True, slots=True)
class Posterior:
    """Where everybody stands, softened by how surely; the undecided are left out."""

    segments: int
    places: Mapping[int, tuple[int, float]]

    @classmethod
    def of(cls, view: SchemeView, placed: Sequence[StoredMembership]) -> "Posterior":
        place = {segment.id: at for at, segment in enumerate(view.segments)}
        return cls(
            len(place),
            {
                m.person_id: (place[m.segment_id], m.confidence)
                for m in placed
                if m.segment_id in place
            },
        )

    def over(self, people: Sequence[int]) -> list[list[float]]:
        """Probabilities of the segments, a row a person."""
        others = max(self.segments - 1, 1)
        found = []
        for person in people:
            at, sure = self.places[person]
            row = [(1 - sure) / others] * self.segments
            row[at] = sure
            found.append(row)
        return found


def _sampled(people: set[int]) -> list[int]:
    """At most PEOPLE_MAX of them, evenly by id."""
    ordered = sorted(people)
    step = -(-len(ordered) // PEOPLE_MAX)
    return ordered[:: max(step, 1)]


def foretold_by(posterior: Posterior, outcomes: Sequence[Outcome]) -> tuple[Foretold, ...]:
    found = []
    for outcome in outcomes:
        told = _contest({"a": posterior}, outcome)
        if told is not None:
            (skill,), _ = told
            found.append(
                Foretold(
                    outcome=outcome.nameless, skill=skill.skill, low=skill.low, high=skill.high
                )
            )
    return tuple(sorted(found, key=lambda each: (not each.surely, -each.skill)))


def _contest(
    posteriors: Mapping[str, Posterior], outcome: Outcome
) -> tuple[tuple[Any, ...], tuple[Any, ...]] | None:
    """Skills and contests over the people in all of the schemes; None: they do not suffice."""
    import numpy as np

    from segmentation.evidence.outcomes import PEOPLE_MIN, compared

    common = set(outcome.values)
    for posterior in posteriors.values():
        common &= set(posterior.places)
    people = _sampled(common)
    values = np.array([outcome.values[person] for person in people])
    if len(people) < PEOPLE_MIN or values.std() <= 0:
        return None
    return compared({name: np.array(p.over(people)) for name, p in posteriors.items()}, values)


def rounds_of(
    first: Posterior, second: Posterior, outcomes: Sequence[Outcome]
) -> tuple[Round, ...]:
    found = []
    for outcome in outcomes:
        told = _contest({"1": first, "2": second}, outcome)
        if told is None:
            continue
        skills, (contest,) = told
        sure = {skill.scheme for skill in skills if skill.low > 0}
        by_name = {skill.scheme: skill.skill for skill in skills}
        turned = contest.first == "2"
        low, high = (-contest.high, -contest.low) if turned else (contest.low, contest.high)
        found.append(
            Round(
                outcome=outcome.nameless,
                first=by_name["1"],
                second=by_name["2"],
                difference=-contest.difference if turned else contest.difference,
                low=low,
                high=high,
                better=int(contest.better) if contest.better in sure else None,
            )
        )
    return tuple(found)
