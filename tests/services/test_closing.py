"""After a session: debriefs that never conflict, what is undecided, and closing, which asks why (H1, delight 12)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from capture_app.domain.ids import link_id
from capture_app.domain.records import TeamDebrief
from capture_app.services import keeping
from capture_app.services.handing_over import hand_over
from capture_app.services.merging import merge
from capture_app.services.workspaces import Workspace
from tests.helpers.pack_world import PackWorld, pack_world


@pytest.fixture
def world(tmp_path: Path) -> Iterator[PackWorld]:
    """A lead with one session, whose card is filled in."""
    with pack_world(tmp_path) as made:
        yield made


def device(workspace: Workspace) -> str:
    with workspace.unit_of_work() as work:
        return work.author.device


def test_the_debriefs_of_two_laptops_both_arrive_and_never_conflict(world: PackWorld) -> None:
    bundles = []
    for label in ("Laptop B", "Laptop C"):
        own = world.laptop(label)
        made = link_id("TeamDebrief", world.session, device(own))
        keeping.keep(own, TeamDebrief(id=made, session=world.session, device=device(own), issues=label))
        bundles.append(hand_over(own, world.folder / f"{label}-back.wsbundle").path)
        own.close()
    merge(world.lead, bundles)
    with world.lead.unit_of_work() as work:
        assert work.records.conflicts() == []
        said = {one.issues for one in work.records.all(TeamDebrief, session=world.session)}
    assert said == {"Laptop B", "Laptop C"}


def test_no_laptop_gets_what_another_one_says_of_a_session(world: PackWorld) -> None:
    keeping.keep(world.lead, TeamDebrief(id="d", session=world.session, issues="The room was cold."))
    own = world.laptop()
    assert keeping.entries(own, TeamDebrief) == ()
    own.close()
