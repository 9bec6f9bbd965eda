"""What minutes say of what was to be done, and of trouble with sound or link (D15, practice 2.6)."""

from collections.abc import Iterator
from dataclasses import dataclass

from capture_app.domain.records import Line
from capture_app.domain.vocabulary import ActionState, LineKind
from capture_app.reports.material import Material
from capture_app.reports.places import Places


@dataclass(frozen=True, slots=True)
class ActionEntry:
    """An action: what, who does it and by when as given, what became of it, and the line it stands in."""

    text: str
    owner: str
    due: str
    state: ActionState
    reference: str


@dataclass(frozen=True, slots=True)
class IncidentEntry:
    """Trouble with sound or link. lasted: minutes; affected: people; None where nobody noted it."""

    text: str
    lasted: int | None
    affected: int | None
    reference: str


def actions_of(material: Material, places: Places) -> tuple[ActionEntry, ...]:
    """The actions of a session, in the order in which they would be read."""
    return tuple(
        ActionEntry(line.text, line.owner, line.due.given, line.action_state, reference)
        for line, reference in _of_kind(material, places, LineKind.ACTION)
    )


def incidents_of(material: Material, places: Places) -> tuple[IncidentEntry, ...]:
    """The trouble there was, in the same order."""
    return tuple(
        IncidentEntry(line.text, line.lasted, line.affected, reference)
        for line, reference in _of_kind(material, places, LineKind.INCIDENT)
    )


def _of_kind(material: Material, places: Places, kind: LineKind) -> Iterator[tuple[Line, str]]:
    lines = {line.id: line for line in material.lines if line.line_kind is kind and not line.deleted}
    return ((lines[key], reference) for key, reference in places.lines.items() if key in lines)
