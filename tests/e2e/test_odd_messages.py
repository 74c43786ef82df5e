"""People send what nobody asked for: each gets a clear word in their language, nothing is lost."""

from sandbox.client import Person, SandboxClient
from surveys.answers import Counted, Written
from tests.e2e.town import agrees, answers_of

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360d0feff1f000303020058b0ba430000000049454e44ae426082"
)


async def stands_at_years(client: SandboxClient, language: str = "en") -> Person:
    """Somebody who is being asked for a number."""
    person = await client.person(first_name="Oksana", language_code=language)
    await agrees(person)
    await person.taps({"en": "My own", "uk": "Власна", "ru": "Своя"}[language])
    await person.until({"en": "How many", "uk": "Скільки", "ru": "Сколько"}[language])
    return person


async def test_a_photo_instead_of_a_number(client: SandboxClient, town_url: str) -> None:
    """A picture, a voice message, a place or a file says nothing to a question about years."""
    oksana = await stands_at_years(client)
    await oksana.sends_file(PIXEL, name="me.png", kind="photo")
    await oksana.until("A number is needed")
    await oksana.sends_file(b"OggS", name="hm.ogg", kind="voice")
    await oksana.until("A number is needed")
    await oksana.sends_location(50.45, 30.52)
    await oksana.until("A number is needed")
    await oksana.says("very long")
    await oksana.until("A number is needed")
    await oksana.says("7")
    await oksana.until("What else?")

    assert (await answers_of(town_url, oksana))["years"] == Counted(7)


async def test_the_same_in_ukrainian_and_russian(client: SandboxClient) -> None:
    """The word that something else is needed comes in the person's own language."""
    oksana = await stands_at_years(client, "uk")
    await oksana.sends_file(PIXEL, name="me.png", kind="photo")
    await oksana.until("число")
    await oksana.says("/dance")
    await oksana.until("Такої команди")
    vera = await stands_at_years(client, "ru")
    await vera.says("сто")
    await vera.until("число")
    await vera.says("/танец")
    await vera.until("Такой команды")


async def test_five_thousand_characters(client: SandboxClient, town_url: str) -> None:
    """Telegram cuts a very long answer in two messages: the first is the answer, none is lost."""
    oksana = await stands_at_years(client)
    await oksana.says("7")
    await oksana.until("What else?")
    await oksana.says("x" * 4_096)
    await oksana.says("y" * 904)
    refused = await oksana.until(lambda message: "4096" in message.text.replace(",", ""))

    assert "shorten" in refused.text
    await oksana.until("Thank you kindly!")
    assert (await answers_of(town_url, oksana))["words"] == Written("y" * 904)


async def test_a_text_before_consent(client: SandboxClient, town_url: str) -> None:
    """Whoever writes before agreeing is asked first, with the buttons; nothing of it is kept."""
    ivan = await client.person(first_name="Ivan", language_code="en")
    await ivan.says("The lift is broken!")
    await ivan.until("/forget")
    assert await answers_of(town_url, ivan) == {}
    await agrees(ivan)


async def test_an_edited_message_edits_the_answer(client: SandboxClient, town_url: str) -> None:
    """What was typed by mistake is mended where it stands."""
    oksana = await stands_at_years(client)
    said = await oksana.says("7")
    await oksana.until("What else?")
    await oksana.edits(said, "70")
    await oksana.until("Changed")

    assert (await answers_of(town_url, oksana))["years"] == Counted(70)


async def test_a_command_in_a_group(client: SandboxClient) -> None:
    """The bot does not talk business in public: it shows the way to the private chat."""
    oksana = await stands_at_years(client)
    group = await client.group("Our house", [oksana])
    await oksana.says("Good morning, neighbours", chat=group)
    assert await group.is_silent(seconds=0.5)
    await oksana.says("/points", chat=group)
    await group.until("https://t.me/")


async def test_a_managers_command_by_a_resident(client: SandboxClient) -> None:
    """A polite no, whatever the command."""
    oksana = await stands_at_years(client)
    for command in ("/surveys", "/segments", "/broadcast", "/report", "/managers"):
        await oksana.says(command)
        await oksana.until(lambda m: "Only" in m.text or "no such command" in m.text)
    await oksana.says("/survey")
    await oksana.until("How many years?")


async def test_markup_in_somebodys_words(client: SandboxClient, town_url: str) -> None:
    """Angle brackets are words like any others."""
    oksana = await client.person(first_name="<b>Oks&ana", language_code="en")
    await agrees(oksana)
    await oksana.taps("My own")
    await oksana.until("How many")
    await oksana.says("7")
    await oksana.until("What else?")
    await oksana.says("<script>alert('&amp;')</script>")
    await oksana.until("Thank you kindly!")
    said = Written("<script>alert('&amp;')</script>")

    assert (await answers_of(town_url, oksana))["words"] == said
