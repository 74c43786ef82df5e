"""Flat faces for personas, drawn by rule: the same segment always has the same face.

A face stands for nobody: tone, hair and dress follow from the segment's number by lot, only grey
hair says something, namely that the people of the segment are of age.
"""

import hashlib
from dataclasses import dataclass

from bot.drawing.scene import Ellipse, Mark, Path, Placed, Rect, Scene, line, mixed, steps

SIZE = 100.0
TONES = ("#f6d2b3", "#eab98f", "#d49a6a", "#b97a4b", "#8f5a36", "#fbe0cc")
HAIR = ("#2b2320", "#5a3a24", "#8a5a2f", "#b9812f", "#d9b45f", "#7a2f1f")
GREY = ("#8d9298", "#c3c7cb", "#6f757b")
SCARVES = ("#2a6f97", "#7b4f9d", "#b0413e", "#3c7d5a")

WOMEN = ("long", "bob", "bun", "curls", "tail", "scarf")
MEN = ("short", "side", "curls", "bald", "cap", "crop")


@dataclass(frozen=True, slots=True)
class Look:
    """What a face is made of; the numbers are places in the lists above."""

    woman: bool
    hair: str
    tone: int
    colour: int
    glasses: bool
    beard: bool
    dress: int
    older: bool


def look_of(segment_id: int, face: int = 0, *, older: bool = False) -> Look:
    """The look of a segment; another `face` is another look."""
    dice = hashlib.sha256(f"face {segment_id} {face}".encode()).digest()
    woman = is_woman(segment_id, face)
    styles = WOMEN if woman else MEN
    return Look(
        woman=woman,
        hair=styles[(segment_id // 2 + 2 * face) % len(styles)],
        tone=(segment_id * 5 + face + dice[1]) % len(TONES),
        colour=dice[2] % len(HAIR),
        glasses=dice[3] % 4 == 0,
        beard=not woman and dice[4] % 5 < 2,
        dress=dice[5] % 3,
        older=older,
    )


def is_woman(segment_id: int, face: int = 0) -> bool:
    """Women and men by turns."""
    return (segment_id + face) % 2 == 1


def avatar(look: Look, colour: str, alt: str = "") -> Scene:
    """A face of 100 by 100 units before the colour of its segment."""
    skin = TONES[look.tone]
    shade = mixed(skin, "#7a3b1e", 0.18)
    tones = GREY if look.older else HAIR
    hair = tones[look.colour % len(tones)]
    marks = [*_behind(look, hair), *_body(look, colour, skin, shade)]
    if look.hair != "scarf":
        marks += [Ellipse(31.5, 49, 4, 5, skin), Ellipse(68.5, 49, 4, 5, skin)]
    marks.append(Ellipse(50, 47, 19, 22.5, skin))
    marks += _features(look, hair, shade)
    marks += _before(look, hair, colour)
    person = Placed(Scene(SIZE, SIZE, "", tuple(marks)), -6.5, -13, 1.13)
    ground = Rect(0, 0, SIZE, SIZE, mixed(colour, "#ffffff", 0.72), radius=17)
    return Scene(SIZE, SIZE, alt, (ground, person))


def _body(look: Look, colour: str, skin: str, shade: str) -> list[Mark]:
    """Neck, shoulders, and one of three collars."""
    dress = mixed(colour, "#1a1c1e", 0.12)
    marks: list[Mark] = [
        Path(steps("M 21 100 C 22 84 32 78 43 76 L 57 76 C 68 78 78 84 79 100 Z"), dress),
        Rect(42.5, 60, 15, 19, skin, radius=6),
        Path(steps("M 42.5 67 C 46 72 54 72 57.5 67 L 57.5 70 C 54 75 46 75 42.5 70 Z"), shade),
    ]
    if look.dress == 0:
        marks.append(Path(steps("M 42 76 L 50 89 L 58 76 Z"), skin))
    elif look.dress == 1:
        light = mixed(colour, "#ffffff", 0.85)
        marks.append(Path(steps("M 40 76 L 50 84 L 44 90 Z"), light))
        marks.append(Path(steps("M 60 76 L 50 84 L 56 90 Z"), light))
    else:
        marks.append(Path(steps("M 41 76 C 44 84 56 84 59 76 Z"), skin))
    return marks


def _features(look: Look, hair: str, shade: str) -> list[Mark]:
    """Eyes, brows, nose, mouth; beard and glasses where the lot gave them."""
    dark = "#2b2320"
    marks: list[Mark] = []
    if look.beard:
        marks.append(
            Path(
                steps(
                    "M 31.2 49 C 31 66 41 72.5 50 72.5 "
                    "C 59 72.5 69 66 68.8 49 C 66 57 60 56 50 55.5 C 40 56 34 57 31.2 49 Z"
                ),
                hair,
            )
        )
    blush = mixed(TONES[look.tone], "#d9534f", 0.3)
    marks += [Ellipse(38.5, 55, 3.6, 2.4, blush, 0.6), Ellipse(61.5, 55, 3.6, 2.4, blush, 0.6)]
    for x, side in ((42.0, -1), (58.0, 1)):
        marks += [Ellipse(x, 48, 2.3, 2.7, dark), Ellipse(x + 0.8, 47, 0.8, 0.9, "#ffffff")]
        brow = ((x - 4, 42.5), (x, 41), (x + 4, 42.5))
        marks.append(line(*brow, stroke=mixed(hair, dark, 0.35), thickness=1.5))
        if look.woman:
            marks.append(line((x + side * 2, 46.5), (x + side * 4, 45.3), stroke=dark))
        if look.older:
            marks.append(line((x + side * 7, 51), (x + side * 9, 52.2), stroke=shade))
    marks.append(Path(steps("M 50 50 C 51.5 53 52 54.5 49.5 55"), stroke=shade, thickness=1.4))
    mouth = "#fff3ee" if look.beard else mixed(TONES[look.tone], "#a8323e", 0.7)
    smile = steps("M 43.5 59.5 C 46 64 54 64 56.5 59.5")
    marks.append(Path(smile, stroke=mouth, thickness=1.9))
    if look.glasses:
        marks += [Ellipse(x, 48, 6, 5.6, "", stroke="#3a434b", thickness=1.3) for x in (42, 58)]
        marks.append(line((48, 47), (52, 47), stroke="#3a434b", thickness=1.3))
    return marks


def _behind(look: Look, hair: str) -> list[Mark]:
    """Hair that hangs behind the face."""
    match look.hair:
        case "long":
            return [
                Path(
                    steps(
                        "M 27 46 C 23 13 77 13 73 46 "
                        "C 73 60 77 72 76 82 C 64 86 36 86 24 82 C 23 72 27 60 27 46 Z"
                    ),
                    hair,
                )
            ]
        case "bob":
            return [Path(steps("M 28 46 C 24 13 76 13 72 46 L 74 64 C 68 70 32 70 26 64 Z"), hair)]
        case "bun":
            return [Ellipse(50, 21.5, 8.5, 7.5, hair)]
        case "tail":
            return [Path(steps("M 66 27 C 86 24 88 56 78 70 C 74 66 78 52 68 44 Z"), hair)]
        case "curls":
            wide = 15 if look.woman else 9
            spots = [(30, 38), (28, 50), (70, 38), (72, 50)] if look.woman else [(31, 38), (69, 38)]
            return [Ellipse(x, y, wide / 2 + 1, wide / 2 + 1, hair) for x, y in spots]
        case "scarf":
            cloth = SCARVES[look.colour % len(SCARVES)]
            return [
                Path(
                    steps("M 26 50 C 22 11 78 11 74 50 C 75 66 68 80 50 82 C 32 80 25 66 26 50 Z"),
                    cloth,
                )
            ]
    return []


def _before(look: Look, hair: str, colour: str) -> list[Mark]:
    """Hair that falls over the forehead, and what is worn on it."""
    fringe = Path(
        steps(
            "M 30 46 C 26 16 74 16 70 46 "
            "C 68 37 63 33 57 31 C 50 37 37 37 33.5 39 C 31.5 41 31 43 30 46 Z"
        ),
        hair,
    )
    cap = Path(
        steps("M 30.5 43 C 28 17 72 17 69.5 43 C 67 34 60 31.5 50 32 C 40 31.5 33 34 30.5 43 Z"),
        hair,
    )
    match look.hair:
        case "short" | "bun" | "tail":
            return [cap]
        case "side" | "long" | "bob":
            return [fringe]
        case "crop":
            return [Path(steps("M 31 42 C 30 20 70 20 69 42 C 66 30 34 30 31 42 Z"), hair)]
        case "curls":
            spots = ((33, 31), (40, 25.5), (50, 23.5), (60, 25.5), (67, 31))
            return [Ellipse(x, y, 7.5, 6.8, hair) for x, y in spots]
        case "bald":
            return [Ellipse(31.5, 43, 3, 6, hair), Ellipse(68.5, 43, 3, 6, hair)]
        case "cap":
            cloth = mixed(colour, "#1a1c1e", 0.3)
            dome = steps("M 30 38 C 29 15 71 15 70 38 Z")
            return [Path(dome, cloth), Rect(29, 35.5, 51, 4.6, mixed(cloth, "#000000", 0.25), 2.3)]
        case "scarf":
            cloth = mixed(SCARVES[look.colour % len(SCARVES)], "#ffffff", 0.12)
            chin = steps(
                "M 27 48 C 27 72 40 86 50 86 C 60 86 73 72 73 48 C 71 62 62 71 50 71 "
                "C 38 71 29 62 27 48 Z"
            )
            brow = steps("M 27 50 C 25 16 75 16 73 50 C 68 31 32 31 27 50 Z")
            return [Path(chin, cloth), Path(brow, cloth)]
    return []
