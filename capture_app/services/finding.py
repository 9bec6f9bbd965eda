"""Finding a session, group, theme or kind by what people call it, and what kind of record an id is."""

from collections.abc import Mapping

from capture_app.domain.errors import NotPossible
from capture_app.domain.reading_order import in_order
from capture_app.domain.record import RecordId
from capture_app.domain.records import Form, Group, Session
from capture_app.domain.totals import in_date_order
from capture_app.services.forms import newest_of
from capture_app.services.themes import themes
from capture_app.services.wording import kind_words
from capture_app.store.search import FOUND_IN
from capture_app.store.workspace import Workspace
from capture_app.words import _

__all__ = ["find_form", "find_group", "find_kind", "find_record", "find_session", "find_theme", "sessions"]


def sessions(workspace: Workspace) -> list[Session]:
    """All sessions, in the order in which they were held; undated ones last."""
    with workspace.unit_of_work() as work:
        return in_date_order(work.records.all(Session))


def find_session(workspace: Workspace, ref: str) -> RecordId:
    """A session by its id or its label. Raises NotPossible if there is none, or more than one, told by their dates."""
    wanted = ref.casefold().strip()
    known = sessions(workspace)
    found = {one.id: _held(one) for one in known if one.id == ref or one.label.casefold() == wanted}
    return _only(ref, list(found), [one.label for one in known], found)


def _held(session: Session) -> str:
    """When a session was held, for those that are called the same (X32)."""
    return ", ".join(filter(None, (session.date.given or _("no date given"), session.starts)))


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
        forms = newest_of(work.records.all(Form))
    wanted = ref.casefold().strip()
    found = [one.id for one in forms if one.title.casefold() == wanted]
    return _only(ref, found, [one.title for one in forms])


def find_theme(workspace: Workspace, ref: str) -> RecordId:
    """A theme by its id, code or name. Raises NotPossible likewise."""
    wanted = ref.casefold().strip()
    known = themes(workspace)
    found = [
        one.id for one in known if ref == one.id or wanted in (one.code.casefold(), one.label.casefold())
    ]
    return _only(ref, found, [f"{one.code} {one.label}".strip() for one in known])


def find_kind(ref: str) -> str:
    """A kind of record that can be searched, by its name or what people call it. Raises NotPossible likewise."""
    wanted = ref.casefold().strip()
    found = [kind for kind in FOUND_IN if wanted in (kind.casefold(), kind_words(kind).casefold())]
    return _only(ref, found, [kind_words(kind) for kind in FOUND_IN])


def find_record(workspace: Workspace, record: RecordId) -> str:
    """The kind of the record with this id. Raises NotPossible if it is not here."""
    with workspace.unit_of_work() as work:
        view = work.records.view(record)
    if view is None:
        raise NotPossible(_("There is no record with the id {id} in this workspace.").format(id=record))
    return view.kind


def _only(
    ref: str, found: list[RecordId], known: list[str], told: Mapping[RecordId, str] | None = None
) -> RecordId:
    """The one found; else NotPossible, with what is told of each of several beside its id."""
    if len(found) == 1:
        return found[0]
    if found:
        ids = [f"{one} ({told[one]})" if told else one for one in found]
        raise NotPossible(
            _("{count} are called “{ref}”. Give the id of the one you mean: {ids}.").format(
                count=len(found), ref=ref, ids="; ".join(ids)
            )
        )
    if not known:
        raise NotPossible(_("None is called “{ref}”: there is none at all.").format(ref=ref))
    raise NotPossible(
        _("None is called “{ref}”. There are: {known}.").format(
            ref=ref, known="; ".join(in_order(set(known)))
        )
    )
