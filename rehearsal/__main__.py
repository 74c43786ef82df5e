"""`python -m rehearsal demo` and `python -m rehearsal run`."""

import asyncio
import signal
import sys
from collections.abc import Coroutine
from pathlib import Path
from typing import Annotated, Any

import typer

from rehearsal.demo import AT_ONCE, PEOPLE, DemoOptions
from rehearsal.demo import demo as play_demo
from rehearsal.live import become_bot, has_token, live
from rehearsal.population import SEED
from rehearsal.trouble import Trouble

INTERRUPTED_STATUS = 130  # As shells say it.

app = typer.Typer(help=__doc__, no_args_is_help=True, add_completion=False)


def end_politely(deed: Coroutine[Any, Any, object], *, interrupted: int) -> None:
    """Run to the end; Ctrl-C and SIGTERM stop the processes first, trouble is one sentence."""
    try:
        with asyncio.Runner() as runner:
            loop = runner.get_loop()
            task = loop.create_task(deed)
            loop.add_signal_handler(signal.SIGTERM, task.cancel)
            loop.add_signal_handler(signal.SIGINT, task.cancel)
            runner.run(_await(task))
    except Trouble as fault:
        sys.exit(f"rehearsal: {fault}")
    except asyncio.CancelledError:
        sys.exit(interrupted)


async def _await(task: "asyncio.Task[object]") -> None:
    await task


@app.callback()
def rehearsal() -> None:
    """Each command has a --help of its own."""


@app.command()
def demo(
    people: Annotated[int, typer.Option(min=1, help="How many simulated residents.")] = PEOPLE,
    at_once: Annotated[int, typer.Option(min=1, help="How many at the same time.")] = AT_ONCE,
    seed: Annotated[int, typer.Option(help="Equal seeds draw equal people.")] = SEED,
    language: Annotated[str, typer.Option(help="ru, uk or en: the manager's.")] = "en",
    out: Annotated[Path, typer.Option(help="Where the reports go.")] = Path("demo-output"),
) -> None:
    """The whole main job with simulated residents."""
    options = DemoOptions(people=people, at_once=at_once, seed=seed, language=language, out=out)
    end_politely(play_demo(options), interrupted=INTERRUPTED_STATUS)


@app.command()
def run(
    language: Annotated[str, typer.Option(help="ru, uk or en: of people in the sandbox.")] = "ru",
) -> None:
    """The bot: on Telegram with BOT_TOKEN, in the sandbox with a chat page without it."""
    if has_token():
        become_bot()
    end_politely(live(language), interrupted=0)  # Ctrl-C is how it ends.


if __name__ == "__main__":
    app(prog_name="rehearsal")
