"""Settings of field work, and the sealed boxes."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from storage.tables import boxes, fields, surveys, takers
from storage.transaction import Insert, Transaction, inserting
from surveys.answers import Answer, from_json, to_json
from surveys.field.settings import FieldSettings, settings_from_dict, settings_to_dict
from surveys.questions import QuestionKey
from surveys.routing import counted_answers

BALLOTS_A_BOX = 100

USUAL = FieldSettings()


def _setting(*names: str) -> Any:
    def build(insert: Insert) -> Any:
        given = insert(fields)
        new = {name: given.excluded[name] for name in names}
        return given.on_conflict_do_update(index_elements=["survey_key"], set_=new)

    return inserting(build)


_SET = _setting("settings")
_KEEP = _setting("snapshot_people", "snapshot")
_TAKE_PART = inserting(
    lambda insert: insert(takers).on_conflict_do_nothing(index_elements=["survey_key", "person_id"])
)
_OPEN_BOX = inserting(
    lambda insert: insert(boxes).on_conflict_do_nothing(index_elements=["survey_id", "number"])
)


@dataclass(frozen=True, slots=True)
class FieldsTable:
    """use_cases.ports.Fields over a table."""

    transaction: Transaction

    async def get(self, survey_key: str) -> FieldSettings:
        one = sa.select(fields.c.settings).where(fields.c.survey_key == survey_key)
        found = (await self.transaction.read(one)).scalar()
        return settings_from_dict(found) if found else USUAL

    async def set(self, survey_key: str, settings: FieldSettings) -> None:
        row = {"survey_key": survey_key, "settings": settings_to_dict(settings)}
        await self.transaction.write(_SET, row)

    async def all(self) -> Mapping[str, FieldSettings]:
        rows = await self.transaction.read(
            sa.select(fields.c.survey_key, fields.c.settings).order_by(fields.c.survey_key)
        )
        return {row.survey_key: settings_from_dict(row.settings) for row in rows}

    async def snapshot(self, survey_key: str) -> tuple[int, Mapping[str, object]] | None:
        one = sa.select(fields.c.snapshot_people, fields.c.snapshot).where(
            fields.c.survey_key == survey_key, fields.c.snapshot.is_not(None)
        )
        row = (await self.transaction.read(one)).first()
        return (row.snapshot_people, row.snapshot) if row is not None else None

    async def keep_snapshot(
        self, survey_key: str, people: int, document: Mapping[str, object]
    ) -> None:
        row = {"survey_key": survey_key, "snapshot_people": people, "snapshot": dict(document)}
        await self.transaction.write(_KEEP, {**row, "settings": {}})


@dataclass(frozen=True, slots=True)
class SealedTable:
    """use_cases.ports.Sealed over two tables that nothing joins."""

    transaction: Transaction

    async def drop_in(
        self, survey_id: int, survey_key: str, person_id: int, answers: Mapping[QuestionKey, Answer]
    ) -> bool:
        taking = {"survey_key": survey_key, "person_id": person_id}
        if (await self.transaction.write(_TAKE_PART, taking)).rowcount == 0:
            return False
        number, ballots = await self._open_box(survey_id)
        ballot = [[str(key), *to_json(answer)] for key, answer in sorted(answers.items())]
        together = sorted([*ballots, ballot], key=json.dumps)
        box = sa.and_(boxes.c.survey_id == survey_id, boxes.c.number == number)
        await self.transaction.write(boxes.update().where(box), {"ballots": together})
        return True

    async def took_part(self, survey_key: str, person_id: int) -> bool:
        one = sa.select(takers.c.person_id).where(
            takers.c.survey_key == survey_key, takers.c.person_id == person_id
        )
        return (await self.transaction.read(one)).first() is not None

    async def takers(self, survey_key: str) -> Sequence[int]:
        those = (
            sa.select(takers.c.person_id)
            .where(takers.c.survey_key == survey_key)
            .order_by(takers.c.person_id)
        )
        return list((await self.transaction.read(those)).scalars())

    async def ballots(self, survey_key: str) -> Sequence[Mapping[QuestionKey, Answer]]:
        those = (
            sa.select(surveys.c.definition, boxes.c.ballots)
            .join(surveys, surveys.c.id == boxes.c.survey_id)
            .where(surveys.c.key == survey_key)
            .order_by(boxes.c.survey_id, boxes.c.number)
        )
        return [
            counted_answers(
                row.definition, {QuestionKey(key): from_json(kind, v) for key, kind, v in ballot}
            )
            for row in await self.transaction.read(those)
            for ballot in row.ballots
        ]

    async def count(self, survey_key: str) -> int:
        """How many ballots there are, also of those who were forgotten since."""
        held = sa.func.coalesce(sa.func.sum(sa.func.json_array_length(boxes.c.ballots)), 0)
        those = sa.select(held).join_from(boxes, surveys).where(surveys.c.key == survey_key)
        return int((await self.transaction.read(those)).scalar_one())

    async def _open_box(self, survey_id: int) -> tuple[int, list[Any]]:
        """The newest box, or a new one where that is full; nobody else can drop in meanwhile."""
        await self.transaction.write(
            _OPEN_BOX, {"survey_id": survey_id, "number": 1, "ballots": []}
        )
        newest = (
            sa.select(boxes.c.number, boxes.c.ballots)
            .where(boxes.c.survey_id == survey_id)
            .order_by(boxes.c.number)
            .with_for_update()
        )
        row = (await self.transaction.write(newest)).all()[-1]
        if len(row.ballots) < BALLOTS_A_BOX:
            return row.number, row.ballots
        following = {"survey_id": survey_id, "number": row.number + 1, "ballots": []}
        await self.transaction.write(_OPEN_BOX, following)
        return row.number + 1, []
