"""Files as Telegram takes them: what is too large is packed, what stays too large goes in parts."""

import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

FILE_BYTES_MAX = 49_000_000  # A bot may send 50 MB a file.
_COPIED_AT_ONCE = 1_000_000


@dataclass(frozen=True, slots=True)
class Parcels:
    """What is to be sent, in this order."""

    files: tuple[Path, ...]
    packed: bool = False
    parts: int = 1


def parcels_of(files: Sequence[Path], *, bytes_max: int = FILE_BYTES_MAX) -> Parcels:
    """The files as they are; else one archive; else its parts, to be put together again."""
    if all(file.stat().st_size <= bytes_max for file in files):
        return Parcels(tuple(files))
    archive = files[0].with_name(files[0].name + ".zip")
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        for file in files:
            packed.write(file, file.name)
    if archive.stat().st_size <= bytes_max:
        return Parcels((archive,), packed=True)
    parts = tuple(_parts(archive, bytes_max))
    return Parcels(parts, packed=True, parts=len(parts))


def _parts(archive: Path, bytes_max: int) -> list[Path]:
    """answers.zip.001, answers.zip.002: archivers open the first, or one file follows another."""
    parts: list[Path] = []
    with archive.open("rb") as whole:
        while chunk := whole.read(min(bytes_max, _COPIED_AT_ONCE)):
            if not parts or parts[-1].stat().st_size + len(chunk) > bytes_max:
                parts.append(archive.with_name(f"{archive.name}.{len(parts) + 1:03}"))
            with parts[-1].open("ab") as part:
                part.write(chunk)
    return parts
