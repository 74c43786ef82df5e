"""The command line: `tenkeys run` and whatever registers under `tenkeys.commands`."""

import asyncio
import gc
import sys
from importlib.metadata import entry_points
from typing import Any

import typer
from typer.core import TyperGroup

from bot.logs import set_up_logs
from bot.settings import HalfConfigured, load_settings
from bot.shell import importing, roster, surveys
from bot.shell.comparing import compare
from bot.shell.exporting import export
from bot.shell.golden import golden
from bot.shell.migrating import migrate
from bot.shell.own_data import export_person
from bot.shell.placing import place
from bot.shell.plain_command import PlainCommand
from bot.shell.reporting import report
from bot.shell.segmenting import segment

GUESTS = "tenkeys.commands"
"""The entry points by which commands that stand outside the bot bring themselves in."""


class Commands(TyperGroup):
    """The bot's own commands and its guests; a guest is loaded when it is called or asked for."""

    def list_commands(self, ctx: Any) -> list[str]:
        return [*super().list_commands(ctx), *sorted(entry_points(group=GUESTS).names)]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        for entry in entry_points(group=GUESTS, name=cmd_name):
            guest = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
            guest.command(cmd_name)(entry.load())
            return typer.main.get_command(guest)
        return super().get_command(ctx, cmd_name)


app = typer.Typer(
    cls=Commands,
    help="Tenkeys: ask residents, find out who they are, answer each segment in its own words.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

app.add_typer(surveys.app, name="survey")
app.add_typer(roster.app, name="roster")
app.add_typer(importing.deeds_app, name="deeds")
app.add_typer(importing.people_app, name="people")
importing.people_app.command("export", cls=PlainCommand)(export_person)

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
    gc.disable()  # A start makes much and throws little away; bot.running enables it again.
    from bot.opening import Unfit
    from bot.running import run_bot

    try:
        asyncio.run(run_bot(settings, announce=lambda line: print(line, flush=True)))
    except Unfit as fault:
        _refuse(str(fault))


app.command("segment", cls=PlainCommand)(segment)
app.command("place", cls=PlainCommand)(place)
app.command("golden", cls=PlainCommand)(golden)
app.command("migrate", cls=PlainCommand)(migrate)
app.command("compare", cls=PlainCommand)(compare)
app.command("export", cls=PlainCommand)(export)
app.command("report", cls=PlainCommand)(report)


def _refuse(sentence: str) -> None:
    """One clear sentence, and the status of a bad call."""
    print(f"tenkeys: {sentence}", file=sys.stderr)
    raise SystemExit(HALF_CONFIGURED_STATUS)
