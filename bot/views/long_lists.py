"""Long lists of choices, a page at a time, so that the question stays on a phone's screen."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from aiogram.types import InlineKeyboardButton

from bot.callbacks import Verb
from bot.words import Words
from surveys.questions import Choice

A_PAGE = 8
BLANK = "\u2007"  # A space that Telegram shows on a button.

Listed = list[tuple[int, Choice]]
"""Choices with their places in the survey's list."""


@dataclass(frozen=True, slots=True)
class Part:
    """What of a long list is shown: a page, the page of a choice, or what a search has found."""

    page: int | None = None
    beside: int | None = None  # A choice's place in the survey's list.
    found: tuple[int, ...] | None = None


class Maker(Protocol):
    """What makes the buttons of the question."""

    words: Words

    def button(
        self, text: str, verb: Verb, *, value: int = 0, on: bool = False
    ) -> InlineKeyboardButton: ...


def shown_part(listed: Listed, part: Part) -> Listed:
    """The choices of the page; "other" and those that stand alone are on every one."""
    leafed, pinned = _sorted_out(listed)
    if part.found is not None:
        by_place = dict(listed)
        return [(place, by_place[place]) for place in part.found if place in by_place]
    page = _page(leafed, part)
    return [*leafed[page * A_PAGE : (page + 1) * A_PAGE], *pinned]


def leafing_row(maker: Maker, listed: Listed, part: Part) -> list[InlineKeyboardButton]:
    """Arrows around "2 / 5"; after a search, the way back to the whole list."""
    leafed, _ = _sorted_out(listed)
    page, pages = _page(leafed, part), -(-len(leafed) // A_PAGE)
    if part.found is not None:
        return [maker.button(maker.words("button-whole-list"), Verb.PAGE, value=0)]
    blank = maker.button(BLANK, Verb.SHOW)
    return [
        maker.button("‹", Verb.PAGE, value=page - 1) if page > 0 else blank,
        maker.button(f"{page + 1} / {pages}", Verb.PAGE, value=page),
        maker.button("›", Verb.PAGE, value=page + 1) if page + 1 < pages else blank,
    ]


def _sorted_out(listed: Listed) -> tuple[Listed, Listed]:
    pinned = [each for each in listed if each[1].exclusive or each[1].other]
    return [each for each in listed if each not in pinned], pinned


def _page(leafed: Sequence[tuple[int, Choice]], part: Part) -> int:
    last = max(-(-len(leafed) // A_PAGE) - 1, 0)
    if part.page is not None:
        return min(max(part.page, 0), last)
    places = [place for place, _ in leafed]
    return places.index(part.beside) // A_PAGE if part.beside in places else 0
