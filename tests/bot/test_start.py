"""The harness at work: a stranger comes, consents, and asks what there is."""

from tests.bot.chat import Town


async def test_a_stranger_is_asked_for_consent_and_then_known_by_name(town: Town) -> None:
    """Nothing but an id and a language is kept before somebody agrees."""
    vera = await town.person("Vera", stranger=True)

    assert "your house listens" in await vera.says("/start")
    assert (await vera.record()).name is None

    assert "No questions right now" in await vera.taps("I agree")
    assert (await vera.record()).name == "Vera"
