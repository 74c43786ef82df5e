"""Portraits of segments that rest on what people did."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.views.pictures import heat_scene
from bot.views.portraits import portrait_lines
from bot.words import Words
from segmentation.grounds import Doings, Grounds
from tests.bot.chat import segment_here
from tests.fakes import NOON, FixedClock, MemoryDatabase
from tests.makers import a_resident
from use_cases.records import Role
from use_cases.records.rules import Deed
from use_cases.reporting.building import BuildReport
from use_cases.reporting.portraying import portray
from use_cases.reporting.sitting import gather_material
from use_cases.segments.segmenting import FindSegments


@pytest.mark.parametrize("language", ["ru", "uk", "en"])
async def test_what_people_did_is_in_the_portrait_as_in_the_report(language: str) -> None:
    """The cold are not "much like everybody"; the legend explains only the marks that are there."""
    database, clock, words = MemoryDatabase(), FixedClock(), Words(language)
    async with database.open_work() as work:
        manager = await a_resident(work, role=Role.MANAGER)
        people = [await a_resident(work) for _ in range(60)]
        await work.facts.add_deeds(
            Deed(person_id=person.id, kind="payment", at=NOON - timedelta(days=place),
                 amount=10_000 * (100 - place))
            for place, person in enumerate(people)
        )  # fmt: skip
        await work.commit()
    await FindSegments(database.open_work, clock, segment_here)(
        manager, "", Grounds(doings=Doings.RFM)
    )
    async with database.open_work() as work:
        report = (await BuildReport(work, clock)(None, "")).schemes[0]
        (scheme,) = await work.segments.schemes()
        portraits = portray(await gather_material(work, scheme, ZoneInfo("UTC"), clock))

    assert len(portraits) == len(report.segments) > 1
    for place, portrait in enumerate(portraits):
        told = {trait.item: trait.value for trait in portrait.rows}
        counted = {row.item: row.cells[place].estimate.value for row in report.rows}
        assert told == {item: pytest.approx(counted[item]) for item in told}
    cold = max(portraits, key=lambda each: each.rows[0].value)
    said = "\n".join(portrait_lines(cold, words))
    assert words("trait-recency-more") in said
    assert words("portrait-like-all") not in said
    assert words("portrait-note-built") in said
    assert words("portrait-note-placed") not in said
    names = {each.segment.id: str(each.segment.number) for each in portraits}
    scene = heat_scene(portraits, names, words, 10)
    assert scene is not None
    assert words("report-doing-recency") in scene.alt
