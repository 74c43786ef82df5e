"""Managers look after segments: a note, a pin, two that become one. It all outlives later runs.

Nothing is rewritten: a segment that is merged into another keeps its own people and its own key in
segmentation, and only shows as the other one. Taking them apart is therefore exact.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from segmentation.run import SegmentationRun
from use_cases.access import require
from use_cases.broadcasting.previews import NoSuchSegment, living_segment
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import AlertKind, Person, Role, Scheme, StoredSegment

NOTE_CHARS_MAX = 500


class NoteUnfit(Exception):
    """A note is longer than NOTE_CHARS_MAX."""


class CannotMerge(Exception):
    """The two are the same one, or of different schemes."""


@dataclass(frozen=True, slots=True)
class AnnotateSegment:
    """A manager writes beside a segment what the others should know of it; "" takes it away."""

    work: UnitOfWork
    clock: Clock

    async def __call__(self, actor: Person, segment_id: int, note: str) -> StoredSegment:
        await require(self.work, actor, Role.MANAGER, "segments.annotate", self.clock)
        segment = await living_segment(self.work, segment_id)
        note = note.strip()
        if len(note) > NOTE_CHARS_MAX:
            raise NoteUnfit
        await self.work.segments.annotate(segment.id, note or None)
        await _noted(self.work, self.clock, actor, "segments.annotate", segment)
        return replace(segment, note=note or None)


@dataclass(frozen=True, slots=True)
class PinSegment:
    """A manager pins a segment: no later run retires it without asking. Or unpins it."""

    work: UnitOfWork
    clock: Clock

    async def __call__(self, actor: Person, segment_id: int, *, pinned: bool) -> StoredSegment:
        await require(self.work, actor, Role.MANAGER, "segments.pin", self.clock)
        segment = await living_segment(self.work, segment_id)
        await self.work.segments.pin(segment.id, pinned)
        act = "segments.pin" if pinned else "segments.unpin"
        await _noted(self.work, self.clock, actor, act, segment)
        return replace(segment, pinned=pinned)


@dataclass(frozen=True, slots=True)
class MergeSegments:
    """A manager lets two segments of a scheme be one: `into` keeps its name, number and colour."""

    work: UnitOfWork
    clock: Clock

    async def __call__(self, actor: Person, segment_id: int, into_id: int) -> StoredSegment:
        await require(self.work, actor, Role.MANAGER, "segments.merge", self.clock)
        held = (await living_segment(self.work, segment_id)).scheme_id
        await self.work.segments.hold(held)  # Two managers may merge the same two, both ways.
        segment = await living_segment(self.work, segment_id)
        into = await living_segment(self.work, into_id)
        if segment_id == into_id or segment.scheme_id != into.scheme_id:
            raise CannotMerge
        if segment.id == into.id:
            return into  # Another tap, or another manager, was faster.
        await self.work.segments.merge(segment.id, into.id)
        detail = f"{segment.id} into {into.id}"
        await self.work.audit.note(actor.id, "segments.merge", at=self.clock.now(), detail=detail)
        await self.work.commit()
        return await living_segment(self.work, into.id)


@dataclass(frozen=True, slots=True)
class SeparateSegments:
    """A manager takes a merged segment apart: every part is again what the runs found."""

    work: UnitOfWork
    clock: Clock

    async def __call__(self, actor: Person, segment_id: int) -> StoredSegment:
        await require(self.work, actor, Role.MANAGER, "segments.separate", self.clock)
        held = (await living_segment(self.work, segment_id)).scheme_id
        await self.work.segments.hold(held)
        segment = await living_segment(self.work, segment_id)
        found = await self.work.segments.segments(held, as_found=True)
        parts = [each.id for each in found if each.merged_into == segment.id]
        if not parts:
            raise NoSuchSegment
        for part in parts:
            await self.work.segments.merge(part, None)
        await _noted(self.work, self.clock, actor, "segments.separate", segment)
        return replace(segment, parts=())


@dataclass(frozen=True, slots=True)
class LookAtSegment:
    """A manager looks at one segment: its scheme, itself, and the parts that it was merged from.

    Raises use_cases.broadcasting.previews.NoSuchSegment if it is gone.
    """

    work: UnitOfWork
    clock: Clock

    async def __call__(
        self, actor: Person, segment_id: int
    ) -> tuple[StoredSegment, tuple[StoredSegment, ...]]:
        await require(self.work, actor, Role.MANAGER, "segments.look", self.clock)
        segment = await living_segment(self.work, segment_id)
        found = await self.work.segments.segments(segment.scheme_id, as_found=True)
        return segment, tuple(each for each in found if each.merged_into == segment.id)


async def lost_pins(
    work: UnitOfWork, scheme: Scheme, run: SegmentationRun
) -> tuple[StoredSegment, ...]:
    """The pinned segments that the run would end."""
    found = {str(segment.id) for segment in run.segments}
    shown = await work.segments.segments(scheme.id)
    return tuple(each for each in shown if each.pinned and found.isdisjoint(each.keys))


async def tell_of_pins(
    work: UnitOfWork, scheme: Scheme, lost: Sequence[StoredSegment], at: datetime
) -> None:
    """Tell managers that a run waits because it would end these pinned segments, once for each run
    in force. Nothing is committed."""
    in_force = await work.segments.latest_run(scheme.id)
    ids = "-".join(str(each.id) for each in lost)
    name = f"pinned:{scheme.id}:{in_force.id if in_force else 0}:{ids}"
    facts = {"segments": [[each.number, each.name] for each in lost]}
    await work.notices.raise_alert(name, AlertKind.PINNED, scheme.survey_key, facts, at=at)


async def _noted(
    work: UnitOfWork, clock: Clock, actor: Person, act: str, segment: StoredSegment
) -> None:
    """What was done and by whom, kept with the deed itself."""
    await work.audit.note(actor.id, act, at=clock.now(), detail=f"segment {segment.id}")
    await work.commit()
