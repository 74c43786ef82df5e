"""Odd options and odd weights get one sentence, status 2 and no output; odd answers get a run."""

from pathlib import Path

import pytest

from tests.bot.shell.test_segment import HEAD, QUICK, is_refused, numbers, planted, tenkeys, write

ANSWERS = planted(80)


@pytest.mark.parametrize(
    ("words", "telling"),
    [
        (("--segments", "-1"), "auto"),
        (("--segments", "2.0"), "auto"),
        (("--segments", ""), "auto"),
        (("--segments", "²"), "auto"),
        (("--segments", "1e3"), "auto"),
        (("--segments", "101"), "from 1"),
        (("--seed", "x"), "--seed"),
        (("--seed", "-1"), "--seed"),
        (("--starts", "0"), "--starts"),
        (("--stability", "-1"), "--stability"),
        (("--method", "magic"), "magic"),
        (("--unheard-of",), "--unheard-of"),
    ],
)
def test_odd_options_are_refused_in_one_sentence(
    tmp_path: Path, words: tuple[str, ...], telling: str
) -> None:
    file = write(tmp_path / "a.csv", ANSWERS)
    done = tenkeys("segment", file, *words, "--out", tmp_path / "out")

    assert is_refused(done, telling=telling), done.output
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("odd", ["nan", "inf", "-inf", "-1", "", "much"])
def test_odd_weights_are_refused_in_one_sentence(tmp_path: Path, odd: str) -> None:
    """One weight that is none spoils the column, and the sentence names it."""
    rows = [[*row, odd if i == 7 else "1"] for i, row in enumerate(ANSWERS)]
    file = write(tmp_path / "a.csv", rows, [*HEAD, "mass"])
    done = tenkeys("segment", file, "--weights", "mass", "--out", tmp_path / "out")

    assert is_refused(done, telling="“mass”"), done.output
    assert not (tmp_path / "out").exists()


def test_a_comma_that_may_part_thousands_is_refused(tmp_path: Path) -> None:
    """1,000 is a thousand or one: nobody is segmented on a guess."""
    rows = [[*row, f"1,{100 + i}" if i % 2 else f"{900 + i}"] for i, row in enumerate(ANSWERS)]
    file = write(tmp_path / "a.csv", rows, [*HEAD, "rent"])
    done = tenkeys("segment", file, *QUICK, "--out", tmp_path / "out")

    assert is_refused(done, telling="“rent”"), done.output
    assert not (tmp_path / "out").exists()


def test_weights_of_nothing_but_zero_are_refused(tmp_path: Path) -> None:
    file = write(tmp_path / "a.csv", [[*row, "0"] for row in ANSWERS], [*HEAD, "mass"])

    done = tenkeys("segment", file, "--weights", "mass", "--out", tmp_path / "out")
    assert is_refused(done, telling="“mass”")


def test_one_person_unlike_sixty_others_is_no_segment(tmp_path: Path) -> None:
    file = write(tmp_path / "a.csv", [ANSWERS[0]] * 60 + [ANSWERS[1]])
    done = tenkeys("segment", file, *QUICK, "--out", tmp_path / "out")

    assert done.exit_code == 0, done.output
    assert numbers(tmp_path / "out")["verdict"] == "none"


@pytest.mark.parametrize("method", ["mixture", "kmeans"])
def test_a_number_far_too_large_is_carried_out(tmp_path: Path, method: str) -> None:
    """Nearly as many segments as kinds of sheets: some stay empty, the sizes still add up."""
    file = write(tmp_path / "a.csv", ANSWERS)
    words = ("--method", method, "--segments", 25, "--starts", 2, "--stability", 10)
    done = tenkeys("segment", file, *words, "--out", tmp_path / "out")
    told = numbers(tmp_path / "out")

    assert done.exit_code == 0, done.output
    assert (told["k"], sum(told["sizes"])) == (25, 80)
    assert told["stability"] is not None
