"""Sealed surveys forget who said what."""

from tests.bot.chat import Neighbour, Town
from tests.bot.fieldwork.scene import field
from use_cases.records import StoredSurvey


async def test_a_sealed_survey_forgets_who_said_what(
    town: Town, manager: Neighbour, yard: StoredSurvey
) -> None:
    """The person is told before; at the end the walk is gone, the points are given once."""
    await field(town, sealed=True)
    vera = await town.person("Vera")
    assert "This survey is anonymous" in await vera.says("/start yard")
    await vera.taps("own")
    said = await vera.taps("5")
    assert "+20 points" in said and vera.buttons == []
    me = await vera.record()
    async with town.work() as work:
        assert list(await work.responses.walks("yard")) == []
        assert list(await work.sealed.takers("yard")) == [me.id]
        assert len(await work.sealed.ballots("yard")) == 1
        counts = await work.responses.counts("yard")
        assert (counts.started, counts.completed) == (1, 1)
        assert min(await work.responses.completed_answers("yard")) < 0
    assert "You have taken part" in await vera.says("/start yard")
    assert "No questions right now" in await vera.says("/survey")
    await manager.says("/surveys")
    await manager.presses(f"fd:{yard.id}:x:0")
    assert "stays as it is" in manager.last.text


async def test_what_was_begun_of_a_sealed_survey_goes_when_it_ends(
    town: Town, manager: Neighbour, yard: StoredSurvey
) -> None:
    await field(town, sealed=True)
    vera = await town.person("Vera")
    await vera.says("/start yard")
    await vera.taps("own")
    await manager.says("/surveys")
    await manager.taps("Our yard")
    await manager.taps("Close")
    await manager.taps("Yes, close")
    async with town.work() as work:
        assert list(await work.responses.walks("yard")) == []


async def test_sealed_answers_are_nobodys_everywhere(
    town: Town, manager: Neighbour, yard: StoredSurvey
) -> None:
    """Facts are refreshed, nobody is placed; messages and times went with the walk."""
    import sqlalchemy as sa

    from storage.tables import metadata
    from use_cases.rules.projecting import RefreshFacts

    await field(town, sealed=True)
    vera = await town.person("Vera")
    await vera.says("/start yard")
    await vera.says("own")
    await vera.says("5")
    await RefreshFacts(town.services.open_work, town.clock)()
    counted: dict[str, int] = {}
    async with town.database.engine.connect() as connection:
        for table in metadata.sorted_tables:
            rows = await connection.execute(sa.select(sa.func.count()).select_from(table))
            counted[table.name] = rows.scalar_one()
        known = set(await connection.scalars(sa.select(metadata.tables["facts"].c.name)))
    assert counted["boxes"] == counted["takers"] == 1
    traceless = ("responses", "answers", "sayings", "memberships")
    assert {name: counted[name] for name in traceless} == dict.fromkeys(traceless, 0)
    assert known == {"first_active", "last_active", "sessions"}, "when she wrote, not what"
