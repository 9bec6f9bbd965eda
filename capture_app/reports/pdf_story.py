"""The blocks of a document as what a PDF page is filled with, so cut that nothing is torn from its heading."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, KeepTogether, Paragraph

from capture_app.reports.blocks import Block, Bullets, Heading, Notice, Numbered, Prose, Table, Tone
from capture_app.reports.pdf_styles import BULLET, CAPTION, HEADINGS, NUMBERED, PAGE_HEIGHT, PROSE, WIDTH
from capture_app.reports.pdf_tables import grid_of, notice_of
from capture_app.reports.pdf_text import markup

SMALL = 75 * mm
"""What takes no more than this stays on one page, in points."""

ENOUGH = 32 * mm
"""What has to follow a heading on its page, in points."""

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


def story_of(blocks: Iterable[Block]) -> list[Flowable]:
    """What fills the pages, in order."""
    story: list[Flowable] = []
    for openers, rest in _units(blocks):
        begin = [flowable for block in openers for flowable in _flowables(block)]
        follow = [flowable for block in rest for flowable in _flowables(block)]
        if _height(begin + follow) <= SMALL:
            story.append(KeepTogether(begin + follow))
        else:
            story.extend([CondPageBreak(min(_height(begin) + ENOUGH, SMALL)), *begin, *follow])
    return story


def _units(blocks: Iterable[Block]) -> Iterator[tuple[list[Block], list[Block]]]:
    """What belongs together: headings and a statement with what follows, and the remarks after that."""
    openers: list[Block] = []
    rest: list[Block] = []
    for block in blocks:
        if rest and not _is_remark(block):
            yield openers, rest
            openers, rest = [], []
        if not rest and (isinstance(block, Heading | Numbered) or _introduces(block, openers)):
            openers.append(block)
        else:
            rest.append(block)
    if openers or rest:
        yield openers, rest


def _is_remark(block: Block) -> bool:
    """Whether a block only says more about the one before it."""
    return isinstance(block, Notice) or (isinstance(block, Prose) and block.tone is not Tone.PLAIN)


def _introduces(block: Block, openers: Sequence[Block]) -> bool:
    """Whether a block is a remark straight under a heading, on what follows."""
    return bool(openers) and isinstance(openers[-1], Heading) and _is_remark(block)


def _flowables(block: Block) -> list[Flowable]:
    match block:
        case Heading():
            line = HeadingLine(markup(block.text), HEADINGS[block.level])
            line.heading = block
            return [line]
        case Prose(text=text, tone=tone):
            return [Paragraph(markup(text), PROSE[tone])]
        case Numbered(number=number, text=text):
            return [Paragraph(markup(text), NUMBERED, bulletText=str(number))]
        case Bullets(items=items):
            return [Paragraph(markup(item), BULLET, bulletText="•") for item in items]
        case Notice():
            return [notice_of(block)]
        case Table(caption=caption):
            return [Paragraph(markup(caption), CAPTION), grid_of(block)]


def _height(flowables: Iterable[Flowable]) -> float:
    """How tall these are one below the other, in points."""
    heights = (
        flowable.wrap(WIDTH, PAGE_HEIGHT)[1] + flowable.getSpaceBefore() + flowable.getSpaceAfter()
        for flowable in flowables
    )
    return float(sum(heights))
