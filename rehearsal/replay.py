"""`tenkeys replay`: real people's recorded answers played through the running bot."""

from pathlib import Path
from typing import Annotated

import typer

AT_ONCE = 60


def replay(
    file: Annotated[Path, typer.Argument(help="The table of recorded answers (CSV).")],
    mapping: Annotated[Path, typer.Option(help="How its columns become answers (YAML).")],
    rows: Annotated[int | None, typer.Option(min=1, help="Play at most so many rows.")] = None,
    at_once: Annotated[int, typer.Option(min=1, help="How many people at the same time.")] = (
        AT_ONCE
    ),
    seed: Annotated[int, typer.Option(help="Of the order in which people come.")] = 0,
    out: Annotated[Path, typer.Option(help="Where report and summary go.")] = Path("replay-output"),
    database: Annotated[
        str | None, typer.Option(help="An empty database, as a URL; left out, a passing one.")
    ] = None,
) -> None:
    """Play a table of recorded answers through the bot, segment the people, write to each segment.

    Each row is one person in a sandbox who presses the bot's real buttons over HTTP.
    """
    from rehearsal.ending import end_politely
    from rehearsal.replaying import ReplayOptions, play_table

    options = ReplayOptions(
        file=file,
        mapping=mapping,
        rows=rows,
        at_once=at_once,
        seed=seed,
        out=out,
        database_url=database,
    )
    end_politely(play_table(options))
