"""What has to be so before anybody looks into a workspace that was opened: format, tables, erasures, drafts."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING

from capture_app.domain.clock import LATEST, milliseconds_of
from capture_app.domain.errors import StorageTrouble
from capture_app.domain.plain import canonical
from capture_app.domain.records import KINDS
from capture_app.domain.shape import SHAPES
from capture_app.domain.upgrades import STEPS
from capture_app.store.engine import APPLICATION_ID
from capture_app.store.erasure_ledger import read_ledger
from capture_app.store.layout import create_tables
from capture_app.store.projected import LOOKED_UP_BY, SEEN, field_columns
from capture_app.store.search import CREATE, FOUND_IN
from capture_app.store.tables import open_box
from capture_app.words import _

if TYPE_CHECKING:
    from capture_app.store.unit_of_work import UnitOfWork
    from capture_app.store.workspace import Workspace

MAJOR, MINOR = 1, 0
"""The workspace format. A newer minor opens; a newer major is refused."""
WIPED = "wiped"
"""The fact how many erasures have been carried through to the last page and backup."""


def check_format(workspace: Workspace, unclean: bool) -> None:
    """Whether it is a workspace that this version understands and, after an `unclean` end, whether it is whole.

    Raises StorageTrouble.
    """
    raw = workspace._raw()
    (application,) = raw.execute("PRAGMA application_id").fetchone()
    (version,) = raw.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION_ID:
        raise StorageTrouble(
            _("{file} is not a workspace of this program. Nothing was changed.").format(
                file=workspace.path.name
            )
        )
    if version // 1000 > MAJOR:
        raise StorageTrouble(
            _(
                "{file} was written by a newer version of Workshop Capture. Nothing was changed. "
                "Install that version to open it."
            ).format(file=workspace.path.name)
        )
    if unclean:
        (said,) = raw.execute("PRAGMA quick_check").fetchone()
        if said != "ok":
            raise StorageTrouble(
                _("{file} is damaged. Nothing was changed. Restore it from its newest backup.").format(
                    file=workspace.path.name
                )
            )


def settle_in(workspace: Workspace, unclean: bool, touched: int) -> None:
    """What has to be so before anybody looks: tables of today's shapes, erasures obeyed, drafts kept.

    After an `unclean` end the file is written anew: a box may have been closing, or an answer coming in. `touched`
    is when the file was last written, by its folder.
    """
    with workspace.unit_of_work() as work:
        author = work.author
        author.device = work.facts.get("device")
        author.role = work.facts.get("role")
        stale = work.facts.get("shapes") != shapes()
    if stale:
        _reshape(workspace)
    with workspace.unit_of_work() as work:
        author.clock.see_all([work.log.last_stamp(author.clock.furthest())])
        workspace.written = min(touched, _latest(work))
        missed = [m for m in read_ledger(workspace.path) if m not in work.log.erasures()]
        obeyed = work.receive([], missed).erasures if missed else 0
        workspace.after_crash = tuple((one.kind, one.record) for one in work.drafts.keep_all())
        if obeyed or workspace.recovered:
            work.commit()
        wiped = work.facts.get(WIPED, "0") == str(len(work.log.erasures()))
    with suppress(StorageTrouble):  # one can work without it where there is no room
        if not wiped:
            workspace.wipe()
        elif unclean:
            workspace.rewrite()


def _latest(work: UnitOfWork) -> int:
    """The latest moment among all stamps. Folders of some sticks shift by an hour, and merged stamps may be ahead."""
    return milliseconds_of(work.log.last_stamp(LATEST) or LATEST)


def _reshape(workspace: Workspace) -> None:
    """The record classes have changed since this file was written: derive its tables anew."""
    with workspace._connection.begin():
        create_tables(workspace._connection, anew=True)
    with workspace.unit_of_work() as work:
        work.rebuild()
        work.facts.put("shapes", shapes())
        work.commit()


@cache
def shapes() -> str:
    """A fingerprint of all that the projected tables are derived from, and of the columns of open boxes."""
    tables = {
        name: [[one.name, one.number, one.packed, one.flag] for one in field_columns(kind)]
        for name, kind in KINDS.items()
    }
    searched = {name: shape.searched for name, shape in SHAPES.items()}
    steps = sorted(f"{kind} {version}" for kind, version in STEPS)
    looked_up = {name: list(fields) for name, fields in LOOKED_UP_BY.items()}
    index = [*CREATE, *FOUND_IN, *(str(column.name) for column in open_box.columns)]
    return hashlib.sha256(
        canonical([tables, searched, steps, looked_up, SEEN.text, index]).encode()
    ).hexdigest()
