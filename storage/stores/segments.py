"""Schemes, runs, segments, and who stands where since when."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from segmentation.grounds import Grounds
from storage.stores.people import person_of
from storage.tables import memberships, people, run_notes, runs, schemes, segments, unread_texts
from storage.tables.segments import STANDS_AS
from storage.transaction import Transaction, batches, inserting
from use_cases.records import (
    Person,
    RunState,
    Scheme,
    StoredMembership,
    StoredRun,
    StoredSegment,
    as_shown,
)

_CURRENT = memberships.c.until.is_(None)
_ADD_SCHEME = inserting(
    lambda insert: insert(schemes).on_conflict_do_nothing(index_elements=["survey_key", "basis"])
)
_AWAIT = inserting(
    lambda insert: (
        insert(unread_texts)
        .from_select(
            ["scheme_id", "person_id"],
            sa.select(
                sa.bindparam("of_scheme", type_=unread_texts.c.scheme_id.type), people.c.id
            ).where(people.c.id == sa.bindparam("of_person")),
        )
        .on_conflict_do_nothing(index_elements=["scheme_id", "person_id"])
    )
)
_CHANGE = memberships.update().where(memberships.c.id == sa.bindparam("membership_id"))
# Somebody may have been erased since the run was begun: whoever is not there is not placed.
_PLACE = memberships.insert().from_select(
    ["scheme_id", "person_id", "segment_id", "run_id", "confidence", "since"],
    sa.select(
        sa.bindparam("of_scheme", type_=memberships.c.scheme_id.type),
        people.c.id,
        sa.bindparam("in_segment", type_=memberships.c.segment_id.type),
        sa.bindparam("by_run", type_=memberships.c.run_id.type),
        sa.bindparam("how_sure", type_=memberships.c.confidence.type),
        sa.bindparam("since_when", type_=memberships.c.since.type),
    ).where(people.c.id == sa.bindparam("of_person")),
)


def _scheme(row: Any) -> Scheme:
    return Scheme(
        id=row.id,
        survey_key=row.survey_key,
        grounds=Grounds.read(row.basis),
        themes=row.themes,
        smallest=row.smallest,
    )


def segment_of(row: Any) -> StoredSegment:
    """The segment that the row tells of."""
    return StoredSegment(
        id=row.id,
        scheme_id=row.scheme_id,
        key=row.key,
        number=row.number,
        name=row.name,
        retired=row.retired,
        note=row.note,
        pinned=row.pinned,
        merged_into=row.merged_into,
    )


def _membership(row: Any) -> StoredMembership:
    return StoredMembership(
        person_id=row.person_id,
        scheme_id=row.scheme_id,
        segment_id=row.segment_id,
        run_id=row.run_id,
        confidence=row.confidence,
        since=row.since,
    )


@dataclass(frozen=True, slots=True)
class SegmentsTable:
    """use_cases.ports.Segments over four tables."""

    transaction: Transaction

    async def scheme(self, survey_key: str, grounds: Grounds) -> Scheme:
        wanted = sa.select(schemes).where(
            schemes.c.survey_key == survey_key, schemes.c.basis == grounds.key
        )
        row = (await self.transaction.read(wanted)).first()
        if row is None:
            new = {"survey_key": survey_key, "basis": grounds.key}
            await self.transaction.write(_ADD_SCHEME, new)
            row = (await self.transaction.read(wanted)).one()
        return _scheme(row)

    async def get_scheme(self, scheme_id: int) -> Scheme | None:
        one = sa.select(schemes).where(schemes.c.id == scheme_id)
        row = (await self.transaction.read(one)).first()
        return _scheme(row) if row is not None else None

    async def schemes(self) -> Sequence[Scheme]:
        all_of_them = sa.select(schemes).order_by(schemes.c.id)
        return [_scheme(row) for row in await self.transaction.read(all_of_them)]

    async def count_themes(self, scheme_id: int, themes: bool) -> None:
        one = schemes.update().where(schemes.c.id == scheme_id)
        await self.transaction.write(one, {"themes": themes})

    async def allow(self, scheme_id: int, smallest: int | None) -> None:
        one = schemes.update().where(schemes.c.id == scheme_id)
        await self.transaction.write(one, {"smallest": smallest})

    async def await_reading(self, waiting: Iterable[tuple[int, int]]) -> None:
        rows = [{"of_scheme": scheme, "of_person": person} for scheme, person in waiting]
        if rows:
            await self.transaction.write(_AWAIT, rows)

    async def unread(self, limit: int) -> Sequence[tuple[int, int]]:
        oldest = sa.select(unread_texts.c.scheme_id, unread_texts.c.person_id)
        oldest = oldest.order_by(unread_texts.c.id).limit(limit)
        return [(row.scheme_id, row.person_id) for row in await self.transaction.read(oldest)]

    async def read(self, scheme_id: int, people: Iterable[int]) -> None:
        mine = unread_texts.c.scheme_id == scheme_id
        for ids in batches(people):
            read = unread_texts.delete().where(mine, unread_texts.c.person_id.in_(ids))
            await self.transaction.write(read)

    async def add_run(
        self, scheme_id: int, document: Mapping[str, object], *, people: int, at: datetime
    ) -> StoredRun:
        run = {"scheme_id": scheme_id, "document": document, "people": people, "created_at": at}
        added = await self.transaction.write(runs.insert().returning(runs.c.id), run)
        return StoredRun(
            id=added.scalar_one(),
            scheme_id=scheme_id,
            document=document,
            people=people,
            created_at=at,
        )

    async def latest_run(self, scheme_id: int) -> StoredRun | None:
        newest = (
            sa.select(runs)
            .outerjoin(run_notes)
            .where(
                runs.c.scheme_id == scheme_id,
                sa.or_(run_notes.c.state.is_(None), run_notes.c.state == RunState.ADOPTED),
            )
            .order_by(runs.c.id.desc())
            .limit(1)
        )
        row = (await self.transaction.read(newest)).first()
        if row is None:
            return None
        return StoredRun(
            id=row.id,
            scheme_id=row.scheme_id,
            document=row.document,
            people=row.people,
            created_at=row.created_at,
        )

    async def set_segments(self, scheme_id: int, keys: Sequence[str]) -> Sequence[StoredSegment]:
        await self.hold(scheme_id)
        of_scheme = sa.select(segments).where(segments.c.scheme_id == scheme_id)
        known = {row.key: row for row in await self.transaction.read(of_scheme)}
        number = max((row.number for row in known.values()), default=0)
        for key in keys:
            if key not in known:
                number += 1
                new = {"scheme_id": scheme_id, "key": key, "number": number, "retired": False}
                await self.transaction.write(segments.insert(), new)
        mine = segments.c.scheme_id == scheme_id
        retired = sa.and_(segments.c.key.not_in(keys), segments.c.pinned.is_(False))
        await self.transaction.write(segments.update().where(mine).values(retired=retired))
        now = {row.key: segment_of(row) for row in await self.transaction.read(of_scheme)}
        return [now[key] for key in keys]

    async def segments(self, scheme_id: int, *, as_found: bool = False) -> Sequence[StoredSegment]:
        found = await self._of_scheme(segments.c.scheme_id == scheme_id)
        shown = found if as_found else as_shown(found)
        return [segment for segment in shown if not segment.retired]

    async def get_segment(self, segment_id: int) -> StoredSegment | None:
        same = sa.or_(segments.c.id == segment_id, segments.c.merged_into == segment_id)
        found = await self._of_scheme(same)
        known = [*as_shown(found), *found]
        return next((each for each in known if each.id == segment_id), None)

    async def _of_scheme(self, which: sa.ColumnElement[bool]) -> list[StoredSegment]:
        rows = sa.select(segments).where(which).order_by(segments.c.number)
        return [segment_of(row) for row in await self.transaction.read(rows)]

    async def rename(self, segment_id: int, name: str) -> None:
        one = segments.update().where(segments.c.id == segment_id)
        await self.transaction.write(one, {"name": name})

    async def annotate(self, segment_id: int, note: str | None) -> None:
        one = segments.update().where(segments.c.id == segment_id)
        await self.transaction.write(one, {"note": note})

    async def pin(self, segment_id: int, pinned: bool) -> None:
        one = segments.update().where(segments.c.id == segment_id)
        await self.transaction.write(one, {"pinned": pinned})

    async def merge(self, segment_id: int, into: int | None) -> None:
        itself = segments.c.id == segment_id
        with_parts = sa.or_(itself, segments.c.merged_into == segment_id)
        which = itself if into is None else with_parts
        await self.transaction.write(segments.update().where(which), {"merged_into": into})

    async def place(self, memberships: Iterable[StoredMembership]) -> None:
        by_scheme: dict[int, dict[int, StoredMembership]] = {}
        for placed in memberships:
            by_scheme.setdefault(placed.scheme_id, {})[placed.person_id] = placed
        for scheme_id, placed_people in sorted(by_scheme.items()):
            await self.hold(scheme_id)
            await self._place_in(scheme_id, placed_people)

    async def memberships(
        self, scheme_id: int, *, as_found: bool = False
    ) -> Sequence[StoredMembership]:
        now = sa.select(memberships)
        if not as_found:
            where = sa.func.coalesce(segments.c.merged_into, memberships.c.segment_id)
            rest = [column for column in memberships.c if column.name != "segment_id"]
            now = sa.select(*rest, where.label("segment_id")).outerjoin_from(memberships, segments)
        now = now.where(memberships.c.scheme_id == scheme_id, _CURRENT)
        now = now.order_by(memberships.c.person_id)
        return [_membership(row) for row in await self.transaction.read(now)]

    async def members(self, segment_id: int) -> Sequence[Person]:
        asked = sa.select(STANDS_AS).where(segments.c.id == segment_id).scalar_subquery()
        same = sa.select(segments.c.id).where(asked == STANDS_AS)
        who = (
            sa.select(people)
            .join(memberships)
            .where(
                memberships.c.segment_id.in_(same),
                _CURRENT,
                people.c.consented_at.is_not(None),
            )
            .order_by(people.c.id)
        )
        return [person_of(row) for row in await self.transaction.read(who)]

    async def hold(self, scheme_id: int) -> None:
        await self.transaction.begin()
        row = sa.select(schemes.c.id).where(schemes.c.id == scheme_id).with_for_update()
        await self.transaction.read(row)

    async def _place_in(self, scheme_id: int, placed: Mapping[int, StoredMembership]) -> None:
        moved = dict(placed)
        kept, closed = [], []
        for ids in batches(placed):
            standing = sa.select(memberships).where(
                memberships.c.scheme_id == scheme_id, memberships.c.person_id.in_(ids), _CURRENT
            )
            for row in await self.transaction.read(standing):
                new = placed[row.person_id]
                if row.segment_id == new.segment_id:
                    del moved[row.person_id]
                    kept.append(
                        {
                            "membership_id": row.id,
                            "run_id": new.run_id,
                            "confidence": new.confidence,
                        }
                    )
                else:
                    closed.append({"membership_id": row.id, "until": new.since})
        for rows in (kept, closed):
            if rows:
                await self.transaction.write(_CHANGE, rows)
        if moved:
            await self.transaction.write(_PLACE, [_row(new) for new in moved.values()])


def _row(placed: StoredMembership) -> dict[str, Any]:
    return {
        "of_scheme": placed.scheme_id,
        "of_person": placed.person_id,
        "in_segment": placed.segment_id,
        "by_run": placed.run_id,
        "how_sure": placed.confidence,
        "since_when": placed.since,
    }
