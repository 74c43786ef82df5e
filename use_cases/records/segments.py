"""Schemes, their runs, segments, and who stands where."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from segmentation.grounds import Grounds


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """One way of segmenting: a survey's key and what of it the scheme rests on.

    `survey_key` is "" where it rests on what people did. `themes`: what people say in own words
    counts too. `smallest` is how many people a manager wants in a segment at least; None: as usual.
    """

    id: int
    survey_key: str
    grounds: Grounds
    themes: bool = True
    smallest: int | None = None

    @property
    def name(self) -> str:
        """What rules call it: "house/needs", "rfm"."""
        return f"{self.survey_key}/{self.grounds}" if self.survey_key else self.grounds.key


class RunState(StrEnum):
    """What became of a run: of the adopted ones the newest is in force."""

    ADOPTED = "adopted"
    PROPOSED = "proposed"  # Would relabel people: a manager is to decide.
    DECLINED = "declined"
    REPLACED = "replaced"  # Nobody had decided when the next run came.


@dataclass(frozen=True, slots=True, kw_only=True)
class RunNote:
    """What is remembered of a run beside its document.

    `best` is the number of segments that the answers alone asked for, None where the run rests on
    the very answers of an earlier one; `chosen` is how many it has. `fingerprint` tells equal
    answers. `settled_by` is the manager who decided; nobody where it went through by itself.
    """

    best: int | None = None
    chosen: int | None = None
    fingerprint: str | None = None
    state: RunState = RunState.ADOPTED
    settled_by: int | None = None
    settled_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RunEntry:
    """A run in the list of all runs of its scheme."""

    id: int
    people: int
    created_at: datetime
    note: RunNote


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredRun:
    """One fit of a scheme; `document` is segmentation's own JSON form of a SegmentationRun."""

    id: int
    scheme_id: int
    document: Mapping[str, object]
    people: int
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedPlace:
    """Where a proposed run would put a person; `segment_key` None is undecided."""

    person_id: int
    segment_key: str | None
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredSegment:
    """A segment that managers see. `key` is segmentation's stable id within the scheme.

    `number` counts from 1 within the scheme and fixes its colour for ever; `name` is what a manager
    wrote (None: the proposed one is shown); `note` is a manager's too; `retired` ones no longer get
    members. A `pinned` one is never retired by a run. One that is `merged_into` another (its id)
    shows as that one everywhere; `parts` are the keys of those merged into this one.
    """

    id: int
    scheme_id: int
    key: str
    number: int
    name: str | None = None
    retired: bool = False
    note: str | None = None
    pinned: bool = False
    merged_into: int | None = None
    parts: tuple[str, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """Its own key in segmentation, and those of its parts."""
        return self.key, *self.parts

    @property
    def stands_as(self) -> int:
        """The id of the segment that it shows as."""
        return self.id if self.merged_into is None else self.merged_into


def as_shown(found: Iterable[StoredSegment]) -> list[StoredSegment]:
    """A scheme's segments as managers see them: merged ones are one, which lives while any does."""
    everything = sorted(found, key=lambda segment: segment.number)
    parts: dict[int, list[StoredSegment]] = defaultdict(list)
    for segment in everything:
        if segment.merged_into is not None:
            parts[segment.merged_into].append(segment)
    return [
        replace(
            segment,
            parts=tuple(part.key for part in parts[segment.id]),
            retired=segment.retired and all(part.retired for part in parts[segment.id]),
        )
        for segment in everything
        if segment.merged_into is None
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredMembership:
    """Where a person stands in a scheme now; `segment_id` None is undecided."""

    person_id: int
    scheme_id: int
    segment_id: int | None
    run_id: int
    confidence: float
    since: datetime
