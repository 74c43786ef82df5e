"""People who never began a survey, or stopped in it, are reminded: as often as its author said, at
hours at which they are there, through the letters that are sent at most once."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from surveys.reminding import Reminders, is_fitting
from use_cases.ports import OpenWork, UnitOfWork
from use_cases.ports.clock import Clock
from use_cases.records import Purpose, StoredResponse, StoredSurvey, Way

ZERO_HOUR = "never"
Moments = Mapping[int, Sequence[datetime]]


@dataclass(frozen=True, slots=True)
class RemindPeople:
    """One look at all open surveys; says how many letters were put on their way.

    Each survey is looked at once an hour, also where several bots share the database.
    """

    open_work: OpenWork
    clock: Clock
    zone: tzinfo

    async def __call__(self) -> int:
        async with self.open_work() as work:
            surveys = list(await work.surveys.all_open())
            walks = {each.survey.key: await _walks(work, each) for each in surveys}
            await work.rollback()
        moments = self._moments([walk for each in walks.values() for walk in each])
        reminded = 0
        for survey in surveys:
            if survey.survey.reminders is not None:
                due = self._asked(survey.survey.reminders, moments)
                reminded += await self._remind(survey.survey.key, due)
        return reminded

    def _moments(self, walks: Sequence[StoredResponse]) -> Moments:
        """When each person was there, in the house's time."""
        found: dict[int, list[datetime]] = defaultdict(list)
        for walk in walks:
            for at in (walk.started_at, walk.touched_at, walk.completed_at):
                if at is not None:
                    found[walk.person_id].append(at.astimezone(self.zone))
        return found

    def _asked(self, reminders: Reminders, moments: Moments) -> "_Due":
        return _Due(reminders, moments, self.clock.now(), self.zone)

    async def _remind(self, survey_key: str, due: "_Due") -> int:
        async with self.open_work() as work:
            if not await self._is_first(work, survey_key):
                return 0
            people = await due.people(work, survey_key)
            if people:
                campaign = await work.campaigns.add(
                    author_id=None,
                    segment_id=None,
                    template="",
                    points=0,
                    at=due.now,
                    purpose=Purpose.REMINDER,
                    survey_key=survey_key,
                )
                await work.campaigns.launch(campaign.id, people, at=due.now)
                await work.invitations.invite(
                    survey_key, people, way=Way.LETTER, campaign_id=campaign.id, at=due.now
                )
            await work.commit()
        return len(people)

    async def _is_first(self, work: UnitOfWork, survey_key: str) -> bool:
        """Whether nobody has looked at this survey in this hour; from now on somebody has."""
        name = f"reminders:{survey_key}"
        hour = self.clock.now().strftime("%Y-%m-%dT%H")
        last = await work.house.get(name)
        if last is None:
            last = ZERO_HOUR
            await work.house.set(name, last)
            await work.commit()
        if last == hour or not await work.house.take(name, last):
            return False
        await work.house.set(name, hour)
        return True


@dataclass(frozen=True, slots=True)
class _Due:
    """Who is to be reminded of one survey now."""

    reminders: Reminders
    moments: Moments
    now: datetime
    zone: tzinfo

    async def people(self, work: UnitOfWork, survey_key: str) -> list[int]:
        """Person ids, in rising order."""
        settings = await work.fields.get(survey_key)
        if not settings.is_open(self.now):
            return []
        since = await _waited_for(work, survey_key)
        letters = await work.campaigns.reminded(survey_key)
        there = [
            person.id
            for person in await work.people.get_many(since)
            if person.consented_at is not None and person.unreachable_at is None
        ]
        return [one for one in there if self._is_due(since[one], *letters.get(one, (0, None)), one)]

    def _is_due(self, since: datetime, sent: int, last: datetime | None, person_id: int) -> bool:
        due = self.reminders.next_at(since, sent, last)
        if due is None or due > self.now:
            return False
        return is_fitting(self.now.astimezone(self.zone), self.moments.get(person_id, ()))


async def _walks(work: UnitOfWork, survey: StoredSurvey) -> Sequence[StoredResponse]:
    return await work.responses.walks(survey.survey.key)


async def _waited_for(work: UnitOfWork, survey_key: str) -> dict[int, datetime]:
    """Everybody whose answers are waited for, and since when they were last heard of."""
    since: dict[int, datetime] = {}
    gone = set(await work.sealed.takers(survey_key))
    for invited in await work.invitations.all_of(survey_key):
        if invited.person_id is None:
            continue
        if invited.refused_at or invited.ineligible_at:
            gone.add(invited.person_id)
        since[invited.person_id] = invited.invited_at
    for walk in await work.responses.walks(survey_key):
        if walk.is_over:
            gone.add(walk.person_id)
        since[walk.person_id] = walk.touched_at or walk.started_at
    return {person: at for person, at in sorted(since.items()) if person not in gone}
