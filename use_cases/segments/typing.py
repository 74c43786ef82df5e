"""Short surveys: whoever has not answered the whole survey is asked a few questions of it, each
chosen by what was answered before, until it is sure enough where they belong.

It is a walk through the survey itself, so that the answers are the survey's, going back and "rather
not say" are as ever, and nothing is asked again when the person takes all of it later. What was
asked stands with the walk in the database; only the model's arithmetic is kept at hand.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from surveys import engine
from surveys.answers import Answer
from surveys.engine import Response, Step, SurveyCompleted, WentBack
from surveys.questions import Note, QuestionKey, Survey
from surveys.routing import counted_answers, looked_at_before, way_through
from surveys.standing import at
from use_cases.access import require
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import (
    Person,
    Role,
    Scheme,
    ShortSurvey,
    StoredRun,
    StoredSurvey,
    Typing,
)
from use_cases.segments.placing import read_run

if TYPE_CHECKING:  # It brings numpy in, which the bot starts without.
    from segmentation.golden.asking import Asker

CONFIDENCE = 0.8
QUESTIONS_MAX = 7
ASKERS_AT_HAND = 8


class NoShortSurvey(Exception):
    """The scheme has no segments from a survey's questions, is sealed, or its survey is closed."""


_at_hand: dict[int, tuple[Mapping[str, Any], "Asker"]] = {}


def asker_of(stored: StoredRun) -> "Asker":
    """What asks by that run; a run never changes, so the last few are kept at hand.

    A number alone does not tell a run: another database has other runs of the same numbers.
    """
    document, asker = _at_hand.pop(stored.id, (None, None))
    if asker is None or document != stored.document:
        from segmentation.golden.asking import Asker

        asker = Asker(read_run(stored))
    while len(_at_hand) >= ASKERS_AT_HAND:
        _at_hand.pop(next(iter(_at_hand)))
    _at_hand[stored.id] = (stored.document, asker)
    return asker


async def run_to_ask_by(work: UnitOfWork, scheme_id: int) -> StoredRun | None:
    """The run in force, where it found segments by answers to questions."""
    stored = await work.segments.latest_run(scheme_id)
    if stored is None or stored.document.get("model") is None:
        return None
    return stored


@dataclass(frozen=True, slots=True)
class OfferShortSurvey:
    """A manager publishes the short survey of a scheme, or closes it."""

    work: UnitOfWork
    clock: Clock

    async def __call__(
        self, actor: Person, scheme_id: int, *, on: bool, confidence: float = CONFIDENCE
    ) -> ShortSurvey:
        """Raises NoShortSurvey where there is nothing to ask by."""
        await require(self.work, actor, Role.MANAGER, "segments.short", self.clock)
        scheme = await self.work.segments.get_scheme(scheme_id)
        if scheme is None or (on and await askable_survey(self.work, scheme) is None):
            raise NoShortSurvey
        stored = await run_to_ask_by(self.work, scheme_id)
        short = ShortSurvey(
            scheme_id=scheme_id,
            confidence=confidence,
            most=asker_of(stored).most if stored is not None else QUESTIONS_MAX,
            open=on,
            opened_at=self.clock.now(),
        )
        await self.work.runs.offer_short(short)
        act = "segments.short.open" if on else "segments.short.close"
        await self.work.audit.note(actor.id, act, at=self.clock.now(), detail=str(scheme_id))
        await self.work.commit()
        return short

    async def standing(self, actor: Person, scheme_id: int) -> ShortSurvey | None:
        """The short survey of the scheme, if there ever was one."""
        await require(self.work, actor, Role.MANAGER, "segments.short", self.clock)
        found = await self.work.runs.short_surveys()
        return next((each for each in found if each.scheme_id == scheme_id), None)


async def askable_survey(work: UnitOfWork, scheme: Scheme) -> StoredSurvey | None:
    """The open survey whose questions place people in the scheme; None where nothing can be asked.

    A sealed survey places nobody.
    """
    survey = await work.surveys.open_version(scheme.survey_key)
    run = await run_to_ask_by(work, scheme.id)
    if survey is None or run is None or (await work.fields.get(scheme.survey_key)).sealed:
        return None
    return survey


async def short_of(work: UnitOfWork, survey_key: str) -> ShortSurvey | None:
    """The short survey that is open for this survey, the newest where there are several."""
    found = None
    for short in await work.runs.short_surveys():
        scheme = await work.segments.get_scheme(short.scheme_id) if short.open else None
        if scheme is None or scheme.survey_key != survey_key:
            continue
        if found is not None and found.opened_at >= short.opened_at:
            continue
        if await askable_survey(work, scheme) is not None:
            found = short
    return found


def open_questions(
    survey: Survey, answers: Mapping[QuestionKey, Answer], typing: Typing
) -> list[QuestionKey]:
    """What could be asked now: on the way, unanswered, and not put before."""
    way = way_through(survey, answers)
    return [
        question.key
        for question in way.questions
        if question.key not in way.answers
        and question.key not in typing.asked
        and not isinstance(question, Note)
    ]


def opening(
    survey: Survey,
    answers: Mapping[QuestionKey, Answer],
    wanted: Collection[QuestionKey],
    open_: Sequence[QuestionKey],
) -> QuestionKey | None:
    """The first open question on which it depends whether wanted ones are asked at all; or None."""
    formulas = {str(each.key): each.formula for each in survey.calculated}
    by_key = {str(question.key): question for question in survey.questions}
    on_the_way = {str(question.key) for question in way_through(survey, answers).questions}
    waiting = {str(key) for key in wanted} - on_the_way
    deciding: set[str] = set()
    while waiting:
        hidden = by_key.get(waiting.pop())
        more = looked_at_before(hidden, formulas) - deciding if hidden is not None else frozenset()
        deciding |= more
        waiting |= more - on_the_way
    return next((key for key in open_ if str(key) in deciding), None)


def went_back(survey: Survey, response: Response, typing: Typing) -> Step:
    """Ask the question asked before the current one again; at the first one nothing happens."""
    before = [key for key in typing.asked if key != response.current]
    return engine.change(survey, response, before[-1]) if before else Step(response)


async def next_step(
    work: UnitOfWork, survey: Survey, typing: Typing, was: Response, step: Step
) -> tuple[Step, Typing | None]:
    """The step as a short survey takes it: on to the question that tells most, or to the end.

    None in place of the walk's typing says that the whole survey is answered by now.
    """
    back = next((each.key for each in step.events if isinstance(each, WentBack)), None)
    if back is not None:
        asked = typing.asked
        asked = asked[: asked.index(back)] if back in asked else asked
        return step, replace(typing, asked=asked, ended=False)
    if step.response.current == was.current:
        return step, typing
    if engine.is_complete(survey, step.response):
        return step, None
    left = was.current
    if left is not None and left not in typing.asked:
        typing = replace(typing, asked=(*typing.asked, left))
    return await move_on(work, survey, typing, step)


async def move_on(
    work: UnitOfWork, survey: Survey, typing: Typing, step: Step
) -> tuple[Step, Typing]:
    """Stand at the question to ask now, or at the end where it is sure enough."""
    stored = await run_to_ask_by(work, typing.scheme_id)
    counted = counted_answers(survey, step.response.answers)
    following = None
    if stored is not None and len(typing.asked) < typing.most:
        asker = asker_of(stored)
        if asker.placed(counted).probability < typing.confidence:
            open_ = open_questions(survey, step.response.answers, typing)
            following = asker.following(counted, open_)
            if following is None:
                following = opening(survey, step.response.answers, asker.questions, open_)
    events = tuple(each for each in step.events if not isinstance(each, SurveyCompleted))
    moved = Step(at(step.response, following), events)
    return moved, replace(typing, ended=following is None)
