"""The store of what became of runs: decisions on them, proposed places, what was learnt later."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from use_cases.records import (
    ProposedPlace,
    RunEntry,
    RunNote,
    RunState,
    ShortSurvey,
    StoredRun,
    StoredSegment,
)


class Runs(Protocol):
    async def note(self, run_id: int, note: RunNote) -> None:
        """Remember this of a run just added."""
        ...

    async def get(self, run_id: int) -> StoredRun | None: ...
    async def entries(self, scheme_id: int) -> Sequence[RunEntry]:
        """All runs of the scheme by id, without their documents."""
        ...

    async def settle(self, run_id: int, state: RunState, *, by: int | None, at: datetime) -> bool:
        """Decide on a proposed run; False if it was decided on before. Of two only one gets True.

        The places that it proposed are forgotten: read them first.
        """
        ...

    async def propose(self, run_id: int, places: Iterable[ProposedPlace]) -> None:
        """Keep where the run would put people; whoever was erased meanwhile is left out."""
        ...

    async def places(self, run_id: int) -> Sequence[ProposedPlace]:
        """By person id; nobody once it is decided."""
        ...

    async def all_segments(self, scheme_id: int) -> Sequence[StoredSegment]:
        """The segments of the scheme that live or ever lived, by number."""
        ...

    async def standing(self, scheme_id: int, at: datetime) -> Mapping[int, int | None]:
        """Person id -> segment id (None: undecided) as people stood at that moment."""
        ...

    async def keep_golden(self, run_id: int, document: Mapping[str, object]) -> None:
        """Keep what its golden questions are worth."""
        ...

    async def golden(self, run_id: int) -> Mapping[str, object] | None: ...
    async def offer_short(self, short: ShortSurvey) -> None:
        """Open or close the short survey of a scheme: it has one at most."""
        ...

    async def short_surveys(self) -> Sequence[ShortSurvey]:
        """All that were ever opened, by scheme."""
        ...
