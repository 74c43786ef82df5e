"""Opinions of divisions by votes in the workbook: one statement of one group a line, as numbers."""

from collections.abc import Iterator, Mapping
from typing import Any

from bot.reports.sentences import Sentences
from bot.reports.sheets import Figure, Sheet
from segmentation.grounds import Grounds
from surveys.piping import without_answers
from use_cases.reporting.illustrating import Illustration
from use_cases.reporting.opining import Opinion, Opinions, VoteShare
from use_cases.reporting.values import SchemeReport

COLUMNS = ("scheme", "segment", "statement", "side", "share", "others")
WIDTHS = (24, 36, 70, 12, 16, 16)


def on_votes(
    says: Sentences, drawn: Mapping[Grounds, Illustration]
) -> list[tuple[SchemeReport, Opinions]]:
    """The report's divisions that rest on votes, with what their groups stand for."""
    found = [(scheme, drawn.get(scheme.grounds)) for scheme in says.report.schemes]
    return [(scheme, each.opinions) for scheme, each in found if each and each.opinions]


def write_opinions(
    sheet: Sheet, says: Sentences, told: list[tuple[SchemeReport, Opinions]]
) -> None:
    """Each group's statements, then what all agree on; a few votes are told in words."""
    sheet.line([says.words(f"column-{column}") for column in COLUMNS], "head")
    for scheme, opinions in told:
        for cells in _lines(says, scheme, opinions):
            sheet.line(cells, *(["text"] * 4), *(["percent"] * 2))
    sheet.skip()
    sheet.merged(says.words("opinions-sheet-note"), len(COLUMNS) - 1)


def _lines(says: Sentences, scheme: SchemeReport, opinions: Opinions) -> Iterator[tuple[Any, ...]]:
    about, names = says.scheme_short(scheme.grounds), says.names(scheme)
    for camp in opinions.camps:
        if camp.segment.number in names:
            for opinion in camp.opinions:
                yield about, names[camp.segment.number], *_cells(says, opinion)
    for opinion in opinions.agreed:
        yield about, says.words("page-common"), *_cells(says, opinion)


def _cells(says: Sentences, opinion: Opinion) -> tuple[Any, ...]:
    side = says.words("side-for" if opinion.agree else "side-against")
    prompt = says.text(without_answers(opinion.question.prompt))
    return prompt, side, _share(says, opinion.share), _share(says, opinion.others)


def _share(says: Sentences, share: VoteShare) -> Figure | str:
    if share.value is None:
        return says.words("trait-most" if share.most else "trait-few")
    return Figure(share.value, "percent")
