"""What kind of session it was, in which funding round, and to which it belongs, in its documents (B1, A7)."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from capture_app.domain.records import Consultation, Session
from capture_app.domain.values import DateGiven
from capture_app.domain.vocabulary import SessionKind
from capture_app.reports.blocks import Report, Table
from capture_app.reports.session_pack import session_pack_of
from capture_app.reports.telling import report_of
from capture_app.services.document_material import session_paper
from capture_app.services.reporting import synthesis_document
from capture_app.store.workspace import Workspace
from tests.reports.played import keep, workspace

WORKSHOP = Session(
    id="workshop",
    label="3",
    theme_as_given="Training and accreditation",
    date=DateGiven(given="4/11/22", edtf="2022-11-04"),
)
INTRODUCTION = Session(
    id="intro",
    label="Meeting the team",
    parent="workshop",
    session_kind=SessionKind.INTRODUCTION,
    funding_round="Round 2",
)


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Workspace]:
    with workspace(tmp_path) as made:
        keep(made, Consultation(id="plan", title="Advocacy"), WORKSHOP, INTRODUCTION)
        yield made


def synthesis(lead: Workspace, session: str) -> Report:
    return report_of(synthesis_document(lead, session))


def pack(lead: Workspace, session: str) -> Report:
    with lead.unit_of_work() as work:
        return session_pack_of(session_paper(work, session))


def facts(report: Report) -> dict[str, str]:
    """The first table of a document: what is recorded of the session."""
    table = next(one for one in report.blocks if isinstance(one, Table))
    return {name.text: value.text for name, value in table.rows}


@pytest.mark.parametrize("document", [synthesis, pack])
def test_an_introduction_says_so_and_belongs_to_a_workshop_with_its_title(
    lead: Workspace, document: Callable[[Workspace, str], Report]
) -> None:
    told = facts(document(lead, "intro"))
    assert told["Kind of session"] == "Introduction"
    assert told["Funding round"] == "Round 2"
    assert told["Belongs to"] == "3, 4/11/22: Training and accreditation"


@pytest.mark.parametrize("document", [synthesis, pack])
def test_a_workshop_that_was_taken_away_is_nobody_s_parent(
    lead: Workspace, document: Callable[[Workspace, str], Report]
) -> None:
    keep(lead, replace(WORKSHOP, deleted=True))
    assert "Belongs to" not in facts(document(lead, "intro"))
    keep(lead, replace(INTRODUCTION, parent="elsewhere"))
    assert "Belongs to" not in facts(document(lead, "intro"))


def test_what_nobody_said_of_a_session_is_not_made_up(lead: Workspace) -> None:
    told = facts(synthesis(lead, "workshop"))
    assert (told["Kind of session"], told["Funding round"]) == ("Not stated", "Not recorded")
    assert not {"Kind of session", "Funding round"} & facts(pack(lead, "workshop")).keys()
