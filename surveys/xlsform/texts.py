"""Texts of a spreadsheet in their languages: ``label::Русский (ru)``, ``label::en``, ``label``."""

import re

import yaml

from surveys.faults import FaultCode
from surveys.limits import KEY_CHARS_MAX, LANGUAGE_PATTERN
from surveys.xlsform.nodes import entry, mapping, scalar
from surveys.xlsform.sheets import Cell, Row, Workbook
from surveys.yaml.texts import Reading

_CODE = re.compile(r"\(\s*([a-z]{2,3}(?:-[a-z]{2,4})?)\s*\)\s*$")
_BY_NAME = {
    "english": "en", "russian": "ru", "русский": "ru", "ukrainian": "uk", "українська": "uk",
    "украинский": "uk", "french": "fr", "français": "fr", "spanish": "es", "español": "es",
    "german": "de", "deutsch": "de", "portuguese": "pt", "polish": "pl", "arabic": "ar",
    "kazakh": "kk", "қазақша": "kk", "belarusian": "be", "беларуская": "be", "georgian": "ka",
    "armenian": "hy", "uzbek": "uz", "kyrgyz": "ky", "tajik": "tg", "turkish": "tr",
    "romanian": "ro", "italian": "it", "dutch": "nl", "hindi": "hi", "chinese": "zh",
    "swahili": "sw", "tamil": "ta", "japanese": "ja", "korean": "ko", "macedonian": "mk",
    "bulgarian": "bg", "serbian": "sr", "czech": "cs", "hungarian": "hu", "greek": "el",
    "hebrew": "he", "persian": "fa", "vietnamese": "vi", "indonesian": "id", "nepali": "ne",
    "bengali": "bn", "urdu": "ur", "amharic": "am", "somali": "so", "mongolian": "mn",
    "moldovan": "ro", "azerbaijani": "az", "turkmen": "tk", "lithuanian": "lt", "latvian": "lv",
    "estonian": "et", "finnish": "fi", "swedish": "sv", "norwegian": "no", "danish": "da",
}  # fmt: skip
_OF_UKRAINIAN = re.compile("[їієґ]", re.IGNORECASE)
_CYRILLIC = re.compile("[а-я]", re.IGNORECASE)


class Languages:
    """Finds the texts under a header in whatever languages they are given."""

    def __init__(self, book: Workbook, reading: Reading) -> None:
        self.reading = reading
        self._told: set[str] = set()
        settings = book.get("settings", ())
        declared = settings[0].text("default_language") if settings else ""
        self.default = code_of(declared) or _guess(book)

    def texts(self, row: Row, header: str) -> dict[str, Cell]:
        """The cells under the header by language; the plain one is in the default language."""
        found: dict[str, Cell] = {}
        for name, cell in row.cells.items():
            head, _, language = name.replace("::", ":").partition(":")
            if head.strip() != header:
                continue
            plain = language.strip() in ("", "default")
            code = self.default if plain else code_of(language)
            if code is None:
                self._tell(cell, language.strip())
            elif language.strip() or code not in found:
                found[code] = cell
        return found

    def node(
        self, row: Row, header: str, before: dict[str, Cell] | None = None
    ) -> yaml.Node | None:
        """The texts as a node, or None if there are none; `before` is put in front of each."""
        found = self.texts(row, header)
        if not found:
            return None
        lines = []
        for code, cell in found.items():
            front = before.get(code) if before else None
            text = f"{front.text}\n\n{cell.text}" if front is not None else cell.text
            lines.append(entry(code, scalar(cell, text), cell))
        return mapping(next(iter(found.values())), lines)

    def _tell(self, cell: Cell, language: str) -> None:
        if cell.header not in self._told:
            self._told.add(cell.header)
            head = cell.header.split(":")[0]
            better = f"{head}::{language} (en)"
            at = scalar(Cell(cell.header, cell.sheet, 1, cell.column, cell.header))
            self.reading.note(at, FaultCode.BAD_LANGUAGE, suggestion=better, language=language)


def code_of(language: str) -> str | None:
    """The code of a language as spreadsheets name it: "English (en)", "en", "english"."""
    name = language.strip().casefold()
    written = _CODE.search(name)
    if written is not None:
        return written[1]
    if name in _BY_NAME:
        return _BY_NAME[name]
    return name if re.fullmatch(LANGUAGE_PATTERN, name) else None


def key_from(name: str, taken: set[str], otherwise: str) -> str:
    """A key for the name: small letters, digits, _ and -, not among those taken."""
    slug = re.sub(r"[^a-z0-9_-]+", "_", name.casefold()).strip("_")[:KEY_CHARS_MAX] or otherwise
    key, number = slug, 2
    while key in taken:
        key = f"{slug[: KEY_CHARS_MAX - 1 - len(str(number))]}_{number}"
        number += 1
    taken.add(key)
    return key


def _guess(book: Workbook) -> str:
    """The language of labels that do not say: by their letters; where all say, the first one."""
    rows = [row for sheet in ("survey", "choices") for row in book.get(sheet, ())]
    words = " ".join(row.text("label") for row in rows)
    if not words.strip():
        named = (name for row in rows for name in row.cells if name.startswith("label:"))
        return next((code for name in named if (code := code_of(name.split(":")[-1]))), "en")
    if _OF_UKRAINIAN.search(words):
        return "uk"
    return "ru" if _CYRILLIC.search(words) else "en"
