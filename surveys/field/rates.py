"""Outcome rates, as AAPOR defines them, with Wilson's intervals.

The American Association for Public Opinion Research, Standard Definitions: Final Dispositions of
Case Codes and Outcome Rates for Surveys, 10th edition (2023), for internet surveys of specifically
named persons. A letter to which nothing came back leaves eligibility unknown (code 3.19), as does
one that could not be delivered (3.30); a break-off counts with the refusals (2.12); whoever is
still in the middle is an eligible other (2.30) until they go on or are given up.
"""

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

Z95 = 1.959963984540054
PARTIAL_FROM = 0.5  # Of the questions on the way; less is a break-off (AAPOR leaves it to us).


class Disposition(StrEnum):
    """What became of somebody to whom the survey came."""

    INVITED = "invited"  # The letter has not left yet, or nobody can tell.
    REACHED = "reached"
    UNREACHABLE = "unreachable"
    STARTED = "started"  # In the middle, and lately.
    BREAK_OFF = "break_off"
    PARTIAL = "partial"
    COMPLETED = "completed"
    REFUSED = "refused"
    INELIGIBLE = "ineligible"


@dataclass(frozen=True, slots=True)
class Share:
    """`part` of `whole`, with the 95 % interval of the share."""

    part: int
    whole: float
    low: float
    high: float

    @property
    def value(self) -> float:
        return self.part / self.whole if self.whole else 0.0


def wilson(part: float, whole: float) -> tuple[float, float]:
    """Wilson's (1927) 95 % interval of a share; never outside 0 to 1."""
    if whole <= 0:
        return 0.0, 1.0
    share, z2 = part / whole, Z95 * Z95
    middle = (share + z2 / (2 * whole)) / (1 + z2 / whole)
    half = Z95 * math.sqrt(share * (1 - share) / whole + z2 / (4 * whole * whole))
    half /= 1 + z2 / whole
    return max(0.0, middle - half), min(1.0, middle + half)


@dataclass(frozen=True, slots=True)
class Outcomes:
    """How many people ended how."""

    counts: Counter[Disposition]

    @classmethod
    def of(cls, found: Iterable[Disposition]) -> "Outcomes":
        return cls(Counter(found))

    @property
    def people(self) -> int:
        return self.counts.total()

    @property
    def _complete(self) -> int:
        return self.counts[Disposition.COMPLETED]

    @property
    def _partial(self) -> int:
        return self.counts[Disposition.PARTIAL]

    @property
    def _refusals(self) -> int:
        return self.counts[Disposition.REFUSED] + self.counts[Disposition.BREAK_OFF]

    @property
    def _other(self) -> int:
        return self.counts[Disposition.STARTED]

    @property
    def _unknown(self) -> int:
        counts = self.counts
        silent = counts[Disposition.INVITED] + counts[Disposition.REACHED]
        return silent + counts[Disposition.UNREACHABLE]

    @property
    def _interviewed_or_not(self) -> int:
        """(I + P) + R + O: those with whom there was contact."""
        return self._complete + self._partial + self._refusals + self._other

    @property
    def e(self) -> float:
        """The share of eligible people among those of unknown eligibility, as among the known."""
        known = self._interviewed_or_not + self.counts[Disposition.INELIGIBLE]
        return self._interviewed_or_not / known if known else 1.0

    def rr1(self) -> Share:
        """Response rate 1: I / ((I + P) + (R + NC + O) + (UH + UO)), the lowest one."""
        return _share(self._complete, self._interviewed_or_not + self._unknown)

    def rr2(self) -> Share:
        """Response rate 2: (I + P) / ((I + P) + (R + NC + O) + (UH + UO))."""
        return _share(self._complete + self._partial, self._interviewed_or_not + self._unknown)

    def rr3(self) -> Share:
        """Response rate 3: I / ((I + P) + (R + NC + O) + e(UH + UO))."""
        return _share(self._complete, self._interviewed_or_not + self.e * self._unknown)

    def con1(self) -> Share:
        """Contact rate 1: ((I + P) + R + O) / ((I + P) + R + O + NC + (UH + UO))."""
        return _share(self._interviewed_or_not, self._interviewed_or_not + self._unknown)

    def coop1(self) -> Share:
        """Cooperation rate 1: I / ((I + P) + R + O)."""
        return _share(self._complete, self._interviewed_or_not)

    def ref1(self) -> Share:
        """Refusal rate 1: R / ((I + P) + (R + NC + O) + (UH + UO))."""
        return _share(self._refusals, self._interviewed_or_not + self._unknown)


def _share(part: int, whole: float) -> Share:
    return Share(part, whole, *wilson(part, whole))
