"""Managers write a survey step by step; each step is kept before the next one is shown."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from surveys.documents.surveys import survey_to_dict
from surveys.drafting.checking import check
from surveys.drafting.documents import Document, blank, put
from surveys.drafting.keys import free_key, key_for
from surveys.questions import Survey
from use_cases.access import require
from use_cases.conversations.faults import SurveyNotOpen
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Draft, Person, Role, StoredSurvey

Change = Callable[[Document], Document]
"""One step: the document as it is, the document as it shall be."""

DRAFTS_MAX = 100  # Of all managers together; nobody reads a longer list.


class NoSuchDraft(Exception):
    """The draft was dropped or is on the shelf by now."""


class TooManyDrafts(Exception):
    """More half-written surveys than anybody will finish: `most`."""

    def __init__(self, *, most: int) -> None:
        super().__init__(f"{most} drafts are there")
        self.most = most


class NotYetASurvey(Exception):
    """The draft is still at fault: it can be neither tried nor shelved."""


@dataclass(frozen=True, slots=True)
class ListDrafts:
    """A manager sees every half-written survey, the one touched last first."""

    work: UnitOfWork
    clock: Clock

    async def __call__(self, actor: Person) -> Sequence[Draft]:
        await require(self.work, actor, Role.MANAGER, "draft.list", self.clock)
        return await self.work.drafts.all()

    async def one(self, actor: Person, draft_id: int) -> Draft:
        """One of them; raises NoSuchDraft."""
        await require(self.work, actor, Role.MANAGER, "draft.list", self.clock)
        draft = await self.work.drafts.get(draft_id)
        if draft is None:
            raise NoSuchDraft
        return draft


@dataclass(frozen=True, slots=True)
class BeginDraft:
    """A manager begins a survey: on an empty page, from a ready one, or from one on the shelf."""

    work: UnitOfWork
    clock: Clock

    async def __call__(self, actor: Person, title: str, language: str) -> Draft:
        """An empty page under that title."""
        await self._may(actor)
        key = key_for(title, await self._keys(), otherwise="survey")
        return await self._add(actor, blank(key, title, (language,)), None)

    async def from_ready(self, actor: Person, survey: Survey) -> Draft:
        """A survey of the library, under a key of its own."""
        await self._may(actor)
        document = survey_to_dict(survey)
        document["survey"] = free_key(survey.key, await self._keys())
        document.pop("version", None)
        return await self._add(actor, document, None)

    async def from_shelf(self, actor: Person, survey_id: int) -> Draft:
        """The next version of a survey on the shelf; if somebody is writing it already, theirs."""
        await self._may(actor)
        stored = await self.work.surveys.get(survey_id)
        if stored is None:
            raise SurveyNotOpen
        key = stored.survey.key
        for draft in await self.work.drafts.all():
            if draft.survey_key == key:
                return draft
        document = survey_to_dict(stored.survey)
        document.pop("version", None)
        return await self._add(actor, document, key)

    async def _may(self, actor: Person) -> None:
        await require(self.work, actor, Role.MANAGER, "draft.begin", self.clock)
        if len(await self.work.drafts.all()) >= DRAFTS_MAX:
            raise TooManyDrafts(most=DRAFTS_MAX)

    async def _keys(self) -> set[str]:
        return await taken_keys(self.work)

    async def _add(self, actor: Person, document: Mapping[str, Any], key: str | None) -> Draft:
        now = self.clock.now()
        added = await self.work.drafts.add(document, author_id=actor.id, at=now, survey_key=key)
        await self.work.commit()
        return added


async def taken_keys(work: UnitOfWork) -> set[str]:
    """The keys that a new survey cannot have: of surveys on the shelf and of other drafts."""
    shelved = {stored.survey.key for stored in await work.surveys.newest_versions()}
    return shelved | {str(draft.document.get("survey")) for draft in await work.drafts.all()}


@dataclass(frozen=True, slots=True)
class ChangeDraft:
    """A manager changes one thing in a draft; two managers at once change it one after another."""

    work: UnitOfWork
    clock: Clock

    async def __call__(self, actor: Person, draft_id: int, change: Change) -> Draft:
        await require(self.work, actor, Role.MANAGER, "draft.change", self.clock)
        held = await self.work.drafts.hold(draft_id)
        if held is None:
            raise NoSuchDraft
        document = change(dict(held.document))
        if document == held.document:
            return held
        changed = replace(held, document=document, revision=held.revision + 1)
        await self.work.drafts.save(changed, at=self.clock.now())
        await self.work.commit()
        return changed


@dataclass(frozen=True, slots=True)
class DropDraft:
    """A manager throws a draft away; what of it is on the shelf stays there."""

    work: UnitOfWork
    clock: Clock

    async def __call__(self, actor: Person, draft_id: int) -> None:
        await require(self.work, actor, Role.MANAGER, "draft.drop", self.clock)
        await self.work.drafts.drop(draft_id)
        await self.work.commit()


@dataclass(frozen=True, slots=True)
class ShelveDraft:
    """A manager puts what is written on the shelf: to try it, or because it is done."""

    work: UnitOfWork
    clock: Clock

    async def __call__(self, actor: Person, draft_id: int, *, done: bool) -> StoredSurvey:
        """The version on the shelf; with `done` the draft goes. Raises NotYetASurvey."""
        await require(self.work, actor, Role.MANAGER, "draft.shelve", self.clock)
        held = await self.work.drafts.hold(draft_id)
        if held is None:
            raise NoSuchDraft
        stored, kept = await self._shelved(actor, held)
        if done:
            await self.work.drafts.drop(draft_id)
        else:
            await self.work.drafts.save(kept, at=self.clock.now())
        await self.work.commit()
        return stored

    async def _shelved(self, actor: Person, draft: Draft) -> tuple[StoredSurvey, Draft]:
        """What is there already, if nothing was changed since."""
        if draft.shelved is not None and draft.shelved_revision == draft.revision:
            there = await self.work.surveys.get(draft.shelved)
            if there is not None:
                return there, draft
        draft = await self._with_free_key(draft)
        survey = check(draft.document).survey
        if survey is None:
            raise NotYetASurvey
        now = self.clock.now()
        stored = await self.work.surveys.add_draft(survey, author_id=actor.id, at=now)

        kept = replace(
            draft,
            survey_key=survey.key,
            shelved=stored.id,
            shelved_revision=draft.revision,
        )
        return stored, kept

    async def _with_free_key(self, draft: Draft) -> Draft:
        """A new survey never becomes the next version of somebody else's."""
        if draft.survey_key is not None:
            return replace(draft, document=put(draft.document, ("survey",), draft.survey_key))
        stem = str(draft.document.get("survey", ""))
        taken = {stored.survey.key for stored in await self.work.surveys.newest_versions()}
        key = free_key(stem, taken)
        while await self.work.surveys.latest(key) is not None:  # A closed one has its key for ever.
            taken.add(key)
            key = free_key(stem, taken)
        return replace(draft, document=put(draft.document, ("survey",), key))
