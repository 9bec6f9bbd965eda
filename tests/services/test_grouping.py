"""Who sits in which group: proposed, kept, undone, and nothing told of whose wish it was (C6)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from capture_app.domain.errors import NotPossible
from capture_app.domain.ids import link_id, new_id
from capture_app.domain.record import Record, RecordId
from capture_app.domain.records import (
    Attendance,
    AttendanceMark,
    Group,
    GroupWish,
    Person,
    Session,
    SessionRole,
)
from capture_app.domain.vocabulary import Capacity, Grain, GroupMode, Mode, Presence, Role, Side
from capture_app.services import keeping
from capture_app.services.attending import Change, mark, read_here
from capture_app.services.grouping import Grouped, move, propose, read_groups, wishes_not_kept
from capture_app.services.packing import open_pack
from capture_app.services.slices import whole
from capture_app.services.workspaces import Workspace, new_workspace
from tests.helpers.pack_world import pack_world
from tests.helpers.people_records import in_sight

DAY = datetime(2024, 5, 15, 16, 0).astimezone()


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A hybrid session with a group in the room, one on the call and a mixed one, and nobody expected."""
    made = new_workspace(tmp_path / "lead.capture", None).workspace
    keep(made, Session(id="s", label="Session 4", mode=Mode.HYBRID))
    for name, mode in (("A", GroupMode.ROOM), ("B", GroupMode.REMOTE), ("C", GroupMode.MIXED)):
        keep(made, Group(id=name, session="s", label=f"Group {name}", mode=mode, order=name))
    yield made
    made.close()


def keep(workspace: Workspace, *records: Record) -> None:
    with workspace.unit_of_work() as work:
        for record in records:
            work.records.save(record)
        work.commit()


def expect(workspace: Workspace, names: str, session: RecordId = "s", side: Side | None = Side.ROOM) -> None:
    """People of one letter each, on the list of a session."""
    for name in names:
        entry = Attendance(
            id=f"at-{name}", session=session, grain=Grain.PERSON, person=name, side=side, listing="as listed"
        )
        keep(workspace, Person(id=name, display=name), entry)


def wish(workspace: Workspace, *pairs: str) -> None:
    keep(workspace, *(GroupWish(id=f"wish-{one}", person=one[0], apart_from=one[1]) for one in pairs))


def seated(found: Grouped) -> dict[str, str]:
    return {group.id: "".join(one.name for one in members) for group, members in found.groups}


def test_a_proposal_seats_everybody_where_they_take_part_and_keeps_wishes(workspace: Workspace) -> None:
    expect(workspace, "abcd")
    expect(workspace, "xyz", side=Side.REMOTE)
    wish(workspace, "ab", "ac", "xy")
    propose(workspace, "s", DAY)
    found = read_groups(workspace, "s")
    groups = seated(found)
    assert (found.wishes, found.broken, found.without) == (3, 0, ())
    assert sorted(map(len, groups.values())) == [2, 2, 3]
    assert set(groups["A"]) <= set("abcd")
    assert set(groups["B"]) <= set("xyz")


def test_the_same_records_give_the_same_groups_on_another_laptop(tmp_path: Path) -> None:
    groups = []
    for place in ("one", "two"):
        made = new_workspace(tmp_path / f"{place}.capture", None).workspace
        keep(made, Session(id="s", mode=Mode.IN_PERSON), *(Group(id=name, session="s") for name in "AB"))
        expect(made, "abcdefg" if place == "one" else "gfedcba")
        wish(made, "ab", "bc")
        propose(made, "s", DAY)
        groups.append(seated(read_groups(made, "s")))
        made.close()
    assert groups[0] == groups[1]


def test_one_step_undoes_a_proposal_and_brings_it_back(workspace: Workspace) -> None:
    keep(
        workspace,
        Person(id="r", display="r"),
        SessionRole(id="role", session="s", person="r", role="consultant"),
    )
    expect(workspace, "abc")
    before = in_sight(workspace)
    step, _division = propose(workspace, "s", DAY).value
    assert len(seated(read_groups(workspace, "s"))["A"] + seated(read_groups(workspace, "s"))["C"]) == 4
    after = in_sight(workspace)
    back = keeping.undo(workspace, step).value
    assert in_sight(workspace) == before
    keeping.undo(workspace, back)
    assert in_sight(workspace) == after


def test_whoever_has_a_group_stays_in_it_unless_everybody_is_divided_anew(workspace: Workspace) -> None:
    expect(workspace, "ab")
    wish(workspace, "ab")
    for row in read_here(workspace, "s").rows:
        move(workspace, row.row, "A", DAY)
    expect(workspace, "c")
    propose(workspace, "s", DAY)
    found = read_groups(workspace, "s")
    assert (seated(found), found.broken) == ({"A": "ab", "B": "", "C": "c"}, 1)
    propose(workspace, "s", DAY, anew=True)
    assert read_groups(workspace, "s").broken == 0


def test_where_a_wish_cannot_be_kept_the_number_is_told_and_whose_it_is_only_in_confidence(
    workspace: Workspace,
) -> None:
    expect(workspace, "abc")
    wish(workspace, "ab", "bc", "ca")
    _step, division = propose(workspace, "s", DAY).value
    assert division.proven
    found = read_groups(workspace, "s")
    assert (found.wishes, found.broken) == (3, 1)
    assert list(wishes_not_kept(workspace).values()) == ["not kept by the groups of Session 4"]
    both = set(next(iter(wishes_not_kept(workspace)))[-2:])
    assert any(both <= set(members) for members in seated(found).values())


def test_what_is_kept_of_a_proposal_is_the_groups_and_nothing_of_a_wish(workspace: Workspace) -> None:
    expect(workspace, "abc")
    with workspace.unit_of_work() as work:
        known = {one.id for one in work.log.everything()}
    wish(workspace, "ab")
    propose(workspace, "s", DAY)
    with workspace.unit_of_work() as work:
        fresh = [one for one in whole(work).revisions if one.id not in known]
        marks = work.records.all(AttendanceMark, session="s")
    assert {one.kind for one in fresh} == {"AttendanceMark"}
    assert all(len(one.subjects) == 1 for one in fresh)
    assert {(one.state, one.side, one.count) for one in marks} == {(None, None, None)}
    assert [one.row.state for one in read_here(workspace, "s").rows] == [Presence.EXPECTED] * 3


def test_whoever_runs_the_session_looks_on_or_has_left_is_not_divided_and_can_be_put_somewhere(
    workspace: Workspace,
) -> None:
    expect(workspace, "abc")
    keep(workspace, SessionRole(id="r1", session="s", person="a", role="Co-facilitator"))
    keep(
        workspace,
        Attendance(id="at-b", session="s", grain=Grain.PERSON, person="b", capacity=Capacity.OBSERVER),
    )
    rows = {one.row.entry.person: one.row for one in read_here(workspace, "s").rows}
    mark(workspace, rows["c"], DAY, Change(Presence.LEFT))
    with pytest.raises(NotPossible, match="Nobody is expected yet"):
        propose(workspace, "s", DAY)
    move(workspace, rows["a"], "C", DAY)
    assert seated(read_groups(workspace, "s")) == {"A": "", "B": "", "C": "a"}
    move(workspace, rows["a"], "", DAY)
    assert seated(read_groups(workspace, "s")) == {"A": "", "B": "", "C": ""}


def test_a_proposal_that_would_change_nothing_says_why_and_changes_nothing(workspace: Workspace) -> None:
    keep(workspace, Session(id="bare", label="No groups"))
    with pytest.raises(NotPossible, match="Add the groups first"):
        propose(workspace, "bare", DAY)
    keep(
        workspace, Session(id="room", label="In the room", mode=Mode.IN_PERSON), Group(id="R", session="room")
    )
    expect(workspace, "z", "room", Side.REMOTE)
    with pytest.raises(NotPossible, match="No group suits"):
        propose(workspace, "room", DAY)
    expect(workspace, "y", "room", None)
    assert propose(workspace, "room", DAY).value[1].nowhere == ("at-z",)
    keeping.take_away(workspace, Attendance, "at-z")
    with pytest.raises(NotPossible, match="as a proposal would have it"):
        propose(workspace, "room", DAY, anew=True)


def test_groups_come_to_the_facilitator_with_the_pack_and_what_they_change_stands(tmp_path: Path) -> None:
    with pack_world(tmp_path) as world:
        group = new_id()
        keep(world.lead, Group(id=group, session=world.session, label="Group Z", mode=GroupMode.MIXED))
        somebody = new_id()
        entry = Attendance(id=new_id(), session=world.session, grain=Grain.PERSON, listing="Amara")
        keep(world.lead, Person(id=somebody, display="Dele"), entry)
        keep(world.lead, GroupWish(id=new_id(), person=somebody, apart_from=somebody, note="not with her"))
        row = next(one.row for one in read_here(world.lead, world.session).rows if one.name == "Amara")
        move(world.lead, row, group, DAY)
        laptop = open_pack(world.pack("Laptop F", Role.FACILITATOR), None, tmp_path / "f.capture", None)
        row = next(one.row for one in read_here(laptop, world.session).rows if one.name == "Amara")
        assert row.group == group
        assert not row.seen
        mark(laptop, row, DAY + timedelta(days=1), Change(group=""))
        assert read_groups(laptop, world.session).wishes == 0
        with laptop.unit_of_work() as work:
            assert work.records.count(GroupWish) == 0
        laptop.close()


def test_somebody_expected_only_for_their_role_gets_the_entry_that_other_laptops_would_make(
    workspace: Workspace,
) -> None:
    keep(
        workspace, Person(id="p", display="p"), SessionRole(id="r", session="s", person="p", role="presenter")
    )
    propose(workspace, "s", DAY)
    with workspace.unit_of_work() as work:
        assert work.records.get(Attendance, link_id("Attendance", "s", "p")).person == "p"
