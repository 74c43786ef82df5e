"""What was probably meant by a rule that cannot be read."""

import re
from collections.abc import Mapping

from segmentation.rules.faults import Code, Expect, RuleFault
from segmentation.rules.parsing import parse
from segmentation.rules.writing import quoted, write

MENDS_MAX = 12
_WORD = re.compile(r"[^\s,()=<>!≤≥≠\"'“”„«»]+")
_QUOTED_NUMBER = re.compile(r"[\"'“«„](-?\d+(?:[.,]\d+)?)[\"'”»“]")
_OF_TEXT = {Code.NEEDS_TEXT, Code.UNREADABLE}


def mended(text: str, meant: Mapping[str, str]) -> str | None:
    """The rule's canonical text once everything in its way is mended, one place after another.

    `meant` are words of the writer's own language, in small letters, with what rules write for
    them. None where some place cannot be mended, or nothing is wrong.
    """
    tried = text
    for _ in range(MENDS_MAX):
        try:
            rule = parse(tried)
        except RuleFault as fault:
            better = _mended_once(tried, fault, meant)
            if better is None or better == tried:
                return None
            tried = better
        else:
            return write(rule) if tried != text else None
    return None


def _mended_once(text: str, fault: RuleFault, meant: Mapping[str, str]) -> str | None:
    before, rest = text[: fault.at], text[fault.at :]
    said = _said_in(rest, meant)
    if said is not None and fault.code in (Code.UNREADABLE, Code.UNKNOWN_FIELD):
        return before + meant[said] + rest[len(said) :]
    if fault.code is Code.UNKNOWN_FIELD and fault.suggestion:
        return before + fault.suggestion + rest[len(fault.found) :]
    if fault.expects is Expect.COMPARISON and fault.found.lower() == "is":
        return before + "=" + rest[len(fault.found) :]
    if fault.code is Code.UNREADABLE and fault.expects is Expect.QUOTE:
        return f'{before}"{rest[1:]}"' if '"' not in rest[1:] else None
    if fault.code is Code.UNFINISHED and fault.expects is Expect.SIGN:
        return f"{text})" if fault.choices == (")",) else None
    if fault.code in _OF_TEXT and (split := _number_stuck_to_letters(before, rest)):
        return split
    if fault.code is Code.NEEDS_NUMBER and (found := _QUOTED_NUMBER.match(rest)):
        return before + found[1].replace(",", ".") + rest[found.end() :]
    if fault.code is Code.NEEDS_TEXT:
        word = _WORD.match(rest)
        return before + quoted(word[0]) + rest[word.end() :] if word else None
    return None


def _said_in(rest: str, meant: Mapping[str, str]) -> str | None:
    """The longest of the words with which the rest begins."""
    small = rest.lower()
    fits = [
        each
        for each in meant
        if small.startswith(each) and not small[len(each) : len(each) + 1].isalnum()
    ]
    return max(fits, key=len, default=None)


def _number_stuck_to_letters(before: str, rest: str) -> str | None:
    """`12A` was read as 12, then A: it is one text, to be put in quotes."""
    head = re.search(r"[\w./-]+$", before)
    start = before[: head.start()] if head else before
    found = _WORD.match((head[0] if head else "") + rest)
    word = found[0] if found is not None else ""
    if not any(c.isdecimal() for c in word) or word.replace(".", "").isdecimal():
        return None
    stuck = (head[0] if head else "") + rest
    return start + quoted(word) + stuck[len(word) :]
