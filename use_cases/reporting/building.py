"""A manager asks for the segment report of a survey."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from segmentation.grounds import OUT_OF_THE_BOX, Grounds
from surveys.questions import Survey
from use_cases.access import require
from use_cases.goals.setting import UTC, goals_of_rules, goals_of_scheme
from use_cases.ports import Clock, UnitOfWork
from use_cases.quality import counts_of, flags_by_person
from use_cases.records import Person, Role, StoredSurvey
from use_cases.records.figures import PlaceKind, SegmentPlace
from use_cases.reporting.figures import figures_told
from use_cases.reporting.messages import SentMessages, messages_to, points_of
from use_cases.reporting.suppression import UNKNOWN, alone
from use_cases.reporting.table import Given, Table, scheme_report
from use_cases.reporting.values import SIMULATED_FACT, ReportData, SchemeReport
from use_cases.segments.placing import read_run
from use_cases.segments.segmenting import grounds_in_use, view_scheme
from use_cases.segments.themes import Read, read_everybody
from use_cases.segments.usefulness import usefulness
from use_cases.segments.weighing import weigh


class NothingToReport(Exception):
    """No published survey has that key."""


@dataclass(frozen=True, slots=True)
class BuildReport:
    """Sizes, profiles, quotes, messages and points of a survey's segments, safe to pass on."""

    work: UnitOfWork
    clock: Clock
    zone: ZoneInfo = UTC  # Whose days goals count.
    read: Read | None = None  # Without it open questions have quotes alone.

    async def __call__(self, actor: Person, survey_key: str) -> ReportData:
        """Raises NotAllowed for residents and NothingToReport for an unknown survey."""
        await require(self.work, actor, Role.MANAGER, "report", self.clock)
        survey = await self.work.surveys.latest(survey_key)
        if survey is None:
            raise NothingToReport
        answers = await self.work.responses.completed_answers(survey_key)
        counts = await self.work.responses.counts(survey_key)
        found = [
            await self._scheme(survey, grounds, answers)
            for grounds in await self._told(survey.survey)
        ]
        given = await self.work.points.given()
        sent = [each for _, messages in found for each in messages]
        surplus = sum(each.surplus for each in sent)
        weighing = await weigh(self.work, survey.survey, answers)
        told = weighing if alone(counts.completed).exact else None
        signs = counts_of(await flags_by_person(self.work, survey.survey))
        simulated = await self.work.house.get(SIMULATED_FACT) == "yes"
        goals = tuple(await goals_of_rules(self.work, self.clock, self.zone))
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
            goals=goals,
            assisted=alone(counts.assisted) if counts.assisted else None,
            quality=tuple((flag, alone(count)) for flag, count in signs.items()),
            design_effect=told.design_effect if told else 1.0,
            effective=told.effective if told else None,
        )

    async def _told(self, survey: Survey) -> list[Grounds]:
        """What is in use; of what comes out of the box also what has open questions alone."""
        used = await grounds_in_use(self.work, survey)
        asked = {question.basis for question in survey.questions}
        given = [each for each in OUT_OF_THE_BOX if each.bases[0] in asked]
        return [*given, *(each for each in used if each not in given)]

    async def _scheme(
        self, survey: StoredSurvey, grounds: Grounds, answers: Mapping[int, Given]
    ) -> tuple[SchemeReport, list[SentMessages]]:
        """The scheme's part of the report, and what was sent to its segments."""
        scheme = await self.work.segments.scheme(survey.survey.key, grounds)
        newest = await self.work.segments.latest_run(scheme.id)
        run = read_run(newest) if newest else None
        segments = await self.work.segments.segments(scheme.id)
        placed = await self.work.segments.memberships(scheme.id)
        read = await read_everybody(self.read, run, answers)
        heard = None if read is answers else read
        table = Table.of(survey.survey, grounds, segments, placed, answers, run, heard)
        reports, messages = [], []
        for place, segment in enumerate(segments):
            sent = await messages_to(self.work, segment)
            given = await self.work.points.given_to(table.members[place])
            told = table.segment(place, segment, run, sent, given)
            if told.size.exact and told.points.exact and not sent.unsure:
                where = SegmentPlace(PlaceKind.SEGMENT, segment.id)
                told = replace(told, success=await figures_told(self.work, where, self.clock))
            reports.append(told)
            messages.append(sent)
        report = scheme_report(scheme, run, newest, table, reports)
        if segments:
            view = await view_scheme(self.work, scheme)
            report = replace(
                report,
                usefulness=await usefulness(self.work, view),
                goals=tuple(await goals_of_scheme(self.work, view, self.clock, self.zone)),
            )
        return report, messages
