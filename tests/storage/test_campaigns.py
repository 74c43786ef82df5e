"""What the store of campaigns promises."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from tests.fakes import NOON
from tests.makers import a_resident, a_scheme_with_segments
from use_cases.ports import OpenWork, Settled, UnitOfWork
from use_cases.records import Campaign, CampaignState, Delivery, DeliveryState, Person

LATER = NOON + timedelta(hours=1)


async def a_draft(work: UnitOfWork, author: Person, text: str = "Здравствуйте!") -> Campaign:
    """A campaign to the first segment there is."""
    _, (segment, _) = await a_scheme_with_segments(work)
    return await work.campaigns.add(
        author_id=author.id, segment_id=segment.id, template=text, points=5, at=NOON
    )


async def a_launched(work: UnitOfWork, size: int = 3) -> tuple[Campaign, Sequence[Person]]:
    """A campaign to some residents, queued."""
    people = [await a_resident(work) for _ in range(size)]
    draft = await a_draft(work, people[0])
    assert await work.campaigns.launch(draft.id, [person.id for person in people], at=NOON)
    return replace(draft, state=CampaignState.SENDING, launched_at=NOON), people


async def test_a_campaign_is_kept_as_written(open_work: OpenWork) -> None:
    """It begins as a draft; its state, times and progress message change later."""
    async with open_work() as work:
        author = await a_resident(work)
        draft = await a_draft(work, author, "Привет, {name}!")
        await work.commit()

    assert ("Привет, {name}!", 5, CampaignState.DRAFT, author.id, NOON) == (
        draft.template,
        draft.points,
        draft.state,
        draft.author_id,
        draft.created_at,
    )
    changed = replace(
        draft,
        state=CampaignState.DONE,
        launched_at=NOON,
        finished_at=LATER,
        progress_chat_id=-(2**40),
        progress_message_id=17,
    )
    async with open_work() as work:
        assert draft == await work.campaigns.get(draft.id)
        await work.campaigns.save(replace(changed, template="другой"))
        assert changed == await work.campaigns.get(draft.id)
        assert await work.campaigns.get(draft.id + 1) is None


async def test_a_draft_has_texts_in_more_languages(work: UnitOfWork) -> None:
    """One more leaves the others; what is launched is not changed any more."""
    author = await a_resident(work)
    draft = await a_draft(work, author)
    assert await work.campaigns.translate(draft.id, "uk", "Привіт")
    assert await work.campaigns.translate(draft.id, "en", "Hello")
    assert await work.campaigns.translate(draft.id, "uk", "Вітаю")
    await work.campaigns.launch(draft.id, [author.id], at=NOON)

    assert not await work.campaigns.translate(draft.id, "ru", "Привет")
    launched = await work.campaigns.get(draft.id)
    assert launched is not None
    assert launched.translations == {"uk": "Вітаю", "en": "Hello"}


async def test_launching_twice_is_launching_once(work: UnitOfWork) -> None:
    """A double tap queues nobody a second time."""
    campaign, people = await a_launched(work, 2)

    assert not await work.campaigns.launch(campaign.id, [people[0].id], at=LATER)
    assert campaign == await work.campaigns.get(campaign.id)
    assert await work.campaigns.totals(campaign.id) == {DeliveryState.QUEUED: 2}
    assert not await work.campaigns.launch(campaign.id + 1, [people[0].id], at=LATER)


async def test_the_audience_names_everybody_once(work: UnitOfWork) -> None:
    """Repeated and erased people in the list do no harm; an empty audience is one too."""
    vera, oleh = await a_resident(work), await a_resident(work)
    draft = await a_draft(work, vera)
    await work.people.erase(oleh.id)

    assert await work.campaigns.launch(draft.id, [vera.id, oleh.id, vera.id], at=NOON)
    assert await work.campaigns.totals(draft.id) == {DeliveryState.QUEUED: 1}

    nobody = await a_draft(work, vera)
    assert await work.campaigns.launch(nobody.id, [], at=NOON)
    assert await work.campaigns.totals(nobody.id) == {}


async def test_deliveries_are_taken_by_id_once(work: UnitOfWork) -> None:
    """What one sender has taken, the next one does not get."""
    campaign, people = await a_launched(work, 5)
    taken = await work.campaigns.take_queued(campaign.id, 2, at=NOON)
    rest = await work.campaigns.take_queued(campaign.id, 10, at=NOON)

    assert [person.id for person in people] == [d.person_id for d in [*taken, *rest]]
    assert taken[0] == Delivery(
        id=taken[0].id,
        campaign_id=campaign.id,
        person_id=people[0].id,
        state=DeliveryState.SENDING,
        attempts=1,
    )
    assert list(await work.campaigns.take_queued(campaign.id, 10, at=NOON)) == []
    assert await work.campaigns.totals(campaign.id) == {DeliveryState.SENDING: 5}


async def test_a_batch_may_start_after_an_id(work: UnitOfWork) -> None:
    """Whoever has to wait is passed over, and comes with the next round."""
    campaign, people = await a_launched(work, 4)
    other, _ = await a_launched(work, 1)
    first, second = await work.campaigns.take_queued(campaign.id, 2, at=NOON)
    back = [Settled(delivery_id=d.id, state=DeliveryState.QUEUED) for d in (first, second)]
    await work.campaigns.settle(back, at=NOON)

    later = await work.campaigns.take_queued(campaign.id, 10, at=NOON, after=second.id)
    again = await work.campaigns.take_queued(campaign.id, 10, at=NOON)
    assert [people[2].id, people[3].id] == [delivery.person_id for delivery in later]
    assert [(first.id, 2), (second.id, 2)] == [(d.id, d.attempts) for d in again]
    assert await work.campaigns.totals(other.id) == {DeliveryState.QUEUED: 1}


async def test_deliveries_end_once(work: UnitOfWork) -> None:
    """Only what is being sent can end; an end is not overwritten."""
    campaign, people = await a_launched(work, 3)
    sent, refused, queued = await work.campaigns.take_queued(campaign.id, 3, at=NOON)
    ends = [
        Settled(delivery_id=sent.id, state=DeliveryState.SENT, message_id=2**40),
        Settled(delivery_id=refused.id, state=DeliveryState.UNREACHABLE, fault="blocked"),
        Settled(delivery_id=queued.id, state=DeliveryState.QUEUED),
    ]
    await work.campaigns.settle(ends, at=LATER)
    for delivery in (sent, queued):
        late = Settled(delivery_id=delivery.id, state=DeliveryState.FAILED, fault="late")
        await work.campaigns.settle([late], at=LATER)
    await work.campaigns.settle([], at=LATER)

    assert await work.campaigns.totals(campaign.id) == {
        DeliveryState.SENT: 1,
        DeliveryState.UNREACHABLE: 1,
        DeliveryState.QUEUED: 1,
    }
    assert [people[0]] == list(await work.campaigns.people_in(campaign.id, DeliveryState.SENT))


async def test_what_a_crash_left_is_unconfirmed(work: UnitOfWork) -> None:
    """Rows left in sending are named, those of other campaigns are not touched."""
    campaign, people = await a_launched(work, 3)
    other, _ = await a_launched(work, 1)
    await work.campaigns.take_queued(campaign.id, 2, at=NOON)
    await work.campaigns.take_queued(other.id, 2, at=NOON)

    assert await work.campaigns.disown_sending(campaign.id, at=LATER) == 2
    assert await work.campaigns.disown_sending(campaign.id, at=LATER) == 0
    assert await work.campaigns.totals(campaign.id) == {
        DeliveryState.UNCONFIRMED: 2,
        DeliveryState.QUEUED: 1,
    }
    assert await work.campaigns.totals(other.id) == {DeliveryState.SENDING: 1}
    unconfirmed = await work.campaigns.people_in(campaign.id, DeliveryState.UNCONFIRMED)
    assert list(people[:2]) == list(unconfirmed)


async def test_the_erased_still_count(work: UnitOfWork) -> None:
    """Totals add up to the audience for ever; nobody is named who asked to be forgotten."""
    campaign, people = await a_launched(work, 2)
    await work.people.erase(people[0].id)

    nobody, somebody = await work.campaigns.take_queued(campaign.id, 10, at=NOON)
    assert (None, people[1].id) == (nobody.person_id, somebody.person_id)
    assert await work.campaigns.totals(campaign.id) == {DeliveryState.SENDING: 2}
    assert [people[1]] == list(await work.campaigns.people_in(campaign.id, DeliveryState.SENDING))


async def test_campaigns_by_state_and_by_segment(work: UnitOfWork) -> None:
    """Drafts are nobody's business; the launched ones come newest first."""
    first, people = await a_launched(work, 1)
    second = await a_draft(work, people[0])
    await work.campaigns.launch(second.id, [], at=LATER)
    draft = await a_draft(work, people[0])
    assert draft.segment_id is not None
    segments = [draft.segment_id, draft.segment_id + 1]

    assert [draft] == list(await work.campaigns.in_state(CampaignState.DRAFT))
    launched = replace(second, state=CampaignState.SENDING, launched_at=LATER)
    assert [first, launched] == list(await work.campaigns.in_state(CampaignState.SENDING))
    assert [launched, first] == list(await work.campaigns.of_segments(segments))
    assert list(await work.campaigns.of_segments(segments[1:])) == []
    assert list(await work.campaigns.of_segments([])) == []


async def test_campaigns_to_a_rule(work: UnitOfWork) -> None:
    """The launched ones, newest first; those to segments are none of them."""
    other, people = await a_launched(work, 1)
    ruled = [
        await work.campaigns.add(
            author_id=people[0].id, segment_id=None, template="x", points=0, at=NOON, rule_id=7
        )
        for _ in range(3)
    ]
    for campaign, at in zip(ruled[:2], (NOON, LATER), strict=True):
        await work.campaigns.launch(campaign.id, [people[0].id], at=at)
    found = [each.id for each in await work.campaigns.of_rule(7)]
    assert found == [ruled[1].id, ruled[0].id] and other.id not in found
    assert list(await work.campaigns.of_rule(8)) == []
