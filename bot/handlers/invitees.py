"""Somebody taps under an invitation: answers, or says that it is not for them."""

from typing import assert_never

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.field_callbacks import Invitee, InviteeAct
from bot.screen import Screen
from bot.views.inviting import decline_view
from bot.views.surveys import begun_view, short_begun_view
from bot.words import Words
from use_cases.broadcasting.broadcasts import NoSuchCampaign
from use_cases.conversations.beginning import BeginSurvey
from use_cases.conversations.short import BeginShort
from use_cases.fieldwork.inviting import DeclineInvitation
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person
from use_cases.segments.typing import NoShortSurvey, short_of

router = Router(name="invitees")


@router.callback_query(Invitee.filter())
async def invited(
    _: CallbackQuery,
    callback_data: Invitee,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    """The survey opens below the letter, which stays as it came."""
    match callback_data.act:
        case InviteeAct.ANSWER:
            key = await _survey_key(work, callback_data.campaign)
            walk = await BeginSurvey(work, clock)(person, key)
            await screen.tell()
            await screen.say(begun_view(walk, words))
        case InviteeAct.SHORT:
            short = await short_of(work, await _survey_key(work, callback_data.campaign))
            if short is None:
                raise NoShortSurvey
            walk = await BeginShort(work, clock)(person, short.scheme_id)
            await screen.tell()
            await screen.say(short_begun_view(walk, words))
        case InviteeAct.DECLINE:
            await screen.tell()
            await screen.say(decline_view(callback_data.campaign, words))
        case InviteeAct.REFUSE | InviteeAct.INELIGIBLE as why:
            ineligible = why is InviteeAct.INELIGIBLE
            decline = DeclineInvitation(work, clock)
            await decline(person, callback_data.campaign, ineligible=ineligible)
            await screen.show(words("declined"))
        case _:
            assert_never(callback_data.act)


async def _survey_key(work: UnitOfWork, campaign_id: int) -> str:
    """Which survey the letter is about."""
    campaign = await work.campaigns.get(campaign_id)
    if campaign is None or campaign.survey_key is None:
        raise NoSuchCampaign
    return campaign.survey_key
