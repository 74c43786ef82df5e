"""Files that people and the bot have sent, by file_id and by the path they are downloaded from."""

import mimetypes
from dataclasses import dataclass

from aiogram.types import File

from sandbox.errors import bad_request
from sandbox.limits import DOWNLOAD_BYTES_MAX

UNKNOWN_MIME = "application/octet-stream"
FOLDERS = {
    "document": "documents",
    "photo": "photos",
    "voice": "voice",
    "audio": "music",
    "video": "videos",
    "video_note": "video_notes",
}


@dataclass(frozen=True, slots=True)
class Upload:
    """One stored file."""

    file_id: str
    file_unique_id: str
    path: str
    name: str
    mime: str
    content: bytes

    def as_file(self) -> File:
        """What getFile answers."""
        if len(self.content) > DOWNLOAD_BYTES_MAX:
            raise bad_request("file is too big")
        return File(
            file_id=self.file_id,
            file_unique_id=self.file_unique_id,
            file_size=len(self.content),
            file_path=self.path,
        )


class Uploads:
    """All stored files."""

    def __init__(self) -> None:
        self._by_id: dict[str, Upload] = {}
        self._by_path: dict[str, Upload] = {}

    def store(self, kind: str, content: bytes, *, name: str, mime: str) -> Upload:
        """Keep a file and give it its ids."""
        number = len(self._by_id)
        if mime in ("", UNKNOWN_MIME):
            mime = mimetypes.guess_type(name)[0] or UNKNOWN_MIME
        suffix = name[name.rfind(".") :] if "." in name else ""
        upload = Upload(
            file_id=f"BQACAgIAAxkBAAI{number:08d}{kind}",
            file_unique_id=f"AgAD{number:08d}",
            path=f"{FOLDERS[kind]}/file_{number}{suffix}",
            name=name,
            mime=mime,
            content=content,
        )
        self._by_id[upload.file_id] = upload
        self._by_path[upload.path] = upload
        return upload

    def by_id(self, file_id: str) -> Upload:
        """The file with this id, or Telegram's refusal."""
        if file_id not in self._by_id:
            raise bad_request("wrong file identifier/HTTP URL specified")
        return self._by_id[file_id]

    def by_path(self, path: str) -> Upload | None:
        """The file at a download path."""
        return self._by_path.get(path)
