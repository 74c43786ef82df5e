"""What a broadcast would do: whom it reaches, what they would read, what would go wrong."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from campaigns.template import Placeholder
from use_cases.letters import Letter, LetterFault, Wording, open_letters, write_all
from use_cases.ports import UnitOfWork
from use_cases.records import Campaign, Person, StoredSegment

EXAMPLES_MAX = 3


class NoSuchSegment(Exception):
    """There is no such segment, or it is retired and gets no members any more."""


@dataclass(frozen=True, slots=True)
class Example:
    """What one real recipient would read."""

    person: Person
    letter: Letter


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What a launch would do now: the head-count is `reachable` + `unreachable`.

    `missing` and `faults` count the reachable people whose letter lacks a word or cannot be sent;
    `points_in_all` is what the letters that can be sent would bring together.
    """

    campaign: Campaign
    segment: StoredSegment
    audience: tuple[int, ...]  # Person ids of everybody that a launch would freeze.
    reachable: int
    unreachable: int
    examples: tuple[Example, ...]
    missing: Mapping[Placeholder, int]
    faults: Mapping[LetterFault, int]
    points_in_all: int


async def preview_letters(work: UnitOfWork, campaign: Campaign, wording: Wording) -> Preview:
    """Write all the letters of a campaign without sending any."""
    segment = await living_segment(work, campaign.segment_id)
    members = await work.segments.members(segment.id)
    reachable = [person for person in members if person.unreachable_at is None]
    letters = await write_all(work, await open_letters(work, campaign, wording), reachable)
    read = [Example(*pair) for pair in zip(reachable, letters, strict=True)]
    faults = Counter(letter.fault for letter in letters if letter.fault)
    return Preview(
        campaign=campaign,
        segment=segment,
        audience=tuple(person.id for person in members),
        reachable=len(reachable),
        unreachable=len(members) - len(reachable),
        examples=_telling(read),
        missing=Counter(lacked for letter in letters for lacked in letter.missing),
        faults=faults,
        points_in_all=campaign.points * (len(reachable) - faults.total()),
    )


def _telling(read: Sequence[Example]) -> tuple[Example, ...]:
    """A few of the letters, one with something amiss first if there is any."""
    amiss = [one for one in read if one.letter.fault or one.letter.missing][:1]
    rest = [one for one in read[: EXAMPLES_MAX + 1] if one not in amiss]
    return tuple(amiss + rest)[:EXAMPLES_MAX]


async def living_segment(work: UnitOfWork, segment_id: int) -> StoredSegment:
    """The segment, if it still gets members."""
    segment = await work.segments.get_segment(segment_id)
    if segment is None or segment.retired:
        raise NoSuchSegment
    return segment
