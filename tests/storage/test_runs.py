"""Decisions on runs are made once, and erased people are proposed no more."""

from dataclasses import replace
from datetime import timedelta

from segmentation.grounds import Grounds
from surveys.questions import Basis, QuestionKey
from tests.fakes import NOON
from tests.makers import a_placement, a_resident, a_scheme_with_segments, a_walk, an_open_survey
from use_cases.ports import OpenWork, UnitOfWork
from use_cases.records import (
    Person,
    ProposedPlace,
    Role,
    RunNote,
    RunState,
    Scheme,
    ShortSurvey,
    Typing,
)

LATER = NOON + timedelta(days=1)


async def a_proposal(work: UnitOfWork, scheme: Scheme, *people: Person) -> int:
    """A run that would put these people into "b"."""
    run = await work.segments.add_run(scheme.id, {"k": 2}, people=len(people), at=LATER)
    note = RunNote(state=RunState.PROPOSED, best=3, chosen=2, fingerprint="f" * 64)
    await work.runs.note(run.id, note)
    await work.runs.propose(
        run.id, [ProposedPlace(person_id=p.id, segment_key="b", confidence=0.7) for p in people]
    )
    return run.id


async def test_a_proposed_run_is_not_in_force(work: UnitOfWork) -> None:
    """Until somebody approves of it the old one is; afterwards the new one is."""
    scheme = await work.segments.scheme("yard", Grounds.on(Basis.NEEDS))
    old = await work.segments.add_run(scheme.id, {}, people=3, at=NOON)
    vera = await a_resident(work)
    run = await a_proposal(work, scheme, vera)
    assert old == await work.segments.latest_run(scheme.id)

    assert await work.runs.settle(run, RunState.ADOPTED, by=vera.id, at=LATER)

    newest = await work.segments.latest_run(scheme.id)
    assert newest is not None and newest == await work.runs.get(run)
    first, second = await work.runs.entries(scheme.id)
    assert (first.id, first.note) == (old.id, RunNote())
    assert (second.note.state, second.note.best, second.note.chosen) == (RunState.ADOPTED, 3, 2)
    assert (second.note.settled_by, second.note.settled_at) == (vera.id, LATER)


async def test_of_two_decisions_the_first_counts(open_work: OpenWork) -> None:
    """And the places that were proposed are forgotten with it."""
    async with open_work() as work:
        scheme = await work.segments.scheme("yard", Grounds.on(Basis.NEEDS))
        vera = await a_resident(work)
        run = await a_proposal(work, scheme, vera)
        await work.commit()
    async with open_work() as work:
        assert [vera.id] == [place.person_id for place in await work.runs.places(run)]
        assert await work.runs.settle(run, RunState.DECLINED, by=None, at=LATER)
        await work.commit()
    async with open_work() as work:
        assert not await work.runs.settle(run, RunState.ADOPTED, by=vera.id, at=LATER)
        assert list(await work.runs.places(run)) == []
        assert await work.segments.latest_run(scheme.id) is None
        assert await work.runs.get(run + 1) is None


async def test_whoever_is_erased_is_proposed_no_more(work: UnitOfWork) -> None:
    """Before the run ends and after; a manager who decided becomes nobody."""
    scheme = await work.segments.scheme("yard", Grounds.on(Basis.NEEDS))
    vera, oleh, maria = [await a_resident(work) for _ in range(3)]
    gone = await a_resident(work, role=Role.MANAGER)
    await work.people.erase(oleh.id)
    run = await a_proposal(work, scheme, vera, oleh, maria)
    assert [vera.id, maria.id] == [place.person_id for place in await work.runs.places(run)]

    await work.people.erase(maria.id)
    assert [vera.id] == [place.person_id for place in await work.runs.places(run)]

    await work.runs.settle(run, RunState.ADOPTED, by=gone.id, at=LATER)
    await work.people.erase(gone.id)
    (entry,) = await work.runs.entries(scheme.id)
    assert entry.note.settled_by is None


async def test_where_people_stood_at_a_moment(work: UnitOfWork) -> None:
    """Whoever moved is found where they were; erased people are found nowhere."""
    vera, oleh = await a_resident(work), await a_resident(work)
    scheme, (quiet, active) = await a_scheme_with_segments(work)
    await a_placement(work, quiet, vera, oleh, at=NOON)
    await a_placement(work, active, vera, at=LATER)
    await work.segments.set_segments(scheme.id, ["b"])
    assert [quiet.number, active.number] == [
        each.number for each in await work.runs.all_segments(scheme.id)
    ]

    between = NOON + timedelta(hours=1)
    assert await work.runs.standing(scheme.id, NOON - timedelta(hours=1)) == {}
    assert {vera.id: quiet.id, oleh.id: quiet.id} == await work.runs.standing(scheme.id, between)
    assert {vera.id: active.id, oleh.id: quiet.id} == await work.runs.standing(scheme.id, LATER)

    await work.people.erase(vera.id)
    assert {oleh.id: quiet.id} == await work.runs.standing(scheme.id, between)


async def test_golden_questions_are_kept_with_their_run(work: UnitOfWork) -> None:
    """Also with a run of earlier days, of which nothing else was noted."""
    scheme = await work.segments.scheme("yard", Grounds.on(Basis.NEEDS))
    run = await work.segments.add_run(scheme.id, {}, people=3, at=NOON)
    assert await work.runs.golden(run.id) is None

    await work.runs.keep_golden(run.id, {"steps": [1]})
    await work.runs.keep_golden(run.id, {"steps": [1, 2]})

    assert await work.runs.golden(run.id) == {"steps": [1, 2]}
    assert run == await work.segments.latest_run(scheme.id)


async def test_a_scheme_has_one_short_survey(work: UnitOfWork) -> None:
    """Opened and closed again; the last word counts."""
    scheme = await work.segments.scheme("yard", Grounds.on(Basis.NEEDS))
    first = ShortSurvey(scheme_id=scheme.id, confidence=0.8, most=7, open=True, opened_at=NOON)
    await work.runs.offer_short(first)
    await work.runs.offer_short(replace(first, open=False, opened_at=LATER))

    assert [replace(first, open=False, opened_at=LATER)] == list(await work.runs.short_surveys())


async def test_a_walk_through_a_short_survey_outlives_a_restart(open_work: OpenWork) -> None:
    """What was asked is in the database; one that has ended is under way no more."""
    async with open_work() as work:
        vera = await a_resident(work)
        survey = await an_open_survey(work, vera)
        walk = await a_walk(work, survey, vera)
        typing = Typing(scheme_id=1, confidence=0.8, most=7, asked=(QuestionKey("yard"),))
        await work.responses.save(replace(walk, typing=typing), changed=(), at=NOON)
        await work.commit()
    async with open_work() as work:
        kept = await work.responses.unfinished(vera.id)
        assert kept is not None and kept.typing == typing
        ended = replace(kept, typing=replace(typing, ended=True))
        ended = replace(ended, response=replace(kept.response, current=None))
        await work.responses.save(ended, changed=(), at=LATER)
        await work.commit()
    async with open_work() as work:
        assert await work.responses.unfinished(vera.id) is None
        again = await work.responses.of_person(survey.survey.key, vera.id)
        assert again is not None and again.typing == ended.typing
