"""A manager asks for the segment report of a survey, with what rests on no survey."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from segmentation.grounds import OUT_OF_THE_BOX, Grounds
from surveys.questions import Survey
from use_cases.access import require
from use_cases.goals.setting import UTC, goals_of_scheme
from use_cases.ports import Clock, UnitOfWork
from use_cases.quality import are_nearly_all_hasty, counts_of, flags_by_person
from use_cases.records import Person, Role, Scheme, StoredSegment
from use_cases.records.figures import PlaceKind, SegmentPlace
from use_cases.reporting.doing import as_answers
from use_cases.reporting.figures import figures_told
from use_cases.reporting.messages import SentMessages, messages_to, points_of
from use_cases.reporting.ruled import rules_told
from use_cases.reporting.suppression import UNKNOWN, alone
from use_cases.reporting.table import Given, Table, scheme_report
from use_cases.reporting.values import SIMULATED_FACT, ReportData, SchemeReport
from use_cases.segments.doings import NO_SURVEY, as_asked, doings_in_use
from use_cases.segments.placing import read_run
from use_cases.segments.segmenting import grounds_in_use, view_scheme
from use_cases.segments.theme_names import named_run
from use_cases.segments.themes import Read, read_everybody
from use_cases.segments.usefulness import usefulness
from use_cases.segments.weighing import weigh


class NothingToReport(Exception):
    """No published survey has that key."""


@dataclass(frozen=True, slots=True)
class HasUnasked:
    """Is there anything to report that rests on no survey: what people did, or rules?"""

    work: UnitOfWork

    async def __call__(self) -> bool:
        return bool(await doings_in_use(self.work) or await self.work.rules.all())


@dataclass(frozen=True, slots=True)
class BuildReport:
    """Sizes, profiles, quotes, messages and points of a survey's segments, safe to pass on."""

    work: UnitOfWork
    clock: Clock
    zone: ZoneInfo = UTC  # Whose days goals count.
    read: Read | None = None  # Without it open questions have quotes alone.

    async def __call__(self, actor: Person | None, survey_key: str) -> ReportData:
        """Raises NotAllowed for residents and NothingToReport for an unknown survey.

        `actor` None is whoever has the database; the key "" asks for what rests on no survey.
        """
        if actor is not None:
            await require(self.work, actor, Role.MANAGER, "report", self.clock)
        survey = await self._survey(survey_key)
        answers = await self.work.responses.completed_answers(survey_key) if survey_key else {}
        found = [
            await self._scheme(survey, grounds, answers) for grounds in await self._told(survey)
        ]
        found += [await self._done(grounds) for grounds in await doings_in_use(self.work)]
        rules, to_rules = await rules_told(self.work, self.clock, self.zone)
        if not survey_key and not found and not rules:
            raise NothingToReport
        letters = [each for _, sent in found for each in sent]
        report = await self._headline(survey, answers, [*letters, *to_rules])
        await self.work.commit()
        return replace(report, schemes=tuple(told for told, _ in found), rules=rules)

    async def _survey(self, key: str) -> Survey:
        stored = await self.work.surveys.latest(key) if key else None
        if stored is None and key:
            raise NothingToReport
        return stored.survey if stored is not None else as_asked(None)

    async def _headline(
        self, survey: Survey, answers: Mapping[int, Given], sent: Sequence[SentMessages]
    ) -> ReportData:
        """What stands above all schemes."""
        counts = await self.work.responses.counts(survey.key)
        given = await self.work.points.given()
        surplus = sum(each.surplus for each in sent)
        weighing = await weigh(self.work, survey, answers)
        told = weighing if alone(counts.completed).exact else None
        flags = await flags_by_person(self.work, survey)
        return ReportData(
            survey=survey,
            made_at=self.clock.now(),
            simulated=await self.work.house.get(SIMULATED_FACT) == "yes",
            completed=alone(counts.completed),
            unfinished=alone(counts.started - counts.completed),
            points=points_of(given, surplus, unsure=any(each.unsure for each in sent))
            if alone(counts.completed).shown
            else UNKNOWN,  # A few people's points would tell how few they are.
            assisted=alone(counts.assisted) if counts.assisted else None,
            quality=tuple((flag, alone(count)) for flag, count in counts_of(flags).items()),
            hasty=are_nearly_all_hasty(flags),
            design_effect=told.design_effect if told else 1.0,
            weighed_by=told.by if told else "both",
            effective=told.effective if told else None,
        )

    async def _told(self, survey: Survey) -> list[Grounds]:
        """What is in use; of what comes out of the box also what has open questions alone."""
        used = await grounds_in_use(self.work, survey)
        asked = {question.basis for question in survey.questions}
        given = [each for each in OUT_OF_THE_BOX if each.bases[0] in asked]
        return [*given, *(each for each in used if each not in given)]

    async def _scheme(
        self, survey: Survey, grounds: Grounds, answers: Mapping[int, Given]
    ) -> tuple[SchemeReport, list[SentMessages]]:
        """A division by answers, and what was sent to its segments."""
        scheme = await self.work.segments.scheme(survey.key, grounds)
        return await self._page(scheme, survey, answers)

    async def _done(self, grounds: Grounds) -> tuple[SchemeReport, list[SentMessages]]:
        """Likewise, by what people did, as if a survey had asked for it."""
        scheme = await self.work.segments.scheme(NO_SURVEY, grounds)
        newest = await self.work.segments.latest_run(scheme.id)
        asked = as_asked(read_run(newest).recipe if newest else None)
        return await self._page(scheme, asked, await as_answers(self.work, scheme, self.clock))

    async def _page(
        self, scheme: Scheme, survey: Survey, answers: Mapping[int, Given]
    ) -> tuple[SchemeReport, list[SentMessages]]:
        newest = await self.work.segments.latest_run(scheme.id)
        run = await named_run(self.work, scheme.id, newest) if newest else None
        segments = await self.work.segments.segments(scheme.id)
        found = await self.work.segments.segments(scheme.id, as_found=True)
        placed = await self.work.segments.memberships(scheme.id)
        read = await read_everybody(self.read, run, answers)
        heard = None if read is answers else read
        table = Table.of(survey, scheme.grounds, segments, placed, answers, run, heard)
        reports, messages = [], []
        for place, segment in enumerate(segments):
            sent = await messages_to(self.work, _ids_of(segment, found))
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


def _ids_of(segment: StoredSegment, found: Sequence[StoredSegment]) -> list[int]:
    """Its own, and those of what was merged into it: letters went to them as well."""
    return [segment.id, *(each.id for each in found if each.merged_into == segment.id)]
