"""Thirty-three contradictions are typed in; every side of each comes back, and nothing is settled (X1 to X33)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from capture_app.domain.ids import link_id
from capture_app.domain.records import DataProtection
from capture_app.domain.totals import What
from capture_app.domain.values import DateGiven
from capture_app.services import keeping
from capture_app.services.computed import computed
from capture_app.services.dumping import dump
from capture_app.services.entering import Entered, enter, plan, sessions
from capture_app.services.reporting import write_report
from capture_app.ui.desk import Desk
from capture_app.ui.register.register_page import RegisterPage
from capture_app.ui.register.register_pane import RegisterPane
from tests.e2e.contradictions_first import FIRST
from tests.e2e.contradictions_second import SECOND
from tests.e2e.told_facts import PROGRAMME, Case, Fact
from tests.helpers.inline_jobs import InlineJobs
from tests.helpers.lead_world import in_lane
from tests.helpers.registers import add_record, add_row, all_shown, row_with
from tests.helpers.render import prefer_inter, settle
from tests.helpers.window import Opened, open_window
from tests.reports.reading import docx_words

pytestmark = pytest.mark.timeout(900)
"""Typing everything once takes longer than a test may on a busy computer."""


CASES = (*FIRST, *SECOND)
"""Each once, in order."""

TITLES = ("Topic", "Label", "Title", "Code")
"""The fields under which a record stands in its list."""


class Told:
    """The consultation after everything was typed and the file opened again: what it holds, and its window."""

    def __init__(self, jobs: InlineJobs, entered: Entered, opened: Opened, folder: Path) -> None:
        self.jobs, self.entered, self.opened, self.folder = jobs, entered, opened, folder
        self.records: list[dict[str, Any]] = [
            json.loads(line) for line in in_lane(jobs, partial(dump, entered.workspace))
        ]

    def holds(self, kind: str, kept: Mapping[str, object]) -> bool:
        """Whether the dump has a record of the kind that says exactly this."""
        return any(
            record["kind"] == kind and all(_says(record, name, value) for name, value in kept.items())
            for record in self.records
        )

    def document(self, label: str) -> str:
        """The words of a session's synthesis."""
        rows = in_lane(self.jobs, partial(sessions, self.entered.workspace))
        (row,) = (row for row in rows if row.session.label == label)
        path = self.folder / "synthesis.docx"
        path.unlink(missing_ok=True)
        in_lane(self.jobs, partial(write_report, self.entered.workspace, row.session.id, path))
        return docx_words(path.read_bytes())


def _says(record: Mapping[str, Any], name: str, value: object) -> bool:
    said = record.get(name, {"count": None, "may_overlap": False}.get(name, ""))
    if isinstance(value, Mapping):
        return all(said.get(part) == words for part, words in value.items())
    return bool(said == value)


@pytest.fixture(scope="module")
def told(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Told]:
    """Type it all, close the window and the file, and open both again."""
    prefer_inter(qapp)
    jobs, folder = InlineJobs(_raise), tmp_path_factory.mktemp("contradictions")
    path = folder / "consultation.capture"
    made = in_lane(jobs, lambda: plan(path, "Riverside and Vale", "Stage one", None)).entered
    _type_everything(qapp, jobs, made)
    again = in_lane(jobs, partial(enter, path, None))
    opened = open_window(qapp, jobs)
    opened.window.opening.entered.emit(again)
    settle(opened.window)
    yield Told(jobs, again, opened, folder)
    opened.close()
    jobs.close()


def _type_everything(qapp: QApplication, jobs: InlineJobs, entered: Entered) -> None:
    opened = open_window(qapp, jobs)
    opened.window.resize(1366, 738)
    opened.window.opening.entered.emit(entered)
    desk = opened.window.desk
    assert desk is not None
    _put(jobs, entered, _card(entered))
    for fact in PROGRAMME:
        _enter(desk, fact)
    for case in CASES:
        for record in case.put:
            _put(jobs, entered, record)
        for fact in case.facts:
            _enter(desk, fact)
    opened.close()


def _raise(error: BaseException) -> None:
    raise error


def _put(jobs: InlineJobs, entered: Entered, record: Any) -> None:
    jobs.write(partial(keeping.keep, entered.workspace, record), lambda _done: None, jobs)


def _card(entered: Entered) -> DataProtection:
    return DataProtection(
        id=link_id("DataProtection", entered.about.consultation),
        controller="Vale Trust",
        contact="Ines R.",
        basis="consent",
        condition="consent",
        retention=DateGiven(given="2030"),
        in_danger="Ines R., 0800 000",
    )


def _pane(desk: Desk, at: str) -> RegisterPane:
    key, _slash, part = at.partition("/")
    desk.show_page(key)
    page = desk.page()
    assert isinstance(page, RegisterPage)
    page.show_part(part or key)
    settle(page)
    return page.pane()


def _go_to(pane: RegisterPane, beginning: str) -> None:
    model, role = pane.list.model(), Qt.ItemDataRole.AccessibleTextRole
    said = [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]
    place = next(place for place, words in enumerate(said) if words.startswith(beginning))
    pane.list.setCurrentIndex(model.index(place, 0))
    settle(pane)


def _turn_to(pane: RegisterPane, heading: str) -> None:
    """Turn to the page of the form on which a heading stands."""
    for key in pane.form.page_keys():
        if not any(one.isVisible() for one in pane.form.rows if one.spec.title() == heading):
            pane.form.show_page(key)
            settle(pane)


def _enter(desk: Desk, fact: Fact) -> None:
    pane = _pane(desk, fact.at)
    if not fact.under:
        add_record(pane, fact.typed)
        return
    _go_to(pane, fact.owner)
    _turn_to(pane, fact.under)
    add_row(pane, fact.under, fact.typed)


def _is_shown(desk: Desk, fact: Fact) -> bool:
    """Whether a form of a newly opened page shows what was typed."""
    pane = _pane(desk, fact.at)
    if fact.under:
        _go_to(pane, fact.owner)
        _turn_to(pane, fact.under)
        return row_with(pane, fact.under, fact.typed)
    model, title = pane.list.model(), next(fact.typed[name] for name in TITLES if name in fact.typed)
    for place in range(model.rowCount()):
        if not str(model.index(place, 0).data()).startswith(title):
            continue
        pane.list.setCurrentIndex(model.index(place, 0))
        settle(pane)
        if all_shown(pane.form, fact.typed) == dict(fact.typed):
            return True
    return False


def test_the_table_has_every_case_once() -> None:
    assert [case.number for case in CASES] == list(range(1, 34))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"X{case.number}")
def test_every_side_of_a_contradiction_comes_back_as_it_was_typed(told: Told, case: Case) -> None:
    assert case.facts or case.also
    for fact in case.facts:
        assert told.holds(fact.kind, fact.kept), fact.kept
    for kind, kept in case.also:
        assert told.holds(kind, kept), kept
    desk = told.opened.window.desk
    assert desk is not None
    for fact in case.facts:
        assert _is_shown(desk, fact), fact.typed


def test_nothing_of_the_programme_was_put_together_or_put_right(told: Told) -> None:
    for fact in PROGRAMME:
        assert told.holds(fact.kind, fact.kept), fact.kept
    held = [record for record in told.records if record["kind"] == "Session"]
    assert len(held) == len(PROGRAMME)
    claims = [fact for case in CASES for fact in case.facts if fact.kind == "Claim"]
    assert len([record for record in told.records if record["kind"] == "Claim"]) == len(claims)


def test_what_the_records_give_stands_beside_the_claims_and_changes_none(told: Told) -> None:
    found = in_lane(told.jobs, partial(computed, told.entered.workspace))
    counts = {(one.total.what, one.total.of): (one.count, one.total.overlap) for one in found}
    assert counts[What.SERIES, "partnership"] == ("5", False)
    assert counts[What.SERIES, "review"] == ("3", False)
    assert counts[What.HEADCOUNTS, "partnership"] == ("not added up", True)
    assert counts[What.LISTINGS, ""] == ("1", False), "who came to observe is not among the listings"
    assert counts[What.AREAS, "sectoral"] == ("1", False)
    (nations,) = (one for one in found if one.total.what is What.NATIONS)
    assert "Scotland: none" in nations.parts


def test_a_document_prints_both_sides_with_their_places(told: Told) -> None:
    words = told.document("Framework event")
    for said in ("workshop", "event", "pp. 9-10", "Summary", "28th September"):
        assert said in words
    assert "a Welsh assembly representative" in told.document("Partnership 3")
    words = told.document("Sectoral 5")
    assert "nine" in words
    assert "Warwickshire Police" in words
