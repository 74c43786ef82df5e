"""The store that exports read from, in portions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from surveys.questions import QuestionKey, Survey
from use_cases.records.exports import ExportedResponse


@dataclass(frozen=True, slots=True)
class Extent:
    """How much there is to export at a moment: real responses, and the last one's number;
    ballots of a sealed survey besides."""

    responses: int
    last_id: int
    ballots: int = 0


BoxPlace = tuple[int, int]
"""Which box of ballots: of which version on the shelf, and its number there."""

BEFORE_ALL: BoxPlace = (0, 0)


class Exports(Protocol):
    async def published(self) -> Sequence[Survey]:
        """The newest published version of every survey, closed ones too, the newest first."""
        ...

    async def versions(self, survey_key: str) -> Sequence[Survey]:
        """Every version that was ever published, in the order of publication."""
        ...

    async def extent(self, survey_key: str) -> Extent: ...

    async def portion(
        self, survey_key: str, *, after: int, last_id: int, limit: int
    ) -> Sequence[ExportedResponse]:
        """The next real (not test) responses with `after` < id <= `last_id`, by id.

        Each is read whole by one statement. What they answer afterwards is not in it.
        """
        ...

    async def seconds(
        self, survey_key: str, *, last_id: int
    ) -> Mapping[QuestionKey, Mapping[float, int]]:
        """Of each question how many took so many seconds, in real completed responses up to that
        one; confirmed answers and those of unknown time are left out."""
        ...

    async def box(
        self, survey_key: str, *, after: BoxPlace
    ) -> tuple[BoxPlace, Sequence[ExportedResponse]] | None:
        """The next box of ballots and its place; None after the last."""
        ...
