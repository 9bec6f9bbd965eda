"""A decision that two laptops made otherwise is the group's only when a person has settled it (D2 to D8)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from capture_app.domain.ids import new_id
from capture_app.domain.records import Form, Line, Sheet
from capture_app.domain.vocabulary import Scale, Verdict
from capture_app.reports.blocks import Table
from capture_app.reports.telling import report_of
from capture_app.services.conflicts import conflicts, settle
from capture_app.services.merging import merge
from capture_app.services.pages import lines_of_item
from capture_app.services.reading_back import read_back
from capture_app.services.reporting import synthesis_document
from capture_app.services.synthesising import synthesis
from capture_app.ui.capture.faces import worksheet_face
from capture_app.ui.synthesis.evidence_model import caution_words
from tests.helpers.lead_world import REJECTED, LeadWorld, make_world_of_a_decision

BOTH = "2 versions, not yet settled: Adopt; Reject"
TABLE = "what the groups decided"


@pytest.fixture
def world(tmp_path: Path) -> Iterator[LeadWorld]:
    """Merged, and not settled: one laptop adopted, another rejected."""
    made = make_world_of_a_decision(tmp_path)
    merge(made.lead, made.bundles)
    yield made
    made.lead.close()


def test_the_table_says_both_with_their_reasons_until_one_is_taken(world: LeadWorld) -> None:
    reasons = "Adopt: it knows the services; Reject: it closes when one person leaves"
    assert in_document(world, TABLE) == [(BOTH, reasons)]
    (view,) = conflicts(world.lead)
    settle(world.lead, view, next(one.value for one in view.versions if REJECTED in one.text))
    assert in_document(world, TABLE) == [("Reject", "it closes when one person leaves")]
    assert reference(world, world.line).endswith(" · Reject")


def test_evidence_the_line_and_what_is_read_to_the_group_say_both(world: LeadWorld) -> None:
    assert reference(world, world.line).endswith(f" · {BOTH}")
    assert any(f"the group decided: {BOTH}" in note for _words, note in in_document(world, ""))
    line = line_of(world)
    (view,) = [one for one in lines_of_item(world.lead, line.sheet, line.item) if one.line.id == line.id]
    assert BOTH in [chip.words for chip in worksheet_face(view, Scale.ADOPTION).chips]
    (asked,) = [one for one in read_back(world.lead, line.sheet).questions if line in one.lines]
    assert asked.words(line).startswith(f"{BOTH}: ")


def test_a_version_in_other_words_says_in_whose_place_they_stand(tmp_path: Path) -> None:
    world = make_world_of_a_decision(tmp_path, adopted="Somebody one can ring")
    merge(world.lead, world.bundles)
    (view,) = conflicts(world.lead)
    assert {one.text.splitlines()[2] for one in view.versions} == {
        "In place of “A host in the town”",
        "Matters most: no",
    }
    (told,) = synthesis_document(world.lead, world.session).disagreements
    assert told.values[0].startswith("Adopt: Somebody one can ring; in place of “A host in the town”; ")
    settle(world.lead, view, next(one.value for one in view.versions if "Somebody" in one.text))
    assert reference(world, world.line).endswith(" · Adopt, in place of “A host in the town”")
    world.lead.close()


def test_a_wording_chosen_beside_one_that_is_not_settled_is_not_one_of_two(world: LeadWorld) -> None:
    other = add_wording(world, "A host nearby")
    assert reference(world, other).endswith(" · Chosen")
    add_wording(world, "Somebody in the town")
    assert reference(world, other).endswith(" · Chosen, one of 2"), "in the window as in documents"


def test_a_wording_both_laptops_chose_for_other_reasons_is_chosen_beside_another(tmp_path: Path) -> None:
    world = make_world_of_a_decision(tmp_path, other=Verdict.YES)
    merge(world.lead, world.bundles)
    other = add_wording(world, "A host nearby")
    found = {one.id: one for one in synthesis(world.lead, world.session).evidence}
    for line in (world.line, other):
        assert found[line].reference.endswith(" · Chosen, one of 2")
    assert [found[line].contested for line in (world.line, other)] == [True, False]
    assert caution_words(found[world.line])[-1] == "Two versions"
    document = synthesis_document(world.lead, world.session)
    assert {one.verdict for one in document.unused} == {"Chosen, one of 2"}
    tables = [one for one in report_of(document).blocks if isinstance(one, Table)]
    (told,) = [one for one in tables if TABLE in one.caption.lower()]
    cells = [cell.text for row in told.rows for cell in row if "Chosen" in cell.text]
    assert cells == ["Chosen, one of 2", "Chosen, one of 2"]
    world.lead.close()


def add_wording(world: LeadWorld, text: str) -> str:
    """Make the question one of wordings to choose from, and add one the group chose."""
    line = line_of(world)
    other = replace(line, id=new_id(), option="", text=text, verdict=Verdict.YES, priority=False)
    with world.lead.unit_of_work() as work:
        form = work.records.get(Form, work.records.get(Sheet, line.sheet).form)
        wordings = replace(form.items[line.item], scale=Scale.WORDING)
        work.records.save(replace(form, items={**form.items, line.item: wordings}))
        work.records.save(other)
        work.commit()
    return other.id


def line_of(world: LeadWorld) -> Line:
    """The line of the option, as it is shown for now."""
    with world.lead.unit_of_work() as work:
        return work.records.get(Line, world.line)


def reference(world: LeadWorld, line: str) -> str:
    """What the evidence in the window says of a line."""
    return next(one.reference for one in synthesis(world.lead, world.session).evidence if one.id == line)


def in_document(world: LeadWorld, caption: str) -> list[tuple[str, str]]:
    """What tables with this caption say of the option, each cell with its note."""
    blocks = report_of(synthesis_document(world.lead, world.session)).blocks
    tables = [one for one in blocks if isinstance(one, Table) and caption in one.caption.lower()]
    cells = [(cell.text, cell.note) for one in tables for row in one.rows for cell in row]
    return [(words, note) for words, note in cells if any(w in words + note for w in ("Adopt", "Reject"))]
