"""`python -m benchmarks.exports`: a million answers exported, beside the libraries' bare writes.

Every measurement is a process of its own: its time is what the writing takes of the processor (so
that a busy machine tells the same), its memory the peak of the whole process, libraries included.
"""

import argparse
import asyncio
import csv
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from bot.exports.forms import ENDINGS, Form, Format
from bot.exports.writing import write_export
from storage.database import Database
from storage.tables import answers, people, responses
from surveys.questions import Survey
from surveys.yaml.reader import read_survey
from use_cases.authoring.shelf import PublishSurvey, ShelveSurvey
from use_cases.exporting.errands import ExportOrder, OrderExport, ReadExport
from use_cases.exporting.values import Row
from use_cases.records import Person, Role

QUESTIONS = 20
PORTION = 5_000
NOON = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)
WORDS = "Хотелось бы больше лавочек во дворе, 🌳 и тише по ночам"
BARE = "bare"
_KINDS = 4  # A rating, a choice, a number, a text, over and over.

NOTES = """\
product   reads SQLite in portions, finds each way through the survey, writes; and the codebook
bare      the library alone writes rows of the same shape: csv.writer, json.dumps, xlsxwriter
          (constant_memory, two sheets as ours), pandas + pyreadstat; no database, no labels
peak      of the process in MB (VmHWM), with all its libraries loaded"""


class SystemClock:
    """The real time."""

    def now(self) -> datetime:
        return datetime.now(UTC)


def survey() -> Survey:
    """Twenty questions of four kinds."""
    head = "survey: bench\nlanguages: [ru]\ntitle: Двадцать вопросов\nquestions:\n"
    kinds = (
        "  - {{key: q{n}, scale: Хорошо ли живётся?, low: плохо, high: хорошо}}\n",
        "  - {{key: q{n}, single: Что нужно?, choices: {{a: Лавки, b: Деревья, c: Свет}}}}\n",
        "  - {{key: q{n}, number: Сколько вас?, from: 0, to: 99}}\n",
        "  - {{key: q{n}, open: Что ещё?, optional: yes}}\n",
    )
    lines = (kinds[n % _KINDS].format(n=n) for n in range(QUESTIONS))
    read = read_survey(head + "".join(lines))
    assert isinstance(read, Survey), read
    return read


def answer_to(question: int, number: int) -> tuple[str, Any]:
    """What person `number` says, as the database keeps it."""
    match question % _KINDS:
        case 0:
            return "rated", 1 + (number + question) % 5
        case 1:
            return "chosen", "abc"[(number * 7 + question) % 3]
        case 2:
            return "counted", float((number * 3 + question) % 99)
    return ("skipped", None) if number % 3 else ("written", f"{WORDS} {number}")


async def fill(url: str, how_many: int) -> None:
    """So many responses, all complete, put straight into the tables."""
    database = Database(url)
    await database.migrate()
    clock = SystemClock()
    async with database.open_work() as work:
        author: Person = await work.people.add(1, language="ru", at=NOON)
        boss = Person(id=author.id, telegram_id=1, language="ru", role=Role.ADMIN, created_at=NOON)
        await work.people.save(boss)
        draft = await ShelveSurvey(work, clock)(boss, survey())
        await PublishSurvey(work, clock)(boss, draft.id)
    file = sa.create_engine(f"sqlite:///{database.url.database}")
    for first in range(0, how_many, PORTION):
        numbers = range(first + 1, min(first + PORTION, how_many) + 1)
        with file.begin() as connection:
            connection.execute(people.insert(), [_person(n) for n in numbers])
            connection.execute(responses.insert(), [_response(n, draft.id) for n in numbers])
            connection.execute(
                answers.insert(), [_answer(n, q) for n in numbers for q in range(QUESTIONS)]
            )
    file.dispose()
    await database.close()


def _person(number: int) -> dict[str, Any]:
    met = {"language": "ru", "role": "resident", "created_at": NOON}
    return {"id": number + 1, "telegram_id": number + 1, **met}


def _response(number: int, survey_id: int) -> dict[str, Any]:
    times = {"started_at": NOON, "touched_at": NOON, "completed_at": NOON}
    return {"id": number, "survey_id": survey_id, "person_id": number + 1, "test": False, **times}


def _answer(number: int, question: int) -> dict[str, Any]:
    kind, value = answer_to(question, number)
    given = {"kind": kind, "value": value, "answered_at": NOON}
    given |= {"seconds": 2 + (number * 7 + question) % 90 / 10, "edits": 0, "confirmed": False}
    given |= {"place": question + 1}
    return {"response_id": number, "question_key": f"q{question}", **given}


async def ordered(database: Database) -> ExportOrder:
    """The whole survey, for whoever runs the house."""
    async with database.open_work() as work:
        return await OrderExport(work, SystemClock()).by_operator("bench", masked=False)


async def product(url: str, format: Format, path: Path) -> float:
    """Seconds of the processor for our own export."""
    database = Database(url)
    order = await ordered(database)
    form = Form(format=format, language="ru")
    begun = time.process_time()
    await write_export(database.open_work, order, form, path)
    took = time.process_time() - begun
    await database.close()
    return took


async def bare(url: str, format: Format, path: Path) -> float:
    """Seconds of the processor for the library alone, with as many rows of the same shape."""
    database = Database(url)
    order = await ordered(database)
    read = ReadExport(database.open_work)
    table = await read.table(order)
    portion = await anext(aiter(read.rows(order, table)))
    await database.close()
    names = [column.name for column in table.columns]
    rows = islice(cycle(portion), order.extent.responses)
    begun = time.process_time()
    _BARE[format](path, names, rows)
    return time.process_time() - begun


def _bare_csv(path: Path, names: list[str], rows: Iterator[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(names)
        writer.writerows(rows)


def _bare_long(path: Path, names: list[str], rows: Iterator[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        for row in rows:
            whose = row[:3]
            writer.writerows((*whose, *pair) for pair in zip(names, row, strict=True))


def _bare_json(path: Path, names: list[str], rows: Iterator[Row]) -> None:
    with path.open("w", encoding="utf-8") as file:
        for row in rows:
            line = dict(zip(names, row, strict=True))
            file.write(json.dumps(line, ensure_ascii=False, default=str) + "\n")


def _bare_xlsx(path: Path, names: list[str], rows: Iterator[Row]) -> None:
    import xlsxwriter

    options = {"constant_memory": True, "remove_timezone": True}
    book = xlsxwriter.Workbook(str(path), options)
    sheets = [book.add_worksheet(), book.add_worksheet()]
    for number, row in enumerate((tuple(names), *rows)):
        for sheet in sheets:
            sheet.write_row(number, 0, row)
    book.close()


def _bare_sav(path: Path, names: list[str], rows: Iterator[Row]) -> None:
    import pandas as pd
    import pyreadstat

    frame = pd.DataFrame.from_records(list(rows), columns=names)
    pyreadstat.write_sav(frame, str(path), row_compress=True)


_BARE = {
    Format.CSV: _bare_csv,
    Format.LONG: _bare_long,
    Format.JSON: _bare_json,
    Format.XLSX: _bare_xlsx,
    Format.SAV: _bare_sav,
}


def measured(url: str, format: Format, path: Path, *, of: str) -> tuple[float, float]:
    """Seconds and megabytes at the peak, in a process of its own."""
    arguments = ["--one", format, "--of", of, "--database", url, "--out", str(path)]
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.exports", *arguments],
        check=True,
        capture_output=True,
        text=True,
    )
    seconds, megabytes = map(float, done.stdout.split())
    return seconds, megabytes


def peak_megabytes() -> float:
    """The most memory that this process ever had: getrusage would tell of its parent's, too."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1e3


def compare(how_many: int) -> None:
    """Fill a database, measure every format, print the table."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/bench.db"
        print(f"putting {how_many * QUESTIONS:,} answers into SQLite ...", flush=True)
        asyncio.run(fill(url, how_many))
        heading = ("", "product s", "bare s", "ratio", "peak MB", "bare MB", "file MB")
        print("{:<6}{:>10}{:>9}{:>7}{:>9}{:>9}{:>9}".format(*heading))
        for format in Format:
            path = Path(folder) / f"export{ENDINGS[format]}"
            ours, our_peak = measured(url, format, path, of="product")
            size = path.stat().st_size / 1e6
            theirs, their_peak = measured(url, format, path, of=BARE)
            print(
                f"{format:<6}{ours:>10.1f}{theirs:>9.1f}{ours / theirs:>7.1f}"
                f"{our_peak:>9.0f}{their_peak:>9.0f}{size:>9.1f}",
                flush=True,
            )
    print(f"\n{NOTES}")


def main() -> None:
    """Compare, or be one of the processes that are compared."""
    parser = argparse.ArgumentParser(prog="benchmarks.exports", description=__doc__)
    parser.add_argument("--answers", type=int, default=1_000_000)
    parser.add_argument("--one", type=Format, help=argparse.SUPPRESS)
    parser.add_argument("--of", help=argparse.SUPPRESS)
    parser.add_argument("--database", help=argparse.SUPPRESS)
    parser.add_argument("--out", type=Path, help=argparse.SUPPRESS)
    wanted = parser.parse_args()
    if wanted.one is None:
        compare(wanted.answers // QUESTIONS)
        return
    run = bare if wanted.of == BARE else product
    seconds = asyncio.run(run(wanted.database, wanted.one, wanted.out))
    print(seconds, peak_megabytes())


if __name__ == "__main__":
    main()
