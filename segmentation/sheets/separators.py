"""Commas that may stand before thousands or before decimals: 1,000 is a thousand, or one."""

import re
from collections.abc import Iterable

EITHER = re.compile(r"[+-]?[1-9]\d{0,2},\d{3}")
DECIMALS = re.compile(r"[+-]?(\d+,(\d{1,2}|\d{4,})|0+,\d+|\d{4,},\d+)")
GROUPED = re.compile(r"[+-]?\d{1,3}((,\d{3})+\.\d*|(,\d{3}){2,}|(\.\d{3})+,\d*|(\.\d{3}){2,})")


def unclear(cells: Iterable[str]) -> bool:
    """Whether numbers among the cells would be misread: parted by thousands, or perhaps so.

    Where another cell shows that a comma stands before decimals (2,5), all are read so.
    """
    plain = [cell.strip() for cell in cells]
    if any(GROUPED.fullmatch(cell) for cell in plain):
        return True
    sure = any(DECIMALS.fullmatch(cell) for cell in plain)
    return not sure and any(EITHER.fullmatch(cell) for cell in plain)
