"""`tenkeys roster import`: tried dry, written, written again, refused."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import app

FILE = "Дом;Подъезд;Квартира\n12А;1;1\n12А;1;2\n12А;1;\n"


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A roster in cp1251, beside a database of its own."""
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'x.db'}")
    path = tmp_path / "flats.csv"
    path.write_bytes(FILE.encode("cp1251"))
    return path


def test_a_dry_run_writes_nothing_and_an_import_is_written_once(file: Path) -> None:
    def run(*options: str) -> str:
        result = CliRunner().invoke(app, ["roster", "import", str(file), *options])
        assert result.exit_code == 0, result.output
        return result.output

    for _ in range(2):
        dry = json.loads(run("--dry-run", "--json"))
        assert [row["fate"] for row in dry["rows"]] == ["new", "new", "refused"]
        assert (dry["written"], dry["rows"][2]["row"]) == (0, 4)
    tried = run("--dry-run")
    assert "Nothing is written" in tried and "(Windows-1251)" in tried
    assert "2 flats written" in run()
    again = json.loads(run("--json"))
    assert [row["fate"] for row in again["rows"]] == ["unchanged", "unchanged", "refused"]
    assert again["written"] == 0


def test_what_is_no_roster_gets_one_sentence(tmp_path: Path, file: Path) -> None:
    file.write_text("a;b\n1;2\n")

    for path in (file, tmp_path / "none.csv"):
        result = CliRunner().invoke(app, ["roster", "import", str(path)])
        assert result.exit_code == 2
        assert len(result.stderr.strip().splitlines()) == 1
