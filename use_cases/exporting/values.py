"""What an export is made of: columns, codes, and the reasons why a cell holds no answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import IntEnum, StrEnum

from surveys.text import Text

Cell = int | float | str | date | time | datetime | None
"""None is "nothing": a text that nobody wrote, a value that could not be worked out."""

Row = tuple[Cell, ...]


class Missing(IntEnum):
    """Why there is no answer; the number stands in coded and numeric columns instead of one."""

    NOT_REACHED = -95  # The respondent broke off before, or it is not known yet whether they would.
    NOT_SHOWN = -96  # The way led past it, or their version of the survey had no such thing.
    SKIPPED = -97
    DONT_KNOW = -98
    PREFER_NOT = -99


ANSWERED = 1
"""In a status column, beside a text or a day that cannot hold the number of a reason."""

FAR_BELOW = -9_000_000_000_000_000
"""Where people may answer -99 themselves, the reasons are as far below: -9000000000000990. No
number that is taken as an answer reaches so far (see `surveys.reading.answers.NUMBER_MAX`), and
fifteen digits, all that a spreadsheet keeps, tell the five apart."""
_FAR_STEP = 10


def number_of(reason: Missing, *, far: bool) -> int:
    """The number that stands in a cell for the reason."""
    return FAR_BELOW + _FAR_STEP * reason if far else int(reason)


class Shape(StrEnum):
    """What the cells of a column are."""

    CODE = "code"  # A whole number that stands for something, or a point on a scale.
    NUMBER = "number"
    TEXT = "text"
    DATE = "date"
    TIME = "time"
    MOMENT = "moment"  # In UTC.


class Measure(StrEnum):
    """The level of measurement, as statisticians' programs call it."""

    NOMINAL = "nominal"
    ORDINAL = "ordinal"
    SCALE = "scale"


class Says(StrEnum):
    """What a column or a code says that no author has worded; the bot has the words."""

    ID = "id"
    PERSON = "person"
    VERSION = "version"
    SOURCE = "source"
    STATE = "state"
    COMPLETED = "completed"
    PARTIAL = "partial"
    MODE = "mode"
    BY_THEMSELVES = "by-themselves"
    ASSISTED = "assisted"
    STARTED_AT = "started-at"
    TOUCHED_AT = "touched-at"
    COMPLETED_AT = "completed-at"
    SECONDS = "seconds"
    STATUS = "status"  # Whether a text, a day or a time was given, and if not, why.
    ANSWERED = "answered"
    WORDS = "words"  # The words that came with "other".
    TICKED = "ticked"
    NOT_TICKED = "not-ticked"
    NOT_RANKED = "not-ranked"  # Not among the places that were given.
    CALCULATED = "calculated"
    YES = "yes"
    NO = "no"
    BEST = "best"
    WORST = "worst"
    SHOWN = "shown"
    ROUNDS = "rounds"
    FILES = "files"
    LATITUDE = "latitude"
    LONGITUDE = "longitude"
    WEIGHT = "weight"
    FLAG_READING = "flag-reading"
    FLAG_HURRY = "flag-hurry"
    FLAG_STRAIGHT = "flag-straight"
    FLAG_CONTRADICTION = "flag-contradiction"
    FLAG_NONSENSE = "flag-nonsense"


_NEAR = {number_of(reason, far=False): reason for reason in Missing}
_FAR = {number_of(reason, far=True): reason for reason in Missing}


@dataclass(frozen=True, slots=True)
class Earlier:
    """How something was worded until that version."""

    version: int
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """What a number in a column stands for: an author's `label` or words of the bot's own."""

    value: int
    label: Text | Says
    key: str = ""  # The choice's own key.
    earlier: tuple[Earlier, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of the table; its `name` stays for ever.

    `label` is the question's newest wording, `item` the choice that a column of its own is about,
    `also` what the column tells beside the question itself.
    """

    name: str
    shape: Shape
    measure: Measure
    label: Text | None = None
    item: Text | None = None
    also: Says | None = None
    question: str = ""  # Keys, of the question and of the choice.
    choice: str = ""
    codes: tuple[Code, ...] = ()
    whole: bool = False  # Numbers without a fraction.
    takes_reasons: bool = False  # Reasons why there is no answer stand in the cells.
    far: bool = False  # Their numbers are the far ones.
    versions: tuple[int, ...] = ()  # In which the question or the choice was asked.
    earlier: tuple[Earlier, ...] = ()

    @property
    def is_about_response(self) -> bool:
        """Whether it tells of the response, not of an answer."""
        return not self.question

    def reason(self, cell: Cell) -> Missing | None:
        """Why there is no answer in the cell, if the cell tells that."""
        return self.reasons.get(cell) if self.takes_reasons and isinstance(cell, int) else None

    @property
    def reasons(self) -> Mapping[int, Missing]:
        """What the numbers below all answers stand for, in this column."""
        return _FAR if self.far else _NEAR
