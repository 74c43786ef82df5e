"""The figures of a rehearsal, read from the database after all is done, and whether they add up."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.views.segment_names import marks_told
from bot.views.segments import titles
from bot.words import Words
from rehearsal.resident import End, Visit
from surveys.answers import Answer, Skipped
from surveys.questions import QuestionKey
from use_cases.ports import UnitOfWork
from use_cases.records import DeliveryState, Person, StoredSegment
from use_cases.segments.segmenting import SchemeView, view_scheme

ENDS = (
    DeliveryState.SENT,
    DeliveryState.UNREACHABLE,
    DeliveryState.FAILED,
    DeliveryState.UNCONFIRMED,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentFigures:
    """One segment: decided members, and what sets them apart in a few words each."""

    name: str
    size: int
    markers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemeFigures:
    """What one scheme found; `members` are the Telegram ids of the decided, by segment."""

    basis: str
    verdict: str
    people: int
    segments: tuple[SegmentFigures, ...]
    undecided: int
    members: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What the database says at the end."""

    people: int
    completed: int
    unfinished: int
    answers: int
    skipped: int
    schemes: tuple[SchemeFigures, ...]
    campaigns: int
    audience: int
    messages: Mapping[str, int]  # Deliveries by how they ended.
    points_given: int
    ledger_sum: int
    differing: tuple[int, ...] = ()  # Telegram ids of those whose answers are not as pressed.


async def scheme_views(work: UnitOfWork, survey_key: str) -> list[SchemeView]:
    """The schemes of a survey that have been looked for."""
    views = [
        await view_scheme(work, scheme)
        for scheme in await work.segments.schemes()
        if scheme.survey_key == survey_key
    ]
    return [view for view in views if view.run is not None]


async def read_figures(
    work: UnitOfWork, survey_key: str, visits: Sequence[Visit], language: str
) -> Figures:
    """Read everything that the summary tells; each visit's answers are compared one by one."""
    stored = {visit.telegram_id: await _answers(work, survey_key, visit) for visit in visits}
    kinds = Counter(isinstance(a, Skipped) for given in stored.values() for a in given.values())
    views = await scheme_views(work, survey_key)
    segment_ids = [segment.id for view in views for segment in view.segments]
    campaigns = await work.campaigns.of_segments(segment_ids)
    totals: Counter[DeliveryState] = Counter()
    for campaign in campaigns:
        totals.update(await work.campaigns.totals(campaign.id))
    counts = await work.responses.counts(survey_key)
    return Figures(
        people=await work.people.count(),
        completed=counts.completed,
        unfinished=counts.started - counts.completed,
        answers=kinds.total(),
        skipped=kinds[True],
        schemes=tuple([await _scheme(work, view, Words(language)) for view in views]),
        campaigns=len(campaigns),
        audience=totals.total(),
        messages={str(state): totals[state] for state in DeliveryState if totals[state]},
        points_given=await work.points.given(),
        ledger_sum=await work.points.total(),
        differing=tuple(v.telegram_id for v in visits if stored[v.telegram_id] != v.given),
    )


async def _answers(work: UnitOfWork, survey_key: str, visit: Visit) -> Mapping[QuestionKey, Answer]:
    person = await work.people.by_telegram_id(visit.telegram_id)
    response = person and await work.responses.of_person(survey_key, person.id)
    return response.response.answers if response else {}


async def _scheme(work: UnitOfWork, view: SchemeView, words: Words) -> SchemeFigures:
    assert view.run is not None, "only schemes that were looked for are told of"
    names = titles(view, words)
    placed = {m.person_id: m.segment_id for m in await work.segments.memberships(view.scheme.id)}
    people: Sequence[Person] = await work.people.get_many(placed)
    members = {
        person.telegram_id: segment_id
        for person in people
        if (segment_id := placed[person.id]) is not None
    }
    return SchemeFigures(
        basis=view.scheme.grounds.key,
        verdict=str(view.run.verdict),
        people=view.run.people,
        segments=tuple(
            SegmentFigures(
                name=names[segment.id],
                size=view.sizes[segment.id],
                markers=_markers(view, segment, words),
            )
            for segment in view.segments
        ),
        undecided=view.undecided,
        members=members,
    )


def _markers(view: SchemeView, segment: StoredSegment, words: Words) -> tuple[str, ...]:
    found = view.run.segment(int(segment.key)) if view.run is not None else None
    if found is None:
        return ()
    told = marks_told(found.more + found.less, view.asked, words.language)
    return tuple(dict.fromkeys(told))


def faults(figures: Figures, visits: Sequence[Visit], *, expected: Mapping[str, int]) -> list[str]:
    """Every sum that does not add up, each as a sentence; `expected` points and arrivals too."""
    ends = Counter(visit.end for visit in visits)
    ended = sum(figures.messages.get(state, 0) for state in ENDS)
    pairs = [
        ("finished responses", figures.completed, ends[End.FINISHED]),
        ("unfinished responses", figures.unfinished, ends[End.UNFINISHED]),
        ("answers stored", figures.answers, sum(len(visit.given) for visit in visits)),
        ("messages by outcome", ended, figures.audience),
        ("the ledger's sum", figures.ledger_sum, 0),
        ("people whose answers differ from what they pressed", len(figures.differing), 0),
        ("people known to the bot", figures.people, expected["people"]),
        ("points given", figures.points_given, expected["points"]),
        ("messages in people's chats", expected["arrived"], figures.messages.get("sent", 0)),
    ]
    return [f"{what}: {found}, not {wanted}" for what, found, wanted in pairs if found != wanted]
