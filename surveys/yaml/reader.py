"""A survey file in YAML becomes a survey, or one list of everything that is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import yaml

from surveys.faults import Fault, FaultCode, Faults
from surveys.limits import (
    LONG_TEXT_CHARS_MAX,
    MINUTES_MAX,
    POINTS_MAX,
    TITLE_CHARS_MAX,
    VERSION_MAX,
)
from surveys.questions import Calculated, Survey
from surveys.reminding import AFTER_HOURS, HOURS_MAX, TIMES_MAX, Reminders
from surveys.structure import Item
from surveys.text import LANGUAGES, Text
from surveys.unfolding import unfolded
from surveys.yaml.fieldwork import read_field
from surveys.yaml.logic import note_logic, note_names, read_formulas
from surveys.yaml.nodes import Entry, Refused, compose, names_written, read_whole
from surveys.yaml.structure import Outline, flat
from surveys.yaml.texts import Reading, check_language

_KEYS = (
    "survey", "version", "language", "languages", "title", "welcome", "thanks", "points", "minutes",
    "reminders", "calculated", "field", "questions",
)  # fmt: skip

_SHEETS_IN_ORDER = {"survey": 0, "choices": 1, "settings": 2}


@dataclass(frozen=True, slots=True)
class Examination:
    """What a file holds: a survey if nothing is wrong, the faults, and warnings in any case."""

    survey: Survey | None
    faults: tuple[Fault, ...]
    warnings: tuple[Fault, ...]


def read_survey(text: str) -> Survey | Faults:
    """The survey that the YAML describes, or all of its faults; warnings are left to
    `examine_survey`."""
    examination = examine_survey(text)
    return examination.survey or Faults(examination.faults)


def examine_survey(text: str) -> Examination:
    """Read the YAML and say everything there is to say about it, in the order of lines."""
    try:
        root = compose(text)
    except Refused as refused:
        return Examination(None, (refused.fault,), ())
    if root is None:
        return Examination(None, (Fault(1, 1, FaultCode.EMPTY_FILE),), ())
    return examine_node(root, Reading())


def examine_node(root: yaml.Node, reading: Reading) -> Examination:
    """What the tree of a survey file holds, with all that was noted while it was built."""
    survey = _survey(root, reading)
    noted = sorted(
        reading.notes.faults, key=lambda f: (_SHEETS_IN_ORDER.get(f.sheet, 0), f.line, f.column)
    )
    faults = tuple(fault for fault in noted if not fault.is_warning)
    warnings = tuple(fault for fault in noted if fault.is_warning)
    return Examination(None if faults else survey, faults, warnings)


def _survey(root: yaml.Node, reading: Reading) -> Survey | None:
    found = reading.mapping(root, "survey")
    if found is None:
        return None
    reading.check_names(found, _KEYS)
    for place in ("survey", "title"):
        if place not in found:
            reading.note(root, FaultCode.MISSING, place=place)
    declared = _declared_languages(found, reading)
    title = reading.text(found.get("title"), "title", TITLE_CHARS_MAX)
    welcome = reading.text(found.get("welcome"), "welcome", LONG_TEXT_CHARS_MAX)
    thanks = reading.text(found.get("thanks"), "thanks", LONG_TEXT_CHARS_MAX)
    key = reading.key(found["survey"], "survey") if "survey" in found else ""
    points = _whole(found, "points", (0, POINTS_MAX), reading)
    minutes = _whole(found, "minutes", (1, MINUTES_MAX), reading)
    version = _whole(found, "version", (1, VERSION_MAX), reading)
    outline = Outline(reading)
    items: tuple[Item, ...] = ()
    entry = found.get("questions")
    if entry is None:
        reading.notes.add(root, FaultCode.NO_QUESTIONS)
    else:
        items = outline.read(entry)
    reading.inside = ""
    calculated = _calculated(found.get("calculated"), outline, reading)
    languages = declared or _languages_used(reading)
    reading.check_languages(languages)
    survey = Survey(
        key=key,
        version=version or 1,
        title=title or Text({}),
        welcome=welcome,
        thanks=thanks,
        points=points or 0,
        minutes=minutes,
        questions=flat(items) or (),
        calculated=calculated,
        languages=languages,
        fieldwork=read_field(found.get("field"), reading),
        reminders=_reminders(found.get("reminders"), reading),
    )
    if entry is not None and outline.check_sizes(entry, items) and flat(items) is None:
        survey = unfolded(replace(survey, outline=items, outlined=calculated))
    if not reading.notes.any_fault:
        note_logic(survey, reading)
    elif survey.questions:
        reading.written |= set(names_written(root))
        note_names(survey, reading)
    return survey


def _whole(
    found: Mapping[str, Entry], place: str, bounds: tuple[int, int], reading: Reading
) -> int | None:
    if place not in found:
        return None
    return read_whole(found[place].value, place, "", reading.notes, bounds)


def _calculated(entry: Entry | None, outline: Outline, reading: Reading) -> tuple[Calculated, ...]:
    """The calculated values that belong to no block."""
    read = read_formulas(entry, reading)
    for each, line in read:
        reading.inside = str(each.key)
        outline.check_taken(line)
    reading.inside = ""
    return tuple(each for each, _ in read)


def _reminders(entry: Entry | None, reading: Reading) -> Reminders | None:
    """`reminders: 2`, or `{times: 2, after: 48}` with the hours of silence before the first."""
    if entry is None:
        return None
    times, after = entry.value, None
    if isinstance(entry.value, yaml.MappingNode):
        found = reading.mapping(entry.value, "reminders") or {}
        reading.check_names(found, ("times", "after"))
        if "times" not in found:
            reading.note(entry.key, FaultCode.MISSING, place="times")
            return None
        times = found["times"].value
        after = _whole(found, "after", (1, HOURS_MAX), reading)
    count = read_whole(times, "reminders", "", reading.notes, (0, TIMES_MAX))
    return Reminders(count, after or AFTER_HOURS) if count else None


def _declared_languages(found: Mapping[str, Entry], reading: Reading) -> tuple[str, ...]:
    """The languages listed by the author; the first, or `language`, is that of plain texts."""
    listed = found.get("languages")
    nodes = listed.value.value if listed and isinstance(listed.value, yaml.SequenceNode) else []
    if listed is not None and not nodes:
        reading.note(listed.key, FaultCode.LIST_NEEDED, place="languages")
    declared = tuple(dict.fromkeys(_language(node, reading) for node in nodes))
    if "language" in found:
        reading.default_language = _language(found["language"].value, reading)
    elif declared:
        reading.default_language = declared[0]
    return declared


def _language(node: yaml.Node, reading: Reading) -> str:
    written = node.value if isinstance(node, yaml.ScalarNode) else ""
    return written if check_language(node, written, reading.notes) else LANGUAGES[0]


def _languages_used(reading: Reading) -> tuple[str, ...]:
    """Every language of the file in the order in which it first comes."""
    languages = (language for *_, text in reading.texts for language in text.languages)
    return tuple(dict.fromkeys(languages))
