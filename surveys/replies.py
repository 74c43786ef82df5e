"""The closed family of replies: what a person typed or tapped, not yet read as an answer."""

from dataclasses import dataclass
from datetime import date

from surveys.media import MediaFile

TEXT_CHARS_MAX = 4_000  # Telegram's own limit for one message is 4,096.


@dataclass(frozen=True, slots=True)
class Typed:
    """A text message; `on` is the day on which it was sent, for "tomorrow"."""

    text: str
    on: date | None = None


@dataclass(frozen=True, slots=True)
class TypedOther:
    """The words that "other: please say" asks for, with the ticks that stand by then."""

    text: str
    ticks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class TappedChoice:
    """A tap on the choice at `index` (from 0); of Yes and No, Yes is the first.

    A multiple choice is ticked by it; `ticked` says what the button promised, so that a double
    tap is harmless. None simply turns the tick over.
    """

    index: int
    ticked: bool | None = None


@dataclass(frozen=True, slots=True)
class TappedItem:
    """A tap on the best or the worst of a set; `step` is how many taps the button knew of."""

    index: int
    step: int | None = None


@dataclass(frozen=True, slots=True)
class TappedScale:
    """A tap on a point of a scale."""

    value: int


@dataclass(frozen=True, slots=True)
class TappedDay:
    """A tap on a day of the calendar."""

    day: date


@dataclass(frozen=True, slots=True)
class TappedDone:
    """A tap on Done under ticks, or to go on from a note; None takes the response's ticks.

    Of a ranking the ticks come in their order.
    """

    ticks: frozenset[int] | tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class TappedSkip:
    """A tap on Skip."""


@dataclass(frozen=True, slots=True)
class TappedDontKnow:
    """A tap on "I don't know"."""


@dataclass(frozen=True, slots=True)
class TappedPreferNot:
    """A tap on "I would rather not say"."""


@dataclass(frozen=True, slots=True)
class TappedProposal:
    """A tap on the answer that the author proposes."""


@dataclass(frozen=True, slots=True)
class TappedStillTrue:
    """A tap that says that what an earlier survey knows still holds."""


@dataclass(frozen=True, slots=True)
class SentFile:
    """A photo, a voice message, a video or a document."""

    file: MediaFile


@dataclass(frozen=True, slots=True)
class SentPlace:
    """A place that Telegram's own button or the attachment menu sent."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class SentContact:
    """A telephone number; `own` where it is the sender's."""

    phone: str
    own: bool


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Something that no question takes: a sticker, a poll, a game."""

    kind: str


Reply = (
    Typed
    | TypedOther
    | TappedChoice
    | TappedItem
    | TappedScale
    | TappedDay
    | TappedDone
    | TappedSkip
    | TappedDontKnow
    | TappedPreferNot
    | TappedProposal
    | TappedStillTrue
    | SentFile
    | SentPlace
    | SentContact
    | Unreadable
)
