"""What a broadcast would do: whom it reaches, what they would read, what would go wrong."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from campaigns.template import Placeholder
from use_cases.broadcasting.letters import Letter, LetterFault, Wording, open_letters, write_all
from use_cases.ports import UnitOfWork
from use_cases.records import Campaign, Person, StoredSegment
from use_cases.records.rules import StoredRule
from use_cases.rules.telling import sees_people
from use_cases.segments.placing import standing_for

EXAMPLES_MAX = 3


class NoSuchSegment(Exception):
    """There is no such segment, or it is retired and gets no members any more."""


@dataclass(frozen=True, slots=True)
class Example:
    """What one real recipient would read, or the manager who asks."""

    person: Person
    letter: Letter


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What a launch would do now: the head-count is `reachable` + `unreachable`.

    `missing` and `faults` count the reachable people whose letter lacks a word or cannot be sent;
    `points_in_all` is what the letters that can be sent would bring together.
    """

    campaign: Campaign
    segment: StoredSegment | StoredRule
    audience: tuple[int, ...]  # Person ids of everybody that a launch would freeze.
    reachable: int
    unreachable: int
    examples: tuple[Example, ...]
    missing: Mapping[Placeholder, int]
    faults: Mapping[LetterFault, int]
    points_in_all: int
    languages: tuple[str, ...] = ()  # Of the reachable, the commonest first.
    vague: bool = False  # For one who sees no names: in the examples is their own, few are few.


async def preview_letters(work: UnitOfWork, campaign: Campaign, wording: Wording) -> Preview:
    """Write all the letters of a campaign without sending any."""
    segment, members = await _addressed(work, campaign)
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
        languages=languages_of(reachable),
    )


async def as_told_to(
    work: UnitOfWork, reader: Person, preview: Preview, wording: Wording
) -> Preview:
    """The preview as `reader` may see it: whoever sees no names reads the letter to themselves, in
    each language that it is written in."""
    if sees_people(reader):
        return preview
    languages = dict.fromkeys([reader.language, *sorted(preview.campaign.translations)])
    selves = [replace(reader, language=language) for language in languages]
    letters = await write_all(work, await open_letters(work, preview.campaign, wording), selves)
    examples = [Example(*pair) for pair in zip(selves, letters, strict=True)]
    return replace(preview, examples=tuple(examples[:EXAMPLES_MAX]), vague=True)


def languages_of(people: Sequence[Person]) -> tuple[str, ...]:
    """The languages that these people read, the commonest first."""
    spoken = Counter(person.language for person in people)
    return tuple(sorted(spoken, key=lambda language: (-spoken[language], language)))


def _telling(read: Sequence[Example]) -> tuple[Example, ...]:
    """A few of the letters: one with something amiss first if there is any, then one a language."""
    amiss = (place for place, one in enumerate(read) if one.letter.fault or one.letter.missing)
    by_language: dict[str, int] = {}
    for place, one in enumerate(read):
        by_language.setdefault(one.person.language, place)
    firsts = list(by_language.values()) if len(by_language) > 1 else []
    places = dict.fromkeys([*islice(amiss, 1), *firsts, *range(min(len(read), EXAMPLES_MAX + 1))])
    return tuple(read[place] for place in islice(places, EXAMPLES_MAX))


async def _addressed(
    work: UnitOfWork, campaign: Campaign
) -> tuple[StoredSegment | StoredRule, Sequence[Person]]:
    """The segment and who is in it, those who took their consent back left out."""
    if campaign.segment_id is not None:
        segment = await living_segment(work, campaign.segment_id)
        return segment, await work.segments.members(segment.id)
    rule = await living_rule(work, campaign.rule_id)
    people = await work.people.get_many(await work.rules.members(rule.id))
    return rule, [person for person in people if person.consented_at is not None]


async def living_rule(work: UnitOfWork, rule_id: int | None) -> StoredRule:
    """The rule, if it is still there."""
    rule = await work.rules.get(rule_id) if rule_id is not None else None
    if rule is None:
        raise NoSuchSegment
    return rule


async def living_segment(work: UnitOfWork, segment_id: int) -> StoredSegment:
    """The segment, or the one that it is merged into, if it still gets members."""
    segment = await standing_for(work, segment_id)
    if segment is None or segment.retired:
        raise NoSuchSegment
    return segment
