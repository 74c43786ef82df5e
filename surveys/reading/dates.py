"""Days and times as people type them, in the bot's languages: "3 мая", "03.05.2026", "завтра"."""

import re
import unicodedata
from datetime import date, time, timedelta

_MONTHS = (
    ("янв", "січ", "jan"), ("фев", "лют", "feb"), ("мар", "бер", "mar"), ("апр", "кві", "apr"),
    ("май", "мая", "мае", "тра", "may"), ("июн", "чер", "jun"), ("июл", "лип", "jul"),
    ("авг", "сер", "aug"), ("сен", "вер", "sep"), ("окт", "жов", "oct"), ("ноя", "лис", "nov"),
    ("дек", "гру", "dec"),
)  # fmt: skip
_MONTH_OF = {stem: number for number, stems in enumerate(_MONTHS, 1) for stem in stems}
_DAYS_FROM_NOW = {
    "сегодня": 0, "сьогодні": 0, "today": 0, "завтра": 1, "tomorrow": 1,
    "послезавтра": 2, "післязавтра": 2, "day after tomorrow": 2, "вчера": -1, "вчора": -1,
    "учора": -1, "yesterday": -1, "позавчера": -2, "позавчора": -2, "day before yesterday": -2,
}  # fmt: skip
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
_DIGITS = re.compile(
    r"(?P<day>\d{1,2})\s?[./-]\s?(?P<month>\d{1,2})(?:\s?[./-]\s?(?P<year>\d{4}|\d{2}))?\.?"
)
_YEAR = r"(?:,?\s?(?P<year>\d{4})\s?(?:г|р|года|году|року|год|рік)?\.?)?"
_NAMED = re.compile(
    rf"(?P<day>\d{{1,2}})(?:\s?-?(?:го|е|ого|st|nd|rd|th))?\s(?:of\s)?(?P<name>[^\W\d]{{3,}})\.?{_YEAR}"
)
_NAMED_FIRST = re.compile(rf"(?P<name>[a-z]{{3,}})\.?\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?{_YEAR}")
_TIME = re.compile(
    r"(?:в|о|об|at)?\s?(?P<hour>\d{1,2})(?:\s?[:.\-\s]\s?(?P<minute>[0-5]\d))?"
    r"\s?(?:час(?:а|ов)?|ч|год(?:ина|ини|ин)?|o'clock|h)?\.?\s?"
    r"(?P<half>am|pm|a\.m\.|p\.m\.|утра|дня|вечера|ночи|ранку|дня|вечора|ночі)?"
)
_AFTERNOON = frozenset({"pm", "p.m.", "дня", "вечера", "вечора"})
_NIGHT = frozenset({"am", "a.m.", "ночи", "ночі"})
_TIMES = {
    "полдень": time(12), "опівдні": time(12), "полудень": time(12), "noon": time(12),
    "полночь": time(0), "опівночі": time(0), "північ": time(0), "midnight": time(0),
}  # fmt: skip
_TWO_DIGITS_SINCE = 1970


def read_date(text: str, on: date | None) -> date | None:
    """The day that was typed, or None; `on` is the day of typing.

    A day without a year is the one nearest to `on`.
    """
    plain = _plain(text)
    if on is not None and plain in _DAYS_FROM_NOW:
        return on + timedelta(days=_DAYS_FROM_NOW[plain])
    for pattern in (_ISO, _DIGITS, _NAMED, _NAMED_FIRST):
        found = pattern.fullmatch(plain)
        if found is not None:
            return _day(found.groupdict(), on)
    return None


def read_time(text: str) -> time | None:
    """The time of day that was typed, or None: "18:30", "9 утра", "6 pm"."""
    plain = _plain(text)
    if plain in _TIMES:
        return _TIMES[plain]
    found = _TIME.fullmatch(plain)
    if found is None:
        return None
    hour, half = int(found["hour"]), found["half"]
    if half in _AFTERNOON and hour < 12:
        hour += 12
    elif half in _NIGHT and hour == 12:
        hour = 0
    return time(hour, int(found["minute"] or 0)) if hour < 24 else None


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().replace("ё", "е").split())


def _day(found: dict[str, str | None], on: date | None) -> date | None:
    month = _MONTH_OF.get((found.get("name") or "")[:3]) or int(found.get("month") or 0)
    day, year = int(found["day"] or 0), found["year"]
    if year is not None:
        return _calendar(_whole_year(year), month, day)
    if on is None:
        return None
    near = [_calendar(on.year + shift, month, day) for shift in (-1, 0, 1)]
    days = [each for each in near if each is not None]
    return min(days, key=lambda each: abs(each - on), default=None)


def _whole_year(written: str) -> int:
    if len(written) == 4:
        return int(written)
    year = 2_000 + int(written)
    return year if year - 100 < _TWO_DIGITS_SINCE else year - 100


def _calendar(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
