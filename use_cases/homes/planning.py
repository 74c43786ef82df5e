"""What an import would do: every row's fate, before anything is written."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum

from use_cases.homes.names import building_key, number_key
from use_cases.homes.roster_rows import Reason, RefusedRow, RosterRow
from use_cases.records import Building, Flat, FlatFacts, Place

_LIKE = 0.75
_FACTS = ("entrance", "floor", "area", "share")
_PLACE = ("district", "city", "region")


class Fate(StrEnum):
    """What becomes of a row; ABSENT flats are in the roster and not in the file: they stay."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    DOUBTFUL = "doubtful"
    REFUSED = "refused"
    ABSENT = "absent"


Change = tuple[str, object, object]
"""Which fact, what it was, what it will be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowFate:
    """One row, or one flat that the file leaves out (row 0)."""

    row: int
    building: str
    flat: str
    fate: Fate
    reason: Reason | None = None
    hint: str = ""  # The other building that the reason means, or the earlier row.
    changes: tuple[Change, ...] = ()
    read: RosterRow | None = None
    known: Flat | None = None


@dataclass(frozen=True, slots=True)
class RosterPlan:
    """The fates in the order of the file, then the absent flats."""

    fates: Sequence[RowFate]

    def count(self, fate: Fate) -> int:
        return self.counts[fate]

    @property
    def counts(self) -> Counter[Fate]:
        return Counter(each.fate for each in self.fates)

    def to_write(self, *, doubtful: bool) -> Sequence[RowFate]:
        """The rows that an import writes; doubtful ones only where a manager says so."""
        wanted = {Fate.NEW, Fate.CHANGED} | ({Fate.DOUBTFUL} if doubtful else set())
        return [each for each in self.fates if each.fate in wanted]


class _Known:
    """What the roster says before the import, by the keys by which names are compared."""

    def __init__(self, homes: Mapping[Building, Sequence[Flat]]) -> None:
        self.buildings = {building_key(b.name): b for b in homes}
        self.flats = {
            (building_key(b.name), number_key(flat.number)): flat
            for b, flats in homes.items()
            for flat in flats
        }

    def like(self, key: str, others: Iterable[str]) -> str | None:
        """A building that is called nearly so: same numbers, other letters."""
        digits, letters = _parted(key)
        for other in others:
            theirs, other_letters = _parted(other)
            alike = SequenceMatcher(None, letters, other_letters).ratio() if letters else 0.0
            if key != other and digits == theirs and alike >= _LIKE:
                return other
        return None


def plan_import(
    rows: Iterable[RosterRow | RefusedRow], homes: Mapping[Building, Sequence[Flat]]
) -> RosterPlan:
    """Every row's fate, given what the roster knows."""
    known = _Known(homes)
    named = {key: building.name for key, building in known.buildings.items()}
    said: dict[tuple[str, str], RosterRow] = {}
    fates: list[RowFate] = []
    for row in rows:
        if isinstance(row, RefusedRow):
            fates.append(
                RowFate(row=row.number, building=row.building, flat=row.flat,
                        fate=Fate.REFUSED, reason=row.reason)
            )  # fmt: skip
            continue
        key = (building_key(row.building), number_key(row.facts.number))
        fates.append(_fate(row, key, known, named, said.get(key)))
        said.setdefault(key, row)
        named.setdefault(key[0], row.building)
    return RosterPlan([*fates, *_absent(homes, said)])


def _fate(
    row: RosterRow,
    key: tuple[str, str],
    known: _Known,
    named: Mapping[str, str],
    earlier: RosterRow | None,
) -> RowFate:
    fate = RowFate(
        row=row.number, building=row.building, flat=row.facts.number, fate=Fate.NEW, read=row
    )
    if earlier is not None:
        same = replace(earlier, number=0, doubt=None) == replace(row, number=0, doubt=None)
        return replace(
            fate,
            fate=Fate.UNCHANGED if same else Fate.REFUSED,
            reason=Reason.SAID_TWICE if same else Reason.SAID_OTHERWISE,
            hint=str(earlier.number),
        )
    flat, building = known.flats.get(key), known.buildings.get(key[0])
    if flat is not None and building is not None:
        changes = (
            *_changes(flat.facts, row.facts, _FACTS),
            *_changes(building.place, row.place, _PLACE),
        )
        fate = replace(fate, known=flat, changes=changes,
                       fate=Fate.CHANGED if changes else Fate.UNCHANGED)  # fmt: skip
        if not changes:
            return fate
    if row.doubt is not None:
        return replace(fate, fate=Fate.DOUBTFUL, reason=row.doubt)
    like = known.like(key[0], named) if key[0] not in named else None
    if like is not None:
        return replace(fate, fate=Fate.DOUBTFUL, reason=Reason.BUILDING_LIKE, hint=named[like])
    return fate


def _changes(
    before: FlatFacts | Place, now: FlatFacts | Place, names: Sequence[str]
) -> tuple[Change, ...]:
    """Facts that differ; an empty cell takes nothing away."""
    pairs = ((name, getattr(before, name), getattr(now, name)) for name in names)
    return tuple((name, was, new) for name, was, new in pairs if new is not None and new != was)


def _absent(
    homes: Mapping[Building, Sequence[Flat]], said: Mapping[tuple[str, str], RosterRow]
) -> list[RowFate]:
    """Flats of the buildings that the file names, which the file leaves out."""
    meant = {key for key, _ in said}
    return [
        RowFate(row=0, building=building.name, flat=flat.number, fate=Fate.ABSENT, known=flat)
        for building, flats in homes.items()
        if building_key(building.name) in meant
        for flat in flats
        if (building_key(building.name), number_key(flat.number)) not in said
    ]


def _parted(key: str) -> tuple[tuple[str, ...], str]:
    return tuple(re.findall(r"\d+", key)), "".join(re.findall(r"[^\d\s]+", key))
