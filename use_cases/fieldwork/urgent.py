"""An answer that sounds as if it could not wait is told to managers at once, once each danger."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time

from surveys.answers import Answer, words_in
from surveys.field.urgent import Danger, sounds_urgent
from surveys.questions import QuestionKey
from use_cases.ports import Clock, OpenWork, UnitOfWork
from use_cases.records import Alert, AlertKind, Person, Role, StoredResponse, StoredSurvey


def dangers_in(
    answers: Mapping[QuestionKey, Answer], keys: Iterable[QuestionKey]
) -> frozenset[Danger]:
    """What the words of these answers tell of as of something now."""
    said = (words_in(answers.get(key)) for key in keys)
    return frozenset(danger for text in said if text and (danger := sounds_urgent(text)))


async def note_danger(
    work: UnitOfWork,
    survey: StoredSurvey,
    stored: StoredResponse,
    dangers: Collection[Danger],
    *,
    at: datetime,
) -> bool:
    """Raise an alert for each of these dangers; False if there is nothing new to tell.

    It names the danger and the entrance, never the person or their words. Of a sealed survey it
    names nothing but the danger and the day, and is raised once a day, whoever wrote.
    Nothing is committed.
    """
    if not dangers:
        return False
    key = survey.survey.key
    sealed = (await work.fields.get(key)).sealed
    facts: dict[str, object] = {"sealed": sealed}
    whose = f"response:{stored.id}"
    if sealed:
        at = datetime.combine(at.date(), time(), at.tzinfo)
        whose = f"day:{survey.id}:{at.date().isoformat()}"
    elif homes := await work.homes.of_person(stored.person_id):
        facts["door"] = [homes[0].building.name, homes[0].flat.facts.entrance or "—"]
    fresh = [
        await work.notices.raise_alert(
            f"urgent:{whose}:{danger}", AlertKind.URGENT, key, {**facts, "danger": danger}, at=at
        )
        for danger in sorted(dangers)
    ]
    return any(fresh)


@dataclass(frozen=True, slots=True)
class UrgentNotice:
    """An alert, its survey, and who is to hear of it now."""

    alert: Alert
    survey: StoredSurvey
    readers: Sequence[Person]


@dataclass(frozen=True, slots=True)
class UrgentAlerts:
    """Hands urgent alerts out until they are `told`: a crash may tell one twice, never lose it."""

    open_work: OpenWork
    clock: Clock

    async def __call__(self) -> list[UrgentNotice]:
        async with self.open_work() as work:
            alerts = [a for a in await work.notices.untold() if a.kind is AlertKind.URGENT]
            if not alerts:
                return []
            muted = await work.notices.muted()
            team = [
                *await work.people.with_role(Role.ADMIN),
                *await work.people.with_role(Role.MANAGER),
            ]
            readers = [
                each
                for each in team
                if each.unreachable_at is None and (each.id, AlertKind.URGENT) not in muted
            ]
            return [
                UrgentNotice(alert, survey, readers)
                for alert in alerts
                if (survey := await work.surveys.latest(alert.survey_key)) is not None
            ]

    async def told(self, alert: Alert) -> None:
        """Nobody need be told of it any more."""
        async with self.open_work() as work:
            await work.notices.told([alert.id], at=self.clock.now())
            await work.commit()
