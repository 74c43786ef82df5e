"""Those who answered a survey learn what came of it: in a manager's words, once a letter."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from campaigns.template import TemplateFault, read_template
from use_cases.access import require
from use_cases.broadcasting.broadcasts import Launched, NobodyToWriteTo, NoSuchCampaign
from use_cases.broadcasting.letters import LetterFault, Wording, open_letters, write_all
from use_cases.broadcasting.previews import languages_of
from use_cases.conversations.faults import SurveyNotOpen
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import (
    Campaign,
    CampaignState,
    Person,
    Purpose,
    Role,
    StoredSurvey,
    SurveyStatus,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpPreview:
    """What those who answered would read, and how many of them it would reach."""

    campaign: Campaign
    survey: StoredSurvey
    example: str
    fault: LetterFault | None
    reachable: int
    unreachable: int
    languages: tuple[str, ...]  # Of the reachable, the commonest first.


@dataclass(frozen=True, slots=True)
class DraftFollowUp:
    """A manager says what came of a survey; nobody reads it before it is sent."""

    work: UnitOfWork
    clock: Clock
    wording: Wording

    async def answered(self, manager: Person) -> list[StoredSurvey]:
        """The surveys that somebody has answered, closed ones too, newest first."""
        await require(self.work, manager, Role.MANAGER, "followup.draft", self.clock)
        return [
            survey
            for survey in await self.work.surveys.ever_open()
            if (await self.work.responses.counts(survey.survey.key)).took_part
        ]

    async def may(self, manager: Person, survey_id: int) -> StoredSurvey:
        """The survey, if it was ever open; raises SurveyNotOpen otherwise."""
        await require(self.work, manager, Role.MANAGER, "followup.draft", self.clock)
        survey = await self.work.surveys.get(survey_id)
        if survey is None or survey.status is SurveyStatus.DRAFT:
            raise SurveyNotOpen
        return survey

    async def __call__(
        self, manager: Person, survey_id: int, text: str
    ) -> FollowUpPreview | list[TemplateFault]:
        """Keep the text as a draft and show it, or say what is wrong with its placeholders."""
        survey = await self.may(manager, survey_id)
        template = read_template(text)
        if isinstance(template, list):
            return template
        campaign = await self.work.campaigns.add(
            author_id=manager.id,
            segment_id=None,
            template=text,
            points=0,
            at=self.clock.now(),
            purpose=Purpose.FOLLOW_UP,
            survey_key=survey.survey.key,
        )
        await self.work.commit()
        return await self._preview(manager, campaign, survey)

    async def look(self, manager: Person, campaign_id: int) -> FollowUpPreview:
        """The same draft once more, after a text in another language was added."""
        await require(self.work, manager, Role.MANAGER, "followup.draft", self.clock)
        campaign = await self.work.campaigns.get(campaign_id)
        survey = await self.work.surveys.latest((campaign and campaign.survey_key) or "")
        if campaign is None or survey is None:
            raise NoSuchCampaign
        return await self._preview(manager, campaign, survey)

    async def _preview(
        self, manager: Person, campaign: Campaign, survey: StoredSurvey
    ) -> FollowUpPreview:
        people = await who_answered(self.work, survey.survey.key)
        reachable = [person for person in people if person.unreachable_at is None]
        letters = await open_letters(self.work, campaign, self.wording)
        (example,) = await write_all(self.work, letters, [manager])
        return FollowUpPreview(
            campaign=campaign,
            survey=survey,
            example=example.text,
            fault=example.fault,
            reachable=len(reachable),
            unreachable=len(people) - len(reachable),
            languages=languages_of(reachable),
        )


@dataclass(frozen=True, slots=True)
class LaunchFollowUp:
    """A manager sends it; a second tap does nothing. The readers are frozen here."""

    work: UnitOfWork
    clock: Clock

    async def __call__(
        self, manager: Person, campaign_id: int, *, progress: tuple[int, int] | None = None
    ) -> Launched:
        """Raises NobodyToWriteTo where nobody who answered can be reached."""
        await require(self.work, manager, Role.MANAGER, "followup.launch", self.clock)
        campaign = await self.work.campaigns.get(campaign_id)
        if campaign is None or campaign.survey_key is None:
            raise NoSuchCampaign
        fresh = campaign.state is CampaignState.DRAFT
        if fresh:
            people = await who_answered(self.work, campaign.survey_key)
            if not any(person.unreachable_at is None for person in people):
                raise NobodyToWriteTo(unreachable=len(people))
            fresh = await self._launch(manager, campaign, people, progress)
        audience = sum((await self.work.campaigns.totals(campaign.id)).values())
        return Launched(campaign, audience, now=fresh)

    async def _launch(
        self,
        manager: Person,
        campaign: Campaign,
        people: Sequence[Person],
        progress: tuple[int, int] | None,
    ) -> bool:
        now = self.clock.now()
        if not await self.work.campaigns.launch(campaign.id, [p.id for p in people], at=now):
            return False
        launched = await self.work.campaigns.get(campaign.id)
        if progress is not None and launched is not None:
            chat, message = progress
            placed = replace(launched, progress_chat_id=chat, progress_message_id=message)
            await self.work.campaigns.save(placed)
        detail = f"campaign:{campaign.id}"
        await self.work.audit.note(manager.id, "followup.launch", at=now, detail=detail)
        await self.work.commit()
        return True


async def who_answered(work: UnitOfWork, survey_key: str) -> list[Person]:
    """Those with Telegram who are through with the survey, sealed or in short too, by id."""
    walks = await work.responses.walks(survey_key)
    ids = {walk.person_id for walk in walks if walk.is_over and not walk.assisted}
    ids |= set(await work.sealed.takers(survey_key))
    people = await work.people.get_many(sorted(ids))
    return [each for each in people if each.consented_at is not None and each.has_telegram]
