"""What the sender reads and writes for many deliveries at once, inside one unit of work."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from rewards.gifts import CAMPAIGN_REASON, campaign_gift
from use_cases.broadcasting.deliveries import ERASED, KNOWN_GONE, WITHDREW, Verdict, unfit
from use_cases.broadcasting.letters import Letters
from use_cases.broadcasting.outbox import Landed, Parcel
from use_cases.ports import Settled, UnitOfWork
from use_cases.records import Delivery, DeliveryState, Person


async def address(
    work: UnitOfWork, letters: Letters, taken: Sequence[Delivery], turned_down: Mapping[int, int]
) -> tuple[list[Parcel], list[Settled]]:
    """Parcels for those who are to get one, and the ends of the deliveries that are not tried.

    Whoever erased themselves, took their consent back or left Telegram since the audience was
    frozen gets nothing.
    """
    ids = [delivery.person_id for delivery in taken if delivery.person_id is not None]
    people = {person.id: person for person in await work.people.get_many(ids)}
    balances = await work.points.balances(ids) if letters.needs_balances else {}
    parcels: list[Parcel] = []
    untried: list[Settled] = []
    for delivery in taken:
        person = people.get(delivery.person_id) if delivery.person_id is not None else None
        made = _parcel_or_end(delivery, person, letters, balances, turned_down)
        if isinstance(made, Parcel):
            parcels.append(made)
        else:
            untried.append(made.settled(delivery.id))
    return parcels, untried


def _parcel_or_end(
    delivery: Delivery,
    person: Person | None,
    letters: Letters,
    balances: Mapping[int, int],
    turned_down: Mapping[int, int],
) -> Parcel | Verdict:
    if person is None:
        return ERASED
    if person.consented_at is None:
        return WITHDREW
    if person.unreachable_at is not None:
        return KNOWN_GONE
    letter = letters.write(person, balances.get(person.id, 0))
    if letter.fault is not None:
        return unfit(letter.fault)
    return Parcel(
        campaign_id=delivery.campaign_id,
        delivery_id=delivery.id,
        person_id=person.id,
        chat_id=person.telegram_id,
        text=letter.text,
        buttons=letter.buttons,
        turned_down=turned_down.get(delivery.id, 0),
    )


async def settle_landed(
    work: UnitOfWork, landed: Sequence[Landed], points: Mapping[int, int], *, at: datetime
) -> None:
    """Write how deliveries ended, give the points that came with them, mark who is gone.

    `points` are those of each campaign, by its id. Nothing is committed.
    """
    if not landed:
        return
    settled = [one.verdict.settled(one.parcel.delivery_id) for one in landed]
    await work.campaigns.settle(settled, at=at)
    brought = [one.parcel for one in landed if one.verdict.state is DeliveryState.SENT]
    gifts = [parcel for parcel in brought if points[parcel.campaign_id]]
    gone = [one.parcel.person_id for one in landed if one.verdict.person_gone]
    concerned = {parcel.person_id for parcel in gifts}.union(gone)
    there = await work.people.get_many(concerned) if concerned else ()
    people = {person.id: person for person in there}  # Without those erased meanwhile.
    for parcel in gifts:
        if parcel.person_id in people:
            gift = campaign_gift(
                campaign_id=parcel.campaign_id,
                person_id=parcel.person_id,
                points=points[parcel.campaign_id],
            )
            await work.points.post(gift, reason=CAMPAIGN_REASON, at=at)
    for person_id in gone:
        if person_id in people:
            person = people[person_id]
            await work.people.save(replace(person, unreachable_at=at), was=person)
