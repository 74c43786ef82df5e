"""What managers call the themes of open answers; a name stays with its theme through later runs."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from segmentation.run import SegmentationRun
from segmentation.themes.values import Sought, Theme, Themes
from surveys.questions import QuestionKey
from use_cases.access import require
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person, Role, StoredRun
from use_cases.segments.placing import read_run

THEME_NAME_CHARS_MAX = 32

Known = tuple[tuple[QuestionKey, Theme], ...]
"""Themes, each with the question that it was found in."""


class ThemeGone(Exception):
    """The run in force knows no such theme."""


class ThemeNameUnfit(Exception):
    """A theme's name is empty, longer than THEME_NAME_CHARS_MAX, or another theme's."""


async def named_run(work: UnitOfWork, scheme_id: int, stored: StoredRun) -> SegmentationRun:
    """The run with its themes as managers call them: for what is shown, not for what is kept."""
    run = read_run(stored)
    sought = {
        question: await _named(work, scheme_id, question, each)
        for question, each in run.sought.items()
    }
    return replace(run, sought=sought) if run.themes else run


async def _named(work: UnitOfWork, scheme_id: int, question: QuestionKey, sought: Sought) -> Sought:
    found = sought.themes
    if found is None:
        return sought
    names = {
        theme.key: await work.house.get(_fact(scheme_id, question, theme.key))
        for theme in found.themes
    }
    return replace(sought, themes=_renamed(found, names))


def _renamed(found: Themes, names: Mapping[str, str | None]) -> Themes:
    themes = [replace(theme, name=names[theme.key] or theme.name) for theme in found.themes]
    return replace(found, themes=tuple(themes))


@dataclass(frozen=True, slots=True)
class ListThemes:
    """A manager looks at the themes of a scheme: each with the question that it was found in."""

    work: UnitOfWork
    clock: Clock

    async def __call__(self, actor: Person, scheme_id: int) -> Known:
        """In the order of the questions, the commonest first; ThemeGone where there is none."""
        await require(self.work, actor, Role.MANAGER, "segments.themes", self.clock)
        return await _themes(self.work, scheme_id)


@dataclass(frozen=True, slots=True)
class NameTheme:
    """A manager gives a theme another name; raises ThemeGone and ThemeNameUnfit."""

    work: UnitOfWork
    clock: Clock

    async def __call__(
        self, actor: Person, scheme_id: int, question: QuestionKey, key: str, name: str
    ) -> None:
        await require(self.work, actor, Role.MANAGER, "segments.themes", self.clock)
        themes = await _themes(self.work, scheme_id)
        if not any((asked, theme.key) == (question, key) for asked, theme in themes):
            raise ThemeGone
        name = " ".join(name.split()).strip("«»")
        others = {
            theme.name.casefold()
            for asked, theme in themes
            if asked == question and theme.key != key
        }
        if not name or len(name) > THEME_NAME_CHARS_MAX or name.casefold() in others:
            raise ThemeNameUnfit
        await self.work.house.set(_fact(scheme_id, question, key), name)
        detail = f"scheme {scheme_id}: {question}, theme {key}"
        await self.work.audit.note(
            actor.id, "segments.themes.name", at=self.clock.now(), detail=detail
        )
        await self.work.commit()


async def _themes(work: UnitOfWork, scheme_id: int) -> Known:
    stored = await work.segments.latest_run(scheme_id)
    if stored is None:
        raise ThemeGone
    run = await named_run(work, scheme_id, stored)
    found = tuple(
        (question, theme) for question, each in run.themes.items() for theme in each.themes
    )
    if not found:
        raise ThemeGone
    return found


def _fact(scheme_id: int, question: QuestionKey, key: str) -> str:
    return f"theme-name:{scheme_id}:{question}:{key}"
