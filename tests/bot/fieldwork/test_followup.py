"""Those who answered learn what came of it; nobody else, and nobody by name where that was said."""

from tests.bot.chat import Neighbour, Town
from tests.bot.fieldwork.scene import field
from use_cases.records import CampaignState, StoredSurvey, SurveyStatus


async def answered(town: Town, name: str) -> Neighbour:
    """Somebody who is through with the yard survey."""
    neighbour = await town.person(name)
    await neighbour.says("/start yard")
    await neighbour.taps("own")
    await neighbour.taps("5")
    return neighbour


async def test_those_who_answered_read_what_came_of_it(
    town: Town, manager: Neighbour, yard: StoredSurvey
) -> None:
    """After the survey is closed as well; who stopped half-way or never came reads nothing."""
    vera = await answered(town, "Vera")
    assert "When it is decided what to do, I will write." in vera.last.text
    halfway, stranger = await town.person("Oleh"), await town.person("Ira")
    await halfway.says("/start yard")
    await halfway.taps("own")
    async with town.work() as work:
        await work.surveys.set_status(yard.id, SurveyStatus.CLOSED, at=town.clock.now())
        await work.commit()

    assert "did something come of" in await manager.says("/followup")
    assert "What came of the survey" in await manager.taps("Our yard")
    assert "no “nmae”" in await manager.says("Dear {nmae}, twelve benches.")
    preview = await manager.says("Dear {name}, twelve benches come in May.")
    assert "You answered “Our yard”" in preview and "It will reach 1 person." in preview
    before = len(halfway.chat.messages), len(stranger.chat.messages)
    sending = manager.last.data_of("Send to 1 person")
    assert sending is not None
    await manager.presses(sending)
    await manager.presses(sending)  # A double tap.
    await town.letters_arrive()

    told = [shown for shown in vera.chat.messages.values() if "twelve benches" in shown.text]
    assert len(told) == 1 and "“Our yard”" in vera.last.text
    assert "Dear Vera, twelve benches come in May." in vera.last.text
    assert vera.last.buttons == []
    assert before == (len(halfway.chat.messages), len(stranger.chat.messages))


async def test_nothing_is_sent_where_nobody_answered(
    town: Town, manager: Neighbour, yard: StoredSurvey
) -> None:
    assert "Nobody has answered" in await manager.says("/followup")
    await manager.presses(f"fd:{yard.id}:f:0")
    preview = await manager.says("Twelve benches.")
    assert "It will reach 0 people." in preview
    assert not any("Send to" in label for label in manager.buttons)
    assert "Only managers" in await (await town.person("Vera")).says("/followup")


async def test_a_sealed_survey_names_nobody_whose_letter_is_unconfirmed(
    town: Town, manager: Neighbour, yard: StoredSurvey
) -> None:
    """A name in that list would tell who took part."""
    await field(town, sealed=True, takers_shown=False)
    await answered(town, "Vera")
    await manager.says("/followup")
    await manager.taps("Our yard")
    await manager.says("Twelve benches.")
    await manager.taps("Send to 1 person")
    async with town.work() as work:
        (campaign,) = await work.campaigns.in_state(CampaignState.SENDING)
        await work.campaigns.take_queued(campaign.id, 1, at=town.clock.now())
        assert await work.campaigns.disown_sending(campaign.id, at=town.clock.now()) == 1
        await work.commit()

    assert "Vera" not in await manager.presses(f"un:{campaign.id}")
