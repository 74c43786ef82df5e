"""What exports read, in memory."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from surveys.answers import from_json
from surveys.quality.speeding import timed
from surveys.questions import QuestionKey, Survey
from tests.storage.memory import MemoryTransaction
from use_cases.ports.exports import BoxPlace, Extent
from use_cases.records import StoredResponse, StoredSurvey, SurveyStatus
from use_cases.records.exports import ExportedResponse


@dataclass(frozen=True, slots=True)
class ExportsInMemory:
    """use_cases.ports.exports.Exports in memory."""

    transaction: MemoryTransaction

    async def published(self) -> Sequence[Survey]:
        newest = {each.survey.key: each.survey for each in self._published()}
        order = [each.survey.key for each in reversed(self._published())]
        return [newest[key] for key in dict.fromkeys(order)]

    async def versions(self, survey_key: str) -> Sequence[Survey]:
        return [s.survey for s in self._published() if s.survey.key == survey_key]

    async def extent(self, survey_key: str) -> Extent:
        real = list(self._real(survey_key))
        boxed = sum(len(ballots) for _, ballots in self._boxes(survey_key))
        return Extent(len(real), max((each.id for each in real), default=0), boxed)

    async def portion(
        self, survey_key: str, *, after: int, last_id: int, limit: int
    ) -> Sequence[ExportedResponse]:
        tables = self.transaction.tables
        return [
            ExportedResponse(
                id=each.id,
                version=tables.surveys[each.survey_id].survey.version,
                person_id=each.person_id,
                source=each.source,
                assisted=each.assisted,
                started_at=each.started_at,
                touched_at=tables.touched[each.id],
                completed_at=each.completed_at,
                completed=each.completed_at is not None,
                answers=each.response.answers,
                seconds=timed(each.traces),
                language=tables.people[each.person_id].language if each.person_id else "",
            )
            for each in self._real(survey_key)
            if after < each.id <= last_id
        ][:limit]

    async def seconds(
        self, survey_key: str, *, last_id: int
    ) -> Mapping[QuestionKey, Mapping[float, int]]:
        found: dict[QuestionKey, Counter[float]] = {}
        for each in self._real(survey_key):
            if each.completed_at is None or each.id > last_id:
                continue
            for key, seconds in timed(each.traces).items():
                found.setdefault(key, Counter())[seconds] += 1
        return found

    async def box(
        self, survey_key: str, *, after: BoxPlace
    ) -> tuple[BoxPlace, Sequence[ExportedResponse]] | None:
        following = [box for box in self._boxes(survey_key) if box[0] > after]
        return following[0] if following else None

    def _boxes(self, survey_key: str) -> list[tuple[BoxPlace, list[ExportedResponse]]]:
        """One box a version: in memory none is full."""
        found = []
        for survey_id, box in sorted(self.transaction.tables.boxes.items()):
            survey = self.transaction.tables.surveys[survey_id].survey
            ballots = [
                ExportedResponse(
                    version=survey.version,
                    answers={QuestionKey(k): from_json(kind, v) for k, kind, v in json.loads(one)},
                    completed=True,
                )
                for one in box
            ]
            if survey.key == survey_key:
                found.append(((survey_id, 1), ballots))
        return found

    def _published(self) -> list[StoredSurvey]:
        tables = self.transaction.tables
        those = [s for s in tables.surveys.values() if s.status is not SurveyStatus.DRAFT]
        return sorted(those, key=lambda s: (tables.published[s.id], s.survey.version))

    def _real(self, survey_key: str) -> Iterator[StoredResponse]:
        tables = self.transaction.tables
        ids = {s.id for s in self._published() if s.survey.key == survey_key}
        for _, each in sorted(tables.responses.items()):
            if each.survey_id in ids and not each.test:
                yield each
