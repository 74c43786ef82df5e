"""One row of a roster: what it says of a flat, or why it cannot be taken."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from use_cases.homes.names import NAME_CHARS_MAX, NUMBER_CHARS_MAX, PLACE_CHARS_MAX
from use_cases.homes.roster_file import A_DATE, Column, RosterTable
from use_cases.records import FlatFacts, Place

FLOORS = range(-5, 201)
FLOORS_USUAL = range(-2, 61)
AREA_USUAL = (8.0, 500.0)
AREA_MAX = 10_000.0


class Reason(StrEnum):
    """Why a row is refused, or looked at twice."""

    NO_FLAT = "no-flat"
    NO_BUILDING = "no-building"
    FLAT_IS_DATE = "flat-is-date"
    TOO_LONG = "too-long"
    FLOOR_UNREADABLE = "floor-unreadable"
    AREA_UNREADABLE = "area-unreadable"
    SHARE_UNREADABLE = "share-unreadable"
    SAID_OTHERWISE = "said-otherwise"  # An earlier row says something else of the same flat.
    SAID_TWICE = "said-twice"
    BUILDING_FROM_ABOVE = "building-from-above"
    BUILDING_LIKE = "building-like"  # A new name, nearly that of another building.
    FLOOR_ODD = "floor-odd"
    AREA_ODD = "area-odd"


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterRow:
    """A row that was understood; `doubt` is what a manager should look at."""

    number: int
    building: str
    place: Place
    facts: FlatFacts
    doubt: Reason | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedRow:
    """A row that cannot be taken, as it is written."""

    number: int
    building: str
    flat: str
    reason: Reason


class _Refused(Exception):
    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


def read_rows(table: RosterTable, *, only: str | None = None) -> Iterator[RosterRow | RefusedRow]:
    """Row by row; `only` is the building meant where the file names none."""
    above = only or ""
    for number, cells in table.rows:
        building = " ".join(cells.get(Column.BUILDING, "").split())
        flat = " ".join(cells.get(Column.FLAT, "").split())
        try:
            row = _row(number, building or above, flat, cells, from_above=bool(not building))
        except _Refused as refused:
            yield RefusedRow(
                number=number, building=building, flat=flat.replace(A_DATE, ""),
                reason=refused.reason,
            )  # fmt: skip
        else:
            if row.doubt is Reason.BUILDING_FROM_ABOVE and Column.BUILDING not in table.columns:
                row = RosterRow(
                    number=row.number, building=row.building, place=row.place, facts=row.facts
                )  # The file is about one building: nothing to doubt.
            yield row
        above = building or above


def _row(
    number: int, building: str, flat: str, cells: Mapping[Column, str], *, from_above: bool
) -> RosterRow:
    if not flat:
        raise _Refused(Reason.NO_FLAT)
    if flat == A_DATE:
        raise _Refused(Reason.FLAT_IS_DATE)
    if not building or building == A_DATE:
        raise _Refused(Reason.NO_BUILDING)
    if len(building) > NAME_CHARS_MAX or len(flat) > NUMBER_CHARS_MAX:
        raise _Refused(Reason.TOO_LONG)
    place = {name: cells.get(Column(name), "")[:PLACE_CHARS_MAX] or None
             for name in ("district", "city", "region")}  # fmt: skip
    floor, area = _floor(cells.get(Column.FLOOR, "")), _area(cells.get(Column.AREA, ""))
    facts = FlatFacts(
        number=flat,
        entrance=cells.get(Column.ENTRANCE, "").replace(A_DATE, "")[:NUMBER_CHARS_MAX] or None,
        floor=floor,
        area=area,
        share=_share(cells.get(Column.SHARE, "")),
    )
    doubt = None
    if from_above:
        doubt = Reason.BUILDING_FROM_ABOVE
    elif floor is not None and floor not in FLOORS_USUAL:
        doubt = Reason.FLOOR_ODD
    elif area is not None and not AREA_USUAL[0] <= area <= AREA_USUAL[1]:
        doubt = Reason.AREA_ODD
    return RosterRow(
        number=number, building=building, place=Place(**place), facts=facts, doubt=doubt
    )


def _floor(text: str) -> int | None:
    if not text:
        return None
    found = re.search(r"-?\d+", text)
    floor = int(found[0][:5]) if found else None
    if floor is None or floor not in FLOORS:
        raise _Refused(Reason.FLOOR_UNREADABLE)
    return floor


def _area(text: str) -> float | None:
    if not text:
        return None
    area = _number(text)
    if area is None or not 0 < area <= AREA_MAX:
        raise _Refused(Reason.AREA_UNREADABLE)
    return area


def _share(text: str) -> float | None:
    """ "1/4", "25 %", "0,25"."""
    if not text:
        return None
    part = re.fullmatch(r"\s*(\d{1,9})\s*/\s*(\d{1,9})\s*", text)
    if part is not None:
        share = int(part[1]) / int(part[2]) if int(part[2]) else None
    else:
        number = _number(text)
        share = number / 100 if number is not None and "%" in text else number
    if share is None or not 0 <= share <= 1:
        raise _Refused(Reason.SHARE_UNREADABLE)
    return round(share, 9)


def _number(text: str) -> float | None:
    plain = text.replace(" ", "").replace("\xa0", "").replace(",", ".")
    found = re.match(r"\d+(?:\.\d+)?", plain)
    return float(found[0]) if found else None
