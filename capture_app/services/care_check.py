"""What may be in a care file, and from whom: asked before anything of it is taken in."""

from collections import Counter
from collections.abc import Mapping, Sequence

from capture_app.domain.errors import Refused
from capture_app.domain.plain import read_plain
from capture_app.domain.records import (
    CareItem,
    Contact,
    ContributorReport,
    GroupWish,
    Interview,
    Involvement,
    Need,
    Payment,
    SetAside,
)
from capture_app.domain.revision import Revision
from capture_app.domain.vocabulary import Role
from capture_app.exchange.manifest import fingerprint
from capture_app.exchange.parcel import Parcel
from capture_app.services.losing import check_not_lost
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.store.withheld import HANGS_ON
from capture_app.words import _

FOR_CARE = frozenset(kind.__name__ for kind in (CareItem, Contact, GroupWish, Involvement, Need, Payment))
"""What an ordinary care file carries."""

FOR_EVALUATOR = frozenset(kind.__name__ for kind in (ContributorReport, Interview))
"""What contributors say of how they were worked with: a file for the evaluator carries it, and no other (I3, I4)."""

CARED = FOR_CARE | FOR_EVALUATOR
"""What is taken in. Why a session was closed with care open (`CareLeftOpen`) is each laptop's own, and stays."""


def check_care(work: UnitOfWork, parcel: Parcel) -> None:
    """Whether this is a care file of this consultation, from somebody this workspace knows, and nothing besides.

    An observer takes in what is for the evaluator, and nothing else (I3).
    """
    if parcel.care is None:
        raise Refused(
            _("This is no care file. Nothing was changed. Bundles and session packs are added under Bundles.")
        )
    if (parcel.project, parcel.consultation) != (
        fingerprint(work.facts.get("lead_key")),
        work.facts.get("consultation"),
    ):
        raise Refused(_("This care file belongs to another consultation. Nothing was changed."))
    check_not_lost(work, parcel.signer)
    if parcel.signer not in {trusted.key for trusted in work.facts.trusted()}:
        raise Refused(
            _(
                "This care file is signed by a laptop that is not known here. Nothing was changed. Ask whoever gave it "
                "to you where it was made."
            )
        )
    if not _only_in_confidence(parcel.revisions):
        raise Refused(
            _("This care file holds more than a care file may. Nothing was changed. Ask for a new one.")
        )
    if only_reads(work) and not {one.kind for one in parcel.revisions} <= FOR_EVALUATOR:
        raise not_for_evaluator()


def only_reads(work: UnitOfWork) -> bool:
    """Whether this is an observer's workspace: what comes in confidence is read there, and changed nowhere but at the
    project lead's.
    """
    return work.author.role == Role.OBSERVER.value


def not_for_evaluator() -> Refused:
    """What is said of any other file on an observer's laptop."""
    return Refused(
        _(
            "This file is not for the evaluator, and an observer takes in no other. Nothing was changed. Ask the "
            "project lead for one that carries reports and interviews."
        )
    )


def _only_in_confidence(revisions: Sequence[Revision]) -> bool:
    """Whether all of it is about care, or is set aside by a mark in the same file."""
    marks = [_said(one) for one in revisions if one.kind == SetAside.__name__]
    named = {str(mark.get("record", "")) for mark in marks} - {""}
    for one in revisions:
        ends = {str(_said(one).get(field, "")) for field in HANGS_ON.get(one.kind, ())}
        own = one.kind in CARED or one.kind == SetAside.__name__
        # An emptied link says no longer what it hangs on; it brings no words either.
        if not (own or one.record in named or ends & named or (one.empty and one.kind in HANGS_ON)):
            return False
    return True


def _said(revision: Revision) -> Mapping[str, object]:
    return read_plain(revision.body) if revision.body else {}


def counts_by_kind(revisions: Sequence[Revision]) -> dict[str, int]:
    """Records by kind that are in the file."""
    records = {(one.kind, one.record) for one in revisions if one.kind in CARED}
    return dict(sorted(Counter(kind for kind, _record in records).items()))
