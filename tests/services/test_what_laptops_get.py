"""A pack hands a laptop what the people at it need besides their own session: words and roles (A10, C1, C3)."""

from pathlib import Path

from capture_app.domain.ids import new_id, person_code
from capture_app.domain.record import Record
from capture_app.domain.records import Consent, GlossaryTerm, Interest, Person, SessionRole
from capture_app.domain.vocabulary import Role
from capture_app.services import keeping
from capture_app.services.packing import ForWhom, make_pack, open_pack
from capture_app.services.workspaces import Workspace
from tests.helpers.lead_world import plan


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


def held(workspace: Workspace, kind: type[Record]) -> set[str]:
    """All records of a kind, in words that differ where any field does."""
    return {repr(one.record) for one in keeping.entries(workspace, kind)}
