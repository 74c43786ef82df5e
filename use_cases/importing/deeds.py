"""Rows as things that people did: payments, purchases, visits, tickets, events."""

import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from use_cases.importing.columns import WITH_MONEY, Column, Subject
from use_cases.importing.matching import Directory, directory_of
from use_cases.importing.planning import Fate, ImportPlan, Reason, Refused, RowFate
from use_cases.importing.readings import Unclear, read_amount, read_currency, read_moment
from use_cases.importing.sheet import Sheet
from use_cases.ports import UnitOfWork
from use_cases.records.rules import Deed

CURRENCY = "currency"
"""The fact of the house: in what all amounts are; the first file that says it sets it."""

TRAIT_CHARS_MAX = 200
WHO_CHARS_MAX = 60
_TRAITS = (Column.ITEM, Column.CATEGORY, Column.MAKER, Column.PLACE)


def origin_of(subject: Subject) -> str:
    """Where the deeds of such a file are from: a row counts once under this name."""
    return f"file:{subject}"


@dataclass(slots=True)
class _Reader:
    """What the rows of one file are read with."""

    sheet: Sheet
    subject: Subject
    directory: Directory
    zone: ZoneInfo
    now: datetime
    currency: str | None

    def read(self, number: int, row: Sequence[str]) -> RowFate:
        """The row's deed, or why there is none; what is known already is not asked here."""
        cells = self.sheet.cells(row)
        who = who_of(cells)
        try:
            at = self._moment(cells)
            amount = self._amount(cells)
            person_id = self.directory.find(cells)
        except Refused as fault:
            return RowFate(
                row=number, who=who, fate=fault.fate, reason=fault.reason, header=fault.header,
                hint=fault.hint,
            )  # fmt: skip
        traits = {str(c): cells[c][:TRAIT_CHARS_MAX] for c in _TRAITS if c in cells}
        deed = Deed(
            person_id=person_id, kind=self.subject.value, at=at, amount=amount, traits=traits,
            origin=origin_of(self.subject),
        )  # fmt: skip
        named = cells.get(Column.NUMBER)
        external = f"n:{named[:TRAIT_CHARS_MAX]}" if named else None
        return RowFate(
            row=number, who=who, fate=Fate.NEW, person_id=person_id,
            deed=replace(deed, external=external),
        )  # fmt: skip

    def _moment(self, cells: Mapping[Column, str]) -> datetime:
        header = self.sheet.header_of(Column.DATE)
        if Column.DATE not in cells:
            raise Refused(Fate.FAULTY, Reason.DATE_MISSING, header=header)
        try:
            at = read_moment(cells[Column.DATE], cells.get(Column.TIME, ""), self.zone)
        except Unclear:
            hint = f"{cells[Column.DATE]} {cells.get(Column.TIME, '')}".strip()
            raise Refused(
                Fate.FAULTY, Reason.DATE_UNREADABLE, header=header, hint=hint[:WHO_CHARS_MAX]
            ) from None
        if at.astimezone(self.zone).date() > self.now.astimezone(self.zone).date():
            raise Refused(Fate.FAULTY, Reason.DATE_AHEAD, header=header, hint=cells[Column.DATE])
        return at

    def _amount(self, cells: Mapping[Column, str]) -> int | None:
        header = self.sheet.header_of(Column.AMOUNT)
        if Column.AMOUNT not in cells:
            if self.subject in WITH_MONEY:
                raise Refused(Fate.FAULTY, Reason.AMOUNT_MISSING, header=header)
            return None
        try:
            amount, currency = read_amount(cells[Column.AMOUNT])
        except Unclear:
            hint = cells[Column.AMOUNT][:WHO_CHARS_MAX]
            raise Refused(Fate.FAULTY, Reason.AMOUNT_UNREADABLE, header=header, hint=hint) from None
        if amount == 0 and self.subject is Subject.PAYMENT:
            raise Refused(Fate.FAULTY, Reason.AMOUNT_ZERO, header=header)
        if Column.CURRENCY in cells:
            header = self.sheet.header_of(Column.CURRENCY)
            currency = read_currency(cells[Column.CURRENCY])
            if currency is None:
                hint = cells[Column.CURRENCY][:WHO_CHARS_MAX]
                raise Refused(Fate.FAULTY, Reason.CURRENCY_UNKNOWN, header=header, hint=hint)
        if currency is not None:
            self.currency = self.currency or currency
            if currency != self.currency:
                hint = f"{currency} ≠ {self.currency}"
                raise Refused(Fate.FAULTY, Reason.OTHER_CURRENCY, header=header, hint=hint)
        return amount


async def plan_deeds(
    work: UnitOfWork, sheet: Sheet, subject: Subject, *, zone: ZoneInfo, now: datetime
) -> ImportPlan:
    """Every row's fate; a row that was brought in before is told by its number or its content."""
    directory = await directory_of(work, (sheet.cells(row) for _, row in sheet.rows))
    reader = _Reader(sheet, subject, directory, zone, now, await work.house.get(CURRENCY))
    fates = _numbered([reader.read(number, row) for number, row in sheet.rows])
    externals = [f.deed.external for f in fates if f.deed is not None and f.deed.external]
    known = await work.facts.known_deeds(origin_of(subject), externals)
    told = [_against(fate, known) for fate in fates]
    return ImportPlan(subject=subject, fates=told, currency=reader.currency)


async def write_deeds(work: UnitOfWork, plan: ImportPlan) -> int:
    """Write what is new; how many. Nothing is committed."""
    written = await work.facts.add_deeds(f.deed for f in plan.new if f.deed is not None)
    if plan.currency is not None and await work.house.get(CURRENCY) is None:
        await work.house.set(CURRENCY, plan.currency)
    return written


def _numbered(fates: Sequence[RowFate]) -> list[RowFate]:
    """A number of its own for each row that has none: its content, and its place among equals."""
    equals: Counter[str] = Counter()
    first_row: dict[str, int] = {}
    numbered = []
    for fate in fates:
        deed = fate.deed
        if deed is None:
            numbered.append(fate)
        elif deed.external is None:
            content = _content(deed)
            equals[content] += 1
            own = replace(deed, external=f"h:{content}:{equals[content]}")
            numbered.append(replace(fate, deed=own))
        else:
            earlier = first_row.setdefault(deed.external, fate.row)
            numbered.append(fate if earlier == fate.row else _said_twice(fate, earlier))
    return numbered


def _said_twice(fate: RowFate, earlier: int) -> RowFate:
    return replace(fate, fate=Fate.FAULTY, reason=Reason.SAID_TWICE, hint=str(earlier), deed=None)


def _content(deed: Deed) -> str:
    """What the row says, however the file is laid out: the same payment again has the same."""
    said = [deed.person_id, deed.at.isoformat(), deed.amount, sorted(deed.traits.items())]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()[:32]


def _against(fate: RowFate, known: Mapping[str, Deed]) -> RowFate:
    if fate.deed is None or not fate.deed.external or fate.deed.external not in known:
        return fate
    there = known[fate.deed.external]
    same = (there.person_id, there.at, there.amount) == (
        fate.deed.person_id, fate.deed.at, fate.deed.amount
    )  # fmt: skip
    if same:
        return replace(fate, fate=Fate.KNOWN)
    return replace(fate, fate=Fate.FAULTY, reason=Reason.NUMBER_TAKEN, deed=None)


def who_of(cells: Mapping[Column, str]) -> str:
    """What the file says of the person, to find the row by."""
    for column in (
        Column.TELEGRAM,
        Column.USERNAME,
        Column.EXTERNAL,
        Column.PHONE,
        Column.EMAIL,
    ):
        if cells.get(column):
            return cells[column][:WHO_CHARS_MAX]
    home = (cells.get(Column.BUILDING, ""), cells.get(Column.FLAT, ""))
    return ", ".join(part for part in home if part)[:WHO_CHARS_MAX]
