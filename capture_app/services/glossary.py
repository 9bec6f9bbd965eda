"""The glossary as a scribe uses it (A10)."""

from capture_app.domain.records import GlossaryTerm
from capture_app.store.workspace import Workspace


def glossary(workspace: Workspace) -> tuple[tuple[str, str], ...]:
    """Every term with what it stands for."""
    with workspace.unit_of_work() as work:
        return tuple((one.term, one.meaning) for one in work.records.all(GlossaryTerm))
