"""The bare bot to compare with: aiogram's dispatcher without FSM, one ORM insert and commit a tap.

It knows no people, no order, no repeats and no restarts; it is what the libraries alone cost.
"""

from typing import Any

import sqlalchemy as sa
from aiogram import Dispatcher, F
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from sqlalchemy.ext.asyncio import (
    AsyncEngine,
    AsyncSession,
    async_sessionmaker,
    create_async_engine,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from benchmarks.scene import QUESTIONS, SCALE, question_text
from storage.database import database_url

CONNECTIONS_MAX = 20  # As many as the product may open.


class Base(DeclarativeBase):
    """The bare bot's own metadata."""


class Rating(Base):
    """One answer."""

    __tablename__ = "bare_ratings"

    id: Mapped[int] = mapped_column(primary_key=True)
    person: Mapped[int] = mapped_column(sa.BigInteger)
    question: Mapped[str]
    value: Mapped[int]


def bare_engine(url: str) -> AsyncEngine:
    """SQLAlchemy's usual engine; SQLite with the same settings of durability as the product's."""
    engine = create_async_engine(database_url(url), pool_size=CONNECTIONS_MAX, max_overflow=0)
    if engine.dialect.name == "sqlite":
        sa.event.listen(engine.sync_engine, "connect", _as_durable)
    return engine


def _as_durable(connection: Any, _record: Any) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.execute("PRAGMA busy_timeout = 60000")
    cursor.close()


async def make_table(engine: AsyncEngine) -> None:
    """The one table of the bare bot."""
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)


def bare_dispatcher(engine: AsyncEngine) -> Dispatcher:
    """One handler: keep the answer, answer the tap, show the next question."""
    open_session = async_sessionmaker(engine, expire_on_commit=False)
    dispatcher = Dispatcher(disable_fsm=True)

    @dispatcher.callback_query(F.data.startswith("bare:"))
    async def rate(query: CallbackQuery) -> None:
        assert query.data and isinstance(query.message, Message)
        _, question, value = query.data.split(":")
        async with open_session() as session:
            await _keep(session, query.from_user.id, int(question), int(value))
        await query.answer()
        following = (int(question) + 1) % QUESTIONS
        await query.message.edit_text(question_text(following), reply_markup=_keyboard(following))

    return dispatcher


async def _keep(session: AsyncSession, person: int, question: int, value: int) -> None:
    session.add(Rating(person=person, question=f"item_{question + 1}", value=value))
    await session.commit()


def _keyboard(question: int) -> InlineKeyboardMarkup:
    row = [
        InlineKeyboardButton(text=str(point), callback_data=f"bare:{question}:{point}")
        for point in range(SCALE[0], SCALE[1] + 1)
    ]
    back = InlineKeyboardButton(text="Back", callback_data=f"bare:{question}:back")
    return InlineKeyboardMarkup(inline_keyboard=[row, [back]])
