"""Answers taken out in the chat: which survey, as what, in which language; then the file."""

import asyncio
import csv
import io
import itertools
import json
import tempfile
import zipfile
from functools import partial
from pathlib import Path

import pytest

from bot.exports import parcels
from bot.exports.desk import FOLDER_PREFIX, ExportDesk
from bot.exports.forms import Form, Format
from bot.exports.parcels import Parcels, parcels_of
from bot.worker import Worker
from storage.database import Database
from surveys.answers import Answer, Written
from tests.bot.chat import Neighbour, Town
from tests.makers import a_completed_walk, a_resident, a_survey, an_open_survey
from use_cases.exporting.errands import OrderExport
from use_cases.records import Role

_ids = itertools.count(50_000)
SAID = "=Позвоните +79161234567"


async def people_answer(town: Town, count: int, *, key: str = "yard") -> None:
    """So many residents say where they can be called."""
    async with town.work() as work:
        author = await a_resident(work, "Author", telegram_id=next(_ids))
        stored = await an_open_survey(work, author, a_survey(key))
        questions = stored.survey.questions
        for _ in range(count):
            answers: dict[str, Answer] = {questions[0].key: Written(SAID)}
            await a_completed_walk(
                work, stored, await a_resident(work, telegram_id=next(_ids)), answers
            )
        await work.commit()


async def an_export(town: Town, who: Neighbour, format: str) -> None:
    await who.says("/export")
    await who.taps(format)
    await town.settled()


@pytest.fixture
async def manager(town: Town) -> Neighbour:
    return await town.person("Maria", role=Role.MANAGER)


async def test_a_manager_gets_a_table_with_contacts_covered(town: Town, manager: Neighbour) -> None:
    await people_answer(town, 5)
    await an_export(town, manager, "CSV: one row a response")

    assert [file.name for file in manager.files] == ["yard.csv", "yard.csv.codebook.csv"]
    content = manager.files[0].content
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    assert [row["yard"] for row in rows] == ["'=Позвоните •••"] * 5
    async with town.work() as work:
        (line,) = [line for line in await work.audit.recent(9) if line[2] == "export"]
    assert line[3] == "yard csv"


async def test_an_admin_gets_words_as_they_stand(town: Town) -> None:
    await people_answer(town, 1)
    boss = await town.person("Boss", role=Role.ADMIN)
    await an_export(town, boss, "JSON")

    assert SAID in boss.files[0].content.decode()


async def test_fewer_than_five_are_nobodys_business(town: Town, manager: Neighbour) -> None:
    await people_answer(town, 4)
    await manager.says("/export")

    assert "Fewer than 5" in str(await manager.taps("CSV: one row a response"))
    await town.settled()
    assert manager.files == []


async def test_one_of_several_surveys_is_chosen(town: Town, manager: Neighbour) -> None:
    await people_answer(town, 5)
    await people_answer(town, 6, key="roof")
    await manager.says("/export")
    await manager.taps("Наш двор")
    await manager.taps("← Another survey")
    await manager.taps("Наш двор")
    await manager.taps("Excel")
    await town.settled()

    (file,) = manager.files
    assert file.name in ("roof.xlsx", "yard.xlsx")
    assert file.content.startswith(b"PK")


async def test_residents_may_not(town: Town) -> None:
    await people_answer(town, 5)
    vera = await town.person("Vera")

    assert await vera.says("/export") == "Only managers can do this."
    assert await vera.presses("ex:yard:csv:") == "Only managers can do this."


async def test_there_is_nothing_yet(manager: Neighbour) -> None:
    assert "nothing to export yet" in str(await manager.says("/export"))


async def test_the_worker_is_another_process(town: Town) -> None:
    """As it runs in a house: the bot's own process only waits, and hears how far it is."""
    await people_answer(town, 3)
    async with town.work() as work:
        order = await OrderExport(work, town.clock).by_operator("yard", masked=False)
    sent: list[tuple[str, bytes]] = []

    async def send(parcels: Parcels) -> None:
        files = await asyncio.to_thread(lambda: [(f.name, f.read_bytes()) for f in parcels.files])
        sent.extend(files)

    async def tell(written: int) -> None:
        assert 0 < written <= 3

    worker = Worker()
    try:
        here = ExportDesk(worker, partial(Database, str(town.database.url)))
        await here.files(order, Form(format=Format.JSON, language="ru"), tell, send)
    finally:
        worker.close()
    ((name, content),) = sent
    assert name == "yard.json"
    assert len(json.loads(content)["rows"]) == 3


def test_what_is_too_large_is_packed_and_parted(tmp_path: Path) -> None:
    """The parts, one after another, are the archive."""
    file = tmp_path / "answers.csv"
    file.write_bytes(b"1,2,3\n" * 50_000)
    assert parcels_of([file]).files == (file,)

    packed = parcels_of([file], bytes_max=20_000)
    assert (packed.packed, packed.parts) == (True, 1)
    parted = parcels_of([file], bytes_max=200)
    assert parted.parts == len(parted.files) > 1
    together = b"".join(part.read_bytes() for part in parted.files)
    with zipfile.ZipFile(io.BytesIO(together)) as archive:
        assert archive.read("answers.csv") == file.read_bytes()
    assert all(part.stat().st_size <= 200 for part in parted.files)
    assert parcels.FILE_BYTES_MAX < 50 * 1024 * 1024


async def test_nothing_is_left_lying_about(
    town: Town, manager: Neighbour, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    await people_answer(town, 5)
    await an_export(town, manager, "SPSS")

    assert manager.files[0].content.startswith(b"$FL2")
    assert await asyncio.to_thread(lambda: list(tmp_path.glob(f"{FOLDER_PREFIX}*"))) == []
