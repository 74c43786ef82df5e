"""`tenkeys export`: three versions of a survey line up, and bad calls are told in a sentence."""

import asyncio
import csv
import json
import shutil
from collections.abc import Mapping
from pathlib import Path

import pyreadstat
import pytest
from typer.testing import CliRunner

from bot.cli import app
from storage.database import Database
from surveys.answers import Answer, Chosen, Picked, Rated, Written
from surveys.questions import ChoiceKey, Survey
from surveys.yaml.reader import read_survey
from tests.makers import a_completed_walk, a_resident, an_open_survey

HEAD = "survey: yard\nlanguages: [uk]\ntitle: Двір\nquestions:\n"
NEEDS = "  - key: needs\n    multiple: {said}\n    choices: {choices}\n"
QUIET = "  - {key: quiet, scale: Чи тихо у вас?, dont_know: true}\n"
WORDS = "  - {key: words, open: Що ще?}\n"
VERSIONS: tuple[tuple[str, Mapping[str, Answer]], ...] = (
    (
        HEAD + NEEDS.format(said="Що потрібно?", choices="{lift: Ліфт, bench: Лава}") + QUIET,
        {"needs": Picked((ChoiceKey("lift"),)), "quiet": Rated(2)},
    ),
    (
        HEAD + WORDS + NEEDS.format(said="Що треба?", choices="{tree: Дерево, bench: Лавка}"),
        {"needs": Picked((ChoiceKey("tree"),)), "words": Written("=Лавки")},
    ),
    (
        HEAD
        + "  - key: needs\n    single: Що одне?\n    choices: {bench: Лавка, tree: Дерево}\n"
        + QUIET,
        {"needs": Chosen(ChoiceKey("tree")), "quiet": Rated(5)},
    ),
)


@pytest.fixture(scope="module")
def database(empty_database: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A house whose survey had three versions, each answered by somebody."""
    path = tmp_path_factory.mktemp("export") / "house.db"
    shutil.copyfile(empty_database, path)
    url = f"sqlite:///{path}"

    async def live() -> None:
        opened = Database(url)
        async with opened.open_work() as work:
            author = await a_resident(work, "Марія")
            for text, answers in VERSIONS:
                survey = read_survey(text)
                assert isinstance(survey, Survey), survey
                stored = await an_open_survey(work, author, survey)
                await a_completed_walk(work, stored, await a_resident(work), answers)
            await work.commit()
        await opened.close()

    asyncio.run(live())
    return url


def tenkeys(*words: object) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["export", *map(str, words)])
    return result.exit_code, result.output


def test_three_versions_line_up(database: str, tmp_path: Path) -> None:
    """By key, whatever the order, the wording and the kind of question."""
    out = tmp_path / "yard.csv"
    assert tenkeys("yard", "--out", out, "--database", database)[0] == 0

    with out.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    shown = {name: [row[name] for row in rows] for name in rows[0] if not name.startswith("r_")}
    assert shown == {
        "needs_2": ["-96", "-96", "2"],
        "quiet": ["2", "-96", "5"],
        "words": ["", "=Лавки", ""],
        "words_status": ["-96", "1", "-96"],
        "needs_tree": ["-96", "1", "-96"],
        "needs_lift": ["1", "-96", "-96"],
        "needs_bench": ["0", "0", "-96"],
    }
    assert [row["r_version"] for row in rows] == ["1", "2", "3"]
    codebook = out.with_name("yard.csv.codebook.csv").read_text(encoding="utf-8")
    assert "up to version 1: Що потрібно?" not in codebook  # An item tells its own history.
    assert "up to version 1: Лава" in codebook


def test_spss_gets_labels_levels_and_reasons(database: str, tmp_path: Path) -> None:
    out = tmp_path / "yard.sav"
    words = ("--format", "sav", "--language", "uk", "--database", database)
    assert tenkeys("yard", "--out", out, *words)[0] == 0

    frame, meta = pyreadstat.read_sav(str(out), user_missing=True)
    assert meta.column_names_to_labels["needs_bench"] == "Що треба? — Лавка"
    assert meta.variable_value_labels["needs_bench"] | {} == {
        0: "не позначено",
        1: "позначено",
        -95: "не дійшли",
        -96: "не показували",
        -97: "пропущено",
        -98: "не знаю",
        -99: "не хочу відповідати",
    }
    assert meta.missing_ranges["quiet"] == [{"lo": -99.0, "hi": -95.0}]
    assert meta.variable_measure["quiet"] == "ordinal"
    assert list(frame["quiet"]) == [2, -96, 5]
    read, _ = pyreadstat.read_sav(str(out))
    assert read["quiet"].isna().tolist() == [False, True, False]


def test_json_and_long_and_xlsx(database: str, tmp_path: Path) -> None:
    for kind in ("json", "long", "xlsx"):
        out = tmp_path / f"yard.{kind}"
        assert tenkeys("yard", "--out", out, "--format", kind, "--database", database)[0] == 0
    rows = json.loads((tmp_path / "yard.json").read_text())["rows"]
    assert [row["needs_2"] for row in rows] == [-96, -96, 2]
    long = (tmp_path / "yard.long").read_text()
    assert ",needs_2,needs,,answered,2,Дерево," in long
    assert (tmp_path / "yard.xlsx").read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["roof", "--out", "x.csv"], "no published survey has the key “roof”"),
        (["yard", "--out", "nowhere/x.csv"], "there is no folder"),
        (["yard", "--out", "."], "is a folder"),
        (["yard", "--out", "x.csv", "--language", "de"], "--language is one of ru, uk, en"),
        (["yard", "--out", "x.csv", "--database", "sqlite:///no.db"], "there is no database"),
        (["yard", "--out", "x.csv", "--database", "mysql://x"], "only sqlite and postgresql"),
        (["yard", "--out", "x.csv", "--format", "dbf"], "is not one of 'xlsx'"),
    ],
)
def test_bad_calls(
    words: list[str], said: str, database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Status 2, one sentence, and no file begun."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", database)
    status, told = tenkeys(*words)

    assert (status, said in " ".join(told.split())) == (2, True), told
    assert list(tmp_path.iterdir()) == []
