"""The document of a half-written survey: what a survey file holds, changed one thing at a time.

Nothing is changed in place: each function hands back a new document. A document may be at fault at
any time; `surveys.drafting.checking` says how. Whatever this module has no name for (blocks, new
kinds) stays as it is.
"""

import copy
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from surveys.text import LANGUAGES
from surveys.yaml.questions import OF_KIND

Document = dict[str, Any]
Path = tuple[str | int, ...]
"""The way to a place in a document: ("questions", 3, "choices", "lift")."""

KINDS = tuple(OF_KIND)
_NO_TEXTS = ("calculated", "languages")


class QuestionGone(Exception):
    """The question that was to be changed is no longer in the draft."""


def blank(key: str, title: str, languages: Sequence[str]) -> Document:
    """An empty page in these languages; the title is in the first."""
    title_in = {languages[0]: title}
    return {"survey": key, "languages": list(languages), "title": title_in, "questions": []}


def questions_of(document: Mapping[str, Any]) -> list[Document]:
    """The questions as they stand."""
    return list(document.get("questions", ()))


def kind_of(question: Mapping[str, Any]) -> str:
    """The kind of the question; "" for what has no words of its own."""
    return next((kind for kind in KINDS if kind in question), "")


def key_of(question: Mapping[str, Any]) -> str:
    """The question's key; "" where it has none."""
    return str(question.get("key", ""))


def keys_within(question: Mapping[str, Any]) -> Iterator[str]:
    """The question's key, and those of the questions in a block."""
    yield key_of(question)
    for inner in question.get("questions", ()):
        yield from keys_within(inner)


def place_of(document: Mapping[str, Any], key: str) -> int:
    """Where the question stands; raises QuestionGone if it does not."""
    for place, question in enumerate(questions_of(document)):
        if key_of(question) == key:
            return place
    raise QuestionGone(key)


def question_at(document: Mapping[str, Any], key: str) -> Document:
    """The question of that key; raises QuestionGone."""
    return questions_of(document)[place_of(document, key)]


def look(document: Any, path: Path) -> Any:
    """What stands at the path, or None."""
    found = document
    for step in path:
        try:
            found = found[step]
        except (KeyError, IndexError, TypeError):
            return None
    return found


def put(document: Mapping[str, Any], path: Path, value: Any) -> Document:
    """The document with that value at the path; None takes the place away."""
    changed = copy.deepcopy(dict(document))
    inside: Any = changed
    for step in path[:-1]:
        inside = inside.setdefault(step, {}) if isinstance(inside, dict) else inside[step]
    if value is not None:
        inside[path[-1]] = value
    elif isinstance(inside, dict):
        inside.pop(path[-1], None)
    else:
        del inside[path[-1]]
    return changed


def in_question(document: Mapping[str, Any], key: str, *path: str | int) -> Path:
    """The path to a place of that question; raises QuestionGone."""
    return ("questions", place_of(document, key), *path)


def is_text(value: Any) -> bool:
    """Whether that is one thing said in several languages."""
    return (
        isinstance(value, dict)
        and bool(value)
        and all(isinstance(words, str) for words in value.values())
        and all(language in LANGUAGES or len(language) in {2, 3} for language in value)
    )


def texts_of(document: Mapping[str, Any]) -> Iterator[tuple[Path, dict[str, str]]]:
    """Every text with its place, in the order in which people meet them."""
    for name, value in document.items():
        if name not in _NO_TEXTS:
            yield from _texts_within(value, (name,))


def _texts_within(value: Any, path: Path) -> Iterator[tuple[Path, dict[str, str]]]:
    if is_text(value):
        yield path, value
    elif isinstance(value, dict):
        for name, each in value.items():
            if name not in _NO_TEXTS:
                yield from _texts_within(each, (*path, name))
    elif isinstance(value, list):
        for place, each in enumerate(value):
            yield from _texts_within(each, (*path, place))
