"""All documents of 13 sessions with 10,000 lines, in every kind of file, beside the bare libraries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from io import BytesIO
from pathlib import Path
from time import perf_counter

from docx import Document
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate
from xlsxwriter import Workbook

from benchmarks.saying import heading, row
from benchmarks.world import folder, lines, workspace
from capture_app.domain.ids import link_id, new_id
from capture_app.domain.record import Record
from capture_app.domain.records import (
    AgendaPart,
    Attendance,
    Consultation,
    Form,
    Group,
    Session,
    Sheet,
    Statement,
    StatementLink,
)
from capture_app.domain.values import DateGiven, Item
from capture_app.domain.vocabulary import Grain, ItemKind, YesNo
from capture_app.reports.blocks import Report, words_of
from capture_app.reports.making import ENDINGS, file_of
from capture_app.reports.pdf_text import markup
from capture_app.services.document_files import Planned, make_documents
from capture_app.services.document_kinds import QUESTIONNAIRE, SYNTHESIS, WRITTEN_FORM, Wanted, kinds
from capture_app.services.documents import read_documents
from capture_app.store.workspace import Workspace

SESSIONS, LINES = 13, 10_000
_TO_READ = ("pdf", "docx", "html")
GOAL = 10.0
"""Seconds for all of it together."""


def run() -> None:
    """Measure each kind of file, and all together."""
    heading(f"Documents: {SESSIONS} sessions with {LINES:,} lines, all documents in all kinds of file")
    with folder() as here:
        made, _key = workspace(here / "lead.capture")
        _fill(made)
        began = perf_counter()
        planned = read_documents(made, list(_wanted()))
        reading = perf_counter() - began
        _measure_sessions(made, here / "sessions")
        made.close()
        _measure(planned, reading, here)


def _measure_sessions(made: Workspace, here: Path) -> None:
    """The report of every session in the three kinds of file that people read."""
    here.mkdir()
    wanted = [Wanted(kind=SYNTHESIS, session=f"s{number}", endings=_TO_READ) for number in range(SESSIONS)]
    began = perf_counter()
    make_documents(read_documents(made, wanted), here)
    words = f"{SESSIONS} session reports as PDF, DOCX and HTML, read and written"
    row(words, f"{perf_counter() - began:8.2f} s   goal {GOAL:.0f} s")


def _measure(planned: Sequence[Planned], reading: float, here: Path) -> None:
    count = Counter(ending for one in planned for ending in one.endings)
    row("reading what they are made of", f"{reading:8.2f} s")
    for ending in ENDINGS:
        reports = [one.report for one in planned if ending in one.endings]
        ours = _timed(partial(file_of, ending=ending), reports)
        bare = _timed(_BARE[ending], reports)
        said = f"{ours:8.2f} s   bare library {bare:8.2f} s   ratio {ours / bare:5.2f}"
        row(f"{count[ending]} documents as {ending.upper()}", said)
    began = perf_counter()
    make_documents(planned, here)
    written = reading + perf_counter() - began
    row("everything, read and written to the disk", f"{written:8.2f} s   goal {GOAL:.0f} s")


def _timed(write: Callable[[Report], bytes], reports: Sequence[Report]) -> float:
    """Seconds to write them all, once the library is loaded."""
    write(reports[0])
    began = perf_counter()
    for report in reports:
        write(report)
    return perf_counter() - began


def _wanted() -> Iterator[Wanted]:
    for kind in kinds():
        for number in range(SESSIONS) if kind.needs_session else ():
            yield Wanted(kind=kind.id, session=f"s{number}", endings=kind.endings)
        if not kind.needs_session and kind.id not in (QUESTIONNAIRE, WRITTEN_FORM):  # there are no such forms
            yield Wanted(kind=kind.id, endings=kind.endings)


def _fill(made: Workspace) -> None:
    item = Item(kind=ItemKind.LINES, prompt="What matters most?", order="1")
    with made.unit_of_work() as work:
        work.facts.put("consultation", "plan")
        work.records.save(Consultation(id="plan", title="A consultation to measure"))
        work.records.save(Form(id="form", family="form", title="Worksheet", items={"q": item}))
        for number in range(SESSIONS):
            for record in _session(number):
                work.records.save(record)
        work.commit()


def _session(number: int) -> Iterator[Record]:
    """A session with its share of the lines, three in four of them behind a statement."""
    own = f"s{number}"
    date = DateGiven(given=f"{number + 1}/5/24", edtf=f"2024-05-{number + 1:02}")
    yield Session(id=own, label=f"Session {number + 1}", series="sectoral", date=date, in_appendix=YesNo.YES)
    yield Group(id=f"g{number}", session=own, label="Group 1")
    yield Sheet(id=f"h{number}", session=own, group=f"g{number}", form="form")
    for part in range(8):
        start = f"{10 + part // 2}:{part % 2 * 3}0"
        yield AgendaPart(
            id=new_id(), session=own, title=f"Part {part}", planned_start=start, planned_minutes=30
        )
    for body in range(15):
        yield Attendance(id=new_id(), session=own, grain=Grain.ORGANISATION, listing=f"Organisation {body}")
    written = lines(LINES // SESSIONS + (number < LINES % SESSIONS), own, f"h{number}", "q")
    yield from written
    for at, line in enumerate(written):
        statement = f"{own}-{at // 40}"
        if at % 40 == 0:
            yield Statement(id=statement, session=own, text=f"Most said this: {line.text}", order=f"{at:05}")
        if at % 4:
            yield StatementLink(
                id=link_id("StatementLink", statement, line.id), statement=statement, evidence=line.id
            )


# The same text by the bare libraries: one paragraph or cell for each text there is.


def _bare_pdf(report: Report) -> bytes:
    file, style = BytesIO(), getSampleStyleSheet()["BodyText"]
    SimpleDocTemplate(file).build([Paragraph(markup(words), style) for words in words_of(report) if words])
    return file.getvalue()


def _bare_docx(report: Report) -> bytes:
    file, document = BytesIO(), Document()
    for words in words_of(report):
        if words:
            document.add_paragraph(words)
    document.save(file)
    return file.getvalue()


def _bare_html(report: Report) -> bytes:
    return "\n".join(f"<p>{markup(words)}</p>" for words in words_of(report) if words).encode()


def _bare_xlsx(report: Report) -> bytes:
    file = BytesIO()
    book = Workbook(file, {"in_memory": True})
    sheet = book.add_worksheet()
    for at, words in enumerate(words for words in words_of(report) if words):
        sheet.write_string(at, 0, words)
    book.close()
    return file.getvalue()


_BARE: dict[str, Callable[[Report], bytes]] = {
    "pdf": _bare_pdf,
    "docx": _bare_docx,
    "html": _bare_html,
    "xlsx": _bare_xlsx,
}
