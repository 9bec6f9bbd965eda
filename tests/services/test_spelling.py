"""Words that are added to the dictionary stay with the workspace file, and go nowhere with what leaves it."""

from __future__ import annotations

from pathlib import Path

from capture_app.domain.ids import new_id, person_code
from capture_app.domain.records import GlossaryTerm, Organisation, Person
from capture_app.exchange.reader import read
from capture_app.services.checking import lead_key_of
from capture_app.services.dumping import dump
from capture_app.services.erasing import erase_person
from capture_app.services.handing_over import hand_over
from capture_app.services.keeping import keep
from capture_app.services.spelling import add_word, own_words, take_word_out
from capture_app.services.workspaces import new_workspace, open_workspace
from tests.helpers.pack_world import pack_world

WORD = "Qarabiso"


def test_an_added_word_is_there_at_the_next_opening_and_can_be_taken_out(tmp_path: Path) -> None:
    lead = new_workspace(tmp_path / "lead.capture", None).workspace
    assert add_word(lead, f"{WORD}’s") == {"qarabiso"}
    assert add_word(lead, "helpdesk") == {"helpdesk", "qarabiso"}
    lead.close()
    again = open_workspace(tmp_path / "lead.capture", None)
    assert own_words(again).added == {"helpdesk", "qarabiso"}
    assert take_word_out(again, WORD) == {"helpdesk"}
    assert own_words(again).added == {"helpdesk"}
    again.close()


def test_an_added_word_is_in_no_bundle_and_no_dump(tmp_path: Path) -> None:
    with pack_world(tmp_path) as world:
        laptop = world.laptop()
        world.say(laptop, "They asked for Tarmisol")
        add_word(laptop, WORD)
        whole = read(hand_over(laptop, tmp_path / "b.wsbundle").path, lead_key_of(world.lead))
        for told in (repr(whole).casefold(), str(dump(laptop)).casefold()):
            assert "tarmisol" in told
            assert WORD.casefold() not in told
        laptop.close()


def test_names_and_terms_of_the_consultation_are_its_own_words(tmp_path: Path) -> None:
    with pack_world(tmp_path) as world:
        keep(world.lead, GlossaryTerm(id=new_id(), term="MARAC", meaning="a meeting of Agenzies"))
        keep(world.lead, Organisation(id=new_id(), name="Ellas’ Trust"))
        assert own_words(world.lead).named >= {"marac", "agenzies", "ellas", "trust"}


def test_the_name_of_an_erased_person_leaves_the_words_that_were_added(tmp_path: Path) -> None:
    with pack_world(tmp_path) as world:
        person = Person(id=person_code(), display=f"{WORD} K.")
        keep(world.lead, person)
        add_word(world.lead, WORD)
        add_word(world.lead, "helpdesk")
        erase_person(world.lead, person.id)
        assert own_words(world.lead).added == {"helpdesk"}
        assert WORD.casefold() not in own_words(world.lead).named
