"""`tenkeys place` with files that lack something, that were changed, or that it would destroy."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.bot.shell.test_segment import HEAD, QUICK, is_refused, planted, tenkeys, write

Change = Callable[[dict[str, Any]], None]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with answers.csv and its run in out/."""
    folder = tmp_path_factory.mktemp("placing")
    file = write(folder / "answers.csv", planted(80))
    words = ("--segments", 2, "--id", "id", *QUICK)
    assert tenkeys("segment", file, *words, "--out", folder / "out").exit_code == 0
    return folder


def test_a_question_that_the_file_lacks_is_named(folder: Path) -> None:
    """People are placed by the rest, and nobody wonders why they are less sure."""
    rows = [row[:2] + row[3:] for row in planted(80)]
    file = write(folder / "fewer.csv", rows, HEAD[:2] + HEAD[3:])

    done = tenkeys("place", folder / "out", file, "--id", "id")

    assert done.exit_code == 0
    assert f"“{HEAD[2]}”" in done.stderr
    assert HEAD[1] not in done.stderr
    assert len(done.stdout.splitlines()) == 81


def test_answers_are_never_written_over(folder: Path) -> None:
    """Neither by the places of their people nor by a run, under whatever name."""
    file = folder / "answers.csv"
    before = file.read_bytes()
    link = folder / "link.csv"
    link.symlink_to(file)
    kept = write(folder / "segments.csv", planted(80))

    assert is_refused(tenkeys("place", folder / "out", file, "--out", link), telling="is read")
    model = folder / "out" / "model.json"
    assert is_refused(tenkeys("place", folder / "out", file, "--out", model), telling="is read")
    done = tenkeys("segment", kept, "--id", "id", *QUICK, "--out", folder)
    assert is_refused(done, telling="is read")
    assert file.read_bytes() == before
    assert kept.read_bytes() == before


def _shares_short(data: dict[str, Any]) -> None:
    data["model"]["shares"].pop()


def _a_column_short(data: dict[str, Any]) -> None:
    data["model"]["columns"][0]["probabilities"].pop()


def _no_number(data: dict[str, Any]) -> None:
    data["model"]["columns"][0]["probabilities"][0][0] = float("nan")


def _no_segments(data: dict[str, Any]) -> None:
    data["segments"] = []


@pytest.mark.parametrize("change", [_shares_short, _a_column_short, _no_number, _no_segments])
def test_a_model_that_does_not_fit_together_is_refused(
    folder: Path, tmp_path: Path, change: Change
) -> None:
    """Somebody edited it, or half of it was copied: one sentence, and nobody is placed."""
    data = json.loads((folder / "out" / "model.json").read_text(encoding="utf-8"))
    change(data)
    (tmp_path / "model.json").write_text(json.dumps(data), encoding="utf-8")

    assert is_refused(tenkeys("place", tmp_path, folder / "answers.csv"), telling="not a model")


def test_a_share_that_rounding_put_past_one_is_none_of_those(folder: Path, tmp_path: Path) -> None:
    """A run that was kept is read, whatever the last digit of its numbers."""
    data = json.loads((folder / "out" / "model.json").read_text(encoding="utf-8"))
    data["model"]["columns"][0]["probabilities"][0] = [1.0000000000000002, 1e-12]
    (tmp_path / "model.json").write_text(json.dumps(data), encoding="utf-8")

    assert tenkeys("place", tmp_path, folder / "answers.csv", "--id", "id").exit_code == 0
