"""SQLAlchemy behind the ports: SQLite by default, PostgreSQL at scale."""
