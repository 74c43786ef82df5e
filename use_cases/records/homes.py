"""Buildings, flats, and who lives where."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a building stands, or where somebody without a house is from."""

    district: str | None = None
    city: str | None = None
    region: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Building:
    """One building of the organisation, by the name that people call it: "12A"."""

    id: int
    name: str
    place: Place = Place()


@dataclass(frozen=True, slots=True, kw_only=True)
class FlatFacts:
    """What the roster says of a flat; its number is unique in its building."""

    number: str
    entrance: str | None = None
    floor: int | None = None
    area: float | None = None  # Square metres.
    share: float | None = None  # Of the building, from 0 to 1.


@dataclass(frozen=True, slots=True, kw_only=True)
class Flat:
    """One flat; `code` is the invitation on its door card, once one was made."""

    id: int
    building_id: int
    facts: FlatFacts
    code: str | None = None

    @property
    def number(self) -> str:
        return self.facts.number


class HomeRole(StrEnum):
    """What somebody is to their flat."""

    OWNER = "owner"
    TENANT = "tenant"
    FAMILY = "family"
    COUNCIL = "council"


class Standing(StrEnum):
    """A claim waits until a manager confirms it; only the confirmed count as living there."""

    CLAIMED = "claimed"
    CONFIRMED = "confirmed"


class BoundBy(StrEnum):
    """How somebody came to be known in a flat."""

    CODE = "code"  # Typed from the door card, or by its link or QR.
    CLAIM = "claim"  # They said so, and a manager confirms.
    MANAGER = "manager"  # Entered by a manager on somebody's behalf.


@dataclass(frozen=True, slots=True, kw_only=True)
class Residence:
    """Somebody lives in a flat, or says so; `until` is when they moved out."""

    id: int
    person_id: int
    flat_id: int
    role: HomeRole | None = None
    standing: Standing
    way: BoundBy
    moved_in: date | None = None
    since: datetime
    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """A residence with its flat and building."""

    residence: Residence
    flat: Flat
    building: Building


@dataclass(frozen=True, slots=True, kw_only=True)
class WrongCodes:
    """How many wrong codes somebody sent in a row, and when the last one came."""

    wrong: int
    last_at: datetime
