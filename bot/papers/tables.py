"""Tables on paper: rows of one scale as a grid, best and worst of a few as sets with boxes."""

from collections.abc import Sequence
from typing import Any

from bot.papers.sheet import ACCENT, HEIGHT, INK, PALE, Sheet
from bot.words import Words
from surveys.maxdiff.asking import PAPER_SEED, sets_of
from surveys.questions import MaxDiff, Question, Scale
from surveys.text import Text

BOX, LINE, GAP = 3.8, 4.6, 6.0
ROW_LETTERS, HEAD_LETTERS, HEAD_LETTERS_SMALL = 9.5, 8.0, 6.5
LABEL_SHARE = 0.45  # Of the width, at least, for what a row of a grid says.
POINT_MAX = 13.0
WORD_MAX = 24.0  # Of a column whose head is words.
WORDS_FROM = 4  # Signs: shorter heads are digits.


def together(questions: Sequence[Question]) -> list[tuple[Question, ...]]:
    """The questions in order; neighbouring rows of one battery, or scales of one kind with a
    prompt each, asked of the same people, as one."""
    found: list[tuple[Question, ...]] = []
    for question in questions:
        last = found[-1][-1] if found else None
        if last is not None and _one_grid(last, question):
            found[-1] = (*found[-1], question)
        else:
            found.append((question,))
    return found


def _one_grid(one: Question, other: Question) -> bool:
    """Whether both are rows of one table: the same scale, asked under the same condition."""
    if not isinstance(one, Scale) or not isinstance(other, Scale):
        return False
    if one.battery is None and (one.hint is not None or other.hint is not None):
        return False  # A row has no room for it.
    return _kind_of(one) == _kind_of(other)


def _kind_of(scale: Scale) -> tuple[object, ...]:
    asked = (scale.battery, scale.low, scale.high, scale.relevant, scale.section)
    if scale.battery is not None:
        return asked
    return *asked, scale.low_label, scale.high_label, scale.labels, scale.gauge


def draw_grid(
    sheet: Sheet, rows: Sequence[tuple[str, Sequence[bool]]], heads: Sequence[str], wide: float
) -> None:
    """A row for each question, a box under each head that it offers."""
    left = sheet.l_margin + 2
    cells = _cells(sheet, heads, (wide - 2) * (1 - LABEL_SHARE))
    label = wide - 2 - sum(cells)
    _grid_heads(sheet, heads, left + label, cells)
    for number, (text, offered) in enumerate(rows):
        lines = _lines(sheet, text, label - 2)
        tall = max(lines * LINE + 2, 7.0)
        if sheet.get_y() + tall > HEIGHT - sheet.b_margin:
            sheet.add_page()
            _grid_heads(sheet, heads, left + label, cells)
        top = sheet.get_y()
        if number % 2 == 0:
            sheet.set_fill_color(243, 246, 248)
            sheet.rect(left - 1, top, wide - 1, tall, style="F")
        sheet.letters(ROW_LETTERS)
        sheet.set_xy(left, top + (tall - lines * LINE) / 2)
        sheet.multi_cell(label - 2, LINE, text, align="L")
        for place, here in enumerate(offered):
            if here:
                middle = left + label + sum(cells[:place]) + cells[place] / 2
                _box(sheet, middle - BOX / 2, top + (tall - BOX) / 2)
        sheet.set_y(top + tall)


def _cells(sheet: Sheet, heads: Sequence[str], room: float) -> list[float]:
    """How wide each column is: no word of a head is torn apart where there is room for it."""
    sheet.letters(HEAD_LETTERS_SMALL)
    cells = [
        POINT_MAX
        if len(head) < WORDS_FROM
        else min(max(sheet.get_string_width(word) + 3.0 for word in head.split()), WORD_MAX)
        for head in heads
    ]
    cells = [max(cell, POINT_MAX) for cell in cells]
    narrower = min(1.0, room / sum(cells))
    return [cell * narrower for cell in cells]


def _grid_heads(sheet: Sheet, heads: Sequence[str], left: float, cells: Sequence[float]) -> None:
    top, bottom = sheet.get_y(), sheet.get_y()
    for place, head in enumerate(heads):
        digits = len(head) < WORDS_FROM
        sheet.letters(ROW_LETTERS if digits else HEAD_LETTERS_SMALL)
        sheet.set_xy(left + sum(cells[:place]), top)
        sheet.multi_cell(cells[place], LINE if digits else 2.9, head, align="C")
        bottom = max(bottom, sheet.get_y())
    sheet.set_y(bottom + 0.8)


def draw_sets(sheet: Sheet, question: MaxDiff, words: Words, wide: float) -> None:
    """Two sets beside each other: best | item | worst."""
    labels = {each.key: each.label.in_language(words.language) for each in question.choices}
    sets = [[labels[key] for key in shown] for shown in sets_of(question, PAPER_SEED)]
    column = (wide - 4 - GAP) / 2
    for first in range(0, len(sets), 2):
        pair = sets[first : first + 2]
        tall = max(_set_height(sheet, shown, column) for shown in pair)
        if sheet.get_y() + tall > HEIGHT - sheet.b_margin:
            sheet.add_page()
        top = sheet.get_y()
        for place, shown in enumerate(pair):
            left = sheet.l_margin + 4 + place * (column + GAP)
            _set(sheet, shown, first + place + 1, left, top, column)
        sheet.set_y(top + tall + 2.5)


def _set(
    sheet: Sheet, shown: Sequence[str], number: int, left: float, top: float, wide: float
) -> None:
    sheet.letters(HEAD_LETTERS, style="B", colour=ACCENT)
    for text, x, align in (("+", left, "L"), (str(number), left, "C"), ("−", left, "R")):
        sheet.set_xy(x, top)
        sheet.cell(wide, 5, text, align=align)
    y = top + 5
    for item in shown:
        lines = _lines(sheet, item, _item_width(wide))
        tall = lines * LINE + 1.6
        sheet.set_draw_color(*PALE)
        sheet.line(left, y, left + wide, y)
        sheet.set_draw_color(*INK)
        for x in (left + 0.5, left + wide - BOX - 0.5):
            _box(sheet, x, y + (tall - BOX) / 2)
        sheet.letters(ROW_LETTERS)
        sheet.set_xy(left + BOX + 3, y + 0.8)
        sheet.multi_cell(_item_width(wide), LINE, item, align="C")
        y += tall


def _item_width(wide: float) -> float:
    return wide - 2 * (BOX + 3)


def _set_height(sheet: Sheet, shown: Sequence[str], wide: float) -> float:
    return 5 + sum(_lines(sheet, item, _item_width(wide)) * LINE + 1.6 for item in shown)


def _lines(sheet: Sheet, text: str, wide: float) -> int:
    sheet.letters(ROW_LETTERS)
    found: Any = sheet.multi_cell(wide, LINE, text, dry_run=True, output="LINES")
    return max(1, len(found))


def _box(sheet: Sheet, x: float, y: float) -> None:
    sheet.set_line_width(0.3)
    sheet.rect(x, y, BOX, BOX)


def heads_of(rows: Sequence[Scale], words: Words) -> tuple[list[str], list[list[bool]]]:
    """The columns of a grid, and which of them each row has: the points, then no answer's."""
    scale = rows[0]
    points = [str(point) for point in range(scale.low, scale.high + 1)]
    if scale.labels:
        points = [label.in_language(words.language) for label in scale.labels]
    columns = [(point, [True] * len(rows)) for point in points]
    for plain, offers in (
        ("button-dont-know", [row.dont_know for row in rows]),
        ("button-prefer-not", [row.prefer_not for row in rows]),
    ):
        said = next((offer for offer in offers if offer), None)
        if said is not None:
            own = said.in_language(words.language) if isinstance(said, Text) else words(plain)
            columns.append((own, [bool(offer) for offer in offers]))
    return [head for head, _ in columns], [
        list(each) for each in zip(*(c for _, c in columns), strict=True)
    ]
