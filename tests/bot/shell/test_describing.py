"""What `tenkeys segment` says beyond the items: descriptors, scales, straight lines."""

from pathlib import Path

import numpy as np

from tests.bot.shell.test_segment import (
    HEAD,
    QUICK,
    is_refused,
    numbers,
    planted,
    read,
    tenkeys,
    write,
)


def test_other_columns_describe_the_segments(tmp_path: Path) -> None:
    """A column that is not segmented on goes with one of the kinds, and that is told."""
    rows = [
        [*row, "owner" if row[1] == "yes" else "tenant", str(i % 7)]
        for i, row in enumerate(planted(150))
    ]
    file = write(tmp_path / "a.csv", rows, [*HEAD, "home", "noise"])
    words = ("--items", ",".join(HEAD[2:]), "--segments", 2, "--id", "id", *QUICK)
    done = tenkeys("segment", file, *words, "--out", tmp_path / "out")
    told = numbers(tmp_path / "out")["descriptors"]

    assert done.exit_code == 0, done.output
    assert {line["item"] for line in told} >= {"home"}
    assert all(line["item"] not in HEAD[2:] and line["p_adjusted"] <= 0.05 for line in told)
    assert read(tmp_path / "out" / "descriptors.csv")[0][:4] == [
        "segment",
        "item",
        "option",
        "value",
    ]


def test_styles_of_answering_are_told_last_and_as_no_proof(tmp_path: Path) -> None:
    """They are read off the very answers that made the segments."""
    dice = np.random.default_rng(3)
    rows = [
        [str(i), *map(str, dice.integers(1, 3, 6) + 3 * (i % 2)), "own" if i % 2 else "let"]
        for i in range(90)
    ]
    head = ["id", *"abcdef", "home"]
    file = write(tmp_path / "a.csv", rows, head)
    words = ("--items", "a,b,c,d,e,f", "--segments", 2, "--id", "id", *QUICK)
    done = tenkeys("segment", file, *words, "--out", tmp_path / "out")
    page = (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    card = page[page.index("What else sets them apart") :]

    assert done.exit_code == 0, done.output
    assert card.index("home") < card.index("height of ratings")
    assert "it proves nothing" in page


def test_scales_are_measured_and_odd_ones_refused(tmp_path: Path) -> None:
    """A file names the scales; columns that are not there are refused, nothing is written."""
    rows = [[f"p{i}", *(str(1 + (i * 7 + j * (i % 3)) % 5) for j in range(6))] for i in range(80)]
    file = write(tmp_path / "a.csv", rows, ["id", *(f"s{j}" for j in range(6))])
    scales = tmp_path / "scales.csv"
    scales.write_text(
        "scale,column,reversed\ncalm,s0,\ncalm,s1,yes\ncalm,s2,no\n", encoding="utf-8"
    )
    done = tenkeys("segment", file, "--scales", scales, *QUICK, "--out", tmp_path / "out")
    told = numbers(tmp_path / "out")

    assert done.exit_code == 0, done.output
    assert told["scales"]["calm"]["items"] == 3
    assert told["scales"]["calm"]["poor"] is True
    assert told["straight_lines"] is not None
    scales.write_text("calm,nowhere\n", encoding="utf-8")
    done = tenkeys("segment", file, "--scales", scales, "--out", tmp_path / "none")
    assert is_refused(done, telling="“nowhere”")
    assert not (tmp_path / "none").exists()


def test_segments_can_rest_on_scores_of_scales(tmp_path: Path) -> None:
    """The columns of a scale are its score, reversed ones turned; newcomers are placed by it."""
    calm = [[5, 5, 1, 4], [1, 2, 5, 1]]
    rows = [
        [
            f"p{i}",
            *(str(min(5, max(1, c + (i * (j + 3)) % 3 - 1))) for j, c in enumerate(calm[i % 2])),
        ]
        for i in range(120)
    ]
    file = write(tmp_path / "a.csv", rows, ["id", *(f"s{j}" for j in range(4))])
    scales = tmp_path / "scales.csv"
    scales.write_text("calm,s0\ncalm,s1\ncalm,s2,yes\ncalm,s3\n", encoding="utf-8")
    words = ("--scales", scales, "--segments", 2, "--id", "id", *QUICK, "--by-scales")
    done = tenkeys("segment", file, *words, "--out", tmp_path / "out")

    assert done.exit_code == 0, done.output
    told = numbers(tmp_path / "out")
    assert told["items"] == ["scale:calm"]
    assert told["scales"]["calm"]["poor"] is False
    assert told["descriptors"] == []
    placed = tenkeys("place", tmp_path / "out", file, "--id", "id")
    assert placed.exit_code == 0, placed.output
    assert placed.output == (tmp_path / "out" / "segments.csv").read_text(encoding="utf-8")
    halves = {line.split(",")[1] for line in placed.output.splitlines()[1::2]}
    assert len(halves) == 1

    scales.write_text("calm,s0\ncalm,s1\n", encoding="utf-8")
    done = tenkeys("segment", file, *words, "--out", tmp_path / "none")
    assert is_refused(done, telling="fewer than 3 columns")
    done = tenkeys("segment", file, "--by-scales", "--out", tmp_path / "none")
    assert is_refused(done, telling="--scales")
