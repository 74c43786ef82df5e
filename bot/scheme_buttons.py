"""What the buttons under ways of dividing people carry."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from bot.callbacks import RowId
from segmentation.grounds import Grounds
from surveys.questions import Basis


class SchemeAct(StrEnum):
    """What a manager does with the ways of dividing people."""

    LIST = "l"  # All surveys.
    WAYS = "w"  # All ways of one survey.
    OPEN = "o"  # One of them.
    DOINGS = "d"  # By what people did; `bases` is its place among Doings.
    SCALES = "s"  # As OPEN, by the scores of scales.
    CHECK = "c"  # Is it of any use? `survey` is the id of a scheme here and in what follows.
    RIVALS = "r"  # With what it could be compared.
    COMPARE = "v"  # `bases` is the id of the other scheme.
    BACK = "b"
    WORDS = "t"  # Own words count from now on; `survey` is the id of a scheme.
    WORDLESS = "n"  # They do not.
    FLOOR = "f"  # How many people a segment must have; `survey` is the id of a scheme.
    ALLOW = "a"  # `bases` of them at least, 0: as usual.
    THEMES = "e"  # What people speak of in own words; `survey` is the id of a scheme.
    THEME = "y"  # One of them, to be named; `bases` is its place.
    MIX = "m"  # Put several bases together; `bases` are ticked.


class SchemeButton(CallbackData, prefix="sc"):
    """`survey` is the id of one of its versions; `bases` has a bit for each Basis in its order."""

    act: SchemeAct
    survey: RowId = 0
    bases: int = 0


def bits_of(grounds: Grounds) -> int:
    """The bases as bits."""
    return sum(1 << place for place, basis in enumerate(Basis) if basis in grounds.bases)


def bases_in(bits: int) -> tuple[Basis, ...]:
    """The bases of these bits; bits that mean nothing are passed over."""
    return tuple(basis for place, basis in enumerate(Basis) if bits >> place & 1)
