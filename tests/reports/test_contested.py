"""A document says first that two versions stand of something it prints, whatever kind of record that is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from capture_app.domain.record import Record
from capture_app.domain.records import (
    AgendaPart,
    Attendance,
    Consultation,
    DataProtection,
    GlossaryTerm,
    Session,
    Theme,
    ThemeLabel,
)
from capture_app.domain.vocabulary import Grain, ThemeKind
from capture_app.reports.appendix_told import appendix_of
from capture_app.reports.blocks import Notice, Report, Table, words_of
from capture_app.reports.session_pack import session_pack_of
from capture_app.services.document_material import session_paper, whole_material
from capture_app.store.workspace import Workspace
from tests.reports.played import copy, keep, workspace

TERM = GlossaryTerm(id="term", term="NRM", meaning="a mechanism")
THEME = Theme(id="theme", theme_kind=ThemeKind.SECTION, code="S1")
LABEL = ThemeLabel(id="label", theme="theme", text="Values", preferred=True)
PART = AgendaPart(id="part", session="session", title="Welcome")
ELSEWHERE = replace(PART, id="part-elsewhere", session="other")
CARD = DataProtection(id="card", in_danger="999")


@dataclass
class Two:
    """Two leads who know the same and change it each for themselves."""

    lead: Workspace
    other: Workspace

    def differ(self, record: Record, **field: str) -> None:
        """Both change a field, to other words, without having seen the other's."""
        ((name, words),) = field.items()
        for where, end in ((self.lead, "here"), (self.other, "there")):
            changed: dict[str, Any] = {name: f"{words} {end}"}
            keep(where, replace(record, **changed))
        copy(self.other, self.lead)


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Two]:
    with workspace(tmp_path) as lead, workspace(tmp_path, "other") as other:
        known = (TERM, THEME, LABEL, PART, ELSEWHERE, CARD)
        keep(lead, Consultation(id="plan", title="Advocacy"), Session(id="session", label="1"), *known)
        copy(lead, other)
        yield Two(lead, other)


def appendix(lead: Workspace) -> Report:
    with lead.unit_of_work() as work:
        return appendix_of(whole_material(work))


def pack(lead: Workspace) -> Report:
    with lead.unit_of_work() as work:
        return session_pack_of(session_paper(work, "session"))


def said_first(report: Report) -> str:
    """The notice a document begins with."""
    first = report.blocks[0]
    return first.title if isinstance(first, Notice) else ""


@pytest.mark.parametrize(
    ("record", "field", "document"),
    [
        (THEME, "code", appendix),
        (LABEL, "text", appendix),
        (TERM, "meaning", pack),
        (PART, "title", pack),
        (CARD, "in_danger", pack),
    ],
)
def test_what_a_document_prints_of_a_record_in_conflict_is_counted(
    two: Two, record: Record, field: str, document: Callable[[Workspace], Report]
) -> None:
    assert said_first(document(two.lead)) == ""
    two.differ(record, **{field: "words"})
    assert said_first(document(two.lead)) == "1 field shown here holds two versions"


def test_the_fields_with_two_versions_are_named_and_a_term_is_marked_in_the_printed_pack(two: Two) -> None:
    two.differ(TERM, meaning="words")
    two.differ(PART, owner="Lead")
    words = " ".join(words_of(pack(two.lead)))
    assert "Agenda part: Welcome, who leads it; Glossary term: NRM, meaning. One of them" in words
    (glossary,) = [one for one in pack(two.lead).blocks if isinstance(one, Table) and one.short == "Glossary"]
    assert glossary.rows[0][1].note == "Two versions of this stand; one is shown for now."


def test_naming_a_field_with_two_versions_names_nobody(two: Two) -> None:
    came = Attendance(id="w", session="session", grain=Grain.PERSON, listing="Rowan")
    for where in (two.lead, two.other):
        keep(where, came)
    two.differ(came, listing="Rowan K.")
    words = " ".join(words_of(appendix(two.lead)))
    assert "Attendance, as listed. One of them" in words
    assert "Rowan" not in words


def test_what_a_document_does_not_print_is_not_counted(two: Two) -> None:
    two.differ(TERM, meaning="words")
    assert said_first(appendix(two.lead)) == ""
    two.differ(LABEL, text="words")
    two.differ(ELSEWHERE, title="words")
    assert said_first(pack(two.lead)) == "1 field shown here holds two versions"
