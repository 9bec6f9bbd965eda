"""New editions of a form or an agenda template: a record of its own, which says why it differs (B7, F3)."""

from dataclasses import replace
from typing import TypeVar

from capture_app.domain.errors import NotPossible
from capture_app.domain.ids import new_id
from capture_app.domain.record import RecordId
from capture_app.domain.records import AgendaTemplate, Form
from capture_app.services.done import Done
from capture_app.store.workspace import Workspace
from capture_app.words import _

E = TypeVar("E", Form, AgendaTemplate)


def new_edition(workspace: Workspace, kind: type[E], of: RecordId, reason: str) -> Done[RecordId]:
    """Begin the next edition with all that stands in this one; gives the new record.

    Questions keep their ids, so that answers to them can be compared (F3). What was filled in with an older edition
    or made from it stays as it is. Raises NotPossible without a reason.
    """
    if not reason.strip():
        raise NotPossible(_("Say why this edition differs from the one before. That is kept with it."))
    with workspace.unit_of_work() as work:
        known = work.records.get(kind, of)
        family = family_of(known)
        newest = max(one.edition for one in work.records.all(kind) if family_of(one) == family)
        made = replace(known, id=new_id(), family=family, edition=newest + 1, reason=reason.strip())
        work.records.save(made)
        return Done(made.id, work.commit())


def needs_reason(edition: Form | AgendaTemplate) -> str:
    """Why the reason of an edition cannot be left empty; nothing for the first, which differs from none."""
    if edition.edition == 1:
        return ""
    return _("Say why this edition differs from the one before. The reason from before is kept.")


def family_of(edition: Form | AgendaTemplate) -> RecordId:
    """What all editions share: the id of the first."""
    return edition.family or edition.id
