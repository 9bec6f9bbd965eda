"""Which editions of a form or an agenda template stay as they are, since others work with them (B7, D1, F3)."""

from dataclasses import dataclass

from capture_app.domain.errors import NotPossible
from capture_app.domain.record import RecordId
from capture_app.domain.records import AgendaTemplate, Box, Device, Form, Line, Response, Session, Sheet
from capture_app.domain.vocabulary import FormPurpose, SheetState
from capture_app.store.facts import Transfer
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.words import _, n_

__all__ = ["FormUse", "form_use", "is_begun", "refuse_fixed", "template_use", "went_out"]


@dataclass(frozen=True, slots=True)
class FormUse:
    """What an edition is used for: how many groups have it, how many began to fill it in, how many boxes ask it.

    out: a pack or bundle went out since it stands, in which laptops got it to work with. written: how many written
    responses answer it.
    """

    groups: int = 0
    begun: int = 0
    boxes: int = 0
    out: bool = False
    written: int = 0

    @property
    def fixed(self) -> bool:
        """Whether it stays as it is."""
        return bool(self.begun or self.boxes or self.out or self.written)

    def why(self) -> str:
        """In words, why it stays as it is; empty where it may be changed."""
        if self.begun:
            return n_("{count} group has written on it.", "{count} groups have written on it.", self.begun)
        if self.written:
            return n_(
                "{count} written response answers it.", "{count} written responses answer it.", self.written
            )
        if self.boxes:
            return _("People have answered it, or are answering it.")
        return _("It went out to laptops in a session pack.") if self.out else ""


def form_use(work: UnitOfWork, form: Form) -> FormUse:
    """What an edition is used for here."""
    sheets = work.records.all(Sheet, form=form.id, response="")
    open_boxes = sum(box.form == form.id for box in work.boxes.all())
    asked = form.purpose is FormPurpose.QUESTIONNAIRE and went_out(work, form.id)
    return FormUse(
        groups=len({sheet.group for sheet in sheets}),
        begun=sum(is_begun(work, sheet) for sheet in sheets),
        boxes=open_boxes + work.records.count(Box, form=form.id),
        out=asked or any(went_out(work, form.id, sheet) for sheet in sheets),
        written=work.records.count(Response, form=form.id),
    )


def template_use(work: UnitOfWork, template: RecordId) -> str:
    """In words, why a template stays as it is; empty where no session was made from it (B7)."""
    made = work.records.count(Session, agenda=template)
    return (
        n_("{count} session was made from it.", "{count} sessions were made from it.", made) if made else ""
    )


def is_begun(work: UnitOfWork, sheet: Sheet) -> bool:
    """Whether somebody has written on a worksheet."""
    touched = sheet.answers or sheet.headcount is not None or sheet.state is not SheetState.OPEN
    return bool(touched) or bool(work.records.count(Line, session=sheet.session, sheet=sheet.id))


def went_out(work: UnitOfWork, form: RecordId, sheet: Sheet | None = None) -> bool:
    """Whether a form went to a laptop since it stands here; with a worksheet, to one of its session since it was given.

    A receipt that does not say to which laptop it went may have gone to any.
    """
    since = max(_began(work, record) for record in (form, sheet.id if sheet else form))
    places = {one.id: one.session for one in work.records.all(Device)}
    return any(
        sent.stamp > since and (sheet is None or places.get(_to(sent), sheet.session) == sheet.session)
        for sent in work.facts.transfers("out")
    )


def refuse_fixed(work: UnitOfWork, kind: str, record: RecordId) -> None:
    """Raises NotPossible for an edition that stays as it is. Whatever changes a record by hand asks this first."""
    why = what_then = ""
    if kind == Form.__name__ and (form := work.records.find(Form, record)) is not None:
        why = form_use(work, form).why()
        what_then = _("So it stays as it is. Begin a new edition to change its questions.")
    elif kind == AgendaTemplate.__name__:
        why = template_use(work, record)
        what_then = _("So it stays as it is. Begin a new edition to change its parts.")
    if why:
        raise NotPossible(f"{why} {what_then}")


def _to(sent: Transfer) -> RecordId:
    return str(sent.facts.get("laptop", ""))


def _began(work: UnitOfWork, record: RecordId) -> str:
    return min((entry.stamp for entry in work.log.of_record(record)), default="")
