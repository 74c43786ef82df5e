"""What an author wrote: blocks and loops inside one another, and what stands where in them."""

from collections.abc import Iterator

from surveys.questions import Calculated, Choice, Question, choices_of
from surveys.structure import Block, Item, Loop

ORIGIN = 1_000_000
"""Nodes of the conditions of blocks and loops stand at multiples of this, and then some."""


def source_of(key: str) -> str:
    """The key that the author wrote: "stars" of "stars[lift]"."""
    return key.partition("[")[0]


def structures_in(items: tuple[Item, ...]) -> Iterator[Block | Loop]:
    """Every block and loop of an outline, inner ones after those around them."""
    for item in items:
        if isinstance(item, Block | Loop):
            yield item
            yield from structures_in(item.items)


def comes_to(items: tuple[Item, ...]) -> int:
    """How many questions an outline comes to."""
    asked = {str(question.key): question for question in asked_in(items)}

    def count(items: tuple[Item, ...]) -> int:
        found = 0
        for item in items:
            if isinstance(item, Loop):
                things = len(things_of(asked.get(str(item.over)))) if item.over else item.at_most
                found += things * (count(item.items) + (item.again is not None))
            elif isinstance(item, Block):
                found += count(item.items)
            else:
                found += not isinstance(item, Calculated)
        return found

    return count(items)


def origin_of(outline: tuple[Item, ...], at: int) -> tuple[str, str, int] | None:
    """Of a node of a block's or loop's condition: the key, the place and where it stands there."""
    number, inside = divmod(at, 2 * ORIGIN)
    if number == 0:
        return None
    found = list(structures_in(outline))[number - 1]
    return str(found.key), "times" if inside >= ORIGIN else "relevant", inside % ORIGIN


def asked_in(items: tuple[Item, ...]) -> Iterator[Question]:
    """Every question of an outline, as the author wrote it."""
    for item in items:
        if isinstance(item, Block | Loop):
            yield from asked_in(item.items)
        elif not isinstance(item, Calculated):
            yield item


def things_of(question: Question | None) -> list[Choice]:
    """The choices that a loop goes over: "none of these" is no thing to ask about."""
    if question is None:
        return []
    return [choice for choice in choices_of(question) if not choice.exclusive]


def calculated_in(items: tuple[Item, ...]) -> list[str]:
    """The keys of the calculated values of an outline."""
    found: list[str] = []
    for item in items:
        if isinstance(item, Calculated):
            found.append(str(item.key))
        elif isinstance(item, Block | Loop):
            found += calculated_in(item.items)
    return found
