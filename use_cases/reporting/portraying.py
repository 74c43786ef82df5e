"""Portraits from the material: which lines are worth telling, and which may be told."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from segmentation.run import SegmentationRun
from surveys.answers import Answer, Chosen, Counted
from surveys.field.rates import wilson
from surveys.questions import (
    NO,
    YES,
    Basis,
    ChoiceKey,
    Gauge,
    NumberQuestion,
    Question,
    QuestionKey,
    Scale,
    SingleChoice,
    YesNo,
    choices_of,
)
from surveys.text import Text
from use_cases.reporting.portraits import Ages, Agreed, Hours, Portrait, Trait
from use_cases.reporting.publishing import Line, counted_rows, published
from use_cases.reporting.sitting import Material
from use_cases.reporting.suppression import FEW, Count, Kind
from use_cases.reporting.values import Estimate, Row

if TYPE_CHECKING:  # They bring numpy in, which the bot starts without.
    from segmentation.profile.descriptors import Description
    from segmentation.profile.sketching import Sketch

TOLD_MAX = 3
EFFECT_MIN = 0.2  # Cohen's "small"
SEEN_SHARE, SEEN_STEP = 0.005, 0.05  # What is less is written as nothing.
FOUND_BY_CHANCE = 0.05  # of what is told of descriptors
HOURS_TOGETHER = 3
WAKING = range(8, 20)  # when three hours may begin that somebody is written to in
HOURS_MIN = 20  # answers of a segment before anything is said of its hours
AGE_KEYS = ("age", "age_group", "years")


def portray(material: Material) -> tuple[Portrait, ...]:
    """A portrait of each segment; of fewer than five people only that they are so few."""
    from segmentation.profile.sketching import Sitting, sketched

    run = material.run
    sketch = sketched(
        Sitting(
            groups=tuple(tuple(map(int, s.keys)) for s in material.segments),
            places=material.places,
            model=run.model if run else None,
            built=material.table,
            answers=material.table,
            items=material.items,
            builds=_builds(run),
        )
    )
    rows = counted_rows(material)
    return tuple(
        _portrait(material, sketch, rows, place) for place in range(len(material.segments))
    )


def _builds(run: SegmentationRun | None) -> frozenset[QuestionKey]:
    return frozenset(item.key for item in run.recipe.items) if run else frozenset()


def _portrait(
    material: Material, sketch: "Sketch", rows: Mapping[Line, Row], place: int
) -> Portrait:
    segment, size = material.segments[place], material.sizes[place]
    share = size.value / material.people if material.people else 0.0
    plain = Portrait(
        segment=segment,
        size=size,
        share=Estimate(size.kind, share, *wilson(size.value, material.people))
        if size.shown
        else Estimate(Kind.HIDDEN),
    )
    if not size.shown:
        return plain
    built = _traits(material, rows, sketch.building, place, tested=False)
    about = _traits(material, rows, sketch.describing, place)
    telling = [t for t in about if t.p is not None and t.p <= FOUND_BY_CHANCE]
    found = [t for t in (*built, *telling) if _strong(t)]
    more, less = [t for t in found if t.more], [t for t in found if not t.more]
    wanted = [t for t in more if _wanted(t)]
    members = [row for row, at in enumerate(material.places) if at == place]
    return replace(
        plain,
        more=_strongest(more),
        less=_strongest(less),
        about=_strongest(t for t in telling if _strong(t)),
        agreed=_agreed(material, sketch),
        values=_strongest(t for t in wanted if t.basis is Basis.PSYCHOGRAPHIC),
        needs=_strongest(t for t in wanted if t.basis is Basis.NEEDS and not _gauges(t)),
        goals=_strongest(t for t in wanted if t.basis is Basis.BENEFITS),
        problems=_strongest(t for t in less if _gauges(t)),
        unsure=_strongest(
            t
            for t in _traits(material, rows, sketch.unsure, place)
            if t.more and t.p is not None and t.p <= FOUND_BY_CHANCE
        ),
        channels=_strongest(t for t in more if t.basis is Basis.TECHNOGRAPHIC and t.share),
        wordy=_wordy(sketch, place),
        ages=_ages(material, members),
        hours=_hours(material.hours[place]),
        quotes=material.quotes[place],
        guessed=material.run is not None and material.run.model is not None,
        rows=tuple(
            _traits(material, rows, (*sketch.building, *sketch.describing), place, every=True)
        ),
    )


def _strong(trait: Trait) -> bool:
    return abs(trait.effect) >= EFFECT_MIN and trait.low * trait.high > 0


def _wanted(trait: Trait) -> bool:
    """Whether it is more than everybody's by a figure that can be seen, and on a scale more than
    neither: whoever minds something a little less than others does not value it."""
    seen = trait.low >= (SEEN_SHARE if trait.share else SEEN_STEP)
    question = trait.question
    above = not isinstance(question, Scale) or trait.value > (question.low + question.high) / 2
    return seen and above


def _strongest(traits: Iterable[Trait]) -> tuple[Trait, ...]:
    """At most three, one a question."""
    found: dict[int, Trait] = {}
    for trait in sorted(traits, key=lambda t: (-abs(t.effect), t.question.key)):
        found.setdefault(id(trait.question), trait)
    return tuple(found.values())[:TOLD_MAX]


def _gauges(trait: Trait) -> bool:
    """Whether it measures how content people are."""
    question = trait.question
    return isinstance(question, Scale) and question.gauge is not Gauge.PLAIN


def _traits(
    material: Material,
    rows: Mapping[Line, Row],
    lines: Sequence["Description"],
    place: int,
    *,
    tested: bool = True,
    every: bool = False,
) -> list[Trait]:
    builds = _builds(material.run)
    found = []
    for line in lines:
        if line.segment != place:
            continue
        trait = _trait(material, line)
        if trait is None:
            continue
        trait = published(trait, rows, material, place)
        if every or (line.people >= FEW and _sayable(trait)):
            free = tested and QuestionKey(line.item) not in builds
            found.append(trait if free else replace(trait, p=None))
    return found


def _sayable(trait: Trait) -> bool:
    """Whether something can be said of it: a figure, or that hardly anybody or nearly all do."""
    return trait.told or (trait.share and (trait.few or trait.most))


def _trait(material: Material, line: "Description") -> Trait | None:
    """The line with its question; "no" to a question of yes or no is told as "yes"."""
    key, _, ranked = line.item.partition(": ")
    question = material.questions.get(QuestionKey(line.item))
    if question is None and ranked:
        question = material.questions.get(QuestionKey(key))
    if question is None:
        return None
    option = line.option or ranked
    found_under = QuestionKey(key if ranked else line.item)
    trait = _read(line, found_under, ChoiceKey(option) if option else None, question)
    if isinstance(question, YesNo) and line.option == NO:
        return _turned(trait)
    return trait


def _read(
    line: "Description", item: QuestionKey, option: ChoiceKey | None, question: Question
) -> Trait:
    return Trait(
        item=item,
        option=option,
        question=question,
        label=_label(question, option or ""),
        share=line.option is not None,
        value=line.value,
        value_low=line.value_low,
        value_high=line.value_high,
        everybody=line.everybody,
        difference=line.difference,
        low=line.low,
        high=line.high,
        effect=line.effect,
        effect_low=line.effect_low,
        effect_high=line.effect_high,
        p=line.p_adjusted,
        people=line.people,
    )


def _turned(trait: Trait) -> Trait:
    return replace(
        trait,
        option=YES,
        value=1 - trait.value,
        value_low=1 - trait.value_high,
        value_high=1 - trait.value_low,
        everybody=1 - trait.everybody,
        difference=-trait.difference,
        low=-trait.high,
        high=-trait.low,
        effect=-trait.effect,
        effect_low=-trait.effect_high,
        effect_high=-trait.effect_low,
    )


def _label(question: Question, option: str) -> Text | None:
    if isinstance(question, YesNo):
        return None
    return next((c.label for c in choices_of(question) if c.key == option), None)


def _agreed(material: Material, sketch: "Sketch") -> tuple[Agreed, ...]:
    found = []
    for line in sketch.agreed(len(material.segments), FEW):
        question = material.questions.get(QuestionKey(line.item))
        disagreed = isinstance(question, YesNo) and line.option == NO
        if question is not None and not disagreed:
            found.append(Agreed(question, _label(question, line.option or ""), line.value))
    return tuple(found[:TOLD_MAX])


def _wordy(sketch: "Sketch", place: int) -> Trait | None:
    """How much they write, where it differs for certain."""
    from segmentation.profile.sketching import WORDS

    for line in sketch.describing:
        telling = line.p_adjusted <= FOUND_BY_CHANCE and abs(line.effect) >= EFFECT_MIN
        if line.item == WORDS and line.segment == place and telling and line.people >= FEW:
            counted = NumberQuestion(key=WORDS, prompt=Text({"en": "words"}))
            return _read(line, WORDS, None, counted)
    return None


def _ages(material: Material, members: Sequence[int]) -> Ages | None:
    """The middle half of those who told it, from whichever survey asked first."""
    for key, question in material.questions.items():
        if key.rpartition("/")[2] not in AGE_KEYS or key not in material.table.answers:
            continue
        column = material.table.answers[key]
        told = [answer for row in members if (answer := column[row]) is not None]
        match question:
            case NumberQuestion():
                found = _middle_of_numbers(told)
            case SingleChoice():
                found = _middle_of_groups(question, told)
            case _:
                found = None
        if found is not None:
            return found
    return None


def _middle_of_numbers(told: Sequence[Answer]) -> Ages | None:
    ages = sorted(answer.value for answer in told if isinstance(answer, Counted))
    if len(ages) < 4 * FEW:
        return None  # A quarter of so few would be a person.
    return Ages(ages[len(ages) // 4], ages[-len(ages) // 4], len(ages))


def _middle_of_groups(question: SingleChoice, told: Sequence[Answer]) -> Ages | None:
    """The groups of those who stand a quarter and three quarters of the way from the youngest."""
    counts = Counter(answer.choice for answer in told if isinstance(answer, Chosen))
    in_order = [choice for choice in question.choices for _ in range(counts[choice.key])]
    if len(in_order) < 4 * FEW:
        return None  # A quarter of so few would be a person.
    low, high = in_order[len(in_order) // 4], in_order[-len(in_order) // 4]
    return Ages(low.label, high.label, len(in_order))


def _hours(hours: Sequence[int]) -> Hours | None:
    """The three waking hours in which most answers fell, if more than any three would hold."""
    if len(hours) < HOURS_MIN:
        return None
    counts = Counter(hours)
    window = range(HOURS_TOGETHER)
    found = [(sum(counts[(start + i) % 24] for i in window), -start) for start in WAKING]
    most, start = max(found)
    low, high = wilson(most, len(hours))
    if most < FEW or low <= HOURS_TOGETHER / 24:
        return None
    count = Count(Kind.EXACT, most)
    share = Estimate(count.kind, most / len(hours), low, high)
    return Hours(-start, (-start + HOURS_TOGETHER) % 24, share, len(hours))
