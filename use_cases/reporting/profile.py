"""The profile of each segment against everybody, counted anew from the answers.

The true counts come in, and only their public side (see `suppression`) goes on: shares, means,
differences and intervals are computed from that.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import asin, sqrt

from surveys.answers import (
    Answer,
    Chosen,
    Contacted,
    Counted,
    Judged,
    Located,
    Picked,
    Ranked,
    Rated,
    Sent,
    Skipped,
)
from surveys.field.rates import wilson
from surveys.maxdiff.scoring import own_scores
from surveys.piping import without_answers
from surveys.questions import (
    Choice,
    ChoiceKey,
    ContactQuestion,
    DateQuestion,
    LocationQuestion,
    MaxDiff,
    MediaQuestion,
    MultipleChoice,
    NumberQuestion,
    OpenQuestion,
    Question,
    QuestionKey,
    Ranking,
    Scale,
    SingleChoice,
    TimeQuestion,
    YesNo,
    choices_of,
)
from surveys.text import Text
from surveys.ticks import places_of
from use_cases.reporting.suppression import FEW, UNKNOWN, Count, Kind, of_whole, parts
from use_cases.reporting.values import GIVEN, Cell, Estimate, Row

Z_95 = 1.96
EFFECT_MIN = 0.2  # Cohen's "small": below it a difference is not worth a sentence.
STRONGEST_MAX = 3

_GIVEN = Choice(key=GIVEN, label=Text({}))
"""What can only be counted: that something was sent."""

Ends = tuple[float | None, float | None]
"""The lowest and the highest answer that a question allows."""


@dataclass(frozen=True, slots=True)
class Crowd:
    """The answers of some people (a segment, or the rest) and the public side of their number."""

    people: Sequence[Mapping[QuestionKey, Answer]]
    size: Count


def share_of(count: Count, base: float) -> Estimate:
    """The share that a public count is of `base` people."""
    if not count.shown or base < FEW:
        return Estimate(Kind.FEW if count.kind is Kind.FEW else Kind.HIDDEN)
    share = min(max(count.value / base, 0.0), 1.0)
    return Estimate(count.kind, share, *wilson(share * base, base))


def rows_of(question: Question, crowds: Sequence[Crowd], rest: Crowd) -> tuple[Row, ...]:
    """The lines of one question: a cell for each of `crowds`; everybody is they and the rest."""
    match question:
        case SingleChoice(choices=choices) | MultipleChoice(choices=choices):
            return _choice_rows(question, choices, (*crowds, rest))
        case YesNo():
            return _choice_rows(question, choices_of(question), (*crowds, rest))
        case Scale(low=low, high=high):
            return (_mean_row(question, (*crowds, rest), low, high),)
        case NumberQuestion(minimum=minimum, maximum=maximum):
            return (_mean_row(question, (*crowds, rest), minimum, maximum),)
        case Ranking():
            return _rows_of_each(question, (*crowds, rest), _place_of, (1, places_of(question)))
        case MaxDiff():
            return _rows_of_each(question, (*crowds, rest), _worth_of, (-1, 1))
        case MediaQuestion() | LocationQuestion() | ContactQuestion():
            return _choice_rows(question, (_GIVEN,), (*crowds, rest))
    return ()


def untold(question: Question) -> bool:
    """Whether it asks for something that has no line in a profile: days, times, own words."""
    return isinstance(question, DateQuestion | TimeQuestion | OpenQuestion)


def _rows_of_each(
    question: Ranking | MaxDiff,
    crowds: Sequence[Crowd],
    number: Callable[[Answer | None, ChoiceKey], float | None],
    ends: tuple[int, int],
) -> tuple[Row, ...]:
    """A mean for each choice: its place in a ranking, or its best-worst score."""
    rows = []
    for choice in question.choices:
        columns = [
            [n for p in crowd.people if (n := number(p.get(question.key), choice.key)) is not None]
            for crowd in crowds
        ]
        asked, label = without_answers(question.prompt), choice.label
        said = {
            each: f"{asked.in_language(each)} — {label.in_language(each)}"
            for each in asked.languages
        }
        rows.append(_row_of_means(question.key, Text(said), columns, ends))
    return tuple(rows)


def _beside(prompt: Text, label: Text) -> Text:
    languages = prompt.languages
    return Text(
        {each: f"{prompt.in_language(each)} — {label.in_language(each)}" for each in languages}
    )


def _place_of(answer: Answer | None, key: ChoiceKey) -> float | None:
    ranked = answer.choices if isinstance(answer, Ranked) else ()
    return float(ranked.index(key) + 1) if key in ranked else None


def _worth_of(answer: Answer | None, key: ChoiceKey) -> float | None:
    return own_scores(answer).get(key) if isinstance(answer, Judged) else None


def _choice_rows(
    question: Question, choices: Sequence[Choice], crowds: Sequence[Crowd]
) -> tuple[Row, ...]:
    """One line for each option."""
    columns = [_column(question, choices, crowd) for crowd in crowds]
    rows = []
    for i, choice in enumerate(choices):
        counts = [column.counts[i] for column in columns]
        bases = [column.base for column in columns]
        everybody = _everybody(counts, bases)
        rows.append(
            Row(
                item=question.key,
                option=choice.key,
                prompt=without_answers(question.prompt),
                label=choice.label if choice is not _GIVEN else None,
                everybody=everybody,
                cells=tuple(
                    _cell(share_of(count, base), everybody, count)
                    for count, base in list(zip(counts, bases, strict=True))[:-1]
                ),
            )
        )
    return tuple(rows)


@dataclass(frozen=True, slots=True)
class _Column:
    """The public counts of all options in one crowd, and the public number of who answered."""

    counts: tuple[Count, ...]
    base: float


def _column(question: Question, choices: Sequence[Choice], crowd: Crowd) -> _Column:
    given = [person.get(question.key) for person in crowd.people]
    picks = [_picked(answer, choices) for answer in given]
    silent = sum(1 for pick in picks if pick is None)
    counts = [sum(1 for p in picks if p is not None and c.key in p) for c in choices]
    if not crowd.size.shown:
        return _Column(tuple(UNKNOWN for _ in counts), 0.0)
    # A few who did not answer count as not choosing: their number must not show.
    base = crowd.size.value - (silent if silent >= FEW else 0)
    if isinstance(question, SingleChoice | YesNo):
        wholes = [*counts, silent] if silent else counts
        public = parts(wholes, crowd.size.value, unsure=not crowd.size.exact, zero_is_few=True)
        return _Column(public[: len(counts)], base)
    answered = len(picks) - (silent if silent >= FEW else 0)
    whole = Count(crowd.size.kind, base) if base >= FEW else UNKNOWN
    return _Column(tuple(of_whole(n, whole, answered) for n in counts), base)


def _picked(answer: Answer | None, offered: Sequence[Choice]) -> tuple[str, ...] | None:
    match answer:
        case Chosen(choice):
            return (choice,)
        case Picked(choices):
            return choices
        case Sent() | Located() | Contacted():
            return (GIVEN,)
        case Skipped() if _GIVEN in offered:
            return ()
    return None


def _everybody(counts: Sequence[Count], bases: Sequence[float]) -> Estimate:
    """Everybody as the sum of what is public of the parts."""
    told = [(c, b) for c, b in zip(counts, bases, strict=True) if c.kind is not Kind.HIDDEN and b]
    if not any(count.shown for count, _ in told):
        return Estimate(Kind.HIDDEN)
    base = sum(base for _, base in told)
    share = min(sum(count.middle for count, _ in told) / base, 1.0)
    exact = len(told) == sum(1 for b in bases if b) and all(count.exact for count, _ in told)
    return Estimate(Kind.EXACT if exact else Kind.ABOUT, share, *wilson(share * base, base))


def _mean_row(
    question: Question, crowds: Sequence[Crowd], low: float | None, high: float | None
) -> Row:
    """The line of a question that is answered by a number."""
    values = [_numbers(question, crowd) for crowd in crowds]
    return _row_of_means(question.key, without_answers(question.prompt), values, (low, high))


def _row_of_means(
    item: QuestionKey, prompt: Text, values: Sequence[Sequence[float]], ends: Ends
) -> Row:
    """The line of these numbers, a column for each crowd."""
    low, high = ends
    spread = _deviation([value for column in values for value in column])
    means = [_mean(column, spread, ends) for column in values]
    everybody = _pooled(means, [len(column) for column in values], spread, ends)
    return Row(
        item=item,
        option=None,
        prompt=prompt,
        label=None,
        everybody=everybody,
        cells=tuple(_cell(mean, everybody) for mean in means[:-1]),
        low=low,
        high=high,
        spread=spread,
    )


def _numbers(question: Question, crowd: Crowd) -> list[float]:
    answers = (person.get(question.key) for person in crowd.people)
    return [float(a.value) for a in answers if isinstance(a, Rated | Counted)]


def _mean(values: Sequence[float], spread: float, ends: Ends) -> Estimate:
    """The mean, unless few answered or it lies so near an end that it tells of a few."""
    if len(values) < FEW:
        return Estimate(Kind.FEW)
    total = sum(values)
    if any(end is not None and abs(total - end * len(values)) < FEW for end in ends):
        return Estimate(Kind.HIDDEN)
    return _estimate(Kind.EXACT, total / len(values), Z_95 * spread / sqrt(len(values)), ends)


def _estimate(kind: Kind, mean: float, half: float, ends: Ends) -> Estimate:
    """A mean with its interval, which ends where the scale does."""
    low, high = ends
    bottom = mean - half if low is None else max(mean - half, low)
    top = mean + half if high is None else min(mean + half, high)
    return Estimate(kind, mean, bottom, top)


def _pooled(
    means: Sequence[Estimate], people: Sequence[int], spread: float, ends: Ends
) -> Estimate:
    """The mean of everybody whose part's mean is shown."""
    told = [(m.value, n) for m, n in zip(means, people, strict=True) if m.value is not None]
    total = sum(n for _, n in told)
    if not total:
        return Estimate(Kind.HIDDEN)
    mean, half = sum(value * n for value, n in told) / total, Z_95 * spread / sqrt(total)
    kind = Kind.EXACT if len(told) == sum(1 for n in people if n) else Kind.ABOUT
    return _estimate(kind, mean, half, ends)


def _deviation(values: Sequence[float]) -> float:
    """The standard deviation of everybody: one for all segments, so that it tells of none."""
    if len(values) < 2:
        return 0.0
    mean = sum(values) / len(values)
    return sqrt(sum((value - mean) ** 2 for value in values) / (len(values) - 1))


def _cell(estimate: Estimate, everybody: Estimate, count: Count | None = None) -> Cell:
    known = estimate.value is not None and everybody.value is not None
    difference = (estimate.value or 0.0) - (everybody.value or 0.0) if known else None
    return Cell(estimate=estimate, difference=difference, count=count)


def strongest(rows: Sequence[Row], segment: int, sign: int) -> tuple[int, ...]:
    """The lines on which a segment lies most clearly above (sign 1) or below (-1) everybody."""
    found = []
    for place, row in enumerate(rows):
        effect = _effect(row, segment) * sign
        if effect >= EFFECT_MIN:
            found.append((-effect, place))
    return tuple(place for _, place in sorted(found)[:STRONGEST_MAX])


def _effect(row: Row, segment: int) -> float:
    """Cohen's h or d of the segment against everybody; 0 where chance may be all of it."""
    here, all_ = row.cells[segment].estimate, row.everybody
    if here.value is None or all_.value is None or here.low is None or here.high is None:
        return 0.0
    if here.low <= all_.value <= here.high:
        return 0.0
    if row.is_share:
        return 2 * (asin(sqrt(here.value)) - asin(sqrt(all_.value)))
    return (here.value - all_.value) / row.spread if row.spread else 0.0
