"""A rule is told in people's words; where nobody can be found, why."""

import pytest

from tests.bot.chat import Neighbour, Town
from use_cases.records import Role

SURVEY = """
survey: needs
language: en
title: What we need
questions:
  - key: wish
    multiple: What is needed?
    basis: needs
    choices: {parking: A place to park, lift: A lift that runs}
  - key: kind
    single: Who are you?
    choices: {own: Owner, rent: Tenant}
"""


@pytest.fixture
async def manager(town: Town) -> Neighbour:
    manager = await town.person("Maria", role=Role.MANAGER)
    await manager.sends("f.yaml", SURVEY.encode())
    await manager.taps("Publish")
    await manager.says("/rules")
    await manager.taps("New rule")
    return manager


async def test_an_age_that_nobody_told_is_named_as_such(manager: Neighbour) -> None:
    said = await manager.says("age >= 35")

    assert "fewer than 5 people" in said
    assert "not known of anybody yet" in said and "remembers: birthday" in said
    assert "remembers: age" in said and 'field("age")' not in said  # It counts by itself.


async def test_keys_are_told_as_people_read_them(manager: Neighbour) -> None:
    said = await manager.says('need("parking") > 0.5 and answer("needs", "kind") = "own"')

    words = said.split("<code>")[0]
    assert "“A place to park”" in words and "Who are you?" in words and "“Owner”" in words


async def test_a_known_field_is_not_called_unknown(manager: Neighbour) -> None:
    """Everybody has a language: that nobody speaks this one is another thing."""
    assert "not known" not in await manager.says('language = "uk"')
