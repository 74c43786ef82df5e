"""Rows as what is known of people: tags, stage, who looks after them, fields of the house's own."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import islice

from segmentation.rules.facts import PersonFacts
from segmentation.rules.tree import FieldKey
from use_cases.importing.columns import Column, Subject
from use_cases.importing.deeds import WHO_CHARS_MAX, who_of
from use_cases.importing.matching import (
    EXTERNAL,
    Directory,
    directory_of,
    plain_phone,
    plain_username,
)
from use_cases.importing.planning import Fate, ImportPlan, Reason, Refused, RowFate
from use_cases.importing.readings import Unclear, read_day
from use_cases.importing.sheet import Sheet
from use_cases.ports import UnitOfWork
from use_cases.records.rules import Fact

TAGS: FieldKey = ("tags",)
LISTS: FieldKey = ("lists",)
BATCH: FieldKey = ("batch",)
TEXT_CHARS_MAX = 500
NAME_CHARS_MAX = 60
LEAVES_MAX = 50  # of a document in a cell
_WOMAN = frozenset(("ж", "f", "жен", "женский", "жіноча", "жінка", "женщина", "female", "woman"))
_MAN = frozenset(("м", "m", "ч", "муж", "мужской", "чоловіча", "чоловік", "мужчина", "male", "man"))


async def plan_people(work: UnitOfWork, sheet: Sheet, *, batch: str, now: datetime) -> ImportPlan:
    """Every row's fate; `batch` is what the file is called, for `batch = "..."` in rules."""
    directory = await directory_of(work, (sheet.cells(row) for _, row in sheet.rows))
    read = [_read(sheet, directory, number, row, now.date()) for number, row in sheet.rows]
    ids = {fate.person_id for fate in read if fate.person_id is not None}
    known = {each.id: each for each in await work.facts.of(ids)}
    fates = [
        fate if fate.person_id is None else _against(fate, known[fate.person_id]) for fate in read
    ]
    return ImportPlan(subject=Subject.PEOPLE, fates=fates, name=batch[:NAME_CHARS_MAX])


def _against(fate: RowFate, before: PersonFacts) -> RowFate:
    """A row that says nothing new is known."""
    owned = before.sets.get(TAGS, frozenset())
    changed = any(before.values.get(fact.key) != fact.value for fact in fate.facts)
    if changed or not (fate.tags or frozenset()) <= owned:
        return fate
    return RowFate(row=fate.row, who=fate.who, fate=Fate.KNOWN, person_id=fate.person_id)


async def write_people(work: UnitOfWork, plan: ImportPlan, *, at: datetime) -> int:
    """Write what the rows say; tags are added, other values replaced. Nothing is committed."""
    facts: dict[tuple[int, FieldKey], Fact] = {}
    tags: dict[int, frozenset[str]] = {}
    for fate in plan.new:
        assert fate.person_id is not None, "a new row is about somebody"
        tags[fate.person_id] = tags.get(fate.person_id, frozenset()) | (fate.tags or frozenset())
        batch = Fact(fate.person_id, BATCH, plan.name)
        facts |= {(f.person_id, f.key): f for f in (*fate.facts, batch)}
    await work.facts.note(facts.values(), at=at)
    before = {each.id: each.sets.get(TAGS, frozenset()) for each in await work.facts.of(tags)}
    await work.facts.set_labels(
        TAGS, [(who, before[who] | new) for who, new in tags.items() if new]
    )
    return len(plan.new)


def _read(
    sheet: Sheet, directory: Directory, number: int, row: Sequence[str], today: date
) -> RowFate:
    cells = sheet.cells(row)
    who = who_of(cells)
    try:
        person_id = directory.find(cells)
        values = _values(sheet, cells, today)
    except Refused as fault:
        return RowFate(row=number, who=who, fate=fault.fate, reason=fault.reason,
                       header=fault.header, hint=fault.hint)  # fmt: skip
    for header, cell in sheet.fields(row).items():
        values |= own_field(header[:NAME_CHARS_MAX], cell)
    tags = frozenset(
        tag.strip()[:NAME_CHARS_MAX] for tag in re.split("[,;|]", cells.get(Column.TAGS, ""))
    ) - {""}
    if not values and not tags:
        return RowFate(row=number, who=who, fate=Fate.FAULTY, reason=Reason.NOTHING_SAID)
    facts = tuple(Fact(person_id, key, value) for key, value in values.items())
    return RowFate(row=number, who=who, fate=Fate.NEW, person_id=person_id, facts=facts, tags=tags)


def _values(
    sheet: Sheet, cells: Mapping[Column, str], today: date
) -> dict[FieldKey, str | float | date | datetime]:
    """What the row says of the person; raises Refused where a cell cannot be read."""
    found: dict[FieldKey, str | float | date | datetime] = {}

    def refuse(column: Column, reason: Reason) -> Refused:
        hint = cells[column][:WHO_CHARS_MAX]
        return Refused(Fate.FAULTY, reason, header=sheet.header_of(column), hint=hint)

    for column, key in ((Column.STAGE, ("stage",)), (Column.MANAGER, ("manager",)),
                        (Column.EXTERNAL, EXTERNAL)):  # fmt: skip
        if column in cells:
            found[key] = cells[column][:TEXT_CHARS_MAX]
    if Column.USERNAME in cells:
        found["username",] = plain_username(cells[Column.USERNAME])
    if Column.PHONE in cells:
        phone = plain_phone(cells[Column.PHONE])
        if phone is None:
            raise refuse(Column.PHONE, Reason.PHONE_UNREADABLE)
        found["phone",] = phone
    if Column.EMAIL in cells:
        if not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", cells[Column.EMAIL]):
            raise refuse(Column.EMAIL, Reason.EMAIL_UNREADABLE)
        found["email",] = cells[Column.EMAIL]
    if Column.GENDER in cells:
        gender = plain_gender(cells[Column.GENDER])
        if gender is None:
            raise refuse(Column.GENDER, Reason.GENDER_UNREADABLE)
        found["gender",] = gender
    if Column.BIRTHDAY in cells:
        try:
            born = read_day(cells[Column.BIRTHDAY])
        except Unclear:
            raise refuse(Column.BIRTHDAY, Reason.DATE_UNREADABLE) from None
        if born > today:
            raise refuse(Column.BIRTHDAY, Reason.DATE_AHEAD)
        found["birthday",] = born
    return found


def own_field(name: str, cell: str) -> dict[FieldKey, str | float]:
    """A field of the house's own; a JSON object is a value a path: nested("car", "plate.city")."""
    if not cell.lstrip().startswith("{"):
        return {("field", name): as_given(cell)}
    try:
        leaves = list(islice(_leaves(json.loads(cell)), LEAVES_MAX))
    except (ValueError, RecursionError):  # No document, or one that goes on for ever.
        return {("field", name): as_given(cell)}
    return {("nested", name, path): as_given(leaf) for path, leaf in leaves}


def _leaves(document: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Where each value of a document stands, keys joined by dots; lists count from 0."""
    match document:
        case Mapping():
            inside = [(str(key), each) for key, each in document.items()]
        case list():
            inside = [(str(place), each) for place, each in enumerate(document)]
        case None:
            return
        case bool():
            yield path, "yes" if document else "no"
            return
        case _:
            yield path, str(document)
            return
    for key, each in inside:
        yield from _leaves(each, f"{path}.{key}" if path else key)


def as_given(cell: str) -> str | float:
    """A field of the house's own: a number where it is written as one, else a text.

    Digits after a nought ("007") and long ones (an account) are no numbers.
    """
    plain = cell.replace("\u00a0", "").replace(" ", "")
    if re.fullmatch(r"-?(?:0|[1-9]\d{0,11})(?:[.,]\d{1,6})?", plain):
        return float(plain.replace(",", "."))
    return cell[:TEXT_CHARS_MAX]


def plain_gender(text: str) -> str | None:
    """female or male, from the words of three languages."""
    plain = text.strip().casefold().rstrip(".")
    if plain in _WOMAN:
        return "female"
    return "male" if plain in _MAN else None


async def plan_list(work: UnitOfWork, sheet: Sheet, name: str) -> ImportPlan:
    """Who would come to the list and who would leave it: the list is what the file says."""
    name = " ".join(name.split())[:NAME_CHARS_MAX]
    directory = await directory_of(work, (sheet.cells(row) for _, row in sheet.rows))
    on_it = frozenset(await work.facts.labelled(LISTS, name))
    fates: list[RowFate] = []
    rows: dict[int, int] = {}
    for number, row in sheet.rows:
        cells = sheet.cells(row)
        try:
            person_id = directory.find(cells)
        except Refused as fault:
            fates.append(
                RowFate(row=number, who=who_of(cells), fate=fault.fate, reason=fault.reason,
                        hint=fault.hint)
            )  # fmt: skip
            continue
        known = person_id in on_it or person_id in rows
        rows.setdefault(person_id, number)
        fate = Fate.KNOWN if known else Fate.NEW
        fates.append(RowFate(row=number, who=who_of(cells), fate=fate, person_id=person_id))
    return ImportPlan(subject=Subject.LIST, fates=fates, name=name, leaving=on_it - frozenset(rows))


async def write_list(work: UnitOfWork, plan: ImportPlan) -> int:
    """Make the list what the file says; how many came and left. Nothing is committed."""
    coming = {fate.person_id for fate in plan.new if fate.person_id is not None}
    before = {
        each.id: each.sets.get(LISTS, frozenset())
        for each in await work.facts.of(coming | plan.leaving)
    }
    changed = {who: before[who] | {plan.name} for who in coming if who in before}
    changed |= {who: before[who] - {plan.name} for who in plan.leaving if who in before}
    await work.facts.set_labels(LISTS, sorted(changed.items()))
    return len(changed)
