"""The chapter on written feedback, and what has to be said of it beside other numbers (G3, G4)."""

from collections.abc import Iterator

from capture_app.reports.blocks import Block, Cell, Heading, Notice, Prose, Row, Table, Tone
from capture_app.reports.choices import choice_words
from capture_app.reports.respondents import confidential_words
from capture_app.reports.telling_evidence import evidence_table
from capture_app.reports.written import Decided, WrittenFeedback, Wrote
from capture_app.words import _, n_


def decided_words(one: Decided) -> str:
    """Why, when and by whom it was decided; what nobody wrote down is said to be missing."""
    unknown = _("not recorded")
    told = _("Why: {reason} Decided on: {day}. By: {who}.")
    reason = one.reason or _("not recorded.")
    ended = reason if reason.endswith((".", "?", "…")) else f"{reason}."
    return told.format(reason=ended, day=one.day or unknown, who=one.by or unknown)


def double_told(written: WrittenFeedback) -> Iterator[Block]:
    """Beside the numbers of who was there, that responses are not added to them (G3)."""
    if written.twice:
        yield Prose(written.twice, Tone.WARN)


def written_told(written: WrittenFeedback) -> Iterator[Block]:
    """A part of its own; with the decision that folds it in, the lines stand with the others and who wrote here."""
    if not written.responses:
        return
    yield Heading(_("Written feedback"))
    yield Prose(confidential_words(), Tone.QUIET)
    if written.folded:
        said = " ".join(map(decided_words, written.folded))
        yield Notice(_("Folded into this synthesis, as too few to be looked at alone"), said)
        yield Prose(_("At each line stands that it is written feedback, and of whom."))
    yield Table(
        caption=_("Responses about this session: {count} (computed)").format(count=len(written.responses)),
        header=(
            _("From"),
            _("Answered as"),
            _("How it came"),
            _("Received"),
            _("Was also there"),
            _("Lines"),
        ),
        rows=tuple(map(_row, written.responses)),
        widths=(0.28, 0.2, 0.14, 0.16, 0.14, 0.08),
        numbers=frozenset({5}),
        short=_("Written feedback"),
    )
    if written.twice:
        yield Prose(written.twice, Tone.WARN)
    if not written.folded:
        yield from _by_itself(written)


def _by_itself(written: WrittenFeedback) -> Iterator[Block]:
    yield Prose(_("Nobody decided to fold it in, so it is told here by itself and among no groups."))
    for one in written.responses:
        if one.lines:
            count = n_("{count} line", "{count} lines", len(one.lines))
            caption = _("{from_whom}: {count} (computed)")
            yield evidence_table(caption.format(from_whom=one.code, count=count), one.lines)


def _row(one: Wrote) -> Row:
    return (
        Cell(one.code),
        Cell(choice_words(one.answered_as)),
        Cell(choice_words(one.way)),
        Cell(one.received or _("Not recorded")),
        Cell(choice_words(one.attended)),
        Cell(str(len(one.lines))),
    )
