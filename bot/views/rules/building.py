"""A rule put together with buttons: about what, which field, how, which value."""

from collections.abc import Mapping, Sequence
from html import escape

from bot.callbacks import RuleAct, RuleBuild, RuleButton, RuleStep
from bot.screen import View
from bot.views.keyboards import buttons
from bot.views.rules.explaining import explained, how_said, quantity_said, window_said
from bot.words import Words
from segmentation.rules.catalogue import COMPARISONS, FIELDS, Room, Type
from segmentation.rules.parsing import parse
from segmentation.rules.times import Ago, Anniversary, Calendar, Last, Span, Unit, Window
from segmentation.rules.tree import Comparison, Field

ROOMS = tuple(Room)
FIELDS_OF: Mapping[Room, tuple[str, ...]] = {
    room: tuple(name for name, kind in FIELDS.items() if kind.room is room) for room in ROOMS
}
WINDOWS: tuple[Window, ...] = (
    Last(Span(7, Unit.DAYS)),
    Last(Span(30, Unit.DAYS)),
    Last(Span(90, Unit.DAYS)),
    Last(Span(1, Unit.YEARS)),
    Ago(Span(30, Unit.DAYS)),
    Ago(Span(90, Unit.DAYS)),
    Ago(Span(1, Unit.YEARS)),
    Calendar(Unit.DAYS, 0),
    Calendar(Unit.WEEKS, 0),
    Calendar(Unit.MONTHS, 0),
    Calendar(Unit.MONTHS, -1),
    Calendar(Unit.YEARS, 0),
)
YEARLY: tuple[Window, ...] = (Anniversary(0), Anniversary(7), Anniversary(30))
WITHOUT_VALUE = (Comparison.EMPTY, Comparison.NOT_EMPTY)
WITH_MANY = (
    Comparison.IN,
    Comparison.NOT_IN,
    Comparison.HAS_ANY,
    Comparison.HAS_ALL,
    Comparison.HAS_NONE,
)
PAIRS = (Comparison.BETWEEN, Comparison.NOT_BETWEEN)
A_ROW = 2
KNOWN_SHOWN = 20


def windows_of(kind: Type) -> tuple[Window, ...]:
    """The windows offered for that type; none where it is no time."""
    if kind is Type.DAY:
        return (*WINDOWS, *YEARLY)
    return WINDOWS if kind is Type.MOMENT else ()


def rooms_view(so_far: str, words: Words) -> View:
    """What a condition can be about."""
    chosen = [(words(f"rule-room-{room}"), RuleStep.ROOM) for room in ROOMS]
    return _choosing(so_far, words("rules-room-ask"), chosen, words)


def fields_view(room: Room, so_far: str, words: Words) -> View:
    """The fields of that room."""
    chosen = [(_field_name(name, words), RuleStep.FIELD) for name in FIELDS_OF[room]]
    return _choosing(so_far, words("rules-field-ask"), chosen, words)


def argument_view(
    name: str, argument: str, known: Sequence[str], so_far: str, words: Words
) -> View:
    """Which survey, question, need ...: one that is known, or typed."""
    question = words("rules-argument-ask", field=_field_name(name, words), argument=argument)
    chosen = [(each, RuleStep.ARGUMENT) for each in known[:KNOWN_SHOWN]]
    return _choosing(so_far, question, chosen, words)


def hows_view(field: Field, so_far: str, words: Words) -> View:
    """How to compare it: by words, or with a window where it is a time."""
    kind = FIELDS[field.name].type
    question = words("rules-how-ask", field=escape(quantity_said(field, words), quote=False))
    chosen = [(window_said(each, words), RuleStep.WINDOW) for each in windows_of(kind)]
    chosen += [(how_named(each, words), RuleStep.HOW) for each in COMPARISONS[kind]]
    return _choosing(so_far, question, chosen, words, first=len(windows_of(kind)))


def value_view(
    field: Field, how: Comparison, known: Sequence[str], so_far: str, words: Words
) -> View:
    """The value: one that is known, or typed."""
    question = words(
        "rules-value-ask",
        field=escape(quantity_said(field, words), quote=False),
        how=how_named(how, words),
        many="yes" if how in WITH_MANY or how in PAIRS else "no",
    )
    chosen = [(each, RuleStep.ARGUMENT) for each in known[:KNOWN_SHOWN]]
    return _choosing(so_far, question, chosen, words)


def so_far_view(text: str, words: Words) -> View:
    """The rule up to now, and what can follow."""
    lines = [words("rules-so-far"), explained(parse(text), words)]
    more = [
        (words("rules-and"), RuleBuild(step=RuleStep.AND)),
        (words("rules-or"), RuleBuild(step=RuleStep.OR)),
    ]
    negate = [(words("rules-negate"), RuleBuild(step=RuleStep.NEGATE))]
    enough = [(words("rules-enough"), RuleBuild(step=RuleStep.COUNT))]
    return View("\n".join(lines), buttons(more, negate, enough, _back(words)))


def how_named(comparison: Comparison, words: Words) -> str:
    """A comparison with dots for its values."""
    if comparison in PAIRS:
        return how_said(comparison, ("…", "…"), words)
    return how_said(comparison, () if comparison in WITHOUT_VALUE else ("…",), words)


def _field_name(name: str, words: Words) -> str:
    arguments = tuple("…" for _ in FIELDS[name].arguments)
    return quantity_said(Field(name, arguments), words)


def _choosing(
    so_far: str,
    question: str,
    chosen: Sequence[tuple[str, RuleStep]],
    words: Words,
    *,
    first: int = 0,
) -> View:
    """A question with its buttons, two a row; places after `first` count from 0 again."""
    lines = [words("rules-so-far"), explained(parse(so_far), words), ""] if so_far else []
    keys = []
    for place, (label, step) in enumerate(chosen):
        value = place - first if step is RuleStep.HOW else place
        keys.append((label, RuleBuild(step=step, value=value)))
    rows = [keys[start : start + A_ROW] for start in range(0, len(keys), A_ROW)]
    return View("\n".join([*lines, f"<b>{question}</b>"]), buttons(*rows, _back(words)))


def _back(words: Words) -> list[tuple[str, RuleButton]]:
    return [(words("rules-back"), RuleButton(act=RuleAct.LIST))]
