"""A rule half put together: what has been chosen, and the question that comes next."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup

from bot.screen import View
from bot.views.rules.building import (
    PAIRS,
    ROOMS,
    WITH_MANY,
    WITHOUT_VALUE,
    SoFar,
    argument_view,
    arguments_offered,
    fields_view,
    hows_view,
    rooms_view,
    so_far_view,
    value_view,
    values_offered,
)
from bot.views.rules.faults import meant_by
from bot.views.rules.forms import TYPED, piece_called, piece_view, windows_offered
from bot.words import Words
from segmentation.rules.built import BUILT, Piece, condition
from segmentation.rules.catalogue import FIELDS, MINOR_UNITS, Type, is_money
from segmentation.rules.faults import Code, RuleFault
from segmentation.rules.mending import mended
from segmentation.rules.parsing import parse
from segmentation.rules.tree import All, AnyOf, Comparison, Field
from segmentation.rules.writing import quoted, write, write_quantity
from use_cases.ports import UnitOfWork
from use_cases.rules.defining import RuleGone
from use_cases.rules.known import known_arguments, known_names, known_pieces, known_values
from use_cases.rules.naming import names_in, names_of


class Building(StatesGroup):
    """A rule is put together; data is a `Draft`."""

    rule = State()


@dataclass(frozen=True, slots=True)
class Draft:
    """What has been chosen so far; `text` is the rule up to now, `join` what comes before more.

    `name` is a field or a form (segmentation.rules.built), `arguments` what stands in its brackets
    or its pieces; `earlier` are the texts before the last steps.
    """

    rule: int = 0
    text: str = ""
    join: str = "and"
    room: int = -1
    name: str = ""
    arguments: tuple[str, ...] = ()
    how: str = ""
    offered: tuple[str, ...] = field(default=())
    earlier: tuple[str, ...] = ()

    @property
    def field(self) -> Field:
        return Field(self.name, self.arguments)

    @property
    def piece(self) -> Piece | None:
        """What is asked next of a form."""
        form = BUILT.get(self.name)
        missing = form.pieces[len(self.arguments) :] if form is not None else ()
        return missing[0] if missing else None

    def about(self, name: str) -> "Draft":
        """A condition on that field or form begun anew, in no room yet."""
        return replace(self, room=-1, name=name, arguments=(), how="", offered=())

    def with_text(self, text: str) -> "Draft":
        """Another rule so far; nothing begun."""
        return Draft(rule=self.rule, text=text, earlier=(*self.earlier, self.text))


async def drafted(state: FSMContext) -> Draft:
    """What the manager has begun."""
    data: dict[str, Any] = dict(await state.get_data())
    for name in ("arguments", "offered", "earlier"):
        data[name] = tuple(data.get(name, ()))
    return Draft(**{key: value for key, value in data.items() if key in Draft.__dataclass_fields__})


async def keep(state: FSMContext, draft: Draft) -> None:
    """Every step is kept."""
    await state.set_state(Building.rule)
    await state.set_data({name: getattr(draft, name) for name in Draft.__dataclass_fields__})


async def so_far(draft: Draft, work: UnitOfWork) -> SoFar:
    """The rule up to now, with the names of its keys and of those on offer."""
    names = dict(await names_in(work, parse(draft.text))) if draft.text else {}
    if draft.name in BUILT:
        names |= await names_of(work, (), [*draft.arguments, *draft.offered])
    elif draft.name:
        next_ones = [Field(draft.name, (*draft.arguments, key)) for key in draft.offered]
        names |= await names_of(work, [draft.field, *next_ones])
    return SoFar(draft.text, names, undo=bool(draft.earlier))


async def ask_next(draft: Draft, work: UnitOfWork, words: Words) -> tuple[Draft, View]:
    """The next thing that is not known yet, be it what the condition is about."""
    if not draft.name:
        if draft.room < 0:
            return draft, rooms_view(await so_far(draft, work), words)
        return draft, fields_view(ROOMS[draft.room], await so_far(draft, work), words)
    if draft.name in BUILT:
        return await _ask_piece(draft, work, words)
    kind = FIELDS[named(draft)]
    if len(draft.arguments) < len(kind.arguments):
        argument = kind.arguments[len(draft.arguments)]
        known = (
            await known_names(work, draft.name)
            if argument == "name"
            else await known_arguments(work, argument, draft.arguments)
        )
        draft = replace(draft, offered=tuple(known))
        return draft, argument_view(draft.field, draft.offered, await so_far(draft, work), words)
    if not draft.how:
        draft = replace(draft, offered=())
        return draft, hows_view(draft.field, await so_far(draft, work), words)
    how = Comparison(draft.how)
    if how in WITHOUT_VALUE:
        return await joined(draft, f"{write_quantity(draft.field)} {how}", work, words)
    draft = replace(draft, offered=tuple(await known_values(work, draft.field)))
    return draft, value_view(draft.field, how, draft.offered, await so_far(draft, work), words)


async def _ask_piece(draft: Draft, work: UnitOfWork, words: Words) -> tuple[Draft, View]:
    if draft.piece is None:
        return await joined(draft, condition(draft.name, draft.arguments), work, words)
    known = await known_pieces(work, draft.piece, draft.arguments)
    draft = replace(draft, offered=tuple(windows_offered(draft.piece) or known))
    view = piece_view(draft.name, draft.arguments, draft.offered, await so_far(draft, work), words)
    return draft, view


async def take(draft: Draft, value: str, work: UnitOfWork, words: Words) -> tuple[Draft, View]:
    """What was chosen or typed: a piece or an argument while one is missing, else the value."""
    if draft.piece is not None:
        draft = replace(draft, arguments=(*draft.arguments, _as_piece(draft, value)))
        return await ask_next(draft, work, words)
    if len(draft.arguments) < len(FIELDS[named(draft)].arguments):
        draft = replace(draft, arguments=(*draft.arguments, value))
        return await ask_next(draft, work, words)
    if not draft.how:
        text = f"{write_quantity(draft.field)} {value}"
        return await joined(draft, mended(text, meant_by(words.language)) or text, work, words)
    how = Comparison(draft.how)
    said = _values(value, how, draft.field)
    return await joined(draft, f"{write_quantity(draft.field)} {how} {said}", work, words)


def _as_piece(draft: Draft, value: str) -> str:
    """The piece as a rule writes it; raises RuleFault where it is none."""
    piece = draft.piece
    if piece in (Piece.NUMBER, Piece.MONEY):
        return _number(value, money=piece is Piece.MONEY)
    if piece not in TYPED and value not in draft.offered:
        raise RuleFault(Code.NOT_COMPARABLE, 0, found=value)
    return value


async def joined(draft: Draft, said: str, work: UnitOfWork, words: Words) -> tuple[Draft, View]:
    """The condition added to the rule so far; raises RuleFault."""
    new = parse(said)
    if draft.text:
        old, kind = parse(draft.text), All if draft.join == "and" else AnyOf
        new = kind((*(old.parts if isinstance(old, kind) else (old,)), new))
    draft = draft.with_text(write(new))
    return draft, so_far_view(await so_far(draft, work), words)


async def back(draft: Draft, work: UnitOfWork, words: Words) -> tuple[Draft, View]:
    """The question before."""
    if draft.how:
        draft = replace(draft, how="")
    elif draft.arguments:
        draft = replace(draft, arguments=draft.arguments[:-1])
    elif draft.name:
        draft = replace(draft, name="", offered=())
    elif draft.room >= 0:
        draft = replace(draft, room=-1)
    elif draft.text:
        return draft, so_far_view(await so_far(draft, work), words)
    return await ask_next(draft, work, words)


async def as_key(draft: Draft, said: str, work: UnitOfWork, words: Words) -> str:
    """The key of what somebody named by its label; else what they wrote."""
    names = (await so_far(draft, work)).names
    labels: Sequence[str]
    if draft.piece is not None:
        labels = [piece_called(draft.piece, each, words, names) for each in draft.offered]
    elif len(draft.arguments) < len(FIELDS[named(draft)].arguments):
        labels = arguments_offered(draft.field, draft.offered, names, words)
    else:
        labels = values_offered(draft.field, draft.offered, names, words)
    called = {label.casefold(): key for label, key in zip(labels, draft.offered, strict=True)}
    return called.get(said.casefold(), said)


def _values(value: str, how: Comparison, of: Field) -> str:
    """What was typed, as a rule writes it: numbers bare, words in quotes, several in brackets."""
    parts = [part.strip() for part in value.split(",")] if how in WITH_MANY else [value]
    if how in PAIRS:
        parts = value.replace("–", " ").replace("-", " ").replace(",", " ").split()
        parts = [*parts, "", ""][:2]
    written = [_one(part, of) for part in parts if part or how in PAIRS]
    if how in PAIRS:
        return f"{written[0]} and {written[1]}"
    return f"({', '.join(written)})" if how in WITH_MANY else "".join(written[:1])


def _one(part: str, of: Field) -> str:
    kind = FIELDS[of.name].type
    if kind not in (Type.NUMBER, Type.OPEN):
        return quoted(part)
    try:
        return _number(part, money=is_money(of))
    except RuleFault:
        return quoted(part)


def _number(said: str, *, money: bool = False) -> str:
    """A number as a rule writes it; raises RuleFault."""
    number = "".join(said.split()).replace(",", ".")
    if not number.replace(".", "", 1).lstrip("-").isdecimal():
        raise RuleFault(Code.NEEDS_NUMBER, 0, found=said)
    return str(round(float(number) * MINOR_UNITS)) if money else number


def named(draft: Draft) -> str:
    """The field's name, unless a button is of another draft."""
    if draft.name not in FIELDS:
        raise RuleGone
    return draft.name
