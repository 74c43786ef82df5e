"""What all segments agree on: the safest thing to say to everybody."""

from collections.abc import Sequence
from dataclasses import dataclass

from segmentation.run import Segment

AGREED_SHARE = 0.7  # of every segment
ANSWERED_MIN = 5  # of every segment
TOLD = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class CommonGround:
    """An answer that most people of every segment give; `least` is the smallest of the shares."""

    item: str
    option: str
    everybody: float
    least: float


def common_ground(segments: Sequence[Segment]) -> tuple[CommonGround, ...]:
    """The answers that every segment shares, the most unanimous first."""
    found = []
    for lines in zip(*(segment.profile for segment in segments), strict=True):
        least = min(line.segment for line in lines)
        enough = min(line.answered for line in lines) >= ANSWERED_MIN
        if lines[0].option is not None and enough and least >= AGREED_SHARE:
            found.append(
                CommonGround(
                    item=str(lines[0].item),
                    option=lines[0].option,
                    everybody=lines[0].everybody,
                    least=least,
                )
            )
    return tuple(sorted(found, key=lambda g: (-g.least, g.item, g.option))[:TOLD])
