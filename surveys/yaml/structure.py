"""The questions of a survey file with the blocks and loops around them."""

from collections.abc import Iterator, Mapping

import yaml

from surveys.faults import FaultCode
from surveys.limits import (
    BLOCKS_MAX,
    HEADING_CHARS_MAX,
    LONG_TEXT_CHARS_MAX,
    QUESTIONS_MAX,
    UNFOLDED_MAX,
)
from surveys.outlines import comes_to
from surveys.questions import Calculated, Question, QuestionKey, choices_of
from surveys.structure import AT_MOST, Block, Item, Loop
from surveys.text import Text
from surveys.yaml.batteries import is_battery, read_battery
from surveys.yaml.choices import read_shuffle
from surveys.yaml.logic import read_expression, read_formulas
from surveys.yaml.nodes import Entry, is_blank, read_whole
from surveys.yaml.questions import read_question
from surveys.yaml.texts import Reading, did_you_mean

_OF_A_BLOCK = ("key", "relevant", "shuffle", "calculated", "questions")
_OF_A_LOOP = (*_OF_A_BLOCK, "over", "times", "again", "at_most")
_ROUNDS = (1, 50)


class Outline:
    """Reads the list of questions, and knows what was read so far."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.first_nodes: dict[str, yaml.Node] = {}
        self.asked: dict[str, Question] = {}
        self.count = self.blocks = self.loops = 0

    def read(self, entry: Entry) -> tuple[Item, ...]:
        """The items of a list; what is wrong with them is noted."""
        if not entry.value.value:
            refused = getattr(entry.key.start_mark, "sheet", "") and self.reading.notes.any_fault
            if not refused:  # All rows of a spreadsheet; each has been told of.
                self.reading.notes.add(entry.key, FaultCode.NO_QUESTIONS)
            return ()
        if not isinstance(entry.value, yaml.SequenceNode):
            self.reading.note(entry.key, FaultCode.LIST_NEEDED, place="questions")
            return ()
        return tuple(item for node in entry.value.value for item in self._items(node))

    def check_sizes(self, entry: Entry, items: tuple[Item, ...]) -> bool:
        """Whether the survey is small enough to be asked."""
        notes = self.reading.notes
        if self.count > QUESTIONS_MAX:
            code = FaultCode.TOO_MANY_QUESTIONS
            notes.add(entry.key, code, limit=QUESTIONS_MAX, length=self.count)
            return False
        length = comes_to(items) if self.blocks else 0
        if length > UNFOLDED_MAX:
            notes.add(entry.key, FaultCode.TOO_MANY_UNFOLDED, limit=UNFOLDED_MAX, length=length)
        return length <= UNFOLDED_MAX

    def check_taken(self, node: yaml.Node) -> None:
        """Note a key that stands twice, be it a question's or a block's."""
        first = self.first_nodes.setdefault(self.reading.inside, node)
        if first is not node:
            line, code = first.start_mark.line + 1, FaultCode.REPEATED_QUESTION
            self.reading.notes.add(node, code, key=self.reading.inside, first=line)

    def _items(self, node: yaml.Node) -> Iterator[Item]:
        kind = _structure(node)
        if kind is not None:
            structured = self._structured(node, kind)
            yield from (structured,) if structured is not None else ()
        elif self.count >= QUESTIONS_MAX:
            self.count += 1  # Too many are told of once; what else is wrong with them can wait.
        elif is_battery(node):
            for place, row in read_battery(node, self.count + 1, self.reading):
                yield from self._asked(place, row)
        else:
            yield from self._asked(node, read_question(node, self.count + 1, self.reading))

    def _asked(self, node: yaml.Node, question: Question | None) -> Iterator[Question]:
        self.count += 1
        self.check_taken(node)
        if question is None:
            return
        if self.loops:
            self._check_basis(node, question)
        self.asked.setdefault(str(question.key), question)
        yield question

    def _check_basis(self, node: yaml.Node, question: Question) -> None:
        """Segments rest on what everybody is asked once, and so does what is remembered."""
        for place in ("basis", "construct", "remembers"):
            if getattr(question, place) is not None:
                self.reading.note(node, FaultCode.LOOP_BASIS, place=place)

    def _structured(self, node: yaml.Node, kind: str) -> Block | Loop | None:
        reading = self.reading
        self.blocks += 1
        reading.inside = f"#{kind} {self.blocks}"
        if self.blocks > BLOCKS_MAX:
            code = FaultCode.TOO_MANY_QUESTIONS
            reading.notes.add(node, code, limit=BLOCKS_MAX, length=self.blocks)
            return None
        found = reading.mapping(node, kind) or {}
        reading.check_names(found, (kind, *(_OF_A_LOOP if kind == "loop" else _OF_A_BLOCK)))
        if "key" in found:
            reading.inside = reading.key(found["key"], "question")
        else:
            reading.note(node, FaultCode.MISSING, place="key")
        key = reading.inside
        self.check_taken(node)
        heading = self._heading(found[kind], kind)
        relevant = read_expression(found.get("relevant"), "relevant", reading)
        shuffle = read_shuffle(found, reading)
        if kind == "loop":
            loop = self._loop(node, found)
            self.loops += 1
            items = self._inside(node, found, key)
            self.loops -= 1
            return Loop(
                key=key,
                heading=heading,
                relevant=relevant,
                shuffle=shuffle,
                over=loop.over,
                times=loop.times,
                again=loop.again,
                at_most=loop.at_most,
                items=items,
            )
        items = self._inside(node, found, key)
        return Block(key=key, heading=heading, relevant=relevant, shuffle=shuffle, items=items)

    def _heading(self, entry: Entry, kind: str) -> Text | None:
        if is_blank(entry.value):
            return None
        return self.reading.text(entry, kind, HEADING_CHARS_MAX)

    def _inside(self, node: yaml.Node, found: Mapping[str, Entry], key: str) -> tuple[Item, ...]:
        if "questions" not in found:
            self.reading.note(node, FaultCode.EMPTY_BLOCK)
            return ()
        items = self.read(found["questions"])
        calculated = read_formulas(found.get("calculated"), self.reading)
        for each, line in calculated:
            self.reading.inside = str(each.key)
            self.check_taken(line)
        self.reading.inside = key
        return (*items, *(each for each, _ in calculated))

    def _loop(self, node: yaml.Node, found: Mapping[str, Entry]) -> Loop:
        """What the loop goes over, or how often it goes round."""
        reading = self.reading
        ways = [name for name in ("over", "times", "again") if name in found]
        if not ways:
            reading.note(node, FaultCode.LOOP_OVER_NOTHING)
        elif ("over" in ways and len(ways) > 1) or len(ways) > 2:
            reading.note(found[ways[1]].key, FaultCode.LOOP_OVER_TWICE)
        over = self._over(found["over"]) if "over" in found else None
        most: int | None = None
        if "at_most" in found:
            written = found["at_most"].value
            most = read_whole(written, "at_most", reading.inside, reading.notes, _ROUNDS)
        return Loop(
            key=reading.inside,
            over=over,
            times=read_expression(found.get("times"), "times", reading),
            again=reading.text(found.get("again"), "again", LONG_TEXT_CHARS_MAX),
            at_most=most or AT_MOST,
        )

    def _over(self, entry: Entry) -> QuestionKey | None:
        written = entry.value.value if isinstance(entry.value, yaml.ScalarNode) else "…"
        question = self.asked.get(written)
        if question is None:
            better = did_you_mean(written, self.asked)
            facts = {"place": "over", "name": written}
            self.reading.note(entry.value, FaultCode.UNKNOWN_NAME, suggestion=better, **facts)
        elif not choices_of(question):
            facts = {"place": "over", "name": written}
            self.reading.note(entry.value, FaultCode.NO_CHOICES_TO_LOOP, **facts)
        else:
            return QuestionKey(written)
        return None


def _structure(node: yaml.Node) -> str | None:
    """Whether the node is a block or a loop."""
    if not isinstance(node, yaml.MappingNode):
        return None
    names = [key.value for key, _ in node.value if isinstance(key, yaml.ScalarNode)]
    return next((name for name in names if name in ("block", "loop")), None)


def flat(items: tuple[Item, ...]) -> tuple[Question, ...] | None:
    """The questions, if there is nothing around them."""
    asked = tuple(item for item in items if not isinstance(item, Block | Loop | Calculated))
    return asked if len(asked) == len(items) else None
