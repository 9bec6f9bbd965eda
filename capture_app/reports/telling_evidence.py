"""The chapter of statements, each with the evidence behind it."""

from collections.abc import Iterable, Iterator

from capture_app.domain.vocabulary import LineKind, Stance
from capture_app.reports.blocks import Block, Cell, Heading, Numbered, Prose, Row, Table, Tone
from capture_app.reports.evidence import Evidence
from capture_app.reports.names import kind_word, permission_words, side_word
from capture_app.reports.places import BETWEEN
from capture_app.reports.synthesis import Section, StatementEntry, SynthesisDocument
from capture_app.reports.wording import words_or
from capture_app.words import _, n_

GLUED = "\u00a0· "
"""Between the parts of a reference, so that no line begins with the dot."""


def statements_told(document: SynthesisDocument) -> Iterator[Block]:
    """Every section of the frame that has statements, in the order of the frame (K1)."""
    yield Heading(_("Statements and their evidence"))
    if not document.statements:
        yield Prose(_("No statement has been written yet."))
    for section in document.sections:
        yield Heading(_section(section), 2)
        for entry in section.statements:
            yield from _statement(entry)
    if document.silent:
        themes = "; ".join(document.silent)
        yield Prose(
            _("The session was meant to bear on this, and nothing is stated: {themes}.").format(themes=themes)
        )


def _section(section: Section) -> str:
    return f"{section.code} {section.label}".strip() or _("Under no section")


def _statement(entry: StatementEntry) -> Iterator[Block]:
    yield Numbered(entry.number, words_or(entry.text, _("(No words stand here.)")))
    if entry.contested:
        yield Prose(_("Two versions of this statement stand; see “Still open”."), Tone.WARN)
    if entry.bare:
        yield Prose(_("No evidence stands behind this statement yet."), Tone.WARN)
    else:
        pieces = n_("{count} piece", "{count} pieces", len(entry.evidence))
        caption = _("Evidence for statement {number}: {pieces} (computed)")
        yield evidence_table(caption.format(number=entry.number, pieces=pieces), entry.evidence)
    if entry.missing:
        yield Prose(
            n_(
                "{count} link leads to evidence that is not in this workspace.",
                "{count} links lead to evidence that is not in this workspace.",
                entry.missing,
            ),
            Tone.WARN,
        )


def evidence_table(caption: str, evidence: Iterable[Evidence]) -> Table:
    """Pieces of evidence: where each stands, its stance and side, and what was written."""
    return Table(
        caption=caption,
        header=(_("Where"), _("Stance"), _("Side"), _("What was written")),
        rows=tuple(map(_row, evidence)),
        widths=(0.21, 0.18, 0.1, 0.51),
    )


def _row(piece: Evidence) -> Row:
    return (
        Cell(piece.reference.replace(BETWEEN, GLUED)),
        Cell(stance=piece.stance),
        Cell(side_word(piece.side)),
        Cell(words_or(piece.text, _("(No words stand here.)")), ", ".join(_remarks(piece))),
    )


def _remarks(piece: Evidence) -> Iterator[str]:
    """What a reader has to know before using the words."""
    if piece.themes:
        yield _("about {themes}").format(themes="; ".join(piece.themes))
    if piece.verdict:
        yield _("the group decided: {verdict}").format(verdict=piece.verdict)
    if piece.priority:
        yield _("matters most to the group")
    if piece.source:
        yield _("see {source}").format(source=piece.source)
    if piece.kind is LineKind.QUOTATION:
        yield _("Quotation, {permission}").format(permission=permission_words(piece.permission))
    elif piece.kind is not LineKind.POINT and not _said_by_stance(piece):
        yield kind_word(piece.kind)
    if piece.hands is not None:
        yield _hands(piece.hands, piece.hands_of)
    yield from _doubts(piece)


def _doubts(piece: Evidence) -> Iterator[str]:
    """Why the words are not all there is to know."""
    if piece.dissent:
        yield _("not everybody agrees")
    if piece.reworded:
        yield _("reworded")
    if piece.removed:
        yield _("removed by one, changed by another")
    if piece.contested:
        yield _("two versions; see “Still open”")


def _said_by_stance(piece: Evidence) -> bool:
    return (piece.kind, piece.stance) == (LineKind.QUESTION, Stance.QUESTION)


def _hands(hands: int, of: int | None) -> str:
    raised = n_("{count} hand", "{count} hands", hands)
    return raised if of is None else _("{hands} of {of}").format(hands=raised, of=of)
