"""`tenkeys segment` over votes: agree, pass, disagree, mostly not cast."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.bot.shell.test_segment import is_refused, numbers, planted, read, tenkeys, write

HEAD = ["who", *(f"s{j}" for j in range(20))]


WORDS = ("-1", "0", "1")


def camps(first: int, second: int) -> list[list[str]]:
    """Two camps of so many people, half the votes not cast."""
    return ballots(WORDS, np.repeat([0, 1], [first, second])[:, None])


def ballots(words: tuple[str, str, str], camp: Any = None) -> list[list[str]]:
    """Two camps of about 60 people, half the votes not cast."""
    rng = np.random.default_rng(0)
    if camp is None:
        camp = rng.integers(0, 2, 120)[:, None]
    agrees = rng.random((120, 20)) < np.where(camp == np.arange(20) % 2, 0.9, 0.1)
    cells = np.where(agrees, words[2], words[0])
    cells = np.where(rng.random(cells.shape) < 0.1, words[1], cells)
    cells = np.where(rng.random(cells.shape) < 0.45, "", cells)
    return [[f"p{i}", *row] for i, row in enumerate(cells.tolist())]


@pytest.mark.parametrize("words", [("-1", "0", "1"), ("disagree", "pass", "agree")])
def test_sparse_votes_are_told_and_grouped(tmp_path: Path, words: tuple[str, str, str]) -> None:
    """Without a word about the method votes are seen for what they are, and placed alike later."""
    file = write(tmp_path / "votes.csv", ballots(words), HEAD)
    out = tmp_path / "out"
    done = tenkeys("segment", file, "--id", "who", "--stability", 10, "--starts", 5, "--out", out)
    told = numbers(out)

    assert done.exit_code == 0, done.output
    assert (told["method"], told["k"]) == ("votes", 2)
    assert told["statements"]["1"][0]["share"] > told["statements"]["1"][0]["others"]
    page = (out / "report.html").read_text(encoding="utf-8")
    assert "The map of opinions" in page
    assert "Segment 1 · " in page
    again = tenkeys("place", out, file, "--id", "who")
    assert again.stdout == (out / "segments.csv").read_text(encoding="utf-8")
    assert len(read(out / "segments.csv")) == 121


def test_a_small_camp_is_told_and_statements_that_all_agree_on_are_votes(tmp_path: Path) -> None:
    """Nine against the rest are no segment, but they are there; a fixed number shows them."""
    rows = [[who, "1" if i % 3 else "", *cells] for i, (who, *cells) in enumerate(camps(9, 111))]
    file = write(tmp_path / "votes.csv", rows, ["who", "peace", *HEAD[1:]])
    out = tmp_path / "out"
    words = ("--id", "who", "--stability", 0, "--starts", 5, "--out", out)
    done = tenkeys("segment", file, *words)
    told = numbers(out)

    assert (done.exit_code, told["verdict"], told["k"]) == (0, "none", 0)
    assert told["kinds"]["peace"] == "vote"
    assert "fewer than 30 people" in told["verdict_text"]
    assert tenkeys("segment", file, "--segments", 2, *words).exit_code == 0
    assert min(numbers(out)["sizes"]) < 30


def test_what_is_no_vote_is_refused(tmp_path: Path) -> None:
    file = write(tmp_path / "a.csv", planted(80))
    words = ("--method", "votes", "--items", "q0,q1", "--out", tmp_path / "out")

    assert is_refused(tenkeys("segment", file, *words), telling="no votes")


def test_few_votes_are_told_with_what_they_are_worth(tmp_path: Path) -> None:
    """Golden statements, one by one and by lot; too few votes to tell is said in a sentence."""
    rows = [[*a, *b[1:]] for a, b in zip(ballots(WORDS), camps_again(), strict=True)]
    head = ["who", *(f"s{j}" for j in range(40))]
    file, out = write(tmp_path / "votes.csv", rows, head), tmp_path / "out"
    words = ("--id", "who", "--segments", 2, "--stability", 0, "--starts", 5)
    assert tenkeys("segment", file, *words, "--out", out).exit_code == 0
    table = tenkeys("golden", out, "--questions", 9)
    told = json.loads(tenkeys("golden", out, "--questions", 9, "--json").stdout)

    assert "Fewer than 7 votes place nobody" in table.stdout
    assert told["proposed"] >= 7
    assert told["adaptive"]["accuracy"] > 0.9
    calibration = numbers(out)["calibration"]
    assert {c["votes"] for c in calibration} >= {1, 7}
    few = write(tmp_path / "few.csv", [row[:21] for row in rows], head[:21])
    tenkeys("segment", few, *words, "--method", "votes", "--out", tmp_path / "less")
    assert is_refused(tenkeys("golden", tmp_path / "less"), telling="too few people voted")


def camps_again() -> list[list[str]]:
    """The same camps on twenty statements more."""
    rng = np.random.default_rng(0)
    return ballots(WORDS, rng.integers(0, 2, 120)[:, None])


def test_a_column_that_numbers_groups_is_no_vote(tmp_path: Path) -> None:
    """Polis exports its own groups as 0 and 1 beside the votes: they describe groups."""
    rows = [
        [who, "" if i % 3 else str(i % 2), *cells] for i, (who, *cells) in enumerate(camps(60, 60))
    ]
    file = write(tmp_path / "votes.csv", rows, ["who", "group-id", *HEAD[1:]])
    out = tmp_path / "out"
    done = tenkeys("segment", file, "--id", "who", "--stability", 0, "--starts", 5, "--out", out)

    assert done.exit_code == 0, done.output
    assert numbers(out)["kinds"]["group-id"] == "binary"
    assert "group-id" not in numbers(out)["items"]
