"""What the store that exports read from promises."""

from dataclasses import replace
from datetime import timedelta

from surveys.answers import Rated, Skipped, Written
from surveys.paradata import Trace
from surveys.questions import QuestionKey
from tests.fakes import NOON
from tests.makers import a_completed_walk, a_resident, a_survey, a_walk, an_open_survey
from use_cases.ports import OpenWork, UnitOfWork
from use_cases.ports.exports import BEFORE_ALL, Extent
from use_cases.records import SurveyStatus
from use_cases.records.exports import ExportedResponse

QUIET = QuestionKey("quiet")
LATER = NOON + timedelta(hours=1)


async def test_versions_come_as_they_were_published(work: UnitOfWork) -> None:
    """A draft that is published late comes late, whatever its number; drafts never come."""
    author = await a_resident(work)
    first = await an_open_survey(work, author)
    waiting = await work.surveys.add_draft(a_survey(), author_id=author.id, at=NOON)
    await an_open_survey(work, author, at=LATER)
    await work.surveys.add_draft(a_survey(), author_id=author.id, at=LATER)
    await work.surveys.set_status(first.id, SurveyStatus.CLOSED, at=LATER)
    await work.surveys.set_status(waiting.id, SurveyStatus.OPEN, at=LATER + timedelta(days=1))

    assert [survey.version for survey in await work.exports.versions("yard")] == [1, 3, 2]
    assert list(await work.exports.versions("garden")) == []


async def test_every_published_survey_is_offered_closed_ones_too(work: UnitOfWork) -> None:
    author = await a_resident(work)
    closed = await an_open_survey(work, author)
    await work.surveys.set_status(closed.id, SurveyStatus.CLOSED, at=LATER)
    await an_open_survey(work, author, a_survey("garden"), at=LATER)
    await work.surveys.add_draft(a_survey("roof"), author_id=author.id, at=LATER)

    assert [survey.key for survey in await work.exports.published()] == ["garden", "yard"]


async def test_a_response_is_read_whole(open_work: OpenWork) -> None:
    """Answers, version, times, the link they came by; also of somebody who broke off."""
    async with open_work() as work:
        vera, oleh = await a_resident(work), await a_resident(work)
        survey = await an_open_survey(work, vera)
        begun = await a_walk(work, survey, oleh)
        done = await a_completed_walk(
            work, survey, vera, {"yard": Written("Лавки 🌳"), "quiet": Skipped()}, at=LATER
        )
        await work.commit()

    async with open_work() as work:
        extent = await work.exports.extent("yard")
        read = await work.exports.portion("yard", after=0, last_id=extent.last_id, limit=9)
    assert extent == Extent(2, done.id)
    assert list(read) == [
        ExportedResponse(
            id=begun.id,
            version=1,
            person_id=oleh.id,
            source=None,
            started_at=NOON,
            touched_at=NOON,
            completed_at=None,
            completed=False,
            answers={},
            language="ru",
        ),
        ExportedResponse(
            id=done.id,
            version=1,
            person_id=vera.id,
            source=None,
            started_at=LATER,
            touched_at=LATER,
            completed_at=LATER,
            completed=True,
            answers=done.response.answers,
            language="ru",
        ),
    ]


async def test_portions_follow_each_other_and_end(work: UnitOfWork) -> None:
    """Tries and other surveys are left out; what begins after the last number does not come."""
    people = [await a_resident(work) for _ in range(5)]
    survey = await an_open_survey(work, people[0])
    other = await an_open_survey(work, people[0], a_survey("garden"))
    walks = []
    for person in people:
        walks.append(await a_completed_walk(work, survey, person, {"quiet": Rated(3)}))
        await a_completed_walk(work, other, person, {"quiet": Rated(1)})
        await a_completed_walk(work, survey, person, {"quiet": Rated(5)}, test=True)
    last_id = walks[3].id

    found: list[int] = []
    while True:
        after = found[-1] if found else 0
        portion = await work.exports.portion("yard", after=after, last_id=last_id, limit=3)
        if not portion:
            break
        found += [response.id for response in portion if response.id is not None]
    assert found == [walk.id for walk in walks[:4]]


async def test_seconds_are_counted_by_question(work: UnitOfWork) -> None:
    """Of everybody who completed the survey; what was confirmed or untimed tells nothing."""
    author = await a_resident(work)
    survey = await an_open_survey(work, author)
    traces = [Trace(2.5, place=1), Trace(2.5, place=1), Trace(4.0, place=1),
              Trace(9.0, place=1, confirmed=True), Trace(0.0, place=1)]  # fmt: skip
    for trace in traces:
        vera = await a_resident(work)
        walk = await a_completed_walk(work, survey, vera, {"quiet": Rated(3)})
        timed = replace(walk, traces={QUIET: trace})
        await work.responses.save(timed, changed={QUIET: Rated(3)}, at=NOON)
    begun = await a_walk(work, survey, author)
    half = replace(begun.response, answers={QUIET: Rated(3)})
    unfinished = replace(begun, response=half, traces={QUIET: Trace(1.0, place=1)})
    await work.responses.save(unfinished, changed={QUIET: Rated(3)}, at=NOON)

    counted = await work.exports.seconds("yard", last_id=begun.id)
    assert counted == {QUIET: {2.5: 2, 4.0: 1}}
    (first, *_) = await work.exports.portion("yard", after=0, last_id=begun.id, limit=1)
    assert first.seconds == {QUIET: 2.5}


async def test_ballots_of_a_sealed_survey_have_nobody(work: UnitOfWork) -> None:
    """Neither number nor person nor time: only the version and what was answered."""
    author, vera = await a_resident(work), await a_resident(work)
    survey = await an_open_survey(work, author)
    for person, value in ((author, 2), (vera, 5)):
        await work.sealed.drop_in(survey.id, "yard", person.id, {QUIET: Rated(value)})

    assert await work.exports.extent("yard") == Extent(0, 0, 2)
    box = await work.exports.box("yard", after=BEFORE_ALL)
    assert box is not None
    assert list(box[1]) == [
        ExportedResponse(version=1, answers={QUIET: Rated(value)}, completed=True)
        for value in (2, 5)
    ]
    assert await work.exports.box("yard", after=box[0]) is None


async def test_nothing_to_read(work: UnitOfWork) -> None:
    author = await a_resident(work)
    survey = await an_open_survey(work, author)
    await a_completed_walk(work, replace(survey), author, test=True)

    assert await work.exports.extent("yard") == Extent(0, 0)
    assert list(await work.exports.portion("yard", after=0, last_id=9, limit=9)) == []
