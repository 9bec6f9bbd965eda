"""A care file for the evaluator carries reports and interviews and nothing else; any other leaves them out (I3, I4)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from capture_app.domain.errors import NotPossible
from capture_app.domain.ids import new_id, person_code
from capture_app.domain.records import ContributorReport, Interview, Line, Need, Person
from capture_app.exchange.container import PLAIN, To, With, read
from capture_app.sealing import Identity, Passphrase
from capture_app.services import keeping, setting_aside
from capture_app.services.care_in import read_care_file, take_in_care
from capture_app.services.care_out import preview_care, write_care_file, write_for_evaluator
from capture_app.services.dumping import dump_digest
from capture_app.services.erasing import erase_person
from capture_app.services.handing_over import hand_over
from capture_app.services.workspaces import Workspace, back_up, open_workspace
from tests.helpers.engagement_records import REPORTED, SUMMED_UP, engagement
from tests.helpers.pack_world import PackWorld, pack_world

EVALUATOR, DEPUTY = Identity.generate(), Identity.generate()
DISCLOSED = "He still has her passport and the key of the flat"
ROWAN, INES = (Person(id=person_code(), display=name) for name in ("Rowan K.", "Ines R."))


@pytest.fixture
def world(tmp_path: Path) -> Iterator[PackWorld]:
    with pack_world(tmp_path) as world:
        for one in (ROWAN, INES):
            keeping.keep(world.lead, one)
        yield world


@pytest.fixture
def evaluator(world: PackWorld) -> Iterator[Workspace]:
    """A workspace of the same consultation, from before anything was kept in confidence."""
    folder = world.folder / "evaluator"
    folder.mkdir()
    made = open_workspace(back_up(world.lead, folder).path)
    yield made
    made.close()


@pytest.fixture
def kept(world: PackWorld, evaluator: Workspace) -> PackWorld:
    """A lead with a need, somebody's involvement, contact, interview and report, and a line that is set aside."""
    for one in (
        Need(id=new_id(), person=ROWAN.id, need="a quiet room"),
        *engagement(world.session, ROWAN.id, INES.id),
    ):
        keeping.keep(world.lead, one)
    line = world.say(world.lead, DISCLOSED)
    (entry,) = (one for one in keeping.entries(world.lead, Line) if one.record.id == line)
    setting_aside.set_aside(world.lead, entry.record, entry.seen)
    return world


def test_an_ordinary_care_file_leaves_reports_and_interviews_out_and_says_how_many_stay(
    kept: PackWorld, evaluator: Workspace
) -> None:
    path = kept.folder / "deputy.wscare"
    foreseen = preview_care(kept.lead)
    assert foreseen.for_evaluator == {"ContributorReport": 1, "Interview": 1}
    receipt = write_care_file(kept.lead, path, "Noor A.", To((DEPUTY.recipient,)), with_aside=True)
    assert receipt.counts == foreseen.counts == {"Contact": 2, "Involvement": 1, "Need": 1}
    assert receipt.stays == {"ContributorReport": 1, "Interview": 1}
    parcel = read(path, DEPUTY)
    assert not {"ContributorReport", "Interview"} & {one.kind for one in parcel.revisions}
    assert not any(words in str(parcel) for words in (REPORTED, SUMMED_UP))
    taken = take_in_care(evaluator, read_care_file(evaluator, path, DEPUTY))
    assert taken.brought.counts == receipt.counts


def test_a_file_for_the_evaluator_carries_these_two_kinds_alone_and_both_arrive(
    kept: PackWorld, evaluator: Workspace
) -> None:
    path = kept.folder / "evaluator.wscare"
    receipt = write_for_evaluator(kept.lead, path, "Sanne V.", To((EVALUATOR.recipient,)))
    assert receipt.counts == {"ContributorReport": 1, "Interview": 1}
    assert receipt.stays == {"Contact": 2, "Involvement": 1, "Need": 1}
    assert (receipt.aside, receipt.aside_stays) == (0, 1)
    parcel = read(path, EVALUATOR)
    assert {one.kind for one in parcel.revisions} == {"ContributorReport", "Interview"}
    assert DISCLOSED not in str(parcel)
    before = dump_digest(evaluator)
    taken = take_in_care(evaluator, read_care_file(evaluator, path, EVALUATOR))
    assert dump_digest(evaluator) != before
    assert taken.brought.counts == receipt.counts
    (report,), (interview,) = (
        keeping.entries(evaluator, ContributorReport),
        keeping.entries(evaluator, Interview),
    )
    assert (report.record.went_well, interview.record.summary) == (REPORTED, SUMMED_UP)
    bundle = read(hand_over(evaluator, kept.folder / "on.wsbundle", seal=PLAIN).path)
    assert not any(words in str(bundle) for words in (REPORTED, SUMMED_UP))


def test_what_is_for_the_evaluator_is_sealed_to_a_key_and_nothing_is_written_where_there_is_none(
    kept: PackWorld, evaluator: Workspace
) -> None:
    path, key = kept.folder / "no.wscare", To((EVALUATOR.recipient,))
    for seal in (PLAIN, With(Passphrase("amber ladder quarry river"))):
        with pytest.raises(NotPossible, match="sealed to the evaluator’s key alone"):
            write_for_evaluator(kept.lead, path, "Sanne V.", seal)
    with pytest.raises(NotPossible, match="Say for whom"):
        write_for_evaluator(kept.lead, path, " ", key)
    keeping.keep(evaluator, Need(id=new_id(), person=ROWAN.id, need="a quiet room"))
    with pytest.raises(NotPossible, match="nothing in confidence yet"):
        write_for_evaluator(evaluator, path, "Sanne V.", key)
    assert not path.exists()


def test_a_report_that_is_erased_goes_at_the_evaluator_too_and_an_old_file_does_not_bring_it_back(
    kept: PackWorld, evaluator: Workspace
) -> None:
    old, new = (kept.folder / f"{name}.wscare" for name in ("old", "new"))
    seal = To((EVALUATOR.recipient,))
    write_for_evaluator(kept.lead, old, "Sanne V.", seal)
    take_in_care(evaluator, read_care_file(evaluator, old, EVALUATOR))
    erase_person(kept.lead, ROWAN.id, "withdrawn")
    write_for_evaluator(kept.lead, new, "Sanne V.", seal)
    for path in (new, old):
        take_in_care(evaluator, read_care_file(evaluator, path, EVALUATOR))
        assert keeping.entries(evaluator, ContributorReport) == ()
        assert keeping.entries(evaluator, Interview) == ()
