"""What a manager can choose from while putting a rule together, instead of typing it."""

from collections.abc import Sequence

from segmentation.rules.built import HOWS, SPANS, TIMES, TRAITS, Piece
from segmentation.rules.tree import Field
from surveys.questions import Basis, MultipleChoice, Ranking, Scale, Survey, choices_of
from surveys.text import LANGUAGES
from use_cases.ports import UnitOfWork
from use_cases.rules.answers import nps_group

_FIXED: dict[str, tuple[str, ...]] = {
    "language": LANGUAGES,
    "rfm": ("cold", "warm", "hot"),
    "nps": tuple(dict.fromkeys(nps_group(rating) for rating in (10, 8, 0))),
    "home_role": ("owner", "tenant", "family", "council"),
    "survey": ("invited", "started", "done", "left"),
    "change": ("up", "down", "same"),
    "gender": ("female", "male"),
    "missing": ("name", "phone", "email", "birthday", "gender", "home"),
}

EVENTS = ("payment", "purchase", "visit", "ticket", "session")
"""Kinds of what people do that the product itself knows."""

_IN_USE = frozenset(
    {
        *("tags", "lists", "stage", "manager", "batch", "entrance", "time_zone", "items", "field"),
        *("medium", "campaign", "content", "term"),
    }
)
"""Fields whose words in use are offered."""


async def known_arguments(work: UnitOfWork, argument: str, before: Sequence[str]) -> Sequence[str]:
    """Keys of surveys, questions, scales, needs, schemes, segments; none where any word will do."""
    match argument:
        case "survey":
            newest = await work.surveys.newest_versions()
            return list(dict.fromkeys(stored.survey.key for stored in newest))
        case "question":
            survey = await _survey(work, before[0])
            return [str(question.key) for question in survey.questions] if survey else []
        case "scale":
            survey = await _survey(work, before[0])
            return _scales(survey) if survey else []
        case "need":
            newest = await work.surveys.newest_versions()
            return sorted({need for stored in newest for need in _needs(stored.survey)})
        case "scheme":
            schemes = await work.segments.schemes()
            return [s.name for s in schemes if await work.segments.latest_run(s.id) is not None]
        case "segment":
            return await _segments(work)
    return []


async def known_names(work: UnitOfWork, field: str) -> Sequence[str]:
    """Names of own fields, or of own sets, that people have."""
    return await work.menus.arguments(field)


async def known_pieces(work: UnitOfWork, piece: Piece, before: Sequence[str]) -> Sequence[str]:
    """What can stand next in a form (segmentation.rules.built); `before` are its pieces so far."""
    match piece:
        case Piece.EVENT:
            return list(dict.fromkeys([*await work.menus.kinds(), *EVENTS]))
        case Piece.SEGMENT:
            return await _segments(work)
        case Piece.WORD:
            return await work.menus.traits(before[0], before[1])
        case Piece.SPAN | Piece.FIXED_SPAN:
            return SPANS
        case Piece.TIMES:
            return TIMES
        case Piece.TRAIT:
            return TRAITS
        case Piece.HOW:
            return [how.value for how in HOWS]
    return []


async def _segments(work: UnitOfWork) -> list[str]:
    """Segments by rules, then those found: survey/basis/number."""
    found = [
        f"{scheme.name}/{segment.number}"
        for scheme in await work.segments.schemes()
        for segment in await work.segments.segments(scheme.id)
    ]
    return [*(rule.key for rule in await work.rules.all()), *found]


async def known_values(work: UnitOfWork, field: Field) -> Sequence[str]:
    """Values of which the field has one; none where any word will do."""
    if field.name in _FIXED:
        return _FIXED[field.name]
    if field.name == "building":
        return [building.name for building in await work.homes.buildings()]
    if field.name in {"answer", "picks"}:
        survey = await _survey(work, field.arguments[0])
        question = survey.question(field.arguments[1]) if survey else None
        return [str(choice.key) for choice in choices_of(question)] if question else []
    if field.name == "top_need":
        newest = await work.surveys.newest_versions()
        return sorted({need for stored in newest for need in _needs(stored.survey)})
    if field.name == "group":
        return await _segments_of(work, field.arguments[0])
    if field.name in _IN_USE:
        return await work.menus.values(field.key)
    return []


async def _segments_of(work: UnitOfWork, name: str) -> list[str]:
    """The numbers of the segments of that scheme."""
    for scheme in await work.segments.schemes():
        if scheme.name == name:
            return [str(each.number) for each in await work.segments.segments(scheme.id)]
    return []


async def _survey(work: UnitOfWork, key: str) -> Survey | None:
    stored = await work.surveys.latest(key)
    return stored.survey if stored is not None else None


def _scales(survey: Survey) -> list[str]:
    constructs = (q.construct for q in survey.questions if isinstance(q, Scale))
    return sorted({construct for construct in constructs if construct})


def _needs(survey: Survey) -> set[str]:
    needs = [question for question in survey.questions if question.basis is Basis.NEEDS]
    found = {q.construct for q in needs if isinstance(q, Scale) and q.construct}
    for question in needs:
        if isinstance(question, MultipleChoice | Ranking):
            found |= {str(choice.key) for choice in choices_of(question)}
    return found
