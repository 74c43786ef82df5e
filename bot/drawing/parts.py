"""What pictures share: the sentence on top, who is who, numbers on a colour, a note below."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.drawing.lettering import wrapped
from bot.drawing.scene import (
    LIGHT,
    MARGIN,
    WIDTH,
    Ellipse,
    Hit,
    Label,
    Mark,
    Scene,
    paragraph,
)
from bot.reports.charts import colour_class

INSIDE = WIDTH - 2 * MARGIN
TITLE, TEXT, SMALL = 17.0, 12.5, 11.0
DARK_BELOW = 0.42  # of full light: below it words on a colour are white


@dataclass(frozen=True, slots=True)
class Named:
    """A segment in a picture: its number fixes its colour for ever."""

    number: int
    name: str

    @property
    def colour(self) -> str:
        """The name of its colour."""
        return colour_class(self.number)


class Canvas:
    """Collects marks from the top downwards."""

    def __init__(self) -> None:
        self.marks: list[Mark | Hit] = []
        self.top = MARGIN

    def say(self, text: str, size: float = TEXT, *, fill: str = "ink", bold: bool = False) -> None:
        """Words over the whole width, below what is there; bold ones as a title breaks."""
        if text:
            lines = wrapped(text, size, INSIDE, bold=bold, balanced=bold)
            labels, self.top = paragraph(MARGIN, self.top, lines, size, fill=fill, bold=bold)
            self.marks += labels

    def title(self, text: str, below: str = "") -> None:
        """The sentence that says what is to be seen."""
        self.say(text, TITLE, bold=True)
        self.say(below, SMALL, fill="soft")
        self.top += 10

    def legend(self, segments: Sequence[Named]) -> None:
        """Each segment's number in its colour, and its name."""
        for each in segments:
            self.marks += badge(MARGIN + 9, self.top + 9, each)
            room = INSIDE - 26
            lines = wrapped(each.name, TEXT, room, 2)
            labels, end = paragraph(MARGIN + 26, self.top + 1, lines, TEXT)
            self.marks += labels
            self.top = max(end, self.top + 18) + 4
        self.top += 8

    def note(self, text: str) -> None:
        """How to read it, small, below."""
        self.top += 8
        self.say(text, SMALL, fill="soft")

    def scene(self, alt: str) -> Scene:
        """The picture as far as it has come."""
        return Scene(WIDTH, self.top + MARGIN, alt, tuple(self.marks))


def badge(x: float, y: float, segment: Named, radius: float = 9.0) -> list[Mark]:
    """A segment's number on its colour."""
    size = 1.25 * radius
    return [
        Ellipse(x, y, radius, radius, segment.colour),
        Label(x, y + 0.36 * size, str(segment.number), size, on(segment.colour), "middle", True),
    ]


def on(colour: str) -> str:
    """White or near-black: what is read more easily on a colour.

    Segment 8 is black on paper and white in the dark: its words are the paper's colour.
    """
    if colour == "s8":
        return "paper"
    red, green, blue = (int(LIGHT.get(colour, colour)[i : i + 2], 16) / 255 for i in (1, 3, 5))
    light = 0.2126 * red**2.2 + 0.7152 * green**2.2 + 0.0722 * blue**2.2
    return "#ffffff" if light < DARK_BELOW / 2 else "#1a1c1e"
