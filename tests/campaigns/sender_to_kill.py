"""A sender in a process of its own, to be killed: ``python -m tests.campaigns.sender_to_kill``.

Arguments: the database's URL and the file in which "Telegram" notes whom it accepted a message for.
"""

import asyncio
import os
import random
import sys
from collections.abc import Sequence
from datetime import UTC, datetime

from campaigns.pace import PaceLimits
from storage.database import Database
from tests.campaigns.stage import PlainWording
from use_cases.broadcasting.sending import SendCampaigns
from use_cases.ports import LetterButton, SendOutcome, Sent

READY = "ready"
RATE = 1_500  # Quick, so that kills come in the middle of much at once.


class LoggingTelegram:
    """Notes each accepted message in a file that outlives the process."""

    def __init__(self, path: str) -> None:
        self._log = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    async def send(
        self, chat_id: int, text: str, buttons: Sequence[LetterButton] = ()
    ) -> SendOutcome:
        await asyncio.sleep(random.uniform(0, 0.004))
        os.write(self._log, f"{chat_id}\n".encode())
        await asyncio.sleep(random.uniform(0, 0.004))
        return Sent(chat_id)


class RealClock:
    """The time as it is."""

    def now(self) -> datetime:
        return datetime.now(UTC)


async def send(url: str, log: str) -> None:
    """Recover and send, as the bot does when it starts."""
    database = Database(url)
    sender = SendCampaigns(
        open_work=database.open_work,
        messenger=LoggingTelegram(log),
        clock=RealClock(),
        wording=PlainWording(),
        limits=PaceLimits(per_second=RATE),
    )
    sys.stdout.write(f"{READY}\n")
    sys.stdout.flush()
    await sender.recover()
    await sender()
    await database.close()


if __name__ == "__main__":
    asyncio.run(send(sys.argv[1], sys.argv[2]))
