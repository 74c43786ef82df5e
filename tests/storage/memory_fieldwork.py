"""Field work in memory: settings, sealed boxes, invitations, posts and alerts."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from surveys.answers import Answer, from_json, to_json
from surveys.field.settings import FieldSettings, settings_from_dict, settings_to_dict
from surveys.questions import QuestionKey
from surveys.routing import counted_answers
from tests.storage.memory import MemoryTransaction, as_json
from use_cases.records import Alert, AlertKind, Invited, Post, Way


@dataclass(frozen=True, slots=True)
class FieldsInMemory:
    """use_cases.ports.Fields in memory."""

    transaction: MemoryTransaction

    async def get(self, survey_key: str) -> FieldSettings:
        return settings_from_dict(self.transaction.tables.fields.get(survey_key, {}))

    async def set(self, survey_key: str, settings: FieldSettings) -> None:
        fields = (await self.transaction.writing()).fields
        fields[survey_key] = as_json(settings_to_dict(settings))

    async def all(self) -> Mapping[str, FieldSettings]:
        found = sorted(self.transaction.tables.fields.items())
        return {key: settings_from_dict(each) for key, each in found}

    async def snapshot(self, survey_key: str) -> tuple[int, Mapping[str, object]] | None:
        return self.transaction.tables.snapshots.get(survey_key)

    async def keep_snapshot(
        self, survey_key: str, people: int, document: Mapping[str, object]
    ) -> None:
        tables = await self.transaction.writing()
        tables.snapshots[survey_key] = (people, as_json(document))
        tables.fields.setdefault(survey_key, {})


@dataclass(frozen=True, slots=True)
class SealedInMemory:
    """use_cases.ports.Sealed in memory."""

    transaction: MemoryTransaction

    async def drop_in(
        self, survey_id: int, survey_key: str, person_id: int, answers: Mapping[QuestionKey, Answer]
    ) -> bool:
        tables = await self.transaction.writing()
        if (survey_key, person_id) in tables.takers:
            return False
        tables.takers[survey_key, person_id] = None
        ballot = [[str(key), *to_json(answer)] for key, answer in sorted(answers.items())]
        tables.boxes[survey_id] = tuple(
            sorted([*tables.boxes.get(survey_id, ()), json.dumps(ballot)])
        )
        return True

    async def took_part(self, survey_key: str, person_id: int) -> bool:
        return (survey_key, person_id) in self.transaction.tables.takers

    async def takers(self, survey_key: str) -> Sequence[int]:
        return sorted(who for key, who in self.transaction.tables.takers if key == survey_key)

    async def ballots(self, survey_key: str) -> Sequence[Mapping[QuestionKey, Answer]]:
        tables = self.transaction.tables
        found = []
        for survey_id, box in sorted(tables.boxes.items()):
            survey = tables.surveys[survey_id].survey
            for ballot in box if survey.key == survey_key else ():
                given = {QuestionKey(k): from_json(kind, v) for k, kind, v in json.loads(ballot)}
                found.append(counted_answers(survey, given))
        return found


@dataclass(frozen=True, slots=True)
class InvitationsInMemory:
    """use_cases.ports.Invitations in memory."""

    transaction: MemoryTransaction

    async def invite(
        self,
        survey_key: str,
        person_ids: Collection[int],
        *,
        way: Way,
        at: datetime,
        campaign_id: int | None = None,
    ) -> None:
        tables = await self.transaction.writing()
        for person_id in sorted(person_ids):
            there = await self.of_person(survey_key, person_id)
            if there is not None:
                newest = campaign_id or there.campaign_id
                tables.invitations[there.id] = replace(there, campaign_id=newest)
                continue
            new = Invited(
                id=tables.next_id("invitations"),
                survey_key=survey_key,
                person_id=person_id,
                way=way,
                campaign_id=campaign_id,
                invited_at=at,
            )
            tables.invitations[new.id] = new

    async def add_link(self, survey_key: str, token: str, label: str, *, at: datetime) -> Invited:
        tables = await self.transaction.writing()
        new = Invited(
            id=tables.next_id("invitations"),
            survey_key=survey_key,
            person_id=None,
            way=Way.LIST,
            token=token,
            label=label,
            invited_at=at,
        )
        tables.invitations[new.id] = new
        return new

    async def by_token(self, token: str) -> Invited | None:
        all_ = self.transaction.tables.invitations.values()
        return next((each for each in all_ if each.token == token), None)

    async def bind(self, invited_id: int, person_id: int) -> bool:
        tables = await self.transaction.writing()
        link = tables.invitations[invited_id]
        if link.person_id is not None or await self.of_person(link.survey_key, person_id):
            return False
        tables.invitations[invited_id] = replace(link, person_id=person_id)
        return True

    async def of_person(self, survey_key: str, person_id: int) -> Invited | None:
        mine = (each for each in await self.all_of(survey_key) if each.person_id == person_id)
        return next(mine, None)

    async def all_of(self, survey_key: str) -> Sequence[Invited]:
        found = sorted(self.transaction.tables.invitations.items())
        return [each for _, each in found if each.survey_key == survey_key]

    async def decline(
        self, survey_key: str, person_id: int, *, ineligible: bool, at: datetime
    ) -> None:
        tables = await self.transaction.writing()
        mine = await self.of_person(survey_key, person_id)
        if mine is not None:
            what: dict[str, Any] = {"ineligible_at": at} if ineligible else {"refused_at": at}
            tables.invitations[mine.id] = replace(mine, **what)


@dataclass(frozen=True, slots=True)
class NoticesInMemory:
    """use_cases.ports.Notices in memory."""

    transaction: MemoryTransaction

    async def add_post(
        self, survey_key: str, chat_id: int, *, language: str, at: datetime
    ) -> Post | None:
        tables = await self.transaction.writing()
        for post in list(tables.posts.values()):
            if (post.survey_key, post.chat_id) == (survey_key, chat_id):
                if not post.ended:
                    return None
                del tables.posts[post.id]
        new = Post(
            id=tables.next_id("posts"),
            survey_key=survey_key,
            chat_id=chat_id,
            language=language,
            edited_at=at,
        )
        tables.posts[new.id] = new
        return new

    async def posts(self, survey_key: str | None = None) -> Sequence[Post]:
        found = [post for _, post in sorted(self.transaction.tables.posts.items())]
        return [p for p in found if not p.ended and survey_key in (None, p.survey_key)]

    async def save_post(self, post: Post) -> None:
        (await self.transaction.writing()).posts[post.id] = post

    async def drop_post(self, post_id: int) -> None:
        (await self.transaction.writing()).posts.pop(post_id, None)

    async def raise_alert(
        self,
        key: str,
        kind: AlertKind,
        survey_key: str,
        facts: Mapping[str, object],
        *,
        at: datetime,
    ) -> bool:
        tables = await self.transaction.writing()
        if any(alert.key == key for alert in tables.alerts.values()):
            return False
        number = tables.next_id("alerts")
        tables.alerts[number] = Alert(
            id=number, key=key, kind=kind, survey_key=survey_key, facts=as_json(facts), at=at
        )
        return True

    async def raised(self, key: str) -> bool:
        return any(alert.key == key for alert in self.transaction.tables.alerts.values())

    async def untold(self) -> Sequence[Alert]:
        tables = self.transaction.tables
        return [a for number, a in sorted(tables.alerts.items()) if number not in tables.told]

    async def told(self, alert_ids: Sequence[int], *, at: datetime) -> None:
        tables = await self.transaction.writing()
        tables.told.update(dict.fromkeys(alert_ids, at))

    async def muted(self) -> Collection[tuple[int, AlertKind]]:
        return set(self.transaction.tables.mutes)

    async def mute(self, person_id: int, kind: AlertKind, *, on: bool) -> None:
        mutes = (await self.transaction.writing()).mutes
        mutes.pop((person_id, kind), None)
        if on:
            mutes[person_id, kind] = None
