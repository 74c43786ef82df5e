"""What became of runs, in memory."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from tests.storage.memory import MemoryTransaction, as_json
from use_cases.records import (
    ProposedPlace,
    RunEntry,
    RunNote,
    RunState,
    ShortSurvey,
    StoredRun,
    StoredSegment,
)


@dataclass(frozen=True, slots=True)
class RunsInMemory:
    """use_cases.ports.runs.Runs in memory."""

    transaction: MemoryTransaction

    async def note(self, run_id: int, note: RunNote) -> None:
        (await self.transaction.writing()).run_notes[run_id] = note

    async def get(self, run_id: int) -> StoredRun | None:
        return self.transaction.tables.runs.get(run_id)

    async def entries(self, scheme_id: int) -> Sequence[RunEntry]:
        tables = self.transaction.tables
        return [
            RunEntry(
                id=run.id,
                people=run.people,
                created_at=run.created_at,
                note=tables.run_notes.get(run.id, RunNote()),
            )
            for _, run in sorted(tables.runs.items())
            if run.scheme_id == scheme_id
        ]

    async def settle(self, run_id: int, state: RunState, *, by: int | None, at: datetime) -> bool:
        tables = await self.transaction.writing()
        note = tables.run_notes.get(run_id)
        if note is None or note.state is not RunState.PROPOSED:
            return False
        tables.run_notes[run_id] = replace(note, state=state, settled_by=by, settled_at=at)
        tables.proposed = {k: p for k, p in tables.proposed.items() if k[0] != run_id}
        return True

    async def propose(self, run_id: int, places: Iterable[ProposedPlace]) -> None:
        tables = await self.transaction.writing()
        for place in places:
            if place.person_id in tables.people:
                tables.proposed[run_id, place.person_id] = place

    async def places(self, run_id: int) -> Sequence[ProposedPlace]:
        kept = sorted(self.transaction.tables.proposed.items())
        return [place for (run, _), place in kept if run == run_id]

    async def all_segments(self, scheme_id: int) -> Sequence[StoredSegment]:
        every = self.transaction.tables.segments.values()
        return sorted((s for s in every if s.scheme_id == scheme_id), key=lambda s: s.number)

    async def standing(self, scheme_id: int, at: datetime) -> Mapping[int, int | None]:
        tables = self.transaction.tables
        found = {
            m.person_id: m.segment_id
            for m, until in tables.past.values()
            if m.scheme_id == scheme_id and m.since <= at < until
        }
        found |= {
            m.person_id: m.segment_id
            for (scheme, _), m in tables.memberships.items()
            if scheme == scheme_id and m.since <= at
        }
        return dict(sorted(found.items()))

    async def keep_golden(self, run_id: int, document: Mapping[str, object]) -> None:
        (await self.transaction.writing()).golden[run_id] = as_json(document)

    async def golden(self, run_id: int) -> Mapping[str, object] | None:
        return self.transaction.tables.golden.get(run_id)

    async def offer_short(self, short: ShortSurvey) -> None:
        (await self.transaction.writing()).short_surveys[short.scheme_id] = short

    async def short_surveys(self) -> Sequence[ShortSurvey]:
        return [each for _, each in sorted(self.transaction.tables.short_surveys.items())]
