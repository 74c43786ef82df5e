"""The buttons under a broadcast: send, change, drop, pause, go on, who is unconfirmed."""

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from bot.callbacks import Broadcast, BroadcastAct, Unconfirmed
from bot.handlers.managing.writing import begin_writing, begin_writing_to_rule
from bot.screen import Screen
from bot.services import Services
from bot.views.campaign_progress import progress_view, unconfirmed_view
from bot.words import Words
from use_cases.broadcasting.broadcasts import (
    BroadcastProgress,
    LaunchBroadcast,
    ListUnconfirmed,
    PauseBroadcast,
    ResumeBroadcast,
)
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import CampaignState, Person

router = Router(name="launching")


@router.callback_query(Broadcast.filter(F.act == BroadcastAct.SEND))
async def send(
    query: CallbackQuery,
    callback_data: Broadcast,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    services: Services,
) -> None:
    """Launch once; the preview becomes the progress message, a second tap shows it again."""
    place = (screen.chat_id, query.message.message_id) if query.message else None
    launch = LaunchBroadcast(work, clock, services.wording)
    launched = await launch(person, callback_data.campaign, progress=place)
    await _show_progress(launched.campaign.id, work, person, screen, words, clock)
    if launched.now:
        services.wake_sender()


@router.callback_query(Broadcast.filter(F.act.in_({BroadcastAct.PAUSE, BroadcastAct.RESUME})))
async def pause_or_resume(
    _: CallbackQuery,
    callback_data: Broadcast,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    services: Services,
) -> None:
    resuming = callback_data.act is BroadcastAct.RESUME
    errand = ResumeBroadcast(work, clock) if resuming else PauseBroadcast(work, clock)
    campaign = await errand(person, callback_data.campaign)
    await _show_progress(campaign.id, work, person, screen, words, clock)
    if campaign.state is CampaignState.SENDING:
        services.wake_sender()


@router.callback_query(Broadcast.filter(F.act == BroadcastAct.REWRITE))
async def rewrite(
    _: CallbackQuery,
    callback_data: Broadcast,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    """Write the message anew; one that is launched already shows how far it is."""
    progress = await BroadcastProgress(work, clock)(person, callback_data.campaign)
    if progress.campaign.state is not CampaignState.DRAFT:
        await screen.show(progress_view(progress.campaign, progress.totals, person, words))
        return
    segment_id = progress.campaign.segment_id
    if segment_id is None:
        rule_id = progress.campaign.rule_id
        await begin_writing_to_rule(rule_id, state, work, person, screen, words, clock)
        return
    await begin_writing(segment_id, state, work, person, screen, words, clock)


@router.callback_query(Broadcast.filter(F.act == BroadcastAct.DROP))
async def drop(
    _: CallbackQuery,
    callback_data: Broadcast,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    """A draft that nobody launches harms nobody: its buttons go, that is all."""
    progress = await BroadcastProgress(work, clock)(person, callback_data.campaign)
    if progress.campaign.state is CampaignState.DRAFT:
        await screen.show(words("broadcast-dropped"))
    else:
        await screen.show(progress_view(progress.campaign, progress.totals, person, words))


@router.callback_query(Unconfirmed.filter())
async def unconfirmed(
    _: CallbackQuery,
    callback_data: Unconfirmed,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    people = await ListUnconfirmed(work, clock)(person, callback_data.campaign)
    await screen.tell()
    await screen.say(unconfirmed_view(people, words))


async def _show_progress(
    campaign_id: int,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    progress = await BroadcastProgress(work, clock)(person, campaign_id)
    await screen.show(progress_view(progress.campaign, progress.totals, person, words))
