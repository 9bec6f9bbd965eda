"""An empty Word document with our look, and nothing of the template it is made from."""

from functools import lru_cache
from io import BytesIO
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm

from capture_app.reports.docx_styles import LOOKS, set_style
from capture_app.reports.house_style import HouseStyle

PROGRAM = "Workshop Capture"
LANGUAGE = "en-GB"
_OF_THE_TEMPLATE = ("/thumbnail", "/extended-properties", "/customXml", "/stylesWithEffects")
"""Ends of the types of parts that only tell of the program and machine the template was made with."""

_WHO_AND_WHEN = ("dcterms:created", "dcterms:modified", "cp:lastModifiedBy", "dc:description")


def empty_document(title: str, house: HouseStyle) -> WordDocument:
    """The page and styles of the house, British English and a title; no date, and nobody's name."""
    document = Document(BytesIO(_blank(house)))
    document.core_properties.title = title[:255]
    return document


def fill(document: WordDocument, xml: str) -> None:
    """Put paragraphs and tables before the end of the body."""
    body: Any = document.element.body
    for block in read(xml):
        body.sectPr.addprevious(block)


def read(xml: str) -> list[Any]:
    """The elements that stand one after another in a piece of XML."""
    return list(parse_xml(f"<w:body {nsdecls('w')}>{xml}</w:body>"))


@lru_cache(maxsize=4)
def _blank(house: HouseStyle) -> bytes:
    """The file every document of a house begins as: making it takes longer than most documents."""
    document = Document()
    _drop_parts(document.part.package.rels)
    _drop_parts(document.part.rels)
    _set_properties(document)
    _set_language(document)
    _set_page(document, house)
    _set_styles(document, house)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _drop_parts(relations: Any) -> None:
    """What nothing points to is not written."""
    for key in [key for key, one in relations.items() if one.reltype.endswith(_OF_THE_TEMPLATE)]:
        del relations[key]


def _set_properties(document: WordDocument) -> None:
    core = document.core_properties
    core.author, core.language = PROGRAM, LANGUAGE
    for tag in _WHO_AND_WHEN:
        for found in core._element.findall(qn(tag)):
            core._element.remove(found)


def _set_language(document: WordDocument) -> None:
    settings = document.settings.element
    for found in (*document.styles.element.iter(qn("w:lang")), *settings.iter(qn("w:themeFontLang"))):
        found.set(qn("w:val"), LANGUAGE)
    for found in settings.iter(qn("w:compatSetting")):
        if found.get(qn("w:name")) == "compatibilityMode":
            found.set(qn("w:val"), "15")


def _set_page(document: WordDocument, house: HouseStyle) -> None:
    page = document.sections[0]
    page.page_width, page.page_height = (Mm(side) for side in house.page_mm)
    page.left_margin = page.right_margin = Mm(house.margin)
    page.top_margin, page.bottom_margin = Mm(26), Mm(24)
    page.header_distance, page.footer_distance = Mm(12), Mm(11)


def _set_styles(document: WordDocument, house: HouseStyle) -> None:
    """Our styles; those of the template that nobody uses go."""
    wanted = {look.name.lower() for look in LOOKS}
    styles = document.styles.element
    for style in styles.findall(qn("w:style")):
        name = style.find(qn("w:name")).get(qn("w:val")).lower()
        if name not in wanted and style.get(qn("w:default")) is None:
            styles.remove(style)
    for link in list(styles.iter(qn("w:link"))):
        link.getparent().remove(link)
    for look in LOOKS:
        set_style(document, look, house)
