"""Numbers are crunched in a process of their own, so that the bot goes on answering."""

import asyncio
import os
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any, TypeVar

from bot.language_model import language_model
from segmentation.run import SegmentationRun
from segmentation.values import AnswerTable, ItemKind, Recipe

if TYPE_CHECKING:
    from segmentation.following.drift import Drift
    from segmentation.following.waves import Followed
    from use_cases.reporting.portraits import Portrait
    from use_cases.reporting.sitting import Material

NICENESS = 10  # Residents come first.

Found = TypeVar("Found")


def _crunch(
    answers: AnswerTable, recipe: Recipe, previous: SegmentationRun | None
) -> SegmentationRun:
    from segmentation.finding import segment

    wordy = any(item.kind is ItemKind.THEMES for item in recipe.items)
    return segment(answers, recipe, previous, encoder=language_model() if wordy else None)


def _read(run: SegmentationRun, answers: AnswerTable) -> AnswerTable:
    """The answers with themes in the place of texts."""
    if not run.themes:
        return answers
    from segmentation.themes.reading import as_read

    return as_read(run, answers, language_model())


def _portray(material: "Material") -> "tuple[Portrait, ...]":
    from use_cases.reporting.portraying import portray
    from use_cases.reporting.sitting import read_material

    run = material.run
    model = language_model() if run is not None and run.themes else None
    return portray(read_material(material, model))


def _follow(
    steps: Sequence[tuple[SegmentationRun, AnswerTable]], together: Mapping[int, int]
) -> "Followed":
    from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

    from segmentation.following.waves import followed

    with threadpool_limits(limits=1, user_api="blas"):
        return followed([(run, _read(run, answers)) for run, answers in steps], together)


def _drifted(run: SegmentationRun, before: AnswerTable, after: AnswerTable) -> "Drift":
    from segmentation.following.waves import drifted

    return drifted(run, _read(run, before), _read(run, after))


def _judged(run: SegmentationRun, answers: AnswerTable) -> Mapping[str, Any]:
    from threadpoolctl import threadpool_limits

    from segmentation.golden.judging import judged
    from segmentation.votes.few import TooFewVotes

    with threadpool_limits(limits=1, user_api="blas"):
        try:
            return judged(run, _read(run, answers))
        except TooFewVotes:
            return {}


class Worker:
    """One background process, started at the first use; residents come before it by `niceness`."""

    def __init__(self, niceness: int = NICENESS) -> None:
        self._pool: ProcessPoolExecutor | None = None
        self._niceness = niceness

    async def segment(
        self, answers: AnswerTable, recipe: Recipe, previous: SegmentationRun | None
    ) -> SegmentationRun:
        """segmentation.segment, in the worker."""
        return await self.run(_crunch, answers, recipe, previous)

    async def follow(
        self, steps: Sequence[tuple[SegmentationRun, AnswerTable]], together: Mapping[int, int]
    ) -> "Followed":
        """segmentation.following.waves.followed, in the worker."""
        return await self.run(_follow, list(steps), dict(together))

    async def drifted(
        self, run: SegmentationRun, before: AnswerTable, after: AnswerTable
    ) -> "Drift":
        """segmentation.following.waves.drifted, in the worker."""
        return await self.run(_drifted, run, before, after)

    async def judged(self, run: SegmentationRun, answers: AnswerTable) -> Mapping[str, Any]:
        """segmentation.golden.judging.judged, in the worker."""
        return await self.run(_judged, run, answers)

    async def read(self, run: SegmentationRun, answers: AnswerTable) -> AnswerTable:
        """segmentation.themes.reading.as_read, in the worker."""
        return await self.run(_read, run, answers)

    async def portray(self, material: "Material") -> "tuple[Portrait, ...]":
        """use_cases.reporting.portraying.portray over what people wrote too, in the worker."""
        return await self.run(_portray, material)

    async def run(self, work: Callable[..., Found], *facts: object) -> Found:
        """`work(*facts)` in the worker: a function of a module, with facts that can be pickled."""
        if self._pool is None:
            self._pool = ProcessPoolExecutor(
                max_workers=1,
                mp_context=get_context("spawn"),
                initializer=os.nice,
                initargs=(self._niceness,),
            )
        loop = asyncio.get_running_loop()
        try:
            return await loop.run_in_executor(self._pool, work, *facts)
        except BrokenProcessPool:
            self._pool = None  # The process died (of memory, say); the next use starts another.
            raise

    def close(self) -> None:
        """End the process; what it was at is asked for again by whoever wants it."""
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
