"""What the admin and the manager do in the chat: every errand by commands, files and buttons."""

from dataclasses import dataclass
from pathlib import Path

from bot.callbacks import (
    Broadcast,
    BroadcastAct,
    Points,
    Report,
    SegmentAct,
    SegmentButton,
    Shelf,
    ShelfAct,
)
from rehearsal.screens import HEARS_SECONDS_MAX, carried, press, sees
from rehearsal.trouble import Trouble
from sandbox.client import ChatMessage, NothingHeardError, Person, SandboxClient

FINDING_SECONDS_MAX = 600.0
SENDING_SECONDS_MAX = 1_800.0
REPORT_ENDINGS = (".html", ".xlsx")


async def name_manager(admin: Person, manager: Person) -> None:
    """The admin makes somebody a manager by command; both have written to the bot."""
    for person in (manager, admin):
        await person.starts()
        await person.hears(timeout=HEARS_SECONDS_MAX)
    manager.deed()  # What was said to the manager before is past.
    await admin.says(f"/manager {manager.id}")
    await admin.hears(timeout=HEARS_SECONDS_MAX)
    try:
        await manager.hears(timeout=HEARS_SECONDS_MAX)
    except NothingHeardError:
        raise Trouble(f"nobody became a manager; the admin sees:\n{admin.screen()}") from None


@dataclass(frozen=True, slots=True)
class Manager:
    """A manager at their phone."""

    person: Person

    async def publish(self, file: Path) -> None:
        """Send the survey file and publish it."""
        card = await self._card(await self.person.sends_file(file))
        await press(self.person, card, Shelf, lambda data: data.act is ShelfAct.PUBLISH)
        await sees(self.person, lambda message: _offers(message, Shelf, ShelfAct.CLOSE))

    async def _card(self, file: ChatMessage) -> ChatMessage:
        """Warnings come before the card; faults come instead of it."""
        first, *others = await self._all_said_to(file)
        for message in (first, *others):
            if _offers(message, Shelf, ShelfAct.PUBLISH):
                return message
        raise Trouble(f"the survey was not taken:\n{first.text}")

    async def _all_said_to(self, own: ChatMessage) -> list[ChatMessage]:
        """What the bot says to the manager's last message, however slowly: whatever comes before
        its answer to the next one. A person's messages are answered in their order."""
        person = self.person
        await person.says("/id")
        told = await sees(person, lambda message: str(person.id) in message.text)
        ids = range(own.message_id, told.message_id)
        said = [each for each in person.bot_messages if each.message_id in ids]
        if not said:
            raise Trouble(f"{person.name} was told nothing:\n{person.screen()}")
        return said

    async def find_segments(self) -> list[str]:
        """Ask for /segments and let every scheme be looked for; what the bot says of each.

        Where too few have answered the bot offers nothing to press, and that is what it says.
        """
        asked = await self.person.says("/segments")
        return [await self._find(scheme) for scheme in await self._all_said_to(asked)]

    async def _find(self, scheme: ChatMessage) -> str:
        if not _offers(scheme, SegmentButton, SegmentAct.FIND):
            return scheme.text
        await press(self.person, scheme, SegmentButton, lambda data: data.act is SegmentAct.FIND)
        found = await self.person.until(
            lambda m: m.message_id == scheme.message_id and any(carried(m, SegmentButton)),
            timeout=FINDING_SECONDS_MAX,
        )
        return found.text

    async def broadcast(self, segment_id: int, text: str, points: int) -> str:
        """Write to one segment with points, wait for the end; the last words of the bot."""
        await self.person.says("/broadcast")
        choice = await sees(self.person, lambda message: any(carried(message, SegmentButton)))
        await press(self.person, choice, SegmentButton, lambda data: data.segment == segment_id)
        await self.person.hears(timeout=HEARS_SECONDS_MAX)
        await self.person.says(text)
        asked = await sees(self.person, lambda message: any(carried(message, Points)))
        await press(self.person, asked, Points, lambda data: data.points == points)
        preview = await sees(
            self.person, lambda message: _offers(message, Broadcast, BroadcastAct.DROP)
        )
        await press(self.person, preview, Broadcast, lambda data: data.act is BroadcastAct.SEND)
        done = await self.person.until(
            lambda m: m.message_id == preview.message_id and not any(carried(m, Broadcast)),
            timeout=SENDING_SECONDS_MAX,
        )
        return done.text

    async def fetch_report(self, client: SandboxClient, folder: Path) -> list[Path]:
        """Ask for /report and save what comes; the files written."""
        await self.person.says("/report")
        answer = await sees(
            self.person, lambda m: m.attachment is not None or any(carried(m, Report))
        )
        if answer.attachment is None:
            await press(self.person, answer, Report, lambda _: True)
        written = []
        for ending in REPORT_ENDINGS:
            message = await sees(self.person, lambda m, end=ending: _brings(m, end))  # type: ignore[misc]
            assert message.attachment is not None, "a message that brings a file has one"
            path = folder / f"report{ending}"
            path.write_bytes(await client.download(message.attachment))
            written.append(path)
        return written


def _offers(
    message: ChatMessage, kind: type[Shelf] | type[SegmentButton] | type[Broadcast], act: str
) -> bool:
    return any(data.act == act for _, data in carried(message, kind))


def _brings(message: ChatMessage, ending: str) -> bool:
    return message.attachment is not None and message.attachment.name.endswith(ending)
