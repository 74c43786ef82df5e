"""Files as their owners send them: large where nothing is, with signs that nobody sees."""

import io
import re
import zipfile

import pytest
from openpyxl import Workbook

from use_cases.importing.cells import COLUMNS_MAX, Unread, Unreadable, grids


def _book(*, says: bytes | None = None, padding: int = 0) -> bytes:
    """A workbook of two rows; `says` is what it tells of its size, `padding` bytes lie beside."""
    book = Workbook()
    assert book.active is not None
    book.active.append(["Телефон", "Сумма"])
    book.active.append(["\u202a+380 67 123-45-67\u202c", 5])
    plain, changed = io.BytesIO(), io.BytesIO()
    book.save(plain)
    with (
        zipfile.ZipFile(plain) as before,
        zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for name in before.namelist():
            part = before.read(name)
            if says is not None:
                part = re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="' + says + b'"', part)
            after.writestr(name, part)
        if padding:
            after.writestr("xl/media/picture.bin", b"\0" * padding)
    return changed.getvalue()


def test_a_workbook_that_says_it_is_wide_is_as_wide_as_what_it_holds() -> None:
    """A row coloured to its very end makes sixteen thousand columns of two."""
    (grid,) = grids(_book(says=b"A1:XFD1048576"))
    assert grid == [["Телефон", "Сумма"], ["+380 67 123-45-67", "5"]]
    assert all(len(row) <= COLUMNS_MAX for row in grid)


def test_a_small_archive_with_a_very_large_file_is_not_unpacked() -> None:
    with pytest.raises(Unreadable) as fault:
        list(grids(_book(padding=160_000_000)))
    assert fault.value.why is Unread.TOO_LONG


def test_signs_that_databases_refuse_are_left_out_of_text_in_two_bytes() -> None:
    text = "Telegram;Имя\n1;Ве\x00ра\u200b"
    *_, grid = grids(("\ufeff" + text).encode("utf-16-le"))
    assert grid == [["Telegram", "Имя"], ["1", "Вера"]]
