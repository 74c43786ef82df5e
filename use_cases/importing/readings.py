"""Cells read as money and as moments, the way people and their spreadsheets write them."""

import re
from datetime import UTC, date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from zoneinfo import ZoneInfo

from surveys.reading.dates import read_date, read_time
from use_cases.importing.cells import Number

AMOUNT_MAX = 10**13
"""In the smallest unit of money: a hundred thousand million of whole ones."""

_DIGITS_MAX = 13
YEAR_MIN = 1970
_EXCEL_DAY_ZERO = date(1899, 12, 30)
_EXCEL_DAYS = range(20_000, 80_000)  # 1954 to 2119
_SPACES = re.compile(r"[\s\u00a0\u202f\u2009'’]")
_AMOUNT = re.compile(r"(?P<before>[^\d.,()-]*)(?P<number>[\d.,]*\d)(?P<after>[^\d,()-]*)")
_SECONDS = re.compile(r"(\d{1,2}:\d{2}):\d{2}(?:\.\d+)?")
CURRENCIES = {
    "UAH": ("₴", "грн", "грн.", "uah", "гривен", "гривень"),
    "RUB": ("₽", "руб", "руб.", "р", "р.", "rub", "rur"),
    "EUR": ("€", "eur", "евро", "євро"),
    "USD": ("$", "usd", "us$"),
    "PLN": ("zł", "pln", "zl"),
    "KZT": ("₸", "kzt", "тг", "тнг"),
    "BYN": ("byn", "br"),
    "GBP": ("£", "gbp"),
    "MDL": ("mdl", "lei", "лей"),
    "GEL": ("₾", "gel"),
}
_CODES = {sign: code for code, signs in CURRENCIES.items() for sign in signs}


class Unclear(Exception):
    """The cell can be read in two ways, or in none."""


def read_amount(cell: str) -> tuple[int, str | None]:
    """The amount in the smallest unit of money, and its currency where the cell names one.

    Raises Unclear: "1,234" is a thousand or one and a bit.
    """
    if isinstance(cell, Number):
        return _in_units(Decimal(cell), exactly=False), None
    plain = _SPACES.sub("", cell).replace("−", "-").replace("–", "-")
    negative = plain.startswith("-") or (plain.startswith("(") and plain.endswith(")"))
    plain = plain.strip("()").lstrip("-+")
    head, sign, rest = plain.partition("-")
    if sign and not negative and not any(map(str.isdigit, head)):  # "₴-120"
        negative, plain = True, head + rest
    found = _AMOUNT.fullmatch(plain)
    if found is None:
        raise Unclear
    currency = read_currency(found["before"] or found["after"])
    if (found["before"] or found["after"].strip(".")) and currency is None:
        raise Unclear
    amount = _in_units(_decimal(found["number"]), exactly=True)
    return -amount if negative else amount, currency


def read_currency(cell: str) -> str | None:
    """ISO's three letters; None: unknown."""
    plain = cell.strip().casefold()
    if plain in _CODES:
        return _CODES[plain]
    return plain.upper() if re.fullmatch(r"[a-z]{3}", plain) else None


def _decimal(text: str) -> Decimal:
    """A point or a comma before the decimals; where both stand, the last one."""
    comma, point = text.rfind(","), text.rfind(".")
    if comma >= 0 and point >= 0:
        thousands = "." if comma > point else ","
        text = text.replace(thousands, "")
    elif text.count(",") > 1 or text.count(".") > 1:  # 1.234.567
        parts = re.split("[.,]", text)
        if any(len(part) != 3 for part in parts[1:]) or not 1 <= len(parts[0]) <= 3:
            raise Unclear
        text = "".join(parts)
    text = text.replace(",", ".")
    if not re.fullmatch(r"\d*(?:\.\d+)?", text) or not text.strip("."):
        raise Unclear
    return Decimal(text)


def _in_units(amount: Decimal, *, exactly: bool) -> int:
    if not amount.is_finite() or amount.adjusted() > _DIGITS_MAX:  # Decimal counts 28 digits.
        raise Unclear
    units = (amount * 100).quantize(Decimal(1), rounding=ROUND_HALF_UP)
    if exactly and amount.as_tuple().exponent < -2:  # type: ignore[operator]
        raise Unclear
    if abs(units) > AMOUNT_MAX:
        raise Unclear
    return int(units)


def read_moment(day: str, clock: str, zone: ZoneInfo) -> datetime:
    """The moment of a date with its time of day, or midnight of the zone; raises Unclear."""
    found = _moment(day)
    if clock:
        at = read_time(_SECONDS.sub(r"\1", clock))
        if at is None:
            raise Unclear
        found = datetime.combine(found.date(), at, found.tzinfo)
    if found.year < YEAR_MIN:
        raise Unclear
    try:
        return (found if found.tzinfo else found.replace(tzinfo=zone)).astimezone(UTC)
    except OverflowError as fault:
        raise Unclear from fault


def read_day(cell: str) -> date:
    """A day without a time; raises Unclear."""
    return _moment(cell).date()


def _moment(text: str) -> datetime:
    text = " ".join(text.split())
    if re.fullmatch(r"\d{5}(?:\.\d+)?", text) and int(float(text)) in _EXCEL_DAYS:
        seconds = timedelta(seconds=round(float(text) * 86_400))
        return datetime.combine(_EXCEL_DAY_ZERO, time()) + seconds
    if re.match(r"\d{4}-\d{2}-\d{2}", text):
        try:
            return datetime.fromisoformat(text.replace(" ", "T", 1))
        except ValueError as fault:
            raise Unclear from fault
    day = read_date(text, None)
    if day is not None:
        return datetime.combine(day, time())
    left, _, right = text.rpartition(" ")
    day, at = read_date(left.rstrip(","), None), read_time(_SECONDS.sub(r"\1", right))
    if day is None or at is None:
        raise Unclear
    return datetime.combine(day, at)
