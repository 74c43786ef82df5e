"""Where everybody stands to whom a survey came, by entrance too, and where people leave it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from surveys.field.rates import PARTIAL_FROM, Disposition, Outcomes
from surveys.questions import Note, Question
from surveys.routing import way_through
from use_cases.access import require
from use_cases.conversations.faults import SurveyNotOpen
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import (
    DeliveryState,
    Invited,
    Person,
    Purpose,
    Role,
    StoredResponse,
    StoredSurvey,
    SurveyStatus,
)

GIVEN_UP_AFTER = timedelta(days=3)
"""Whoever did nothing for so long has left, until they go on."""

GONE = (DeliveryState.UNREACHABLE, DeliveryState.FAILED)


@dataclass(frozen=True, slots=True)
class Door:
    """An entrance of a building."""

    building: str
    entrance: str | None


@dataclass(frozen=True, slots=True)
class Step:
    """One question: to how many it was shown, how many answered, how many left at it."""

    question: Question
    shown: int
    answered: int
    left: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldStatus:
    """How a survey fares; `invited` is empty where nobody was asked by name."""

    survey: StoredSurvey
    invited: Outcomes
    by_door: Mapping[Door, Outcomes]
    begun: int
    completed: int
    steps: Sequence[Step]
    sealed: bool
    takers: Sequence[Person] = ()  # Where the author of a sealed survey allows.


@dataclass(frozen=True, slots=True)
class FollowField:
    """A manager asks how far a survey has come."""

    work: UnitOfWork
    clock: Clock

    async def __call__(self, manager: Person, survey_id: int) -> FieldStatus:
        await require(self.work, manager, Role.MANAGER, "field.status", self.clock)
        survey = await self.work.surveys.get(survey_id)
        if survey is None:
            raise SurveyNotOpen
        return await field_status(self.work, survey, self.clock.now())


async def field_status(work: UnitOfWork, survey: StoredSurvey, at: datetime) -> FieldStatus:
    """The survey's status over all its versions."""
    key = survey.survey.key
    settings = await work.fields.get(key)
    counts = await work.responses.counts(key)
    walks = {walk.person_id: walk for walk in await work.responses.walks(key)}
    newest = await work.surveys.latest(key) or survey
    over = newest.status is SurveyStatus.CLOSED
    found = await _everybody(work, newest, walks, at, over=over)
    doors = await doors_of(work)
    by_door: dict[Door, list[Disposition]] = {}
    for person_id, disposition in found.items():
        if person_id in doors:
            by_door.setdefault(doors[person_id], []).append(disposition)
    takers: Sequence[Person] = ()
    if settings.sealed and settings.takers_shown:
        takers = await work.people.get_many(await work.sealed.takers(key))
    return FieldStatus(
        survey=survey,
        invited=Outcomes.of(found.values()),
        by_door={door: Outcomes.of(those) for door, those in sorted(by_door.items(), key=_order)},
        begun=counts.started,
        completed=counts.completed,
        steps=() if settings.sealed else _steps(newest, list(walks.values()), at, over=over),
        sealed=settings.sealed,
        takers=takers,
    )


async def doors_of(work: UnitOfWork) -> dict[int, Door]:
    """Person id -> the entrance they live in (the first, where there are several)."""
    doors: dict[int, Door] = {}
    for building in await work.homes.buildings():
        flats = {flat.id: flat.facts.entrance for flat in await work.homes.flats(building.id)}
        for person_id, homes in (await work.homes.living_in([building.id])).items():
            doors.setdefault(person_id, Door(building.name, flats.get(homes[0])))
    return doors


async def _everybody(
    work: UnitOfWork,
    newest: StoredSurvey,
    walks: Mapping[int, StoredResponse],
    at: datetime,
    *,
    over: bool,
) -> dict[int, Disposition]:
    """Person id -> disposition of everybody who was invited by name or by link."""
    key = newest.survey.key
    letters = {
        **await work.campaigns.outcomes(key, Purpose.INVITATION),
        **await work.campaigns.outcomes(key, Purpose.REMINDER),
    }
    took_part = set(await work.sealed.takers(key))
    return {
        each.person_id: _disposition(
            each,
            letters.get(each.person_id),
            walks.get(each.person_id),
            newest,
            at,
            took_part=each.person_id in took_part,
            over=over,
        )
        for each in await work.invitations.all_of(key)
        if each.person_id is not None
    }


def _disposition(
    invited: Invited,
    letter: DeliveryState | None,
    walk: StoredResponse | None,
    survey: StoredSurvey,
    at: datetime,
    *,
    took_part: bool,
    over: bool,
) -> Disposition:
    if took_part or (walk is not None and walk.completed_at is not None):
        return Disposition.COMPLETED
    if invited.ineligible_at is not None:
        return Disposition.INELIGIBLE
    if invited.refused_at is not None:
        return Disposition.REFUSED
    if walk is not None and walk.is_over:  # All of the short survey, a part of this one.
        return Disposition.PARTIAL
    if walk is not None:
        if not (over or has_left(walk, at)):
            return Disposition.STARTED
        partial = _answered_share(survey, walk) >= PARTIAL_FROM
        return Disposition.PARTIAL if partial else Disposition.BREAK_OFF
    if letter in GONE:
        return Disposition.UNREACHABLE
    if letter is DeliveryState.SENT or (letter is None and invited.campaign_id is None):
        return Disposition.REACHED
    return Disposition.INVITED


def has_left(walk: StoredResponse, at: datetime) -> bool:
    """Whether somebody in the middle has not touched it for days."""
    last = walk.touched_at or walk.started_at
    return not walk.is_over and at - last >= GIVEN_UP_AFTER


def _answered_share(survey: StoredSurvey, walk: StoredResponse) -> float:
    way = way_through(survey.survey, walk.response.answers)
    return len(way.answers) / len(way.questions) if way.questions else 0.0


def _steps(
    survey: StoredSurvey, walks: Sequence[StoredResponse], at: datetime, *, over: bool
) -> list[Step]:
    steps = []
    for question in survey.survey.questions:
        if isinstance(question, Note):
            continue
        answered = sum(question.key in walk.response.answers for walk in walks)
        standing = [
            walk
            for walk in walks
            if walk.response.current == question.key and question.key not in walk.response.answers
        ]
        left = sum(over or has_left(walk, at) for walk in standing)
        steps.append(Step(question, answered + len(standing), answered, left))
    return steps


def _order(item: tuple[Door, object]) -> tuple[str, str]:
    return item[0].building, item[0].entrance or ""
