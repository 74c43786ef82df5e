"""What the store of half-written surveys promises."""

import asyncio
from dataclasses import replace
from datetime import timedelta

from tests.fakes import NOON
from tests.makers import a_resident, an_open_survey
from use_cases.ports import OpenWork, UnitOfWork

LATER = NOON + timedelta(hours=1)
PAGE = {"survey": "yard", "title": {"ru": "Двор"}, "questions": [{"key": "a", "open": {"ru": "?"}}]}


async def test_a_draft_comes_back_as_it_was_saved(work: UnitOfWork) -> None:
    """The order of its languages and questions too; the author stays whoever it was."""
    maria = await a_resident(work)
    survey = await an_open_survey(work, maria)
    begun = await work.drafts.add(PAGE, author_id=maria.id, at=NOON)
    changed = replace(
        begun,
        document={**PAGE, "points": 5},
        revision=2,
        survey_key="yard",
        shelved=survey.id,
        shelved_revision=2,
    )
    await work.drafts.save(replace(changed, author_id=None), at=LATER)

    assert (begun.revision, begun.survey_key) == (1, None)
    assert await work.drafts.get(begun.id) == replace(changed, touched_at=LATER)
    assert await work.drafts.get(begun.id + 1) is None


async def test_drafts_are_listed_as_they_were_touched(work: UnitOfWork) -> None:
    """The one worked at last comes first; a dropped one is gone."""
    maria = await a_resident(work)
    first = await work.drafts.add(PAGE, author_id=maria.id, at=NOON)
    second = await work.drafts.add(PAGE, author_id=maria.id, at=NOON, survey_key="yard")
    assert [second.id, first.id] == [each.id for each in await work.drafts.all()]

    await work.drafts.save(first, at=LATER)
    assert [first.id, second.id] == [each.id for each in await work.drafts.all()]

    await work.drafts.drop(first.id)
    assert [second] == list(await work.drafts.all())


async def test_two_who_change_one_draft_at_once_lose_nothing(open_work: OpenWork) -> None:
    """Each holds it, so each sees what the other did."""
    async with open_work() as work:
        maria = await a_resident(work)
        begun = await work.drafts.add({**PAGE, "said": []}, author_id=maria.id, at=NOON)
        await work.commit()

    async def say(word: str) -> None:
        async with open_work() as work:
            held = await work.drafts.hold(begun.id)
            assert held is not None
            await asyncio.sleep(0.01)
            document = {**held.document, "said": [*held.document["said"], word]}
            changed = replace(held, document=document, revision=held.revision + 1)
            await work.drafts.save(changed, at=LATER)
            await work.commit()

    await asyncio.gather(*(say(word) for word in "abcde"))

    async with open_work() as work:
        after = await work.drafts.get(begun.id)
    assert after is not None
    assert (sorted(after.document["said"]), after.revision) == (list("abcde"), 6)
