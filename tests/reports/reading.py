"""The words of a document, as somebody who opens it would find them."""

import re
from io import BytesIO

import pypdfium2  # type: ignore[import-untyped]
from docx import Document


def pdf_pages(file: bytes) -> list[str]:
    """The text of each page, every run of white space as one space."""
    with pypdfium2.PdfDocument(file) as opened:
        return [_even(page.get_textpage().get_text_bounded()) for page in opened]


def pdf_words(file: bytes) -> str:
    """The text of all pages."""
    return " ".join(pdf_pages(file))


def docx_words(file: bytes) -> str:
    """The text of all paragraphs and tables, in their order."""
    parts = [
        text
        for block in Document(BytesIO(file)).iter_inner_content()
        for text in (
            [block.text]
            if hasattr(block, "text")
            else [cell.text for row in block.rows for cell in row.cells]
        )
    ]
    return _even(" ".join(parts))


def _even(text: str) -> str:
    return re.sub(r"\s+", " ", text)
