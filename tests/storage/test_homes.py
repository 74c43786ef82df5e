"""What the store of homes promises."""

from dataclasses import replace
from datetime import date, timedelta

from tests.fakes import NOON
from tests.makers import a_resident
from use_cases.ports import OpenWork, UnitOfWork
from use_cases.records import (
    BoundBy,
    Building,
    Flat,
    FlatFacts,
    HomeRole,
    Place,
    Standing,
    WrongCodes,
)

LATER = NOON + timedelta(hours=1)
KYIV = Place(district="Подол", city="Киев", region="Киевская область")


async def a_building(work: UnitOfWork, name: str = "12А", *numbers: str) -> Building:
    """A building with these flats."""
    building = await work.homes.add_building(name, Place(), at=NOON)
    await work.homes.add_flats(building.id, [FlatFacts(number=number) for number in numbers])
    return building


async def a_flat(work: UnitOfWork, number: str = "45", building: str = "12А") -> Flat:
    """A flat in a building of that name."""
    there = await a_building(work, building, number)
    flat = await work.homes.flat_numbered(there.id, number)
    assert flat is not None
    return flat


async def test_a_building_is_kept_once_however_it_is_written(open_work: OpenWork) -> None:
    """A second "12 a" is the 12А that is there, as it was."""
    async with open_work() as work:
        first = await work.homes.add_building("12А", KYIV, at=NOON)
        again = await work.homes.add_building("д. 12-a", Place(), at=LATER)
        await work.commit()

    assert first == again == Building(id=first.id, name="12А", place=KYIV)
    async with open_work() as work:
        assert [first] == list(await work.homes.buildings())
        assert first == await work.homes.building(first.id)
        assert await work.homes.building(first.id + 1) is None


async def test_buildings_and_flats_come_as_people_order_them(work: UnitOfWork) -> None:
    for name in ("12", "2Б", "2", "Садовая 1"):
        await a_building(work, name)
    two = (await work.homes.buildings())[0]
    facts = [("10", "1", 3), ("2", "1", 1), ("1", "1", 1), ("11", "2", 1), ("5", None, None)]
    listed = [FlatFacts(number=n, entrance=e, floor=f) for n, e, f in facts]
    assert await work.homes.add_flats(two.id, listed) == 5

    assert [b.name for b in await work.homes.buildings()] == ["2", "2Б", "12", "Садовая 1"]
    assert [f.number for f in await work.homes.flats(two.id)] == ["1", "2", "10", "11", "5"]


async def test_adding_the_same_flats_again_changes_nothing(work: UnitOfWork) -> None:
    """Whatever is known of a flat stays; only `save_flats` changes it."""
    building = await a_building(work, "12А")
    known = FlatFacts(number="45", entrance="2", floor=3, area=61.5, share=0.01)
    assert await work.homes.add_flats(building.id, [known]) == 1

    assert await work.homes.add_flats(building.id, [FlatFacts(number="кв. 045")]) == 0
    assert await work.homes.add_flats(building.id, []) == 0

    (flat,) = await work.homes.flats(building.id)
    assert flat.facts == known
    assert flat == await work.homes.flat_numbered(building.id, "45") == await work.homes.flat(1)


async def test_facts_of_flats_are_changed(work: UnitOfWork) -> None:
    flat = await a_flat(work)
    better = replace(flat, facts=replace(flat.facts, number="45а", entrance="1", floor=-1))
    await work.homes.save_flats([better])
    await work.homes.save_flats([])

    assert better == await work.homes.flat(flat.id)
    assert await work.homes.flat_numbered(flat.building_id, "45 A") == better
    assert await work.homes.flat_numbered(flat.building_id, "45") is None


async def test_a_building_is_renamed(work: UnitOfWork) -> None:
    building = await a_building(work)
    await work.homes.save_building(replace(building, name="14", place=KYIV))

    assert list(await work.homes.buildings()) == [Building(id=building.id, name="14", place=KYIV)]


async def test_a_code_leads_to_its_flat_until_it_is_void(work: UnitOfWork) -> None:
    flat = await a_flat(work)
    assert flat.code is None
    await work.homes.set_codes({flat.id: "CDFG3467"})
    await work.homes.set_codes({})

    assert await work.homes.flat_of_code("CDFG3467") == replace(flat, code="CDFG3467")

    await work.homes.set_codes({flat.id: None})
    assert await work.homes.flat_of_code("CDFG3467") is None


async def test_several_people_live_in_a_flat_and_one_in_several(work: UnitOfWork) -> None:
    vera, oleh = await a_resident(work), await a_resident(work, "Олег")
    flat, other = await a_flat(work, "45"), await a_flat(work, "46")
    for person, where in ((vera, flat), (oleh, flat), (vera, other)):
        await work.homes.move_in(
            person.id, where.id, standing=Standing.CONFIRMED, way=BoundBy.CODE, at=NOON
        )

    assert [home.flat for home in await work.homes.of_person(vera.id)] == [flat, other]
    (home,) = await work.homes.of_person(oleh.id)
    assert (home.building.name, home.residence.since) == ("12А", NOON)
    in_house = await work.homes.residents(flat.building_id)
    assert [(r.person_id, r.flat_id) for r in in_house] == [
        (vera.id, flat.id),
        (oleh.id, flat.id),
        (vera.id, other.id),
    ]
    assert await work.homes.living_in([flat.building_id, 999]) == {
        vera.id: [flat.id, other.id],
        oleh.id: [flat.id],
    }
    assert await work.homes.living_in([]) == {}


async def test_a_claim_waits_and_a_code_confirms_it(work: UnitOfWork) -> None:
    """A claim does not count as living there; it is confirmed in its place, never doubled."""
    vera, flat = await a_resident(work), await a_flat(work)
    claim = await work.homes.move_in(
        vera.id, flat.id, standing=Standing.CLAIMED, way=BoundBy.CLAIM, at=NOON,
        role=HomeRole.TENANT, moved_in=date(2020, 5, 1),
    )  # fmt: skip

    assert list(await work.homes.residents(flat.building_id)) == []
    assert await work.homes.living_in([flat.building_id]) == {}
    assert [home.residence for home in await work.homes.claims()] == [claim]

    confirmed = await work.homes.move_in(
        vera.id, flat.id, standing=Standing.CONFIRMED, way=BoundBy.CODE, at=LATER
    )
    assert confirmed == replace(claim, standing=Standing.CONFIRMED, way=BoundBy.CODE)
    claimed_again = await work.homes.move_in(
        vera.id, flat.id, standing=Standing.CLAIMED, way=BoundBy.CLAIM, at=LATER
    )
    assert claimed_again == confirmed
    assert list(await work.homes.claims()) == []


async def test_moving_out_ends_it_and_moving_in_again_begins_anew(work: UnitOfWork) -> None:
    vera, flat = await a_resident(work), await a_flat(work)
    first = await work.homes.move_in(
        vera.id, flat.id, standing=Standing.CONFIRMED, way=BoundBy.CODE, at=NOON
    )
    changed = replace(first, role=HomeRole.OWNER, moved_in=date(2019, 1, 2), until=LATER)
    await work.homes.save_residence(changed)

    assert list(await work.homes.of_person(vera.id)) == []
    assert list(await work.homes.residents(flat.building_id)) == []
    home = await work.homes.residence(first.id)
    assert home is not None
    assert home.residence == changed

    again = await work.homes.move_in(
        vera.id, flat.id, standing=Standing.CONFIRMED, way=BoundBy.MANAGER, at=LATER
    )
    assert again.id != first.id
    await work.homes.drop_residence(again.id)
    assert await work.homes.residence(again.id) is None


async def test_a_building_goes_with_everything_in_it(work: UnitOfWork) -> None:
    vera, flat, kept = await a_resident(work), await a_flat(work), await a_flat(work, "1", "7")
    for where in (flat, kept):
        await work.homes.move_in(
            vera.id, where.id, standing=Standing.CONFIRMED, way=BoundBy.CODE, at=NOON
        )
    await work.homes.remove_building(flat.building_id)

    assert [b.name for b in await work.homes.buildings()] == ["7"]
    assert await work.homes.flat(flat.id) is None
    assert [home.flat for home in await work.homes.of_person(vera.id)] == [kept]


async def test_places_and_wrong_codes_are_kept_and_taken_away(work: UnitOfWork) -> None:
    vera = await a_resident(work)
    assert await work.homes.place(vera.id) is None
    assert await work.homes.wrong_codes(vera.id) is None

    await work.homes.set_place(vera.id, Place(city="Львов"))
    await work.homes.set_place(vera.id, KYIV)
    await work.homes.set_wrong_codes(vera.id, WrongCodes(wrong=2, last_at=LATER))

    assert await work.homes.place(vera.id) == KYIV
    assert await work.homes.wrong_codes(vera.id) == WrongCodes(wrong=2, last_at=LATER)
    await work.homes.set_place(vera.id, None)
    await work.homes.set_wrong_codes(vera.id, None)
    assert await work.homes.place(vera.id) is None
    assert await work.homes.wrong_codes(vera.id) is None


async def test_the_forgotten_live_nowhere(work: UnitOfWork) -> None:
    vera, flat = await a_resident(work), await a_flat(work)
    living = await work.homes.move_in(
        vera.id, flat.id, standing=Standing.CONFIRMED, way=BoundBy.CODE, at=NOON
    )
    await work.homes.set_place(vera.id, KYIV)
    await work.homes.set_wrong_codes(vera.id, WrongCodes(wrong=2, last_at=LATER))
    await work.people.erase(vera.id)

    assert await work.homes.residence(living.id) is None
    assert await work.homes.place(vera.id) is None
    assert await work.homes.wrong_codes(vera.id) is None
    assert await work.homes.flat(flat.id) == flat
