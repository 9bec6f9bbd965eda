"""Laptops with real encrypted workspaces, made quickly: each is a copy of one empty file."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from capture_app.domain.dump import digest
from capture_app.domain.ids import new_id
from capture_app.domain.revision import Erasure, Revision
from capture_app.sealing import Identity, Signer
from capture_app.store.dumping import dump_lines
from capture_app.store.erasure_ledger import write_ledger
from capture_app.store.facts import TrustedKey
from capture_app.store.key_file import Ways, key_path
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.store.workspace import Workspace, create, open_workspace

LEAD = Signer("11" * 32)
STRANGER = Signer("22" * 32)
KEY = Identity.generate()

Parcel = tuple[tuple[Revision, ...], tuple[Erasure, ...]]
"""What travels between laptops in these tests: entries and erasures."""


class Laptop:
    """A laptop whose clock is `skew` milliseconds off, with one workspace that trusts `LEAD`."""

    def __init__(self, folder: Path, template: Path, name: str, skew: int = 0) -> None:
        self.path = folder / f"{name}.capture"
        self.name = name
        self.skew = skew
        shutil.copy(template, self.path)
        shutil.copy(key_path(template), key_path(self.path))
        self.workspace = self._open()
        with self.workspace.unit_of_work() as work:
            work.facts.put("device", name)
            work.author.device = name
            work.commit()

    def change(self) -> UnitOfWork:
        """A unit of work on its workspace."""
        return self.workspace.unit_of_work()

    def parcel(self) -> Parcel:
        """Everything it has."""
        with self.change() as work:
            return tuple(work.log.everything()), tuple(work.log.erasures())

    def take_in(self, parcel: Parcel, *, interrupted: bool = False) -> None:
        """Merge what came; an interrupted merge is never kept."""
        with self.change() as work:
            work.receive(list(parcel[0]), list(parcel[1]))
            if not interrupted:
                work.commit()
                write_ledger(self.path, work.log.erasures())

    def erase(self, order: Erasure) -> None:
        """Erase, and note it in the ledger beside the workspace."""
        with self.change() as work:
            work.erase(order)
            work.commit()
            write_ledger(self.path, work.log.erasures())

    def dump(self) -> list[str]:
        """Its current records as text."""
        with self.change() as work:
            return list(dump_lines(work))

    def digest(self) -> str:
        """One hash of them."""
        return digest(self.dump())

    def rebuilt_digest(self) -> str:
        """The same after working everything out anew from the log; nothing is kept."""
        with self.change() as work:
            work.rebuild()
            return digest(dump_lines(work))

    def copy_file(self, target: Path) -> None:
        """Copy the workspace as it is on the disk, as a backup program would while it is closed."""
        self.workspace.close()
        shutil.copy(self.path, target)
        self.workspace = self._open()

    def put_back(self, source: Path) -> None:
        """Put an old copy in place of the workspace."""
        self.workspace.close()
        shutil.copy(source, self.path)
        self.workspace = self._open()

    def close(self) -> None:
        """Let go of the file."""
        self.workspace.close()

    def _open(self) -> Workspace:
        return open_workspace(self.path, KEY, now=self._now)

    def _now(self) -> int:
        """A clock that does not depend on the computer's: one tick a call, off by the skew."""
        self._ticks = getattr(self, "_ticks", 1_700_000_000_000) + 1
        return self._ticks + self.skew


def empty_workspace(folder: Path) -> Path:
    """An empty encrypted workspace that trusts `LEAD`, to copy laptops from."""
    path = folder / "template.capture"
    workspace = create(path, Ways(recipients={"lead": KEY.recipient}), role="scribe")
    with workspace.unit_of_work() as work:
        work.facts.trust(TrustedKey(LEAD.verify_key, "lead", "lead"))
        work.commit()
    workspace.close()
    return path


@contextmanager
def laptops(folder: Path, template: Path, *names: str) -> Iterator[list[Laptop]]:
    """Some laptops, closed afterwards."""
    made = [Laptop(folder, template, name) for name in names]
    try:
        yield made
    finally:
        for laptop in made:
            laptop.close()


def marker(*, record: str = "", subject: str = "", signer: Signer = LEAD) -> Erasure:
    """A signed erasure."""
    unsigned = Erasure(id=new_id(), record=record, subject=subject, stamp="0" * 16, key=signer.verify_key)
    return replace(unsigned, signature=signer.sign(unsigned.signed_bytes()))
