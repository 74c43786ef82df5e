"""People, surveys and responses in memory."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from uuid import uuid4

from rewards.transfers import Account
from surveys.answers import Answer
from surveys.engine import Response
from surveys.questions import QuestionKey, Survey
from surveys.routing import counted_answers
from tests.storage.memory import MemoryTransaction, Tables, as_json
from use_cases.records import (
    Dialogue,
    InboxState,
    Person,
    ResponseCounts,
    Role,
    StoredResponse,
    StoredSurvey,
    SurveyStatus,
)


@dataclass(frozen=True, slots=True)
class PeopleInMemory:
    """use_cases.ports.People in memory."""

    transaction: MemoryTransaction

    async def by_telegram_id(self, telegram_id: int) -> Person | None:
        return next((p for p in self._all() if p.telegram_id == telegram_id), None)

    async def get(self, person_id: int) -> Person | None:
        return self.transaction.tables.people.get(person_id)

    async def get_many(self, person_ids: Iterable[int]) -> Sequence[Person]:
        wanted = set(person_ids)
        return [person for person in self._all() if person.id in wanted]

    async def add(
        self,
        telegram_id: int,
        *,
        language: str,
        at: datetime,
        source: str | None = None,
        wanted_survey: str | None = None,
    ) -> Person:
        tables = await self.transaction.writing()
        there = await self.by_telegram_id(telegram_id)
        if there is not None:
            return there
        person = Person(
            id=tables.next_id("people"),
            telegram_id=telegram_id,
            language=language,
            source=source,
            wanted_survey=wanted_survey,
            created_at=at,
        )
        tables.people[person.id] = person
        return person

    async def save(self, person: Person, *, was: Person | None = None) -> None:
        tables = await self.transaction.writing()
        kept = tables.people.get(person.id)
        if kept is not None:
            changed = {
                field.name: getattr(person, field.name)
                for field in fields(Person)
                if field.name not in {"id", "dialogue", "created_at"}
                and (was is None or getattr(person, field.name) != getattr(was, field.name))
            }
            tables.people[person.id] = replace(kept, **changed)

    async def save_dialogue(self, person_id: int, dialogue: Dialogue) -> None:
        tables = await self.transaction.writing()
        if person_id in tables.people:
            copied = Dialogue(state=dialogue.state, data=as_json(dialogue.data))
            tables.people[person_id] = replace(tables.people[person_id], dialogue=copied)

    async def with_role(self, role: Role) -> Sequence[Person]:
        return [person for person in self._all() if person.role is role]

    async def count(self) -> int:
        return len(self.transaction.tables.people)

    async def erase(self, person_id: int) -> None:
        tables = await self.transaction.writing()
        person = tables.people.pop(person_id, None)
        if person is not None:
            _forget_rows(tables, person)
            _disown_rows(tables, person_id, person.telegram_id)

    def _all(self) -> list[Person]:
        return [person for _, person in sorted(self.transaction.tables.people.items())]


def _forget_rows(tables: Tables, person: Person) -> None:
    """What goes with the person."""
    handled = [e for e in tables.inbox.values() if e.state is not InboxState.RECEIVED]
    for entry in [e for e in handled if e.lane == person.telegram_id]:
        del tables.inbox[entry.id], tables.received[entry.id]
    for stored in [r for r in tables.responses.values() if r.person_id == person.id]:
        del tables.responses[stored.id], tables.touched[stored.id]
    tables.memberships = {k: m for k, m in tables.memberships.items() if k[1] != person.id}
    tables.audit = {k: line for k, line in tables.audit.items() if line[1] != person.id}


def _disown_rows(tables: Tables, person_id: int, telegram_id: int) -> None:
    """What stays, nobody's."""
    for survey in list(tables.surveys.values()):
        if survey.author_id == person_id:
            tables.surveys[survey.id] = replace(survey, author_id=None)
    for number, campaign in tables.campaigns.items():
        if campaign.author_id == person_id:
            tables.campaigns[number] = replace(campaign, author_id=None)
    for number, campaign in tables.campaigns.items():
        if campaign.progress_chat_id == telegram_id:
            silent = replace(campaign, progress_chat_id=None, progress_message_id=None)
            tables.campaigns[number] = silent
    for delivery in list(tables.deliveries.values()):
        if delivery.person_id == person_id:
            tables.deliveries[delivery.id] = replace(delivery, person_id=None)
    for account in [a for a, owner in tables.owners.items() if owner == person_id]:
        _rename(tables, account, Account(f"erased:{uuid4().hex}"))


def _rename(tables: Tables, account: Account, nobody: Account) -> None:
    """The account without its person, in every transfer too."""
    del tables.owners[account]
    tables.owners[nobody] = None
    tables.balances[nobody] = tables.balances.pop(account)
    for number, posted in list(tables.transfers.items()):
        source, target = (
            nobody if side == account else side
            for side in (posted.transfer.source, posted.transfer.target)
        )
        transfer = replace(posted.transfer, source=source, target=target)
        tables.transfers[number] = replace(posted, transfer=transfer)


@dataclass(frozen=True, slots=True)
class SurveysInMemory:
    """use_cases.ports.Surveys in memory."""

    transaction: MemoryTransaction

    async def add_draft(self, survey: Survey, *, author_id: int, at: datetime) -> StoredSurvey:
        tables = await self.transaction.writing()
        version = max((s.survey.version for s in self._of(survey.key)), default=0) + 1
        draft = StoredSurvey(
            id=tables.next_id("surveys"),
            survey=replace(survey, version=version),
            status=SurveyStatus.DRAFT,
            author_id=author_id,
            created_at=at,
        )
        tables.surveys[draft.id] = draft
        return draft

    async def get(self, survey_id: int) -> StoredSurvey | None:
        return self.transaction.tables.surveys.get(survey_id)

    async def open_version(self, key: str) -> StoredSurvey | None:
        return next((s for s in self._of(key) if s.status is SurveyStatus.OPEN), None)

    async def all_open(self) -> Sequence[StoredSurvey]:
        tables = self.transaction.tables
        those = [s for s in tables.surveys.values() if s.status is SurveyStatus.OPEN]
        return sorted(those, key=lambda s: (tables.published[s.id], s.id), reverse=True)

    async def newest_versions(self) -> Sequence[StoredSurvey]:
        newest: list[StoredSurvey] = []
        for key in {s.survey.key for s in self.transaction.tables.surveys.values()}:
            highest, opened = self._of(key)[0], await self.open_version(key)
            if highest.status is SurveyStatus.DRAFT:
                newest.append(highest)
            if opened is not None:
                newest.append(opened)
        return sorted(newest, key=lambda s: s.id, reverse=True)

    async def latest(self, key: str) -> StoredSurvey | None:
        return next((s for s in self._of(key) if s.status is not SurveyStatus.DRAFT), None)

    async def set_status(self, survey_id: int, status: SurveyStatus, *, at: datetime) -> None:
        tables = await self.transaction.writing()
        tables.surveys[survey_id] = replace(tables.surveys[survey_id], status=status)
        if status is SurveyStatus.OPEN:
            tables.published[survey_id] = at

    def _of(self, key: str) -> list[StoredSurvey]:
        """All versions of the key, the highest number first."""
        those = [s for s in self.transaction.tables.surveys.values() if s.survey.key == key]
        return sorted(those, key=lambda s: s.survey.version, reverse=True)


@dataclass(frozen=True, slots=True)
class ResponsesInMemory:
    """use_cases.ports.Responses in memory."""

    transaction: MemoryTransaction

    async def start(
        self,
        survey_id: int,
        person_id: int,
        response: Response,
        *,
        test: bool,
        source: str | None,
        at: datetime,
    ) -> StoredResponse:
        tables = await self.transaction.writing()
        walk = (survey_id, person_id, test)
        for stored in tables.responses.values():
            if (stored.survey_id, stored.person_id, stored.test) == walk:
                tables.touched[stored.id] = at
                return stored
        begun = StoredResponse(
            id=tables.next_id("responses"),
            survey_id=survey_id,
            person_id=person_id,
            response=response,
            test=test,
            started_at=at,
            source=source,
        )
        tables.responses[begun.id], tables.touched[begun.id] = begun, at
        return begun

    async def get(self, response_id: int) -> StoredResponse | None:
        return self.transaction.tables.responses.get(response_id)

    async def unfinished(self, person_id: int) -> StoredResponse | None:
        tables = self.transaction.tables
        walks = [
            stored
            for stored in tables.responses.values()
            if stored.person_id == person_id
            and (stored.completed_at is None or stored.response.current is not None)
            and tables.surveys[stored.survey_id].status is not SurveyStatus.CLOSED
        ]
        return max(walks, key=lambda s: (tables.touched[s.id], s.id), default=None)

    async def of_person(self, survey_key: str, person_id: int) -> StoredResponse | None:
        walks = [s for s in self._real(survey_key) if s.person_id == person_id]
        return max(walks, key=lambda s: s.id, default=None)

    async def save(
        self, stored: StoredResponse, *, changed: Iterable[QuestionKey], at: datetime
    ) -> None:
        tables = await self.transaction.writing()
        kept = tables.responses[stored.id]
        new = {key: stored.response.answers[key] for key in changed}
        response = replace(stored.response, answers={**kept.response.answers, **new})
        saved = replace(kept, response=response, completed_at=stored.completed_at)
        tables.responses[stored.id], tables.touched[stored.id] = saved, at

    async def delete(self, response_id: int) -> None:
        tables = await self.transaction.writing()
        tables.responses.pop(response_id, None)
        tables.touched.pop(response_id, None)

    async def counts(self, survey_key: str) -> ResponseCounts:
        real = self._real(survey_key)
        completed = [stored for stored in real if stored.completed_at is not None]
        return ResponseCounts(started=len(real), completed=len(completed))

    async def completed_answers(
        self, survey_key: str
    ) -> Mapping[int, Mapping[QuestionKey, Answer]]:
        newest: dict[int, Mapping[QuestionKey, Answer]] = {}
        for stored in self._real(survey_key):
            if stored.completed_at is not None:
                survey = self.transaction.tables.surveys[stored.survey_id].survey
                newest[stored.person_id] = counted_answers(survey, stored.response.answers)
        return dict(sorted(newest.items()))

    def _real(self, survey_key: str) -> list[StoredResponse]:
        """Walks that count, by id."""
        tables = self.transaction.tables
        return [
            stored
            for _, stored in sorted(tables.responses.items())
            if not stored.test and tables.surveys[stored.survey_id].survey.key == survey_key
        ]
