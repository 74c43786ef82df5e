"""A draft is tried, rehearsed, downloaded, shelved or dropped."""

from datetime import date

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from bot.handlers.authoring.desk import Desk, checked
from bot.screen import Screen, View
from bot.services import Services
from bot.views.editor.acts import Act, Edit
from bot.views.editor.home import drop_sure_view, dropped_view
from bot.views.editor.rehearsal import rehearsal_text
from bot.views.shelf import card_view
from bot.views.surveys import begun_view
from bot.words import Words
from surveys.drafting.checking import written
from surveys.drafting.documents import questions_of
from surveys.questions import Survey
from use_cases.authoring.drafting import DropDraft, ShelveDraft
from use_cases.authoring.rehearsing import Rehearsal
from use_cases.authoring.shelf import LookAtShelf
from use_cases.conversations.beginning import TryOutSurvey
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person

router = Router(name="authoring-finishing")

REHEARSED_PEOPLE = 300
REHEARSAL_SEED = 1


@router.callback_query(Edit.filter(F.act.in_({Act.TRY, Act.REHEARSE, Act.SHELVE})))
async def finish(
    query: CallbackQuery,
    callback_data: Edit,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    state: FSMContext,
    services: Services,
) -> None:
    """What needs a survey without faults; with some, the draft is shown as it stands."""
    await state.clear()
    desk = Desk(work, person, screen, words, clock, state, services)
    draft = await desk.draft(callback_data.draft)
    survey = (await checked(draft.document)).survey
    if survey is None:
        missing = "editor-mend-first" if questions_of(draft.document) else "editor-empty"
        await screen.tell(words(missing), alert=True)
        await screen.show(await desk.page(draft))
        return
    if callback_data.act is Act.REHEARSE:
        await _rehearse(desk, survey)
        return
    done = callback_data.act is Act.SHELVE
    stored = await ShelveDraft(work, clock)(person, draft.id, done=done)
    if done:
        entry = await LookAtShelf(work, clock).one(person, stored.id)
        await screen.show(card_view(entry, words, services.bot_username))
        return
    walk = await TryOutSurvey(work, clock)(person, stored.id)
    await screen.tell()
    await screen.say(begun_view(walk, words))


async def _rehearse(desk: Desk, survey: Survey) -> None:
    """The worker lets simulated people walk; the bot goes on answering."""
    words, services = desk.words, desk.services
    await desk.screen.tell()
    shown = await desk.screen.say(words("rehearsing", people=REHEARSED_PEOPLE))
    later = Screen(desk.screen.bot, desk.screen.chat_id)
    today = desk.clock.now().date()

    async def go() -> None:
        found = await services.worker.run(_walk, survey, today)
        await later.change(shown.message_id, View(rehearsal_text(survey, found, words)))

    async def sorry(_: Exception) -> None:
        await later.change(shown.message_id, View(words("rehearsal-failed")))

    services.background.start(go(), sorry=sorry)


def _walk(survey: Survey, today: date) -> Rehearsal:
    from use_cases.authoring.rehearsing import rehearse

    return rehearse(survey, people=REHEARSED_PEOPLE, seed=REHEARSAL_SEED, today=today)


@router.callback_query(Edit.filter(F.act == Act.FILE))
async def file(
    _: CallbackQuery,
    callback_data: Edit,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    state: FSMContext,
    services: Services,
) -> None:
    """The draft as a survey file, at fault or not; sent back it is the same survey."""
    desk = Desk(work, person, screen, words, clock, state, services)
    draft = await desk.draft(callback_data.draft)
    await screen.tell()
    name = f"{draft.document.get('survey') or 'survey'}.yaml"
    content = written(draft.document).encode()
    await screen.send_file(name, content, words("editor-file-caption"))


@router.callback_query(Edit.filter(F.act.in_({Act.DROP, Act.DROP_SURELY})))
async def drop(
    _: CallbackQuery,
    callback_data: Edit,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    state: FSMContext,
    services: Services,
) -> None:
    """Throwing away is asked twice."""
    await state.clear()
    desk = Desk(work, person, screen, words, clock, state, services)
    if callback_data.act is Act.DROP:
        await screen.show(drop_sure_view(await desk.draft(callback_data.draft), words))
        return
    await DropDraft(work, clock)(person, callback_data.draft)
    await screen.show(dropped_view(words))
