"""What the buttons carry: at most 64 bytes each, ids and short codes only, never words."""

from enum import StrEnum
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

RowId = Annotated[int, Field(ge=0, lt=2**63)]
"""What a database can look up: a forged button with a larger number is no button of ours."""


class Verb(StrEnum):
    """What a button under a question does."""

    CHOOSE = "c"  # value: the choice's index
    TICK = "t"  # value: the choice's index; on: what the tap makes of it
    RATE = "r"  # value: the point on the scale
    DONE = "d"
    SKIP = "s"
    DONT_KNOW = "n"
    PREFER_NOT = "p"
    DAY = "y"  # value: the day's ordinal number
    MONTH = "m"  # Leaf through the calendar; value: year * 12 + month - 1.
    BACK = "b"
    CHANGE = "e"  # Ask this answered question again.
    KEEP = "k"  # Leave the reopened question as it is.
    SHOW = "w"  # Show the question being asked now.


class Reply(CallbackData, prefix="q"):
    """A button under a question: whose response, which question (its index), what is meant."""

    response: RowId
    question: int
    verb: Verb
    value: int = 0
    on: bool = False


class Agree(CallbackData, prefix="ok"):
    """Consent, or not."""

    yes: bool


class Language(CallbackData, prefix="lang"):
    code: str


class Take(CallbackData, prefix="take"):
    """Begin an open survey, by its key."""

    key: str


class Farewell(CallbackData, prefix="bye"):
    """Be forgotten, or not."""

    yes: bool


class ShelfAct(StrEnum):
    """What a manager does with a survey version."""

    SHOW = "w"
    TEST = "t"
    PUBLISH = "p"
    CLOSE = "c"
    CLOSE_SURELY = "cc"
    LIST = "l"  # All surveys.
    SAMPLE = "s"  # A file to begin with.


class Shelf(CallbackData, prefix="sv"):
    """`survey` is 0 for LIST and SAMPLE."""

    act: ShelfAct
    survey: RowId = 0


class SegmentAct(StrEnum):
    """What a manager does with a scheme or one of its segments."""

    SHOW = "w"
    FIND = "f"
    RENAME = "r"
    WRITE = "m"


class SegmentButton(CallbackData, prefix="sg"):
    """`scheme` for SHOW and FIND, `segment` for RENAME and WRITE."""

    act: SegmentAct
    scheme: RowId = 0
    segment: RowId = 0


class Points(CallbackData, prefix="pt"):
    """How many points go with a broadcast."""

    points: int


class BroadcastAct(StrEnum):
    """What a manager does with a campaign."""

    SEND = "s"
    REWRITE = "r"
    DROP = "d"
    PAUSE = "p"
    RESUME = "g"


class Broadcast(CallbackData, prefix="bc"):
    campaign: RowId
    act: BroadcastAct


class Unconfirmed(CallbackData, prefix="un"):
    """List the recipients of a campaign whose delivery is not confirmed."""

    campaign: RowId


class Report(CallbackData, prefix="rp"):
    """The report on a survey, by the id of one of its versions."""

    survey: RowId


class Team(CallbackData, prefix="tm"):
    """Take a role away from a person."""

    telegram_id: RowId
