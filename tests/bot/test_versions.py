"""A new version: what it changes is shown before, and those who are half-way finish theirs."""

from tests.bot.chat import Town
from use_cases.records import Role

FIRST = """
survey: yard
language: en
title: Our yard
questions:
  - {key: pets, yes_no: Any pets?}
  - {key: quiet, scale: Quiet matters to me}
  - {key: needs, single: What is needed?, choices: {lift: Lift, light: Light}}
"""
SECOND = """
survey: yard
language: en
title: Our yard
questions:
  - {key: pets, yes_no: Do you keep pets?}
  - {key: quiet, scale: Quiet matters to me, to: 7}
  - {key: needs, single: What is needed?, choices: {lift: Lift, ramp: A ramp}}
  - {key: people, number: How many are you?}
"""


async def test_a_new_version_is_published_knowingly(town: Town) -> None:
    """Added, changed and incomparable questions are named; the first version needs no question."""
    manager = await town.person("Maria", role=Role.MANAGER)
    await manager.sends("f.yaml", FIRST.encode())
    assert "Version" not in await manager.taps("Publish")
    await manager.sends("f.yaml", FIRST.encode())
    assert "All answers can be compared over both versions." in await manager.taps("Publish")
    await manager.taps("Not yet")
    vera = await town.person("Vera")
    await vera.says("/start yard")
    await vera.taps("Yes")

    card = await manager.sends("f.yaml", SECOND.encode())
    assert "Version 3, a draft" in card and "Version 1 is open meanwhile" in card
    said = await manager.taps("Publish")
    assert "Version 3 will take the place of version 1" in said
    assert "➕ How many are you?" in said
    assert "Do you keep pets?: worded anew" in said
    assert "Quiet matters to me: another kind" in said
    assert "1 option more, 1 option less" in said
    assert "Comparable over both versions: 1 of 4" in said
    await manager.taps("Publish")

    await vera.taps("4")
    assert "thank" in (await vera.taps("Light")).lower()
    oleh = await town.person("Oleh")
    assert "Do you keep pets?" in await oleh.says("/start yard")
