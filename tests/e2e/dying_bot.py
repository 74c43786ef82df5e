"""`python -m bot` that is killed around the commit that erases somebody; `DIE`: before or after."""

import os
import signal

from bot.cli import run
from storage.stores.people import PeopleTable
from storage.work import SqlWork

WHEN = os.environ["DIE"]


def arm() -> None:
    """Let the next commit after an erasure be the last."""
    erase, commit = PeopleTable.erase, SqlWork.commit
    erased: list[int] = []

    async def erases(self: PeopleTable, person_id: int) -> None:
        await erase(self, person_id)
        erased.append(person_id)

    async def dies(self: SqlWork) -> None:
        if erased and WHEN == "before":
            os.kill(os.getpid(), signal.SIGKILL)
        await commit(self)
        if erased:
            os.kill(os.getpid(), signal.SIGKILL)

    PeopleTable.erase = erases  # type: ignore[method-assign]
    SqlWork.commit = dies  # type: ignore[method-assign]


if __name__ == "__main__":
    arm()
    run()
