"""Files that people send as answers: what is kept of each, and which a question takes."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

MEGABYTE = 1_000_000
MEGABYTES_MAX = 20  # What Telegram lets a bot fetch.
FILES_MAX = 10  # As many as an album holds.
CAPTION_CHARS_MAX = 1_024


class MediaKind(StrEnum):
    """What a file is, as Telegram tells them apart."""

    PHOTO = "photo"
    VOICE = "voice"
    VIDEO = "video"
    DOCUMENT = "document"


_BY_MIME = {"image": MediaKind.PHOTO, "audio": MediaKind.VOICE, "video": MediaKind.VIDEO}


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaFile:
    """One file as it was sent: the bytes stay with Telegram, under `file_id`.

    `unique_id` is the same whoever sends the file again. `album` ties together what was sent at
    once. Telegram does not always say how large a file is.
    """

    kind: MediaKind
    file_id: str
    unique_id: str
    size: int | None = None
    mime: str | None = None
    name: str | None = None
    caption: str | None = None
    album: str | None = None

    def taken_as(self, accepted: tuple[MediaKind, ...]) -> MediaKind | None:
        """The accepted kind that the file is: a picture sent as a document is a picture, too."""
        if self.kind in accepted:
            return self.kind
        meant = _BY_MIME.get((self.mime or "").partition("/")[0])
        return meant if self.kind is MediaKind.DOCUMENT and meant in accepted else None


def file_to_json(file: MediaFile) -> dict[str, Any]:
    """The file as a JSON object; what is not known is left out."""
    written: dict[str, Any] = {
        "kind": file.kind.value,
        "file_id": file.file_id,
        "unique_id": file.unique_id,
        "size": file.size,
        "mime": file.mime,
        "name": file.name,
        "caption": file.caption,
        "album": file.album,
    }
    return {name: value for name, value in written.items() if value is not None}


def file_from_json(written: Mapping[str, Any]) -> MediaFile:
    """Read back what `file_to_json` wrote."""
    return MediaFile(**{**written, "kind": MediaKind(written["kind"])})
