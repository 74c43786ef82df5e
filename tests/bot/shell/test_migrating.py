"""`tenkeys migrate` over the folders of two runs."""

import json
from pathlib import Path

from tests.bot.shell.test_segment import QUICK, is_refused, planted, tenkeys, write


def segmented(folder: Path, rows: list[list[str]], *words: object) -> Path:
    file = write(folder.with_suffix(".csv"), rows)
    done = tenkeys("segment", file, "--segments", 2, *words, *QUICK, "--out", folder)
    assert done.exit_code == 0, done.output
    return folder


def test_who_moved_is_told_in_words_and_numbers(tmp_path: Path) -> None:
    """Twenty people take over the answers of the other kind."""
    rows = planted(150)
    other = {row[1]: row[1:] for row in rows if row[1]}
    later = [
        [row[0], *other["no" if row[1] == "yes" else "yes"]] if i < 20 else row
        for i, row in enumerate(rows)
    ]
    first = segmented(tmp_path / "a", rows, "--id", "id")
    second = segmented(tmp_path / "b", later, "--id", "id")
    said = tenkeys("migrate", first, second).stdout
    told = json.loads(tenkeys("migrate", first, second, "--json").stdout)

    assert "150 people are in both runs" in said
    assert 0.08 < told["migration"]["moved"] < 0.2
    assert {m["id"] for m in told["movers"]} <= {f"p{i}" for i in range(20)}
    assert all(m["answers"] for m in told["movers"])


def test_strangers_and_runs_without_segments(tmp_path: Path) -> None:
    """Nobody in common is said; a run without segments is refused."""
    rows = planted(150)
    first = segmented(tmp_path / "a", rows, "--id", "id")
    second = segmented(tmp_path / "b", [["x" + row[0], *row[1:]] for row in rows], "--id", "id")
    tenkeys("segment", write(tmp_path / "few.csv", rows[:30]), "--out", tmp_path / "few")

    assert "Nobody is in both runs" in tenkeys("migrate", first, second).stdout
    assert is_refused(tenkeys("migrate", first, tmp_path / "few"), telling="no segments")


def test_runs_on_other_questions_sound_no_alarm(tmp_path: Path) -> None:
    """That the earlier segments are unsure without their questions is no drift, and is said."""
    rows = planted(150)
    first = segmented(tmp_path / "a", rows, "--id", "id")
    second = segmented(tmp_path / "b", rows, "--id", "id", "--items", "q0,q1")
    said = tenkeys("migrate", first, second).stdout

    assert "does not rest on q2, q3, q4, q5, liking" in said
    assert "ALARM" not in said
