"""Who may answer a survey now: its dates, its audience, one response a person or a flat."""

from datetime import datetime

from surveys.field.settings import Audience, FieldSettings, OnePer
from use_cases.ports import UnitOfWork
from use_cases.records import Person, StoredSurvey, Way


class NotYetOpen(Exception):
    """The survey's first day is still to come."""

    def __init__(self, *, opens: datetime) -> None:
        super().__init__(opens.isoformat())
        self.opens = opens


class NotInvited(Exception):
    """The survey asks other people."""


class FlatHasAnswered(Exception):
    """One response a flat, and somebody at home has given it."""


class AlreadyTookPart(Exception):
    """Sealed answers are given once and cannot be found again to be changed."""


async def check_open(work: UnitOfWork, person: Person, survey: StoredSurvey, at: datetime) -> None:
    """Let the person begin the survey, or raise what stands in the way."""
    settings = await work.fields.get(survey.survey.key)
    if settings.is_early(at):
        assert settings.opens is not None, "only a date can be early"
        raise NotYetOpen(opens=settings.opens)
    if settings.sealed and await work.sealed.took_part(survey.survey.key, person.id):
        raise AlreadyTookPart
    if not await is_asked(work, person, survey.survey.key, settings):
        raise NotInvited
    if settings.one_per is OnePer.FLAT and await _flat_has_answered(work, person, survey, settings):
        raise FlatHasAnswered


async def is_asked(
    work: UnitOfWork, person: Person, survey_key: str, settings: FieldSettings
) -> bool:
    """Whether the person belongs to those whom the survey asks."""
    match settings.audience:
        case Audience.EVERYBODY:
            return True
        case Audience.SEGMENT if settings.audience_id is not None:
            if person.id in {p.id for p in await work.segments.members(settings.audience_id)}:
                return True
        case Audience.BUILDING if settings.audience_id is not None:
            if person.id in await work.homes.living_in([settings.audience_id]):
                return True
    return await work.invitations.of_person(survey_key, person.id) is not None


async def came_by_link(
    work: UnitOfWork, person: Person, survey_key: str, source: str | None, at: datetime
) -> None:
    """Note that somebody came by a link where that makes them one of those asked.

    A personal link is whoever's first uses it. Nothing is committed.
    """
    if source is not None and source.startswith(PERSONAL):
        link = await work.invitations.by_token(source.removeprefix(PERSONAL))
        if link is not None and link.survey_key == survey_key and link.person_id is None:
            await work.invitations.bind(link.id, person.id)
        return
    audience = (await work.fields.get(survey_key)).audience
    by_code = (source or "").lower().startswith(PRINTED)
    if audience is Audience.LINK or (audience is Audience.QR and by_code):
        way = Way.QR if by_code else Way.LINK
        await work.invitations.invite(survey_key, [person.id], way=way, at=at)


PERSONAL = "i-"
"""What the source of a personal link begins with; its token follows."""

PRINTED = ("qr", "poster", "door")
"""What the source of a printed code begins with."""


async def _flat_has_answered(
    work: UnitOfWork, person: Person, survey: StoredSurvey, settings: FieldSettings
) -> bool:
    """Whether somebody who lives with the person has begun or finished it."""
    homes = await work.homes.of_person(person.id)
    mine = {home.flat.id for home in homes}
    around = await work.homes.living_in({home.building.id for home in homes})
    family = [who for who, flats in around.items() if who != person.id and mine & set(flats)]
    for other in family:
        if await work.responses.of_person(survey.survey.key, other) is not None:
            return True
        if settings.sealed and await work.sealed.took_part(survey.survey.key, other):
            return True
    return False
