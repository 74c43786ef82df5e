"""A survey's post in a house's group or channel, and the count in it that keeps itself current."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from use_cases.access import require
from use_cases.conversations.faults import SurveyNotOpen
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person, Post, Role, ShortSurvey, StoredSurvey, SurveyStatus
from use_cases.segments.typing import short_of

EDIT_EVERY = timedelta(minutes=5)  # A post changes at most so often, and only with its count.
UNSENT_FOR = timedelta(minutes=2)  # A post that a crash left unsent makes room for another.


class PostedAlready(Exception):
    """The survey has its post in that chat."""


@dataclass(frozen=True, slots=True)
class DuePost:
    """A post with what it ought to show now."""

    post: Post
    survey: StoredSurvey
    people: int
    short: ShortSurvey | None = None  # For those with little time.

    @property
    def over(self) -> bool:
        return self.survey.status is SurveyStatus.CLOSED


@dataclass(frozen=True, slots=True)
class PostSurvey:
    """A manager, who is an admin of the chat, has a survey posted there: note it before sending.

    Whether they are an admin of the chat only Telegram knows: whoever calls has asked.
    """

    work: UnitOfWork
    clock: Clock

    async def __call__(self, manager: Person, survey_key: str, chat_id: int) -> DuePost:
        await require(self.work, manager, Role.MANAGER, "field.post", self.clock)
        survey = await self.work.surveys.open_version(survey_key)
        if survey is None:
            raise SurveyNotOpen
        now = self.clock.now()
        post = await self.work.notices.add_post(
            survey_key, chat_id, language=manager.language, at=now
        )
        if post is None:
            raise PostedAlready
        await self.work.audit.note(manager.id, "field.post", at=now, detail=f"post:{post.id}")
        people = (await self.work.responses.counts(survey_key)).took_part
        short = await short_of(self.work, survey_key)
        await self.work.commit()
        return DuePost(post, survey, people, short)

    async def sent(self, due: DuePost, message_id: int) -> None:
        """The post stands there."""
        await self.work.notices.save_post(
            replace(due.post, message_id=message_id, shown=due.people, edited_at=self.clock.now())
        )
        await self.work.commit()

    async def failed(self, due: DuePost) -> None:
        """Telegram would not take it."""
        await self.work.notices.drop_post(due.post.id)
        await self.work.commit()


@dataclass(frozen=True, slots=True)
class DuePosts:
    """The posts whose count has changed and that have not been edited for a while."""

    work: UnitOfWork
    clock: Clock

    async def __call__(self) -> Sequence[DuePost]:
        due, now = [], self.clock.now()
        for post in await self.work.notices.posts():
            age = now - post.edited_at if post.edited_at else EDIT_EVERY
            if post.message_id is None:
                if age >= UNSENT_FOR:
                    await self.work.notices.drop_post(post.id)
                continue
            survey = await self.work.surveys.latest(post.survey_key)
            if survey is None or age < EDIT_EVERY:
                continue
            people = (await self.work.responses.counts(post.survey_key)).took_part
            one = DuePost(post, survey, people, await short_of(self.work, post.survey_key))
            if people != post.shown or one.over:
                due.append(one)
        await self.work.commit()
        return due

    async def edited(self, due: DuePost, *, gone: bool = False) -> None:
        """The post shows it now; or it is gone, and is left alone from now on."""
        await self.work.notices.save_post(
            replace(
                due.post,
                shown=due.people,
                edited_at=self.clock.now(),
                ended=gone or due.over,
            )
        )
        await self.work.commit()
