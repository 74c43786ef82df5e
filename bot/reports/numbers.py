"""Numbers as people of each language write them, and never more than may be told."""

from datetime import date as date_
from datetime import datetime

from bot.words import Words
from use_cases.reporting.suppression import Count, Kind
from use_cases.reporting.values import Cell, Estimate, Row

NBSP = "\u00a0"
FEW_SIGN, HIDDEN_SIGN = "<5", "—"
ABOUT_SIGN = f"≈{NBSP}"
_SIGNS = {Kind.ABOUT: ABOUT_SIGN, Kind.AT_LEAST: f"≥{NBSP}"}
_MONTHS = {
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "en": "January February March April May June July August September October November December",
}


class Numbers:
    """Writes figures in one language."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.comma = "." if words.language == "en" else ","
        self.thousands = "," if words.language == "en" else NBSP

    def plain(self, value: float, digits: int = 0) -> str:
        """1234.5 -> "1 234,5"; a true minus for what is below zero."""
        text = f"{abs(value):,.{digits}f}".replace(",", "\0").replace(".", self.comma)
        sign = "−" if value < 0 and any(c in "123456789" for c in text) else ""
        return sign + text.replace("\0", self.thousands)

    def signed(self, value: float, digits: int = 0) -> str:
        """As `plain`, with a plus for what is above zero."""
        text = self.plain(value, digits)
        return text if text[0] == "−" or not any(c in "123456789" for c in text) else f"+{text}"

    def count(self, count: Count) -> str:
        """A head-count: "412", "≈ 96", "<5" or a dash."""
        if not count.shown:
            return FEW_SIGN if count.kind is Kind.FEW else HIDDEN_SIGN
        return _SIGNS.get(count.kind, "") + self.plain(count.value)

    def percent(self, share: float) -> str:
        """0.62 -> "62 %"."""
        return f"{self.plain(100 * share)}{NBSP}%"

    def estimate(self, estimate: Estimate, row: Row | None = None) -> str:
        """A share, or a mean if `row` is one of means, with the sign of what is vague about it."""
        if estimate.value is None:
            return FEW_SIGN if estimate.kind is Kind.FEW else HIDDEN_SIGN
        return _SIGNS.get(estimate.kind, "") + self.value(estimate.value, row)

    def value(self, value: float, row: Row | None = None) -> str:
        """A bare figure in the unit of the row."""
        return self.percent(value) if row is None or row.is_share else self.plain(value, 1)

    def difference(self, cell: Cell, row: Row) -> str:
        """ "+31 п. п." for shares, "+1,4" for means; empty where it may not be told."""
        if cell.difference is None:
            return ""
        if not row.is_share:
            return self.signed(cell.difference, 1)
        unit = self.words("report-unit-points").replace(" ", NBSP)
        return f"{self.signed(100 * cell.difference)}{NBSP}{unit}"

    def date(self, moment: datetime | date_) -> str:
        """ "21 ноября 2025", of a moment in UTC."""
        return f"{self.month_day(moment.month, moment.day)} {moment.year}"

    def month_day(self, month: int, day: int) -> str:
        """ "21 ноября"."""
        return f"{day}{NBSP}{_MONTHS[self.words.language].split()[month - 1]}"

    def day(self, moment: datetime) -> str:
        """ "21.11.2025", in UTC; in English "21 Nov 2025"."""
        if self.words.language == "en":
            month = _MONTHS["en"].split()[moment.month - 1][:3]
            return f"{moment.day}{NBSP}{month} {moment.year}"
        return f"{moment:%d.%m.%Y}"
