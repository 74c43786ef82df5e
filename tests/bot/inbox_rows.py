"""What the inbox holds, for stories about it."""

import sqlalchemy as sa

from storage.database import Database


async def states(database: Database) -> dict[int, str]:
    """Number -> state of everything in the inbox."""
    async with database.engine.connect() as connection:
        found = await connection.execute(sa.text("SELECT update_id, state FROM inbox"))
        return {int(number): str(state) for number, state in found}
