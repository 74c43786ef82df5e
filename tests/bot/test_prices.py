"""The button "Prices": a picture with four prices, or a sentence on what is missing."""

from io import BytesIO

import pytest

from bot.library import FOLDER
from bot.reports.price_chart import number, price_chart
from bot.screen import View
from bot.views.prices import prices_text
from bot.words import Words
from sandbox.entities import parse_html, utf16_units
from sandbox.limits import CAPTION_UNITS_MAX
from surveys.prices import Sensitivity, measure
from surveys.text import LANGUAGES
from tests.bot.chat import Neighbour, Town
from tests.surveys.test_prices import a_market
from use_cases.records import Role

FILE = (FOLDER / "price_sensitivity.yaml").read_bytes()


async def answers(person: Neighbour, *prices: str) -> None:
    await person.says("/start price_sensitivity")
    await person.taps("Go on" if "Go on" in str(person.buttons) else "on")
    await person.taps("Often")
    for price in prices:
        await person.says(price)


async def published(town: Town) -> Neighbour:
    maria = await town.person("Maria", role=Role.MANAGER)
    await maria.sends("prices.yaml", FILE)
    await maria.taps("Publish")
    return maria


async def test_prices_out_of_order_are_told_why_in_the_authors_words(town: Town) -> None:
    await published(town)
    vera = await town.person("Vera")
    await answers(vera, "100")
    assert "A bargain cannot cost less" in await vera.says("50")
    assert "getting expensive" in await vera.says("100")


async def test_too_few_answers_are_said_to_be_too_few(town: Town) -> None:
    maria = await published(town)
    await maria.says("/surveys")
    await maria.taps("What should it cost")
    await maria.taps("Prices")
    await town.settled()

    assert "the curves need 30" in maria.last.text


async def test_only_managers_see_prices(town: Town) -> None:
    maria = await published(town)
    vera = await town.person("Vera")
    assert "Only managers" in await vera.presses("vw:1", maria.last)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_picture_and_its_caption_in_every_language(language: str) -> None:
    """A PNG as wide as a phone; a caption that Telegram takes."""
    from PIL import Image

    found = measure(a_market(40))
    assert isinstance(found, Sensitivity)
    content = price_chart(found, "A long title " * 12, "грн", language)

    assert Image.open(BytesIO(content)).size == (1080, 1080)
    text, _ = parse_html(View(prices_text(found, "<грн>", Words(language))).text)
    assert utf16_units(text) <= CAPTION_UNITS_MAX
    assert "<грн>" in text and "{" not in text


def test_prices_are_written_as_people_say_them() -> None:
    assert [number(each) for each in (1234.4, 99.96, 12.34, 3.456, 2.0)] == [
        "1\u202f234", "100", "12.3", "3.46", "2",
    ]  # fmt: skip
