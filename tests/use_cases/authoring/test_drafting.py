"""Writing a survey step by step: who may, what is kept, what happens to names."""

from functools import partial

import pytest

from surveys.drafting.documents import Document, blank
from surveys.drafting.questions import add_question
from tests.fakes import NOON, FixedClock, MemoryDatabase
from tests.makers import a_resident, an_open_survey
from use_cases.access import NotAllowed
from use_cases.authoring.drafting import (
    BeginDraft,
    ChangeDraft,
    DropDraft,
    ListDrafts,
    NoSuchDraft,
    NotYetASurvey,
    ShelveDraft,
)
from use_cases.authoring.shelf import PublishSurvey
from use_cases.ports import UnitOfWork
from use_cases.records import Draft, Person, Role

CLOCK = FixedClock()


async def a_manager(work: UnitOfWork, name: str = "Мария", telegram_id: int = 5) -> Person:
    return await a_resident(work, name, telegram_id=telegram_id, role=Role.MANAGER)


def asking(words: str, document: Document) -> Document:
    return add_question(document, "open", words, "ru")[0]


async def a_draft(work: UnitOfWork, maria: Person, title: str = "Двор") -> Draft:
    """With one question."""
    draft = await BeginDraft(work, CLOCK)(maria, title, "ru")
    return await ChangeDraft(work, CLOCK)(maria, draft.id, partial(asking, "Что во дворе?"))


async def test_only_managers_write_surveys() -> None:
    async with MemoryDatabase().open_work() as work:
        maria, vera = await a_manager(work), await a_resident(work, "Вера", telegram_id=6)
        draft = await a_draft(work, maria)
        for errand in (
            BeginDraft(work, CLOCK)(vera, "Двор", "ru"),
            BeginDraft(work, CLOCK).from_shelf(vera, 1),
            ChangeDraft(work, CLOCK)(vera, draft.id, partial(asking, "?")),
            ListDrafts(work, CLOCK)(vera),
            DropDraft(work, CLOCK)(vera, draft.id),
            ShelveDraft(work, CLOCK)(vera, draft.id, done=True),
        ):
            with pytest.raises(NotAllowed):
                await errand


async def test_a_draft_goes_to_the_shelf_and_its_next_version_keeps_the_name() -> None:
    """Nothing changed since a try: the tried version itself is put there."""
    async with MemoryDatabase().open_work() as work:
        maria = await a_manager(work)
        draft = await a_draft(work, maria)
        shelve = ShelveDraft(work, CLOCK)
        tried = await shelve(maria, draft.id, done=False)
        assert tried == await shelve(maria, draft.id, done=True)
        with pytest.raises(NoSuchDraft):
            await ListDrafts(work, CLOCK).one(maria, draft.id)

        await PublishSurvey(work, CLOCK)(maria, tried.id)
        again = await BeginDraft(work, CLOCK).from_shelf(maria, tried.id)
        assert again == await BeginDraft(work, CLOCK).from_shelf(maria, tried.id)
        await ChangeDraft(work, CLOCK)(maria, again.id, partial(asking, "А что ещё?"))
        second = await shelve(maria, again.id, done=True)
        assert (second.survey.key, second.survey.version) == (tried.survey.key, 2)
        assert [str(question.key) for question in second.survey.questions] == [
            "chto_vo_dvore",
            "a_chto_eshchyo",
        ]


async def test_a_new_survey_never_becomes_the_next_version_of_another() -> None:
    """Not of one on the shelf, not of a closed one, not of another draft."""
    async with MemoryDatabase().open_work() as work:
        maria = await a_manager(work)
        await an_open_survey(work, maria)  # "yard"
        first = await work.drafts.add(
            asking("?", blank("yard", "Y", ["ru"])), author_id=maria.id, at=NOON
        )
        shelved = await ShelveDraft(work, CLOCK)(maria, first.id, done=True)
        assert shelved.survey.key == "yard_2"

        titles = [await BeginDraft(work, CLOCK)(maria, "Двор", "ru") for _ in range(2)]
        assert [draft.document["survey"] for draft in titles] == ["dvor", "dvor_2"]


async def test_what_is_at_fault_is_not_shelved() -> None:
    async with MemoryDatabase().open_work() as work:
        maria = await a_manager(work)
        empty = await BeginDraft(work, CLOCK)(maria, "Двор", "ru")
        with pytest.raises(NotYetASurvey):
            await ShelveDraft(work, CLOCK)(maria, empty.id, done=True)


async def test_a_step_counts_only_if_it_changes_something() -> None:
    async with MemoryDatabase().open_work() as work:
        maria = await a_manager(work)
        draft = await a_draft(work, maria)
        same = await ChangeDraft(work, CLOCK)(maria, draft.id, lambda document: document)
        assert (draft.revision, same.revision) == (2, 2)
