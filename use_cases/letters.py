"""The letters of a campaign: a manager's message filled for each recipient."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from campaigns.template import (
    Filling,
    Placeholder,
    Template,
    fits,
    missing,
    read_template,
    render,
)
from use_cases.ports import UnitOfWork
from use_cases.records import Campaign, Person, StoredRun, StoredSegment


class Wording(Protocol):
    """The words that the bot knows and the errands do not."""

    def segment(self, segment: StoredSegment, run: StoredRun | None, language: str) -> str:
        """What the segment is called: the manager's name for it, or the one proposed in `run`."""
        ...

    def house(self, language: str) -> str | None:
        """In whose name the bot speaks, if the organisation has set one."""
        ...

    def gift(self, points: int, language: str) -> str:
        """The line under a message that brings points, as Telegram HTML; empty for no line."""
        ...


class LetterFault(StrEnum):
    """Why a letter cannot be sent as filled."""

    TOO_LONG = "too_long"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Letter:
    """One recipient's text in Telegram HTML, what it lacks, and the fault that forbids it."""

    text: str
    missing: frozenset[Placeholder] = frozenset()
    fault: LetterFault | None = None


@dataclass(slots=True)
class Letters:
    """Writes a campaign's letters; the words that recipients share are looked up once a language.

    `balances` are needed by `write` only if `needs_balances`.
    """

    campaign: Campaign
    template: Template
    segment: StoredSegment
    run: StoredRun | None
    wording: Wording
    _shared: dict[str, tuple[Filling, str]] = field(default_factory=dict)

    @property
    def needs_balances(self) -> bool:
        """Whether the message tells people their balance."""
        return self.template.uses(Placeholder.POINTS)

    def write(self, person: Person, balance: int = 0) -> Letter:
        """The letter to one person; the balance told includes the points that it brings."""
        shared, gift = self._of_language(person.language)
        filling = Filling(
            name=person.name,
            points=balance + self.campaign.points,
            segment=shared.segment,
            house=shared.house,
        )
        body = render(self.template, filling)
        text = f"{body}\n\n{gift}" if gift and body.strip() else body
        fault = None
        if not body.strip():
            fault = LetterFault.EMPTY
        elif not fits(text):
            fault = LetterFault.TOO_LONG
        return Letter(text, missing(self.template, filling), fault)

    def _of_language(self, language: str) -> tuple[Filling, str]:
        if language not in self._shared:
            points = self.campaign.points
            filling = Filling(
                segment=self.wording.segment(self.segment, self.run, language),
                house=self.wording.house(language),
            )
            gift = self.wording.gift(points, language) if points else ""
            self._shared[language] = filling, gift
        return self._shared[language]


async def open_letters(work: UnitOfWork, campaign: Campaign, wording: Wording) -> Letters:
    """Make ready to write the letters of a campaign, whose draft was found to have no faults."""
    template = read_template(campaign.template)
    segment = await work.segments.get_segment(campaign.segment_id)
    if not isinstance(template, Template) or segment is None:
        raise ValueError(f"campaign {campaign.id} cannot be written: {template}, {segment}")
    run = await work.segments.latest_run(segment.scheme_id)
    return Letters(campaign, template, segment, run, wording)


async def write_all(work: UnitOfWork, letters: Letters, people: Sequence[Person]) -> list[Letter]:
    """The letters to these people, in their order."""
    ids = [person.id for person in people]
    balances = await work.points.balances(ids) if letters.needs_balances else {}
    return [letters.write(person, balances.get(person.id, 0)) for person in people]
