"""The states of a broadcast being drafted, and how a manager comes into the first of them."""

from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup

from bot.screen import Screen, View
from bot.views.broadcast import preview_view, writing_view
from bot.views.followup import preview_view as followup_view
from bot.views.inviting import preview_view as invitation_view
from bot.views.segments import titles
from bot.words import Words
from use_cases.broadcasting.broadcasts import PreviewBroadcast
from use_cases.broadcasting.letters import Wording
from use_cases.broadcasting.previews import living_rule
from use_cases.fieldwork.followup import DraftFollowUp
from use_cases.fieldwork.inviting import DraftInvitation
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person, Purpose
from use_cases.rules.defining import ListRules
from use_cases.segments.segmenting import ListSegments


class Writing(StatesGroup):
    """A manager is drafting a broadcast: data holds `segment` or `rule`, then `text`."""

    text = State()
    points = State()
    translation = State()  # The text in one more language: data holds `campaign` and `language`.


async def preview_of(
    campaign_id: int,
    work: UnitOfWork,
    person: Person,
    words: Words,
    clock: Clock,
    wording: Wording,
) -> View:
    """What a draft would do, be it a message to a segment or an invitation in own words."""
    campaign = await work.campaigns.get(campaign_id)
    if campaign is not None and campaign.purpose is Purpose.FOLLOW_UP:
        told = await DraftFollowUp(work, clock, wording).look(person, campaign_id)
        return followup_view(told, words)
    if campaign is not None and campaign.survey_key is not None:
        draft = DraftInvitation(work, clock, wording)
        return invitation_view(await draft.look(person, campaign_id), words)
    preview = await PreviewBroadcast(work, clock, wording)(person, campaign_id)
    name, segment_id = preview.segment.name or "", preview.campaign.segment_id
    if segment_id is not None:
        view, segment = await ListSegments(work, clock).around(person, segment_id)
        name = titles(view, words)[segment.id]
    return preview_view(preview, name, words)


async def begin_writing_to_rule(
    rule_id: int | None,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    """The next message is the one to a rule's segment."""
    await ListRules(work, clock)(person)
    rule = await living_rule(work, rule_id)
    await state.set_state(Writing.text)
    await state.set_data({"rule": rule.id})
    await screen.tell()
    await screen.say(writing_view(rule.name, words))


async def begin_writing(
    segment_id: int,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    """The next message is the one to the segment."""
    view, segment = await ListSegments(work, clock).around(person, segment_id)
    await state.set_state(Writing.text)
    await state.set_data({"segment": segment.id})
    await screen.tell()
    await screen.say(writing_view(titles(view, words)[segment.id], words))
