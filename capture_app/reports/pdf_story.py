"""The blocks of a document as what a PDF page is filled with, so cut that nothing is torn from its heading."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, KeepTogether, PageBreak, Paragraph

from capture_app.reports.blocks import (
    Block,
    Bullets,
    Heading,
    NewPage,
    Notice,
    Numbered,
    Prose,
    Table,
    Ticks,
    Tone,
    Writing,
)
from capture_app.reports.palette import INK
from capture_app.reports.pdf_marks import RuledLine, TickLine, TickRow
from capture_app.reports.pdf_styles import PdfLook
from capture_app.reports.pdf_tables import Grid, grid_of, notice_of
from capture_app.reports.pdf_text import markup

SMALL = 75 * mm
"""What takes no more than this stays on one page, in points."""

MOST = 0.6
"""What may at most have to stand on one page, as a share of its height."""

ENOUGH: float = 32 * mm
"""What has to follow a heading on its page at least, in points."""

Flowable = Any


class HeadingLine(Paragraph):  # type: ignore[misc]  # reportlab has no types
    """A heading that also stands in the outline."""

    heading: Heading | None = None

    def split(self, width: float, height: float) -> list[Any]:
        """The parts of one too tall for what is left of a page; the first stands in the outline."""
        parts: list[Any] = super().split(width, height)
        for part in parts[:1]:
            part.heading = self.heading
        return parts


def story_of(blocks: Iterable[Block], look: PdfLook) -> list[Flowable]:
    """What fills the pages, in order."""
    story: list[Flowable] = []
    for openers, rest in _units(blocks):
        begin = [flowable for block in openers for flowable in _flowables(block, look)]
        follow = [flowable for block in rest for flowable in _flowables(block, look)]
        opened = _height(begin, look, MOST * look.page_height)
        if opened + _height(follow, look) <= SMALL:
            story.append(KeepTogether(begin + follow))
        else:
            room = min(opened + _enough(follow, look), MOST * look.page_height)
            story.extend([CondPageBreak(room), *begin, *follow])
    return story


def _enough(follow: Sequence[Flowable], look: PdfLook) -> float:
    """What has to stand on a page below a heading: of a table its caption and its first row."""
    for at, flowable in enumerate(follow[:2]):
        if isinstance(flowable, Grid):
            least: float = flowable.least
            return max(ENOUGH, _height(follow[:at], look) + least)
    return ENOUGH


def _units(blocks: Iterable[Block]) -> Iterator[tuple[list[Block], list[Block]]]:
    """What belongs together: headings and a statement with what follows, and the remarks after that."""
    openers: list[Block] = []
    rest: list[Block] = []
    for block in blocks:
        if rest and not _goes_on(block):
            yield openers, rest
            openers, rest = [], []
        if not rest and (isinstance(block, Heading | Numbered) or _introduces(block, openers)):
            openers.append(block)
        else:
            rest.append(block)
    if openers or rest:
        yield openers, rest


def _goes_on(block: Block) -> bool:
    """Whether a block only says more about the one before it, or is room to answer it."""
    return (_is_remark(block) and not _begins(block)) or isinstance(block, Ticks | Writing)


def _begins(block: Block) -> bool:
    """Whether a block is a notice to which what follows belongs."""
    return isinstance(block, Notice) and block.begins


def _is_remark(block: Block) -> bool:
    return isinstance(block, Notice) or (isinstance(block, Prose) and block.tone is not Tone.PLAIN)


def _introduces(block: Block, openers: Sequence[Block]) -> bool:
    """Whether a block is a remark straight under a heading or question, on what follows; or tells what is asked of."""
    return _begins(block) or (
        bool(openers) and isinstance(openers[-1], Heading | Numbered) and _is_remark(block)
    )


def _flowables(block: Block, look: PdfLook) -> list[Flowable]:
    match block:
        case Heading():
            line = HeadingLine(markup(block.text), look.headings[block.level])
            line.heading = block
            return [line]
        case Prose(text=text, tone=tone):
            return [Paragraph(markup(text), look.prose[tone])]
        case Numbered():
            said = [Paragraph(markup(block.help), look.help)] if block.help else []
            return [_numbered(block, look), *said]
        case Bullets(items=items):
            return [Paragraph(markup(item), look.bullet, bulletText="•") for item in items]
        case Notice():
            return [notice_of(block, look)]
        case Table(caption=caption):
            return [Paragraph(markup(caption), look.caption), grid_of(block, look)]
    return _to_fill_in(block, look)


def _to_fill_in(block: Ticks | Writing | NewPage, look: PdfLook) -> list[Flowable]:
    match block:
        case Ticks(options=options) if block.in_a_row:
            return [TickRow(options, look)]
        case Ticks(options=options):
            return [TickLine(option, look) for option in options]
        case Writing(lines=lines, label=label):
            indent = look.numbered.leftIndent
            said = [Paragraph(f'<para leftIndent="{indent}">{markup(label)}</para>', look.label)]
            return [*(said if label else []), *(RuledLine(indent) for _line in range(lines))]
        case NewPage():
            return [PageBreak()]


def _numbered(block: Numbered, look: PdfLook) -> Flowable:
    words = markup(block.text)
    if block.mark:
        words += f' <font size="8" color="{INK.quiet}">[{markup(block.mark)}]</font>'
    return Paragraph(words, look.numbered, bulletText=str(block.number))


def _height(flowables: Iterable[Flowable], look: PdfLook, most: float = SMALL) -> float:
    """How tall these are one below the other, in points; no more is measured than matters."""
    height = 0.0
    for flowable in flowables:
        height += flowable.getSpaceBefore() + flowable.getSpaceAfter()
        height += flowable.wrap(look.width, look.page_height)[1]
        if height > most:
            break
    return height
