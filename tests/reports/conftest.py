"""The example's synthesis, made once for all tests that only look at it."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from capture_app.reports.synthesis import SynthesisDocument
from capture_app.reports.synthesis_docx import synthesis_docx
from capture_app.reports.synthesis_pdf import synthesis_pdf
from capture_app.services.reporting import synthesis_document
from tests.reports.played import played


@dataclass(frozen=True, slots=True)
class Written:
    """The example's synthesis as a value, and as both kinds of file."""

    document: SynthesisDocument
    pdf: bytes
    docx: bytes


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Written:
    """Sectoral 5 as its lead would send it to the board."""
    folder: Path = tmp_path_factory.mktemp("example")
    with played(folder) as (lead, session):
        document = synthesis_document(lead, session)
    return Written(document, synthesis_pdf(document), synthesis_docx(document))
