"""What the buttons around goals carry."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from bot.callbacks import RowId
from use_cases.records import Measure, Subject


class GoalAct(StrEnum):
    """What a manager does with goals."""

    ALL = "a"
    LIST = "l"  # Of a scheme with its segments, or of a rule.
    NEW = "n"  # About what?
    MEASURE = "m"  # By what?
    TARGET = "t"  # Then the target and the day are typed.
    DUE = "d"  # A day by a button; `value` is its ordinal number.
    SHOW = "w"
    OWNER = "o"  # Who answers for it?
    GIVE = "g"  # `value` is the id of a person.
    END = "e"


class GoalButton(CallbackData, prefix="gl"):
    """`about` and `id`: what it is about, or the goal's own number from SHOW on; `value` is the
    page, from 0, of a list."""

    act: GoalAct
    about: Subject = Subject.SCHEME
    id: RowId = 0
    measure: Measure = Measure.SIZE
    value: RowId = 0
