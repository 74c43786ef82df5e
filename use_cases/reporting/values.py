"""What a segment report says, as plain values: every figure is already fit for any eye."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import datetime

from segmentation.grounds import Grounds
from segmentation.run import Evidence, Marker, Reliability, Verdict
from segmentation.themes.values import Sought
from segmentation.values import Method
from surveys.quality.flags import Flag
from surveys.questions import ChoiceKey, QuestionKey, Survey
from surveys.text import Text
from use_cases.goals.setting import GoalView
from use_cases.records import DeliveryState
from use_cases.reporting.figures import SegmentFigures
from use_cases.reporting.suppression import Count, Kind
from use_cases.rules.naming import Names
from use_cases.segments.usefulness import Usefulness

SIMULATED_FACT = "simulated"
"""The house fact that says "yes" where the people are simulated."""


GIVEN = ChoiceKey("given")
"""The option of a line that counts who sent a file, a place or a contact; it has no label."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A share (0-1) or a mean with its 95 % interval; all None where it may not be shown."""

    kind: Kind
    value: float | None = None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One line of a profile for one segment. `count` is None for means."""

    estimate: Estimate
    difference: float | None  # Segment minus everybody, in the unit of the line.
    count: Count | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the profile: an option's share, or a question's mean where `option` is None.

    `cells` stand in the order of the segments. `low` and `high` are the ends of a scale;
    `spread` is the standard deviation of everybody's answers around a mean.
    """

    item: QuestionKey
    option: ChoiceKey | None
    prompt: Text
    label: Text | None
    everybody: Estimate
    cells: tuple[Cell, ...] = ()
    low: float | None = None
    high: float | None = None
    spread: float | None = None

    @property
    def is_share(self) -> bool:
        """Whether the line is a share; else a mean."""
        return self.option is not None


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's own words, contacts and flats masked, and the question they answer."""

    question: Text
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageReport:
    """One message to a segment and how its deliveries ended."""

    sent_at: datetime | None
    words: str
    points: int
    outcome: Mapping[DeliveryState, Count]


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentReport:
    """One segment. `name` is the manager's; without one it is proposed from `markers`.

    `more` and `less` are places in the scheme's `rows`. `number` fixes the colour. `short` more
    people were placed by a short survey: they are in no other figure of the profile.
    """

    number: int
    key: str = ""  # Segmentation's own; that of cut by definition says what it is.
    merged: bool = False
    short: Count | None = None
    name: str | None
    markers: tuple[Marker, ...]
    size: Count
    share: Estimate
    more: tuple[int, ...] = ()
    less: tuple[int, ...] = ()
    quotes: tuple[Quote, ...] = ()
    points: Count
    messages: tuple[MessageReport, ...] = ()
    stability: float | None = None
    success: SegmentFigures | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What speaks for and against one number of segments; see segmentation.run.Evidence.

    The sizes of segments that were tried and dropped are left out: they may be small.
    """

    segments: int
    bic: float
    verdict: Verdict | None = None
    stability: float | None = None
    stability_low: float | None = None
    stability_high: float | None = None
    tightness: float | None = None
    tightness_z: float | None = None
    starts: int = 0
    starts_at_best: int = 0

    @classmethod
    def of(cls, evidence: Evidence) -> "Figures":
        """The publishable part of the evidence."""
        return cls(**{f.name: getattr(evidence, f.name) for f in fields(cls)})


@dataclass(frozen=True, slots=True, kw_only=True)
class Moves:
    """Where the people of each segment (`before`, by number) are now (`after`), noise taken out.

    `cells` are shares of those who were in the row's segment, None where fewer than five went.
    """

    since: datetime
    people: int
    moved: float
    low: float
    high: float
    noise: float | None  # None where nobody is placed by guessing.
    before: tuple[int, ...]
    after: tuple[int, ...]
    cells: tuple[tuple[float | None, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemeReport:
    """One way of segmenting. `verdict` is None before the first run.

    `asked` is what its lines are about, where that is not the report's survey; `short` people were
    placed by a short survey and are in no profile. `corrected`: errors of placing are taken out of
    what its segments say.
    """

    grounds: Grounds
    asked: Survey | None = None
    short: Count | None = None
    corrected: bool = False
    verdict: Verdict | None = None
    found_at: datetime | None = None
    people: Count
    needed: int
    undecided: Count
    undecided_share: Estimate = Estimate(Kind.HIDDEN)
    exploratory: bool = False
    below_floor: bool = False
    small_under: int | None = (
        None  # A segment is smaller than these, who are usual: it was allowed.
    )
    held_under: int | None = None  # No segments: they would be smaller than so many people.
    method: Method | None = None
    seed: int = 0
    starts: int = 0
    pairs: int = 0
    figures: tuple[Figures, ...] = ()
    segments: tuple[SegmentReport, ...] = ()
    rows: tuple[Row, ...] = ()
    scales: Mapping[str, Reliability] = field(default_factory=dict)  # Whose scores were used.
    usefulness: Usefulness | None = None
    moves: Moves | None = None  # Since about a month ago.
    goals: tuple[GoalView, ...] = ()
    sought: tuple[tuple[Text, Sought], ...] = ()  # Open questions, and their themes.
    untold: tuple[Text, ...] = ()  # Questions whose answers have no line: days, times, own words.

    @property
    def chosen(self) -> Figures | None:
        """The figures of the number of segments that was chosen."""
        return next((f for f in self.figures if f.segments == len(self.segments)), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleReport:
    """One segment by a rule. `share` is of everybody who agreed to be known.

    `entered` and `left` are those who came and went since `since` and still are here, or gone;
    None where the segment is younger. `reach` is the share whom a letter can reach.
    """

    id: int
    name: str
    text: str
    names: Names = field(default_factory=dict)  # What the rule's keys are called.
    people: Count
    share: Estimate
    since: datetime
    entered: Count | None = None
    left: Count | None = None
    reach: float | None = None
    reach_at_least: bool = False
    floor: int
    success: SegmentFigures | None = None
    goals: tuple[GoalView, ...] = ()
    messages: tuple[MessageReport, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportData:
    """The segment report of one survey at one moment, with what rests on no survey.

    Without a survey (its key is "") there are only schemes on what people did, and rules.
    `simulated` says that the people in it are simulated. `points` were given by the house in all.
    """

    survey: Survey
    made_at: datetime
    simulated: bool
    completed: Count
    unfinished: Count
    points: Count
    schemes: tuple[SchemeReport, ...] = field(default=())
    rules: tuple[RuleReport, ...] = ()
    assisted: Count | None = None  # Of the completed: entered by a manager.
    quality: tuple[tuple[Flag, Count], ...] = ()  # Responses with each sign of haste.
    hasty: bool = False  # Nearly all responses show some sign.
    design_effect: float = 1.0  # Of the weights by quotas and care; 1 without any.
    weighed_by: str = "both"  # "quotas", "care" or both: what the weights come of.
    effective: float | None = None  # So many unweighted answers tell as much; None: no weights.
