"""`tenkeys migrate`: who moved between two runs, and whether the answers drifted."""

from pathlib import Path
from typing import Annotated, Any

import typer


def migrate(
    run_a: Annotated[Path, typer.Argument(help="The folder of the earlier run.")],
    run_b: Annotated[Path, typer.Argument(help="The folder of the later run.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print numbers as JSON.")] = False,
) -> None:
    """Match the segments of two runs and say who moved, with the noise of placing taken out.

    People are matched by id (`segment --id`), or by row number where the runs know no ids.
    """
    import json

    from bot.shell.sentences import politely

    with politely():
        told = compared(run_a, run_b)
        typer.echo(json.dumps(told, ensure_ascii=False, indent=2) if as_json else _text(told))


def compared(run_a: Path, run_b: Path) -> dict[str, Any]:
    """Segments matched, flows, movers and drift, as plain JSON values."""
    from dataclasses import asdict

    from segmentation.following.drift import drift
    from segmentation.following.migration import migrated
    from segmentation.following.movers import movers

    first, second = _wave(run_a), _wave(run_b)
    migration = migrated(first, second)
    moved, flows = movers(first, second, migration) if migration else ((), ())
    return {
        "migration": None if migration is None else asdict(migration),
        "movers": [asdict(m) for m in moved],
        "flows": [asdict(f) for f in flows],
        "drift": asdict(drift(first, second)),
        "missing": _missing(first, second),
    }


def _missing(first: Any, second: Any) -> list[str]:
    """The questions of the earlier run on which the later one does not rest."""
    now = {feature.question for feature in second.coded.features}
    return [q for q in dict.fromkeys(f.question for f in first.coded.features) if q not in now]


def _wave(folder: Path) -> Any:
    from bot.shell.answers_file import load_answers
    from bot.shell.model_folder import load_model
    from bot.shell.sentences import Refused
    from segmentation.following.migration import Wave

    run = load_model(folder)
    if run.model is None:
        raise Refused(f"the run in {folder} found no segments to move between.")
    kept = load_answers(folder, run.model)
    return Wave(run.model, kept.coded, kept.ids)


def _text(told: dict[str, Any]) -> str:
    """The numbers in sentences and a small table."""
    return "\n".join([*_flow_lines(told), "", *_drift_lines(told["drift"], told["missing"])])


def _flow_lines(told: dict[str, Any]) -> list[str]:
    m = told["migration"]
    if m is None:
        return ["Nobody is in both runs (are people named by --id in both?), so nobody can move."]
    same = (
        ", ".join(f"{a} is now called {b}" if a != b else f"{a}" for a, b in m["matched"].items())
        or "none"
    )
    lines = [
        f"{m['shared']} people are in both runs. Segments that stay: {same}.",
        f"Counted as moved: {m['moved_counted']:.1%}; placing alone would show {m['noise']:.1%}. "
        f"Moved in truth: {m['moved']:.1%} ({m['moved_low']:.1%}–{m['moved_high']:.1%}).",
        "",
        "earlier \\ now" + "".join(f"{b:>9}" for b in m["after"]),
    ]
    lines += [
        f"{a:>14}" + "".join(f"{share:>9.1%}" for share in row)
        for a, row in zip(m["before"], m["flows"], strict=True)
    ]
    if told["flows"]:
        lines += ["", "Who surely moved, and the answers that moved them:"]
    lines += [
        f"from {f['before']} to {f['after']}: {f['people']} people"
        + (f" ({', '.join(p['item'] for p in f['answers'])})" if f["answers"] else "")
        for f in told["flows"]
    ]
    return lines


def _drift_lines(d: dict[str, Any], missing: list[str]) -> list[str]:
    loud = [i for i in d["items"] if i["level"] != "calm"]
    lines = [
        "Drifted answers: "
        + (", ".join(f"{_name(i)} (PSI {i['psi']:.2f}, {i['level']})" for i in loud) or "none")
        + ".",
        f"Mean probability {d['certainty_before']:.2f}, now {d['certainty_now']:.2f}; "
        f"undecided {d['undecided_before']:.1%}, now {d['undecided_now']:.1%}; "
        f"sizes differ by Cramér's V {d['shares_v']:.2f} (p {d['shares_p']:.3f}).",
    ]
    if missing:
        lines.append(
            f"The later run does not rest on {', '.join(missing)}: the earlier segments are found "
            "less surely in it for that alone."
        )
    elif d["alarms"]:
        lines.append(
            f"ALARM: {', '.join(d['alarms'])}. Find the segments anew before relying on them."
        )
    return lines


def _name(item: dict[str, Any]) -> str:
    return item["item"] if item["option"] is None else f"{item['item']}: {item['option']}"
