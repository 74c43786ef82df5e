"""Nobody is relabelled by stealth: a run that would change who is where waits for a manager.

The first run of a scheme goes through, and so does one that keeps the segments and moves hardly
anybody (parts of a merged segment are one), or one that cuts by rule (RFM). Any other is kept as
proposed with the places it would give; the run in force stays, and places newcomers. Somebody
approves of the new one or keeps the old, once.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from segmentation.following.count import SegmentCount
from segmentation.following.relabelling import Relabelling, relabelling
from segmentation.run import Membership, SegmentationRun, Verdict
from segmentation.values import Method, Recipe
from use_cases.access import require
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import (
    AlertKind,
    Person,
    ProposedPlace,
    Role,
    RunEntry,
    RunNote,
    RunState,
    Scheme,
    StoredRun,
)
from use_cases.segments.counting import count_after
from use_cases.segments.keeping import lost_pins, tell_of_pins
from use_cases.segments.placing import extras_of, membership, place_others, read_run, run_document
from use_cases.segments.theme_names import named_run

REST = timedelta(days=14)
"""So long no night asks again where a manager kept the old segments."""


class NoProposal(Exception):
    """There is no such run, or nothing waits for a decision any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A run that waits, and what it would change; `drifted` names what answers differ in."""

    run_id: int
    scheme: Scheme
    run: SegmentationRun
    now: int  # segments that are shown: merged ones are one
    then: int
    change: Relabelling
    count: SegmentCount
    drifted: tuple[str, ...] = ()
    resized: bool = (
        False  # Another smallest segment is allowed than when the run in force was made.
    )


def proposed_of(entries: Sequence[RunEntry]) -> RunEntry | None:
    """The run that waits for a decision: there is one at most."""
    waiting = [entry for entry in entries if entry.note.state is RunState.PROPOSED]
    return waiting[-1] if waiting else None


def resized(recipe: Recipe, previous: SegmentationRun | None) -> bool:
    """Whether a manager allows other sizes by now: then no number waits for several runs."""
    had = previous.recipe if previous is not None else recipe
    return (had.floor_people, had.floor_share) != (recipe.floor_people, recipe.floor_share)


def rests(entries: Sequence[RunEntry], note: RunNote, now: datetime) -> bool:
    """Whether the nightly job leaves the scheme alone: nobody answered since the newest run, or a
    manager kept the old one not long ago."""
    if entries and entries[-1].note.fingerprint == note.fingerprint:
        return True
    kept = [
        entry.note.settled_at
        for entry in entries
        if entry.note.state is RunState.DECLINED and entry.note.settled_by is not None
    ]
    return any(at is not None and now - at < REST for at in kept)


async def keep_run(
    work: UnitOfWork,
    scheme: Scheme,
    run: SegmentationRun,
    note: RunNote,
    *,
    by: int | None,
    at: datetime,
    drifted: tuple[str, ...] = (),
    hasty: bool = False,
) -> RunState:
    """Keep a run just computed, for ever; let it through, or propose it. Nothing is committed."""
    entries = await work.runs.entries(scheme.id)
    standing = await work.segments.latest_run(scheme.id)
    before = await _keys_by_person(work, scheme)
    living = await _living(work, scheme)
    lost = await lost_pins(work, scheme, run)
    state = RunState.ADOPTED
    if standing is not None and living:
        found = [str(segment.id) for segment in run.segments]
        merged = await _shown_as(work, scheme)
        change = relabelling(before, _after(run), living, found, merged)
        if run.verdict is Verdict.TOO_FEW:
            state = RunState.DECLINED  # So few have answered: that proves nothing against it.
        elif lost or not (change.slight or run.recipe.method is Method.RFM):
            state = RunState.PROPOSED
    stored = await work.segments.add_run(
        scheme.id, run_document(run, drifted, hasty=hasty), people=run.people, at=at
    )
    await work.runs.note(stored.id, _noted(note, run, state))
    earlier = proposed_of(entries)
    if earlier is not None and state is not RunState.DECLINED:
        await work.runs.settle(earlier.id, RunState.REPLACED, by=None, at=at)
    if state is RunState.ADOPTED:
        await adopt(work, scheme, stored, run.memberships, at=at)
    elif state is RunState.PROPOSED:
        await work.runs.propose(stored.id, _places(run))
        if lost:
            await tell_of_pins(work, scheme, lost, at)
        elif earlier is None:
            facts = {"scheme": scheme.id, "by": by}
            await work.notices.raise_alert(
                f"proposal:{stored.id}", AlertKind.PROPOSAL, scheme.survey_key, facts, at=at
            )
    return state


async def adopt(
    work: UnitOfWork,
    scheme: Scheme,
    stored: StoredRun,
    places: Mapping[int, Membership],
    *,
    at: datetime,
) -> None:
    """Put the run in force: its segments live, its people stand in them, it places the others."""
    run = read_run(stored)
    keys = [str(segment.id) for segment in run.segments]
    living = {s.key: s for s in await work.segments.set_segments(scheme.id, keys)}
    there = {person.id for person in await work.people.get_many(places)}
    await work.segments.place(
        membership(person, placed, stored, living, at)
        for person, placed in sorted(places.items())
        if person in there
    )
    await place_others(work, scheme, stored, run, living, known=frozenset(places), at=at)


class Outcome(StrEnum):
    """What came of a tap on a proposal."""

    APPROVED = "approved"
    KEPT = "kept"
    WAS_APPROVED = "was-approved"  # Somebody was faster, maybe by the same tap.
    WAS_KEPT = "was-kept"
    NEWER = "newer"  # Another run waits in its place.
    PINNED = "pinned"  # It would end a pinned segment, which has to be unpinned first.


@dataclass(frozen=True, slots=True)
class DecideOnRun:
    """A manager approves of a proposed run, or keeps the old one; the first decision stands."""

    work: UnitOfWork
    clock: Clock

    async def look(self, actor: Person, scheme_id: int) -> Proposal:
        """What waits for a decision in the scheme; raises NoProposal if nothing does."""
        await require(self.work, actor, Role.MANAGER, "segments.decide", self.clock)
        return await proposal_in(self.work, scheme_id)

    async def __call__(self, actor: Person, run_id: int, *, approve: bool) -> tuple[Outcome, int]:
        """What came of it, and the scheme; raises NoProposal for a run that never waited."""
        await require(self.work, actor, Role.MANAGER, "segments.decide", self.clock)
        stored = await self.work.runs.get(run_id)
        scheme = await self.work.segments.get_scheme(stored.scheme_id) if stored else None
        if stored is None or scheme is None:
            raise NoProposal
        now = self.clock.now()
        places = await self.work.runs.places(run_id)
        state = RunState.ADOPTED if approve else RunState.DECLINED
        if approve and places and await lost_pins(self.work, scheme, read_run(stored)):
            return Outcome.PINNED, scheme.id
        if not await self.work.runs.settle(run_id, state, by=actor.id, at=now):
            await self.work.rollback()
            return await self._late(scheme, run_id), scheme.id
        if approve:
            found = {place.person_id: _place_again(place) for place in places}
            await adopt(self.work, scheme, stored, found, at=now)
        act = "segments.approve" if approve else "segments.keep"
        await self.work.audit.note(actor.id, act, at=now, detail=str(run_id))
        await self.work.commit()
        return (Outcome.APPROVED if approve else Outcome.KEPT), scheme.id

    async def _late(self, scheme: Scheme, run_id: int) -> Outcome:
        entries = await self.work.runs.entries(scheme.id)
        entry = next((each for each in entries if each.id == run_id), None)
        match entry.note.state if entry is not None else None:
            case RunState.ADOPTED:
                return Outcome.WAS_APPROVED
            case RunState.DECLINED:
                return Outcome.WAS_KEPT
            case RunState.REPLACED if proposed_of(entries) is not None:
                return Outcome.NEWER
        raise NoProposal


async def proposal_in(work: UnitOfWork, scheme_id: int) -> Proposal:
    """What waits in the scheme, held against the present; raises NoProposal if nothing does."""
    scheme = await work.segments.get_scheme(scheme_id)
    entries = await work.runs.entries(scheme_id)
    entry = proposed_of(entries)
    stored = await work.runs.get(entry.id) if entry is not None else None
    if scheme is None or stored is None:
        raise NoProposal
    run = await named_run(work, scheme.id, stored)
    living = await _living(work, scheme)
    after = {place.person_id: place.segment_key for place in await work.runs.places(stored.id)}
    found = [str(segment.id) for segment in run.segments]
    before = await _keys_by_person(work, scheme)
    merged = await _shown_as(work, scheme)
    standing = await work.segments.latest_run(scheme.id)
    return Proposal(
        run_id=stored.id,
        scheme=scheme,
        run=run,
        now=len({merged.get(key, key) for key in living}),
        then=len({merged.get(key, key) for key in found}),
        change=relabelling(before, after, living, found, merged),
        count=count_after(entries, len(living)),
        drifted=extras_of(stored),
        resized=standing is not None and resized(run.recipe, read_run(standing)),
    )


async def _living(work: UnitOfWork, scheme: Scheme) -> list[str]:
    """The keys of the segments that live, merged ones apart."""
    return [each.key for each in await work.segments.segments(scheme.id, as_found=True)]


async def _shown_as(work: UnitOfWork, scheme: Scheme) -> dict[str, str]:
    """The keys of all segments, each with that of the one that it shows as."""
    known = await work.runs.all_segments(scheme.id)
    keys = {segment.id: segment.key for segment in known}
    return {segment.key: keys[segment.stands_as] for segment in known}


async def _keys_by_person(work: UnitOfWork, scheme: Scheme) -> dict[int, str | None]:
    """Where everybody stands now, by the keys of segments."""
    found = await work.segments.segments(scheme.id, as_found=True)
    keys = {segment.id: segment.key for segment in found}
    standing = await work.segments.memberships(scheme.id, as_found=True)
    return {m.person_id: keys.get(m.segment_id or 0) for m in standing}


def _after(run: SegmentationRun) -> dict[int, str | None]:
    return {
        person: str(placed.segment) if placed.decided else None
        for person, placed in run.memberships.items()
    }


def _places(run: SegmentationRun) -> list[ProposedPlace]:
    return [
        ProposedPlace(
            person_id=person,
            segment_key=str(placed.segment) if placed.decided else None,
            confidence=placed.probability,
        )
        for person, placed in sorted(run.memberships.items())
    ]


def _place_again(place: ProposedPlace) -> Membership:
    if place.segment_key is None:
        return Membership(None, place.confidence, False)
    return Membership(int(place.segment_key), place.confidence, True)


def _noted(note: RunNote, run: SegmentationRun, state: RunState) -> RunNote:
    return RunNote(best=note.best, chosen=run.chosen, fingerprint=note.fingerprint, state=state)
