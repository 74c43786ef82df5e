"""The choices of a question that is being written: one a line, each with a key for ever.

A label that stays keeps its key, and so does one whose words were only mended; a new thought gets
a new key, so that answers already given never change their meaning.
"""

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

from surveys.drafting.documents import Document, in_question, look, put
from surveys.drafting.keys import key_for

SIMILAR = 0.6  # Of 1: from here on it is the same label with a slip mended.

Labels = dict[str, Any]


class LinesDiffer(Exception):
    """A translation needs as many lines as there are choices: `wanted`, not `given`."""

    def __init__(self, wanted: int, given: int) -> None:
        super().__init__(f"{given} lines for {wanted} choices")
        self.wanted, self.given = wanted, given


def label_of(written: Any) -> dict[str, str]:
    """The words of a choice, by language."""
    if not isinstance(written, dict):
        return {}
    label = written.get("label", written)
    return label if isinstance(label, dict) else {}


def special(written: Any, what: str) -> bool:
    """Whether the choice is `exclusive`, or the `other` that asks for words."""
    return isinstance(written, dict) and bool(written.get(what)) and "label" in written


def lines_of(listed: Labels, language: str) -> list[str]:
    """The labels in that language, in order; "" where one is missing."""
    return [label_of(written).get(language, "") for written in listed.values()]


def put_choices(
    document: Mapping[str, Any], key: str, place: str, lines: Sequence[str], language: str
) -> Document:
    """The choices in the order of the lines; "other" and "none of these" stay at the end."""
    path = in_question(document, key, place)
    before: Labels = look(document, path) or {}
    apart = {name: each for name, each in before.items() if _is_special(each)}
    plain = {name: each for name, each in before.items() if name not in apart}
    kept = _kept_keys(plain, lines, language)
    listed: Labels = {}
    for place_in_list, line in enumerate(lines):
        name = kept.get(place_in_list)
        if name is None:
            taken = {*listed, *before, *kept.values()}
            name = key_for(line, taken, otherwise="choice")
            listed[name] = {language: line}
        else:
            listed[name] = _relabelled(plain[name], line, language)
    return put(document, path, {**listed, **apart})


def translate_choices(
    document: Mapping[str, Any], key: str, place: str, lines: Sequence[str], language: str
) -> Document:
    """The same choices in another language, line by line; raises LinesDiffer."""
    path = in_question(document, key, place)
    listed: Labels = look(document, path) or {}
    if len(lines) != len(listed):
        raise LinesDiffer(len(listed), len(lines))
    said = {
        name: _relabelled(written, line, language)
        for (name, written), line in zip(listed.items(), lines, strict=True)
    }
    return put(document, path, said)


def turn_special(
    document: Mapping[str, Any], key: str, what: str, label: Mapping[str, str]
) -> Document:
    """Add a choice that is `exclusive` or `other` with that label, or take it out again."""
    path = in_question(document, key, "choices")
    listed: Labels = look(document, path) or {}
    there = [name for name, written in listed.items() if special(written, what)]
    if there:
        left = {name: written for name, written in listed.items() if name not in there}
        return put(document, path, left)
    stem = "other" if what == "other" else "none"
    name = key_for(stem, listed, otherwise=stem)
    return put(document, path, {**listed, name: {"label": dict(label), what: True}})


def _is_special(written: Any) -> bool:
    return special(written, "other") or special(written, "exclusive")


def _relabelled(written: Any, line: str, language: str) -> Any:
    words = {**label_of(written), language: line}
    return {**written, "label": words} if "label" in written else words


def _kept_keys(plain: Labels, lines: Sequence[str], language: str) -> dict[int, str]:
    """The keys of lines that were there before: the same words first, then the most alike."""
    kept: dict[int, str] = {}
    left = {name: label_of(each).get(language, "").casefold() for name, each in plain.items()}
    for place, line in enumerate(lines):
        same = next((name for name, words in left.items() if words == line.casefold()), None)
        if same is not None:
            kept[place] = same
            del left[same]
    for place, line in enumerate(lines):
        if place in kept or not left:
            continue
        alike = {n: SequenceMatcher(None, w, line.casefold()).ratio() for n, w in left.items()}
        best = max(alike, key=lambda name: alike[name])
        if alike[best] >= SIMILAR:
            kept[place] = best
            del left[best]
    return kept
