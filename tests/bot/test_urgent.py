"""Somebody writes of danger: managers hear of it at once, of the entrance, never of the person."""

from dataclasses import replace

import pytest

from bot.alerts import RETRIED_FOR, TellUrgent
from surveys.field.settings import FieldSettings
from surveys.questions import OpenQuestion, QuestionKey, Survey
from surveys.text import Text
from tests.bot.chat import Neighbour, Town
from tests.makers import a_choice_question, an_open_survey
from use_cases.fieldwork.urgent import UrgentAlerts
from use_cases.records import BoundBy, FlatFacts, Place, Role, Standing, StoredSurvey


@pytest.fixture
async def manager(town: Town) -> Neighbour:
    return await town.person("Maria", role=Role.MANAGER)


@pytest.fixture
async def yard(town: Town, manager: Neighbour) -> StoredSurvey:
    words = OpenQuestion(key=QuestionKey("words"), prompt=Text({"en": "What is wrong?"}))
    survey = Survey(
        key="yard",
        title=Text({"en": "Our yard"}),
        questions=(words, a_choice_question()),
        languages=("en",),
    )
    async with town.work() as work:
        stored = await an_open_survey(work, await manager.record(), survey)
        await work.commit()
    return stored


@pytest.fixture
def tell(town: Town) -> TellUrgent:
    return TellUrgent(town.bot, UrgentAlerts(town.services.open_work, town.clock))


async def move_in(town: Town, neighbour: Neighbour) -> None:
    person, now = await neighbour.record(), town.clock.now()
    async with town.work() as work:
        building = await work.homes.add_building("Lime Street 5", Place(), at=now)
        await work.homes.add_flats(building.id, [FlatFacts(number="12", entrance="2")])
        (flat,) = await work.homes.flats(building.id)
        await work.homes.move_in(
            person.id, flat.id, standing=Standing.CONFIRMED, way=BoundBy.CODE, at=now
        )
        await work.commit()


async def test_managers_hear_at_once_from_which_entrance(
    town: Town, manager: Neighbour, yard: StoredSurvey, tell: TellUrgent
) -> None:
    vera = await town.person("Vera")
    await move_in(town, vera)
    await vera.says("/start yard")
    await vera.says("I can smell gas on the stairs!")
    assert town.hurried == 1
    await tell()
    (told,) = manager.chat.shown
    assert "“Our yard” sounds urgent" in told.text and "a smell of gas" in told.text
    assert "Lime Street 5, entrance 2" in told.text
    assert "Vera" not in told.text and "stairs" not in told.text and "12" not in told.text[:-20]
    await vera.edits("I can smell gas on the stairs and in the hall!")
    await tell()
    assert len(manager.chat.shown) == 1  # The same danger in the same response.
    assert not any("urgent" in each.text for each in vera.chat.shown)


@pytest.mark.parametrize(
    ("language", "said", "told"),
    [
        ("ru", "На лестнице пахнет газом!", "не включайте свет"),
        ("uk", "Не хочу більше жити", "не треба нести це наодинці"),
        ("en", "My neighbour threatened to kill me", "it is not your fault"),
    ],
)
async def test_whoever_writes_of_danger_reads_at_once_whom_to_call(
    town: Town, yard: StoredSurvey, language: str, said: str, told: str
) -> None:
    """Once, before the next question: 112, and whom else the house names; in a sealed survey too,
    and where a neighbour has raised the alarm before."""
    town.turns.services = replace(town.services, emergency="Duty desk <24 h>: 555")
    async with town.work() as work:
        await work.fields.set("yard", FieldSettings(sealed=True))
        await work.commit()
    for name in ("Vera", "Oleh"):
        person = await town.person(name, language=language)
        await person.says("/start yard")
        await person.says(said)
        care, asked = [shown.text for shown in person.chat.shown[-2:]]
        assert told in care and "112" in care and "Duty desk <24 h>: 555" in care
        assert "112" not in asked
        assert "112" not in await person.edits(f"{said} …")


async def test_who_could_not_be_told_is_tried_again_alone(
    town: Town, manager: Neighbour, yard: StoredSurvey, tell: TellUrgent
) -> None:
    """Whoever has heard hears nothing twice; after an hour nobody is tried any more."""
    second = await town.person("Ira", role=Role.MANAGER)
    town.telegram.away.add(second.telegram_id)
    vera = await town.person("Vera")
    await vera.says("/start yard")
    await vera.says("I can smell gas on the stairs!")
    await tell()
    await tell()
    assert len(manager.chat.shown) == 1 and second.chat.shown == []
    town.telegram.away.clear()
    await tell()
    await tell()
    assert len(manager.chat.shown) == 1 and len(second.chat.shown) == 1
    town.telegram.away.add(second.telegram_id)
    oleh = await town.person("Oleh")
    await oleh.says("/start yard")
    await oleh.says("I can smell gas on the stairs!")
    await tell()
    town.clock.passes(RETRIED_FOR)
    await tell()
    town.telegram.away.clear()
    await tell()
    assert len(manager.chat.shown) == 2 and len(second.chat.shown) == 1


async def test_everyday_words_hurry_nobody(
    town: Town, manager: Neighbour, yard: StoredSurvey, tell: TellUrgent
) -> None:
    vera = await town.person("Vera")
    await vera.says("/start yard")
    await vera.says("There is no smell of gas any more, but the roof leaks")
    await tell()
    assert town.hurried == 0 and manager.chat.shown == []


async def test_a_danger_can_come_with_an_edit(
    town: Town, manager: Neighbour, yard: StoredSurvey, tell: TellUrgent
) -> None:
    vera = await town.person("Vera")
    await vera.says("/start yard")
    await vera.says("It is noisy")
    await vera.edits("It is noisy. My neighbour threatened to kill me")
    await tell()
    assert "violence or a threat" in manager.last.text
    assert "Where they live is not known" in manager.last.text


async def test_of_a_sealed_survey_only_the_danger_is_told(
    town: Town, manager: Neighbour, yard: StoredSurvey, tell: TellUrgent
) -> None:
    """No entrance, no number of a response, no hour; once a day for all who write of it."""
    async with town.work() as work:
        await work.fields.set("yard", FieldSettings(sealed=True))
        await work.commit()
    vera, oleh = await town.person("Vera"), await town.person("Oleh")
    await move_in(town, vera)
    for each in (vera, oleh):
        await each.says("/start yard")
        await each.says("There is a strong smell of gas here")
    async with town.work() as work:
        (alert,) = await work.notices.untold()
    assert alert.facts == {"sealed": True, "danger": "gas"}
    assert alert.key == f"urgent:day:{yard.id}:2026-03-02:gas" and alert.at.hour == 0
    await tell()
    (told,) = manager.chat.shown
    assert "The survey is sealed" in told.text and "Lime" not in told.text


async def test_a_try_of_the_survey_and_silenced_managers_hear_nothing(
    town: Town, manager: Neighbour, yard: StoredSurvey, tell: TellUrgent
) -> None:
    await manager.says("/surveys")
    await manager.taps("Our yard")
    await manager.taps("Try")
    await manager.says("I smell gas")
    assert town.hurried == 0
    vera = await town.person("Vera")
    await vera.says("/start yard")
    await vera.says("I smell gas")
    await tell()
    assert "I will not tell" in await manager.taps("Urgent answers: do not tell me")
    oleh = await town.person("Oleh")
    await oleh.says("/start yard")
    await oleh.says("I smell gas")
    shown = len(manager.chat.shown)
    await tell()
    assert len(manager.chat.shown) == shown


async def test_whoever_is_forgotten_takes_the_alert_along(
    town: Town, manager: Neighbour, yard: StoredSurvey, tell: TellUrgent
) -> None:
    vera, oleh = await town.person("Vera"), await town.person("Oleh")
    for each in (vera, oleh):
        await each.says("/start yard")
        await each.says("I smell gas")
    async with town.work() as work:
        assert len(await work.notices.untold()) == 2
        await work.people.erase((await vera.record()).id)
        await work.commit()
        assert len(await work.notices.untold()) == 1


async def test_who_writes_of_danger_while_nothing_is_asked_reads_that_nobody_was_told(
    town: Town, tell: TellUrgent
) -> None:
    """Before consent, too: then the question for it comes below."""
    vera = await town.person("Vera", stranger=True)
    await vera.says("Help, I smell gas on the stairs")
    care, asked = [shown.text for shown in vera.chat.shown]
    assert "no light switches" in care and "I have told nobody" in care
    assert "/forget" in asked
    await tell()
    assert town.hurried == 0
