"""A manager asks for the segment report of a survey."""

from collections.abc import Mapping
from dataclasses import dataclass

from surveys.questions import Basis
from use_cases.access import require
from use_cases.placing import read_run
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person, Role, StoredSurvey
from use_cases.report_messages import SentMessages, messages_to, points_of
from use_cases.report_table import Given, Table, scheme_report
from use_cases.report_values import SIMULATED_FACT, ReportData, SchemeReport
from use_cases.segmenting import BASES
from use_cases.suppression import UNKNOWN, alone


class NothingToReport(Exception):
    """No published survey has that key."""


@dataclass(frozen=True, slots=True)
class BuildReport:
    """Sizes, profiles, quotes, messages and points of a survey's segments, safe to pass on."""

    work: UnitOfWork
    clock: Clock

    async def __call__(self, actor: Person, survey_key: str) -> ReportData:
        """Raises NotAllowed for residents and NothingToReport for an unknown survey."""
        await require(self.work, actor, Role.MANAGER, "report", self.clock)
        survey = await self.work.surveys.latest(survey_key)
        if survey is None:
            raise NothingToReport
        answers = await self.work.responses.completed_answers(survey_key)
        counts = await self.work.responses.counts(survey_key)
        found = [
            await self._scheme(survey, basis, answers)
            for basis in BASES
            if any(question.basis is basis for question in survey.survey.questions)
        ]
        given = await self.work.points.given()
        sent = [each for _, messages in found for each in messages]
        surplus = sum(each.surplus for each in sent)
        simulated = await self.work.house.get(SIMULATED_FACT) == "yes"
        await self.work.commit()
        return ReportData(
            survey=survey.survey,
            made_at=self.clock.now(),
            simulated=simulated,
            completed=alone(counts.completed),
            unfinished=alone(counts.started - counts.completed),
            points=points_of(given, surplus, unsure=any(each.unsure for each in sent))
            if alone(counts.completed).shown
            else UNKNOWN,  # A few people's points would tell how few they are.
            schemes=tuple(report for report, _ in found),
        )

    async def _scheme(
        self, survey: StoredSurvey, basis: Basis, answers: Mapping[int, Given]
    ) -> tuple[SchemeReport, list[SentMessages]]:
        """The scheme's part of the report, and what was sent to its segments."""
        scheme = await self.work.segments.scheme(survey.survey.key, basis)
        newest = await self.work.segments.latest_run(scheme.id)
        run = read_run(newest) if newest else None
        segments = await self.work.segments.segments(scheme.id)
        placed = await self.work.segments.memberships(scheme.id)
        table = Table.of(survey.survey, basis, segments, placed, answers)
        reports, messages = [], []
        for place, segment in enumerate(segments):
            sent = await messages_to(self.work, segment)
            given = await self.work.points.given_to(table.members[place])
            reports.append(table.segment(place, segment, run, sent, given))
            messages.append(sent)
        return scheme_report(scheme, run, newest, table, reports), messages
