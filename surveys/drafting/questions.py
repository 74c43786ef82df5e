"""Questions of a draft: added, worded, moved, copied, taken out."""

import copy
from collections.abc import Mapping
from typing import Any

from surveys.drafting.documents import (
    Document,
    in_question,
    keys_within,
    kind_of,
    look,
    place_of,
    put,
    question_at,
    questions_of,
)
from surveys.drafting.keys import free_key, key_for
from surveys.yaml.questions import OF_KIND


def names_of(document: Mapping[str, Any]) -> set[str]:
    """Every name that a new question cannot have."""
    asked = {key for each in questions_of(document) for key in keys_within(each)}
    return asked | set(document.get("calculated", {}))


def add_question(
    document: Mapping[str, Any], kind: str, words: str, language: str, *, after: str | None = None
) -> tuple[Document, str]:
    """The document with one more question, after that one or at the end; and its key."""
    key = key_for(words, names_of(document), otherwise="question")
    question: Document = {"key": key, kind: {language: words}}
    if "from" in OF_KIND[kind] and kind == "scale":
        question |= {"from": 1, "to": 5}
    listed = questions_of(document)
    place = len(listed) if after is None else place_of(document, after) + 1
    listed.insert(place, question)
    return put(document, ("questions",), listed), key


def drop_question(document: Mapping[str, Any], key: str) -> Document:
    """Without that question; conditions that speak of it become faults."""
    return put(document, in_question(document, key), None)


def copy_question(document: Mapping[str, Any], key: str) -> tuple[Document, str]:
    """The same question once more, right after it, under another key."""
    listed, place = questions_of(document), place_of(document, key)
    twin = copy.deepcopy(listed[place])
    twin["key"] = free_key(key[:28], names_of(document))
    listed.insert(place + 1, twin)
    return put(document, ("questions",), listed), twin["key"]


def move_question(document: Mapping[str, Any], key: str, by: int) -> Document:
    """Up (negative) or down by so many places; past an end it stays there."""
    listed, place = questions_of(document), place_of(document, key)
    moved = listed.pop(place)
    listed.insert(min(max(place + by, 0), len(listed)), moved)
    return put(document, ("questions",), listed)


def put_value(document: Mapping[str, Any], key: str, place: str, value: Any) -> Document:
    """A number, a yes or a word of the question; None takes it away."""
    return put(document, in_question(document, key, place), value)


def turn(document: Mapping[str, Any], key: str, place: str, *, plain: bool = False) -> Document:
    """What was yes becomes no and the other way round; `plain` is what goes without saying."""
    now = look(document, in_question(document, key, place))
    becomes = not (plain if now is None else bool(now))
    return put_value(document, key, place, None if becomes is plain else becomes)


def fields_of(question: Mapping[str, Any]) -> tuple[str, ...]:
    """What a question of this kind may have besides what all have."""
    return OF_KIND.get(kind_of(question), ())


def prompt_of(document: Mapping[str, Any], key: str) -> dict[str, str]:
    """What the question says, by language."""
    question = question_at(document, key)
    said = question.get(kind_of(question), {})
    return said if isinstance(said, dict) else {}
