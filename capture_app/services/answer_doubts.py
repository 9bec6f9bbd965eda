"""Whether somebody is counted twice whose answers came in a file: one closed on two laptops, two that overlap (F6).

A file that was closed twice for one questionnaire of a session is counted once. All else only a person can know.
"""

from collections.abc import Iterator, Sequence

from capture_app.domain.record import RecordId
from capture_app.domain.records import Box, Form, Session
from capture_app.domain.vocabulary import WayIn
from capture_app.services.closed_boxes import BoxFacts, closed_boxes, left_out
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.words import _

__all__ = ["doubts_of_files"]


def doubts_of_files(work: UnitOfWork, session: RecordId) -> Iterator[str]:
    """A sentence about each doubt there is in a session, by the title of the questionnaire."""
    counted = closed_boxes(work, session=session, way_in=WayIn.FILE)
    if not counted:
        return
    again = {box.form: box for box in left_out(work, session=session)}
    found = work.records.all(Form, id=list({box.form for box in counted}))
    for form in sorted(found, key=lambda form: (form.title, form.edition, form.id)):
        own = [box for box in counted if box.form == form.id]
        if form.id in again:
            yield _closed_again(work, form, again[form.id], own)
        if len(own) > 1:
            words = _(
                "Answers to “{form}” were closed from several files: who is in two of them counts twice."
            )
            yield words.format(form=form.title)
        others = _others(work, session, form.id, {box.sha256 for box in own if box.sha256})
        if others:
            words = _("The file with answers to “{form}” is in at {others} too: its people count twice.")
            yield words.format(form=form.title, others=others)


def _closed_again(work: UnitOfWork, form: Form, left: BoxFacts, own: Sequence[BoxFacts]) -> str:
    """That one file was closed twice; and which reading of it counts where they differ, and how another one would."""
    counts = next(box for box in own if box.sha256 == left.sha256)
    one, other = (work.records.get(Box, box.id) for box in (counts, left))
    if (one.answers, one.by_item) == (other.answers, other.by_item):
        words = _("The same file of answers to “{form}” was closed more than once. It is counted once.")
        return words.format(form=form.title)
    words = _(
        "The same file of answers to “{form}” was closed more than once, and read in different ways. The reading with "
        "{count} answers counts; to have the other one counted, erase this record: {record}"
    )
    return words.format(form=form.title, count=counts.count, record=counts.id)


def _others(work: UnitOfWork, session: RecordId, form: RecordId, files: set[str]) -> str:
    """Where else these files are: other sessions, or another edition here; empty for nowhere."""
    found = [
        box
        for box in (closed_boxes(work, sha256=list(files)) if files else ())
        if (box.session, box.form) != (session, form)
    ]
    labels = {one.label for one in work.records.all(Session, id=list({box.session for box in found}))}
    return ", ".join(f"“{label}”" for label in sorted(labels))
