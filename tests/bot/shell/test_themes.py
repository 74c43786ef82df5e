"""`tenkeys segment` and `place` on files with a column of own words."""

import json
from pathlib import Path

import numpy as np
import pytest

from tests.bot.shell.test_segment import numbers, planted, read, tenkeys, write
from tests.segmentation.themes.texts import HEATING, answers, shuffled

HEAD = ["id", *(f"q{j}" for j in range(6)), "liking", "complaint"]
QUICK = ("--segments", "2", "--starts", "3", "--stability", "0", "--id", "id")


def file_of(path: Path, texts: list[str]) -> Path:
    rows = planted(len(texts))
    return write(path, [[*row, text] for row, text in zip(rows, texts, strict=True)], HEAD)


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """186 people of two kinds, each with a complaint; ten wrote none."""
    folder = tmp_path_factory.mktemp("themes")
    texts = [answers()[i] for i in np.random.default_rng(2).permutation(len(answers()))]
    file_of(folder / "answers.csv", [*[""] * 8, "-98", "-9000000000000980", *texts[10:]])
    done = tenkeys("segment", folder / "answers.csv", "--out", folder / "out", *QUICK)
    assert done.exit_code == 0, done.stderr
    assert "themes of complaint" in done.stdout
    return folder


def test_themes_stand_in_the_results_as_one_question(run: Path) -> None:
    told = numbers(run / "out")
    assert told["kinds"]["complaint"] == "text"
    assert "complaint" in told["items"]
    found = told["themes"]["complaint"]
    assert found["exploratory"] is True
    assert found["answered"] == len(answers()) - 10
    assert all(t["low"] < t["share"] < t["high"] and t["people"] >= 5 for t in found["themes"])
    names = {theme["name"] for theme in found["themes"]}
    assert {row[2] for row in read(run / "out" / "profile.csv") if row[1] == "complaint"} <= names
    page = (run / "out" / "report.html").read_text(encoding="utf-8")
    assert "Themes of “complaint”" in page
    assert all(name in page for name in names)


def test_own_words_are_no_golden_question(run: Path) -> None:
    """They are part of where the whole survey puts people; a short form does not ask for them."""
    done = tenkeys("golden", run / "out", "--json")
    asked = [step["item"] for step in json.loads(done.stdout)["steps"]]
    assert set(asked) == {*(f"q{j}" for j in range(6)), "liking"}


def test_no_answer_is_written_to_the_folder(run: Path) -> None:
    for name in ("themes.json", "model.json", "run.json", "report.html"):
        text = (run / "out" / name).read_text(encoding="utf-8").casefold()
        assert not any(answer.casefold() in text for answer in answers()), name


def test_placing_the_same_rows_finds_the_same_segments(run: Path) -> None:
    done = tenkeys("place", run / "out", run / "answers.csv", "--id", "id")
    assert done.exit_code == 0, done.stderr
    assert done.stdout == (run / "out" / "segments.csv").read_text(encoding="utf-8")


def test_somebody_who_only_complains_is_placed_by_the_theme(run: Path) -> None:
    new = run / "new.csv"
    write(new, [["1", f"{HEATING[0][0]} {HEATING[1][0]}"], ["2", ""]], ["id", "complaint"])
    rows = tenkeys("place", run / "out", new, "--id", "id").stdout.splitlines()
    assert rows[1].split(",")[1] in {"1", "2"}
    assert rows[2].split(",")[1] == ""


def test_themes_of_an_encoder_that_is_missing_are_told(run: Path, tmp_path: Path) -> None:
    for name in ("model.json", "themes.json"):
        (tmp_path / name).write_bytes((run / "out" / name).read_bytes())
    kept = json.loads((tmp_path / "themes.json").read_text(encoding="utf-8"))
    kept["complaint"]["encoder"] = "another 9"
    (tmp_path / "themes.json").write_text(json.dumps(kept), encoding="utf-8")
    done = tenkeys("place", tmp_path, run / "answers.csv")
    assert done.exit_code == 2
    assert "another 9" in done.stderr


def test_a_column_without_themes_is_left_out_or_refused(tmp_path: Path) -> None:
    answered = file_of(tmp_path / "a.csv", shuffled(answers()[::2], 1))
    done = tenkeys("segment", answered, "--out", tmp_path / "out", *QUICK)
    assert done.exit_code == 0, done.stderr
    assert numbers(tmp_path / "out")["themes"] == {}
    asked = ("--items", "q0,q1,complaint")
    done = tenkeys("segment", answered, "--out", tmp_path / "b", *QUICK, *asked)
    assert done.exit_code == 2
    assert "no themes were found" in done.stderr
