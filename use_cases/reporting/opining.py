"""What a division by votes shows: a map of opinions, what each group stands for, common ground.

Nobody stands on the map alone: people of one group are parted along the wider axis at the median
until fewer than ten stand together, and are drawn where these stand on average (Mondrian, LeFevre,
DeWitt and Ramakrishnan 2006, with k = 5). Where fewer than five voted on a side, no figure is told.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from surveys.questions import Question
from use_cases.records import StoredSegment
from use_cases.reporting.sitting import Material
from use_cases.reporting.suppression import FEW, Count

if TYPE_CHECKING:  # They bring numpy in, which the bot starts without.
    from segmentation.coding import Floats, Ints
    from segmentation.votes.statements import Statement


@dataclass(frozen=True, slots=True)
class VoteShare:
    """The share of the votes cast that say so; None where a figure would tell of a few: then
    `most` says whether all but a few do, or hardly anybody."""

    value: float | None
    most: bool = False


@dataclass(frozen=True, slots=True)
class Opinion:
    """How people voted on a statement: for it, or against it. `others` is everybody else, or of
    what all agree on the group where fewest do."""

    question: Question
    agree: bool
    share: VoteShare
    others: VoteShare


@dataclass(frozen=True, slots=True)
class Camp:
    """One group and what it stands for, the strongest first."""

    segment: StoredSegment
    size: Count
    opinions: tuple[Opinion, ...]


@dataclass(frozen=True, slots=True)
class Stand:
    """So many people around one point of the map; `number` is their segment's, 0 for none."""

    x: float
    y: float
    number: int
    people: int


@dataclass(frozen=True, slots=True)
class Opinions:
    """The map and the statements; groups of fewer than five are in none of it."""

    camps: tuple[Camp, ...]
    agreed: tuple[Opinion, ...]
    stands: tuple[Stand, ...]


def opine(material: Material) -> Opinions | None:
    """The opinions of a division; None where it does not rest on votes, or too few may be told."""
    run = material.run
    if run is None or run.model is None or run.model.opinions is None:
        return None
    import numpy as np

    from segmentation.coding import encode
    from segmentation.placing import placeable
    from segmentation.votes.space import OpinionSpace
    from segmentation.votes.statements import agreed, defining

    features = [column.feature for column in run.model.columns]
    values = encode(features, material.table)
    told = [place for place, size in enumerate(material.sizes) if size.shown]
    labels = np.array([told.index(at) if at in told else -1 for at in material.places], dtype=int)
    columns = {str(f.item): j for j, f in enumerate(features)}
    drawn = run.model.opinions
    points = OpinionSpace(np.array(drawn.means), np.array(drawn.axes)).points(values)
    standing = placeable(run.model, values)
    numbers = [material.segments[place].number for place in told]
    hidden = np.array([at is not None and at not in told for at in material.places], dtype=bool)
    stands = [
        stand
        for label, number in ((-1, 0), *enumerate(numbers))
        for stand in _stands(points[standing & ~hidden & (labels == label)], number)
    ]

    def opinion(said: "Statement", inside: "Ints", outside: "Sequence[Ints]") -> Opinion | None:
        question = material.questions.get(features[columns[said.item]].item)
        column, side = values[:, columns[said.item]], 2.0 if said.agree else 0.0
        theirs = min((_share(column[rows], side) for rows in outside), key=_least)
        share = _share(column[inside], side)
        return Opinion(question, said.agree, share, theirs) if question else None

    rows = [np.flatnonzero(labels == label) for label in range(len(told))]
    camps = []
    for label, place in enumerate(told):
        rest = np.flatnonzero((labels >= 0) & (labels != label))
        found = (opinion(s, rows[label], [rest]) for s in defining(features, values, labels, label))
        segment, size = material.segments[place], material.sizes[place]
        camps.append(Camp(segment, size, tuple(o for o in found if o is not None)))
    if not stands or len(camps) < 2:
        return None
    all_ = np.flatnonzero(labels >= 0)
    common = (opinion(s, all_, rows) for s in agreed(features, values, labels, len(told)))
    return Opinions(tuple(camps), tuple(o for o in common if o is not None), tuple(stands))


def _share(column: "Floats", side: float) -> VoteShare:
    """Of the votes cast in `column`; neither a few who say so nor a few who do not are told."""
    mine = int((column == side).sum())
    votes = int((column >= 0).sum())  # NaN, where none was cast, is not.
    if mine < FEW or votes - mine < FEW:
        return VoteShare(None, most=2 * mine > votes)
    return VoteShare(mine / votes)


def _least(share: VoteShare) -> float:
    return share.value if share.value is not None else float(share.most)


def _stands(points: "Floats", number: int) -> Iterator[Stand]:
    """The people of one group, five to nine of them at a time; fewer than five are not drawn."""
    if len(points) < FEW:
        return
    if len(points) < 2 * FEW:
        x, y = points.mean(axis=0)
        yield Stand(float(x), float(y), number, len(points))
        return
    wide = int((points.max(axis=0) - points.min(axis=0)).argmax())
    order = points[:, wide].argsort(kind="stable")
    half = len(points) // 2
    yield from _stands(points[order[:half]], number)
    yield from _stands(points[order[half:]], number)
