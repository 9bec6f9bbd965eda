"""What cannot be right in what is kept of contributors' care and payment. It is told, and kept (I2, I5, C8)."""

from collections.abc import Iterator, Mapping

from capture_app.domain.dates import NO_YEAR, dates_in
from capture_app.domain.record import RecordId
from capture_app.domain.records import CareItem, Payment, Session
from capture_app.domain.values import DateGiven
from capture_app.domain.vocabulary_care import Basis, PaymentState
from capture_app.services.attending import rows_of
from capture_app.services.wording import choice_words, field_words
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.store.workspace import Workspace
from capture_app.words import _

__all__ = ["care_doubts", "payment_doubts"]

_BEFORE = ("introduction", "preview", "papers")
"""What comes before the session."""

_STEPS = (*_BEFORE, "debriefing")

_WITHOUT = frozenset((Basis.OWN_WORK, Basis.UNPAID))
"""On what basis nobody is paid."""


def care_doubts(workspace: Workspace) -> Mapping[RecordId, str]:
    """By record: what of its days, people and states cannot be right, in sentences (I2, I5)."""
    with workspace.unit_of_work() as work:
        held = {one.id: one.date for one in work.records.all(Session)}
        doubts = {item.id: " ".join(_of_care(item, held)) for item in work.records.all(CareItem)}
    return {record: words for record, words in doubts.items() if words}


def payment_doubts(workspace: Workspace) -> Mapping[RecordId, str]:
    """By payment: where it is paid, and something that is kept elsewhere says that it would not be (C8, I7)."""
    with workspace.unit_of_work() as work:
        paid = [one for one in work.records.all(Payment) if one.state is PaymentState.PAID and one.person]
        doubts = {one.id: " ".join(_of_payment(work, one)) for one in paid}
    return {record: words for record, words in doubts.items() if words}


def _of_care(item: CareItem, held: Mapping[RecordId, DateGiven]) -> Iterator[str]:
    own = [name for name in _STEPS if item.person and getattr(item, f"{name}_by") == item.person]
    if own:
        yield _("By the contributor themselves: {steps}.").format(steps=_named(own))
    days = dates_in(held[item.session]) if item.session in held else ()
    first, last = ("".join(those) for those in (days[:1], days[-1:]))
    late = [name for name in _BEFORE if _is_after(getattr(item, f"{name}_on"), last)]
    if late:
        yield _("Dated after the session: {steps}.").format(steps=_named(late))
    if _is_after(first, item.debriefing_on):
        yield _("The debriefing is dated before the session.")


def _of_payment(work: UnitOfWork, payment: Payment) -> Iterator[str]:
    rows = rows_of(work, payment.session) if payment.session else ()
    theirs = [row for row in rows if row.entry.person == payment.person]
    if theirs and any(row.came for row in rows) and not any(row.came for row in theirs):
        yield _("Paid, though nobody marked them as here at this session.")
    cared = work.records.all(CareItem, session=payment.session) if payment.session else []
    bases = {one.basis for one in cared if one.person == payment.person}
    if bases and bases <= _WITHOUT:
        said = ", ".join(sorted(choice_words(basis) for basis in bases))
        yield _("Paid, though what was agreed under Care is: {basis}.").format(basis=said)


def _named(steps: list[str]) -> str:
    return ", ".join(field_words(name, CareItem.__name__) for name in steps)


def _is_after(one: str, other: str) -> bool:
    """Whether a day is surely later, as far as both are known; never where either has no year."""
    known = bool(one and other) and not any(day.startswith(NO_YEAR) for day in (one, other))
    shared = min(len(one), len(other))
    return known and one[:shared] > other[:shared]
