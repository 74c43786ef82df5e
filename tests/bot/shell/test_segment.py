"""`tenkeys segment` and `tenkeys place` over small files that each test writes."""

import csv
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from typer.testing import CliRunner, Result

from bot.cli import app
from bot.shell.sentences import FAULTS
from segmentation.sheets.faults import Fault

VERDICTS = {"natural", "reproducible", "constructive", "level only", "none"}
QUICK = ("--starts", "5", "--stability", "0")
FILES = {"segments.csv", "profile.csv", "run.json", "report.html", "model.json", "answers.npz"}


def planted(rows: int, seed: int = 0, questions: int = 6) -> list[list[str]]:
    """Two kinds of people: the one says yes where the other says no; some cells are empty."""
    rng = np.random.default_rng(seed)
    kind = rng.integers(0, 2, rows)[:, None]
    says_yes = (kind + np.arange(questions)) % 2 == 1
    cells = np.where(rng.random((rows, questions)) < np.where(says_yes, 0.9, 0.1), "yes", "no")
    cells = np.where(rng.random(cells.shape) < 0.05, "", cells)
    likes = np.clip(kind * 3 + rng.integers(1, 4, (rows, 1)), 1, 5).astype(str)
    return [[f"p{i}", *row] for i, row in enumerate(np.hstack([cells, likes]).tolist())]


HEAD = ["id", *(f"q{j}" for j in range(6)), "liking"]


def write(path: Path, rows: list[list[str]], head: list[str] | None = None) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([head or HEAD, *rows])
    return path


def read(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def tenkeys(*words: object) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


def numbers(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "run.json").read_text(encoding="utf-8"))
    return found


def is_refused(done: Result, *, telling: str) -> bool:
    """Status 2, nothing on stdout, and one sentence on stderr that tells that."""
    said = done.stderr.rstrip("\n")
    return (
        done.exit_code == 2
        and not done.stdout
        and said.startswith("tenkeys: ")
        and said.endswith(".")
        and "\n" not in said
        and telling in said
    )


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with answers.csv and the run in out/: two segments of 150 people."""
    folder = tmp_path_factory.mktemp("run")
    file = write(folder / "answers.csv", planted(150))
    done = tenkeys("segment", file, "--segments", 2, "--id", "id", *QUICK, "--out", folder / "out")
    assert done.exit_code == 0, done.stderr
    assert "binary: q0" in done.stdout
    return folder


def test_every_row_comes_back_in_order(run: Path) -> None:
    """segments.csv has one line a row, with its id, and the sizes sum to those placed."""
    head, *lines = read(run / "out" / "segments.csv")
    told = numbers(run / "out")

    assert head == ["id", "segment", "probability", "decided"]
    assert [line[0] for line in lines] == [f"p{i}" for i in range(150)]
    assert {line[3] for line in lines} <= {"0", "1"}
    sizes = [sum(line[1] == str(s) for line in lines) for s in (1, 2)]
    assert told["sizes"] == sizes
    assert sum(sizes) == told["placed"] == 150


def test_the_numbers_of_a_run_are_told(run: Path) -> None:
    """run.json holds verdict, fit, starts, timings, versions and the table over k."""
    told = numbers(run / "out")

    assert {p.name for p in (run / "out").iterdir()} == FILES
    assert told["verdict"] in VERDICTS
    assert told["k"] == 2
    assert told["verdict_text"].endswith(".")
    assert told["log_likelihood"] < 0 < told["bic"]
    assert told["within_ss"] > 0
    assert told["stability"] is None
    assert 1 <= told["starts_at_best"] <= told["starts"]
    assert [line["k"] for line in told["per_k"]] == [1, 2]
    assert {"null_independent", "null_level", "tightness"} <= told["per_k"][1].keys()
    assert {"read", "find", "describe", "write"} == told["timings"].keys()
    assert {"python", "tenkeys", "numpy"} <= told["versions"].keys()


def test_the_report_stands_alone(run: Path) -> None:
    """One page without scripts or addresses, with every segment and every item."""
    page = (run / "out" / "report.html").read_text(encoding="utf-8")

    assert "<script" not in page
    assert "http" not in page
    assert page.count('<article class="card">') == 2
    assert all(name in page for name in HEAD[1:])


def test_the_words_of_a_file_are_escaped_in_the_report(tmp_path: Path) -> None:
    """A column may be called as it likes; it stays a name."""
    head = [*HEAD[:-1], "<script>alert(1)</script>"]
    file = write(tmp_path / "a.csv", planted(70), head)
    assert tenkeys("segment", file, "--segments", 2, *QUICK, "--out", tmp_path).exit_code == 0

    assert "<script" not in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_placing_the_same_rows_agrees_with_the_run(run: Path) -> None:
    """Whatever the order of rows and columns, the same answers lead to the same place."""
    rows = [row[::-1] for row in planted(150)[::-1]]
    file = write(run / "turned.csv", rows, HEAD[::-1])
    done = tenkeys("place", run / "out", file, "--id", "id")
    head, *lines = list(csv.reader(done.stdout.splitlines()))

    assert done.exit_code == 0
    assert [head, *lines[::-1]] == read(run / "out" / "segments.csv")


def test_placing_writes_a_file_and_knows_nobody_without_answers(run: Path) -> None:
    """A single row without answers is nowhere; row numbers stand where no id is named."""
    file = write(run / "one.csv", [["x", *[""] * 7], ["y", "yes", *[""] * 6]])
    done = tenkeys("place", run / "out", file, "--out", run / "placed.csv")

    assert (done.exit_code, done.stdout) == (0, "")
    _, nobody, somebody = read(run / "placed.csv")
    assert nobody == ["1", "", "0.0", "0"]
    assert somebody[0] == "2"
    assert somebody[1] in {"1", "2"}


def test_placing_refuses_what_it_cannot_use(run: Path, tmp_path: Path) -> None:
    """A folder without a model, a broken model, and answers to other questions."""
    good = run / "answers.csv"
    other = write(tmp_path / "other.csv", [["1", "2"]], ["a", "b"])
    twice = write(tmp_path / "twice.csv", planted(3)[:1] * 2)

    assert is_refused(tenkeys("place", tmp_path, good), telling="holds no model.json")
    (tmp_path / "model.json").write_text("{}", encoding="utf-8")
    assert is_refused(tenkeys("place", tmp_path, good), telling="not a model")
    assert is_refused(tenkeys("place", run / "out", other), telling="none of the columns")
    assert is_refused(tenkeys("place", run / "out", twice, "--id", "id"), telling="“p0”")
    assert is_refused(tenkeys("place", run / "out", tmp_path / "no.csv"), telling="cannot be read")


def test_a_seed_decides_everything(run: Path, tmp_path: Path) -> None:
    """The same file, options and seed give the same files, timings aside."""
    file = run / "answers.csv"
    words = ("--segments", 2, "--id", "id", *QUICK, "--out", tmp_path)
    assert tenkeys("segment", file, *words).exit_code == 0

    for name in FILES - {"run.json"}:
        assert (tmp_path / name).read_bytes() == (run / "out" / name).read_bytes()
    told, again = numbers(run / "out"), numbers(tmp_path)
    assert told | {"timings": None} == again | {"timings": None}


def test_the_number_is_found_by_itself(tmp_path: Path) -> None:
    """Two planted kinds are two segments, printed as JSON where that is asked for."""
    file = write(tmp_path / "a.csv", planted(150))
    words = ("--starts", 5, "--stability", 1, "--json", "--out", tmp_path / "out")
    done = tenkeys("segment", file, *words)
    told = json.loads(done.stdout)

    assert done.exit_code == 0
    assert told["k"] == 2
    assert told["verdict"] in {"natural", "reproducible"}
    assert told == numbers(tmp_path / "out")
    assert told["stability"] > 0.8


@pytest.mark.parametrize("rows", [10, 59])
def test_few_people_are_no_segments(tmp_path: Path, rows: int) -> None:
    """From 10 to 59 rows the verdict is none, everybody is nowhere, and placing is refused."""
    file = write(tmp_path / "a.csv", planted(rows))
    assert tenkeys("segment", file, "--out", tmp_path / "out").exit_code == 0
    told = numbers(tmp_path / "out")

    assert (told["verdict"], told["k"], told["sizes"], told["placed"]) == ("none", 0, [], 0)
    assert str(rows) in told["verdict_text"]
    assert read(tmp_path / "out" / "segments.csv")[1:] == [
        [str(row), "", "0.0", "0"] for row in range(1, rows + 1)
    ]
    assert is_refused(tenkeys("place", tmp_path / "out", file), telling="no segments")


GOOD = planted(80)
BAD = {
    "one column": (["a"], [["yes"], ["no"]] * 40, "two columns"),
    "constants": (["a", "b"], [["yes", "3"]] * 80, "alike"),
    "all missing": (["a", "b"], [["", "NA"]] * 80, "no answers"),
    "duplicate ids": (HEAD, [["p0", *row[1:]] for row in GOOD], "“p0”"),
    "empty ids": (HEAD, [*GOOD, *[[""] * len(HEAD)] * 2], "“id”"),
    "infinite": (
        HEAD,
        [[*row[:-1], "inf" if i == 7 else row[-1]] for i, row in enumerate(GOOD)],
        "“liking”",
    ),
    "infinite among two": (["a", "b"], [["yes", "1"], ["no", "-inf"]] * 40, "“b”"),
    "few rows": (HEAD, GOOD[:9], "10 rows"),
    "header only": (HEAD, [], "10 rows"),
    "same name": (["id", "a", "a"], [row[:3] for row in GOOD], "“a”"),
    "nameless cells": (["id", "a"], [row[:4] for row in GOOD], "4 cells"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_gets_one_sentence_and_no_output(tmp_path: Path, name: str) -> None:
    """What cannot be segmented is refused before anything is written."""
    head, rows, telling = BAD[name]
    file = write(tmp_path / "a.csv", rows, head)
    words = ("--id", "id") if "id" in head else ()
    done = tenkeys("segment", file, *words, "--out", tmp_path / "out")

    assert is_refused(done, telling=telling), done.output
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("content", "telling"),
    [
        (b"", "empty"),
        (b"\n \n", "empty"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", "PDF"),
        (b"PK\x03\x04\x14\x00", "not a CSV"),
        ("a,b\nДвор,1\n".encode("koi8-r"), "UTF-8"),
        (b"a,b\n\x00,1\n", "not text"),
        (b"a,b\n1,2\n1,2,3\n", "cannot be read as CSV"),
    ],
)
def test_other_files_are_told_for_what_they_are(
    tmp_path: Path, content: bytes, telling: str
) -> None:
    """An empty file, a PDF and a broken table are not answers."""
    file = tmp_path / "a.csv"
    file.write_bytes(content)

    assert is_refused(tenkeys("segment", file, "--out", tmp_path / "out"), telling=telling)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("words", "telling"),
    [
        (("--items", "q0,no such"), "“no such”"),
        (("--items", " "), "no column"),
        (("--weights", "liking", "--id", "none"), "“none”"),
        (("--weights", "q0"), "weights"),
        (("--segments", "0"), "from 1"),
        (("--segments", "99"), "too much alike"),
        (("--segments", "many"), "auto"),
        (("--method", "votes"), "two columns"),
        (("--kinds", "q0,ranking"), "“q0”"),
        (("--kinds", "q0,vote"), "“q0”"),
        (("--kinds", "q0,colour"), "colour"),
        (("--kinds", "q0"), "kind"),
        (("--kinds", "nothing,text"), "“nothing”"),
        (("--kinds", "q0,number"), "“q0”"),
    ],
)
def test_unfit_options_are_refused(tmp_path: Path, words: tuple[str, ...], telling: str) -> None:
    """What is not there, or cannot be, is said in a sentence."""
    file = write(tmp_path / "a.csv", GOOD)
    if words[0] == "--kinds":
        kinds = tmp_path / "kinds.csv"
        kinds.write_text(f"column,kind\n{words[1]}\n", encoding="utf-8")
        words = ("--kinds", str(kinds))

    assert is_refused(tenkeys("segment", file, *words, "--out", tmp_path / "o"), telling=telling)
    assert not (tmp_path / "o").exists()


def test_items_kinds_weights_and_the_second_method(tmp_path: Path) -> None:
    """Quoted names, kinds from a file, weights, k-means, and semicolons between the cells."""
    rows = [[*row, str(1 + i % 3)] for i, row in enumerate(GOOD)]
    text = "\n".join(";".join(row) for row in [["id", "a, b", *HEAD[2:], "w"], *rows])
    (tmp_path / "a.csv").write_text("\ufeff" + text + "\n", encoding="utf-8")
    (tmp_path / "kinds.csv").write_text("liking,categorical\nid,id\n", encoding="utf-8")
    words: tuple[object, ...] = (
        *("--items", '"a, b", q1,q2,liking', "--kinds", tmp_path / "kinds.csv"),
        *("--weights", "w", "--method", "kmeans", "--segments", 3, *QUICK),
    )
    done = tenkeys("segment", tmp_path / "a.csv", *words, "--out", tmp_path / "out")
    told = numbers(tmp_path / "out")

    assert done.exit_code == 0
    assert told["items"] == ["a, b", "q1", "q2", "liking"]
    assert (told["kinds"]["liking"], told["kinds"]["w"]) == ("categorical", "weight")
    assert (told["method"], told["k"]) == ("kmeans", 3)
    assert read(tmp_path / "out" / "segments.csv")[1][0] == "p0"


def test_a_column_that_looks_like_ids_does_not_become_them(tmp_path: Path) -> None:
    """Without --id people are numbered from 1, and the ids are not segmented on."""
    file = write(tmp_path / "a.csv", GOOD)
    tenkeys("segment", file, "--segments", 1, *QUICK, "--out", tmp_path)

    assert [line[0] for line in read(tmp_path / "segments.csv")[1:3]] == ["1", "2"]
    assert "id" not in numbers(tmp_path)["items"]


def test_what_looks_like_votes_is_told_to_be_read_as_steps(tmp_path: Path) -> None:
    """One column of votes among other questions: -1, 0 and 1 are three steps, and called so."""
    rows = [[*row, str(i % 3 - 1)] for i, row in enumerate(GOOD)]
    file = write(tmp_path / "a.csv", rows, [*HEAD, "vote"])
    tenkeys("segment", file, "--segments", 2, *QUICK, "--out", tmp_path)

    assert numbers(tmp_path)["kinds"]["vote"] == "ordinal"


def test_a_folder_that_cannot_be_is_refused(tmp_path: Path) -> None:
    """A file stands where the folder should be."""
    file = write(tmp_path / "a.csv", GOOD)

    assert is_refused(tenkeys("segment", file, "--out", file), telling="cannot be written")


def test_every_fault_of_a_sheet_has_its_sentence() -> None:
    assert FAULTS.keys() == set(Fault)


def test_the_shell_starts_without_heavy_libraries() -> None:
    """Nothing that takes long to import is loaded until it is needed; no bar without terminal."""
    heavy = "{'numpy', 'pandas', 'sklearn', 'scipy', 'jinja2', 'tqdm'}"
    code = f"import sys, bot.cli; sys.exit(str({heavy} & set(sys.modules) or ''))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert done.stderr.strip() == ""
