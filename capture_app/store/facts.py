"""Facts of one workspace file that never leave it: whose it is, which keys it trusts, what it sent and got."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from capture_app.domain.plain import canonical, read_plain
from capture_app.store.tables import meta, transfer, trusted_key

_LOST = "lost/"
"""How the facts begin that tell of keys believed no longer."""


@dataclass(frozen=True, slots=True)
class TrustedKey:
    """A key this workspace believes: the lead's, or one given to a laptop with its pack."""

    key: str
    role: str
    device: str


@dataclass(frozen=True, slots=True)
class LostKey:
    """A key believed no longer since `stamp`, and what it was."""

    key: str
    role: str
    device: str
    stamp: str


@dataclass(frozen=True, slots=True)
class Transfer:
    """A pack or bundle that came or went: `direction` is "in" or "out", `facts` its receipt."""

    id: str
    direction: str
    device: str
    stamp: str
    sha256: str
    facts: Mapping[str, Any]


class Facts:
    """Reads and writes them within one unit of work."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, name: str, default: str = "") -> str:
        """One fact."""
        found = self._connection.execute(select(meta.c.value).where(meta.c.name == name)).scalar()
        return default if found is None else found

    def put(self, name: str, value: str) -> None:
        """Set one fact."""
        change = insert(meta).values(name=name, value=value)
        self._connection.execute(
            change.on_conflict_do_update(index_elements=["name"], set_={"value": change.excluded.value})
        )

    def remove(self, name: str) -> None:
        """Forget one fact."""
        self._connection.execute(meta.delete().where(meta.c.name == name))

    def trust(self, key: TrustedKey) -> None:
        """Believe a key from now on."""
        self._connection.execute(meta.delete().where(meta.c.name == f"{_LOST}{key.key}"))
        self._connection.execute(
            trusted_key.insert()
            .prefix_with("OR REPLACE")
            .values(key=key.key, role=key.role, device=key.device)
        )

    def trusted(self) -> list[TrustedKey]:
        """The keys believed."""
        rows = self._connection.execute(select(trusted_key).order_by(trusted_key.c.key)).mappings()
        return [TrustedKey(**row) for row in rows]

    def distrust(self, key: TrustedKey, stamp: str) -> None:
        """Believe a key no longer, from `stamp` on; it can be believed again with `trust`."""
        self._connection.execute(trusted_key.delete().where(trusted_key.c.key == key.key))
        self.put(f"{_LOST}{key.key}", canonical({"device": key.device, "role": key.role, "stamp": stamp}))

    def lost(self) -> list[LostKey]:
        """The keys believed no longer."""
        query = select(meta).where(meta.c.name.startswith(_LOST, autoescape=True)).order_by(meta.c.name)
        rows = self._connection.execute(query).mappings()
        return [LostKey(key=row["name"].removeprefix(_LOST), **read_plain(row["value"])) for row in rows]

    def note(self, done: Transfer) -> None:
        """Keep a receipt."""
        values = {
            "id": done.id,
            "direction": done.direction,
            "device": done.device,
            "stamp": done.stamp,
            "sha256": done.sha256,
            "facts": canonical(done.facts),
        }
        self._connection.execute(transfer.insert().prefix_with("OR REPLACE").values(**values))

    def transfers(self, direction: str) -> list[Transfer]:
        """Receipts of what came ("in") or went ("out"), oldest first."""
        query = select(transfer).where(transfer.c.direction == direction).order_by(transfer.c.stamp)
        return [
            Transfer(**{**row, "facts": read_plain(row["facts"])})
            for row in self._connection.execute(query).mappings()
        ]
