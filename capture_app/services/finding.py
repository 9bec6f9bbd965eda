"""Finding a session or a group by what people call it."""

from capture_app.domain.errors import NotPossible
from capture_app.domain.record import RecordId
from capture_app.domain.records import Form, Group, Session
from capture_app.services.document_material import newest_forms
from capture_app.store.search import Hit
from capture_app.store.workspace import Workspace
from capture_app.words import _

__all__ = ["Hit", "find_form", "find_group", "find_session", "search", "sessions"]


def sessions(workspace: Workspace) -> list[Session]:
    """All sessions, in the order of their dates; undated ones last."""
    with workspace.unit_of_work() as work:
        found = work.records.all(Session)
    return sorted(found, key=lambda one: (not one.date.edtf, one.date.edtf, one.order, one.id))


def find_session(workspace: Workspace, ref: str) -> RecordId:
    """A session by its id or its label. Raises NotPossible if there is none, or more than one."""
    wanted = ref.casefold().strip()
    found = [one for one in sessions(workspace) if one.id == ref or one.label.casefold() == wanted]
    return _only(ref, [one.id for one in found], [one.label for one in sessions(workspace)])


def find_group(workspace: Workspace, session: RecordId, ref: str) -> RecordId:
    """A group of a session by its id or its label. Raises NotPossible likewise."""
    with workspace.unit_of_work() as work:
        groups = work.records.all(Group, session=session)
    wanted = ref.casefold().strip()
    found = [one.id for one in groups if one.id == ref or one.label.casefold() == wanted]
    return _only(ref, found, [one.label for one in groups])


def find_form(workspace: Workspace, ref: str) -> RecordId:
    """A form by its id, or the newest edition by its title. Raises NotPossible likewise."""
    with workspace.unit_of_work() as work:
        if work.records.find(Form, ref):
            return ref
        forms = newest_forms(work)
    wanted = ref.casefold().strip()
    found = [one.id for one in forms if one.title.casefold() == wanted]
    return _only(ref, found, [one.title for one in forms])


def search(workspace: Workspace, words: str, most: int = 50) -> list[Hit]:
    """Records that hold all these words; the last may be only begun."""
    with workspace.unit_of_work() as work:
        return work.search.find(words, most)


def _only(ref: str, found: list[RecordId], known: list[str]) -> RecordId:
    if len(found) == 1:
        return found[0]
    if found:
        raise NotPossible(
            _("{count} are called “{ref}”. Give the id of the one you mean: {ids}.").format(
                count=len(found), ref=ref, ids=", ".join(found)
            )
        )
    raise NotPossible(
        _("None is called “{ref}”. There are: {known}.").format(ref=ref, known="; ".join(sorted(set(known))))
    )
