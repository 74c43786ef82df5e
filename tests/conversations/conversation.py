"""A conversation file: the surveys it needs, who is there, and what is said step by step."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the talk: somebody's deed, or what is then to be seen."""

    who: str
    what: str
    value: Any
    line: int


@dataclass(frozen=True, slots=True)
class Conversation:
    """A whole file; `people` are names with the language of their Telegram, managers apart."""

    name: str
    surveys: tuple[str, ...]
    people: Mapping[str, str]
    managers: frozenset[str]
    steps: tuple[Step, ...]
    homes: Mapping[str, list[str]]


def read_conversation(path: Path) -> Conversation:
    """The file; raises AssertionError where its shape is not that of README.md."""
    said = yaml.safe_load(path.read_text(encoding="utf-8"))
    unknown = set(said) - {"survey", "surveys", "people", "managers", "homes", "talk"}
    assert not unknown, f"{path.name}: no such part: {unknown}"
    managers = said.get("managers") or {}
    people = {**(said.get("people") or ({} if managers else {"vera": "en"})), **managers}
    written = [*said.get("surveys", []), *([said["survey"]] if "survey" in said else [])]
    return Conversation(
        name=path.stem,
        surveys=tuple(survey_text(each) for each in written),
        people=people,
        managers=frozenset(managers),
        steps=tuple(_steps(path, said["talk"], next(iter(people)))),
        homes=said.get("homes", {}),
    )


def survey_text(written: str) -> str:
    """A survey written out, or the path of one from the root of the project."""
    if "\n" not in written and written.endswith((".yaml", ".csv")):
        return (ROOT / written).read_text(encoding="utf-8")
    return written


def _steps(path: Path, talk: list[dict[str, Any]], first: str) -> list[Step]:
    lines = _lines_of_talk(path)
    steps = []
    for line, written in zip(lines, talk, strict=True):
        who = written.pop("who", first)
        assert len(written) == 1, f"{path.name}:{line}: one thing a step, not {list(written)}"
        ((what, value),) = written.items()
        steps.append(Step(who, what, value, line))
    return steps


def _lines_of_talk(path: Path) -> list[int]:
    """Where each step stands in its file."""
    root = yaml.compose(path.read_text(encoding="utf-8"))
    assert isinstance(root, yaml.MappingNode), f"{path.name} is no mapping"
    talk = next(value for key, value in root.value if key.value == "talk")
    return [step.start_mark.line + 1 for step in talk.value]
