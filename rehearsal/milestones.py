"""How far the rehearsal is: a bar on a terminal, plain lines anywhere else."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from time import monotonic
from typing import Never

from tqdm import tqdm

PLAIN_STEPS = 4  # Without a terminal a long stretch is told in so many lines.


@dataclass(slots=True)
class Stretch:
    """A countable piece of work under way."""

    name: str
    total: int
    bar: "tqdm[Never] | None"
    done: int = 0

    def advance(self) -> None:
        """One more is done."""
        self.done += 1
        if self.bar is not None:
            self.bar.update()
        elif self.done * PLAIN_STEPS // self.total > (self.done - 1) * PLAIN_STEPS // self.total:
            print(f"  {self.done} of {self.total} {self.name}", flush=True)


@dataclass(slots=True)
class Milestones:
    """Tells what happens, with the seconds since the start."""

    started: float

    @classmethod
    def begin(cls) -> "Milestones":
        """From now on."""
        return cls(monotonic())

    @property
    def seconds(self) -> float:
        """How long it has taken so far."""
        return monotonic() - self.started

    def say(self, line: str) -> None:
        """One line."""
        print(f"[{self.seconds:5.1f} s] {line}", flush=True)

    @contextmanager
    def stretch(self, name: str, total: int) -> Iterator[Stretch]:
        """A bar (or a few lines) for `total` pieces of work."""
        if not sys.stdout.isatty():
            yield Stretch(name, total, None)
            return
        with tqdm(total=total, desc=f"  {name}", file=sys.stdout, leave=False) as bar:
            yield Stretch(name, total, bar)
