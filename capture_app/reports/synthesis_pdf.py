"""The synthesis of one session as PDF."""

from capture_app.reports.pdf_writer import pdf_of
from capture_app.reports.synthesis import SynthesisDocument
from capture_app.reports.telling import report_of


def synthesis_pdf(document: SynthesisDocument) -> bytes:
    """The PDF file. Equal documents give equal bytes."""
    return pdf_of(report_of(document))
