"""The folder of a run: what `place` needs of it, as JSON and never as pickle."""

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from bot.shell.reading import read_text
from bot.shell.sentences import Refused
from segmentation.run import SegmentationRun
from segmentation.run_json import from_json, to_json

MODEL = "model.json"


def write_whole(path: Path, text: str) -> None:
    """Write a file that is there whole or not at all."""
    write_bytes(path, text.encode())


def write_bytes(path: Path, content: bytes | memoryview) -> None:
    """Write a file that is there whole or not at all."""
    part = path.with_name(f".{path.name}.part")
    part.write_bytes(content)
    part.replace(path)


def refuse_over(outputs: Iterable[Path], inputs: Iterable[Path | None]) -> None:
    """Nothing is written over what is read, be it by another name."""
    read = {path.resolve() for path in inputs if path is not None}
    for path in outputs:
        if path.resolve() in read:
            raise Refused(f"{path} is read and would be written over; name another place.")


def made(folder: Path) -> Path:
    """The folder, made if need be and fit to be written to."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(folder / ".tenkeys", "")
        (folder / ".tenkeys").unlink()
    except OSError as fault:
        raise Refused(f"{folder} cannot be written to: {fault.strerror or fault}.") from None
    return folder


def save_model(folder: Path, run: SegmentationRun) -> None:
    """Keep the run in the folder, without its people."""
    nameless = replace(
        run, memberships={}, segments=tuple(replace(s, typical=()) for s in run.segments)
    )
    write_whole(folder / MODEL, json.dumps(to_json(nameless), ensure_ascii=False) + "\n")


def load_model(folder: Path) -> SegmentationRun:
    """The run that `save_model` kept."""
    if not (folder / MODEL).is_file():
        raise Refused(f"{folder} holds no {MODEL}; it is written by `tenkeys segment`.")
    try:
        data: Any = json.loads(read_text(folder / MODEL))
        run = from_json(data)
    except (ValueError, KeyError, TypeError, AttributeError):
        run = None
    if run is None or not _is_whole(run):
        raise Refused(f"{folder / MODEL} is not a model of this version of Tenkeys.")
    return run


def _is_whole(run: SegmentationRun) -> bool:
    """Whether the model places people in the very segments that the run tells of."""
    return run.model is None or {s.id for s in run.segments} == set(run.model.segments)
