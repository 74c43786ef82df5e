"""Patterns that people write: `like` with % and _, and regular expressions kept from exploding."""

import re
from functools import lru_cache

import regex

PATTERN_CHARS_MAX = 200
PATTERN_SECONDS_MAX = 0.1  # For one value; who needs longer wrote a bomb.


class BadPattern(Exception):
    """The pattern is none, is too long, or takes too long."""


@lru_cache(maxsize=256)
def like_pattern(pattern: str) -> re.Pattern[str]:
    """A folded SQL LIKE pattern (% any letters, _ one, no escapes) as a regular expression."""
    parts = (".*" if char == "%" else "." if char == "_" else re.escape(char) for char in pattern)
    return re.compile("".join(parts), re.DOTALL)


@lru_cache(maxsize=256)
def compiled(pattern: str) -> regex.Pattern[str]:
    """The regular expression; raises BadPattern."""
    if len(pattern) > PATTERN_CHARS_MAX:
        raise BadPattern(pattern[:20])
    try:
        return regex.compile(pattern)
    except regex.error as fault:
        raise BadPattern(pattern) from fault


def matches(pattern: str, text: str) -> bool:
    """Whether the regular expression is found in the (folded) text; raises BadPattern in time."""
    try:
        return compiled(pattern).search(text, timeout=PATTERN_SECONDS_MAX) is not None
    except TimeoutError as fault:
        raise BadPattern(pattern) from fault
