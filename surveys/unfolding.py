"""Blocks and loops as plain questions: each of a loop's once for each thing it may be about.

`stars` in a loop over the question `used` becomes `stars[lift]`, `stars[yard]` …, each asked where
its choice is picked; in a loop so many times `stars[1]`, `stars[2]` …. Everything else (the way,
the answers kept beside it, exports) then knows nothing of loops. Inside a loop a name means the
same round; from outside, sum, min, max, count and text take all rounds together.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from surveys.expressions.tree import (
    Answered,
    Call,
    Compare,
    Comparison,
    Count,
    Either,
    Expression,
    Function,
    Given,
    Has,
    Literal,
    When,
    rebuilt,
)
from surveys.outlines import ORIGIN, asked_in, calculated_in, structures_in, things_of
from surveys.questions import (
    Battery,
    Calculated,
    Listed,
    Question,
    QuestionKey,
    Scale,
    Shuffle,
    Survey,
    YesNo,
)
from surveys.rounds import Place, Round, label_of, moved_by, together
from surveys.structure import Block, Item, Loop, Stretch
from surveys.text import Text

Change = Callable[[Expression], Expression]

_OF_ALL_ROUNDS = frozenset(
    {Function.SUM, Function.MIN, Function.MAX, Function.TEXT, Function.FIRST}
)


def unfolded(survey: Survey) -> Survey:
    """The survey with the questions that its outline comes to."""
    if not survey.outline:
        return survey
    unfolding = _Unfolding(survey.outline)
    parts = tuple(unfolding.items(survey.outline, Place()))
    return replace(
        survey,
        questions=tuple(map(unfolding.outside_question, unfolding.questions)),
        calculated=tuple(
            replace(each, formula=unfolding.outside(each.formula))
            for each in (*survey.outlined, *unfolding.calculated)
        ),
        order=Stretch("", False, parts) if unfolding.by_lot else None,
    )


class _Unfolding:
    """Goes through an outline and collects what it comes to."""

    def __init__(self, outline: tuple[Item, ...]) -> None:
        listed = enumerate(structures_in(outline), 1)
        self.origins = {id(each): number * 2 * ORIGIN for number, each in listed}
        self.asked = {str(question.key): question for question in asked_in(outline)}
        self.questions: list[Question] = []
        self.calculated: list[Calculated] = []
        self.rounds: dict[str, list[str]] = {}  # By the key in a loop, the keys of all rounds.
        self.turns: dict[str, list[Expression]] = {}  # By the loop, when each round is asked.
        self.by_lot = False

    def items(self, items: tuple[Item, ...], place: Place) -> Iterator["str | Stretch"]:
        for item in items:
            match item:
                case Calculated(key, formula):
                    self._key(key, place)
                    own = QuestionKey(key + place.suffix)
                    self.calculated.append(Calculated(own, place.expression(formula)))
                case Block():
                    yield self._block(item, place)
                case Loop():
                    yield self._loop(item, place)
                case _:
                    yield self._question(item, place)

    def outside(self, node: Expression) -> Expression:
        """The expression with all rounds in place of a name that it has from outside of a loop."""
        return rebuilt(node, self._together)

    def outside_question(self, question: Question) -> Question:
        return _changed(question, self.outside) if self.rounds else question

    def _key(self, key: str, place: Place) -> None:
        if place.suffix:
            self.rounds.setdefault(key, []).append(key + place.suffix)

    def _question(self, question: Question, place: Place) -> str:
        self._key(str(question.key), place)
        own = _changed(question, place.expression)
        relevant = together(place.condition, own.relevant)
        texts: dict[str, Any] = {
            name: place.text(text)
            for name in ("prompt", "hint", "constraint_message")
            if (text := getattr(own, name)) is not None
        }
        own = replace(
            own,
            key=QuestionKey(question.key + place.suffix),
            relevant=relevant,
            section=place.section,
            **texts,
        )
        if isinstance(own, Scale) and own.battery is not None:
            stem = place.text(own.battery.stem)
            own = replace(own, battery=Battery(own.battery.key + place.suffix, stem))
        if place.suffix:
            own = replace(own, basis=None, construct=None, reversed=False, remembers=None)
        self.questions.append(own)
        return str(own.key)

    def _block(self, block: Block, place: Place) -> Stretch:
        inner = self._inside(block, place)
        return self._stretch(block.key + place.suffix, block.shuffle, block.items, inner)

    def _stretch(
        self, key: str, shuffle: Shuffle, items: tuple[Item, ...], inner: Place
    ) -> Stretch:
        self.by_lot |= shuffle is not False
        return Stretch(key, shuffle, tuple(self.items(items, inner)))

    def _inside(self, block: Block | Loop, place: Place) -> Place:
        relevant = block.relevant
        if relevant is not None:
            relevant = place.expression(moved_by(relevant, self.origins.get(id(block), 0)))
        heading = place.text(block.heading) if block.heading is not None else None
        return replace(
            place,
            condition=together(place.condition, relevant),
            section=heading or place.section,
        )

    def _loop(self, loop: Loop, place: Place) -> Stretch:
        around = replace(self._inside(loop, place), section=place.section)
        local = [str(question.key) for question in asked_in(loop.items)]
        local += calculated_in(loop.items)
        self.by_lot |= loop.shuffle is not False
        return Stretch(
            loop.key + place.suffix,
            loop.shuffle,
            tuple(self._round(loop, each, local, around) for each in self._rounds(loop, around)),
        )

    def _round(self, loop: Loop, each: Round, local: list[str], around: Place) -> Stretch:
        suffix = f"{around.suffix}[{each.name}]"
        condition = together(around.condition, each.condition)
        turn = condition or Literal(value=True)
        inner = replace(
            around,
            suffix=suffix,
            names={**around.names, **{key: key + suffix for key in local}},
            things={**around.things, loop.key: (each.thing, each.label)},
        )
        first: list[str | Stretch] = []
        if loop.again is not None:
            key = QuestionKey(loop.key + suffix)
            more = YesNo(
                key=key, prompt=inner.text(loop.again), relevant=condition, section=around.section
            )
            self.questions.append(more)
            first = [str(key)]
            condition = turn = together(condition, Given(key)) or Given(key)
        self.turns.setdefault(loop.key, []).append(turn)
        heading = inner.text(loop.heading) if loop.heading is not None else around.section
        inner = replace(inner, condition=condition, section=heading)
        return Stretch(loop.key + suffix, False, (*first, *self.items(loop.items, inner)))

    def _rounds(self, loop: Loop, place: Place) -> Iterator[Round]:
        if loop.over is not None:
            key = place.names.get(loop.over, str(loop.over))
            for choice in things_of(self.asked.get(str(loop.over))):
                picked = Has(Given(key), Literal(str(choice.key)))
                label = label_of(choice, key)
                yield Round(str(choice.key), Literal(str(choice.key)), label, picked)
            return
        before: Expression | None = None
        for number in range(1, loop.at_most + 1):
            if loop.times is not None:
                times = place.expression(moved_by(loop.times, self._origin_of_times(loop)))
                before = Compare(Comparison.AT_LEAST, times, Literal(float(number)))
            elif number > 1:
                before = Given(f"{loop.key}{place.suffix}[{number - 1}]")
            label = Text({"": str(number)})
            yield Round(str(number), Literal(float(number)), label, before)

    def _origin_of_times(self, loop: Loop) -> int:
        return self.origins.get(id(loop), 0) + ORIGIN

    def _together(self, node: Expression) -> Expression | None:
        match node:
            case Count(Given(key)) if key in self.turns:
                ones = (When(each, Literal(1.0), Literal(0.0)) for each in self.turns[key])
                return Call(Function.SUM, tuple(ones), at=node.at)
            case Count(Given(key)) if key in self.rounds:
                answered = map(Answered, self.rounds[key])
                ones = (When(each, Literal(1.0), Literal(0.0)) for each in answered)
                return Call(Function.SUM, tuple(ones), at=node.at)
            case Answered(key) if key in self.rounds:
                return _any_of([Answered(each) for each in self.rounds[key]])
            case Call(function, arguments) if function in _OF_ALL_ROUNDS:
                spread = tuple(each for argument in arguments for each in self._spread(argument))
                if spread != arguments:
                    return replace(node, arguments=tuple(map(self.outside, spread)))
        return None

    def _spread(self, argument: Expression) -> tuple[Expression, ...]:
        """An answer of each round, in place of a name from inside a loop."""
        if isinstance(argument, Given) and argument.key in self.rounds:
            return tuple(Given(key, at=argument.at) for key in self.rounds[argument.key])
        return (argument,)


def _any_of(conditions: list[Expression]) -> Expression:
    found = conditions[0]
    for condition in conditions[1:]:
        found = Either(found, condition)
    return found


def _changed(question: Question, change: Change) -> Question:
    """The question with each of its expressions changed."""
    places = ["relevant", "constraint", "default"]
    if isinstance(question, Listed):
        places.append("choice_filter")
    changed: dict[str, Any] = {
        name: change(found) for name in places if (found := getattr(question, name)) is not None
    }
    return replace(question, **changed) if changed else question
