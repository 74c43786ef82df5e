"""How a rehearsal ends: processes stopped first, whatever happens; trouble told in a sentence."""

import asyncio
import signal
import sys
from collections.abc import Coroutine
from typing import Any

from rehearsal.trouble import Trouble

INTERRUPTED_STATUS = 130  # As shells say it.


def end_politely(
    deed: Coroutine[Any, Any, object], *, interrupted: int = INTERRUPTED_STATUS
) -> None:
    """Run to the end; Ctrl-C and SIGTERM cancel the deed, which stops what it has started."""
    try:
        with asyncio.Runner() as runner:
            loop = runner.get_loop()
            task = loop.create_task(deed)
            for number in (signal.SIGTERM, signal.SIGINT):
                loop.add_signal_handler(number, task.cancel)
            runner.run(_finished(task))
    except Trouble as fault:
        sys.exit(f"rehearsal: {fault}")
    except asyncio.CancelledError:
        sys.exit(interrupted)


async def _finished(task: "asyncio.Task[object]") -> None:
    await task
