"""What people send besides words: files of each kind, albums, places, telephone numbers."""

from typing import Any

from sandbox.client import Person

SAMPLES = {
    "photo": ("yard.jpg", "image/jpeg"),
    "voice": ("voice.ogg", "audio/ogg"),
    "video": ("lift.mp4", "video/mp4"),
    "audio": ("noise.mp3", "audio/mpeg"),
    "video_note": ("round.mp4", "video/mp4"),
    "document": ("bill.pdf", "application/pdf"),
}


async def send(person: Person, what: Any) -> None:
    """`photo`, `{voice: {caption: …}}`, `{location: [50.45, 30.52]}`, `{contact: own}` …"""
    kind, how = (what, {}) if isinstance(what, str) else next(iter(what.items()))
    match kind:
        case "location":
            latitude, longitude = how
            await person.sends_location(latitude, longitude)
        case "contact":
            await person.sends_contact("+380441112233", of=None if how == "own" else "Petro")
        case "album":
            for _ in range(how):
                await _send_file(person, "photo", {"album": "together"})
        case _:
            await _send_file(person, kind, how or {})


async def _send_file(person: Person, kind: str, how: dict[str, Any]) -> None:
    name, mime = SAMPLES[kind]
    content = how["text"].encode() if "text" in how else b"\0" * how.get("bytes", 100)
    await person.sends_file(
        content,
        name=how.get("name", name),
        mime=how.get("mime", mime),
        caption=how.get("caption"),
        kind=kind,
        album=how.get("album"),
    )
