"""What the buttons of field work carry."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from bot.callbacks import RowId


class InviteeAct(StrEnum):
    """What somebody does with an invitation."""

    ANSWER = "a"
    SHORT = "s"  # The short survey, where one is open.
    DECLINE = "d"  # Ask why.
    REFUSE = "r"
    INELIGIBLE = "i"


class Invitee(CallbackData, prefix="iv"):
    campaign: RowId
    act: InviteeAct


class FieldAct(StrEnum):
    """What a manager does with a survey's field work; `value` is the new setting's code."""

    SHOW = "w"
    AUDIENCE = "a"
    SEGMENT = "s"  # value: the segment's id
    BUILDING = "b"  # value: the building's id
    OPENS = "o"  # Then a date is typed.
    CLOSES = "c"
    GOAL = "g"
    ONE_PER = "1"
    SEALED = "x"
    TAKERS = "k"
    RESULTS = "r"
    INVITE = "i"
    LAUNCH = "l"
    LIST = "n"  # Personal links for a list of names.
    STATUS = "t"  # Dispositions and rates.
    POST = "p"  # Into a group.
    WORDS = "y"  # Own words for the letter.
    REMIND = "m"
    FOLLOW_UP = "f"  # What came of it; then it is written.
    TELL = "u"  # value: the campaign; those who answered read it.
    QUOTAS = "q"  # What quotas there are, and by what there could be.
    QUOTA = "z"  # value: the place among those; then the numbers are typed.


class Field(CallbackData, prefix="fd"):
    """`survey` is the id of one of the survey's versions."""

    survey: RowId
    act: FieldAct
    value: RowId = 0


class Results(CallbackData, prefix="rs"):
    """A page of the results: the question at that index of the survey's newest version; without
    a survey, the choice of one."""

    survey: RowId = 0
    question: RowId = 0


class Mute(CallbackData, prefix="mu"):
    """Turn a kind of notice off or on again."""

    kind: str
    on: bool
