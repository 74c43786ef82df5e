"""Everything that is held about a resident, as files: a story of /mydata."""

import json
from datetime import timedelta
from typing import Any

from surveys.answers import Answer, Written
from surveys.field.settings import FieldSettings
from tests.bot.chat import Neighbour, Town
from tests.makers import (
    a_completed_walk,
    a_placement,
    a_resident,
    a_scheme_with_segments,
    a_survey,
    an_open_survey,
)
from use_cases.fieldwork.sealing import seal
from use_cases.records.rules import Deed, Fact

SECRET = "Лифт боится соседей"
LONG = "Хочу <b>фонтан</b>. " * 20


def document_of(who: Neighbour) -> dict[str, Any]:
    """The JSON that came last."""
    found: dict[str, Any] = json.loads(who.files[-1].content)
    return found


async def a_past(town: Town, who: Neighbour) -> None:
    """Answers, a place in a segment, a message, a fact, a payment, and a sealed survey."""
    async with town.work() as work:
        person, author = await who.record(), await a_resident(work, "Author", telegram_id=60_001)
        now = town.clock.now()
        survey = await an_open_survey(work, author)
        answers: dict[str, Answer] = {"yard": Written(LONG)}
        await a_completed_walk(work, survey, person, answers, at=now)
        _, (segment, _) = await a_scheme_with_segments(work)
        await a_placement(work, segment, person, at=now)
        letter = await work.campaigns.add(
            author_id=author.id, segment_id=segment.id, template="Воды не будет", points=0, at=now
        )
        await work.campaigns.launch(letter.id, [person.id], at=now)
        await work.facts.note([Fact(person.id, ("stage",), "tenant")], at=now)
        await work.facts.add_deeds(
            [Deed(person_id=person.id, kind="payment", at=now, amount=125_050)]
        )
        secret = await an_open_survey(work, author, a_survey("secret"))
        await work.fields.set("secret", FieldSettings(sealed=True))
        walk = await a_completed_walk(work, secret, person, {"yard": Written(SECRET)}, at=now)
        await seal(work, secret, walk, at=now)
        await work.commit()


async def test_a_resident_gets_all_that_is_held_about_them(town: Town) -> None:
    """A page to read and JSON to take elsewhere: of them alone, without sealed answers."""
    vera, oleh = await town.person("Vera"), await town.person("Oleh")
    await a_past(town, vera)
    await oleh.says("/id")

    assert "to read" in await vera.says("/mydata")
    page, document = (shown.content.decode() for shown in vera.files)
    assert [shown.name for shown in vera.files] == ["my-data.html", "my-data.json"]
    for told in ("Vera", str(vera.telegram_id), "Воды не будет", "1250.5", "tenant", "90%"):
        assert told in page
    assert LONG.replace("<", "&lt;").replace(">", "&gt;") in page  # Their words, not their marks.
    assert "lie among all others without a name" in page
    for strange in (SECRET, "Oleh", str(oleh.telegram_id), "Author"):
        assert strange not in page + document

    held = document_of(vera)["held"]
    assert held["takers"] == [{"survey": "secret"}]
    assert held["answers"][0]["in_words"] == LONG
    assert held["answers"][0]["question"] == "Что сделать во дворе?"
    assert held["memberships"][0]["confidence"] == 0.9
    assert [line["act"] for line in held["audit"]] == ["mydata"]


async def test_a_copy_before_going(town: Town) -> None:
    """The button stands under the question of /forget, which stays answerable."""
    vera = await town.person("Vera")
    await vera.says("/forget")
    await vera.taps("First give me a copy")

    assert document_of(vera)["held"]["people"][0]["name"] == "Vera"
    assert "I no longer know you" in await vera.taps("Yes, erase everything")


async def test_three_times_a_day(town: Town) -> None:
    """The fourth time says when; a day after the first it works again, and the audit has it all."""
    vera = await town.person("Vera")
    for _ in range(3):
        assert "to read" in await vera.says("/mydata")
        town.clock.passes(timedelta(hours=1))

    assert "again on 03.03, 09:00" in await vera.says("/mydata")
    assert len(vera.files) == 6
    town.clock.passes(timedelta(hours=21))
    assert "to read" in await vera.says("/mydata")
    acts = [line["act"] for line in document_of(vera)["held"]["audit"]]
    assert acts == ["mydata", "mydata", "mydata", "mydata.too_often", "mydata"]


async def test_a_stranger_sees_that_hardly_anything_is_held(town: Town) -> None:
    """Who never agreed is a number and a language."""
    vera = await town.person("Vera", stranger=True)
    await vera.says("/start")
    await vera.says("/mydata")

    held = document_of(vera)["held"]
    assert set(held) <= {"people", "inbox", "audit"}
    assert held["people"][0]["name"] is None
