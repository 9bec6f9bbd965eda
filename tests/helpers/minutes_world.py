"""A session of which two people took minutes, as a lead has it after merging their bundles."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from capture_app.domain.record import Record
from capture_app.domain.records import AgendaPart, Consultation, Line, LineTheme, Minutes, Session, Theme
from capture_app.domain.values import DateGiven
from capture_app.domain.vocabulary import LineKind, Rule, Side
from capture_app.services.workspaces import Workspace, new_workspace

SESSION = "session-4"

NOOR: tuple[tuple[str, str, LineKind, str], ...] = (
    ("n1", "11:16", LineKind.CONTEXT, "Group feedback starts with the remote group."),
    ("n2", "11:17", LineKind.POINT, "A host should publish how referrals are refused."),
    ("n3", "11:22", LineKind.DECISION, "The three groups keep one shared list of criteria."),
    ("n4", "11:23", LineKind.ACTION, "Draft the list of criteria for comment."),
)
JO: tuple[tuple[str, str, LineKind, str], ...] = (
    ("j1", "11:18", LineKind.POINT, "Refusals have to be public, with the reason for each."),
    ("j2", "11:20", LineKind.QUESTION, "May a small host share one supervisor with a neighbour?"),
    ("j3", "11:22", LineKind.DECISION, "One list of criteria for all three groups, each with a reason."),
)


def make_world(folder: Path) -> Workspace:
    """The lead's workspace with both streams, in a part under the Chatham House Rule and an open one."""
    lead = new_workspace(folder / "lead.capture", None).workspace
    save(
        lead,
        Consultation(id="plan", title="Riverside and Vale Advocacy Standard"),
        Session(id=SESSION, label="Session 4", date=DateGiven(given="16 May 2024", edtf="2024-05-16")),
        AgendaPart(
            id="plenary", session=SESSION, title="Plenary feedback", rule=Rule.CHATHAM_HOUSE, order="1"
        ),
        AgendaPart(id="next", session=SESSION, title="Next steps", order="2"),
        Minutes(id="noor", session=SESSION, taker="Noor A.", order="1"),
        Minutes(id="jo", session=SESSION, taker="Jo M.", order="2"),
        Theme(id="s1", code="S1", order="1"),
        *(said("noor", *told) for told in NOOR),
        *(said("jo", *told) for told in JO),
        replace(said("jo", "j4", "11:41", LineKind.POINT, "Next meeting in June."), part="next"),
        LineTheme(id="t1", line="n2", theme="s1"),
    )
    return lead


def said(minutes: str, name: str, at: str, kind: LineKind, text: str, **fields: Any) -> Line:
    """A line of somebody's minutes; its order is its time."""
    made = Line(
        id=name,
        session=SESSION,
        minutes=minutes,
        part="plenary",
        text=text,
        line_kind=kind,
        said_at=f"2024-05-16T{at}",
        side=Side.ROOM,
        order=f"{at.replace(':', '')}5",
    )
    return replace(made, **fields)


def save(workspace: Workspace, *records: Record) -> None:
    """Write records as a merge would."""
    with workspace.unit_of_work() as work:
        for record in records:
            work.records.save(record)
        work.commit()


def change(workspace: Workspace, line: str, how: Callable[[Line], Line]) -> None:
    """Somebody changes a line of their stream."""
    with workspace.unit_of_work() as work:
        work.records.save(how(work.records.get(Line, line)))
        work.commit()
