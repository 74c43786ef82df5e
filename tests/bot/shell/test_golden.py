"""`tenkeys golden` over the folder of a run."""

import json
from pathlib import Path

from tests.bot.shell.test_segment import QUICK, is_refused, planted, tenkeys, write


def test_golden_questions_are_told_with_what_they_are_worth(tmp_path: Path) -> None:
    """As a table for people, as JSON for programs; a broken folder is refused."""
    file, out = write(tmp_path / "a.csv", planted(150)), tmp_path / "out"
    tenkeys("segment", file, "--segments", 2, "--id", "id", *QUICK, "--out", out)
    table = tenkeys("golden", out, "--questions", 3)
    told = json.loads(tenkeys("golden", out, "--questions", 3, "--json").stdout)

    assert "whole survey" in table.stdout
    assert [step["questions"] for step in told["steps"]] == [1, 2, 3]
    assert told["steps"][2]["accuracy"] > 0.9
    assert told["adaptive"]["questions"] <= 3
    (out / "answers.npz").write_bytes(b"PK not really")
    assert is_refused(tenkeys("golden", out), telling="answers.npz")
    (out / "answers.npz").unlink()
    assert is_refused(tenkeys("golden", out), telling="answers.npz")
