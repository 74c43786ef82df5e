"""How often a repeat goes round: a number, what was answered, or "one more?" before each time."""

import yaml

from surveys.expressions.tree import Count, Expression, Given
from surveys.faults import FaultCode
from surveys.structure import AT_MOST
from surveys.xlsform.formulas import Formulas, whole_number
from surveys.xlsform.nodes import Entry, entry, mapping, scalar
from surveys.xlsform.sheets import Cell, Row
from surveys.xlsform.texts import Languages

ROUNDS_MAX = 50
_AGAIN = {
    "ru": "Добавить ещё?", "uk": "Додати ще?", "en": "Add one more?",
    "fr": "En ajouter un autre ?", "es": "¿Añadir otro?",
}  # fmt: skip


def turns(begin: Row, formulas: Formulas, languages: Languages, around: str | None) -> list[Entry]:
    """The lines of a loop that say how often it goes round."""
    at = begin.cell("repeat_count")
    if not at.text:
        return [entry("again", _again(begin, languages), at), _capped(at, formulas)]
    found = formulas.read(at, condition=False, around=around)
    if found is None:
        return [entry("times", scalar(at, "0"), at)]
    number = whole_number(found)
    most = number if number is not None else _picks(found, formulas)
    times = formulas.line("times", found, at)
    if most is None or most > ROUNDS_MAX:
        return [times, _capped(at, formulas, ROUNDS_MAX if most else AT_MOST)]
    return [times, entry("at_most", scalar(at, str(max(most, 1)), plain=True), at)]


def _capped(at: Cell, formulas: Formulas, most: int = AT_MOST) -> Entry:
    formulas.reading.note(scalar(at), FaultCode.TIMES_CAPPED, limit=most)
    return entry("at_most", scalar(at, str(most), plain=True), at)


def _picks(found: Expression, formulas: Formulas) -> int | None:
    """The most that so many picks can be."""
    match found:
        case Count(Given(key)):
            named = (each for each in formulas.names.meant.values() if each.key == key)
            choices = next((each.choices for each in named), {})
            return len(choices) or None
    return None


def _again(begin: Row, languages: Languages) -> yaml.Node:
    """ "Children. Add one more?" in every language of the label."""
    at = begin.cell("type")
    labels = {code: cell.text for code, cell in languages.texts(begin, "label").items()}
    lines = []
    for code in labels or {languages.default: ""}:
        said = _AGAIN.get(code, _AGAIN["en"])
        label = labels.get(code, "")
        lines.append(entry(code, scalar(at, f"{label}\n{said}" if label else said), at))
    return mapping(at, lines)
