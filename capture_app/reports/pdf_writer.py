"""A document as PDF: a sentence on top of every page if there is one, "2 of 7" at its foot, an outline.

Equal documents give equal bytes: no time, no name of a machine or of a person goes into the file. It is not
tagged, so it is not an accessible PDF; the page and the Word document are the accessible ones.
"""

from collections.abc import Iterator
from functools import partial
from io import BytesIO
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFInfo, PDFName, PDFString
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    CallerMacro,
    Frame,
    HRFlowable,
    KeepInFrame,
    PageTemplate,
    Paragraph,
)

from capture_app.reports.blocks import Prose, Report, Tone, words_of
from capture_app.reports.house_style import PLAIN, HouseStyle
from capture_app.reports.palette import INK
from capture_app.reports.pdf_story import HeadingLine, story_of
from capture_app.reports.pdf_styles import PdfLook, look_of
from capture_app.reports.pdf_text import UNKNOWN, drawable, markup
from capture_app.reports.places import BETWEEN
from capture_app.reports.wording import cleaned
from capture_app.words import _

PROGRAM = "Workshop Capture"
LANGUAGE = "en-GB"
TOP, BOTTOM = 14 * mm, 22 * mm
FOOT_AT = BOTTOM - 11 * mm
LONGEST_FOOT = 200
"""Letters of the title that could stand in the foot at most."""

HEADER_MOST = 40 * mm
"""The most the sentence on top may take, in points; a longer one is set smaller."""

Flowable = Any


def pdf_of(report: Report, style: HouseStyle = PLAIN) -> bytes:
    """The document as a PDF file. Raises OSError if a font is missing."""
    return _Setting(report, style).run()


class _UndatedInfo(PDFInfo):  # type: ignore[misc]  # reportlab has no types
    """What a PDF says of itself, without a time and without an author."""

    def format(self, document: Any) -> Any:
        """The dictionary, as reportlab writes it."""
        said = {
            "Title": PDFString(self.title),
            "Creator": PDFString(PROGRAM),
            "Producer": PDFString(self.producer),
        }
        return PDFDictionary({**said, "Trapped": PDFName("False")}).format(document)


def _undated(*args: Any, **settings: Any) -> Canvas:
    canvas = Canvas(*args, **settings)
    canvas._doc.info = _UndatedInfo()
    return canvas


class _Setting:
    """One setting of a document."""

    def __init__(self, report: Report, style: HouseStyle) -> None:
        self._report, self._style, self._look = report, style, look_of(style)
        self._top = _on_top(report.every_page, self._look)
        said = BETWEEN.join(part for part in (report.title, style.foot) if part)
        self._foot = _one_line(said, self._look)
        self._outlined = 0

    def run(self) -> bytes:
        """Set it; gives the file."""
        file, look = BytesIO(), self._look
        template = BaseDocTemplate(
            file,
            title=drawable(self._report.title),
            lang=LANGUAGE,
            invariant=1,
            displayDocTitle=1,
            initialFontName=look.regular,
            pagesize=(look.page_width, look.page_height),
            pageTemplates=[PageTemplate("page", [self._frame()], onPage=self._around)],
        )
        template.afterFlowable = partial(self._outline, template)
        story = [*self._begin(), *story_of(self._report.blocks, look), CallerMacro(self._number_pages)]
        template.build(story, canvasmaker=_undated)
        return file.getvalue()

    def _frame(self) -> Frame:
        look = self._look
        top = TOP + (self._top[1] + 6 * mm if self._top else 6 * mm)
        return Frame(look.margin, BOTTOM, look.width, look.page_height - top - BOTTOM, 0, 0, 0, 0)

    def _around(self, canvas: Canvas, template: BaseDocTemplate) -> None:
        """The sentence on top of a page, and its foot."""
        look = self._look
        if self._top:
            sentence, high = self._top
            sentence.drawOn(canvas, look.margin, look.page_height - TOP - high)
        canvas.setStrokeColor(HexColor(INK.border))
        canvas.setLineWidth(0.5)
        canvas.line(look.margin, BOTTOM - 5 * mm, look.page_width - look.margin, BOTTOM - 5 * mm)
        foot = Paragraph(markup(self._foot), look.foot)
        foot.wrap(look.width, look.page_height)
        foot.drawOn(canvas, look.margin, FOOT_AT)
        canvas.doForm(_form(template.page))

    def _outline(self, template: BaseDocTemplate, flowable: Flowable) -> None:
        """Put a heading that was just set into the outline."""
        if isinstance(flowable, HeadingLine) and flowable.heading:
            self._outlined += 1
            key, heading = f"h{self._outlined}", flowable.heading
            template.canv.bookmarkPage(key)
            template.canv.addOutlineEntry(drawable(heading.text), key, heading.level - 1, closed=False)

    def _begin(self) -> Iterator[Flowable]:
        """The title and what stands around it."""
        look, report = self._look, self._report
        for words in (self._style.organisation, report.above):
            if words:
                yield Paragraph(markup(words), look.above)
        yield Paragraph(markup(report.title), look.title)
        yield Paragraph(markup(report.below), look.below)
        yield HRFlowable(width="100%", thickness=1.2, color=look.accent, spaceBefore=2, spaceAfter=2)
        if any(drawable(text) != cleaned(text) for text in words_of(report)):
            said = _("{mark} stands for characters that this PDF cannot show; the Word document shows them.")
            yield from story_of([Prose(said.format(mark=UNKNOWN), Tone.QUIET)], look)

    def _number_pages(self, end: Flowable) -> None:
        """Now that the last page is being set, say on every page how many there are."""
        pages, look = end.canv.getPageNumber(), self._look
        for page in range(1, pages + 1):
            end.canv.beginForm(_form(page), 0, 0, look.page_width, look.page_height)
            number = Paragraph(markup(_("{page} of {pages}").format(page=page, pages=pages)), look.foot_right)
            number.wrap(look.width, look.foot_right.leading)
            number.drawOn(end.canv, look.margin, FOOT_AT)
            end.canv.endForm()


def _on_top(sentence: str, look: PdfLook) -> tuple[Flowable, float] | None:
    """The sentence for every page and its height in points."""
    if not sentence:
        return None
    paragraph = Paragraph(markup(sentence), look.every_page)
    fitted = KeepInFrame(look.width, HEADER_MOST, [paragraph], mode="shrink")
    return fitted, fitted.wrapOn(None, look.width, HEADER_MOST)[1]


def _one_line(text: str, look: PdfLook) -> str:
    """As much of a text as fits on the one line of the foot."""
    line = " ".join(drawable(text[:LONGEST_FOOT]).split())
    shown, width, style = line, look.width - 30 * mm, look.foot
    while stringWidth(shown, style.fontName, style.fontSize) > width:
        line = line[:-1]
        shown = f"{line.rstrip()}…"
    return shown


def _form(page: int) -> str:
    """The name of the piece that holds a page's number."""
    return f"page{page}"
