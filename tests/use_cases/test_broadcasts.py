"""A manager writes to a segment: what they see before, what a launch does, who may do it."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from campaigns.template import Placeholder, TemplateFault, TemplateFaultKind
from storage.database import Database
from tests.campaigns.stage import House, PlainWording, a_house
from tests.fakes import MemoryDatabase
from tests.makers import a_placement, a_resident, a_scheme_with_segments
from use_cases.access import NotAllowed
from use_cases.broadcasting.broadcasts import (
    GIFT_POINTS_MAX,
    BroadcastProgress,
    DraftBroadcast,
    LaunchBroadcast,
    Launched,
    ListUnconfirmed,
    NobodyToWriteTo,
    NoLetterFits,
    NoSuchCampaign,
    PauseBroadcast,
    PointsOutOfRange,
    PreviewBroadcast,
    ResumeBroadcast,
    TranslateBroadcast,
)
from use_cases.broadcasting.letters import LetterFault
from use_cases.broadcasting.previews import NoSuchSegment, Preview
from use_cases.ports import Clock, OpenWork, UnitOfWork
from use_cases.records import Campaign, CampaignState, DeliveryState, Person, Role


@pytest.fixture(params=["memory", "sqlite"])
async def open_work(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[OpenWork]:
    """The stores in memory and on disk."""
    if request.param == "memory":
        yield MemoryDatabase().open_work
        return
    database = Database(f"sqlite:///{tmp_path / 'tenkeys.db'}")
    await database.migrate()
    yield database.open_work
    await database.close()


@pytest.fixture
async def house(open_work: OpenWork) -> House:
    """Three residents in one segment."""
    return await a_house(3, open_work)


async def drafted(house: House, text: str = "Здравствуйте, {name}!", points: int = 0) -> Campaign:
    async with house.open_work() as work:
        draft = await DraftBroadcast(work, house.clock)(
            house.manager, house.segment.id, text, points
        )
    assert isinstance(draft, Campaign), draft
    return draft


async def previewed(house: House, campaign: Campaign, by: Role = Role.ADMIN) -> Preview:
    """As an admin sees it, who may know who people are."""
    reader = replace(house.manager, role=by)
    async with house.open_work() as work:
        return await PreviewBroadcast(work, house.clock, PlainWording())(reader, campaign.id)


async def launches(house: House, campaign: Campaign, by: Person, **how: Any) -> Launched:
    async with house.open_work() as work:
        return await LaunchBroadcast(work, house.clock, PlainWording())(by, campaign.id, **how)


async def test_a_preview_counts_heads_and_shows_real_letters(house: House) -> None:
    """Reachable and unreachable, a few filled letters, the points that it would bring in all."""
    await house.changes(house.residents[2], unreachable_at=house.clock.now())
    preview = await previewed(house, await drafted(house, points=15))

    assert (preview.reachable, preview.unreachable) == (2, 1)
    assert [example.letter.text for example in preview.examples] == [
        "Здравствуйте, Сосед 0!\n\n<i>+15</i>",
        "Здравствуйте, Сосед 1!\n\n<i>+15</i>",
    ]
    assert preview.points_in_all == 30
    assert not preview.missing
    assert not preview.faults


async def test_a_preview_names_nobody_to_a_manager(house: House) -> None:
    """They read the letter as if it went to themselves, in each language that it is written in."""
    draft = await drafted(house, points=15)
    async with house.open_work() as work:
        await TranslateBroadcast(work, house.clock)(house.manager, draft.id, "uk", "Вітаю, {name}!")
    preview = await previewed(house, draft, Role.MANAGER)

    assert [example.letter.text for example in preview.examples] == [
        "Здравствуйте, Ольга!\n\n<i>+15</i>",
        "Вітаю, Ольга!\n\n<i>+15</i>",
    ]
    assert preview.vague and preview.reachable == 3


async def test_the_unconfirmed_of_a_segment_are_named_to_admins_only(house: House) -> None:
    """To be in a segment may tell what somebody answered."""
    draft = await drafted(house)
    await launches(house, draft, house.manager)
    async with house.open_work() as work:
        with pytest.raises(NotAllowed):
            await ListUnconfirmed(work, house.clock)(house.manager, draft.id)
        admin = replace(house.manager, role=Role.ADMIN)
        assert await ListUnconfirmed(work, house.clock)(admin, draft.id) == []


async def test_a_preview_counts_whom_a_missing_word_or_the_limit_affects(house: House) -> None:
    """The one amiss is shown first; points are counted for the letters that can be sent."""
    await house.changes(house.residents[1], name=None)
    await house.changes(house.residents[2], name="<&>" * 40)
    preview = await previewed(house, await drafted(house, "я" * 4_000 + "{name}", points=1))

    assert preview.missing == {Placeholder.NAME: 1}
    assert preview.faults == {LetterFault.TOO_LONG: 1}
    assert preview.examples[0].letter.missing == {Placeholder.NAME}
    assert len(preview.examples) == 3
    assert preview.points_in_all == 2


async def test_a_preview_shows_no_more_than_a_few(open_work: OpenWork) -> None:
    """Three letters are enough to see what people will read."""
    house = await a_house(7, open_work)
    preview = await previewed(house, await drafted(house, "Всем привет"))

    assert len(preview.examples) == 3
    assert preview.reachable == 7


async def test_faults_of_a_text_come_back_with_what_was_meant(house: House) -> None:
    """A mistyped placeholder makes no draft."""
    async with house.open_work() as work:
        answer = await DraftBroadcast(work, house.clock)(
            house.manager, house.segment.id, "Привет, {nmae}"
        )

    assert answer == [
        TemplateFault(
            kind=TemplateFaultKind.UNKNOWN_PLACEHOLDER,
            position=8,
            found="nmae",
            suggestion=Placeholder.NAME,
        )
    ]


@pytest.mark.parametrize("points", [-1, GIFT_POINTS_MAX + 1])
async def test_points_have_a_limit(house: House, points: int) -> None:
    """Nobody takes points by a message, or gives a fortune by a slip of the finger."""
    async with house.open_work() as work:
        with pytest.raises(PointsOutOfRange) as refusal:
            await DraftBroadcast(work, house.clock)(
                house.manager, house.segment.id, "Привет", points
            )

    assert (refusal.value.points, refusal.value.most) == (points, GIFT_POINTS_MAX)


async def test_a_double_tap_launches_once(house: House) -> None:
    """The second tap is told what the first has done; the audience is the head-count."""
    draft = await drafted(house)
    first = await launches(house, draft, house.manager, progress=(7, 99))
    second = await launches(house, draft, house.manager, progress=(7, 100))

    assert (first.now, first.audience) == (True, 3)
    assert (second.now, second.audience) == (False, 3)
    campaign = await house.campaign(draft.id)
    assert campaign.state is CampaignState.SENDING
    assert (campaign.progress_chat_id, campaign.progress_message_id) == (7, 99)
    assert await house.totals(draft.id) == {"queued": 3}


async def test_the_unreachable_are_part_of_the_audience(house: House) -> None:
    """Sent, unreachable, failed and unconfirmed will add up to the head-count shown."""
    await house.changes(house.residents[0], unreachable_at=house.clock.now())
    draft = await drafted(house)
    preview = await previewed(house, draft)
    launched = await launches(house, draft, house.manager)

    assert launched.audience == preview.reachable + preview.unreachable == 3


async def test_a_launch_to_nobody_is_refused(house: House) -> None:
    """Everybody has closed the bot, or nobody is in the segment: nothing is launched."""
    draft = await drafted(house)
    for person in house.residents:
        await house.changes(person, unreachable_at=house.clock.now())
    with pytest.raises(NobodyToWriteTo) as refusal:
        await launches(house, draft, house.manager)

    assert refusal.value.unreachable == 3
    assert (await house.campaign(draft.id)).state is CampaignState.DRAFT


async def test_a_broadcast_of_which_every_letter_fails_is_refused(house: House) -> None:
    """Filled in, each letter would be longer than Telegram takes."""
    draft = await drafted(house, "я" * 4_090 + "{name}")
    with pytest.raises(NoLetterFits) as refusal:
        await launches(house, draft, house.manager)

    assert refusal.value.faults == {LetterFault.TOO_LONG: 3}


async def test_a_retired_segment_gets_no_message(house: House) -> None:
    """Nobody belongs to it any more: no draft, no launch of an old draft."""
    draft = await drafted(house)
    async with house.open_work() as work:
        await work.segments.set_segments(house.segment.scheme_id, ["other"])
        await work.commit()

    with pytest.raises(NoSuchSegment):
        await launches(house, draft, house.manager)
    with pytest.raises(NoSuchSegment):
        await drafted(house)


async def test_residents_and_other_managers_launch_nothing(house: House) -> None:
    """A resident never, another manager not what somebody else wrote; an admin may."""
    async with house.open_work() as work:
        other = await a_resident(work, "Пётр", role=Role.MANAGER)
        admin = await a_resident(work, "Анна", role=Role.ADMIN)
        await work.commit()
    draft = await drafted(house)

    with pytest.raises(NotAllowed) as refusal:
        await launches(house, draft, house.residents[0])
    assert refusal.value.needed is Role.MANAGER
    with pytest.raises(NotAllowed) as refusal:
        await launches(house, draft, other)
    assert refusal.value.needed is Role.ADMIN
    assert (await house.campaign(draft.id)).state is CampaignState.DRAFT
    assert (await launches(house, draft, admin)).now
    async with house.open_work() as work:
        notes = [(actor, act, detail) for _, actor, act, detail in await work.audit.recent(9)]
    assert (house.residents[0].id, "refused", "broadcast.launch") in notes
    assert (admin.id, "broadcast.launch", f"campaign:{draft.id}") in notes


ERRANDS: dict[str, Callable[[UnitOfWork, Clock, Person], Awaitable[object]]] = {
    "draft": lambda work, clock, who: DraftBroadcast(work, clock)(who, 1, "Привет"),
    "preview": lambda work, clock, who: PreviewBroadcast(work, clock, PlainWording())(who, 1),
    "launch": lambda work, clock, who: LaunchBroadcast(work, clock, PlainWording())(who, 1),
    "pause": lambda work, clock, who: PauseBroadcast(work, clock)(who, 1),
    "resume": lambda work, clock, who: ResumeBroadcast(work, clock)(who, 1),
    "unconfirmed": lambda work, clock, who: ListUnconfirmed(work, clock)(who, 1),
    "progress": lambda work, clock, who: BroadcastProgress(work, clock)(who, 1),
}


@pytest.mark.parametrize("errand", ERRANDS)
async def test_no_errand_of_a_manager_is_done_for_a_resident(house: House, errand: str) -> None:
    """A forged button gets a no, and the no is noted."""
    async with house.open_work() as work:
        with pytest.raises(NotAllowed):
            await ERRANDS[errand](work, house.clock, house.residents[0])
    async with house.open_work() as work:
        ((_, actor, act, detail),) = await work.audit.recent(5)

    assert (actor, act, detail) == (house.residents[0].id, "refused", f"broadcast.{errand}")


@pytest.mark.parametrize("errand", sorted(set(ERRANDS) - {"draft"}))
async def test_a_button_of_a_campaign_that_is_not_there(house: House, errand: str) -> None:
    """It is said so, and nothing breaks."""
    async with house.open_work() as work:
        with pytest.raises(NoSuchCampaign):
            await ERRANDS[errand](work, house.clock, house.manager)


async def test_a_campaign_is_paused_and_resumed(house: House) -> None:
    """Only what is being sent can be paused, only what is paused goes on."""
    draft = await drafted(house)

    async def turn(errand: type[PauseBroadcast | ResumeBroadcast]) -> CampaignState:
        async with house.open_work() as work:
            return (await errand(work, house.clock)(house.manager, draft.id)).state

    assert await turn(PauseBroadcast) is CampaignState.DRAFT
    await launches(house, draft, house.manager)
    assert await turn(ResumeBroadcast) is CampaignState.SENDING
    assert await turn(PauseBroadcast) is CampaignState.PAUSED
    assert (await house.campaign(draft.id)).state is CampaignState.PAUSED
    assert await turn(ResumeBroadcast) is CampaignState.SENDING


async def test_progress_adds_up_to_the_audience(house: House) -> None:
    """Before a launch there is no audience; after it everybody is in one state."""
    draft = await drafted(house)

    async def progress() -> tuple[int, dict[DeliveryState, int]]:
        async with house.open_work() as work:
            told = await BroadcastProgress(work, house.clock)(house.manager, draft.id)
            return told.audience, dict(told.totals)

    assert await progress() == (0, {})
    await launches(house, draft, house.manager)
    assert await progress() == (3, {DeliveryState.QUEUED: 3})


async def test_who_took_their_consent_back_is_in_no_audience(house: House) -> None:
    """Without consent nobody is counted, shown or written to."""
    await house.changes(house.residents[0], consented_at=None, name=None)
    draft = await drafted(house)

    assert (await previewed(house, draft)).reachable == 2
    assert (await launches(house, draft, house.manager)).audience == 2


async def test_each_reads_in_their_language_and_with_their_balance(open_work: OpenWork) -> None:
    """Words that the bot adds follow the recipient; the balance told includes the gift."""

    class ByLanguage(PlainWording):
        def gift(self, points: int, language: str) -> str:
            return {"ru": f"+{points} баллов", "en": f"+{points} points"}[language]

    async with open_work() as work:
        manager = await a_resident(work, "Ольга", role=Role.ADMIN)
        vera = await a_resident(work, "Вера")
        john = replace(await a_resident(work, "John"), language="en")
        await work.people.save(john)
        _, (segment, *_) = await a_scheme_with_segments(work)
        await a_placement(work, segment, vera, john)
        await work.commit()
    house = House(open_work, manager, segment, [vera, john])
    draft = await drafted(house, "{name}: {points}", points=5)
    async with open_work() as work:
        preview = await PreviewBroadcast(work, house.clock, ByLanguage())(manager, draft.id)

    assert [example.letter.text for example in preview.examples] == [
        "Вера: 5\n\n+5 баллов",
        "John: 5\n\n+5 points",
    ]
