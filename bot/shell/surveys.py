"""`tenkeys survey check` and `tenkeys survey rehearse`: a file looked at beforehand."""

import json
import re
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from html import unescape
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.views.survey_faults import problem_text
from bot.words import FALLBACK, Words
from surveys.faults import Fault
from surveys.questions import Survey
from surveys.xlsform.reader import examine_file
from use_cases.authoring.rehearsing import Rehearsal, rehearse

FAULTY_STATUS = 2
PEOPLE_MAX = 100_000
_TAG = re.compile(r"<[^>]+>")

app = typer.Typer(help="Look at a survey file: what is wrong with it, and how people get through.")

File = Annotated[Path, typer.Argument(help="YAML, .xlsx, .xls or .csv (XLSForm)", metavar="FILE")]
AsJson = Annotated[bool, typer.Option("--json", help="machine-readable")]
Language = Annotated[str, typer.Option(help="of the sentences: ru, uk or en")]


@app.command("check")
def check(file: File, as_json: AsJson = False, language: Language = FALLBACK) -> None:
    """Say everything that is wrong with the file; status 0 if it works, else 2."""
    survey, noted = _examined(file)
    if as_json:
        print(json.dumps(_listed(noted, Words(language)), ensure_ascii=False, indent=2))
    else:
        _tell(noted, Words(language))
        if survey is not None:
            languages = ", ".join(survey.languages)
            print(f"{file.name}: {len(survey.questions)} questions ({languages}), ready to use.")
    if survey is None:
        raise SystemExit(FAULTY_STATUS)


@app.command("rehearse")
def rehearse_file(
    file: File,
    people: Annotated[int, typer.Option(min=1, max=PEOPLE_MAX, help="how many walk through")] = 200,
    seed: Annotated[int, typer.Option(help="the same seed gives the same walks")] = 1,
    as_json: AsJson = False,
    language: Language = FALLBACK,
) -> None:
    """Let simulated people answer at random; say who got through and what nobody was asked."""
    survey, noted = _examined(file)
    if survey is None:
        if as_json:
            print(json.dumps(_listed(noted, Words(language)), ensure_ascii=False, indent=2))
        else:
            _tell(noted, Words(language))
        raise SystemExit(FAULTY_STATUS)
    rehearsal = rehearse(survey, people=people, seed=seed, today=datetime.now(UTC).date())
    if as_json:
        print(json.dumps(_figures(rehearsal), ensure_ascii=False, indent=2))
    else:
        print("\n".join(_lines(rehearsal)))


def _examined(file: Path) -> tuple[Survey | None, Sequence[Fault]]:
    try:
        content = file.read_bytes()
    except OSError as fault:
        print(f"tenkeys: {file} cannot be read: {fault.strerror}", file=sys.stderr)
        raise SystemExit(FAULTY_STATUS) from fault
    examined = examine_file(content)
    return examined.survey, (*examined.faults, *examined.warnings)


def _listed(faults: Sequence[Fault], words: Words) -> list[dict[str, Any]]:
    """Each with its place: in a spreadsheet the column by its header."""
    return [
        {
            "sheet": fault.sheet or None,
            "row": fault.line,
            "column": fault.header or fault.column,
            "question": fault.facts.get("inside") or None,
            "code": fault.code.value,
            "problem": _problem(fault, words),
            "suggestion": fault.suggestion,
            "warning": fault.is_warning,
        }
        for fault in faults
    ]


def _tell(faults: Sequence[Fault], words: Words) -> None:
    for fault in faults:
        sheet = f"sheet {fault.sheet}, row" if fault.sheet else "line"
        column = fault.header or fault.column
        mark = "look at" if fault.is_warning else "mend"
        better = f" Perhaps: {fault.suggestion}" if fault.suggestion else ""
        place = f"{sheet} {fault.line}, column {column}"
        print(f"{mark}: {place}: {_problem(fault, words)}{better}")


def _problem(fault: Fault, words: Words) -> str:
    return unescape(_TAG.sub("", problem_text(fault, words)))


def _figures(rehearsal: Rehearsal) -> dict[str, Any]:
    return {
        "simulated": True,
        "people": rehearsal.people,
        "seed": rehearsal.seed,
        "completed": rehearsal.completed,
        "stuck": rehearsal.stuck,
        "stuck_at": dict(rehearsal.stuck_at),
        "minutes": rehearsal.minutes,
        "asked": dict(rehearsal.asked),
        "never_reached": list(rehearsal.never_reached),
    }


def _lines(rehearsal: Rehearsal) -> list[str]:
    about = ""
    if rehearsal.minutes is not None:
        seconds, minutes = round(60 * rehearsal.minutes), round(rehearsal.minutes, 1)
        about = f" in about {minutes:g} minutes" if minutes >= 1 else f" in about {seconds} seconds"
    lines = [f"{rehearsal.completed} of {rehearsal.people} simulated people completed{about}."]
    for key, count in rehearsal.stuck_at.items():
        lines.append(f"stuck at {key}: {count} (no answer was taken)")
    if rehearsal.never_reached:
        lines.append(f"never asked: {', '.join(rehearsal.never_reached)}")
    return lines
