"""What the buttons of the editor carry.

A button names its draft and the revision it was drawn for: one that is older than the draft changes
nothing and shows how the draft stands. A question goes by its place in that revision.
"""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.callbacks import RowId


class NewAct(StrEnum):
    """How a survey is begun."""

    HOME = "h"
    EMPTY = "e"
    LIBRARY = "l"
    LOOK = "w"  # At a ready survey: `name`.
    TAKE = "t"
    SHEET = "x"  # A spreadsheet to fill in.
    EDIT = "d"  # A survey on the shelf: `survey`.
    FILE = "f"  # The same, as a file.


class New(CallbackData, prefix="nw"):
    act: NewAct
    name: str = ""
    survey: RowId = 0


class Act(StrEnum):
    """What happens to a draft."""

    PAGE = "p"  # at: which page of questions.
    QUESTION = "q"
    ADD = "a"  # at: after which question, -1 at the end.
    KIND = "k"  # more: the kind.
    ASK = "w"  # more: for which place; value: the language's number.
    CLEAR = "v"
    TURN = "t"  # more: a yes or no.
    SPECIAL = "x"  # more: "other" or "exclusive".
    MOVE = "m"  # value: by how many.
    COPY = "c"
    DELETE = "e"
    DELETE_SURELY = "es"
    CONDITION = "i"
    CONDITION_ON = "io"  # value: which earlier question.
    CONDITION_SET = "is"  # value: which earlier question; more: the number of the answer.
    BASIS = "b"  # more: the basis, or nothing to see them all.
    SETTINGS = "s"
    LANGUAGE = "g"  # more: the language to add or leave out.
    TRANSLATE = "r"  # value: how many texts to pass over.
    TRY = "y"
    REHEARSE = "h"
    FILE = "f"
    SHELVE = "o"
    DROP = "d"
    DROP_SURELY = "ds"


class Edit(CallbackData, prefix="ed"):
    """`at` is the place of a question, -1 where there is none."""

    draft: RowId
    revision: int = Field(ge=0, lt=2**31)
    act: Act
    at: int = -1
    value: int = 0
    more: str = ""


CHANGES_BY_PLACE = frozenset(
    {
        Act.QUESTION, Act.ASK, Act.CLEAR, Act.TURN, Act.SPECIAL, Act.MOVE, Act.COPY, Act.DELETE,
        Act.DELETE_SURELY, Act.CONDITION, Act.CONDITION_ON, Act.CONDITION_SET, Act.BASIS,
        Act.LANGUAGE,
    }
)  # fmt: skip
"""What makes no sense on a draft that has changed since the button was drawn."""
