"""Numbers are crunched in a process of their own, so that the bot goes on answering."""

import asyncio
import os
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

from segmentation.run import SegmentationRun
from segmentation.values import AnswerTable, Recipe

NICENESS = 10  # Residents come first.


def _crunch(
    answers: AnswerTable, recipe: Recipe, previous: SegmentationRun | None
) -> SegmentationRun:
    from segmentation.finding import segment

    return segment(answers, recipe, previous)


def _be_nice() -> None:
    os.nice(NICENESS)


class Worker:
    """One background process, started at the first use."""

    def __init__(self) -> None:
        self._pool: ProcessPoolExecutor | None = None

    async def segment(
        self, answers: AnswerTable, recipe: Recipe, previous: SegmentationRun | None
    ) -> SegmentationRun:
        """segmentation.segment, in the worker."""
        if self._pool is None:
            self._pool = ProcessPoolExecutor(
                max_workers=1, mp_context=get_context("spawn"), initializer=_be_nice
            )
        loop = asyncio.get_running_loop()
        try:
            return await loop.run_in_executor(self._pool, _crunch, answers, recipe, previous)
        except BrokenProcessPool:
            self._pool = None  # The process died (of memory, say); the next use starts another.
            raise

    def close(self) -> None:
        """End the process; what it was at is asked for again by whoever wants it."""
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
