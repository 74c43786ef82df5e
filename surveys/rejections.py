"""Why a reply does not fit a question: reasons and facts, never words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Reason(StrEnum):
    """Why a reply does not fit; the facts that come with each are in brackets."""

    TEXT_NEEDED = "text-needed"  # ()
    TEXT_EMPTY = "text-empty"  # ()
    TEXT_TOO_LONG = "text-too-long"  # (limit, length)
    NUMBER_NEEDED = "number-needed"  # (example)
    WHOLE_NUMBER_NEEDED = "whole-number-needed"  # (example)
    NUMBER_TOO_SMALL = "number-too-small"  # (minimum)
    NUMBER_TOO_LARGE = "number-too-large"  # (maximum)
    NOT_ON_SCALE = "not-on-scale"  # (low, high)
    NOT_A_CHOICE = "not-a-choice"  # (count)
    TOO_FEW_PICKS = "too-few-picks"  # (minimum)
    TOO_MANY_PICKS = "too-many-picks"  # (maximum)
    EXCLUSIVE_PICK = "exclusive-pick"  # (choice: the key of the one that stands alone)
    SKIP_NOT_ALLOWED = "skip-not-allowed"  # ()
    OTHER_NEEDED = "other-needed"  # (choice: the key of the one that asks for words)
    DATE_NEEDED = "date-needed"  # (example: a day as 2026-05-31)
    DATE_TOO_EARLY = "date-too-early"  # (earliest)
    DATE_TOO_LATE = "date-too-late"  # (latest)
    TIME_NEEDED = "time-needed"  # ()
    RANK_ALL = "rank-all"  # (count: how many places are to be given)
    JUST_GO_ON = "just-go-on"  # () a note takes nothing but the button
    FILE_NEEDED = "file-needed"  # (kind: of the file that is asked for)
    FILE_OF_ANOTHER_KIND = "file-of-another-kind"  # (kind: asked for; sent: what came)
    FILE_TOO_LARGE = "file-too-large"  # (megabytes, limit)
    FILE_BEYOND = "file-beyond"  # () one of an album came too much
    PLACE_NEEDED = "place-needed"  # ()
    CONTACT_NEEDED = "contact-needed"  # ()
    CONTACT_OF_ANOTHER = "contact-of-another"  # ()
    CONSTRAINT = "constraint"  # () the author's own message says why


Fact = str | int | float


@dataclass(frozen=True, slots=True)
class Rejected:
    """The reply does not fit the question; the respondent simply tries again."""

    reason: Reason
    facts: Mapping[str, Fact] = field(default_factory=dict)
