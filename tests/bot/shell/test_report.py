"""The page of `tenkeys segment` in three languages."""

import re
from pathlib import Path

import pytest

from tests.bot.shell.test_segment import HEAD, planted, tenkeys, write


@pytest.mark.parametrize(
    ("language", "says"),
    [("ru", "Сколько людей"), ("uk", "Скільки людей"), ("en", "How large each segment is")],
)
def test_the_page_speaks_the_language_asked_for(tmp_path: Path, language: str, says: str) -> None:
    """Every heading and the picture's own words; names of columns stay as they are."""
    rows = [[*row, "owner" if row[1] == "yes" else "tenant"] for row in planted(150)]
    file = write(tmp_path / "a.csv", rows, [*HEAD, "home"])
    words = ("--items", ",".join(HEAD[1:]), "--segments", 2, "--starts", 3, "--stability", 10)
    done = tenkeys("segment", file, *words, "--language", language, "--out", tmp_path / "out")
    page = (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    seen = re.sub(r"<style>.*?</style>|<[^>]+>", " ", page, flags=re.DOTALL)

    assert done.exit_code == 0, done.output
    assert f'<html lang="{language}">' in page
    assert says in seen
    assert 'class="scene"' in page
    assert "home" in seen
    if language != "en":
        assert not re.search(r"\b(segments?|everybody|people)\b", seen)
