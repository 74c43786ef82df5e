"""What comes out of a segmentation: the verdict, the segments, who belongs where and why."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from segmentation.model import Model
from segmentation.themes.values import Sought, Themes
from segmentation.values import Recipe, usual_floor
from surveys.questions import QuestionKey


class Verdict(StrEnum):
    """What the segments are, from found in nature to not there."""

    NATURAL = "natural"  # denser than one population with the same correlations would be
    REPRODUCIBLE = "reproducible"  # a stable cut through a continuum
    CONSTRUCTIVE = "constructive"  # a useful cut that another sample would draw elsewhere
    LEVEL_ONLY = "level only"  # only light and heavy tickers, low and high raters
    NONE = "none"  # no segments here
    DEFINED = "defined"  # cut by a definition, not found: cold, warm, hot
    TOO_FEW = "too few"  # not enough people to look


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One line of a profile: an option's share (0-1), or an item's mean where `option` is None.

    `difference` is segment minus everybody, in the unit of the line, with the 95 % interval
    `low`..`high`; `effect` is Cohen's h for a share and d for a mean.
    """

    item: QuestionKey
    option: str | None
    segment: float
    everybody: float
    difference: float
    effect: float
    low: float
    high: float
    answered: int  # members who answered


class Direction(StrEnum):
    """Which way a marker points."""

    MORE = "more"
    LESS = "less"


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker:
    """What a segment does more, or less, than others: material for its name."""

    item: QuestionKey
    option: str | None
    direction: Direction
    difference: float
    effect: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """One segment; `id` is never used again for another one within its scheme.

    `size` counts those whose likeliest segment this is, `decided` the members among them; `share`
    is of everybody placed. `typical` are ids of the most typical members, first comes first.
    `stability` is the mean Jaccard overlap over bootstrap samples, None where it was not measured.
    """

    id: int
    size: int
    decided: int
    share: float
    profile: tuple[Measure, ...]
    more: tuple[Marker, ...]
    less: tuple[Marker, ...]
    typical: tuple[int, ...]
    stability: float | None = None
    carried: bool = False  # The id comes from the previous run.


@dataclass(frozen=True, slots=True)
class Membership:
    """Where one person is likeliest to belong; undecided people are not treated as members."""

    segment: int | None  # None: nothing was answered, or there are no segments
    probability: float
    decided: bool


UNPLACED = Membership(None, 0.0, False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What speaks for and against one number of segments; None where it was not measured.

    `log_likelihood` and `bic` are of the plain mixture: no prior, no weights. `stability` is the
    median adjusted Rand index over pairs of bootstrap samples, `jaccard` each segment's mean
    overlap. `partition_stability` is the same for k-means, to be held against `null_independent`
    and `null_level`: the highest medians over draws with columns permuted freely and within tenths
    of the level. `tightness_independent` and `tightness_level` are within-SS over its least in
    those draws; `gain_independent` is the log-likelihood gained over one class, over the most
    gained in the first of them (only where the tightness leaves it open). `tightness` is within-SS
    over its mean in one population with the same correlations, `tightness_z` how many standard
    deviations it lies below; `likelihood_gain` and `likelihood_gain_z` are the same of the gain.
    `eta2` is the share of the level's variance that the segments explain. `replication`, with many
    thousand people, is the adjusted Rand index on third people between this fit and one on people
    it never saw. `set_aside` counts odd people whose answers were left out of the fit because they
    made a segment under the floor in every solution; they are placed all the same.
    `centred` is the adjusted Rand index between k-means on scales as given and on scales with each
    person's mean taken out: near zero the segments are little but styles of answering.
    """

    segments: int
    log_likelihood: float
    bic: float
    within_ss: float
    smallest: int
    sizes: tuple[int, ...]
    starts: int
    starts_at_best: int
    verdict: Verdict | None = None
    stability: float | None = None
    stability_low: float | None = None  # first quartile of the pairs
    stability_high: float | None = None  # third quartile
    jaccard: tuple[float, ...] = ()
    partition_stability: float | None = None
    null_independent: float | None = None
    null_level: float | None = None
    tightness_independent: float | None = None
    tightness_level: float | None = None
    gain_independent: float | None = None
    tightness: float | None = None
    tightness_z: float | None = None
    likelihood_gain: float | None = None
    likelihood_gain_z: float | None = None
    eta2: float | None = None
    replication: float | None = None
    set_aside: int = 0
    centred: float | None = None
    silhouette: float | None = None  # on the map of opinions, with votes


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """How sure placing is made where a share of the questions was `answered`, or so many `votes`.

    The errors are expected calibration errors for people that the model never saw, before and after
    its probabilities were brought to this temperature, or votes were weighed (model.Sureness).
    `people` could be looked at with so many votes.
    """

    error_before: float
    error_after: float
    answered: float | None = None
    temperature: float | None = None
    votes: int | None = None
    people: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reliability:
    """How well a scale is measured; None where items or people do not suffice.

    `poor` warns: omega (or alpha, where there is no omega) is below scales.reliability.POOR.
    """

    items: int
    people: int  # who answered every item
    alpha: float | None
    alpha_low: float | None = None
    alpha_high: float | None = None
    omega: float | None = None
    omega_low: float | None = None
    omega_high: float | None = None
    poor: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentationRun:
    """One fit of a scheme: everything that placing, showing and the next run need.

    `memberships` holds every person of the table. `retired` names segments of the previous run
    that have no successor. `ids_given` is the highest id ever used in the scheme. `sought` tells
    of the open questions whose themes were looked for, and what is needed to place newcomers.
    """

    recipe: Recipe
    verdict: Verdict
    people: int
    placed: int
    exploratory: bool
    below_floor: bool  # A fixed number left a segment under the floor.
    segments: tuple[Segment, ...] = ()
    memberships: Mapping[int, Membership] = field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()
    model: Model | None = None
    retired: tuple[int, ...] = ()
    ids_given: int = 0
    calibration: tuple[Calibration, ...] = ()
    scales: Mapping[str, Reliability] = field(default_factory=dict)  # by construct, of scores
    sought: Mapping[QuestionKey, Sought] = field(default_factory=dict)  # by open question
    straight_lines: int = 0  # people who weighed nothing in the fit: one answer throughout

    @property
    def chosen(self) -> int:
        """The number of segments."""
        return len(self.segments)

    @property
    def undecided(self) -> int:
        """How many were placed without being decided."""
        return sum(1 for m in self.memberships.values() if m.segment is not None and not m.decided)

    @property
    def themes(self) -> Mapping[QuestionKey, Themes]:
        """The themes that the run rests on, by open question."""
        return {key: each.themes for key, each in self.sought.items() if each.themes is not None}

    @property
    def only_under_floor(self) -> bool:
        """Whether there are no segments because every number left one under the floor."""
        tried = [e for e in self.evidence if e.segments > 1]
        floor = self.recipe.floor(self.placed)
        return bool(tried and not self.segments) and all(
            e.verdict is None and e.smallest < floor for e in tried
        )

    @property
    def held_by_floor(self) -> bool:
        """Whether there are no segments though the number that fits best left one under the floor.

        Then it cannot be said that people differ by degrees: nobody looked at what fits best.
        """
        if self.segments or self.verdict is not Verdict.NONE:
            return False
        best = min(self.evidence, key=lambda e: e.bic, default=None)
        slipped = best is not None and best.segments > 1 and best.verdict is None
        return self.only_under_floor or slipped

    @property
    def small(self) -> bool:
        """Whether a segment is smaller than is usual, because so small ones were allowed."""
        usual = usual_floor(self.placed)
        allowed = self.recipe.floor(self.placed) < usual
        return allowed and any(segment.size < usual for segment in self.segments)

    def segment(self, segment_id: int) -> Segment | None:
        """The segment of that id, or None."""
        return next((s for s in self.segments if s.id == segment_id), None)
