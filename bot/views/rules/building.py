"""A rule put together with buttons: about what, which field, how, which value."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from html import escape

from bot.callbacks import RuleAct, RuleBuild, RuleButton, RuleStep
from bot.screen import View
from bot.views.keyboards import buttons
from bot.views.rules.explaining import explained, how_said, quantity_said
from bot.views.rules.naming import argument_called, value_called
from bot.views.rules.windows import window_said
from bot.words import Words
from segmentation.rules.built import BUILT
from segmentation.rules.catalogue import COMPARISONS, FIELDS, Room, Type
from segmentation.rules.parsing import parse
from segmentation.rules.times import Ago, Anniversary, Calendar, Last, Span, Unit, Window
from segmentation.rules.tree import Comparison, Field
from use_cases.rules.naming import Names

ROOMS = tuple(Room)
FIELDS_OF: Mapping[Room, tuple[str, ...]] = {
    room: (
        *(name for name, form in BUILT.items() if form.room is room),
        *(name for name, kind in FIELDS.items() if kind.room is room),
    )
    for room in ROOMS
}
"""What a condition of that room can be about: forms, then fields."""
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
LABEL_CHARS_MAX = 30  # What a phone shows of a button that has a row for itself,
SHORT_CHARS_MAX = 14  # ... and of one that shares it.


def windows_of(kind: Type) -> tuple[Window, ...]:
    """The windows offered for that type; none where it is no time."""
    if kind is Type.DAY:
        return (*WINDOWS, *YEARLY)
    return WINDOWS if kind is Type.MOMENT else ()


@dataclass(frozen=True, slots=True)
class SoFar:
    """The rule up to now, as rules write it, and what its keys and those on offer are called."""

    text: str = ""
    names: Names = field(default_factory=dict)
    undo: bool = False  # Whether there is a step that can be taken back.


def rooms_view(so_far: SoFar, words: Words) -> View:
    """What a condition can be about."""
    chosen = [(words(f"rule-room-{room}"), RuleStep.ROOM) for room in ROOMS]
    return choosing(so_far, words("rules-room-ask"), chosen, words, back=bool(so_far.text))


def fields_view(room: Room, so_far: SoFar, words: Words) -> View:
    """The fields of that room."""
    chosen = [(field_name(name, words), RuleStep.FIELD) for name in FIELDS_OF[room]]
    return choosing(so_far, words("rules-field-ask"), chosen, words, back=True)


def argument_view(of: Field, known: Sequence[str], so_far: SoFar, words: Words) -> View:
    """Which survey, question, need ...: one that is known, by what it is called, or typed."""
    argument = FIELDS[of.name].arguments[len(of.arguments)]
    question = words(
        "rules-argument-ask",
        field=field_name(of.name, words),
        argument=words(f"rule-argument-{argument}"),
        known="yes" if known else "no",
    )
    labels = arguments_offered(of, known, so_far.names, words)
    chosen = [(label, RuleStep.ARGUMENT) for label in labels[:KNOWN_SHOWN]]
    return choosing(so_far, question, chosen, words, back=True)


def arguments_offered(of: Field, known: Sequence[str], names: Names, words: Words) -> Sequence[str]:
    """What the keys are called that can stand next in the brackets of the field."""
    argument = FIELDS[of.name].arguments[len(of.arguments)]
    said = partial(argument_called, of.name, argument, of.arguments, words=words, names=names)
    return [said(each) for each in known]


def values_offered(of: Field, known: Sequence[str], names: Names, words: Words) -> Sequence[str]:
    """What the values are called that the field has."""
    return [str(value_called(of, each, words, names)) for each in known]


def hows_view(of: Field, so_far: SoFar, words: Words) -> View:
    """How to compare it: by words, or with a window where it is a time."""
    kind = FIELDS[of.name].type
    said = escape(quantity_said(of, words, so_far.names), quote=False)
    chosen = [(window_said(each, words), RuleStep.WINDOW) for each in windows_of(kind)]
    chosen += [(how_named(each, words, of), RuleStep.HOW) for each in COMPARISONS[kind]]
    question = words("rules-how-ask", field=said)
    first = len(windows_of(kind))
    return choosing(so_far, question, chosen, words, first=first, back=True)


def value_view(
    of: Field, how: Comparison, known: Sequence[str], so_far: SoFar, words: Words
) -> View:
    """The value: one that is known, or typed."""
    question = words(
        "rules-value-ask",
        field=escape(quantity_said(of, words, so_far.names), quote=False),
        how=how_named(how, words, of),
        many="yes" if how in WITH_MANY or how in PAIRS else "no",
        known="yes" if known else "no",
    )
    labels = values_offered(of, known, so_far.names, words)
    chosen = [(label, RuleStep.ARGUMENT) for label in labels[:KNOWN_SHOWN]]
    return choosing(so_far, question, chosen, words, back=True)


def so_far_view(so_far: SoFar, words: Words) -> View:
    """The rule up to now, and what can follow."""
    lines = [words("rules-so-far"), explained(parse(so_far.text), words, so_far.names)]
    more = [
        (words("rules-and"), RuleBuild(step=RuleStep.AND)),
        (words("rules-or"), RuleBuild(step=RuleStep.OR)),
    ]
    negate = [(words("rules-negate"), RuleBuild(step=RuleStep.NEGATE))]
    enough = [(words("rules-enough"), RuleBuild(step=RuleStep.COUNT))]
    undo = [(words("rules-undo"), RuleBuild(step=RuleStep.UNDO))] if so_far.undo else []
    return View("\n".join(lines), buttons(more, negate, enough, undo, _to_rules(words)))


def how_named(comparison: Comparison, words: Words, of: Field | None = None) -> str:
    """A comparison with dots for its values."""
    if comparison in PAIRS:
        return how_said(comparison, ("…", "…"), words, of)
    return how_said(comparison, () if comparison in WITHOUT_VALUE else ("…",), words, of)


def field_name(name: str, words: Words) -> str:
    """The field without what stands in its brackets: "score", not "score of … in …"; or a form."""
    if name in BUILT:
        return words(f"rule-form-{name.replace('_', '-')}")
    plain = f"rule-plain-{name.replace('_', '-')}"
    return words(plain) if words.has(plain) else quantity_said(Field(name), words)


def choosing(
    so_far: SoFar,
    question: str,
    chosen: Sequence[tuple[str, RuleStep]],
    words: Words,
    *,
    first: int = 0,
    back: bool = False,
) -> View:
    """A question with its buttons; places after `first` count from 0 again.

    Long labels stand alone in their row; those that do not fit are told above in full.
    """
    lines = []
    if so_far.text:
        said = explained(parse(so_far.text), words, so_far.names)
        lines = [words("rules-so-far"), said, ""]
    lines.append(f"<b>{question}</b>")
    lines += [f"• {escape(s, quote=False)}" for s, _ in chosen if len(s) > LABEL_CHARS_MAX]
    keys = []
    for place, (label, step) in enumerate(chosen):
        value = place - first if step is RuleStep.HOW else place
        keys.append((_cut(label), RuleBuild(step=step, value=value)))
    one_back = [(words("rules-one-back"), RuleBuild(step=RuleStep.BACK))] if back else []
    return View("\n".join(lines), buttons(*_rows(keys), one_back, _to_rules(words)))


def _rows(keys: Sequence[tuple[str, RuleBuild]]) -> list[list[tuple[str, RuleBuild]]]:
    """Two short labels a row, a long one alone."""
    rows: list[list[tuple[str, RuleBuild]]] = []
    for key in keys:
        before = rows[-1] if rows else []
        fits = all(len(label) <= SHORT_CHARS_MAX for label, _ in [*before, key])
        if before and len(before) < A_ROW and fits:
            before.append(key)
        else:
            rows.append([key])
    return rows


def _cut(label: str) -> str:
    return label if len(label) <= LABEL_CHARS_MAX else label[: LABEL_CHARS_MAX - 1] + "…"


def _to_rules(words: Words) -> list[tuple[str, RuleButton]]:
    return [(words("rules-back"), RuleButton(act=RuleAct.LIST))]
