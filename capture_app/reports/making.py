"""A document as a file of the kind that is wanted. Each library is loaded when it is first needed, not before."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from capture_app.paths import resource
from capture_app.reports.blocks import Report
from capture_app.reports.house_style import PLAIN, HouseStyle

ENDINGS = ("pdf", "docx", "html", "xlsx")
"""The kinds of file there are, as the endings of their names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dress:
    """What documents wear: the house style, and the template of pages with the name of its file.

    template: None for the one that comes with the program.
    """

    style: HouseStyle = PLAIN
    template: str | None = None
    template_name: str = "document.html"


PLAIN_DRESS = Dress()


def file_of(report: Report, ending: str, dress: Dress = PLAIN_DRESS) -> bytes:
    """The document as PDF, DOCX, HTML or XLSX; equal content gives equal bytes.

    Raises Refused if the team's own template cannot be used, OSError if a font or template is missing.
    """
    return _WRITERS[ending](report, dress)


def _pdf(report: Report, dress: Dress) -> bytes:
    from capture_app.reports.pdf_writer import pdf_of

    return pdf_of(report, dress.style)


def _docx(report: Report, dress: Dress) -> bytes:
    from capture_app.reports.docx_writer import docx_of

    return docx_of(report, dress.style)


def _html(report: Report, dress: Dress) -> bytes:
    from capture_app.reports.html_writer import html_of

    template = dress.template
    if template is None:
        template = resource("templates", "document.html").read_text("utf-8")
    css = resource("templates", "document.css").read_text("utf-8")
    return html_of(report, dress.style, template, css, dress.template_name)


def _xlsx(report: Report, dress: Dress) -> bytes:
    from capture_app.reports.xlsx_writer import xlsx_of

    return xlsx_of(report, dress.style)


_WRITERS: Mapping[str, Callable[[Report, Dress], bytes]] = {
    "pdf": _pdf,
    "docx": _docx,
    "html": _html,
    "xlsx": _xlsx,
}
