"""Surveys of one title can be told apart wherever they are listed."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from bot.views import entering, exports, followup, inviting, reports, results, schemes, shelf
from bot.views import surveys as residents
from bot.views.survey_titles import told_apart
from bot.words import Words
from surveys.questions import NumberQuestion, QuestionKey, Survey
from surveys.text import LANGUAGES, Text
from use_cases.authoring.shelf import ShelfEntry
from use_cases.records import ResponseCounts, StoredSurvey, SurveyStatus

EN = Words("en")


def yard(number: int, day: int, key: str, title: str = "Our yard") -> StoredSurvey:
    question = NumberQuestion(key=QuestionKey("age"), prompt=Text({"en": "How old?"}))
    return StoredSurvey(
        id=number,
        survey=Survey(key=key, title=Text({"en": title}), questions=(question,)),
        status=SurveyStatus.OPEN,
        author_id=None,
        created_at=datetime(2026, 5, day, tzinfo=UTC),
    )


SPRING, SUMMER, ROOF = yard(1, 3, "spring"), yard(2, 9, "summer"), yard(3, 9, "roof", "The roof")
ALL = (SPRING, SUMMER, ROOF)


def entries(surveys: tuple[StoredSurvey, ...]) -> list[ShelfEntry]:
    counts = ResponseCounts(started=0, completed=0)
    return [ShelfEntry(survey=each, counts=counts, needed=60) for each in surveys]


LISTS: dict[str, Callable[[Words], object]] = {
    "residents": lambda words: residents.offers_view([(each, False) for each in ALL], words),
    "shelf": lambda words: shelf.shelf_view(entries(ALL), words),
    "invite": lambda words: inviting.choose_view(entries(ALL), words),
    "report": lambda words: reports.choose_view(entries(ALL), words),
    "results": lambda words: results.choose_view(ALL, words),
    "enter": lambda words: entering.surveys_view(list(ALL), words),
    "followup": lambda words: followup.choose_view(ALL, words),
    "segments": lambda words: schemes.schemes_view([], ALL, [], words),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("where", LISTS)
def test_every_list_tells_namesakes_apart_by_the_day(where: str, language: str) -> None:
    words = Words(language)
    view = LISTS[where](words)
    labels = [row[0].text for row in view.keyboard.inline_keyboard]  # type: ignore[attr-defined]
    days = [words("date-in-words", day=day, month=5, year="2026") for day in (3, 9)]
    for day in days:
        assert len([label for label in labels if f"{day} · Our yard" in label]) == 1, labels
    assert not [label for label in labels if f"{days[1]} · The roof" in label]


def test_of_one_day_they_are_told_apart_by_their_keys() -> None:
    """So it is in /export too, which knows no days."""
    same_day = yard(2, 3, "summer")
    called = told_apart([SPRING, same_day], EN)
    assert [called(SPRING), called(same_day)] == ["spring · Our yard", "summer · Our yard"]
    view = exports.choose_survey_view([each.survey for each in ALL], EN)
    assert view.keyboard is not None
    labels = [row[0].text for row in view.keyboard.inline_keyboard]  # type: ignore[union-attr]
    assert labels == ["spring · Our yard", "summer · Our yard", "The roof"]


def test_versions_of_one_survey_are_no_namesakes() -> None:
    newer = yard(4, 20, "spring")
    called = told_apart([newer, SPRING, ROOF], EN)
    assert [called(newer), called(SPRING), called(ROOF)] == ["Our yard", "Our yard", "The roof"]
