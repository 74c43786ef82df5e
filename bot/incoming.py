"""A message of a person's as a reply to a question: words, files, a place, a telephone number."""

from datetime import date

from aiogram.types import Animation, Audio, Document, Message, PhotoSize, Video, VideoNote, Voice

from surveys.media import MediaFile, MediaKind
from surveys.replies import Reply, SentContact, SentFile, SentPlace, Typed, Unreadable

_File = PhotoSize | Voice | Audio | Video | VideoNote | Animation | Document


def reply_in(message: Message, today: date) -> Reply:
    """What the message says; Unreadable for stickers, polls and the like."""
    file = _file_in(message)
    if file is not None:
        return SentFile(file)
    if message.location is not None:  # A venue carries one, too.
        return SentPlace(message.location.latitude, message.location.longitude)
    if message.contact is not None:
        sender = message.from_user.id if message.from_user else None
        own = sender is not None and message.contact.user_id == sender
        return SentContact(message.contact.phone_number, own)
    text = message.text or message.caption
    return Typed(text, today) if text is not None else Unreadable(message.content_type)


def _file_in(message: Message) -> MediaFile | None:
    if message.photo:
        return _as_file(message, MediaKind.PHOTO, message.photo[-1], "image/jpeg")
    voice = message.voice or message.audio
    if voice is not None:
        return _as_file(message, MediaKind.VOICE, voice, "audio/ogg")
    video = message.video or message.video_note or message.animation
    if video is not None:
        return _as_file(message, MediaKind.VIDEO, video, "video/mp4")
    if message.document is not None:
        return _as_file(message, MediaKind.DOCUMENT, message.document, None)
    return None


def _as_file(message: Message, kind: MediaKind, file: _File, mime: str | None) -> MediaFile:
    return MediaFile(
        kind=kind,
        file_id=file.file_id,
        unique_id=file.file_unique_id,
        size=file.file_size,
        mime=getattr(file, "mime_type", None) or mime,
        name=getattr(file, "file_name", None),
        caption=message.caption,
        album=message.media_group_id,
    )
