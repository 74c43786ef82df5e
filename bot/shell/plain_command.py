"""A command of the shell that answers a bad call with one sentence, like everything it refuses."""

from typing import Any

import typer
from typer.core import TyperCommand

BAD_CALL_STATUS = 2
BadCall: type[Exception] = typer.BadParameter.__mro__[1]  # what every fault of a call descends from


class PlainCommand(TyperCommand):
    """Says what is wrong with a call in one sentence on stderr, status 2."""

    def make_context(self, *args: Any, **others: Any) -> Any:
        """Read the words of the call."""
        try:
            return super().make_context(*args, **others)
        except BadCall as fault:
            said = " ".join(fault.format_message().split())  # type: ignore[attr-defined]
            typer.echo(f"tenkeys: {said[:1].lower()}{said[1:].rstrip('.')}.", err=True)
            raise typer.Exit(BAD_CALL_STATUS) from None
