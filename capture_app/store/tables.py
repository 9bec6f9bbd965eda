"""The tables of a workspace: the log, which is the truth, and what only this laptop keeps."""

from sqlalchemy import Column, Index, Integer, LargeBinary, MetaData, Table, Text

metadata = MetaData()

meta = Table(
    "meta",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)
"""Facts of this file: format, consultation, device, incarnation, keys."""

revision = Table(
    "revision",
    metadata,
    Column("id", Text, primary_key=True),
    Column("record", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("parents", Text, nullable=False),
    Column("sets", Text, nullable=False),
    Column("device", Text, nullable=False),
    Column("incarnation", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("stamp", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("subjects", Text, nullable=False),
    Column("saw", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("salt", Text),
    Column("body", Text),
    Index("revision_by_record", "record"),
    Index("revision_by_origin", "device", "incarnation", "number", "stamp"),
    sqlite_with_rowid=False,
)
"""The log. Lists stand as canonical JSON; `salt` and `body` are NULL once emptied."""

subject = Table(
    "subject",
    metadata,
    Column("code", Text, primary_key=True),
    Column("revision", Text, primary_key=True),
    sqlite_with_rowid=False,
)
"""Which revisions are about whom, so that one person's words can be found."""

erasure = Table(
    "erasure",
    metadata,
    Column("id", Text, primary_key=True),
    Column("record", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("stamp", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("signature", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""Erasure markers, kept for ever: ids only."""

quarantine = Table(
    "quarantine",
    metadata,
    Column("id", Text, primary_key=True),
    Column("content", Text, primary_key=True),
    Column("reason", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""Entries set aside: several different ones came under one id, and a person has to look."""

draft = Table(
    "draft",
    metadata,
    Column("record", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("parents", Text, nullable=False),
    Column("saw", Text, nullable=False),
    Column("base", Text),
    Column("body", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""What is being typed: one row a record, here only, never exported."""

open_box = Table(
    "open_box",
    metadata,
    Column("id", Text, primary_key=True),
    Column("session", Text, nullable=False),
    Column("form", Text, nullable=False),
    Column("way_in", Text, nullable=False),
    Column("promise", Text, nullable=False),
    Column("expected", Integer),
    Column("threshold", Integer, nullable=False),
    Column("answers", LargeBinary, nullable=False),
    Column("again", LargeBinary),
    sqlite_with_rowid=False,
)
"""Ballot boxes that are open: all answers of a box in one value, as `domain/heaps.py` packs it; `again` holds those of
paper forms typed a second time in the same way, and is NULL before that begins."""

ballot = Table(
    "ballot",
    metadata,
    Column("id", Text, primary_key=True),
    Column("box", Text, nullable=False),
    Column("session", Text, nullable=False),
    Column("form", Text, nullable=False),
    Column("answers", Text, nullable=False),
    Index("ballot_by_box", "box"),
    sqlite_with_rowid=False,
)
"""Single answers of closed boxes, derived from their Box; ids carry neither time nor order."""

search_entry = Table(
    "search_entry",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("record", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("scope", Text, nullable=False, server_default=""),
    Column("text", Text, nullable=False),
)
"""The text of each record that full-text search covers; the index itself is the table `search`."""

trusted_key = Table(
    "trusted_key",
    metadata,
    Column("key", Text, primary_key=True),
    Column("role", Text, nullable=False),
    Column("device", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""Who may sign: the lead's key, and the keys given to laptops with their packs."""

transfer = Table(
    "transfer",
    metadata,
    Column("id", Text, primary_key=True),
    Column("direction", Text, nullable=False),
    Column("device", Text, nullable=False),
    Column("stamp", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("facts", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""Receipts of packs and bundles that came or went."""
