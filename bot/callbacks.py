"""What the buttons carry: at most 64 bytes each, ids and short codes only, never words."""

from enum import StrEnum
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

RowId = Annotated[int, Field(ge=0, lt=2**63)]
"""What a database can look up: a forged button with a larger number is no button of ours."""


ITEMS_A_STEP = 1_000
"""What parts the step from the choice in the value of a JUDGE button."""


class Verb(StrEnum):
    """What a button under a question does."""

    CHOOSE = "c"  # value: the choice's index
    TICK = "t"  # value: the choice's index; on: what the tap makes of it
    JUDGE = "j"  # value: taps before * 1000 + the choice's index
    RATE = "r"  # value: the point on the scale
    DONE = "d"
    SKIP = "s"
    DONT_KNOW = "n"
    PREFER_NOT = "p"
    PROPOSED = "o"  # Take the answer that the author proposes.
    STILL_TRUE = "u"  # What an earlier survey knows holds.
    DAY = "y"  # value: the day's ordinal number
    MONTH = "m"  # Leaf through the calendar; value: year * 12 + month - 1.
    PAGE = "g"  # Leaf through a long list; value: the page from 0.
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


class TakeMyData(CallbackData, prefix="own"):
    """Everything that is held about me, as files."""


class ShelfAct(StrEnum):
    """What a manager does with a survey version."""

    SHOW = "w"
    TEST = "t"
    PUBLISH = "p"
    PUBLISH_SURELY = "pp"  # Having seen what the new version changes.
    CLOSE = "c"
    CLOSE_SURELY = "cc"
    LIST = "l"  # All surveys.
    SAMPLE = "s"  # A file to begin with.


class Shelf(CallbackData, prefix="sv"):
    """`survey` is 0 for SAMPLE; for LIST it is the page."""

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


class Translate(CallbackData, prefix="tl"):
    """Write a campaign's text in one more language."""

    campaign: RowId
    language: str


class Unconfirmed(CallbackData, prefix="un"):
    """List the recipients of a campaign whose delivery is not confirmed."""

    campaign: RowId


class Report(CallbackData, prefix="rp"):
    """The report on a survey, by the id of one of its versions; 0: on what rests on none."""

    survey: RowId


class ExportButton(CallbackData, prefix="ex"):
    """Answers to a survey as a file; "" is what has not been chosen yet."""

    key: str = ""
    format: str = ""
    language: str = ""


class Team(CallbackData, prefix="tm"):
    """Take a role away from a person."""

    telegram_id: RowId


class Demote(CallbackData, prefix="dm"):
    """Make less of an admin, after a question; nobody, where it was answered with no."""

    telegram_id: RowId = 0
    role: str = ""


class RuleAct(StrEnum):
    """What a manager does with a segment by a rule."""

    LIST = "l"
    SHOW = "w"
    WRITE = "m"
    NEW = "n"
    CHANGE = "c"
    RECOUNT = "r"
    DROP = "d"
    DROP_SURELY = "dd"
    KEEP = "k"  # What was examined, as a segment that follows its rule ...
    KEEP_LIST = "kl"  # ... or as a list that stays.
    MENDED = "md"  # Count what was meant by a rule that could not be read.


class RuleButton(CallbackData, prefix="ru"):
    """`rule` is 0 for LIST and NEW, and where what is kept is new."""

    act: RuleAct
    rule: RowId = 0


class RuleStep(StrEnum):
    """A step in putting a rule together; `value` is the place in the list that was shown."""

    START = "s"
    ROOMS = "t"  # As START, with what has been put together.
    ROOM = "r"
    FIELD = "f"
    ARGUMENT = "a"
    HOW = "h"
    WINDOW = "w"
    AND = "n"
    OR = "o"
    NEGATE = "x"
    COUNT = "c"
    BACK = "b"  # To the question before.
    UNDO = "u"  # Without the condition that came last, or its opposite.
    ADD = "d"  # More conditions to a rule that was counted, or is kept.


class RuleBuild(CallbackData, prefix="rb"):
    step: RuleStep
    value: int = 0
