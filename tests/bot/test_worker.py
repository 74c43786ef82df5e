"""The process that crunches numbers: any function of a module, and life goes on if it dies."""

import math
import os
from concurrent.futures.process import BrokenProcessPool

import pytest

from bot.worker import Worker


async def test_work_is_done_elsewhere_and_a_death_costs_one_answer_only() -> None:
    """A killed process is replaced at the next use."""
    worker = Worker()
    try:
        assert await worker.run(os.getpid) != os.getpid()
        with pytest.raises(BrokenProcessPool):
            await worker.run(os._exit, 1)
        assert await worker.run(math.factorial, 5) == 120
    finally:
        worker.close()
