"""A document for Word and other office programs: real headings, marked header rows, captions, British English.

Equal documents give equal bytes: no time, no name of a machine or of a person goes into the file.
"""

import re
from collections.abc import Iterable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document as WordDocument
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from capture_app.reports.blocks import (
    Block,
    Bullets,
    Heading,
    NewPage,
    Notice,
    Numbered,
    Prose,
    Report,
    Table,
    Ticks,
    Tone,
    Writing,
)
from capture_app.reports.docx_base import add_paragraph, empty_document
from capture_app.reports.docx_styles import (
    HELP,
    NOTICE,
    REMARK,
    STATEMENT,
    TICK_LINE,
    WARNING,
    WRITING,
    hexadecimal,
)
from capture_app.reports.docx_tables import TICK, add_field, add_table
from capture_app.reports.house_style import PLAIN, HouseStyle
from capture_app.reports.palette import INK
from capture_app.reports.places import BETWEEN
from capture_app.reports.wording import cleaned
from capture_app.words import _

LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The time every part of the file carries: the earliest a zip file can say."""

_STYLES = {Tone.PLAIN: "Normal", Tone.QUIET: REMARK, Tone.WARN: WARNING}


def docx_of(report: Report, style: HouseStyle = PLAIN) -> bytes:
    """The document as a DOCX file."""
    document = empty_document(cleaned(report.title), style)
    _set_around(document, report, style)
    for words in (style.organisation, report.above):
        if words:
            add_paragraph(document, cleaned(words), "Subtitle")
    add_paragraph(document, cleaned(report.title), "Title")
    add_paragraph(document, cleaned(report.below), "Subtitle")
    _add_blocks(document, report.blocks, style)
    file = BytesIO()
    document.save(file)
    return _undated(file)


def _set_around(document: WordDocument, report: Report, style: HouseStyle) -> None:
    """The sentence on top of every page, and at its foot the title and "2 of 7"."""
    section = document.sections[0]
    section.header.paragraphs[0].add_run(cleaned(report.every_page))
    foot = section.footer.paragraphs[0]
    foot.paragraph_format.tab_stops.clear_all()
    foot.paragraph_format.tab_stops.add_tab_stop(Mm(style.text_mm), WD_TAB_ALIGNMENT.RIGHT)
    said = BETWEEN.join(part for part in (report.title, style.foot) if part)
    foot.add_run(" ".join(cleaned(said).split()) + "\t")
    fields = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
    for part in re.split(r"(\{pages?\})", _("{page} of {pages}")):
        if part in fields:
            add_field(foot, fields[part], "1")
        else:
            foot.add_run(part)


def _add_blocks(document: WordDocument, blocks: Iterable[Block], style: HouseStyle) -> None:
    tables = 0
    before: Block | None = None
    unended: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Table):
            tables += 1
            add_table(document, block, tables, style.text_mm)
        else:
            added = _add(document, block, style)
            _join_on(before, block, added)
            if isinstance(block, Ticks | Writing):
                _hold_together(unended)
                unended = added
        if not isinstance(block, Ticks | Writing):
            unended = []
        before = block


def _join_on(before: Block | None, block: Block, paragraphs: Iterable[Paragraph]) -> None:
    """A remark straight under a heading stays with what follows; text after a table keeps its distance."""
    for paragraph in list(paragraphs)[:1]:
        if isinstance(before, NewPage):
            paragraph.paragraph_format.page_break_before = True
        if isinstance(before, Heading) and isinstance(block, Prose):
            paragraph.paragraph_format.keep_with_next = block.tone is not Tone.PLAIN
        if isinstance(before, Table) and not isinstance(block, Heading | Numbered):
            paragraph.paragraph_format.space_before = Pt(8)


def _hold_together(paragraphs: Iterable[Paragraph]) -> None:
    """Room to answer stays on the page of what comes after it."""
    for paragraph in paragraphs:
        paragraph.paragraph_format.keep_with_next = True


def _add(document: WordDocument, block: Block, style: HouseStyle) -> list[Paragraph]:
    """What is not a table, as paragraphs."""
    match block:
        case Heading(text=text, level=level):
            return [add_paragraph(document, cleaned(text), f"Heading {level}")]
        case Prose(text=text, tone=tone):
            return [add_paragraph(document, cleaned(text), _STYLES[tone])]
        case Bullets(items=items):
            return [add_paragraph(document, cleaned(item), "List Bullet") for item in items]
        case Numbered():
            question = _statement(document, block, style)
            said = [add_paragraph(document, cleaned(block.help), HELP)] if block.help else []
            return [question, *said]
        case Notice():
            return [_notice(document, block)]
    return _to_fill_in(document, block)


def _to_fill_in(document: WordDocument, block: Block) -> list[Paragraph]:
    """Room for a pen."""
    match block:
        case Ticks(options=options) if block.in_a_row:
            # Spaces that do not break keep a box with its words.
            choices = (f"{TICK} {cleaned(option)}".replace(" ", "\u00a0") for option in options)
            return [add_paragraph(document, "    ".join(choices), TICK_LINE)]
        case Ticks(options=options):
            return [add_paragraph(document, f"{TICK}\t{cleaned(option)}", TICK_LINE) for option in options]
        case Writing(lines=lines, label=label):
            words = [cleaned(label), *("" for _line in range(lines - 1))]
            room = [add_paragraph(document, one, WRITING) for one in words]
            _hold_together(room[:-1])
            return room
    return []


def _statement(document: WordDocument, block: Numbered, style: HouseStyle) -> Paragraph:
    paragraph = add_paragraph(document, "", STATEMENT)
    number = paragraph.add_run(f"{block.number}\t")
    number.bold = True
    number.font.color.rgb = RGBColor.from_string(hexadecimal(style.accent))
    paragraph.add_run(cleaned(block.text))
    if block.mark:
        mark = paragraph.add_run(f"  [{cleaned(block.mark)}]")
        mark.font.size = Pt(8)
        mark.font.color.rgb = RGBColor.from_string(hexadecimal(INK.quiet))
    return paragraph


def _notice(document: WordDocument, block: Notice) -> Paragraph:
    paragraph = add_paragraph(document, "", NOTICE)
    paragraph.add_run(cleaned(block.title)).bold = True
    if block.text:
        paragraph.add_run(f"\n{cleaned(block.text)}")
    return paragraph


def _undated(file: BytesIO) -> bytes:
    """The same file with one time for all its parts, so that it tells nothing of when it was made."""
    made = BytesIO()
    with ZipFile(file) as parts, ZipFile(made, "w", ZIP_DEFLATED) as whole:
        for part in parts.infolist():
            whole.writestr(ZipInfo(part.filename, LONG_AGO), parts.read(part), ZIP_DEFLATED)
    return made.getvalue()
