"""What bringing in a table would do: every row's fate, before anything is written."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from use_cases.importing.columns import Subject
from use_cases.records.rules import Deed, Fact


class Fate(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    KNOWN = "known"  # It was brought in before, or changes nothing.
    UNKNOWN = "unknown"  # Nobody of those who agreed is meant.
    FAULTY = "faulty"


class Reason(StrEnum):
    """Why a row is not brought in."""

    NOBODY_NAMED = "nobody-named"  # No cell says whom the row is about.
    NOT_FOUND = "not-found"
    NO_SUCH_FLAT = "no-such-flat"
    FLAT_EMPTY = "flat-empty"  # Nobody is known to live there.
    SEVERAL = "several"  # More than one person is meant.
    CONTRADICTS = "contradicts"  # Its cells name different people.
    WHICH_BUILDING = "which-building"
    DATE_MISSING = "date-missing"
    DATE_UNREADABLE = "date-unreadable"
    DATE_AHEAD = "date-ahead"
    AMOUNT_MISSING = "amount-missing"
    AMOUNT_ZERO = "amount-zero"  # A payment of nothing is none.
    AMOUNT_UNREADABLE = "amount-unreadable"
    CURRENCY_UNKNOWN = "currency-unknown"
    OTHER_CURRENCY = "other-currency"
    GENDER_UNREADABLE = "gender-unreadable"
    EMAIL_UNREADABLE = "email-unreadable"
    PHONE_UNREADABLE = "phone-unreadable"
    NOTHING_SAID = "nothing-said"
    SAID_TWICE = "said-twice"  # An earlier row of the file has the same number.
    NUMBER_TAKEN = "number-taken"  # Brought in before with that number, and with other content.


@dataclass(frozen=True, slots=True, kw_only=True)
class RowFate:
    """One row. `who` is what the file says of the person; `header` is the faulty cell's column."""

    row: int
    who: str
    fate: Fate
    reason: Reason | None = None
    header: str = ""
    hint: str = ""
    person_id: int | None = None
    deed: Deed | None = None
    facts: tuple[Fact, ...] = ()
    tags: frozenset[str] | None = None


class Refused(Exception):
    """The row cannot be taken."""

    def __init__(self, fate: Fate, reason: Reason, *, header: str = "", hint: str = "") -> None:
        super().__init__(reason)
        self.fate, self.reason, self.header, self.hint = fate, reason, header, hint


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPlan:
    """The fates in the order of the file.

    `currency` is what amounts are in, so far as anything says so. Of a list: `name` and `leaving`,
    those who are on it and not in the file.
    """

    subject: Subject
    fates: Sequence[RowFate]
    currency: str | None = None
    name: str = ""
    leaving: frozenset[int] = frozenset()

    @property
    def counts(self) -> Counter[Fate]:
        return Counter(each.fate for each in self.fates)

    @property
    def new(self) -> Sequence[RowFate]:
        """The rows that would be written."""
        return [each for each in self.fates if each.fate is Fate.NEW]

    @property
    def first(self) -> datetime | None:
        """The moment of the earliest new thing done."""
        return min((each.deed.at for each in self.new if each.deed), default=None)

    @property
    def last(self) -> datetime | None:
        return max((each.deed.at for each in self.new if each.deed), default=None)
