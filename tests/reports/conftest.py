"""The example's documents, made once for all tests that only look at them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from capture_app.domain.records import Sheet
from capture_app.reports.blocks import Report
from capture_app.reports.making import file_of
from capture_app.reports.synthesis import SynthesisDocument
from capture_app.services.document_kinds import Wanted, kinds
from capture_app.services.documents import read_documents
from capture_app.services.reporting import synthesis_document
from capture_app.services.responses import make_written_form
from tests.reports.played import played


@dataclass(frozen=True, slots=True)
class Written:
    """The example's synthesis as a value and in every kind of file, and every other document by its id."""

    document: SynthesisDocument
    pdf: bytes
    docx: bytes
    html: bytes
    xlsx: bytes
    reports: Mapping[str, Report]


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Written:
    """Sectoral 5 as its lead would send it to the board, and what is printed for it."""
    folder: Path = tmp_path_factory.mktemp("example")
    with played(folder) as (lead, session):
        with lead.unit_of_work() as work:
            sheets = work.records.all(Sheet, session=session)
        make_written_form(lead, sheets[0].form)
        document = synthesis_document(lead, session)
        about_all = {one.id for one in kinds() if not (one.needs_session or one.of_form)}
        wanted = [Wanted(kind=one.id, session="" if one.id in about_all else session) for one in kinds()]
        reports = {
            one.kind: each.report for one, each in zip(wanted, read_documents(lead, wanted), strict=True)
        }
    told = reports["synthesis"]
    pdf, docx, html, xlsx = (file_of(told, ending) for ending in ("pdf", "docx", "html", "xlsx"))
    return Written(document, pdf, docx, html, xlsx, reports)
