"""`tenkeys people export PERSON`: one person's data from the shell, noted; refusals in words."""

import asyncio
import json
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import app
from storage.database import Database
from tests.fakes import NOON
from use_cases.records.rules import Fact


@pytest.fixture
def url(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A database with Vera, who is @vera and 101, and somebody else."""
    there = f"sqlite:///{tmp_path / 'x.db'}"
    monkeypatch.setenv("DATABASE_URL", there)

    async def settle() -> None:
        database = Database(there)
        await database.migrate()
        async with database.open_work() as work:
            for number, name in ((101, "Vera"), (102, "Oleh")):
                met = await work.people.add(number, language="uk", at=NOON)
                await work.people.save(replace(met, consented_at=NOON, name=name))
                await work.facts.note([Fact(met.id, ("username",), name.lower())], at=NOON)
            await work.commit()
        await database.close()

    asyncio.run(settle())
    return there


@pytest.mark.parametrize("named", ["101", "@vera", "@Vera"])
def test_one_persons_data_in_their_language(url: str, tmp_path: Path, named: str) -> None:
    result = CliRunner().invoke(app, ["people", "export", named, "--out", str(tmp_path)])
    assert result.exit_code == 0, result.output

    held = json.loads((tmp_path / "my-data.json").read_text())["held"]
    assert [row["telegram_id"] for row in held["people"]] == [101]
    assert [row["act"] for row in held["audit"]] == ["mydata.by_operator"]
    page = (tmp_path / "my-data.html").read_text()
    assert "Усе, що про вас зберігається" in page and "Vera" in page
    assert "Oleh" not in page


@pytest.mark.parametrize("named", ["7", "@nobody", "Vera"])
def test_nobody_of_that_name(url: str, tmp_path: Path, named: str) -> None:
    result = CliRunner().invoke(app, ["people", "export", named, "--out", str(tmp_path)])
    assert result.exit_code == 2
    assert f"nobody known to the bot is “{named}”" in result.stderr
    assert not (tmp_path / "my-data.json").exists()


def test_a_folder_that_is_not_there(url: str, tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["people", "export", "101", "--out", str(tmp_path / "no")])
    assert result.exit_code == 2
    assert "there is no folder" in result.stderr
