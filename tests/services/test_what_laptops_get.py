"""A pack hands a laptop what the people at it need besides their own session: words and roles (A10, C1, C3)."""

from pathlib import Path

import pytest

from capture_app.domain.errors import CaptureError
from capture_app.domain.ids import new_id, person_code
from capture_app.domain.record import Record
from capture_app.domain.records import Consent, Device, GlossaryTerm, Interest, Person, SessionRole
from capture_app.domain.vocabulary import Role
from capture_app.services import keeping
from capture_app.services.packing import ForWhom, make_pack, make_packs, open_pack
from capture_app.services.watching import observers
from capture_app.services.workspaces import Workspace
from tests.helpers.lead_world import plan
from tests.helpers.pack_world import pack_world


def test_a_pack_brings_the_whole_glossary_and_who_has_which_role(tmp_path: Path) -> None:
    lead, session = plan(tmp_path / "lead")
    person = Person(id=person_code(), display="Ines R.")
    for record in (
        person,
        SessionRole(id=new_id(), person=person.id, session=session, role="observer"),
        Consent(id=new_id(), person=person.id),
        Interest(id=new_id(), declared_by="Ines R."),
        GlossaryTerm(id=new_id(), term="LEAP", meaning="a group of people with lived experience"),
    ):
        keeping.keep(lead, record)
    whom = ForWhom("Laptop A", "Noor A.", Role.SCRIBE, session)
    pack = make_pack(lead, whom, tmp_path / "a-pack.wsbundle", None).path
    laptop = open_pack(pack, None, tmp_path / "a.capture", None)
    brought: tuple[type[Record], ...] = (GlossaryTerm, Person, SessionRole)
    for kind in brought:
        assert held(laptop, kind) == held(lead, kind) != set(), kind
    kept_back: tuple[type[Record], ...] = (Consent, Interest)
    for kind in kept_back:
        assert held(laptop, kind) == set() != held(lead, kind), kind
    for workspace in (lead, laptop):
        workspace.close()


def test_packs_made_together_tell_each_laptop_of_all_the_others(tmp_path: Path) -> None:
    with pack_world(tmp_path) as world:
        first, last = world.whom("Laptop A"), world.whom("Laptop O", Role.OBSERVER, "Ines R.")
        steps: list[tuple[int, int]] = []
        packs = make_packs(world.lead, [first, last], None, lambda n, of: steps.append((n, of)))
        assert steps == [(0, 2), (1, 2)]
        laptop = open_pack(packs[0].path, None, tmp_path / "a.capture", None)
        with laptop.unit_of_work() as work:
            watching = observers(work, world.session)
        laptop.close()
        assert list(watching.values()) == ["Ines R."], "though this pack was written before the observer’s"


def test_where_one_of_several_packs_cannot_be_written_none_of_them_is(tmp_path: Path) -> None:
    with pack_world(tmp_path) as world:
        (whom, file), (other, _file) = world.whom("Laptop A"), world.whom("Laptop B")
        known, taken = held(world.lead, Device), tmp_path / "taken.wsbundle"
        taken.write_bytes(b"no bundle")
        with pytest.raises(CaptureError):
            make_packs(world.lead, [(whom, file), (other, taken)], None, lambda _n, _of: None)
        assert not file.exists()
        assert held(world.lead, Device) == known


def held(workspace: Workspace, kind: type[Record]) -> set[str]:
    """All records of a kind, in words that differ where any field does."""
    return {repr(one.record) for one in keeping.entries(workspace, kind)}
