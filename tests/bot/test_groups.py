"""In a group the bot keeps nobody and stays quiet."""

import sqlalchemy as sa

from tests.bot.chat import Town

STRANGER = 4242


async def test_talk_in_a_group_makes_nobody_known(town: Town) -> None:
    """Neighbours who chat among themselves are not met, and their words are not kept."""
    await town.handle(
        {
            "message": {
                "message_id": 5,
                "date": 1_790_000_000,
                "from": {"id": STRANGER, "is_bot": False, "first_name": "Oleh"},
                "chat": {"id": -77, "type": "supergroup", "title": "Our house"},
                "text": "Who has left a bicycle at the door?",
            }
        }
    )

    async with town.work() as work:
        assert await work.people.by_telegram_id(STRANGER) is None
    async with town.database.engine.connect() as connection:
        kept = await connection.execute(
            sa.text("SELECT count(*) FROM inbox WHERE payload IS NOT NULL")
        )
        assert kept.scalar_one() == 0
