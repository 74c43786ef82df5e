"""One A4 document: its letters, its QR codes, its boxes and lines."""

from importlib.util import find_spec
from pathlib import Path
from typing import Any

import segno
from fpdf import FPDF

WIDTH, HEIGHT = 210.0, 297.0
ACCENT = (42, 111, 151)  # "Key blue", #2A6F97.
INK, PALE = (25, 25, 25), (150, 150, 150)
FAMILY, CODE_FAMILY = "dejavu", "dejavumono"
_QUIET = 4  # Modules of white around a QR code, as its standard asks.


def _fonts() -> Path:
    """Where matplotlib keeps the letters that it brings along, without loading it."""
    found = find_spec("matplotlib")
    assert found is not None and found.submodule_search_locations, "matplotlib is pinned"
    return Path(found.submodule_search_locations[0]) / "mpl-data" / "fonts" / "ttf"


class Sheet(FPDF):
    """A4, with Cyrillic letters; `foot` stands at the end of each page, before its number."""

    def __init__(self, title: str, language: str, *, foot: str = "") -> None:
        super().__init__(format="A4", unit="mm")
        folder = _fonts()
        for style, name in (("", "DejaVuSans"), ("B", "DejaVuSans-Bold")):
            self.add_font(FAMILY, style, folder / f"{name}.ttf")
        self.add_font(FAMILY, "I", folder / "DejaVuSans-Oblique.ttf")
        self.add_font(CODE_FAMILY, "B", folder / "DejaVuSansMono-Bold.ttf")
        self.foot = foot
        self.set_title(title)
        self.set_lang(language)
        self.set_creator("Tenkeys")
        self.letters(11)

    def letters(
        self,
        size: float,
        *,
        style: str = "",
        colour: tuple[int, int, int] = INK,
        code: bool = False,
    ) -> None:
        """What is written from now on looks so; `code` has letters of equal width."""
        self.set_font(CODE_FAMILY if code else FAMILY, "B" if code else style, size)
        self.set_text_color(*colour)

    def footer(self) -> None:
        """Called by fpdf at the end of every page."""
        if self.foot:
            self.set_y(-13)
            self.letters(8, colour=PALE)
            self.cell(0, 6, self.foot)
            self.set_x(self.l_margin)
            self.cell(0, 6, f"{self.page_no()} / {{nb}}", align="R")

    def qr(self, content: str, x: float, y: float, side: float) -> None:
        """A QR code with its quiet zone inside the square; drawn, so it stays sharp at any size."""
        rows = [list(row) for row in segno.make_qr(content, error="m").matrix]
        module = side / (len(rows) + 2 * _QUIET)
        self.set_fill_color(255, 255, 255)
        self.rect(x, y, side, side, style="F")
        self.set_fill_color(0, 0, 0)
        for down, row in enumerate(rows):
            for start, length in _runs(row):
                left, top = x + (start + _QUIET) * module, y + (down + _QUIET) * module
                # A hair taller and wider, so that no viewer shows white seams.
                self.rect(left, top, length * module + 0.01, module + 0.01, style="F")

    def fitted(
        self, text: str, size: float, width: float, *, style: str = "B", least: float = 7
    ) -> float:
        """Set letters as large as `size`, smaller where the text would be wider; the size set."""
        self.letters(size, style=style)
        while size > least and self.get_string_width(text) > width:
            size -= 0.5
            self.letters(size, style=style)
        return size

    def done(self) -> bytes:
        return bytes(self.output())


def _runs(row: list[Any]) -> list[tuple[int, int]]:
    """The dark stretches of a row: (start, length)."""
    runs: list[tuple[int, int]] = []
    for place, dark in enumerate(row):
        if not dark:
            continue
        if runs and sum(runs[-1]) == place:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((place, 1))
    return runs
