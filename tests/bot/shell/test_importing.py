"""`tenkeys deeds import`, `tenkeys people import` and `list`: dry, written, again, refused."""

import asyncio
import json
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import app
from storage.database import Database
from tests.fakes import NOON

FILE = "Дата;ТГ;Сумма\n01.05.2026;101;1 250,50\n02.05.2026;7;5\n"


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Payments in cp1251, beside a database with one person."""
    url = f"sqlite:///{tmp_path / 'x.db'}"
    monkeypatch.setenv("DATABASE_URL", url)
    monkeypatch.setenv("HOUSE_TIME_ZONE", "Europe/Kyiv")

    async def settle() -> None:
        database = Database(url)
        await database.migrate()
        async with database.open_work() as work:
            vera = await work.people.add(101, language="ru", at=NOON)
            await work.people.save(replace(vera, consented_at=NOON))
            await work.commit()
        await database.close()

    asyncio.run(settle())
    path = tmp_path / "pay.csv"
    path.write_bytes(FILE.encode("cp1251"))
    return path


def run(*call: str) -> str:
    result = CliRunner().invoke(app, [*call])
    assert result.exit_code == 0, result.output
    return result.output


def test_deeds_are_tried_dry_and_written_once(file: Path) -> None:
    call = ("deeds", "import", str(file), "--kind", "payment", "--map", "ТГ=telegram")
    for _ in range(2):
        dry = json.loads(run(*call, "--dry-run", "--json"))
        assert [row["fate"] for row in dry["rows"]] == ["new", "unknown"]
        assert dry["rows"][0]["at"] == "2026-04-30T21:00:00+00:00" and dry["written"] == 0
    assert "Nothing is written" in run(*call, "--dry-run")
    assert "1 row written" in run(*call)
    again = json.loads(run(*call, "--json"))
    assert [row["fate"] for row in again["rows"]] == ["known", "unknown"]


def test_people_and_lists(file: Path) -> None:
    file.write_text("telegram,tags,Debt\n101,vip,5\n")
    facts = json.loads(run("people", "import", str(file), "--map", "Debt=field", "--json"))
    assert facts["written"] == 1 and facts["columns"]["Debt"] == "field"
    assert "1 row written" in run("people", "list", str(file), "--name", "first")
    assert "0 rows written" in run("people", "list", str(file), "--name", "first")


def test_a_bad_call_gets_one_sentence(tmp_path: Path, file: Path) -> None:
    for call in (
        ("deeds", "import", str(file), "--kind", "gift"),
        ("deeds", "import", str(file), "--kind", "payment"),
        ("deeds", "import", str(file), "--kind", "payment", "--map", "ТГ"),
        ("deeds", "import", str(file), "--kind", "payment", "--map", "X=telegram"),
        ("deeds", "import", str(tmp_path / "none.csv"), "--kind", "visit"),
    ):
        result = CliRunner().invoke(app, [*call])
        assert result.exit_code == 2
        assert len(result.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize("name", ["", "  "])
def test_a_list_without_a_name_is_refused_in_a_sentence(file: Path, name: str) -> None:
    result = CliRunner().invoke(app, ["people", "list", str(file), "--name", name])
    assert result.exit_code == 2
    assert 'A list needs a name: --name "Garden club".' in result.output


def test_guessed_letters_are_told(file: Path) -> None:
    call = ("deeds", "import", str(file), "--kind", "payment", "--map", "ТГ=telegram", "--dry-run")
    assert "Windows-1251" in run(*call)
    file.write_text(FILE, encoding="utf-8")
    assert "Windows-1251" not in run(*call)
