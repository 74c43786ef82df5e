"""People, surveys and responses in memory."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from uuid import uuid4

from rewards.transfers import Account
from surveys.answers import Answer
from surveys.engine import Response
from surveys.questions import QuestionKey, Survey
from surveys.remembering import Memory
from surveys.routing import counted_answers
from tests.storage.memory import MemoryTransaction, Tables, as_json
from tests.storage.memory_fieldwork import SealedInMemory
from tests.storage.memory_held import held_in_memory
from use_cases.ports.people import Holdings
from use_cases.records import (
    Dialogue,
    InboxState,
    Person,
    Progress,
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

    async def consented_by_telegram_id(self, telegram_ids: Iterable[int]) -> Mapping[int, int]:
        wanted = set(telegram_ids)
        return {p.telegram_id: p.id for p in await self.consented() if p.telegram_id in wanted}

    async def consented(self) -> Sequence[Person]:
        return [person for person in self._all() if person.consented_at is not None]

    async def count(self) -> int:
        return len(self.transaction.tables.people)

    async def erase(self, person_id: int) -> None:
        tables = await self.transaction.writing()
        person = tables.people.pop(person_id, None)
        if person is not None:
            _forget_rows(tables, person)
            _disown_rows(tables, person_id, person.telegram_id)

    async def held(self, person_id: int) -> Holdings:
        person = await self.get(person_id)
        return held_in_memory(self.transaction.tables, person) if person is not None else {}

    def _all(self) -> list[Person]:
        return [person for _, person in sorted(self.transaction.tables.people.items())]


def _forget_rows(tables: Tables, person: Person) -> None:
    """What goes with the person."""
    handled = [e for e in tables.inbox.values() if e.state is not InboxState.RECEIVED]
    for entry in [e for e in handled if e.lane == person.telegram_id]:
        del tables.inbox[entry.id], tables.received[entry.id]
    for stored in [r for r in tables.responses.values() if r.person_id == person.id]:
        del tables.responses[stored.id], tables.touched[stored.id]
        _unsay(tables, stored.id)
        urgent = f"urgent:response:{stored.id}:"
        tables.alerts = {k: a for k, a in tables.alerts.items() if not a.key.startswith(urgent)}
    tables.proposed = {k: p for k, p in tables.proposed.items() if k[1] != person.id}
    tables.past = {k: p for k, p in tables.past.items() if p[0].person_id != person.id}
    for run_id, note in tables.run_notes.items():
        if note.settled_by == person.id:
            tables.run_notes[run_id] = replace(note, settled_by=None)
    tables.residences = {k: r for k, r in tables.residences.items() if r.person_id != person.id}
    tables.places.pop(person.id, None)
    tables.known = {k: v for k, v in tables.known.items() if v.person_id != person.id}
    tables.labels = {k: v for k, v in tables.labels.items() if k[0] != person.id}
    tables.deeds = {k: v for k, v in tables.deeds.items() if v.person_id != person.id}
    tables.stayed = {k: v for k, v in tables.stayed.items() if v.person_id != person.id}
    for number, rule in tables.rules.items():
        if rule.author_id == person.id:
            tables.rules[number] = replace(rule, author_id=None)
    for number, goal in tables.goals.items():
        if goal.owner_id == person.id:
            tables.goals[number] = replace(goal, owner_id=None)
    for number, cost in tables.costs.items():
        if cost.noted_by == person.id:
            tables.costs[number] = replace(cost, noted_by=None)
    tables.code_tries.pop(person.id, None)
    tables.memberships = {k: m for k, m in tables.memberships.items() if k[1] != person.id}
    tables.unread_texts = {k: None for k in tables.unread_texts if k[1] != person.id}
    tables.takers = {k: None for k in tables.takers if k[1] != person.id}
    tables.mutes = {k: None for k in tables.mutes if k[0] != person.id}
    tables.invitations = {k: i for k, i in tables.invitations.items() if i.person_id != person.id}
    tables.drafts = {k: d for k, d in tables.drafts.items() if d.author_id != person.id}
    mine = f"person:{person.id}"
    tables.audit = {
        number: line
        for number, line in tables.audit.items()
        if line[1] != person.id and (line[1], line[3]) != (None, mine)
    }


def _unsay(tables: Tables, response_id: int) -> None:
    """Messages go with their response."""
    tables.sayings = {k: said for k, said in tables.sayings.items() if k[0] != response_id}


def _disown_rows(tables: Tables, person_id: int, telegram_id: int) -> None:
    """What stays, nobody's."""
    for walk in [r for r in tables.responses.values() if r.entered_by == person_id]:
        tables.responses[walk.id] = replace(walk, entered_by=0)
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

    async def ever_open(self) -> Sequence[StoredSurvey]:
        newest: dict[str, StoredSurvey] = {}
        for _, stored in sorted(self.transaction.tables.surveys.items(), reverse=True):
            if stored.status in (SurveyStatus.OPEN, SurveyStatus.CLOSED):
                newest.setdefault(stored.survey.key, stored)
        return list(newest.values())

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
                tables.responses[stored.id] = replace(stored, touched_at=at)
                return tables.responses[stored.id]
        begun = StoredResponse(
            id=tables.next_id("responses"),
            survey_id=survey_id,
            person_id=person_id,
            response=response,
            test=test,
            started_at=at,
            source=source,
            touched_at=at,
        )
        tables.responses[begun.id], tables.touched[begun.id] = begun, at
        tables.answered.update(((begun.id, str(key)), at) for key in response.answers)
        return begun

    async def get(self, response_id: int) -> StoredResponse | None:
        return self.transaction.tables.responses.get(response_id)

    async def unfinished(self, person_id: int) -> StoredResponse | None:
        tables = self.transaction.tables
        walks = [
            stored
            for stored in tables.responses.values()
            if person_id in {stored.person_id, stored.entered_by}
            and (
                stored.response.current is not None
                or (stored.completed_at is None and stored.typing is None)
            )
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
        tables.answered.update(((stored.id, str(key)), at) for key in new)
        response = replace(stored.response, answers={**kept.response.answers, **new})
        traces = {key: trace for key, trace in stored.traces.items() if key in response.answers}
        saved = replace(
            kept,
            response=response,
            completed_at=stored.completed_at,
            traces={**kept.traces, **{key: traces[key] for key in new if key in traces}},
            spent=stored.spent,
            typing=stored.typing,
            touched_at=at,
        )
        tables.responses[stored.id], tables.touched[stored.id] = saved, at

    async def mark_assisted(self, response_id: int, *, entered_by: int, at: datetime) -> None:
        tables = await self.transaction.writing()
        marked = replace(tables.responses[response_id], entered_by=entered_by)
        tables.responses[response_id] = marked

    async def hand_over(self, from_person: int, to_person: int) -> int:
        tables = await self.transaction.writing()
        key_of = {survey.id: survey.survey.key for survey in tables.surveys.values()}
        walks = list(tables.responses.values())
        own = {key_of[w.survey_id] for w in walks if w.person_id == to_person and not w.test}
        fit = [w for w in walks if w.person_id == from_person and key_of[w.survey_id] not in own]
        for walk in fit:
            tables.responses[walk.id] = replace(walk, person_id=to_person)
        return len(fit)

    async def delete(self, response_id: int) -> None:
        tables = await self.transaction.writing()
        tables.responses.pop(response_id, None)
        tables.touched.pop(response_id, None)
        _unsay(tables, response_id)

    async def walks(self, survey_key: str) -> Sequence[StoredResponse]:
        return self._real(survey_key)

    async def memories(self, person_id: int) -> Sequence[Memory]:
        tables = self.transaction.tables
        return [
            Memory(
                tables.surveys[stored.survey_id].survey,
                stored.response.answers,
                {key: tables.answered[stored.id, str(key)] for key in stored.response.answers},
            )
            for _, stored in sorted(tables.responses.items())
            if (stored.person_id, stored.test) == (person_id, False) and stored.completed_at
        ]

    async def counts(self, survey_key: str) -> ResponseCounts:
        real = self._real(survey_key)
        completed = [stored for stored in real if stored.completed_at is not None]
        tables = self.transaction.tables
        sealed = sum(
            len(box)
            for survey_id, box in tables.boxes.items()
            if tables.surveys[survey_id].survey.key == survey_key
        )
        return ResponseCounts(
            started=len(real) + sealed,
            completed=len(completed) + sealed,
            assisted=sum(stored.assisted for stored in completed),
            short=sum(stored.is_over and stored.completed_at is None for stored in real),
        )

    async def completed_answers(
        self, survey_key: str, *, before_last: bool = False
    ) -> Mapping[int, Mapping[QuestionKey, Answer]]:
        newest: dict[int, Mapping[QuestionKey, Answer]] = {}
        earlier: dict[int, Mapping[QuestionKey, Answer]] = {}
        for stored in self._real(survey_key):
            if stored.completed_at is not None:
                survey, who = (
                    self.transaction.tables.surveys[stored.survey_id].survey,
                    stored.person_id,
                )
                if who in newest:
                    earlier[who] = newest[who]
                newest[who] = counted_answers(survey, stored.response.answers)
        if before_last:
            return dict(sorted(earlier.items()))
        ballots = await SealedInMemory(self.transaction).ballots(survey_key)
        sealed = {-number: ballot for number, ballot in enumerate(ballots, start=1)}
        return dict(sorted(newest.items())) | sealed

    async def progress(self, survey_key: str) -> Sequence[Progress]:
        return [
            Progress(
                each.person_id,
                each.started_at,
                self.transaction.tables.touched.get(each.id, each.started_at),
                each.completed_at,
            )
            for each in self._real(survey_key)
        ]

    def _real(self, survey_key: str) -> list[StoredResponse]:
        """Walks that count, by id."""
        tables = self.transaction.tables
        return [
            stored
            for _, stored in sorted(tables.responses.items())
            if not stored.test and tables.surveys[stored.survey_id].survey.key == survey_key
        ]
