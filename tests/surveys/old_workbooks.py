"""Spreadsheets of before 2007, .xls: as few records of [MS-XLS] in an [MS-CFB] file as are read."""

import struct

from tests.surveys.spreadsheets import Sheets, cells

_SECTOR = 512
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_BOF, _EOF, _BOUNDSHEET, _CODEPAGE, _LABEL, _NUMBER = 0x809, 0x0A, 0x85, 0x42, 0x204, 0x203


def as_xls(sheets: Sheets) -> bytes:
    """The tables in the format of Excel 97: numbers as numbers, all else as text."""
    globals_end = _record(_EOF)
    start = _record(_BOF, struct.pack("<HHHHII", 0x600, 0x05, 0, 0, 0, 0x600))
    start += _record(_CODEPAGE, struct.pack("<H", 1200))
    bodies = [_sheet(table) for table in sheets.values()]
    names = [_text(name, "<B") for name in sheets]
    at = len(start) + sum(4 + 6 + len(name) for name in names) + len(globals_end)
    stream = start
    for name, body in zip(names, bodies, strict=True):
        stream += _record(_BOUNDSHEET, struct.pack("<IH", at, 0) + name)
        at += len(body)
    return _compound(stream + globals_end + b"".join(bodies))


def _sheet(table: str) -> bytes:
    found = _record(_BOF, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0x600))
    for row, line in enumerate(cells(table)):
        for column, cell in enumerate(line):
            at = struct.pack("<HHH", row, column, 0)
            if cell.isdigit():
                found += _record(_NUMBER, at + struct.pack("<d", float(cell)))
            elif cell:
                found += _record(_LABEL, at + _text(cell, "<H"))
    return found + _record(_EOF)


def _text(words: str, length: str) -> bytes:
    return struct.pack(length, len(words)) + b"\x01" + words.encode("utf-16-le")


def _record(kind: int, data: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def _compound(stream: bytes) -> bytes:
    """The stream "Workbook" alone in a compound file: header, table of sectors, folder, stream."""
    count = max(8, -(-len(stream) // _SECTOR))  # Shorter streams would go somewhere else.
    table = [_FAT, _END, *range(3, count + 2), _END]
    assert len(table) <= _SECTOR // 4, "one sector of the table is enough for a small form"
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16)
    header += struct.pack("<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096,
                          _END, 0, _END, 0)  # fmt: skip
    header += struct.pack("<109I", 0, *[_FREE] * 108)
    listed = struct.pack("<128I", *table, *[_FREE] * (_SECTOR // 4 - len(table)))
    folder = _entry("Root Entry", 5, 1, _END, 0) + _entry("Workbook", 2, _FREE, 2, count * _SECTOR)
    return header + listed + folder.ljust(_SECTOR, b"\0") + stream.ljust(count * _SECTOR, b"\0")


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    written = (name + "\0").encode("utf-16-le")
    sides = struct.pack("<III", _FREE, _FREE, child)
    head = written.ljust(64, b"\0") + struct.pack("<HBB", len(written), kind, 1)
    return head + sides + bytes(36) + struct.pack("<IQ", start, size)
