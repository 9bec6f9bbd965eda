"""What is about somebody's care stays on the laptop it was written on, and a receipt says so (C6, C7, C8)."""

from pathlib import Path

from capture_app.domain.ids import new_id
from capture_app.domain.records import RECORDS, CareItem, GroupWish, Need, Payment, Person
from capture_app.exchange.reader import read
from capture_app.services import keeping, workspaces
from capture_app.services.checking import lead_key_of
from capture_app.services.handing_over import hand_over
from capture_app.services.merging import merge

SAID = (
    "a desk that can be raised",
    "not beside the officer from that day",
    "45.50 in vouchers",
    "2023-05-17",
)


def test_needs_wishes_and_payments_travel_in_no_bundle(tmp_path: Path) -> None:
    lead = workspaces.new_workspace(tmp_path / "lead.capture", None).workspace
    workspaces.plan_consultation(lead, "Riverside standard")
    somebody = Person(id=new_id(), display="R.")
    for record in (
        somebody,
        Need(id=new_id(), person=somebody.id, need=SAID[0]),
        GroupWish(id=new_id(), person=somebody.id, note=SAID[1]),
        Payment(id=new_id(), person=somebody.id, amount=SAID[2]),
        CareItem(id=new_id(), person=somebody.id, debriefing_on="2023-05-17"),
    ):
        keeping.keep(lead, record)
    receipt = hand_over(lead, tmp_path / "all.wsbundle", seal=None)
    assert any("needs, wishes and payments" in words for words in receipt.left_out)
    brought = read(receipt.path, lead_key_of(lead))
    assert {entry.kind for entry in brought.revisions} & {"CareItem", "Need", "GroupWish", "Payment"} == set()
    assert "Person" in {entry.kind for entry in brought.revisions}
    assert not any(words in str(brought) for words in SAID)
    assert merge(lead, [receipt.path]).report.bundles[0].refused == ""
    lead.close()


def test_only_what_is_about_care_and_what_is_set_aside_stays() -> None:
    assert {kind.__name__ for kind in RECORDS if not kind.travels} == {
        *("CareItem", "CareLeftOpen", "GroupWish", "Need", "Payment", "SetAside")
    }
