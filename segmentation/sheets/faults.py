"""Why a sheet cannot be segmented; light, so that the shell can say it without numpy."""

from enum import StrEnum

ROWS_MIN = 10


class Fault(StrEnum):
    """Why a sheet cannot be segmented."""

    TOO_FEW_ROWS = "too few rows"
    TOO_FEW_COLUMNS = "too few columns"
    NO_SUCH_COLUMN = "no such column"
    SAME_COLUMN_TWICE = "same column twice"
    ALL_CONSTANT = "all constant"
    ALL_MISSING = "all missing"
    DUPLICATE_ID = "duplicate id"
    NO_ID = "no id"
    BAD_WEIGHT = "bad weight"
    INFINITE = "infinite"
    UNCLEAR_NUMBER = "unclear number"
    NOT_OF_THAT_KIND = "not of that kind"
    NOT_VOTES = "not votes"


class UnusableSheet(ValueError):
    """The sheet cannot be segmented; `where` is the column or the id at fault, if one is."""

    def __init__(self, fault: Fault, where: str = "") -> None:
        super().__init__(f"{fault.value}: {where}" if where else fault.value)
        self.fault, self.where = fault, where
