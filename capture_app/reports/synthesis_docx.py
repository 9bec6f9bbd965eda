"""The synthesis of one session for Word and other office programs."""

from capture_app.reports.docx_writer import docx_of
from capture_app.reports.synthesis import SynthesisDocument
from capture_app.reports.telling import report_of


def synthesis_docx(document: SynthesisDocument) -> bytes:
    """The DOCX file. Equal documents give equal bytes."""
    return docx_of(report_of(document))
