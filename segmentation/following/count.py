"""The number of segments that people are shown changes only after another has won several runs."""

from collections.abc import Iterable
from dataclasses import dataclass

RUNS_NEEDED = 3


@dataclass(frozen=True, slots=True)
class SegmentCount:
    """How many segments are shown, which number challenges it, and how often in a row it has won.

    `after` is called with the number that the newest run would choose by itself; the run that
    counts is then fitted with `shown`.
    """

    shown: int
    challenger: int | None = None
    wins: int = 0

    def after(self, best: int, *, runs_needed: int = RUNS_NEEDED) -> "SegmentCount":
        """The count after one more run; nobody is relabelled for a single good night."""
        if best == self.shown:
            return SegmentCount(self.shown)
        wins = self.wins + 1 if best == self.challenger else 1
        if wins >= runs_needed:
            return SegmentCount(best)
        return SegmentCount(self.shown, best, wins)


def replayed(
    shown: int, best: Iterable[int | None], *, runs_needed: int = RUNS_NEEDED
) -> SegmentCount:
    """The count after all these runs, the earliest first.

    None stands for a run over the very answers of an earlier one, which proves nothing new.
    """
    count = SegmentCount(shown)
    for each in best:
        if each is not None:
            count = count.after(each, runs_needed=runs_needed)
    return count
