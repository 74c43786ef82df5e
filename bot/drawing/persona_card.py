"""A persona as a card for a phone: the face, the name, and what answers tell."""

from bot.drawing.avatar import avatar, look_of
from bot.drawing.lettering import wrapped
from bot.drawing.scene import (
    LIGHT,
    MARGIN,
    WIDTH,
    Label,
    Mark,
    Placed,
    Rect,
    Scene,
    mixed,
    paragraph,
)
from bot.drawing.scene import line as straight
from bot.reports.charts import colour_class
from bot.views.persona import PersonaWords

FACE = 96.0
INSIDE = WIDTH - 2 * MARGIN
TITLE, TEXT, SMALL = 22.0, 13.5, 11.5


def persona_card(
    said: PersonaWords, note: str, *, segment_id: int, number: int, face: int, older: bool
) -> Scene:
    """The card; the number of the segment fixes its colour."""
    colour = LIGHT[colour_class(number)]
    marks: list[Mark] = [Rect(0, 0, WIDTH, 8, colour_class(number))]
    drawn = avatar(look_of(segment_id, face, older=older), colour)
    marks.append(Placed(drawn, MARGIN, 24, FACE / 100))
    top = _beside(marks, said)
    for heading, lines in said.facts:
        marks.append(Label(MARGIN, top + SMALL, heading, SMALL, "soft", bold=True))
        top += 1.45 * SMALL
        for each in lines:
            rows, top = paragraph(MARGIN, top, wrapped(each, TEXT, INSIDE, 3), TEXT)
            marks += rows
        top += 9
    for quote in said.quotes:
        ground = mixed(colour, "#ffffff", 0.85)
        rows, end = paragraph(
            MARGIN + 12, top + 6, wrapped(quote, TEXT, INSIDE - 24, 4), TEXT, italic=True
        )
        marks.append(Rect(MARGIN, top, INSIDE, end - top + 8, ground, radius=8))
        marks += rows
        top = end + 16
    if said.silent:
        rows, top = paragraph(MARGIN, top, wrapped(said.silent, SMALL, INSIDE), SMALL, fill="soft")
        marks += rows
    marks.append(straight((MARGIN, top + 8), (WIDTH - MARGIN, top + 8), stroke="line"))
    rows, top = paragraph(MARGIN, top + 12, wrapped(note, 10.5, INSIDE), 10.5, fill="soft")
    marks += rows
    return Scene(WIDTH, top + 12, f"{said.name}: {said.title}", tuple(marks))


def _beside(marks: list[Mark], said: PersonaWords) -> float:
    """Name, title and size at the right of the face; where the rest may begin."""
    left = MARGIN + FACE + 14
    room = WIDTH - MARGIN - left
    name, end = paragraph(left, 24, wrapped(said.name, TITLE, room, 2, bold=True), TITLE, bold=True)
    title, end = paragraph(left, end, wrapped(said.title, 15, room, 3), 15)
    size, end = paragraph(left, end + 3, wrapped(said.size, SMALL, room, 2), SMALL, fill="soft")
    marks += [*name, *title, *size]
    return max(end, 24 + FACE) + 16
