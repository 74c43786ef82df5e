"""What the store of segments promises."""

from dataclasses import replace
from datetime import timedelta

import sqlalchemy as sa

from segmentation.grounds import Grounds
from storage.database import Database
from storage.tables import memberships
from surveys.questions import Basis
from tests.fakes import NOON
from tests.makers import a_placement, a_resident, a_scheme_with_segments
from use_cases.ports import OpenWork, UnitOfWork
from use_cases.records import StoredSegment

LATER = NOON + timedelta(days=1)


async def test_a_scheme_is_made_on_first_use(open_work: OpenWork) -> None:
    """One for each survey and basis, the same ever after."""
    async with open_work() as work:
        needs = await work.segments.scheme("yard", Grounds.on(Basis.NEEDS))
        values = await work.segments.scheme("yard", Grounds.on(Basis.PSYCHOGRAPHIC))
        other = await work.segments.scheme("lift", Grounds.on(Basis.NEEDS))
        await work.commit()

    assert (needs.survey_key, needs.grounds) == ("yard", Grounds.on(Basis.NEEDS))
    async with open_work() as work:
        assert needs == await work.segments.scheme("yard", Grounds.on(Basis.NEEDS))
        assert values == await work.segments.get_scheme(values.id)
        assert [needs, values, other] == list(await work.segments.schemes())
        assert await work.segments.get_scheme(other.id + 1) is None


async def test_the_latest_run_of_a_scheme(work: UnitOfWork) -> None:
    """Runs are kept as their documents are; the newest one answers."""
    scheme = await work.segments.scheme("yard", Grounds.on(Basis.NEEDS))
    other = await work.segments.scheme("lift", Grounds.on(Basis.NEEDS))
    assert await work.segments.latest_run(scheme.id) is None

    await work.segments.add_run(scheme.id, {"old": True}, people=3, at=LATER)
    document = {"names": {"ru": "Тихие"}, "centres": [[0.1, -2.0], []], "none": None}
    newest = await work.segments.add_run(scheme.id, document, people=40, at=NOON)
    await work.segments.add_run(other.id, {}, people=1, at=LATER)

    assert newest == await work.segments.latest_run(scheme.id)
    assert (document, 40, NOON) == (newest.document, newest.people, newest.created_at)


async def test_numbers_of_segments_stay_for_ever(work: UnitOfWork) -> None:
    """A segment keeps its number and name; a retired one takes them up again when it is back."""
    scheme, (quiet, active) = await a_scheme_with_segments(work, "quiet", "active")
    await work.segments.rename(active.id, "Активисты")
    named = replace(active, name="Активисты")

    young, still_quiet = await work.segments.set_segments(scheme.id, ["young", "quiet"])
    assert (quiet, 3) == (still_quiet, young.number)
    assert replace(named, retired=True) == await work.segments.get_segment(active.id)
    assert [quiet, young] == list(await work.segments.segments(scheme.id))

    assert [named, young] == list(await work.segments.set_segments(scheme.id, ["active", "young"]))
    assert [named, young] == list(await work.segments.segments(scheme.id))
    assert await work.segments.get_segment(young.id + 1) is None


async def test_segments_of_schemes_do_not_mix(work: UnitOfWork) -> None:
    """Each scheme counts from 1 and retires its own."""
    needs, (first,) = await a_scheme_with_segments(work, "a")
    values, (second,) = await a_scheme_with_segments(work, "a", basis=Basis.PSYCHOGRAPHIC)
    await work.segments.set_segments(values.id, [])

    assert (first.number, second.number) == (1, 1)
    assert [first] == list(await work.segments.segments(needs.id))
    assert list(await work.segments.segments(values.id)) == []
    assert StoredSegment(id=first.id, scheme_id=needs.id, key="a", number=1) == first


async def test_an_unchanged_segment_keeps_its_since(work: UnitOfWork) -> None:
    """A new run that leaves somebody in place only renews how sure it is."""
    vera, oleh = await a_resident(work), await a_resident(work)
    scheme, (quiet, active) = await a_scheme_with_segments(work)
    await a_placement(work, quiet, vera, oleh, at=NOON)
    (stayed,) = await a_placement(work, quiet, vera, at=LATER)
    (moved,) = await a_placement(work, active, oleh, at=LATER)

    assert [replace(stayed, since=NOON), moved] == list(await work.segments.memberships(scheme.id))
    assert [vera] == list(await work.segments.members(quiet.id))
    assert [oleh] == list(await work.segments.members(active.id))


async def test_undecided_is_a_place_too(work: UnitOfWork) -> None:
    """Somebody between two segments belongs to none, and can be placed later."""
    vera = await a_resident(work)
    scheme, (quiet, _) = await a_scheme_with_segments(work)
    (placed,) = await a_placement(work, quiet, vera)
    undecided = replace(placed, segment_id=None, since=LATER)
    await work.segments.place([undecided])
    assert [undecided] == list(await work.segments.memberships(scheme.id))

    await work.segments.place([replace(undecided, since=LATER + timedelta(days=1))])
    assert [undecided] == list(await work.segments.memberships(scheme.id))
    assert list(await work.segments.members(quiet.id)) == []


async def test_one_place_in_each_scheme(work: UnitOfWork) -> None:
    """Of two places in one call the last counts; schemes do not disturb each other."""
    vera = await a_resident(work)
    needs, (quiet, active) = await a_scheme_with_segments(work)
    values, (calm, _) = await a_scheme_with_segments(work, basis=Basis.PSYCHOGRAPHIC)
    (first,) = await a_placement(work, quiet, vera)
    (elsewhere,) = await a_placement(work, calm, vera)
    second = replace(first, segment_id=active.id)
    await work.segments.place([first, second])

    assert [second] == list(await work.segments.memberships(needs.id))
    assert [elsewhere] == list(await work.segments.memberships(values.id))


async def test_members_have_consented_and_come_by_id(work: UnitOfWork) -> None:
    """The unreachable are members still; whoever took part without consent is not shown."""
    vera, oleh = await a_resident(work), await a_resident(work)
    silent = await a_resident(work, consented=False)
    gone = replace(oleh, unreachable_at=LATER)
    await work.people.save(gone)
    _, (quiet, _) = await a_scheme_with_segments(work)
    await a_placement(work, quiet, silent, oleh, vera)

    assert [vera, gone] == list(await work.segments.members(quiet.id))


async def test_whoever_was_erased_is_not_placed(work: UnitOfWork) -> None:
    """A run that began before somebody left does not fail when it ends."""
    vera, oleh = await a_resident(work), await a_resident(work)
    scheme, (quiet, _) = await a_scheme_with_segments(work)
    await work.people.erase(oleh.id)
    placed = await a_placement(work, quiet, vera, oleh)

    assert [placed[0]] == list(await work.segments.memberships(scheme.id))


async def test_where_somebody_stood_is_remembered(database: Database) -> None:
    """A membership that changed segment is closed when the next one begins."""
    async with database.open_work() as work:
        vera = await a_resident(work)
        _, (quiet, active) = await a_scheme_with_segments(work)
        await a_placement(work, quiet, vera, at=NOON)
        await a_placement(work, active, vera, at=LATER)
        await work.commit()
    history = sa.select(memberships.c.segment_id, memberships.c.since, memberships.c.until)
    async with database.engine.connect() as connection:
        rows = await connection.execute(history.order_by(memberships.c.id))
        assert [(quiet.id, NOON, LATER), (active.id, LATER, None)] == [tuple(row) for row in rows]


async def test_merged_segments_are_one_until_they_are_taken_apart(work: UnitOfWork) -> None:
    """Their people stand under the one that stays; runs go on finding them apart."""
    vera, oleh, ivan = [await a_resident(work) for _ in range(3)]
    scheme, (quiet, active, young) = await a_scheme_with_segments(work, "a", "b", "c")
    await a_placement(work, quiet, vera)
    await a_placement(work, active, oleh)
    await a_placement(work, young, ivan)

    await work.segments.merge(young.id, active.id)
    await work.segments.merge(active.id, quiet.id)

    one = replace(quiet, parts=("b", "c"))
    assert [one] == list(await work.segments.segments(scheme.id))
    assert one == await work.segments.get_segment(quiet.id)
    assert {quiet.id} == {m.segment_id for m in await work.segments.memberships(scheme.id)}
    assert [vera, oleh, ivan] == list(await work.segments.members(quiet.id))
    assert [vera, oleh, ivan] == list(await work.segments.members(young.id))
    found = await work.segments.memberships(scheme.id, as_found=True)
    assert [quiet.id, active.id, young.id] == [m.segment_id for m in found]

    await work.segments.set_segments(scheme.id, ["b"])
    assert [replace(one, retired=False)] == list(await work.segments.segments(scheme.id))
    again = await work.segments.set_segments(scheme.id, ["a", "b", "c"])
    assert [s.merged_into for s in again] == [None, quiet.id, quiet.id]

    for part in (active, young):
        await work.segments.merge(part.id, None)
    assert [quiet, active, young] == list(await work.segments.segments(scheme.id))
    assert [oleh] == list(await work.segments.members(active.id))


async def test_notes_and_pins_stay(work: UnitOfWork) -> None:
    """Through runs, too: a pinned segment is not retired by one that does not find it."""
    scheme, (quiet, _) = await a_scheme_with_segments(work)
    await work.segments.annotate(quiet.id, "Ask them first.")
    await work.segments.pin(quiet.id, True)
    await work.segments.set_segments(scheme.id, ["c"])

    pinned = replace(quiet, note="Ask them first.", pinned=True)
    shown = await work.segments.segments(scheme.id)
    assert (pinned, "c") == (shown[0], shown[1].key)

    await work.segments.pin(quiet.id, False)
    await work.segments.annotate(quiet.id, None)
    await work.segments.set_segments(scheme.id, ["c"])
    assert replace(quiet, retired=True) == await work.segments.get_segment(quiet.id)


async def test_own_words_count_until_a_manager_leaves_them_out(open_work: OpenWork) -> None:
    async with open_work() as work:
        scheme = await work.segments.scheme("yard", Grounds.on(Basis.NEEDS))
        assert scheme.themes
        await work.segments.count_themes(scheme.id, False)
        await work.commit()

    async with open_work() as work:
        assert await work.segments.get_scheme(scheme.id) == replace(scheme, themes=False)


async def test_the_smallest_segment_allowed_is_kept(open_work: OpenWork) -> None:
    async with open_work() as work:
        scheme = await work.segments.scheme("yard", Grounds.on(Basis.NEEDS))
        assert scheme.smallest is None
        await work.segments.allow(scheme.id, 15)
        await work.commit()

    async with open_work() as work:
        assert await work.segments.get_scheme(scheme.id) == replace(scheme, smallest=15)
        await work.segments.allow(scheme.id, None)
        assert await work.segments.get_scheme(scheme.id) == scheme


async def test_whose_texts_are_to_be_read_is_remembered(open_work: OpenWork) -> None:
    """Once each, who waits longest first; who is forgotten waits no longer."""
    async with open_work() as work:
        scheme, _ = await a_scheme_with_segments(work)
        vera, oleg, inna = [await a_resident(work, name) for name in ("Вера", "Олег", "Инна")]
        await work.segments.await_reading([(scheme.id, oleg.id), (scheme.id, inna.id)])
        await work.segments.await_reading([(scheme.id, vera.id), (scheme.id, oleg.id)])
        await work.segments.await_reading([(scheme.id, inna.id + 100)])
        await work.segments.await_reading([])
        await work.commit()

    async with open_work() as work:
        everybody = [(scheme.id, one.id) for one in (oleg, inna, vera)]
        assert everybody == list(await work.segments.unread(10))
        assert everybody[:1] == list(await work.segments.unread(1))
        await work.people.erase(inna.id)
        await work.segments.read(scheme.id, [oleg.id])
        await work.commit()

    async with open_work() as work:
        assert [(scheme.id, vera.id)] == list(await work.segments.unread(10))
