"""Invitations: whom a letter would reach, the letters themselves, links for a list of names."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from campaigns.template import TemplateFault, read_template
from surveys.field.settings import Audience
from use_cases.access import require
from use_cases.broadcasting.broadcasts import Launched, NobodyToWriteTo, NoSuchCampaign
from use_cases.broadcasting.letters import Wording, open_letters, write_all
from use_cases.broadcasting.previews import languages_of
from use_cases.conversations.faults import SurveyNotOpen
from use_cases.fieldwork.settings import audience_of
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import (
    Campaign,
    CampaignState,
    Invited,
    Person,
    Purpose,
    Role,
    StoredSurvey,
    SurveyStatus,
    Way,
)

LINKS_MAX = 200  # Names in one message.
LABEL_CHARS_MAX = 60
TOKEN_BYTES = 9  # Twelve signs in a link, 72 bits that nobody guesses.


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationPreview:
    """Whom a letter about a survey would go to, and what it says to the first of them."""

    campaign: Campaign
    survey: StoredSurvey
    people: tuple[int, ...]
    reachable: int
    example: str
    languages: tuple[str, ...]  # Of the reachable, the commonest first.
    known: int  # Of those whom the survey asks, so many are known by name.
    written: bool  # Whether anybody has had a letter about it: there may be somebody to remind.
    opens: datetime | None = None  # Where answers are taken from a later day only.

    @property
    def unreachable(self) -> int:
        return len(self.people) - self.reachable


@dataclass(frozen=True, slots=True)
class DraftInvitation:
    """A manager wants people invited, or those reminded who were and have not answered.

    `text` is the manager's own; without it the bot has words in everybody's language. `only` are
    the ids of people, where not the whole audience is meant.
    """

    work: UnitOfWork
    clock: Clock
    wording: Wording

    async def __call__(
        self,
        manager: Person,
        survey_id: int,
        *,
        text: str = "",
        purpose: Purpose = Purpose.INVITATION,
    ) -> InvitationPreview | list[TemplateFault]:
        await require(self.work, manager, Role.MANAGER, "invite.draft", self.clock)
        survey = await self.work.surveys.get(survey_id)
        if survey is None or survey.status is not SurveyStatus.OPEN:
            raise SurveyNotOpen
        template = read_template(text) if text else None
        if isinstance(template, list):
            return template
        campaign = await self.work.campaigns.add(
            author_id=manager.id,
            segment_id=None,
            template=text,
            points=0,
            at=self.clock.now(),
            purpose=purpose,
            survey_key=survey.survey.key,
        )
        await self.work.commit()
        return await self._preview(manager, campaign, survey)

    async def look(self, manager: Person, campaign_id: int) -> InvitationPreview:
        """The same draft once more, after a text in another language was added."""
        await require(self.work, manager, Role.MANAGER, "invite.draft", self.clock)
        campaign = await self.work.campaigns.get(campaign_id)
        survey = await self.work.surveys.open_version((campaign and campaign.survey_key) or "")
        if campaign is None or survey is None:
            raise SurveyNotOpen
        return await self._preview(manager, campaign, survey)

    async def _preview(
        self, manager: Person, campaign: Campaign, survey: StoredSurvey
    ) -> InvitationPreview:
        people = await still_to_ask(self.work, survey.survey.key, campaign.purpose)
        reachable = [person for person in people if person.unreachable_at is None]
        letters = await open_letters(self.work, campaign, self.wording)
        (example,) = await write_all(self.work, letters, [manager])
        settings = await self.work.fields.get(survey.survey.key)
        asked = await audience_of(self.work, survey.survey.key, settings)
        invited = await self.work.invitations.all_of(survey.survey.key)
        return InvitationPreview(
            campaign=campaign,
            survey=survey,
            people=tuple(person.id for person in people),
            reachable=len(reachable),
            example=example.text,
            languages=languages_of(reachable),
            known=len(asked),
            written=any(each.campaign_id for each in invited),
            opens=letters.opens,
        )


@dataclass(frozen=True, slots=True)
class LaunchInvitation:
    """A manager sends the letters; a second tap does nothing. The audience is frozen here."""

    work: UnitOfWork
    clock: Clock

    async def __call__(
        self, manager: Person, campaign_id: int, *, progress: tuple[int, int] | None = None
    ) -> Launched:
        await require(self.work, manager, Role.MANAGER, "invite.launch", self.clock)
        campaign = await self.work.campaigns.get(campaign_id)
        if campaign is None or campaign.survey_key is None:
            raise NoSuchCampaign
        if campaign.state is not CampaignState.DRAFT:
            return Launched(campaign, await self._head_count(campaign_id), now=False)
        if await self.work.surveys.open_version(campaign.survey_key) is None:
            raise SurveyNotOpen
        people = await still_to_ask(self.work, campaign.survey_key, campaign.purpose)
        if not any(person.unreachable_at is None for person in people):
            raise NobodyToWriteTo(unreachable=len(people))
        return await self._launch(manager, campaign, [person.id for person in people], progress)

    async def _launch(
        self,
        manager: Person,
        campaign: Campaign,
        people: Sequence[int],
        progress: tuple[int, int] | None,
    ) -> Launched:
        now = self.clock.now()
        fresh = await self.work.campaigns.launch(campaign.id, people, at=now)
        if fresh:
            assert campaign.survey_key is not None, "letters of a survey have one"
            await self.work.invitations.invite(
                campaign.survey_key, people, way=Way.LETTER, campaign_id=campaign.id, at=now
            )
            launched = await self.work.campaigns.get(campaign.id)
            assert launched is not None, "it was launched just now"
            if progress is not None:
                chat, message = progress
                await self.work.campaigns.save(
                    replace(launched, progress_chat_id=chat, progress_message_id=message)
                )
            detail = f"campaign:{campaign.id}"
            await self.work.audit.note(manager.id, "invite.launch", at=now, detail=detail)
            await self.work.commit()
        return Launched(campaign, await self._head_count(campaign.id), now=fresh)

    async def _head_count(self, campaign_id: int) -> int:
        return sum((await self.work.campaigns.totals(campaign_id)).values())


@dataclass(frozen=True, slots=True)
class MakeLinks:
    """A manager hands in names, one a line; each gets a link of its own, good for one person.

    The survey's audience becomes the list, unless it asks others by name already.
    """

    work: UnitOfWork
    clock: Clock

    async def __call__(self, manager: Person, survey_id: int, names: str) -> list[Invited]:
        await require(self.work, manager, Role.MANAGER, "invite.links", self.clock)
        survey = await self.work.surveys.get(survey_id)
        if survey is None:
            raise SurveyNotOpen
        key, now = survey.survey.key, self.clock.now()
        labels = [" ".join(line.split())[:LABEL_CHARS_MAX] for line in names.splitlines()]
        made = [
            await self.work.invitations.add_link(
                key, secrets.token_urlsafe(TOKEN_BYTES), label, at=now
            )
            for label in dict.fromkeys(filter(None, labels))
        ][:LINKS_MAX]
        settings = await self.work.fields.get(key)
        if made and settings.audience is not Audience.LIST:
            await self.work.fields.set(key, replace(settings, audience=Audience.LIST))
        await self.work.audit.note(manager.id, "invite.links", at=now, detail=f"survey:{survey.id}")
        await self.work.commit()
        return made


@dataclass(frozen=True, slots=True)
class DeclineInvitation:
    """An invited person does not want to, or says that they are not one of those asked."""

    work: UnitOfWork
    clock: Clock

    async def __call__(self, person: Person, campaign_id: int, *, ineligible: bool) -> None:
        campaign = await self.work.campaigns.get(campaign_id)
        if campaign is None or campaign.survey_key is None:
            raise NoSuchCampaign
        await self.work.invitations.decline(
            campaign.survey_key, person.id, ineligible=ineligible, at=self.clock.now()
        )
        await self.work.commit()


async def still_to_ask(work: UnitOfWork, survey_key: str, purpose: Purpose) -> list[Person]:
    """The audience without those who finished or declined, or have had a letter (or had none)."""
    settings = await work.fields.get(survey_key)
    audience = await audience_of(work, survey_key, settings)
    invited = {each.person_id: each for each in await work.invitations.all_of(survey_key)}
    done = {walk.person_id for walk in await work.responses.walks(survey_key) if walk.is_over}
    done |= set(await work.sealed.takers(survey_key))
    done |= {
        who for who, each in invited.items() if who and (each.refused_at or each.ineligible_at)
    }
    written = {who for who, each in invited.items() if each.campaign_id is not None}
    wanted = written if purpose is Purpose.REMINDER else {p.id for p in audience} - written
    return [person for person in audience if person.id not in done and person.id in wanted]
