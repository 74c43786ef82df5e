"""Best-worst questions in a survey file."""

import yaml

from surveys.documents.parts import Common
from surveys.faults import FaultCode
from surveys.limits import HINT_CHARS_MAX
from surveys.maxdiff.designs import SETS_MAX
from surveys.questions import MaxDiff
from surveys.yaml.choices import read_choices
from surveys.yaml.common import Lines
from surveys.yaml.nodes import read_whole
from surveys.yaml.texts import Reading

ITEMS_MIN, ITEMS_MAX = 3, 30
PER_SET = (3, 6)


def read_maxdiff(node: yaml.Node, found: Lines, common: Common, reading: Reading) -> MaxDiff:
    """The question; fewer than three items are no matter of best and worst."""
    choices = read_choices(node, found, "maxdiff", reading)
    if choices and not ITEMS_MIN <= len(choices) <= ITEMS_MAX:
        code, length = FaultCode.ITEMS_BEYOND, len(choices)
        facts = {"minimum": ITEMS_MIN, "maximum": ITEMS_MAX, "length": length}
        reading.note_within(found["choices"].key, 0, code, facts)
    return MaxDiff(
        **common,
        choices=choices,
        per_set=_whole(found, "per_set", PER_SET, reading) or 4,
        sets=_whole(found, "sets", (1, SETS_MAX), reading),
        best=reading.text(found.get("best"), "best", HINT_CHARS_MAX),
        worst=reading.text(found.get("worst"), "worst", HINT_CHARS_MAX),
    )


def _whole(found: Lines, place: str, bounds: tuple[int, int], reading: Reading) -> int | None:
    if place not in found:
        return None
    return read_whole(found[place].value, place, reading.inside, reading.notes, bounds)
