"""Exports in the worker, so that the bot goes on answering; how far it is, is told on the way."""

import asyncio
import contextlib
import shutil
import tempfile
import time
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from bot.exports.forms import Form
from bot.exports.parcels import Parcels, parcels_of
from bot.exports.writing import name_of, write_export
from bot.worker import Worker
from use_cases.exporting.errands import ExportOrder
from use_cases.ports import UnitOfWork

FOLDER_PREFIX = "tenkeys-export-"
LEFT_OVER_SECONDS = 24 * 3600  # A killed bot leaves a folder of answers behind.
PROGRESS_SECONDS = 2.0
_PROGRESS = "progress"


class Opened(Protocol):
    """A database, opened for one export."""

    def open_work(self) -> AbstractAsyncContextManager[UnitOfWork]: ...
    async def close(self) -> None: ...


Connect = Callable[[], Opened]
"""Opens the database anew in another process: something that can be pickled."""


@dataclass(frozen=True, slots=True)
class ExportDesk:
    """Makes the files of an order in a folder that is gone afterwards."""

    worker: Worker
    connect: Connect

    async def files(
        self,
        order: ExportOrder,
        form: Form,
        tell: Callable[[int], Awaitable[object]],
        send: Callable[[Parcels], Awaitable[object]],
    ) -> None:
        """Write the files, telling how many responses are written, and have them sent."""
        folder = await asyncio.to_thread(_new_folder)
        try:
            making = asyncio.ensure_future(
                self.worker.run(make_files, self.connect, order, form, folder)
            )
            told = 0
            while not (await asyncio.wait({making}, timeout=PROGRESS_SECONDS))[0]:
                written = await asyncio.to_thread(_read_progress, folder)
                if written != told:
                    told = written
                    with contextlib.suppress(Exception):  # Not worth an export.
                        await tell(written)
            await send(making.result())
        finally:
            await asyncio.to_thread(shutil.rmtree, folder, ignore_errors=True)


def make_files(connect: Connect, order: ExportOrder, form: Form, folder: Path) -> Parcels:
    """Write an order's files into the folder: the worker's part of it."""
    return asyncio.run(_make(connect, order, form, folder))


async def _make(connect: Connect, order: ExportOrder, form: Form, folder: Path) -> Parcels:
    database = connect()
    try:
        path = folder / name_of(order, form)
        files = await write_export(database.open_work, order, form, path, _Progress(folder))
    finally:
        await database.close()
    return parcels_of(files)


class _Progress:
    """Leaves word in the folder, now and then."""

    def __init__(self, folder: Path) -> None:
        self._path, self._next = folder / _PROGRESS, 0.0

    def __call__(self, written: int) -> None:
        if time.monotonic() >= self._next:
            self._next = time.monotonic() + PROGRESS_SECONDS / 2
            self._path.write_text(str(written), encoding="ascii")


def _read_progress(folder: Path) -> int:
    try:
        return int((folder / _PROGRESS).read_text(encoding="ascii"))
    except (OSError, ValueError):
        return 0  # Not begun, or just being written.


def _new_folder() -> Path:
    """A folder that only we can look into; those that a killed bot left behind go."""
    for left in Path(tempfile.gettempdir()).glob(f"{FOLDER_PREFIX}*"):
        with contextlib.suppress(OSError):
            if time.time() - left.stat().st_mtime > LEFT_OVER_SECONDS:
                shutil.rmtree(left, ignore_errors=True)
    return Path(tempfile.mkdtemp(prefix=FOLDER_PREFIX))
