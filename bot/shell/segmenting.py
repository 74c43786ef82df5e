"""`tenkeys segment`: a file of answers becomes segments, a verdict and a report."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Way(StrEnum):
    """How segments are looked for."""

    AUTO = "auto"
    MIXTURE = "mixture"
    KMEANS = "kmeans"
    VOTES = "votes"


class Language(StrEnum):
    """The language of the report."""

    RUSSIAN = "ru"
    UKRAINIAN = "uk"
    ENGLISH = "en"


def segment(
    answers: Annotated[Path, typer.Argument(help="The answers (CSV), one row a person.")],
    out: Annotated[Path, typer.Option(help="The folder for what is found.")],
    items: Annotated[
        str | None, typer.Option(help="Columns to segment on, as one line of CSV; else all.")
    ] = None,
    kinds: Annotated[
        Path | None,
        typer.Option(help="A CSV `column,kind`; kinds that it leaves out are guessed."),
    ] = None,
    segments: Annotated[str, typer.Option(metavar="auto|N", help="How many segments.")] = "auto",
    method: Annotated[Way, typer.Option(help="How to look; auto is the mixture.")] = Way.AUTO,
    scales: Annotated[
        Path | None,
        typer.Option(help="A CSV `scale,column,reversed`: how well each scale is measured."),
    ] = None,
    by_scales: Annotated[
        bool,
        typer.Option("--by-scales", help="Segment on the scores of --scales, not their columns."),
    ] = False,
    weights: Annotated[str | None, typer.Option(help="The column of weights of people.")] = None,
    id_column: Annotated[
        str | None, typer.Option("--id", help="The column of ids; left out, row numbers.")
    ] = None,
    seed: Annotated[int, typer.Option(min=0, help="Of everything drawn by lot.")] = 0,
    starts: Annotated[int, typer.Option(min=1, help="Starts of each fit.")] = 50,
    stability: Annotated[
        int, typer.Option(metavar="PAIRS", min=0, help="Pairs of bootstrap samples; 0 skips them.")
    ] = 100,
    language: Annotated[
        Language, typer.Option(help="The language of the report.")
    ] = Language.ENGLISH,
    as_json: Annotated[bool, typer.Option("--json", help="Print run.json as well.")] = False,
) -> None:
    """Find segments in a file of answers, or say that there are none.

    Writes segments.csv, profile.csv, run.json, report.html, and for `tenkeys place`, `golden` and
    `migrate` model.json and answers.npz.
    """
    from bot.shell.segment_run import Order, run_order
    from bot.shell.sentences import politely

    order = Order(
        answers=answers,
        out=out,
        items=items,
        kinds=kinds,
        scales=scales,
        by_scales=by_scales,
        segments=segments,
        method=method.value,
        weights=weights,
        id_column=id_column,
        seed=seed,
        starts=starts,
        pairs=stability,
        language=language.value,
    )
    with politely():
        typer.echo(run_order(order, as_json=as_json))
