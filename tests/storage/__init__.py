"""What every store promises, over memory, SQLite and PostgreSQL alike."""
