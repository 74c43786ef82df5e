"""Whom a row is about: by number or name in Telegram, phone, e-mail, account, or flat.

Only those who agreed that something is kept about them are known here.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from segmentation.rules.folding import folded
from segmentation.rules.tree import FieldKey
from use_cases.homes.names import building_key, number_key
from use_cases.importing.columns import Column
from use_cases.importing.planning import Fate, Reason, Refused
from use_cases.ports import UnitOfWork

EXTERNAL: FieldKey = ("field", "external")
"""The field of the house's own that holds somebody's number in its books."""

FACT_OF: Mapping[Column, FieldKey] = {
    Column.USERNAME: ("username",),
    Column.PHONE: ("phone",),
    Column.EMAIL: ("email",),
    Column.EXTERNAL: EXTERNAL,
}
"""Where the value of a key lies among the facts."""

PHONE_DIGITS = range(7, 16)


def plain_username(text: str) -> str:
    """ "@Vera", "https://t.me/vera" and "vera" are one."""
    return re.sub(r"^(?:https?://)?(?:t\.me/)?@?", "", text.strip()).casefold()


def plain_phone(text: str) -> str | None:
    """ "+380 67 123-45-67", "067 123 45 67" are one; of Russia "8 (912) …" and "+7 912 …" are.

    Digits with the country's code before them; None: no number of a phone.
    """
    if re.search(r"[^\d\s()+.\-–\u00a0]", text):
        return None
    digits = re.sub(r"\D", "", text).removeprefix("00")
    if len(digits) == 11 and digits.startswith("8"):
        digits = "7" + digits[1:]
    elif len(digits) == 10 and digits.startswith("0"):
        digits = "38" + digits
    elif len(digits) == 10 and digits.startswith("9"):
        digits = "7" + digits
    return digits if len(digits) in PHONE_DIGITS else None


def key_of(column: Column, cell: str) -> str:
    """The cell as the keys of people are compared."""
    match column:
        case Column.TELEGRAM:
            return re.sub(r"\D", "", cell)
        case Column.USERNAME:
            return plain_username(cell)
        case Column.PHONE:
            return plain_phone(cell) or ""
    return folded(cell)


@dataclass(slots=True)
class Directory:
    """The people whom a table may mean: by the key in each column, by flat."""

    by_key: dict[Column, Mapping[str, frozenset[int]]] = field(default_factory=dict)
    by_flat: dict[tuple[str, str], set[int]] = field(default_factory=lambda: defaultdict(set))
    flats: set[tuple[str, str]] = field(default_factory=set)
    only_building: str | None = None

    def find(self, cells: Mapping[Column, str]) -> int:
        """The person of that row; raises Refused."""
        found: list[frozenset[int]] = []
        given = [column for column in self.by_key if cells.get(column)]
        for column in given:
            people = self.by_key[column].get(key_of(column, cells[column]), frozenset())
            if column is Column.TELEGRAM and not people:
                raise Refused(Fate.UNKNOWN, Reason.NOT_FOUND)  # It names somebody for certain.
            if people:
                found.append(people)
        if cells.get(Column.FLAT):
            living = self._living(cells, sure=not found)
            if living:
                found.append(living)
        elif not given:
            raise Refused(Fate.FAULTY, Reason.NOBODY_NAMED)
        if not found:
            raise Refused(Fate.UNKNOWN, Reason.NOT_FOUND)
        meant = frozenset.intersection(*found)
        if not meant:
            raise Refused(Fate.FAULTY, Reason.CONTRADICTS)
        if len(meant) > 1:
            raise Refused(Fate.UNKNOWN, Reason.SEVERAL, hint=str(len(meant)))
        return next(iter(meant))

    def _living(self, cells: Mapping[Column, str], *, sure: bool) -> frozenset[int]:
        """Who lives in the flat; `sure`: nothing else says whom the row is about."""
        building = cells.get(Column.BUILDING) or self.only_building
        if not building:
            if sure:
                raise Refused(Fate.FAULTY, Reason.WHICH_BUILDING)
            return frozenset()
        key = building_key(building), number_key(cells[Column.FLAT])
        if sure and key not in self.flats:
            raise Refused(Fate.UNKNOWN, Reason.NO_SUCH_FLAT)
        if sure and not self.by_flat.get(key):
            raise Refused(Fate.UNKNOWN, Reason.FLAT_EMPTY)
        return frozenset(self.by_flat.get(key, ()))


async def directory_of(work: UnitOfWork, rows: Iterable[Mapping[Column, str]]) -> Directory:
    """Whom these rows may mean: a few statements, whatever their number."""
    wanted: dict[Column, set[str]] = defaultdict(set)
    homes = False
    for cells in rows:
        homes = homes or Column.FLAT in cells
        for column in (Column.TELEGRAM, *FACT_OF):
            if cells.get(column):
                wanted[column].add(key_of(column, cells[column]))
    found = Directory()
    if Column.TELEGRAM in wanted:
        ids = {int(key) for key in wanted[Column.TELEGRAM] if 0 < len(key) < 19}
        known = await work.people.consented_by_telegram_id(ids)
        found.by_key[Column.TELEGRAM] = {str(t): frozenset({p}) for t, p in known.items()}
    for column, fact in FACT_OF.items():
        if column in wanted:
            found.by_key[column] = await work.facts.having(fact, wanted[column] - {""})
    if homes:
        await _add_homes(work, found)
    return found


async def _add_homes(work: UnitOfWork, found: Directory) -> None:
    buildings = await work.homes.buildings()
    if len(buildings) == 1:
        found.only_building = buildings[0].name
    for building in buildings:
        key = building_key(building.name)
        numbers = {f.id: number_key(f.number) for f in await work.homes.flats(building.id)}
        found.flats |= {(key, number) for number in numbers.values()}
        for residence in await work.homes.residents(building.id):
            found.by_flat[key, numbers[residence.flat_id]].add(residence.person_id)
