"""The codebook: what every column and every number in it means, as rows of a table."""

from collections.abc import Iterator, Sequence

from bot.exports.labels import Labels
from use_cases.exporting.values import Column, Earlier

HEADINGS = (
    "name",
    "label",
    "shape",
    "measure",
    "code",
    "code-label",
    "question",
    "choice",
    "versions",
    "earlier",
)

CodebookRow = tuple[str | int | None, ...]


def headings(labels: Labels) -> list[str]:
    """What the codebook's own columns are called."""
    return [labels.words(f"export-codebook-{name}") for name in HEADINGS]


def codebook_rows(columns: Sequence[Column], labels: Labels) -> Iterator[CodebookRow]:
    """A row for each column, and under it a row for each of its numbers."""
    for column in columns:
        yield (
            column.name,
            labels.column(column),
            labels.words(f"export-shape-{column.shape}"),
            labels.words(f"export-measure-{column.measure}"),
            None,
            None,
            column.question or None,
            column.choice or None,
            ", ".join(map(str, column.versions)) or None,
            _earlier(column.earlier, labels),
        )
        own = {code.value: code for code in column.codes}
        for number, label in labels.codes(column).items():
            code = own.get(number)
            yield (
                column.name,
                None,
                None,
                None,
                number,
                label,
                column.question or None,
                (code and code.key) or column.choice or None,
                None,
                _earlier(code.earlier, labels) if code else None,
            )


def _earlier(wordings: Sequence[Earlier], labels: Labels) -> str | None:
    """ "until 2: Do you need benches?", one a line."""
    lines = [
        labels.words(
            "export-codebook-until",
            version=each.version,
            text=each.text.in_language(labels.language),
        )
        for each in wordings
    ]
    return "\n".join(lines) or None
