""" "12A, 45" in one message: the house before the last comma or space, the flat behind it."""

import re

from use_cases.homes.names import building_key
from use_cases.ports import UnitOfWork
from use_cases.records import Building, Flat

_ADDRESS = re.compile(
    r"(.+?)(?:\s*[,;]\s*|\s+)(?:кв\.?|квартира|flat|apt\.?)?\s*([^\s,;]+)", re.IGNORECASE
)
_NUMBER = re.compile(r"\d{1,5}[^\W\d_]?")

_FLAT_FIRST = re.compile(
    r"(?:квартира|кв\.?|flat|apartment|apt\.?)\s*(?:№\s*)?([^\s,;]+)"
    r"(?:(?:\s*[,;]\s*|\s+)(.+))?",
    re.IGNORECASE,
)


async def find_address(work: UnitOfWork, text: str) -> tuple[Building, str] | None:
    """House and flat in either order; where there is one house, the flat's number is enough."""
    found = await find_house(work, text)
    if found is not None:
        return found
    buildings = await work.homes.buildings()
    flat_first = _FLAT_FIRST.fullmatch(text.strip())
    if flat_first is not None and flat_first[2] is not None:
        named = [b for b in buildings if building_key(b.name) == building_key(flat_first[2])]
        return (named[0], flat_first[1]) if named else None
    number = bare_number(text)
    return (buildings[0], number) if number is not None and len(buildings) == 1 else None


def bare_number(text: str) -> str | None:
    """The number of a flat that was written without its house: "45", "flat 45"."""
    flat_first = _FLAT_FIRST.fullmatch(text.strip())
    if flat_first is not None and flat_first[2] is not None:
        return None
    number = flat_first[1] if flat_first else text.strip()
    return number if _NUMBER.fullmatch(number) else None


async def named_house(work: UnitOfWork, text: str) -> Building | None:
    """The house of that name, written alone."""
    meant = building_key(text)
    return next((b for b in await work.homes.buildings() if building_key(b.name) == meant), None)


async def find_house(work: UnitOfWork, text: str) -> tuple[Building, str] | None:
    """The house of the roster that is meant, and the number of the flat as it was written."""
    found = _ADDRESS.fullmatch(text.strip())
    named = {building_key(each.name): each for each in await work.homes.buildings()}
    building = named.get(building_key(found[1])) if found else None
    return (building, found[2]) if found and building else None


async def find_flat(work: UnitOfWork, text: str) -> tuple[Building, Flat] | None:
    """The flat of the roster; where there is one house, its number is enough."""
    buildings = await work.homes.buildings()
    if len(buildings) == 1:
        alone = await work.homes.flat_numbered(buildings[0].id, text)
        if alone is not None:
            return buildings[0], alone
    house = await find_house(work, text)
    flat = await work.homes.flat_numbered(house[0].id, house[1]) if house else None
    return (house[0], flat) if house and flat else None
