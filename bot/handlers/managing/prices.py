"""The button "Prices" of a survey that asks for them: curves and points, or what is missing."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.screen import Screen, View
from bot.services import Services
from bot.views.prices import PricesOf, prices_text, too_few_text
from bot.words import Words
from surveys.prices import Prices, Sensitivity, TooFewPrices, measure
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person
from use_cases.reporting.prices import CollectPrices

router = Router(name="prices")


@router.callback_query(PricesOf.filter())
async def prices(
    _: CallbackQuery,
    callback_data: PricesOf,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    services: Services,
) -> None:
    """Answer at once; the picture follows from the worker."""
    asked = await CollectPrices(work, clock)(person, callback_data.survey)
    title = asked.title.in_language(words.language)
    unit = asked.unit.in_language(words.language) if asked.unit else ""
    await screen.tell(words("prices-preparing"))
    later = Screen(screen.bot, screen.chat_id)

    async def go() -> None:
        found, picture = await services.worker.run(
            draw, list(asked.given), asked.left_out, title, unit, words.language
        )
        if isinstance(found, TooFewPrices):
            await later.say(too_few_text(found, words))
        else:
            await later.show_picture(picture, prices_text(found, unit, words), None)

    async def sorry(_: Exception) -> None:
        await later.say(View(words("report-failed")))

    services.background.start(go(), sorry=sorry)


def draw(
    given: list[Prices], left_out: int, title: str, unit: str, language: str
) -> tuple[Sensitivity | TooFewPrices, bytes]:
    """In the worker: the sums, and the picture if there is one."""
    from bot.reports.price_chart import price_chart

    found = measure(given, left_out)
    if isinstance(found, TooFewPrices):
        return found, b""
    return found, price_chart(found, title, unit, language)
