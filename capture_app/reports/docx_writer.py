"""A document for Word and other office programs: real headings, marked header rows, captions, British English.

Equal documents give equal bytes: no time, no name of a machine or of a person goes into the file.
"""

import re
from collections.abc import Iterable
from io import BytesIO

from docx.document import Document as WordDocument
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Mm

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
from capture_app.reports.docx_base import empty_document, fill, read
from capture_app.reports.docx_styles import (
    HELP,
    NOTICE,
    REMARK,
    STATEMENT,
    TICK_LINE,
    WARNING,
    WRITING,
)
from capture_app.reports.docx_tables import TICK, table_xml
from capture_app.reports.docx_words import TAB, Par, field, run
from capture_app.reports.house_style import PLAIN, HouseStyle
from capture_app.reports.palette import INK
from capture_app.reports.places import BETWEEN
from capture_app.reports.undated import undated
from capture_app.reports.wording import cleaned
from capture_app.words import _

AFTER_A_TABLE = 8
"""Points."""

_STYLES = {Tone.PLAIN: "Normal", Tone.QUIET: REMARK, Tone.WARN: WARNING}


def docx_of(report: Report, style: HouseStyle = PLAIN) -> bytes:
    """The document as a DOCX file."""
    document = empty_document(cleaned(report.title), style)
    _set_around(document, report, style)
    above = [Par("Subtitle", run(words)) for words in (style.organisation, report.above) if words]
    title = [Par("Title", run(report.title)), Par("Subtitle", run(report.below))]
    begun = "".join(one.xml() for one in (*above, *title))
    fill(document, begun + _blocks(report.blocks, style))
    file = BytesIO()
    document.save(file)
    return undated(file)


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
            foot._p.extend(read(field(fields[part], "1")))
        else:
            foot.add_run(part)


def _blocks(blocks: Iterable[Block], style: HouseStyle) -> str:
    tables = 0
    before: Block | None = None
    unended: list[Par] = []
    written: list[Par | str] = []
    for block in blocks:
        if isinstance(block, Table):
            tables += 1
            written.append(table_xml(block, tables, style.text_mm, style.accent))
        else:
            added = _paragraphs(block, style)
            _join_on(before, block, added)
            written += added
            if isinstance(block, Ticks | Writing):
                _hold_together(unended)
                unended = added
        if not isinstance(block, Ticks | Writing):
            unended = []
        before = block
    return "".join(one if isinstance(one, str) else one.xml() for one in written)


def _join_on(before: Block | None, block: Block, paragraphs: Iterable[Par]) -> None:
    """A remark straight under a heading stays with what follows; text after a table keeps its distance."""
    for paragraph in list(paragraphs)[:1]:
        if isinstance(before, NewPage):
            paragraph.new_page = True
        if isinstance(before, Heading) and isinstance(block, Prose):
            paragraph.held = block.tone is not Tone.PLAIN
        if isinstance(before, Table) and not isinstance(block, Heading | Numbered):
            paragraph.above = AFTER_A_TABLE


def _hold_together(paragraphs: Iterable[Par]) -> None:
    """Room to answer stays on the page of what comes after it."""
    for paragraph in paragraphs:
        paragraph.held = True


def _paragraphs(block: Block, style: HouseStyle) -> list[Par]:
    """What is not a table."""
    match block:
        case Heading(text=text, level=level):
            return [Par(f"Heading {level}", run(text))]
        case Prose(text=text, tone=tone):
            return [Par(_STYLES[tone], run(text))]
        case Bullets(items=items):
            return [Par("List Bullet", run(item)) for item in items]
        case Numbered():
            return [_statement(block, style), *([Par(HELP, run(block.help))] if block.help else [])]
        case Notice():
            said = run(f"\n{block.text}") if block.text else ""
            return [Par(NOTICE, run(block.title, bold=True) + said)]
    return _to_fill_in(block)


def _to_fill_in(block: Block) -> list[Par]:
    """Room for a pen."""
    match block:
        case Ticks(options=options) if block.in_a_row:
            # Spaces that do not break keep a box with its words.
            choices = (f"{TICK} {cleaned(option)}".replace(" ", "\u00a0") for option in options)
            return [Par(TICK_LINE, run("    ".join(choices)))]
        case Ticks(options=options):
            return [Par(TICK_LINE, run(TICK) + TAB + run(option)) for option in options]
        case Writing(lines=lines, label=label):
            room = [Par(WRITING, run(one)) for one in (label, *("" for _line in range(lines - 1)))]
            _hold_together(room[:-1])
            return room
    return []


def _statement(block: Numbered, style: HouseStyle) -> Par:
    number = run(str(block.number), bold=True, colour=style.accent)
    mark = run(f"  [{block.mark}]", colour=INK.quiet, size=8) if block.mark else ""
    return Par(STATEMENT, number + TAB + run(block.text) + mark)
