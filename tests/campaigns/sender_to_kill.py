"""A sender in a process of its own, to be killed: ``python -m tests.campaigns.sender_to_kill``.

Arguments: the database's URL, the file in which "Telegram" notes whom it accepted a message for,
and, if it shall die: after how many messages, and how many seconds of work (of this process, not of
the clock on a busy machine) later. It dies as by kill -9: at any moment, with nothing said.
"""

import asyncio
import os
import random
import signal
import sys
from collections.abc import Sequence
from datetime import UTC, datetime

from campaigns.pace import PaceLimits
from storage.database import Database
from tests.campaigns.stage import PlainWording
from use_cases.broadcasting.sending import SendCampaigns
from use_cases.ports import LetterButton, SendOutcome, Sent

RATE = 1_500  # Quick, so that kills come in the middle of much at once.


class Doom:
    """The end of this process: so many messages from now, and then so much work."""

    def __init__(self, messages: int, seconds: float) -> None:
        self._messages, self._seconds = messages, seconds
        if not messages:
            signal.setitimer(signal.ITIMER_PROF, seconds)

    def draws_near(self) -> None:
        """A message was accepted."""
        self._messages -= 1
        if not self._messages:
            signal.setitimer(signal.ITIMER_PROF, self._seconds)


class LoggingTelegram:
    """Notes each accepted message in a file that outlives the process."""

    def __init__(self, path: str, doom: "Doom | None") -> None:
        self._log = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        self._doom = doom

    async def send(
        self, chat_id: int, text: str, buttons: Sequence[LetterButton] = ()
    ) -> SendOutcome:
        await asyncio.sleep(random.uniform(0, 0.004))
        os.write(self._log, f"{chat_id}\n".encode())
        if self._doom is not None:
            self._doom.draws_near()
        await asyncio.sleep(random.uniform(0, 0.004))
        return Sent(chat_id)


class RealClock:
    """The time as it is."""

    def now(self) -> datetime:
        return datetime.now(UTC)


async def send(url: str, log: str, *doom: str) -> None:
    """Recover and send, as the bot does when it starts."""
    database = Database(url)
    end = Doom(int(doom[0]), float(doom[1])) if doom else None
    sender = SendCampaigns(
        open_work=database.open_work,
        messenger=LoggingTelegram(log, end),
        clock=RealClock(),
        wording=PlainWording(),
        limits=PaceLimits(per_second=RATE),
    )
    await sender.recover()
    await sender()
    await database.close()


if __name__ == "__main__":
    asyncio.run(send(*sys.argv[1:]))
