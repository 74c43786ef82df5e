"""Managers are told, once, that people answer otherwise than when the segments were found."""

from datetime import timedelta

import pytest

from bot.nightly import Nightly
from bot.views.alerts import digest_view
from bot.words import Words
from segmentation.following.drift import Drift
from segmentation.following.waves import drifted
from segmentation.run import SegmentationRun
from segmentation.values import AnswerTable
from tests.bot.chat import Neighbour, Town
from tests.bot.segments import LOVES_THE_YARD, by_answers, residents_answer
from use_cases.fieldwork.alerting import CollectAlerts, Digest
from use_cases.records import AlertKind, Role
from use_cases.segments.drifting import WatchDrift
from use_cases.segments.segmenting import FindSegments


async def compare_here(run: SegmentationRun, before: AnswerTable, after: AnswerTable) -> Drift:
    return drifted(run, before, after)


def nights(town: Town) -> Nightly:
    """The nightly job with everything that it has in the running bot but the worker."""
    watch = WatchDrift(town.database.open_work, town.clock, compare_here)
    find = FindSegments(town.database.open_work, town.clock, by_answers, watch)
    return Nightly(town.database.open_work, town.clock, find, hour=3)


@pytest.fixture
async def manager(town: Town) -> Neighbour:
    """A manager whose house has two camps of forty."""
    maria = await town.person("Maria", role=Role.MANAGER)
    await residents_answer(town, 40, asked_by=maria)
    await residents_answer(town, 40, asked_by=maria, answers=LOVES_THE_YARD, named="Yard")
    await nights(town).once()
    town.clock.passes(timedelta(days=1))
    return maria


async def told(town: Town) -> list[Digest]:
    return await CollectAlerts(town.database.open_work, town.clock)()


async def test_new_answers_that_differ_are_told_once(town: Town, manager: Neighbour) -> None:
    """Not every night, and with what to do about it."""
    await residents_answer(town, 40, asked_by=manager, answers=LOVES_THE_YARD, named="Newcomer")
    await nights(town).once()

    (digest,) = await told(town)
    assert [alert.kind for alert in digest.alerts] == [AlertKind.DRIFT]
    view = digest_view(digest, Words("en"))
    assert "people answer otherwise than when the segments were found" in view.text
    assert "“I want quiet”" in view.text
    labels = [button.text for row in view.buttons.inline_keyboard for button in row]  # type: ignore[union-attr]
    assert "🔎 Find again" in labels
    assert "Answers that drift: do not tell me" in labels

    town.clock.passes(timedelta(days=1))
    await residents_answer(town, 1, asked_by=manager, answers=LOVES_THE_YARD, named="One more")
    await nights(town).once()
    assert await told(town) == []


async def test_the_same_people_do_not_drift(town: Town, manager: Neighbour) -> None:
    await residents_answer(town, 20, asked_by=manager, named="Newcomer")
    await residents_answer(
        town, 20, asked_by=manager, answers=LOVES_THE_YARD, named="Yard newcomer"
    )
    await nights(town).once()

    assert await told(town) == []


async def test_a_few_newcomers_prove_nothing(town: Town, manager: Neighbour) -> None:
    await residents_answer(town, 20, asked_by=manager, answers=LOVES_THE_YARD, named="Newcomer")
    await nights(town).once()

    assert await told(town) == []
