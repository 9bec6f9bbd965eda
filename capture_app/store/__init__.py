"""The encrypted workspace file: log, drafts, ballot boxes, projection, search, backups. SQLAlchemy lives here alone."""
