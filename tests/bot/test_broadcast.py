"""A manager writes to a segment: drafts, looks, sends once, watches to the end."""

from dataclasses import replace

import pytest

from tests.bot.chat import Neighbour, Town
from tests.bot.segments import in_halves, residents_answer
from use_cases.records import DeliveryState, Role


@pytest.fixture
async def manager(town: Town) -> Neighbour:
    town.compute = in_halves
    return await town.person("Maria", role=Role.MANAGER)


@pytest.fixture
async def residents(town: Town, manager: Neighbour) -> list[Neighbour]:
    """Sixty, in two segments of thirty."""
    people = await residents_answer(town, 60, asked_by=manager)
    await manager.says("/segments")
    await manager.taps("Find segments")
    await town.settled()
    return people


async def drafted(manager: Neighbour, text: str, points: str = "50") -> str:
    """The preview of a message to the first segment."""
    await manager.says("/broadcast")
    await manager.taps("· 30")
    assert "How many points" in await manager.says(text)
    return await manager.taps(points)


async def test_a_message_is_drafted_shown_sent_and_counted(
    town: Town, manager: Neighbour, residents: list[Neighbour]
) -> None:
    """The totals add up to the audience, in the one message that was the preview."""
    assert "Whom shall we write to?" in await manager.says("/broadcast")
    assert "{name|neighbour} — the name, or “neighbour”" in await manager.taps("· 30")
    await manager.says("Hello, {name}! 2 < 3 & you know it.")
    preview = await manager.taps("10")
    assert "→ here with your name\nHello, Maria!" in preview and "Resident" not in preview
    assert "It will reach 30 people." in preview
    assert "Points in all: 300 points." in preview

    residents[31].chat.blocked = residents[1].chat.blocked = True
    assert "Sending: 0 of 30." in await manager.taps("Send to 30 people")
    assert town.woken == 1
    watched = manager.last.id
    await town.letters_arrive()

    assert watched == manager.last.id
    assert manager.last.text == "Done: 29 got it, 1 has closed the bot. 30 in all."
    got = [person for person in residents if person.chat.shown]
    assert len(got) == 29
    assert "2 < 3 & you know it." in got[0].last.text
    assert "You have 10 points" in await got[0].says("/points")


async def test_a_double_tap_on_send_launches_once(
    town: Town, manager: Neighbour, residents: list[Neighbour]
) -> None:
    await drafted(manager, "Hello!")
    data = manager.last.data_of("Send to 30")
    assert data is not None

    await manager.presses(data)
    assert manager.last.text.splitlines()[0] == "Sending: 0 of 30."
    await manager.presses(data)
    await town.letters_arrive()
    await manager.presses(data)

    assert town.woken == 1
    assert sum(len(person.chat.shown) for person in residents) == 30


async def test_faults_of_the_message_are_told_and_the_next_one_taken(
    manager: Neighbour, residents: list[Neighbour]
) -> None:
    await manager.says("/broadcast")
    await manager.taps("· 30")

    said = await manager.says("Hello, {nmae}! {oops } }")
    assert "There is no “nmae” to put in. Perhaps: {name}" in said
    assert "Mend it and send the text again." in said
    assert "How many points" in await manager.says("Hello, {name}!")
    assert "A whole number of points" in await manager.says("many")
    assert "From 0 to 10,000 points" in await manager.says("10001")
    assert "It will reach 30 people." in await manager.says("7")


async def test_warnings_say_how_many_are_affected(
    town: Town, manager: Neighbour, residents: list[Neighbour]
) -> None:
    """Somebody without a name gets the letter without it; those who closed the bot are counted."""
    async with town.work() as work:
        for nobody in residents[:3]:
            person = await nobody.record()
            await work.people.save(replace(person, name=None))
        away = await residents[4].record()
        await work.people.save(replace(away, unreachable_at=town.clock.now()))
        await work.commit()

    preview = await drafted(manager, "Hello, {name}!", "0")

    assert "⚠️ For fewer than 5 people there is nothing to put in for {name}" in preview
    assert "Fewer than 5 have closed the bot and will not get it." in preview
    assert "Points in all" not in preview

    preview = await drafted(await town.person("Taras", role=Role.ADMIN), "Hello, {name}!", "0")
    assert "⚠️ For 3 people there is nothing to put in for {name}" in preview
    assert "It will not reach 1, who has closed the bot." in preview


async def test_a_long_message_is_previewed_in_part(
    town: Town, manager: Neighbour, residents: list[Neighbour]
) -> None:
    """Three examples of 4,000 signs do not fit into one message of Telegram's."""
    admin = await town.person("Taras", role=Role.ADMIN)
    preview = await drafted(admin, "{name}, " + "<&>" * 1_300)

    assert preview.count("→ Resident") == 3
    assert "Send to 30 people" in admin.buttons


async def test_the_text_can_be_changed_and_the_draft_dropped(
    town: Town, manager: Neighbour, residents: list[Neighbour]
) -> None:
    await drafted(manager, "Hello!")
    assert "Send the text in one message" in await manager.taps("Change the text")
    await manager.says("Good evening!")
    assert "Good evening!" in await manager.taps("0")

    assert await manager.taps("Do not send") == "All right, nothing is sent."
    await town.letters_arrive()
    assert not any(person.chat.shown for person in residents)


async def test_a_draft_outlives_a_restart_and_ends_with_cancel(
    town: Town, manager: Neighbour, residents: list[Neighbour]
) -> None:
    """It is kept in the person's row, nowhere else."""
    await manager.says("/broadcast")
    await manager.taps("· 30")
    kept = (await manager.record()).dialogue
    assert kept.state == "Writing:text"

    assert "left as it was" in await manager.says("/cancel")
    assert (await manager.record()).dialogue.state is None
    assert "There is no draft." in await manager.says("/cancel")


async def test_the_unconfirmed_are_listed_by_name(
    town: Town, manager: Neighbour, residents: list[Neighbour]
) -> None:
    """Whoever was being written to when the bot was killed; a manager, who sees no names, is told
    how many."""
    await drafted(manager, "Hello!")
    await manager.taps("Send to 30")
    async with town.work() as work:
        await work.campaigns.take_queued(1, 2, at=town.clock.now())
        await work.campaigns.disown_sending(1, at=town.clock.now())
        await work.commit()
    await town.letters_arrive()
    assert manager.last.text == "Done: 28 got it, 2 unconfirmed. 30 in all."

    assert "Who is unconfirmed" not in manager.buttons
    assert "Only an admin can do this." in await manager.presses("un:1")
    admin = await town.person("Taras", role=Role.ADMIN)
    await admin.says("/help")
    said = await admin.presses("un:1")

    async with town.work() as work:
        names = [p.name for p in await work.campaigns.people_in(1, DeliveryState.UNCONFIRMED)]
    assert said.startswith("2 people may or may not have got the message")
    assert all(str(name) in said for name in names)


@pytest.mark.parametrize("role", [Role.MANAGER, Role.ADMIN])
async def test_how_few_a_few_are_is_told_to_admins_only(town: Town, role: Role) -> None:
    """By the preview, its button, the progress and its end."""
    maria = await town.person("Maria", role=role)
    for number in range(2):
        await town.person(f"Reader {number}", language="uk")
    await maria.says('/rules language = "uk"')
    await maria.taps("Keep as a segment")
    await maria.says("Two")
    await maria.taps("✉️ Two")
    await maria.says("Hello, {name}!")
    shown = [await maria.taps("10"), *maria.buttons]
    sending = await maria.taps("Send to")
    paused = await maria.taps("Pause")
    await maria.taps("Go on")
    await town.letters_arrive()
    shown += [sending, paused, maria.last.text]

    if role is Role.ADMIN:
        assert "Hello, Reader 0!" in shown[0] and "It will reach 2 people." in shown[0]
        assert "20 points" in shown[0] and "Send to 2 people" in shown
        assert sending.startswith("Sending: 0 of 2.") and paused.startswith("Paused: 0 of 2.")
        assert maria.last.text == "Done: 2 got it. 2 in all."
        return
    assert "It will reach fewer than 5 people." in shown[0] and "Hello, Maria!" in shown[0]
    assert "Send to fewer than 5 people" in shown
    assert sending == "Sending to fewer than 5 people."
    assert paused == "Paused: a message to fewer than 5 people."
    assert maria.last.text == "Done: fewer than 5 got it."
    told = "\n".join(shown)
    assert "Reader" not in told and "20 points" not in told
    assert not any(number in told for number in ("2 people", "of 2", "2 got", "2 in all"))


async def test_sending_can_be_paused_and_goes_on(
    town: Town, manager: Neighbour, residents: list[Neighbour]
) -> None:
    await drafted(manager, "Hello!")
    await manager.taps("Send to 30")

    assert "Paused: 0 of 30." in await manager.taps("Pause")
    await town.letters_arrive()
    assert not any(person.chat.shown for person in residents)

    await manager.taps("Go on")
    await town.letters_arrive()
    assert manager.last.text.startswith("Done: 30 got it.")


async def test_without_segments_there_is_nobody_to_write_to(manager: Neighbour) -> None:
    assert "nobody to write to yet" in await manager.says("/broadcast")


async def test_residents_may_not(town: Town, manager: Neighbour) -> None:
    vera = await town.person("Vera")

    assert await vera.says("/broadcast") == "Only managers can do this."
    assert "Only managers can do this." in await vera.presses("bc:1:s")
    assert "Only managers can do this." in await vera.presses("un:1")
