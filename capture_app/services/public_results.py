"""The results of a questionnaire for everybody to read: what may be told, and noting that it was (practice 2.9).

What is told is noted before the document is written. Where the writing fails, a little more is noted than anybody read.
"""

from collections.abc import Mapping, Sequence

from capture_app.domain.forms.counting import Counted, answers_to, counted
from capture_app.domain.forms.course import is_asked
from capture_app.domain.forms.in_public import told_in_public
from capture_app.domain.ids import new_id
from capture_app.domain.reading_order import reading_order
from capture_app.domain.record import RecordId
from capture_app.domain.records import Box, Form, ToldResult
from capture_app.domain.same_file import counted_once
from capture_app.domain.small_cells import Counts, hidden, may_follow
from capture_app.reports.public_results import PublicResults
from capture_app.services.document_material import consultation_of
from capture_app.store.unit_of_work import UnitOfWork

__all__ = ["note_results_told"]

_ALL_FORMS, _HANDED_IN = "", "handed_in"
"""How the number of forms handed in is noted: under no question, as the one count of one table."""

_NEVER_LESS = 3
"""Counts below it are hidden whatever a consultation asks for: of two people each knows what the other one said."""


def note_results_told(work: UnitOfWork, session: RecordId) -> tuple[PublicResults, ...]:
    """What is told of each questionnaire of a session, from its closed boxes; what is told first is noted here."""
    boxes = counted_once(work.records.all(Box, session=session))
    forms = [form for form in work.records.all(Form) if form.id in {box.form for box in boxes}]
    fewest = max(_NEVER_LESS, consultation_of(work).fewest_told)
    return tuple(
        _told(work, form, [box for box in boxes if box.form == form.id], fewest)
        for form in sorted(forms, key=lambda form: (reading_order(form.title), form.edition, form.id))
    )


def _told(work: UnitOfWork, form: Form, boxes: Sequence[Box], fewest: int) -> PublicResults:
    session = boxes[0].session
    noted = _noted(work, session, form.id)
    before = {item: one.tables for item, one in noted.items()}
    handed_in = _handed_in(boxes, before.get(_ALL_FORMS, {}).get(""), fewest)
    if handed_in is None:
        return PublicResults(form=form, fewest=fewest)
    told = told_in_public(form.items, _found(form, boxes), before, fewest)
    new = {key: told.tables[key] for key in told.anew} | {_ALL_FORMS: {"": handed_in}}
    for item, tables in sorted(new.items()):
        record = noted[item].id if item in noted else new_id()
        work.records.save(ToldResult(id=record, session=session, form=form.id, item=item, tables=tables))
    return PublicResults(form=form, fewest=fewest, handed_in=handed_in[_HANDED_IN], told=told)


def _noted(work: UnitOfWork, session: RecordId, form: RecordId) -> dict[str, ToldResult]:
    """What was told before, by item. Of what two laptops noted the one that more people stand in counts."""
    found = [one for one in work.records.all(ToldResult, session=session) if one.form == form]
    return {one.item: one for one in sorted(found, key=lambda one: (_people(one), one.id))}


def _people(noted: ToldResult) -> int:
    return sum(count for table in noted.tables.values() for count in table.values())


def _handed_in(boxes: Sequence[Box], before: Counts | None, fewest: int) -> Counts | None:
    """How many handed the form in; None where it is so few that nothing is told."""
    now = {_HANDED_IN: sum(box.count for box in boxes)}
    if before is not None:
        return now if may_follow(before, now, fewest) else before
    return None if hidden(now, fewest) else now


def _found(form: Form, boxes: Sequence[Box]) -> Mapping[str, Counted]:
    sheets = sum(box.count for box in boxes)
    return {
        key: counted(item, answers_to(key, boxes), sheets)
        for key, item in form.items.items()
        if is_asked(item)
    }
