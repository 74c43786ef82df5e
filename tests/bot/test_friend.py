"""/friend: whoever comes by a neighbour's link is known as brought by them."""

import re

from tests.bot.chat import Town


async def test_a_neighbour_brings_a_neighbour(town: Town) -> None:
    vera = await town.person("Vera")
    link = re.search(r"start=(\S+)", await vera.says("/friend"))
    assert link is not None
    petr = await town.person("Petr", stranger=True)
    assert "t.me/" not in await petr.says("/friend"), "who has not agreed gets no link"
    assert any("gree" in label for label in petr.buttons), "but the way to agree"
    await petr.says(f"/start {link[1]}")
    await petr.taps("I agree")
    async with town.work() as work:
        (known,) = await work.facts.of([(await petr.record()).id])
    assert known.values["referrer",] == str((await vera.record()).id)
    assert known.values["source",] == "friend"
