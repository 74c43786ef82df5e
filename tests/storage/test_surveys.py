"""What the shelf of surveys promises."""

from dataclasses import replace
from datetime import timedelta

from tests.fakes import NOON
from tests.makers import a_resident, a_survey, an_open_question, an_open_survey
from use_cases.ports import OpenWork, UnitOfWork
from use_cases.records import StoredSurvey, SurveyStatus

LATER = NOON + timedelta(hours=1)


async def test_a_draft_is_kept_as_written(open_work: OpenWork) -> None:
    """Every word and every choice comes back, and the draft takes no responses yet."""
    written = a_survey(points=50)
    async with open_work() as work:
        author = await a_resident(work)
        draft = await work.surveys.add_draft(written, author_id=author.id, at=NOON)
        await work.commit()

    expected = StoredSurvey(
        id=draft.id,
        survey=written,
        status=SurveyStatus.DRAFT,
        author_id=author.id,
        created_at=NOON,
    )
    async with open_work() as work:
        assert expected == draft == await work.surveys.get(draft.id)
        assert await work.surveys.open_version("yard") is None
        assert await work.surveys.latest("yard") is None
        assert list(await work.surveys.all_open()) == []
        assert await work.surveys.get(draft.id + 1) is None


async def test_versions_count_within_their_key(work: UnitOfWork) -> None:
    """The shelf numbers the versions, whatever the file said."""
    author = await a_resident(work)
    drafts = [
        await work.surveys.add_draft(
            replace(a_survey(key), version=9), author_id=author.id, at=NOON
        )
        for key in ("yard", "lift", "yard")
    ]

    assert [(draft.survey.key, draft.survey.version) for draft in drafts] == [
        ("yard", 1),
        ("lift", 1),
        ("yard", 2),
    ]


async def test_only_the_open_version_takes_new_responses(work: UnitOfWork) -> None:
    """A published version supersedes the earlier one, which stays the second latest."""
    author = await a_resident(work)
    first = await an_open_survey(work, author)
    second = await an_open_survey(work, author, a_survey(questions=[an_open_question("lift")]))

    assert second == await work.surveys.open_version("yard")
    assert replace(first, status=SurveyStatus.SUPERSEDED) == await work.surveys.get(first.id)
    assert [second] == list(await work.surveys.all_open())


async def test_a_closed_survey_is_still_the_latest(work: UnitOfWork) -> None:
    """Reports are read after a survey is closed; drafts are never what was published."""
    author = await a_resident(work)
    stored = await an_open_survey(work, author)
    await work.surveys.set_status(stored.id, SurveyStatus.CLOSED, at=LATER)
    await work.surveys.add_draft(a_survey(), author_id=author.id, at=LATER)

    assert await work.surveys.open_version("yard") is None
    assert replace(stored, status=SurveyStatus.CLOSED) == await work.surveys.latest("yard")
    assert await work.surveys.latest("lift") is None


async def test_what_was_ever_open_is_there_after_its_end(work: UnitOfWork) -> None:
    """One version a key, closed ones too; a draft was never open."""
    author = await a_resident(work)
    first = await an_open_survey(work, author)
    lift = await an_open_survey(work, author, a_survey("lift"))
    again = await an_open_survey(work, author, a_survey(questions=[an_open_question("lift")]))
    await work.surveys.add_draft(a_survey("roof"), author_id=author.id, at=NOON)
    await work.surveys.set_status(lift.id, SurveyStatus.CLOSED, at=LATER)

    assert first.survey.key == again.survey.key
    assert [each.id for each in await work.surveys.ever_open()] == [again.id, lift.id]


async def test_the_newest_publication_comes_first(work: UnitOfWork) -> None:
    """A draft written first but published last is the news."""
    author = await a_resident(work)
    old_draft = await work.surveys.add_draft(a_survey("roof"), author_id=author.id, at=NOON)
    lift = await an_open_survey(work, author, a_survey("lift"))
    await work.surveys.set_status(old_draft.id, SurveyStatus.OPEN, at=LATER)

    assert [stored.survey.key for stored in await work.surveys.all_open()] == ["roof", "lift"]
    assert lift.id > old_draft.id


async def test_managers_see_the_open_version_and_a_newer_draft(work: UnitOfWork) -> None:
    """Per key what residents see and what is being prepared; older drafts are history."""
    author = await a_resident(work)
    forgotten = await work.surveys.add_draft(a_survey("yard"), author_id=author.id, at=NOON)
    opened = await an_open_survey(work, author, a_survey("yard"))
    closed = await an_open_survey(work, author, a_survey("lift"))
    await work.surveys.set_status(closed.id, SurveyStatus.CLOSED, at=NOON)
    only_draft = await work.surveys.add_draft(a_survey("roof"), author_id=author.id, at=NOON)
    await work.surveys.add_draft(a_survey("yard"), author_id=author.id, at=NOON)
    newest = await work.surveys.add_draft(a_survey("yard"), author_id=author.id, at=NOON)

    assert [newest, only_draft, opened] == list(await work.surveys.newest_versions())
    assert forgotten.survey.version < opened.survey.version
