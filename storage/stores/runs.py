"""What became of runs, and where proposed ones would put people."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from storage.stores.segments import segment_of
from storage.tables import (
    memberships,
    people,
    proposed_places,
    run_notes,
    runs,
    segments,
    short_surveys,
)
from storage.transaction import Insert, Transaction, inserting
from use_cases.records import (
    ProposedPlace,
    RunEntry,
    RunNote,
    RunState,
    ShortSurvey,
    StoredRun,
    StoredSegment,
)

_NOTES = (
    run_notes.c.state,
    run_notes.c.best,
    run_notes.c.chosen,
    run_notes.c.fingerprint,
    run_notes.c.settled_by,
    run_notes.c.settled_at,
)
# Whoever was erased since the run began is proposed for nothing.
_PROPOSE = proposed_places.insert().from_select(
    ["run_id", "person_id", "segment_key", "confidence"],
    sa.select(
        sa.bindparam("by_run", type_=proposed_places.c.run_id.type),
        people.c.id,
        sa.bindparam("in_segment", type_=proposed_places.c.segment_key.type),
        sa.bindparam("how_sure", type_=proposed_places.c.confidence.type),
    ).where(people.c.id == sa.bindparam("of_person")),
)
_KEEP_GOLDEN = inserting(
    lambda insert: insert(run_notes).on_conflict_do_update(
        index_elements=["run_id"], set_={"golden": insert(run_notes).excluded.golden}
    )
)


def _offering(insert: Insert) -> Any:
    """A scheme's short survey takes the place of the one before."""
    offered = insert(short_surveys)
    names = ("confidence", "most", "open", "opened_at")
    new = {name: offered.excluded[name] for name in names}
    return offered.on_conflict_do_update(index_elements=["scheme_id"], set_=new)


_OFFER_SHORT = inserting(_offering)


def _note(row: Any) -> RunNote:
    """The note of a run; one without a note was adopted."""
    return RunNote(
        best=row.best,
        chosen=row.chosen,
        fingerprint=row.fingerprint,
        state=RunState(row.state) if row.state is not None else RunState.ADOPTED,
        settled_by=row.settled_by,
        settled_at=row.settled_at,
    )


@dataclass(frozen=True, slots=True)
class RunsTable:
    """use_cases.ports.runs.Runs over the notes of runs, proposed places and memberships."""

    transaction: Transaction

    async def note(self, run_id: int, note: RunNote) -> None:
        row = {
            "run_id": run_id,
            "state": note.state,
            "best": note.best,
            "chosen": note.chosen,
            "fingerprint": note.fingerprint,
            "settled_by": note.settled_by,
            "settled_at": note.settled_at,
        }
        await self.transaction.write(run_notes.insert(), row)

    async def get(self, run_id: int) -> StoredRun | None:
        one = sa.select(runs).where(runs.c.id == run_id)
        row = (await self.transaction.read(one)).first()
        if row is None:
            return None
        return StoredRun(
            id=row.id,
            scheme_id=row.scheme_id,
            document=row.document,
            people=row.people,
            created_at=row.created_at,
        )

    async def entries(self, scheme_id: int) -> Sequence[RunEntry]:
        listed = (
            sa.select(runs.c.id, runs.c.people, runs.c.created_at, *_NOTES)
            .outerjoin(run_notes)
            .where(runs.c.scheme_id == scheme_id)
            .order_by(runs.c.id)
        )
        return [
            RunEntry(id=row.id, people=row.people, created_at=row.created_at, note=_note(row))
            for row in await self.transaction.read(listed)
        ]

    async def settle(self, run_id: int, state: RunState, *, by: int | None, at: datetime) -> bool:
        decided = (
            run_notes.update()
            .where(run_notes.c.run_id == run_id, run_notes.c.state == RunState.PROPOSED)
            .values(state=state, settled_by=by, settled_at=at)
        )
        if not (await self.transaction.write(decided)).rowcount:
            return False
        await self.transaction.write(
            proposed_places.delete().where(proposed_places.c.run_id == run_id)
        )
        return True

    async def propose(self, run_id: int, places: Iterable[ProposedPlace]) -> None:
        rows = [
            {
                "by_run": run_id,
                "of_person": place.person_id,
                "in_segment": place.segment_key,
                "how_sure": place.confidence,
            }
            for place in places
        ]
        if rows:
            await self.transaction.write(_PROPOSE, rows)

    async def places(self, run_id: int) -> Sequence[ProposedPlace]:
        kept = (
            sa.select(proposed_places)
            .where(proposed_places.c.run_id == run_id)
            .order_by(proposed_places.c.person_id)
        )
        return [
            ProposedPlace(
                person_id=row.person_id, segment_key=row.segment_key, confidence=row.confidence
            )
            for row in await self.transaction.read(kept)
        ]

    async def all_segments(self, scheme_id: int) -> Sequence[StoredSegment]:
        every = sa.select(segments).where(segments.c.scheme_id == scheme_id)
        return [
            segment_of(row)
            for row in await self.transaction.read(every.order_by(segments.c.number))
        ]

    async def standing(self, scheme_id: int, at: datetime) -> Mapping[int, int | None]:
        then = (
            sa.select(memberships.c.person_id, memberships.c.segment_id)
            .where(
                memberships.c.scheme_id == scheme_id,
                memberships.c.since <= at,
                sa.or_(memberships.c.until.is_(None), memberships.c.until > at),
            )
            .order_by(memberships.c.person_id)
        )
        return {row.person_id: row.segment_id for row in await self.transaction.read(then)}

    async def offer_short(self, short: ShortSurvey) -> None:
        row = {
            "scheme_id": short.scheme_id,
            "confidence": short.confidence,
            "most": short.most,
            "open": short.open,
            "opened_at": short.opened_at,
        }
        await self.transaction.write(_OFFER_SHORT, row)

    async def short_surveys(self) -> Sequence[ShortSurvey]:
        every = sa.select(short_surveys).order_by(short_surveys.c.scheme_id)
        return [
            ShortSurvey(
                scheme_id=row.scheme_id,
                confidence=row.confidence,
                most=row.most,
                open=row.open,
                opened_at=row.opened_at,
            )
            for row in await self.transaction.read(every)
        ]

    async def keep_golden(self, run_id: int, document: Mapping[str, object]) -> None:
        row = {"run_id": run_id, "state": RunState.ADOPTED, "golden": document}
        await self.transaction.write(_KEEP_GOLDEN, row)

    async def golden(self, run_id: int) -> Mapping[str, object] | None:
        kept = sa.select(run_notes.c.golden).where(run_notes.c.run_id == run_id)
        row = (await self.transaction.read(kept)).first()
        return row.golden if row is not None else None
