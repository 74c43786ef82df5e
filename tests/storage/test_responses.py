"""What the store of responses promises."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, time, timedelta
from typing import get_args

from surveys.answers import (
    Answer,
    Chosen,
    Contacted,
    Counted,
    Dated,
    DontKnow,
    Judged,
    Judgement,
    Located,
    Picked,
    PreferNot,
    Ranked,
    Rated,
    Seen,
    Sent,
    Skipped,
    Timed,
    Written,
)
from surveys.engine import begin
from surveys.expressions.tree import Compare, Comparison, Given, Literal
from surveys.media import MediaFile, MediaKind
from surveys.questions import ChoiceKey, QuestionKey
from tests.fakes import NOON
from tests.makers import (
    a_completed_walk,
    a_resident,
    a_survey,
    a_walk,
    an_open_survey,
)
from use_cases.ports import OpenWork, UnitOfWork
from use_cases.records import ResponseCounts, StoredResponse, SurveyStatus

SOON, LATER = NOON + timedelta(minutes=1), NOON + timedelta(hours=1)
YARD, HOME, QUIET = QuestionKey("yard"), QuestionKey("home"), QuestionKey("quiet")


async def test_what_somebody_said_is_remembered_with_its_time(open_work: OpenWork) -> None:
    """Finished real walks only, each answer with when it was given last."""
    async with open_work() as work:
        vera, oleh = await a_resident(work), await a_resident(work, "Олег")
        stored = await an_open_survey(work, vera)
        walk = await a_completed_walk(work, stored, vera, {"quiet": Rated(3), "yard": Written("a")})
        await a_completed_walk(work, stored, vera, test=True)
        await a_walk(work, stored, oleh)
        changed = replace(walk.response, answers={**walk.response.answers, QUIET: Rated(5)})
        await work.responses.save(replace(walk, response=changed), changed=[QUIET], at=LATER)
        await work.commit()

    async with open_work() as work:
        (memory,) = await work.responses.memories(vera.id)
        assert memory.survey == stored.survey
        assert memory.answers == {QUIET: Rated(5), YARD: Written("a")}
        assert memory.answered_at == {QUIET: LATER, YARD: NOON}
        assert await work.responses.memories(oleh.id) == []


async def test_a_walk_goes_on_where_it_stopped(open_work: OpenWork) -> None:
    """Cursor, ticks and answers are there after a restart."""
    async with open_work() as work:
        person = await a_resident(work)
        stored = await an_open_survey(work, person)
        walk = await work.responses.start(
            stored.id, person.id, begin(stored.survey), test=False, source="poster", at=NOON
        )
        stopped = replace(
            walk,
            response=replace(
                walk.response,
                answers={YARD: Written("Скамейки 🌳")},
                current=HOME,
                ticks=(ChoiceKey("own"), ChoiceKey("rent")),
            ),
        )
        await work.responses.save(stopped, changed=[YARD], at=SOON)
        await work.commit()

    begun = StoredResponse(
        id=walk.id,
        survey_id=stored.id,
        person_id=person.id,
        response=begin(stored.survey),
        test=False,
        started_at=NOON,
        source="poster",
    )
    assert begun == walk
    async with open_work() as work:
        assert stopped == await work.responses.get(walk.id)
        assert stopped == await work.responses.unfinished(person.id)
        assert stopped == await work.responses.of_person("yard", person.id)
        assert await work.responses.get(walk.id + 1) is None


ABC = (ChoiceKey("a"), ChoiceKey("b"), ChoiceKey("c"))
A_PHOTO = MediaFile(
    kind=MediaKind.PHOTO, file_id="f", unique_id="u", size=7, caption="«Ліфт» 🌳", album="a"
)


async def test_every_kind_of_answer_comes_back(work: UnitOfWork) -> None:
    """Own words, choices, ticks (none too), scale, numbers and a skip, each as given."""
    given: Mapping[str, Answer] = {
        "written": Written('«Двор», "ёлки" \\ 😀\n\x00\ud83d'),
        "chosen": Chosen(ChoiceKey("own")),
        "picked": Picked((ChoiceKey("b"), ChoiceKey("a"))),
        "none": Picked(()),
        "rated": Rated(0),
        "counted": Counted(2.5),
        "whole": Counted(100000000000.0),
        "skipped": Skipped(),
        "chosen_other": Chosen(ChoiceKey("other"), "своё"),
        "picked_other": Picked((ChoiceKey("b"), ChoiceKey("other")), "ещё"),
        "ranked": Ranked((ChoiceKey("b"), ChoiceKey("a"))),
        "dated": Dated(date(2026, 5, 3)),
        "timed": Timed(time(18, 30)),
        "seen": Seen(),
        "dont_know": DontKnow(),
        "prefer_not": PreferNot(),
        "sent": Sent((A_PHOTO, replace(A_PHOTO, unique_id="other", size=None, caption=None))),
        "located": Located(50.4501, -30.5234),
        "contacted": Contacted("+380501234567"),
        "judged": Judged((Judgement(ABC, ABC[0], ABC[2]), Judgement(ABC, ABC[1], ABC[0]))),
    }
    assert {type(answer) for answer in given.values()} == set(get_args(Answer))
    person = await a_resident(work)
    stored = await an_open_survey(work, person)
    walk = await a_completed_walk(work, stored, person, given)

    assert walk == await work.responses.get(walk.id)
    assert {person.id: given} == await work.responses.completed_answers("yard")


async def test_starting_twice_hands_back_the_first(work: UnitOfWork) -> None:
    """A double tap on the link loses no answer; a test walk is another walk."""
    person = await a_resident(work)
    stored = await an_open_survey(work, person)
    walk = await a_completed_walk(work, stored, person)

    assert walk == await a_walk(work, stored, person, at=LATER)
    assert walk.id != (await a_walk(work, stored, person, test=True)).id


async def test_a_changed_answer_replaces_the_one_before(work: UnitOfWork) -> None:
    """Only what is named as changed is written; the rest stands."""
    person = await a_resident(work)
    stored = await an_open_survey(work, person)
    walk = await a_completed_walk(
        work, stored, person, {"yard": Written("Лавки"), "home": Chosen(ChoiceKey("own"))}
    )
    answers = {**walk.response.answers, YARD: Written("Деревья"), HOME: Skipped()}
    changed = replace(walk, response=replace(walk.response, answers=answers))
    await work.responses.save(changed, changed=[YARD], at=LATER)

    kept = await work.responses.get(walk.id)
    assert kept is not None
    assert {YARD: Written("Деревья"), HOME: Chosen(ChoiceKey("own"))} == kept.response.answers


async def test_the_walk_touched_last_goes_on(work: UnitOfWork) -> None:
    """Of two unfinished walks the one that was answered last; completed and closed ones never."""
    person = await a_resident(work)
    surveys = {key: await an_open_survey(work, person, a_survey(key)) for key in "abcd"}
    assert await work.responses.unfinished(person.id) is None

    first = await a_walk(work, surveys["a"], person, at=NOON)
    second = await a_walk(work, surveys["b"], person, at=SOON)
    await a_completed_walk(work, surveys["c"], person, at=LATER)
    assert second == await work.responses.unfinished(person.id)

    await work.responses.save(first, changed=[], at=LATER)
    assert first == await work.responses.unfinished(person.id)

    await work.surveys.set_status(surveys["a"].id, SurveyStatus.CLOSED, at=LATER)
    assert second == await work.responses.unfinished(person.id)
    await work.surveys.set_status(surveys["b"].id, SurveyStatus.SUPERSEDED, at=LATER)
    assert second == await work.responses.unfinished(person.id)

    trial = await a_walk(work, surveys["d"], person, test=True, at=LATER)
    assert trial == await work.responses.unfinished(person.id)


async def test_a_link_opened_again_touches_its_walk(work: UnitOfWork) -> None:
    """Whoever comes back by an old link goes on there."""
    person = await a_resident(work)
    old, new = [await an_open_survey(work, person, a_survey(key)) for key in ("old", "new")]
    first = await a_walk(work, old, person, at=NOON)
    await a_walk(work, new, person, at=SOON)
    await a_walk(work, old, person, at=LATER)

    assert first == await work.responses.unfinished(person.id)


async def test_the_newest_real_walk_of_a_person(work: UnitOfWork) -> None:
    """Over all versions of the survey, test walks and other people left out."""
    person, other = await a_resident(work), await a_resident(work)
    first = await an_open_survey(work, person)
    assert await work.responses.of_person("yard", person.id) is None

    await a_completed_walk(work, first, person)
    second = await an_open_survey(work, person)
    newer = await a_walk(work, second, person, at=LATER)
    await a_walk(work, second, person, test=True, at=LATER)
    await a_walk(work, second, other, at=LATER)

    assert newer == await work.responses.of_person("yard", person.id)


async def test_a_deleted_walk_leaves_no_answer(work: UnitOfWork) -> None:
    """A test walk can be walked again from the beginning, under a new number."""
    person = await a_resident(work)
    stored = await an_open_survey(work, person)
    walk = await a_completed_walk(work, stored, person, test=True)
    await work.responses.delete(walk.id)

    again = await a_walk(work, stored, person, test=True)
    assert again.response.answers == {}
    assert again.id > walk.id
    assert await work.responses.get(walk.id) is None


async def test_counts_and_answers_are_of_real_responses(work: UnitOfWork) -> None:
    """All versions count together; tests, other surveys and unfinished walks give no answers."""
    vera, oleh = await a_resident(work), await a_resident(work)
    first = await an_open_survey(work, vera)
    await a_completed_walk(work, first, vera, {"yard": Written("раньше")})
    await a_completed_walk(work, first, oleh, {"yard": Written("Олег")})
    second = await an_open_survey(work, vera)
    await a_completed_walk(work, second, vera, {"yard": Written("теперь")}, at=LATER)
    await a_walk(work, second, oleh, at=LATER)
    await a_completed_walk(work, second, oleh, {"yard": Written("проба")}, test=True)
    await a_completed_walk(work, await an_open_survey(work, vera, a_survey("lift")), oleh)

    assert ResponseCounts(started=4, completed=3) == await work.responses.counts("yard")
    assert {vera.id: {YARD: Written("теперь")}, oleh.id: {YARD: Written("Олег")}} == (
        await work.responses.completed_answers("yard")
    )
    assert ResponseCounts(started=0, completed=0) == await work.responses.counts("nothing")
    assert await work.responses.completed_answers("nothing") == {}


async def test_answers_beside_the_way_are_kept_but_do_not_count(work: UnitOfWork) -> None:
    """A branch that is no longer walked is left out for whoever reads the answers of all."""
    person = await a_resident(work)
    if_owner = Compare(Comparison.EQUAL, Given("home"), Literal("own"))
    survey = a_survey()
    asked = [replace(q, relevant=if_owner) if q.key == "quiet" else q for q in survey.questions]
    stored = await an_open_survey(work, person, replace(survey, questions=tuple(asked)))
    given: Mapping[str, Answer] = {"home": Chosen(ChoiceKey("rent")), "quiet": Rated(3)}
    walk = await a_completed_walk(work, stored, person, given)

    assert walk == await work.responses.get(walk.id)
    counted = {person.id: {"home": Chosen(ChoiceKey("rent"))}}
    assert counted == await work.responses.completed_answers("yard")


async def test_a_finished_walk_that_is_being_changed_is_under_way_again(work: UnitOfWork) -> None:
    """So that the new answer can be typed."""
    person = await a_resident(work)
    walk = await a_completed_walk(work, await an_open_survey(work, person), person)
    assert await work.responses.unfinished(person.id) is None

    reopened = replace(walk, response=replace(walk.response, current=YARD))
    await work.responses.save(reopened, changed=(), at=LATER)

    assert reopened == await work.responses.unfinished(person.id)


async def test_a_sheet_entered_for_somebody_is_marked_and_handed_over(work: UnitOfWork) -> None:
    """It is unfinished to whoever enters it; later it becomes the neighbour's own."""
    boss, neighbour, vera = [await a_resident(work) for _ in range(3)]
    survey, other = [await an_open_survey(work, boss, a_survey(key)) for key in ("yard", "lift")]
    begun = await a_walk(work, survey, neighbour)
    await work.responses.mark_assisted(begun.id, entered_by=boss.id, at=NOON)
    entered = await work.responses.get(begun.id)

    assert entered == replace(begun, entered_by=boss.id)
    assert await work.responses.unfinished(boss.id) == entered
    assert not begun.assisted and entered.assisted
    assert (await work.responses.counts("yard")).assisted == 0

    await a_completed_walk(work, other, vera)
    twice = await a_completed_walk(work, other, neighbour)
    await work.responses.mark_assisted(twice.id, entered_by=boss.id, at=NOON)
    assert (await work.responses.counts("lift")).assisted == 1
    assert await work.responses.hand_over(neighbour.id, vera.id) == 1
    moved = await work.responses.get(begun.id)
    assert moved is not None
    assert (moved.person_id, moved.entered_by) == (vera.id, boss.id)
    assert await work.responses.of_person("lift", neighbour.id) is not None

    await work.people.erase(boss.id)
    left = await work.responses.get(begun.id)
    assert left is not None
    assert left.assisted and left.entered_by == 0
