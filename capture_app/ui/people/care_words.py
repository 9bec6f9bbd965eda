"""What is said of a care file: what goes in, what was written, what came."""

from __future__ import annotations

from collections.abc import Mapping

from capture_app.services.care_in import CareBrought
from capture_app.services.care_out import CareReceipt
from capture_app.ui.when import size_words, when
from capture_app.words import _, n_


def counts_words(counts: Mapping[str, int]) -> str:
    """ "2 needs, 1 group wish, 4 notes on care, 3 payments"; what there is none of is left out."""
    return ", ".join(words for kind, words in _told(counts) if counts.get(kind)) or _("Nothing yet")


def _told(counts: Mapping[str, int]) -> tuple[tuple[str, str], ...]:
    """How many of each kind, in words, in the order of the registers."""
    return (
        ("Need", n_("{count} need", "{count} needs", counts.get("Need", 0))),
        ("GroupWish", n_("{count} group wish", "{count} group wishes", counts.get("GroupWish", 0))),
        ("CareItem", n_("{count} note on care", "{count} notes on care", counts.get("CareItem", 0))),
        ("Payment", n_("{count} payment", "{count} payments", counts.get("Payment", 0))),
        (
            "Involvement",
            n_("{count} note on involvement", "{count} notes on involvement", counts.get("Involvement", 0)),
        ),
        ("Contact", n_("{count} contact", "{count} contacts", counts.get("Contact", 0))),
        ("Interview", n_("{count} interview", "{count} interviews", counts.get("Interview", 0))),
        (
            "ContributorReport",
            n_("{count} report", "{count} reports", counts.get("ContributorReport", 0)),
        ),
    )


def stays_words(for_evaluator: Mapping[str, int]) -> str:
    """What an ordinary care file leaves out, since it is for the evaluator; empty where there is none."""
    if not for_evaluator:
        return ""
    return _("Stays here: {counts}. Only a file for the evaluator carries that.").format(
        counts=counts_words(for_evaluator)
    )


def aside_words(count: int) -> str:
    """The tick that sends lines along that are set aside."""
    return n_("Also {count} line set aside as sensitive", "Also {count} lines set aside as sensitive", count)


def receipt_words(receipt: CareReceipt) -> tuple[str, ...]:
    """What was written, what went in, what stayed, and what to tell whoever it is for."""
    written = _("Written for {name} and read back: {file}, {size}.").format(
        name=receipt.for_whom, file=receipt.path, size=size_words(receipt.size)
    )
    goes = _("In it: {counts}.").format(counts=counts_words(receipt.counts))
    if receipt.aside:
        goes = f"{goes} {_came_aside(receipt.aside)}"
    stays = n_(
        "{count} line set aside stays here.", "{count} lines set aside stay here.", receipt.aside_stays
    )
    left = _("Not in it: {counts}.").format(counts=counts_words(receipt.stays)) if receipt.stays else ""
    number = _("Check number to read out: {number}").format(number=receipt.check_number)
    told = (written, goes, left, stays if receipt.aside_stays else "", number)
    return tuple(words for words in told if words)


def brought_words(brought: CareBrought) -> tuple[str, ...]:
    """From whom it is and what it brings, before anything is changed."""
    whence = _("For {name}, from {laptop}, {when}.").format(
        name=brought.for_whom, when=when(brought.made), laptop=brought.sender
    )
    holds = _("In it: {counts}.").format(counts=counts_words(brought.counts))
    told = [whence, f"{holds} {_came_aside(brought.aside)}" if brought.aside else holds]
    if brought.conflicts:
        told.append(_conflict_words(brought))
    if brought.unknown:
        told.append(_unknown_words(brought))
    if brought.erased:
        told.append(
            n_(
                "{count} record here loses its words, since they were erased there.",
                "{count} records here lose their words, since they were erased there.",
                brought.erased,
            )
        )
    return tuple(told)


def _conflict_words(brought: CareBrought) -> str:
    """An observer settles nothing: that is done where it was written."""
    if brought.only_reads:
        return n_(
            "In {count} field two versions will stand, until the project lead settles it and writes the file anew.",
            "In {count} fields two versions will stand, until the project lead settles them and writes the file anew.",
            brought.conflicts,
        )
    return n_(
        "In {count} field two versions will stand; both are kept until you settle it.",
        "In {count} fields two versions will stand; both are kept until you settle them.",
        brought.conflicts,
    )


def _unknown_words(brought: CareBrought) -> str:
    """To an observer no bundle comes that would bring names."""
    if brought.only_reads:
        return n_(
            "{count} contributor is not named on this laptop.",
            "{count} contributors are not named on this laptop.",
            brought.unknown,
        )
    return n_(
        "{count} person it is about is not known here yet. Their name comes with the next bundle.",
        "{count} people it is about are not known here yet. Their names come with the next bundle.",
        brought.unknown,
    )


def taken_words(brought: CareBrought) -> str:
    """What became of it."""
    return n_(
        "{count} record is new or changed here.", "{count} records are new or changed here.", brought.updated
    )


def _came_aside(count: int) -> str:
    return n_(
        "And {count} line set aside: it stands in the list of such lines and nowhere else.",
        "And {count} lines set aside: they stand in the list of such lines and nowhere else.",
        count,
    )
