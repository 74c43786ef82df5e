"""The examples of docs/segmentation.md run as they stand."""

import csv
import re
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[2] / "docs" / "segmentation.md"
EXAMPLES = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_runs(
    example: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Whoever copies it gets an answer."""
    monkeypatch.chdir(tmp_path)
    with (tmp_path / "answers.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(
            [["a", "b"], *([str(i % 3 + 1), "yes" if i % 2 else "no"] for i in range(40))]
        )
    exec(compile(example, PAGE.name, "exec"), {})

    assert capsys.readouterr().out


def test_the_page_has_its_examples() -> None:
    assert len(EXAMPLES) == 2
