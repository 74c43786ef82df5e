"""The stores of field work: settings, invitations, sealed answers, posts and alerts."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from surveys.answers import Answer
from surveys.field.settings import FieldSettings
from surveys.questions import QuestionKey
from use_cases.records.fieldwork import Alert, AlertKind, Invited, Post, Way


class Fields(Protocol):
    """How each survey is fielded, by its key."""

    async def get(self, survey_key: str) -> FieldSettings:
        """The settings; the usual ones where nothing was set."""
        ...

    async def set(self, survey_key: str, settings: FieldSettings) -> None: ...
    async def all(self) -> Mapping[str, FieldSettings]: ...
    async def snapshot(self, survey_key: str) -> tuple[int, Mapping[str, object]] | None:
        """What respondents are shown of the results, and over how many people it was taken."""
        ...

    async def keep_snapshot(
        self, survey_key: str, people: int, document: Mapping[str, object]
    ) -> None: ...


class Sealed(Protocol):
    """Finished answers without a person, and apart from them who has taken part."""

    async def drop_in(
        self, survey_id: int, survey_key: str, person_id: int, answers: Mapping[QuestionKey, Answer]
    ) -> bool:
        """Put the answers into the box and note that the person took part; False if they had."""
        ...

    async def took_part(self, survey_key: str, person_id: int) -> bool: ...
    async def takers(self, survey_key: str) -> Sequence[int]:
        """Person ids of those who took part, in rising order."""
        ...

    async def ballots(self, survey_key: str) -> Sequence[Mapping[QuestionKey, Answer]]:
        """Everybody's answers that count, in an order that tells nothing."""
        ...


class Invitations(Protocol):
    """To whom a survey came; unique by (survey, person)."""

    async def invite(
        self,
        survey_key: str,
        person_ids: Collection[int],
        *,
        way: Way,
        at: datetime,
        campaign_id: int | None = None,
    ) -> None:
        """Note these people; those known already get the newer letter's number."""
        ...

    async def add_link(
        self, survey_key: str, token: str, label: str, *, at: datetime
    ) -> Invited: ...
    async def by_token(self, token: str) -> Invited | None: ...
    async def bind(self, invited_id: int, person_id: int) -> bool:
        """Let a personal link be this person's; False if it was somebody's, or they have one."""
        ...

    async def of_person(self, survey_key: str, person_id: int) -> Invited | None: ...
    async def all_of(self, survey_key: str) -> Sequence[Invited]:
        """By id."""
        ...

    async def decline(
        self, survey_key: str, person_id: int, *, ineligible: bool, at: datetime
    ) -> None:
        """Note that an invited person does not want to, or is not one of those asked."""
        ...


class Notices(Protocol):
    """Posts in groups, and what managers are to be told."""

    async def add_post(
        self, survey_key: str, chat_id: int, *, language: str, at: datetime
    ) -> Post | None:
        """A post about to be made; None if the survey is posted in that chat already."""
        ...

    async def posts(self, survey_key: str | None = None) -> Sequence[Post]:
        """Those that are still kept current, by id."""
        ...

    async def save_post(self, post: Post) -> None: ...
    async def drop_post(self, post_id: int) -> None: ...
    async def raise_alert(
        self,
        key: str,
        kind: AlertKind,
        survey_key: str,
        facts: Mapping[str, object],
        *,
        at: datetime,
    ) -> bool:
        """Note something to tell; False if it was noted before."""
        ...

    async def raised(self, key: str) -> bool:
        """Whether it was noted before."""
        ...

    async def untold(self) -> Sequence[Alert]: ...
    async def told(self, alert_ids: Sequence[int], *, at: datetime) -> None: ...
    async def muted(self) -> Collection[tuple[int, AlertKind]]:
        """(person id, kind) of everything that somebody has turned off."""
        ...

    async def mute(self, person_id: int, kind: AlertKind, *, on: bool) -> None: ...
