"""Who declared an interest, in the summary of workshops: as they are called, and as they wish to be named (A9, C6)."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from capture_app.domain.records import Consultation, Interest, Person
from capture_app.domain.vocabulary import Listing
from capture_app.reports.appendix_told import appendix_of
from capture_app.reports.blocks import Table
from capture_app.services.document_material import whole_material
from capture_app.services.naming import name_of
from capture_app.store.workspace import Workspace
from tests.reports.played import keep, workspace


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Workspace]:
    """A lead's workspace with two people, of whom one said that their name may be listed."""
    with workspace(tmp_path) as made:
        keep(
            made,
            Consultation(id="plan", title="Advocacy"),
            Person(id="wren", display="Wren", listing=Listing.BY_NAME),
            Person(id="robin", display="Robin"),
        )
        yield made


def who_declared(lead: Workspace) -> list[str]:
    """The names in the table of interests, from the top."""
    with lead.unit_of_work() as work:
        blocks = appendix_of(whole_material(work)).blocks
    table = next(one for one in blocks if isinstance(one, Table) and one.short == "Interests")
    return [row[0].text for row in table.rows]


def test_an_interest_of_which_only_the_person_was_chosen_bears_their_name(lead: Workspace) -> None:
    keep(
        lead,
        Interest(id="a", person="wren", text="Wrote the earlier review."),
        Interest(id="b", declared_by="Émile D.", person="wren"),
        Interest(id="c"),
    )
    assert who_declared(lead) == ["Émile D.", "Wren", "Not named yet"]
    with lead.unit_of_work() as work:
        names = [name_of(work, "Interest", one) for one in ("a", "b", "c")]
    assert names == ["Wren: Wrote the earlier review.", "Émile D.", "Declared interest"]


def test_nobody_is_named_beside_an_interest_who_did_not_say_that_their_name_may_be_listed(
    lead: Workspace,
) -> None:
    keep(lead, Interest(id="a", person="robin", text="Sits on the board."))
    assert who_declared(lead) == ["Somebody who is not named here"]
