"""The summary at the end: for the eye, and as JSON beside the reports."""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from rehearsal.figures import SchemeFigures
from rehearsal.performance import Performance
from rehearsal.resident import End

Document = dict[str, Any]


def summary_of(performance: Performance, *, title: str, simulated: bool) -> Document:
    """Everything worth keeping, as plain JSON values; nobody's id is among them."""
    figures = performance.figures
    seconds = {part: round(took, 1) for part, took in performance.seconds.items()}
    answers = sum(len(visit.given) for visit in performance.visits)
    document: Document = {
        "title": title,
        "simulated": simulated,
        "people": people_by_end(performance),
        "answers": {"stored": figures.answers, "of them skipped": figures.skipped},
        "schemes": [_scheme(scheme) for scheme in figures.schemes],
        "broadcasts": figures.campaigns,
        "audience": figures.audience,
        "messages": dict(figures.messages),
        "points": {"given": figures.points_given, "ledger sum": figures.ledger_sum},
        "files": [str(path) for path in performance.files],
        "seconds": {**seconds, "all": round(sum(performance.seconds.values()), 1)},
        "answers per second": round(answers / performance.seconds["answering"], 1),
        "deeds per second": round(performance.deeds / performance.seconds["answering"], 1),
        "does not add up": list(performance.faults),
    }
    return document


def people_by_end(performance: Performance) -> dict[str, int]:
    """How many visits ended how, and how many people closed the bot."""
    ends = Counter(visit.end for visit in performance.visits)
    blocked = sum(visit.blocked for visit in performance.visits)
    return {**{str(end): ends[end] for end in End if ends[end]}, "closed the bot": blocked}


def _scheme(scheme: SchemeFigures) -> Document:
    return {key: value for key, value in asdict(scheme).items() if key != "members"}


def save_summary(document: Mapping[str, Any], folder: Path) -> Path:
    """Write summary.json."""
    path = folder / "summary.json"
    path.write_text(json.dumps(document, ensure_ascii=False, indent=2) + "\n")
    return path


def summary_lines(document: Mapping[str, Any]) -> list[str]:
    """The summary for the eye."""
    mark = " (simulated people)" if document["simulated"] else ""
    answers, points = document["answers"], document["points"]
    seconds = document["seconds"]
    lines = [
        "",
        f"{document['title']}{mark}",
        f"  people      {_listed(document['people'])}",
        f"  answers     {answers['stored']} stored, {answers['of them skipped']} of them skipped",
    ]
    for scheme in document["schemes"]:
        lines += _scheme_lines(scheme)
    lines += [
        f"  messages    {_listed(document['messages'])}; {document['audience']} in all, "
        f"in {document['broadcasts']} broadcasts",
        f"  points      {points['given']} given; the ledger's sum is {points['ledger sum']}",
        f"  time        {seconds['all']} s: "
        + ", ".join(f"{part} {took} s" for part, took in seconds.items() if part != "all"),
        f"  pace        {document['answers per second']} answers a second, "
        f"{document['deeds per second']} presses and messages a second",
        f"  files       {', '.join(document['files'])}",
    ]
    return lines


def _scheme_lines(scheme: Mapping[str, Any]) -> list[str]:
    opening = f"  {scheme['basis']}: {len(scheme['segments'])} segments, {scheme['verdict']}"
    lines = [f"{opening}; {scheme['undecided']} of {scheme['people']} undecided"]
    for segment in scheme["segments"]:
        lines.append(f"    {segment['size']:>5}  {segment['name']}")
        lines.append(f"           {'; '.join(segment['markers'])}")
    return lines


def _listed(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{count} {name}" for name, count in counts.items()) or "none"
