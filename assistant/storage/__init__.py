"""The store: one SQLite file. The only folder that knows SQLModel, SQLAlchemy and sqlite3."""
