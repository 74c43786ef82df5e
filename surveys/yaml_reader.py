"""A survey file in YAML becomes a survey, or one list of everything that is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass

import yaml

from surveys.faults import Fault, FaultCode, Faults
from surveys.limits import (
    LONG_TEXT_CHARS_MAX,
    MINUTES_MAX,
    POINTS_MAX,
    QUESTIONS_MAX,
    TITLE_CHARS_MAX,
    VERSION_MAX,
)
from surveys.questions import Question, Survey
from surveys.text import LANGUAGES, Text
from surveys.yaml_logic import note_logic, read_calculated
from surveys.yaml_nodes import Entry, Refused, compose, read_whole
from surveys.yaml_questions import read_question
from surveys.yaml_texts import Reading, check_language

_KEYS = (
    "survey", "version", "language", "languages", "title", "welcome", "thanks", "points", "minutes",
    "calculated", "questions",
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
    questions = _questions(root, found, reading)
    calculated = read_calculated(found.get("calculated"), questions, reading)
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
        questions=questions,
        calculated=calculated,
        languages=languages,
    )
    if not reading.notes.any_fault:
        note_logic(survey, reading)
    return survey


def _whole(
    found: Mapping[str, Entry], place: str, bounds: tuple[int, int], reading: Reading
) -> int | None:
    if place not in found:
        return None
    return read_whole(found[place].value, place, "", reading.notes, bounds)


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


def _questions(
    root: yaml.Node, found: Mapping[str, Entry], reading: Reading
) -> tuple[Question, ...]:
    entry = found.get("questions")
    if entry is None:
        reading.notes.add(root, FaultCode.NO_QUESTIONS)
        return ()
    if not entry.value.value:
        reading.notes.add(entry.key, FaultCode.NO_QUESTIONS)
        return ()
    if not isinstance(entry.value, yaml.SequenceNode):
        reading.note(entry.key, FaultCode.LIST_NEEDED, place="questions")
        return ()
    nodes = entry.value.value
    if len(nodes) > QUESTIONS_MAX:
        code = FaultCode.TOO_MANY_QUESTIONS
        reading.notes.add(entry.key, code, limit=QUESTIONS_MAX, length=len(nodes))
    questions: list[Question] = []
    first_nodes: dict[str, yaml.Node] = {}
    for position, node in enumerate(nodes, start=1):
        question = read_question(node, position, reading)
        first = first_nodes.setdefault(reading.inside, node)
        if first is not node:
            line = first.start_mark.line + 1
            code = FaultCode.REPEATED_QUESTION
            reading.notes.add(node, code, key=reading.inside, first=line)
        if question is not None:
            questions.append(question)
    reading.inside = ""
    return tuple(questions)
