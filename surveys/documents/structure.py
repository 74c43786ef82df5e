"""Outlines as plain JSON values: questions, and the blocks and loops around them."""

from collections.abc import Iterable, Mapping
from typing import Any

from surveys.documents.reading import question_from_dict
from surveys.documents.writing import question_to_dict
from surveys.expressions.parsing import parse
from surveys.expressions.writing import write
from surveys.questions import Calculated, QuestionKey
from surveys.structure import AT_MOST, Block, Item, Loop
from surveys.text import Text

Document = dict[str, Any]


def outline_to_list(items: Iterable[Item]) -> list[Document]:
    """The questions, blocks and loops in the author's order; calculated values stand apart."""
    return [item_to_dict(item) for item in items if not isinstance(item, Calculated)]


def calculated_to_dict(items: Iterable[Item]) -> Document:
    """The calculated values among the items, by name."""
    return {str(c.key): write(c.formula) for c in items if isinstance(c, Calculated)}


def item_to_dict(item: Item) -> Document:
    """One question, block or loop; `item_from_dict` reads it back equal."""
    if isinstance(item, Calculated):
        raise TypeError("calculated values stand under a name of their own")
    if not isinstance(item, Block | Loop):
        return question_to_dict(item)
    heading = dict(item.heading.by_language) if item.heading is not None else None
    document: Document = {"key": item.key}
    document["loop" if isinstance(item, Loop) else "block"] = heading
    if isinstance(item, Loop):
        document |= _turns(item)
    if item.relevant is not None:
        document["relevant"] = write(item.relevant)
    if item.shuffle is not False:
        document["shuffle"] = item.shuffle
    calculated = calculated_to_dict(item.items)
    if calculated:
        document["calculated"] = calculated
    document["questions"] = outline_to_list(item.items)
    return document


def _turns(loop: Loop) -> Document:
    """What the loop goes over, or how often it goes round."""
    found: Document = {}
    if loop.over is not None:
        return {"over": str(loop.over)}
    if loop.times is not None:
        found["times"] = write(loop.times)
    if loop.again is not None:
        found["again"] = dict(loop.again.by_language)
    return {**found, "at_most": loop.at_most}


def items_from_document(document: Mapping[str, Any]) -> tuple[Item, ...]:
    """Read back what stands under "questions", and after it what stands under "calculated"."""
    calculated = (
        Calculated(QuestionKey(key), parse(formula))
        for key, formula in document.get("calculated", {}).items()
    )
    return (*map(item_from_dict, document["questions"]), *calculated)


def item_from_dict(document: Mapping[str, Any]) -> Item:
    """Read back one question, block or loop."""
    common: dict[str, Any] = {
        "key": document["key"],
        "relevant": parse(document["relevant"]) if "relevant" in document else None,
        "shuffle": document.get("shuffle", False),
    }
    if "block" in document:
        heading = _text(document["block"])
        return Block(**common, heading=heading, items=items_from_document(document))
    if "loop" not in document:
        return question_from_dict(document)
    return Loop(
        **common,
        heading=_text(document["loop"]),
        over=QuestionKey(document["over"]) if "over" in document else None,
        times=parse(document["times"]) if "times" in document else None,
        again=_text(document.get("again")),
        at_most=document.get("at_most", AT_MOST),
        items=items_from_document(document),
    )


def _text(written: Mapping[str, str] | None) -> Text | None:
    return None if written is None else Text(written)
