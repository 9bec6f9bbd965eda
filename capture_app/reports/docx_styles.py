"""How paragraphs of a Word document look. Sizes and distances are in points."""

from dataclasses import dataclass
from typing import Any

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from capture_app.reports.house_style import Face, HouseStyle
from capture_app.reports.palette import INK

FONTS = {Face.SANS: "Arial", Face.SERIF: "Times New Roman"}
"""Every office program has these, or ones of the same widths."""

ACCENT = "accent"
"""Stands for the accent colour of the house style."""

HANG = 24
"""How far text stands behind the number of its statement, in points."""

STATEMENT, REMARK, WARNING, NOTICE = "Statement", "Remark", "Warning", "Notice"
HELP, TICK_LINE, WRITING = "Help", "Choice", "Line to write on"
CELL, CELL_NUMBER, CELL_REMARK = "Table text", "Table number", "Table remark"
HEADER_CELL, HEADER_NUMBER = "Table header", "Table header number"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One paragraph style. ground, edge, below: colours behind the text, of a bar at its left, of a line below.

    leading: the exact height of a line, or 0 where it follows from the size.
    """

    name: str
    size: float
    colour: str = INK.text
    bold: bool = False
    right: bool = False
    before: float = 0
    after: float = 0
    indent: float = 0
    hanging: float = 0
    with_next: bool = False
    ground: str = ""
    edge: str = ""
    below: str = ""
    leading: float = 0


LOOKS = (
    Look(name="Normal", size=10.5, after=6),
    Look(name="Title", size=22, bold=True, after=4),
    Look(name="Subtitle", size=10.5, colour=INK.quiet, after=4),
    Look(name="Heading 1", size=15, colour=ACCENT, bold=True, before=20, after=6, with_next=True),
    Look(name="Heading 2", size=12, bold=True, before=14, after=4, with_next=True),
    Look(name="Caption", size=9, colour=INK.quiet, before=6, after=3, with_next=True),
    Look(name="List Bullet", size=10.5, after=3),
    Look(name="Header", size=8.5, colour=INK.warn),
    Look(name="Footer", size=8.5, colour=INK.quiet),
    Look(name=STATEMENT, size=11.5, before=12, after=4, indent=HANG, hanging=HANG, with_next=True),
    Look(name=REMARK, size=9.5, colour=INK.quiet, before=6, after=8),
    Look(name=WARNING, size=10.5, colour=INK.warn, bold=True, after=8, indent=HANG),
    Look(name=NOTICE, size=10, before=8, after=10, indent=8, ground=INK.warn_soft, edge=INK.warn),
    Look(name=HELP, size=9.5, colour=INK.quiet, after=4, indent=HANG, with_next=True),
    Look(name=TICK_LINE, size=10.5, before=5, after=3, indent=HANG + 18, hanging=18),
    Look(name=WRITING, size=9.5, colour=INK.quiet, indent=HANG, below=INK.line, leading=24),
    Look(name=CELL, size=9.5),
    Look(name=CELL_NUMBER, size=9.5, right=True),
    Look(name=CELL_REMARK, size=8.5, colour=INK.quiet),
    Look(name=HEADER_CELL, size=9, colour=INK.quiet, bold=True),
    Look(name=HEADER_NUMBER, size=9, colour=INK.quiet, bold=True, right=True),
)


def element(tag: str, **attributes: str | int) -> Any:
    """An element of the document's XML, as "w:shd", with attributes of the same family."""
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    return made


def hexadecimal(colour: str) -> str:
    """A colour as Word writes it."""
    return colour.removeprefix("#")


def style_id(name: str) -> str:
    """What a paragraph calls a style of ours; looking it up by name takes longer than all the rest."""
    return name.replace(" ", "")


def set_style(document: WordDocument, look: Look, house: HouseStyle) -> None:
    """Make a style, or give one of the template our look in place of its own."""
    styles = document.styles
    known = look.name in styles
    style: Any = styles[look.name] if known else styles.add_style(look.name, WD_STYLE_TYPE.PARAGRAPH)
    properties = style.element
    properties._remove_rPr()
    _set_ground(properties.get_or_add_pPr(), look)
    font, paragraph = style.font, style.paragraph_format
    font.name, font.size, font.bold = FONTS[house.face], Pt(look.size), look.bold
    font.color.rgb = RGBColor.from_string(hexadecimal(house.accent if look.colour == ACCENT else look.colour))
    for script in ("cs", "eastAsia"):
        properties.rPr.rFonts.set(qn(f"w:{script}"), FONTS[house.face])
    paragraph.space_before, paragraph.space_after = Pt(look.before), Pt(look.after)
    paragraph.line_spacing = Pt(look.leading) if look.leading else 1.15
    paragraph.keep_with_next = look.with_next
    if look.indent:
        paragraph.left_indent, paragraph.first_line_indent = Pt(look.indent), Pt(-look.hanging)
    if look.right:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _set_ground(paragraph: Any, look: Look) -> None:
    """The colour behind a paragraph and the bar at its left; lines and tab stops of the template go."""
    for tag in ("w:pBdr", "w:tabs"):
        for found in paragraph.findall(qn(tag)):
            paragraph.remove(found)
    if look.edge or look.below:
        bar = element("w:pBdr")
        if look.edge:
            bar.append(element("w:left", val="single", sz=24, space=6, color=hexadecimal(look.edge)))
        if look.below:
            # Paragraphs of one style share a frame, so the line between them has a name of its own.
            for edge in ("bottom", "between"):
                bar.append(element(f"w:{edge}", val="single", sz=4, space=1, color=hexadecimal(look.below)))
        paragraph.append(bar)
    if look.ground:
        paragraph.append(element("w:shd", val="clear", color="auto", fill=hexadecimal(look.ground)))
