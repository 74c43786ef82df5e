"""Being forgotten: a person leaves every table, and the books still balance."""

from dataclasses import replace

import sqlalchemy as sa

from rewards.transfers import HOUSE, Transfer, account_of
from storage.database import Database
from storage.tables import metadata
from surveys.answers import Written
from surveys.questions import QuestionKey
from tests.fakes import NOON
from tests.makers import (
    a_completed_walk,
    a_placement,
    a_resident,
    a_scheme_with_segments,
    an_open_survey,
)
from use_cases.ports import OpenWork, UnitOfWork
from use_cases.records import DeliveryState, Dialogue, Person, Role

NAME, WORDS, TELEGRAM_ID = "Вера Павловна", "Хочу фонтан", 7_777_777_777


async def a_life(work: UnitOfWork) -> Person:
    """Somebody who did everything that a manager can do."""
    vera = await a_resident(work, NAME, telegram_id=TELEGRAM_ID, role=Role.MANAGER)
    await work.people.save_dialogue(vera.id, Dialogue(state="text", data={"text": WORDS}))
    survey = await an_open_survey(work, vera)
    half_written = {"survey": "fountain", "title": {"ru": WORDS}, "questions": []}
    await work.drafts.add(half_written, author_id=vera.id, at=NOON)
    walk = await a_completed_walk(work, survey, vera, {"yard": Written(WORDS)})
    thanks = Transfer(
        source=HOUSE,
        target=account_of(vera.id),
        points=50,
        reference=f"survey:{survey.id}:response:{walk.id}",
    )
    await work.points.post(thanks, reason="survey", at=NOON)
    _, (segment, _) = await a_scheme_with_segments(work)
    await a_placement(work, segment, vera)
    campaign = await work.campaigns.add(
        author_id=vera.id, segment_id=segment.id, template="Здравствуйте!", points=0, at=NOON
    )
    await work.campaigns.launch(campaign.id, [vera.id], at=NOON)
    await work.audit.note(vera.id, "campaign.launch", at=NOON, detail=str(campaign.id))
    launched = await work.campaigns.get(campaign.id)
    assert launched is not None
    shown = replace(launched, progress_chat_id=TELEGRAM_ID, progress_message_id=7)
    await work.campaigns.save(shown)
    await work.inbox.put([(1, TELEGRAM_ID, {"text": WORDS})], at=NOON)
    (applied,) = await work.inbox.waiting(10)
    await work.inbox.apply(applied.id)
    return vera


async def test_what_comes_after_the_wish_to_be_forgotten_is_a_newcomers(
    open_work: OpenWork,
) -> None:
    """An update that waits behind the /forget is handled all the same: nothing is lost."""
    async with open_work() as work:
        vera = await a_life(work)
        await work.inbox.put([(2, TELEGRAM_ID, {"text": "/start"})], at=NOON)
        await work.people.erase(vera.id)
        await work.commit()

        (waiting,) = await work.inbox.waiting(10)
    assert waiting.update_id == 2


async def test_the_person_goes_and_the_works_stay(open_work: OpenWork) -> None:
    """Answers, places, updates and the log go; surveys and campaigns stay, authorless."""
    async with open_work() as work:
        await a_resident(work)
        vera = await a_life(work)
        await work.commit()
        await work.people.erase(vera.id)
        await work.commit()

    async with open_work() as work:
        assert await work.people.get(vera.id) is None
        assert await work.people.by_telegram_id(TELEGRAM_ID) is None
        assert await work.people.count() == 1
        assert await work.responses.unfinished(vera.id) is None
        assert await work.responses.completed_answers("yard") == {}
        assert list(await work.segments.memberships(1)) == []
        assert list(await work.inbox.waiting(10)) == list(await work.inbox.unanswered()) == []
        assert list(await work.audit.recent(10)) == []
        assert list(await work.drafts.all()) == []
        (survey,) = await work.surveys.all_open()
        (campaign,) = await work.campaigns.of_segments([1])
        assert (survey.author_id, campaign.author_id) == (None, None)
        assert (campaign.progress_chat_id, campaign.progress_message_id) == (None, None)
        assert await work.campaigns.totals(campaign.id) == {DeliveryState.QUEUED: 1}


async def test_the_ledger_stays_and_balances(open_work: OpenWork) -> None:
    """What was given was given; nobody's points cannot be spent, and nobody gets them."""
    async with open_work() as work:
        vera, oleh = await a_life(work), await a_resident(work)
        await work.people.erase(vera.id)
        await work.people.erase(oleh.id)
        await work.commit()

    async with open_work() as work:
        assert (
            await work.points.total(),
            await work.points.given(),
            await work.points.given(reason="survey"),
        ) == (0, 50, 50)
        assert await work.points.balance(vera.id) == 0
        assert list(await work.points.statement(vera.id, 10)) == []
        back = await a_resident(work, telegram_id=TELEGRAM_ID)
        assert back.id > oleh.id
        assert await work.points.balance(back.id) == 0


async def test_erasing_somebody_who_is_not_there(work: UnitOfWork) -> None:
    """Twice is no more than once."""
    vera = await a_life(work)
    await work.people.erase(vera.id)
    await work.people.erase(vera.id)

    await work.people.save(replace(vera, name=NAME))
    assert await work.people.count() == 0


async def test_no_table_remembers_the_person(database: Database) -> None:
    """Neither name nor words nor Telegram's number is left in any row of any table."""
    async with database.open_work() as work:
        vera = await a_life(work)
        await work.commit()
    assert {"people", "answers", "inbox"} <= await tables_that_know(database)

    async with database.open_work() as work:
        await work.people.erase(vera.id)
        await work.commit()
    assert await tables_that_know(database) == set()


async def tables_that_know(database: Database) -> set[str]:
    """The tables in which something of her is to be found."""
    knowing = set()
    async with database.engine.connect() as connection:
        for table in metadata.sorted_tables:
            for row in await connection.execute(sa.select(table)):
                cells = [str(cell) for cell in row]
                traces = (NAME, WORDS, str(TELEGRAM_ID))
                if any(trace in cell for trace in traces for cell in cells):
                    knowing.add(table.name)
    return knowing


async def test_a_sealed_ballot_still_counts(open_work: OpenWork) -> None:
    """It is nobody's, and goes on to be counted among the finished; only the taker is forgotten."""
    async with open_work() as work:
        vera = await a_resident(work, NAME, telegram_id=TELEGRAM_ID, role=Role.MANAGER)
        survey = await an_open_survey(work, vera)
        key = survey.survey.key
        assert await work.sealed.drop_in(
            survey.id, key, vera.id, {QuestionKey("yard"): Written(WORDS)}
        )
        await work.commit()
        await work.people.erase(vera.id)
        await work.commit()

        counts = await work.responses.counts(key)
        assert (counts.started, counts.completed) == (1, 1)
        assert list(await work.sealed.takers(key)) == []
        assert len(await work.sealed.ballots(key)) == 1
