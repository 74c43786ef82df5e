"""`tenkeys compare`: two runs held against each other."""

import csv
import json
import random
from pathlib import Path

from tests.bot.shell.test_segment import QUICK, is_refused, planted, tenkeys, write


def runs(tmp_path: Path) -> tuple[Path, Path, list[list[str]]]:
    """One run on the true answers; one on answers that tell nothing of the kinds."""
    rows = planted(160)
    dice = random.Random(4)
    noise = [[row[0], *(dice.choice(("yes", "no")) for _ in row[1:])] for row in rows]
    folders = []
    for name, answers in (("a", rows), ("b", noise)):
        file = write(tmp_path / f"{name}.csv", answers)
        out = tmp_path / name
        done = tenkeys("segment", file, "--segments", 2, "--id", "id", *QUICK, "--out", out)
        assert done.exit_code == 0, done.output
        folders.append(out)
    return folders[0], folders[1], rows


def outcomes(tmp_path: Path, rows: list[list[str]], name: str = "paid") -> Path:
    """What the kinds pay differs; luck does not."""
    dice = random.Random(7)
    file = tmp_path / "outcomes.csv"
    with file.open("w", encoding="utf-8", newline="") as lines:
        table = csv.writer(lines)
        table.writerow(["id", name, "luck"])
        for row in rows:
            paid = 100 * (row[1] == "yes") + dice.randint(0, 40)
            table.writerow([row[0], paid, dice.choice(("yes", "no"))])
    return file


def test_the_better_run_is_named_and_chance_is_not(tmp_path: Path) -> None:
    first, second, rows = runs(tmp_path)
    file = outcomes(tmp_path, rows)

    said = tenkeys("compare", first, second, file, "--id", "id").stdout
    told = json.loads(tenkeys("compare", second, first, file, "--id", "id", "--json").stdout)

    paid, luck = said.splitlines()
    assert paid.startswith("paid (") and paid.endswith("the first is better.")
    assert luck.endswith("cannot tell.")
    assert [each["better"] for each in told] == ["b", None]
    assert told[0]["low"] < told[0]["difference"] < told[0]["high"] < 0


def test_what_a_run_was_made_of_is_refused(tmp_path: Path) -> None:
    """It would be foretold in a circle; ids that nobody knows say nothing."""
    first, second, rows = runs(tmp_path)
    item = next(iter(csv.reader((tmp_path / "a.csv").open(encoding="utf-8"))))[1]

    done = tenkeys("compare", first, second, tmp_path / "a.csv", "--id", "id", "--outcomes", item)
    assert is_refused(done, telling="in a circle")
    file = outcomes(tmp_path, [["x" + row[0], *row[1:]] for row in rows])
    assert "cannot tell" in tenkeys("compare", first, second, file, "--id", "id").stdout
