"""`tenkeys compare`: which of two runs foretells better what neither was made of."""

from pathlib import Path
from typing import Annotated, Any

import typer


def compare(
    run_a: Annotated[Path, typer.Argument(help="The folder of one run.")],
    run_b: Annotated[Path, typer.Argument(help="The folder of the other run.")],
    outcomes: Annotated[Path, typer.Argument(help="A CSV of outcomes, one row a person.")],
    id_column: Annotated[
        str, typer.Option("--id", help="The column of ids, those of both runs (`segment --id`).")
    ],
    columns: Annotated[
        str | None,
        typer.Option("--outcomes", help="Columns to foretell, as one line of CSV; else all."),
    ] = None,
    seed: Annotated[int, typer.Option(min=0, help="Of everything drawn by lot.")] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="Print numbers as JSON.")] = False,
) -> None:
    """Hold two runs against each other by how well they foretell outcomes, out of sample.

    Outcomes are numbers, or yes and no. Columns that either run was made of are refused, since
    foretelling those would go in a circle.
    """
    import json

    from bot.shell.sentences import politely

    with politely():
        told = contests(run_a, run_b, outcomes, id_column, columns, seed)
        typer.echo(json.dumps(told, ensure_ascii=False, indent=2) if as_json else _text(told))


def contests(
    run_a: Path, run_b: Path, file: Path, id_column: str, columns: str | None, seed: int
) -> list[dict[str, Any]]:
    """One entry an outcome: people, both skills with intervals, their difference, the better."""
    import numpy as np

    from bot.shell.reading import read_frame, read_items, row_ids
    from bot.shell.sentences import Refused
    from segmentation.evidence.outcomes import compared

    frame = read_frame(file)
    if frame.columns.has_duplicates:
        raise Refused("two columns have the same name.")
    names = list(frame.columns)
    asked = read_items(columns, names) if columns is not None else []
    used = _used(run_a) | _used(run_b)
    circular = [name for name in asked if name in used]
    if circular:
        raise Refused(f"a run was made of “{circular[0]}”: it would be foretold in a circle.")
    wanted = asked or [name for name in names if name != id_column and name not in used]
    if not wanted:
        raise Refused(f"{file.name} has no column that neither run was made of.")
    ids = row_ids(frame, id_column)
    schemes = {"a": _posterior(run_a, ids), "b": _posterior(run_b, ids)}
    found = []
    for name in wanted:
        outcome = np.array([_value(str(cell)) for cell in frame[name]], dtype=float)
        try:
            skills, (contest,) = compared(schemes, outcome, seed=seed)
        except ValueError:
            found.append({"outcome": name, "people": int((~np.isnan(outcome)).sum())})
            continue
        turned = -1 if contest.first == "b" else 1
        ends = sorted((turned * contest.low, turned * contest.high))
        sure = {s.scheme: s.low > 0 for s in skills}  # Better than nothing, to begin with.
        known = ~np.isnan(outcome)
        for posterior in schemes.values():
            known &= ~np.isnan(posterior).any(axis=1)
        found.append(
            {
                "outcome": name,
                "people": int(known.sum()),
                "skills": {
                    s.scheme: {"skill": s.skill, "low": s.low, "high": s.high} for s in skills
                },
                "difference": turned * contest.difference,
                "low": ends[0],
                "high": ends[1],
                "better": contest.better if sure.get(contest.better or "") else None,
            }
        )
    return found


def _used(folder: Path) -> set[str]:
    """The columns that the run was made of."""
    from bot.shell.model_folder import load_model
    from bot.shell.sentences import Refused

    run = load_model(folder)
    if run.model is None:
        raise Refused(f"the run in {folder} found no segments to compare.")
    features = [column.feature for column in run.model.columns]
    return {name for f in features for name in (str(f.item), str(f.question), *map(str, f.parts))}


def _posterior(folder: Path, ids: tuple[str, ...]) -> Any:
    """Probabilities of the segments for these ids; NaN for whom the run does not know."""
    import numpy as np

    from bot.shell.answers_file import load_answers
    from bot.shell.model_folder import load_model
    from segmentation.placing import placeable, probabilities

    run = load_model(folder)
    assert run.model is not None
    kept = load_answers(folder, run.model)
    found = probabilities(run.model, kept.coded.values)
    found[~placeable(run.model, kept.coded.values)] = np.nan
    rows = {name: row for row, name in enumerate(kept.ids)}
    blank = np.full(found.shape[1], np.nan)
    return np.array([found[rows[name]] if name in rows else blank for name in ids])


def _value(cell: str) -> float:
    """A number, or yes and no; NaN for anything else."""
    from segmentation.sheets.kinds import NO, YES, number
    from segmentation.sheets.ladders import plain

    read = number(cell)
    if read is not None and abs(read) != float("inf"):
        return read
    word = plain(cell)
    return 1.0 if word in YES else 0.0 if word in NO else float("nan")


def _text(told: list[dict[str, Any]]) -> str:
    return "\n".join(map(_line, told))


def _line(each: dict[str, Any]) -> str:
    if "skills" not in each:
        return (
            f"{each['outcome']}: cannot tell, too few people who are in both runs, "
            "or all of them alike."
        )
    a, b = (
        f"{s['skill']:.1%} ({s['low']:.1%} to {s['high']:.1%})"
        for s in (each["skills"]["a"], each["skills"]["b"])
    )
    better = {"a": "the first is better", "b": "the second is better", None: "cannot tell"}
    return (
        f"{each['outcome']} ({each['people']} people): the error is smaller by {a} with the "
        f"first run, by {b} with the second; difference {each['difference']:+.1%} "
        f"({each['low']:+.1%} to {each['high']:+.1%}): {better[each['better']]}."
    )
