"""The store of schemes, runs, segments and memberships."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from segmentation.grounds import Grounds
from use_cases.records import Person, Scheme, StoredMembership, StoredRun, StoredSegment


class Segments(Protocol):
    async def scheme(self, survey_key: str, grounds: Grounds) -> Scheme:
        """The scheme of that survey on those grounds, made on first use."""
        ...

    async def get_scheme(self, scheme_id: int) -> Scheme | None: ...
    async def schemes(self) -> Sequence[Scheme]: ...
    async def count_themes(self, scheme_id: int, themes: bool) -> None:
        """Let what people say in own words count in the scheme, or leave it out."""
        ...

    async def allow(self, scheme_id: int, smallest: int | None) -> None:
        """Keep how many people a segment of the scheme must have; None: as usual."""
        ...

    async def await_reading(self, waiting: Iterable[tuple[int, int]]) -> None:
        """Note that texts of these people (scheme id, person id) are to be read; a second time
        changes nothing, and whoever is not there is passed over."""
        ...

    async def unread(self, limit: int) -> Sequence[tuple[int, int]]:
        """Whose texts are to be read in which scheme, who waits longest first."""
        ...

    async def read(self, scheme_id: int, people: Iterable[int]) -> None:
        """Note that the texts of these people are read."""
        ...

    async def add_run(
        self, scheme_id: int, document: Mapping[str, object], *, people: int, at: datetime
    ) -> StoredRun: ...
    async def latest_run(self, scheme_id: int) -> StoredRun | None:
        """The run in force: the newest one that was adopted (one without a note was)."""
        ...

    async def set_segments(self, scheme_id: int, keys: Sequence[str]) -> Sequence[StoredSegment]:
        """Make the segments of `keys` that are new, retire those missing, revive those back.

        Returns those of `keys` in their order, as found (merged ones apart); numbers and names of
        old ones stay, and pinned ones are not retired.
        """
        ...

    async def segments(self, scheme_id: int, *, as_found: bool = False) -> Sequence[StoredSegment]:
        """The living ones, by number: merged ones as one, or each as it was found."""
        ...

    async def get_segment(self, segment_id: int) -> StoredSegment | None: ...
    async def rename(self, segment_id: int, name: str) -> None: ...
    async def annotate(self, segment_id: int, note: str | None) -> None: ...
    async def pin(self, segment_id: int, pinned: bool) -> None: ...
    async def hold(self, scheme_id: int) -> None:
        """Until the commit nobody else changes the segments of the scheme; what is read after this
        stays true."""
        ...

    async def merge(self, segment_id: int, into: int | None) -> None:
        """Let a segment, with its parts, show as another of its scheme; None sets it free again."""
        ...

    async def place(self, memberships: Iterable[StoredMembership]) -> None:
        """Set where these people stand now; a membership that changed segment closes the old one.

        A person has one current membership in a scheme; an unchanged segment keeps its `since`.
        """
        ...

    async def memberships(
        self, scheme_id: int, *, as_found: bool = False
    ) -> Sequence[StoredMembership]:
        """All current ones, by person id; merged segments as one, or each as it was found."""
        ...

    async def members(self, segment_id: int) -> Sequence[Person]:
        """Who is in the segment now and consented, by person id; the unreachable included.

        Of merged segments all of them are members, whichever of their ids is asked for.
        """
        ...
