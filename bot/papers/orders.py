"""What is to be printed, and where it is printed: in the worker, which alone loads the libraries
that draw pages."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from surveys.questions import Survey


@dataclass(frozen=True, slots=True)
class DoorCard:
    """What one card shows; `code` as it is printed, `link` behind the QR code."""

    building: str
    number: str
    code: str
    link: str


@dataclass(frozen=True, slots=True)
class Poster:
    """What a poster says: the survey's title and minutes, where there is one."""

    link: str
    bot: str
    house: str = ""
    title: str = ""
    minutes: int | None = None
    building: str = ""
    most: int | None = None  # Questions of a short survey.


def version_code(survey: "Survey", language: str) -> str:
    """What tells one printed version from another: "yard-v3-ru"."""
    return f"{survey.key}-v{survey.version}-{language}"


def print_door_cards(cards: "Sequence[DoorCard]", house: str, bot: str, language: str) -> bytes:
    """bot.papers.doors.door_cards."""
    from bot.papers.doors import door_cards

    return door_cards(cards, house, bot, language)


def print_poster(shown: Poster, language: str) -> bytes:
    """bot.papers.poster.poster."""
    from bot.papers.poster import poster

    return poster(shown, language)


def print_questionnaire(survey: "Survey", language: str, house: str) -> bytes:
    """bot.papers.questionnaire.questionnaire."""
    from bot.papers.questionnaire import questionnaire

    return questionnaire(survey, language, house)
