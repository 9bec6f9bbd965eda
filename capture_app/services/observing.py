"""What observers of a session gave to the project lead (E4)."""

from capture_app.domain.reading_order import reading_order
from capture_app.domain.record import RecordId
from capture_app.domain.records import Observation
from capture_app.store.workspace import Workspace

__all__ = ["given_notes"]


def given_notes(workspace: Workspace, session: RecordId) -> tuple[Observation, ...]:
    """The notes that were given, by whom they are from as people look for names."""
    with workspace.unit_of_work() as work:
        found = work.records.all(Observation, session=session)
    return tuple(
        sorted((one for one in found if one.given), key=lambda one: (reading_order(one.who), one.id))
    )
