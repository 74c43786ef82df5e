"""What surveys are called in lists: where two have one title, what tells them apart goes before."""

from collections.abc import Callable, Iterable

from bot.words import Words
from surveys.questions import Survey
from use_cases.records import StoredSurvey

AnySurvey = StoredSurvey | Survey


def told_apart(surveys: Iterable[AnySurvey], words: Words) -> Callable[[AnySurvey], str]:
    """What each of these surveys is called, as plain text.

    Namesakes get the day they came, or their key where the days are the same: before the title,
    because a narrow button cuts its end. Versions of one survey are no namesakes.
    """
    namesakes: dict[str, dict[str, str]] = {}
    for each in surveys:
        of_one_title = namesakes.setdefault(_title(each, words), {})
        of_one_title.setdefault(_survey(each).key, _day(each, words))

    def called(each: AnySurvey) -> str:
        title, key = _title(each, words), _survey(each).key
        same = namesakes.get(title, {})
        if len(same) < 2 or key not in same:
            return title
        days = list(same.values())
        mark = same[key] if same[key] and days.count(same[key]) == 1 else key
        return f"{mark} · {title}"

    return called


def _survey(each: AnySurvey) -> Survey:
    return each.survey if isinstance(each, StoredSurvey) else each


def _title(each: AnySurvey, words: Words) -> str:
    return " ".join(_survey(each).title.in_language(words.language).split())


def _day(each: AnySurvey, words: Words) -> str:
    """ "3 May 2026"; empty where it is not known."""
    if isinstance(each, Survey):
        return ""
    day = each.created_at
    return words("date-in-words", day=day.day, month=day.month, year=str(day.year))
