"""A manager's survey: sent as a file, mended, tried, published, closed."""

import re
from pathlib import Path

import pytest

from bot.handlers.managing.surveys import TEMPLATES
from surveys.yaml.reader import examine_survey
from tests.bot.chat import BOT_USERNAME, Neighbour, Town
from use_cases.records import Role

FILE = (TEMPLATES / "survey.en.yaml").read_bytes()
BROKEN = FILE.replace(b"choices:", b"choises:").replace(b"picks: 1-3", b"picks: three & <more>")


@pytest.fixture
async def manager(town: Town) -> Neighbour:
    return await town.person("Maria", role=Role.MANAGER)


async def published(manager: Neighbour) -> None:
    await manager.sends("house.yaml", FILE)
    await manager.taps("Publish")


async def test_a_survey_without_faults_is_shelved_and_summed_up(manager: Neighbour) -> None:
    """The summary says what it asks, in which languages, and what segments are made of."""
    card = await manager.sends("house.yaml", FILE)

    assert "How do you like it here" in card
    assert "4 questions · 2 minutes · 50 points · English" in card
    assert "For psychographic segments: 2" in card
    assert "For segments by needs: 1" in card
    assert "Segments need 60 people" in card
    offered = {"🧪 Try it", "Publish", "✏️ Change", "📄 As a file", "← All surveys"}
    assert offered <= set(manager.buttons)


async def test_every_fault_is_told_with_its_line_and_a_suggestion(manager: Neighbour) -> None:
    """All at once, in the order of lines, with whatever the author wrote shown as it is."""
    line = BROKEN.decode().splitlines().index("    choises:") + 1

    said = await manager.sends("house.yaml", BROKEN)

    assert f"Line {line}, question repairs. There is no “choises” here. Perhaps: choices" in said
    assert manager.buttons == []


async def test_very_many_faults_fill_several_messages(manager: Neighbour) -> None:
    """Forty are told, the rest counted; each message is short enough for Telegram."""
    questions = "".join(f"  - {{key: q{n}, {'x' * 90}: What?}}\n" for n in range(45))
    before = len(manager.chat.shown)

    said = await manager.sends("f.yaml", f"survey: a\ntitle: A\nquestions:\n{questions}".encode())

    assert "There are 90 places" in said
    assert "…and 50 more places" in said
    assert len(manager.chat.shown) - before > 1


@pytest.mark.parametrize(
    ("name", "content", "size", "answer"),
    [
        ("house.pdf", b"%PDF", None, "has to be a YAML file"),
        ("house.xlsx", b"PK\x03\x04", None, "The spreadsheet cannot be opened ("),
        ("photo.jpg", b"\xff\xd8", None, "has to be a YAML file"),
        ("house.yaml", b"", 50_000_000, "too large: 50 MB. A survey is text, 300 KB is plenty"),
        ("house.yaml", b"#" * 300_001, 10, "too large: 0.3 MB"),
        ("house.yaml", "Двор".encode("koi8-r"), None, "not in UTF-8"),
        ("house.yaml", b"", None, "The file is empty"),
        ("house.yaml", b"\x00\x01", None, "cannot hold"),
    ],
)
async def test_other_files_are_answered_with_what_is_needed(
    manager: Neighbour, name: str, content: bytes, size: int | None, answer: str
) -> None:
    assert answer in await manager.sends(name, content, size=size)


async def test_a_large_file_is_not_even_fetched(town: Town, manager: Neighbour) -> None:
    await manager.sends("house.yaml", FILE, size=50_000_000)

    assert not any(call.__api_method__ == "getFile" for call in town.telegram.calls)


async def test_a_photo_is_no_survey(manager: Neighbour) -> None:
    assert "has to be a YAML file" in await manager.sends_a_photo()


async def test_a_residents_file_is_declined_politely(town: Town, manager: Neighbour) -> None:
    """And in the middle of a survey the question says what it needs."""
    await published(manager)
    vera = await town.person("Vera")

    assert "no use for files" in await vera.sends("house.yaml", FILE)

    await vera.says("/survey")
    await vera.taps("How do you like it here")
    assert "Choose from 1 to 5." in await vera.sends("house.yaml", FILE)


async def test_trying_leads_through_the_survey_and_back_to_its_card(manager: Neighbour) -> None:
    """The answers of a try never count."""
    await manager.sends("house.yaml", FILE)

    first = await manager.taps("Try it")
    assert "A few short questions" in first and "A try: the answers do not count" in first
    await manager.taps("5")
    await manager.taps("1")
    await manager.taps("The lift")
    await manager.taps("Done")
    await manager.says("A bench, please")
    assert "end of the try" in await manager.taps("Go on")

    assert "A draft" in await manager.taps("To the survey")
    await manager.taps("Publish")
    assert "0 have answered of the 60 that segments need" in await manager.says("/surveys")


async def test_publishing_gives_the_link_and_closing_asks_first(
    town: Town, manager: Neighbour
) -> None:
    await manager.sends("house.yaml", FILE)
    assert f"https://t.me/{BOT_USERNAME}?start=my_house" in await manager.taps("Publish")

    vera = await town.person("Vera")
    assert "1 of 4" in await vera.says("/start my_house")

    assert "Close “How do you like it here”?" in await manager.taps("Close")
    assert "<5" in manager.last.text
    assert "🟢 Open" in await manager.taps("leave it open")
    await manager.taps("Close")
    assert "🔒 Closed" in await manager.taps("Yes, close it")
    assert "This survey is closed" in await vera.taps("5")


async def test_the_shelf_lists_surveys_and_gives_a_sample(manager: Neighbour) -> None:
    """The sample can be sent straight back."""
    assert "no surveys yet" in await manager.says("/surveys")
    await manager.taps("sample")
    [sample] = manager.files
    assert "Publish" in (await manager.sends("survey.yaml", sample.content) and manager.buttons)

    assert "How do you like it here" in await manager.says("/surveys")
    assert "A draft" in await manager.taps("✏️ How do you like it here")
    assert "send a YAML file" in await manager.taps("All surveys")


async def test_residents_may_not(town: Town, manager: Neighbour) -> None:
    """Neither by command nor with a forged button; the refusal is noted."""
    await published(manager)
    vera = await town.person("Vera")

    assert await vera.says("/surveys") == "Only managers can do this."
    assert "Only managers can do this." in await vera.presses("sv:cc:1")

    async with town.work() as work:
        refused = [act for _, _, act, _ in await work.audit.recent(10)]
    assert refused.count("refused") == 2


@pytest.mark.parametrize("path", sorted(TEMPLATES.glob("*.yaml")), ids=lambda p: str(p.name))
def test_every_sample_is_without_faults(path: Path) -> None:
    examined = examine_survey(path.read_text(encoding="utf-8"))

    assert (examined.faults, examined.warnings) == ((), ())


async def test_a_second_survey_of_one_title_is_asked_about_before_it_opens(
    manager: Neighbour,
) -> None:
    """Nothing is published by the first tap; a new version of the same survey is no namesake."""
    await published(manager)
    assert b"\nsurvey: " in FILE
    other = re.sub(rb"(?m)^survey: .*$", b"survey: another_house", FILE)
    await manager.sends("again.yaml", other)
    asked = await manager.taps("Publish")
    assert "is open already" in asked and manager.buttons == ["Publish", "Not yet"]
    await manager.taps("Publish")
    said = await manager.says("/surveys")
    assert "another_house · How do you like it here" in said
