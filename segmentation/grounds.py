"""What a scheme rests on: questions on one basis or on several, or what people did."""

from dataclasses import dataclass
from enum import StrEnum

from surveys.questions import Basis

JOINT = "+"
BY_SCALES = ":scales"
_ORDER = tuple(Basis)


class Doings(StrEnum):
    """What people did, as far as schemes are made of it."""

    RFM = "rfm"  # recency, frequency, money
    INTERESTS = "interests"  # in which categories


@dataclass(frozen=True, slots=True)
class Grounds:
    """The bases that a scheme combines, in the order of `Basis`; or, without any, what people did.

    `by_scales`: the scores of scales stand for the items that measure them.
    """

    bases: tuple[Basis, ...] = ()
    doings: Doings | None = None
    by_scales: bool = False

    def __post_init__(self) -> None:
        if bool(self.bases) == (self.doings is not None):
            raise ValueError("a scheme rests either on questions or on what people did")
        if list(self.bases) != sorted(set(self.bases), key=_ORDER.index):
            raise ValueError("bases stand once each, in the order of Basis")
        if self.by_scales and not self.bases:
            raise ValueError("only questions have scales")

    @classmethod
    def on(cls, *bases: Basis, by_scales: bool = False) -> "Grounds":
        """Questions on these bases, in whatever order they are named."""
        return cls(tuple(sorted(set(bases), key=_ORDER.index)), by_scales=by_scales)

    @classmethod
    def read(cls, key: str) -> "Grounds":
        """The grounds of that key; ValueError if it is none."""
        if key in set(Doings):
            return cls(doings=Doings(key))
        bases, mark, rest = key.partition(BY_SCALES)
        if rest:
            raise ValueError(f"there are no grounds {key!r}")
        return cls.on(*map(Basis, bases.split(JOINT)), by_scales=bool(mark))

    @property
    def key(self) -> str:
        """ "needs", "psychographic+needs", "psychographic:scales", "rfm"."""
        if self.doings is not None:
            return self.doings.value
        return JOINT.join(self.bases) + (BY_SCALES if self.by_scales else "")

    def __str__(self) -> str:
        return self.key

    @property
    def is_plain(self) -> bool:
        """One basis, its items as they are."""
        return len(self.bases) == 1 and not self.by_scales


OUT_OF_THE_BOX = (Grounds.on(Basis.PSYCHOGRAPHIC), Grounds.on(Basis.NEEDS))
"""What segments are looked for on without anybody asking for it."""
