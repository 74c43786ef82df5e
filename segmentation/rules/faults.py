"""What can be wrong with a rule, in codes: the sentences are the bot's."""

from enum import StrEnum


class Code(StrEnum):
    """Each has a sentence in the catalogues: rule-fault-<code>."""

    UNREADABLE = "unreadable"
    UNFINISHED = "unfinished"
    TOO_LONG = "too-long"
    TOO_DEEP = "too-deep"
    UNKNOWN_FIELD = "unknown-field"
    WRONG_ARGUMENTS = "wrong-arguments"
    NOT_COMPARABLE = "not-comparable"  # That type knows no such comparison.
    NEEDS_NUMBER = "needs-number"
    NEEDS_TEXT = "needs-text"
    NEEDS_WINDOW = "needs-window"
    NEEDS_DAY = "needs-day"  # Only days come round every year.
    NEEDS_DAYS = "needs-days"  # Hours, days or weeks: months are not equally long.
    NO_SUCH_DATE = "no-such-date"
    REVERSED = "reversed"  # From 5 to 1: nobody lies there.
    BAD_PATTERN = "bad-pattern"
    UNKNOWN_TRAIT = "unknown-trait"
    UNKNOWN_SEGMENT = "unknown-segment"
    UNKNOWN_SURVEY = "unknown-survey"
    CYCLE = "cycle"
    WHO_AND_WHAT = "who-and-what"  # It could tell what one person said, paid or did.


class Expect(StrEnum):
    """What a rule can go on with; each has a sentence in the catalogues: rule-expect-<it>."""

    CONDITION = "condition"
    COMPARISON = "comparison"
    JOIN = "join"
    VALUE = "value"
    QUOTE = "quote"  # The one that closes a text.
    SIGN = "sign"  # Exactly one of `choices`, be it a sign or words.


class RuleFault(Exception):
    """The rule cannot be followed from the place `at` (a letter of its text) on.

    `expects` is what could stand there instead, `choices` the ways in which rules write it.
    """

    def __init__(
        self,
        code: Code,
        at: int,
        *,
        found: str = "",
        suggestion: str | None = None,
        expects: Expect | None = None,
        choices: tuple[str, ...] = (),
    ) -> None:
        super().__init__(f"{code} at {at}: {found}")
        self.code, self.at, self.found, self.suggestion = code, at, found, suggestion
        self.expects, self.choices = expects, choices
