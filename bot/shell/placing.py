"""`tenkeys place`: new answers into the segments of an earlier run."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from segmentation.model import Feature


def place(
    model_dir: Annotated[Path, typer.Argument(help="The folder that `tenkeys segment` wrote.")],
    new: Annotated[Path, typer.Argument(help="The new answers (CSV), columns named alike.")],
    id_column: Annotated[
        str | None, typer.Option("--id", help="The column of ids; left out, row numbers.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option(help="The file to write; left out, standard output.")
    ] = None,
) -> None:
    """Place new people into the segments of an earlier run, one line a row in the same order."""
    from bot.shell.model_folder import refuse_over
    from bot.shell.sentences import politely

    with politely():
        if out is not None:
            refuse_over([out], [new, *model_dir.glob("*")])
        text = placed(model_dir, new, id_column)
        if out is None:
            typer.echo(text, nl=False)
        else:
            _write(out, text)


def placed(model_dir: Path, new: Path, id_column: str | None) -> str:
    """The lines of a CSV: id, segment, probability, decided."""
    import csv
    from io import StringIO

    from bot.shell.model_folder import load_model
    from bot.shell.reading import read_frame, refuse_infinite, refuse_unclear, row_ids
    from bot.shell.sentences import Refused
    from bot.shell.theming import load_themes, themed
    from segmentation.model import FeatureKind
    from segmentation.outputs import MEMBER_COLUMNS
    from segmentation.placing import memberships
    from segmentation.sheets.cells import read_values
    from segmentation.sheets.kinds import ColumnKind

    run = load_model(model_dir)
    if run.model is None:
        raise Refused(f"the run in {model_dir} found no segments to place people in.")
    frame = read_frame(new)
    if frame.columns.has_duplicates:
        raise Refused("two columns have the same name.")
    features = [column.feature for column in run.model.columns]
    known = [f for f in features if {f.item, f.question, *f.parts} & set(frame.columns)]
    if not known:
        raise Refused(f"{new.name} has none of the columns that the segments rest on.")
    _tell_absent(features, frame.columns, new.name)
    ids = row_ids(frame, id_column)
    frame = themed(frame, load_themes(model_dir))
    refuse_infinite(
        frame, {f.item: ColumnKind.IGNORE if f.option else ColumnKind.NUMBER for f in features}
    )
    numeric = (FeatureKind.NUMERIC, FeatureKind.ORDINAL)
    refuse_unclear(frame, [f.item for f in features if f.kind in numeric])
    people = range(len(frame))
    found = memberships(run.model, people, read_values(features, frame), run.recipe.undecided_below)
    lines = StringIO(newline="")
    table = csv.writer(lines, lineterminator="\n")
    table.writerow(MEMBER_COLUMNS)
    for person, name in zip(people, ids, strict=True):
        m = found[person]
        table.writerow(
            (name, "" if m.segment is None else m.segment, m.probability, int(m.decided))
        )
    return lines.getvalue()


def _tell_absent(features: "Sequence[Feature]", columns: "Iterable[str]", name: str) -> None:
    """On standard error: which questions nobody is placed by, since the file lacks them."""
    there = set(columns)
    absent = dict.fromkeys(
        f.question for f in features if not {f.item, f.question, *f.parts} & there
    )
    if absent:
        listed = ", ".join(f"“{each}”" for each in absent)
        typer.echo(f"{name} has no column {listed}: people are placed without.", err=True)


def _write(path: Path, text: str) -> None:
    from bot.shell.model_folder import write_whole
    from bot.shell.sentences import Refused

    try:
        write_whole(path, text)
    except OSError as fault:
        raise Refused(f"{path} cannot be written: {fault.strerror or fault}.") from None
