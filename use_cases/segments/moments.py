"""Moments in the life of a scheme: which run was in force then, and what people had answered."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from segmentation.following.seasons import a_year_before
from segmentation.run import SegmentationRun
from segmentation.values import AnswerTable
from surveys.answers import Answer
from surveys.questions import QuestionKey
from surveys.routing import counted_answers
from use_cases.ports import UnitOfWork
from use_cases.records import RunEntry, RunState
from use_cases.segments.placing import read_run

LOOKED_BACK = (timedelta(days=30), timedelta(days=91), timedelta(days=182))
"""A month, a quarter, half a year; besides, the same season a year ago."""

WAVES_MAX = 5


@dataclass(frozen=True, slots=True)
class Moment:
    """A time, and the run that was in force then."""

    at: datetime
    run_id: int


def in_force_since(entry: RunEntry) -> datetime:
    """When an adopted run took over."""
    return entry.note.settled_at or entry.created_at


def adopted(entries: Iterable[RunEntry]) -> list[RunEntry]:
    """The runs that were in force one after the other and had segments, as far as is known."""
    return [
        each
        for each in entries
        if each.note.state is RunState.ADOPTED and (each.note.chosen is None or each.note.chosen)
    ]


def moments(entries: Sequence[RunEntry], now: datetime) -> list[Moment]:
    """The times worth comparing with the present, newest first; none of today, which is no past.

    When the run before the one in force took over; a month, a quarter, half a year and a year
    ago; the very first run. Two of one day are one.
    """
    ran = adopted(entries)
    if not ran:
        return []
    wanted = [in_force_since(each) for each in ran[-2:-1]]
    wanted += [now - back for back in LOOKED_BACK]
    wanted.append(a_year_before(now))
    wanted.append(in_force_since(ran[0]))
    found: dict[str, Moment] = {}
    for at in sorted((each for each in wanted if each.date() < now.date()), reverse=True):
        then = [each for each in ran if in_force_since(each) <= at]
        if then:
            found.setdefault(at.date().isoformat(), Moment(at, then[-1].id))
    return list(found.values())


def waves(entries: Sequence[RunEntry], now: datetime) -> list[Moment]:
    """At most WAVES_MAX moments from the first run to now, the earliest first; now is the last.

    Runs of today are not told apart from now: between two times of one day there is no past.
    """
    ran = adopted(entries)
    if not ran:
        return []
    earlier = [each for each in ran if in_force_since(each).date() < now.date()]
    days = {in_force_since(each).date(): Moment(in_force_since(each), each.id) for each in earlier}
    past = list(days.values())
    if len(past) >= WAVES_MAX:
        step = (len(past) - 1) / (WAVES_MAX - 1)
        past = [past[round(i * step)] for i in range(WAVES_MAX - 1)]
    if past and past[-1].run_id == ran[-1].id and len(past) > 1:
        past = past[:-1]  # What it found stands at the end, with the answers of today.
    return [*past, Moment(now, ran[-1].id)]


@dataclass(frozen=True, slots=True)
class Past:
    """Everybody's completed walks, from which the answers at any moment follow.

    An answer that was changed afterwards counts as it stands now: only the newest one is kept.
    """

    given: Sequence[tuple[int, datetime, Mapping[QuestionKey, Answer]]]

    @classmethod
    async def of(cls, work: UnitOfWork, survey_key: str) -> "Past":
        """Read the walks through all versions of the survey."""
        given = []
        surveys = {}
        for walk in await work.responses.walks(survey_key):
            if walk.completed_at is None:
                continue
            if walk.survey_id not in surveys:
                surveys[walk.survey_id] = await work.surveys.get(walk.survey_id)
            survey = surveys[walk.survey_id]
            if survey is not None:
                counted = counted_answers(survey.survey, walk.response.answers)
                given.append((walk.person_id, walk.completed_at, counted))
        return cls(tuple(sorted(given, key=_when)))

    def table(
        self, run: SegmentationRun, until: datetime, since: datetime | None = None
    ) -> AnswerTable:
        """What people had answered of the run's questions by then; of each the newest walk.

        With `since` only those are in it whose newest walk ended later than that.
        """
        asked = run.recipe.questions
        newest: dict[int, Mapping[QuestionKey, Answer]] = {}
        for person, at, answers in self.given:
            if at <= until:
                newest.pop(person, None)
                if since is None or at > since:
                    newest[person] = {k: a for k, a in answers.items() if k in asked}
        return AnswerTable.of(newest)


def _when(given: tuple[int, datetime, object]) -> tuple[datetime, int]:
    return given[1], given[0]


async def run_at(work: UnitOfWork, moment: Moment) -> SegmentationRun | None:
    """The run of that moment; None where it found no segments."""
    stored = await work.runs.get(moment.run_id)
    run = read_run(stored) if stored is not None else None
    return run if run is not None and run.model is not None else None
