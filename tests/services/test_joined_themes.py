"""Two laptops begin the same topic: joined by the lead, it is told and counted as one, and parted again (A5)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from capture_app.domain.frame import counted_as
from capture_app.domain.record import RecordId
from capture_app.domain.records import (
    Form,
    Group,
    Line,
    LineTheme,
    Session,
    SessionTheme,
    Sheet,
    Statement,
    Theme,
)
from capture_app.domain.values import Item
from capture_app.domain.vocabulary import Focus, ItemKind
from capture_app.services.comparing import breadth_words, compared_groups
from capture_app.services.history import history
from capture_app.services.naming import choices
from capture_app.services.reporting import synthesis_document
from capture_app.services.searching import Narrow, search
from capture_app.services.synthesising import synthesis
from capture_app.services.themes import Doubt, doubts, new_topic, tag, themes
from capture_app.store.workspace import Workspace
from tests.helpers.laptops import Laptop, empty_workspace, laptops
from tests.reports.played import keep

FORM = Form(
    id="form", title="Worksheet", items={"helps": Item(kind=ItemKind.LINES, prompt="What helps?", order="1")}
)


@pytest.fixture
def two(tmp_path: Path) -> Iterator[tuple[Laptop, Laptop]]:
    """A lead's laptop and another: on each a group speaks of a topic of the same name, and then they are merged."""
    with laptops(tmp_path, empty_workspace(tmp_path), "lead", "other") as (lead, other):
        keep(lead.workspace, Session(id="s", label="Sectoral 6"), FORM)
        other.take_in(lead.parcel())
        for laptop, group, name in ((lead, "g1", "Legal"), (other, "g2", "legal")):
            keep(
                laptop.workspace,
                Group(id=group, session="s", label=group, order=group),
                Sheet(id=f"sheet-{group}", session="s", group=group, form="form"),
                Line(id=f"line-{group}", session="s", sheet=f"sheet-{group}", item="helps", text="A lawyer."),
            )
            tag(laptop.workspace, f"line-{group}", new_topic(laptop.workspace, name).value)
        lead.take_in(other.parcel())
        yield lead, other


def topics(workspace: Workspace) -> tuple[RecordId, RecordId]:
    """The topic of the lead's own group, and that of the other."""
    with workspace.unit_of_work() as work:
        borne = {one.line: one.theme for one in work.records.all(LineTheme)}
    return borne["line-g1"], borne["line-g2"]


def join(workspace: Workspace, theme: RecordId, into: RecordId) -> None:
    with workspace.unit_of_work() as work:
        found = work.records.get(Theme, theme)
    keep(workspace, replace(found, joined_into=into))


def widely(workspace: Workspace) -> list[str]:
    found = compared_groups(workspace, "s")
    return [breadth_words(row, found.names) for row in found.comparison.rows if row.theme]


def test_a_topic_begun_on_two_laptops_is_told_joined_and_counted_as_one(two: tuple[Laptop, Laptop]) -> None:
    own = two[0].workspace
    kept, other = topics(own)
    assert doubts(own) == {kept: Doubt(alike=("legal",)), other: Doubt(alike=("Legal",))}
    assert sorted(widely(own)) == ["Only g1", "Only g2"]
    before = len(history(own, "LineTheme", _bond(own, "line-g2")))
    join(own, other, kept)
    assert doubts(own) == {}
    assert choices(own, Theme) == ((kept, "Legal"), (other, "legal, joined into Legal"))
    assert widely(own) == ["Both groups"]
    assert [(one.id, one.uses) for one in themes(own)] == [(kept, 2)]
    evidence = synthesis(own, "s").evidence
    assert [[one.label for one in item.themes] for item in evidence] == [["Legal"], ["Legal"]]
    assert search(own, "lawyer", Narrow(theme=kept)).count == 2
    assert new_topic(own, "legal").value == kept
    assert len(history(own, "LineTheme", _bond(own, "line-g2"))) == before, "a line's history stays as it was"
    join(own, other, "")
    assert sorted(widely(own)) == ["Only g1", "Only g2"]


def _bond(workspace: Workspace, line: RecordId) -> RecordId:
    with workspace.unit_of_work() as work:
        (bond,) = work.records.all(LineTheme, line=line)
    return bond.id


def test_a_laptop_that_still_uses_the_joined_one_counts_with_the_other(two: tuple[Laptop, Laptop]) -> None:
    lead, other = two
    kept, joined = topics(lead.workspace)
    join(lead.workspace, joined, kept)
    late = Line(id="late", session="s", sheet="sheet-g2", item="helps", text="Nobody to ask.")
    keep(other.workspace, late)
    tag(other.workspace, late.id, joined)
    lead.take_in(other.parcel())
    assert [one.uses for one in themes(lead.workspace)] == [3]
    other.take_in(lead.parcel())
    assert [(one.id, one.uses) for one in themes(other.workspace)] == [(kept, 3)]
    tag(other.workspace, late.id, kept, on=False)
    assert [one.uses for one in themes(other.workspace)] == [2], "the mark that is seen is the one taken off"


def test_what_else_names_a_joined_theme_is_told_with_the_one_kept(two: tuple[Laptop, Laptop]) -> None:
    own = two[0].workspace
    kept, other = topics(own)
    keep(
        own,
        Statement(id="said", session="s", theme=other, text="Hosts want a lawyer.", order="1"),
        SessionTheme(id="f1", session="s", theme=kept, focus=Focus.SECONDARY),
        SessionTheme(id="f2", session="s", theme=other),
    )
    join(own, other, kept)
    (section,) = synthesis(own, "s").sections
    assert section.theme is not None
    assert (section.theme.id, len(section.statements)) == (kept, 1)
    document = synthesis_document(own, "s")
    assert (document.facts.focus, document.facts.touched) == (("Legal",), ())
    assert [section.label for section in document.sections if section.statements] == ["Legal"]


def test_joining_goes_by_the_last_of_a_chain_and_a_circle_has_one_end_everywhere() -> None:
    assert counted_as({"a": "b", "b": "c", "c": ""}) == {"a": "c", "b": "c"}
    assert counted_as({"a": "b", "b": "a", "c": "b"}) == {"b": "a", "c": "a"}
    assert counted_as({"a": "gone"}) == {}
