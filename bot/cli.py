"""The command line: `tenkeys run` and whatever registers under `tenkeys.commands`."""

import asyncio
import sys
from importlib.metadata import entry_points

import typer

from bot.logs import set_up_logs
from bot.settings import HalfConfigured, load_settings

app = typer.Typer(
    help="Tenkeys: ask residents, find out who they are, answer each segment in its own words.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

HALF_CONFIGURED_STATUS = 2


@app.callback()
def tenkeys() -> None:
    """Each command has a --help of its own."""


@app.command("run")
def run() -> None:
    """Start the bot; settings come from the environment or from .env (see README)."""
    try:
        settings = load_settings()
    except HalfConfigured as fault:
        _refuse(str(fault))
    set_up_logs(settings.log_level, as_json=settings.log_json)
    from bot.wiring import Unfit, run_bot

    try:
        asyncio.run(run_bot(settings, announce=lambda line: print(line, flush=True)))
    except Unfit as fault:
        _refuse(str(fault))


def _refuse(sentence: str) -> None:
    """One clear sentence, and the status of a bad call."""
    print(f"tenkeys: {sentence}", file=sys.stderr)
    raise SystemExit(HALF_CONFIGURED_STATUS)


def _add_commands() -> None:
    """Commands that stand outside the bot bring themselves in: the bot knows nothing of them."""
    for entry in entry_points(group="tenkeys.commands"):
        app.command(entry.name)(entry.load())


_add_commands()
