"""Schemes on several bases together, on scales, and on what people did."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

NAMES = {"uq": "uq_%(table_name)s_%(column_0_N_name)s"}
KNOWN = (
    *("psychographic", "needs", "demographic", "geographic"),
    *("behavioural", "benefits", "technographic"),
)
SCHEMES = sa.table("schemes", sa.column("id"), sa.column("basis"))
SEGMENTS = sa.table("segments", sa.column("id"), sa.column("scheme_id"))
CAMPAIGNS = sa.table("campaigns", sa.column("id"), sa.column("segment_id"))
DELIVERIES = sa.table("deliveries", sa.column("campaign_id"))


def upgrade() -> None:
    """A key of any length: a scheme of one basis keeps the one that it has."""
    with op.batch_alter_table(
        "schemes", table_kwargs={"sqlite_autoincrement": True}, naming_convention=NAMES
    ) as schemes:
        schemes.alter_column("basis", existing_type=sa.String(32), type_=sa.Text())


def downgrade() -> None:
    """Schemes of other grounds go, with everything that hangs on them."""
    others = sa.select(SCHEMES.c.id).where(SCHEMES.c.basis.not_in(KNOWN))
    theirs = sa.select(SEGMENTS.c.id).where(SEGMENTS.c.scheme_id.in_(others))
    letters = sa.select(CAMPAIGNS.c.id).where(CAMPAIGNS.c.segment_id.in_(theirs))
    op.execute(DELIVERIES.delete().where(DELIVERIES.c.campaign_id.in_(letters)))
    op.execute(CAMPAIGNS.delete().where(CAMPAIGNS.c.segment_id.in_(theirs)))
    runs = sa.table("runs", sa.column("id"), sa.column("scheme_id"))
    gone = sa.select(runs.c.id).where(runs.c.scheme_id.in_(others))
    for name in ("run_notes", "proposed_places"):
        of_run = sa.table(name, sa.column("run_id"))
        op.execute(of_run.delete().where(of_run.c.run_id.in_(gone)))
    for name in ("memberships", "segments", "runs"):
        of_scheme = sa.table(name, sa.column("scheme_id"))
        op.execute(of_scheme.delete().where(of_scheme.c.scheme_id.in_(others)))
    op.execute(SCHEMES.delete().where(SCHEMES.c.basis.not_in(KNOWN)))
    with op.batch_alter_table(
        "schemes", table_kwargs={"sqlite_autoincrement": True}, naming_convention=NAMES
    ) as schemes:
        schemes.alter_column("basis", existing_type=sa.Text(), type_=sa.String(32))
