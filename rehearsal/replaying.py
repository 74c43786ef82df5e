"""Plays a table of recorded answers: rows become people, and what they said is segmented."""

import csv
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from bot.views.segment_names import propose_names
from rehearsal.cells import NoAnswer, read_cell
from rehearsal.crowd import Newcomer
from rehearsal.demo import load_survey
from rehearsal.mapping import MappingFault, TableMapping, read_mapping
from rehearsal.milestones import Milestones
from rehearsal.performance import Play, perform
from rehearsal.resident import Intent
from rehearsal.summary import save_summary, summary_lines, summary_of
from rehearsal.trouble import Trouble
from segmentation.run import Segment
from surveys.answers import Answer
from surveys.questions import QuestionKey, Survey
from surveys.text import LANGUAGES

GIFT = 10
OPENING = {
    "ru": "{name|Здравствуйте}, спасибо за ответы! Мы услышали",
    "uk": "{name|Вітаю}, дякуємо за відповіді! Ми почули",
    "en": "{name|Hello}, thank you for your answers! What we heard",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplayOptions:
    """How a table is played."""

    file: Path
    mapping: Path
    rows: int | None
    at_once: int
    seed: int
    out: Path
    database_url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The people of a table, in the order in which they will come, and what their cells were."""

    newcomers: tuple[Newcomer, ...]
    accepted: int
    not_answers: Mapping[NoAnswer, int]


def read_rows(file: Path, mapping: TableMapping, rows: int | None) -> list[dict[str, str]]:
    """The rows that pass the filter, from the top, at most as many as asked for."""
    try:
        with file.open(encoding=mapping.encoding, newline="") as opened:
            reader = csv.DictReader(opened, delimiter=mapping.delimiter, restval="")
            fitting = [
                row
                for row in reader
                if all(row.get(name, "") in codes for name, codes in mapping.where.items())
            ]
    except (OSError, UnicodeDecodeError, csv.Error) as fault:
        raise MappingFault(f"{file} cannot be read: {fault}") from fault
    if not fitting:
        raise MappingFault(f"{file} has no row that passes the filter")
    return fitting[: rows or mapping.rows]


def read_table(
    rows: Sequence[Mapping[str, str]], mapping: TableMapping, survey: Survey, seed: int
) -> Table:
    """Every row as somebody who will come; they come in an order drawn by the seed."""
    mapping.check(survey, rows[0])
    counts: Counter[NoAnswer] = Counter()
    accepted = 0
    newcomers = []
    for number, row in enumerate(rows, start=1):
        answers: dict[QuestionKey, Answer] = {}
        for question in survey.questions:
            column = mapping.questions.get(question.key)
            found = read_cell(row, column, question) if column else NoAnswer.MISSING
            if isinstance(found, NoAnswer):
                counts[found] += 1
            else:
                answers[question.key] = found
                accepted += 1
        name = f"Row {row[mapping.id] if mapping.id else number}"
        intent = Intent(answers=answers)
        newcomers.append(Newcomer(first_name=name, language=mapping.language, intent=intent))
    Random(seed).shuffle(newcomers)
    return Table(newcomers=tuple(newcomers), accepted=accepted, not_answers=counts)


def letter(segment: Segment, survey: Survey, language: str) -> str:
    """A message that says what was heard from those who answer alike."""
    marks = segment.more or segment.less
    phrases = propose_names({0: marks}, survey, language)
    heard = phrases[0].replace("{", "{{").replace("}", "}}")
    return f"{OPENING[language]}: {heard}."


async def play_table(options: ReplayOptions) -> dict[str, Any]:
    """Play, print and save the summary; Trouble if anything does not add up."""
    milestones = Milestones.begin()
    mapping = read_mapping(options.mapping)
    if mapping.language not in LANGUAGES:
        raise MappingFault(f"the language {mapping.language!r} is none of {', '.join(LANGUAGES)}")
    survey = load_survey(mapping.survey)
    table = read_table(
        read_rows(options.file, mapping, options.rows), mapping, survey, options.seed
    )
    milestones.say(f"{len(table.newcomers)} people read from {options.file.name}")
    with tempfile.TemporaryDirectory(prefix="tenkeys-replay-") as folder:
        play = Play(
            survey_file=mapping.survey,
            survey=survey,
            newcomers=table.newcomers,
            at_once=options.at_once,
            language=mapping.language,
            gift=GIFT,
            letter=letter,
            simulated=False,
            out=options.out,
            database_url=options.database_url or f"sqlite:///{folder}/replay.db",
        )
        performance = await perform(play, Path(folder), milestones)
    title = survey.title.in_language(mapping.language)
    document = summary_of(performance, title=title, simulated=False)
    document["cells"] = _cells(table)
    document["seconds"]["all"] = round(milestones.seconds, 1)
    document["files"].append(str(save_summary(document, options.out)))
    print("\n".join([*summary_lines(document), *_cell_lines(table)]), flush=True)
    if performance.faults:
        raise Trouble("it does not add up: " + "; ".join(performance.faults))
    return document


def _cells(table: Table) -> dict[str, int]:
    counts = {str(why): table.not_answers[why] for why in NoAnswer if table.not_answers[why]}
    return {"accepted": table.accepted, **counts}


def _cell_lines(table: Table) -> list[str]:
    said = ", ".join(f"{count} {why}" for why, count in _cells(table).items())
    return [f"  cells       {said}"]
