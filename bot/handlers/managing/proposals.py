"""Segments found anew: a manager looks at what would change, approves or keeps the old."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from bot.screen import Screen
from bot.segment_buttons import Change, ChangeAct, Decide
from bot.views.proposals import decided_view, proposal_view
from bot.views.segments import scheme_view
from bot.words import Words
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person
from use_cases.segments.approving import DecideOnRun, Outcome
from use_cases.segments.segmenting import ListSegments

router = Router(name="proposals")


@router.callback_query(Change.filter(F.act == ChangeAct.PROPOSAL))
async def look(
    _: CallbackQuery,
    callback_data: Change,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    """What waits for a decision."""
    proposal = await DecideOnRun(work, clock).look(person, callback_data.scheme)
    view = await ListSegments(work, clock).one(person, callback_data.scheme)
    await screen.show(proposal_view(view, proposal, words))


@router.callback_query(Decide.filter())
async def decide(
    _: CallbackQuery,
    callback_data: Decide,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    """Approve, or keep the old; whoever is late reads what was decided."""
    errand = DecideOnRun(work, clock)
    outcome, scheme = await errand(person, callback_data.run, approve=callback_data.approve)
    if outcome is Outcome.NEWER:
        proposal = await errand.look(person, scheme)
        view = await ListSegments(work, clock).one(person, scheme)
        await screen.show(proposal_view(view, proposal, words))
        return
    view = await ListSegments(work, clock).one(person, scheme)
    await screen.show(decided_view(outcome, view, words))


@router.callback_query(Change.filter(F.act == ChangeAct.SHOW))
async def show(
    _: CallbackQuery,
    callback_data: Change,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    """The segments below, so that the decision stays to be read."""
    view = await ListSegments(work, clock).one(person, callback_data.scheme)
    await screen.tell()
    await screen.say(scheme_view(view, words))
