"""A survey file checked and rehearsed from the shell."""

import json
from pathlib import Path

from typer.testing import CliRunner

from bot.cli import app

EXAMPLES = Path(__file__).parents[3] / "examples"
TRAP = """
survey: trap
language: en
title: A trap
questions:
  - {key: age, number: How old are you?, from: 0, to: 99}
  - {key: even, number: Half of it?, constraint: even * 2 == age and even mod 1 == 0}
  - {key: late, open: Why?, relevant: even * even < 0}
"""


def tenkeys(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["survey", *words])
    return result.exit_code, result.output


def test_every_example_is_in_order_and_walked_to_its_end() -> None:
    """By simulated people; the same seed tells the same."""
    for file in (*EXAMPLES.glob("*.yaml"), *EXAMPLES.glob("*.csv")):
        status, said = tenkeys("check", str(file))
        assert (status, "ready to use" in said) == (0, True), said

        figures = ("rehearse", str(file), "--people", "30", "--seed", "7", "--json")
        status, said = tenkeys(*figures)
        told = json.loads(said)
        assert (told["completed"], told["stuck"], told["simulated"]) == (30, 0, True)
        assert tenkeys(*figures) == (status, said)


def test_faults_are_listed_with_their_places(tmp_path: Path) -> None:
    """Status 2; as sentences, or for machines."""
    file = tmp_path / "f.yaml"
    file.write_text(TRAP.replace("open: Why", "opn: Why"), encoding="utf-8")

    status, said = tenkeys("check", str(file))
    assert status == 2
    assert "mend: line 8, column 17: There is no “opn” here. Perhaps: open" in said

    status, said = tenkeys("check", str(file), "--json")
    [fault] = json.loads(said)
    assert status == 2
    assert (fault["row"], fault["column"], fault["suggestion"]) == (8, 17, "open")
    assert tenkeys("rehearse", str(file))[0] == 2


def test_a_rehearsal_finds_who_is_stuck_and_what_nobody_is_asked(tmp_path: Path) -> None:
    """What no check could decide beforehand."""
    file = tmp_path / "trap.yaml"
    file.write_text(TRAP, encoding="utf-8")

    status, said = tenkeys("rehearse", str(file), "--people", "40")

    assert status == 0
    assert "stuck at even" in said
    assert "never asked: late" in said


def test_a_file_that_is_not_there() -> None:
    status, _ = tenkeys("check", "nowhere.yaml")

    assert status == 2
