"""What the inbox promises."""

from datetime import timedelta

from tests.fakes import NOON
from use_cases.ports import OpenWork, UnitOfWork
from use_cases.records import InboxEntry, InboxState

LATER = NOON + timedelta(hours=1)
HELLO = {"message": {"text": "Привет 😀 \ud83d \x00", "chat": {"id": 2**40}}}


async def put_three(work: UnitOfWork) -> list[InboxEntry]:
    """Three updates of two people, waiting."""
    updates = [(900, 1, HELLO), (7, 2, HELLO), (901, 1, HELLO)]
    assert await work.inbox.put(updates, at=NOON) == 3
    return list(await work.inbox.waiting(10))


async def test_updates_wait_in_the_order_they_came(open_work: OpenWork) -> None:
    """By our own ids: Telegram's start anew somewhere after a quiet week."""
    async with open_work() as work:
        first, second, third = await put_three(work)
        await work.commit()

    assert [entry.update_id for entry in (first, second, third)] == [900, 7, 901]
    assert first == InboxEntry(
        id=first.id,
        update_id=900,
        lane=1,
        payload=HELLO,
        state=InboxState.RECEIVED,
        attempts=0,
    )
    async with open_work() as work:
        assert [first, second] == list(await work.inbox.waiting(2))
        assert [third] == list(await work.inbox.waiting(10, after=second.id))
        assert list(await work.inbox.waiting(10, after=third.id)) == []


async def test_known_updates_are_dropped(open_work: OpenWork) -> None:
    """Handed over twice, in one batch or in two, handled or not: kept once."""
    async with open_work() as work:
        entries = await put_three(work)
        await work.inbox.apply(entries[0].id)
        await work.commit()

    async with open_work() as work:
        again = [(900, 1, HELLO), (902, 1, HELLO), (902, 1, {}), (901, 1, {})]
        assert await work.inbox.put(again, at=LATER) == 1
        assert await work.inbox.put([], at=LATER) == 0
        waiting = await work.inbox.waiting(10)
        assert [(entry.update_id, entry.payload) for entry in waiting] == [
            (7, HELLO),
            (901, HELLO),
            (902, HELLO),
        ]


async def test_a_handled_update_loses_its_words(work: UnitOfWork) -> None:
    """received -> applied -> done; the payload goes with the first step."""
    first, second, _ = await put_three(work)
    assert await work.inbox.apply(first.id)
    assert not await work.inbox.apply(first.id), "another process was quicker"

    (applied,) = await work.inbox.unanswered()
    assert (first.id, InboxState.APPLIED, None) == (applied.id, applied.state, applied.payload)
    assert first.id not in [entry.id for entry in await work.inbox.waiting(10)]

    await work.inbox.finish([first.id, second.id])
    assert list(await work.inbox.unanswered()) == []
    assert second in await work.inbox.waiting(10)


async def test_a_failure_is_counted_until_it_is_given_up(work: UnitOfWork) -> None:
    """It waits for another try with its payload; given up, the payload goes."""
    first, *_ = await put_three(work)
    await work.inbox.fail(first.id, "boom", give_up=False)
    tried, *others = await work.inbox.waiting(10)
    assert (first.id, 1, HELLO) == (tried.id, tried.attempts, tried.payload)

    await work.inbox.fail(first.id, "boom", give_up=True)
    assert others == list(await work.inbox.waiting(10))
    assert list(await work.inbox.unanswered()) == []


async def test_only_what_is_over_is_forgotten(work: UnitOfWork) -> None:
    """Old and done or failed goes, so that its update id may come again; the rest stays."""
    done, failed, waiting = await put_three(work)
    await work.inbox.put([(1, 1, HELLO), (2, 1, HELLO)], at=LATER)
    new, applied = (await work.inbox.waiting(10))[-2:]
    for entry in (done, new, applied):
        await work.inbox.apply(entry.id)
    await work.inbox.finish([done.id, new.id])
    await work.inbox.fail(failed.id, "boom", give_up=True)

    assert await work.inbox.prune(before=NOON) == 0
    assert await work.inbox.prune(before=LATER) == 2
    assert [waiting] == list(await work.inbox.waiting(10))
    assert [applied.id] == [entry.id for entry in await work.inbox.unanswered()]
    assert await work.inbox.put([(900, 1, HELLO), (1, 1, HELLO)], at=LATER) == 1
    assert (await work.inbox.waiting(10))[-1].id > applied.id


async def test_an_entry_that_is_gone_does_no_harm(work: UnitOfWork) -> None:
    """Whoever asks to be forgotten takes along the very update that asked."""
    await work.inbox.apply(99)
    await work.inbox.finish([99])
    await work.inbox.fail(99, "boom", give_up=True)

    assert list(await work.inbox.waiting(10)) == []
