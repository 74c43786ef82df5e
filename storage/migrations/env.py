"""What Alembic runs: over the connection it is given, or over DATABASE_URL for its own commands."""

import asyncio
import os

from alembic import context
from sqlalchemy import Connection

from storage.database import database_url
from storage.migrating import migrating
from storage.tables import metadata


def run(connection: Connection) -> None:
    """Run the migrations that were asked for."""
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=connection.dialect.name == "sqlite",
    )
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    asyncio.run(migrating(database_url(os.environ["DATABASE_URL"]), run))
