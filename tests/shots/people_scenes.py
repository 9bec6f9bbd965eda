"""The page of people and organisations: with suggestions, with consents, in confidence, empty, and before erasing."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from capture_app.domain.ids import new_id
from capture_app.domain.records import Organisation
from capture_app.domain.vocabulary_care import Basis, PaymentState
from capture_app.services import keeping
from capture_app.services.entering import Entered, plan
from capture_app.ui.dialogs.erase_dialog import EraseDialog
from capture_app.ui.main_window import MainWindow
from capture_app.ui.people.organisation_pane import OrganisationPane
from capture_app.ui.people.person_pane import PersonPane
from capture_app.ui.people.suggestion_row import SAME
from capture_app.ui.people_page import PeoplePage
from capture_app.ui.widgets.scroll import ScrollColumn
from tests.helpers.lead_world import in_lane
from tests.helpers.people_records import listed, people
from tests.helpers.render import settle
from tests.shots.stage import Scene, Stage

FOUNDATION = "Human Trafficking Foundation"


def organisations(stage: Stage) -> QWidget:
    """An organisation, where it is listed and what looks like it."""
    window, page = _page(stage)
    _scroll_to_end(page)
    settle(window)
    return window


def organisation_form(stage: Stage) -> QWidget:
    """The form above it."""
    window, _page_shown = _page(stage)
    return window


def another_spelling(stage: Stage) -> QWidget:
    """Which entries are meant is ticked by hand."""
    window, page = _page(stage)
    pane = page.pane()
    assert isinstance(pane, OrganisationPane)
    pane.around.rows()[0].buttons[SAME].click()
    settle(window)
    _scroll_to_end(page)
    settle(window)
    return window


def person(name: str) -> Scene:
    """Somebody, with what they agreed to and what they did."""

    def scene(stage: Stage) -> QWidget:
        window, page = _page(stage)
        _show_person(page, name)
        settle(window)
        if name == "Ines R.":
            _scroll_to_end(page)
            settle(window)
        return window

    return scene


def confidence(part: str) -> Scene:
    """What never leaves the laptop."""

    def scene(stage: Stage) -> QWidget:
        window, page = _page(stage)
        page.show_part(part)
        page.focus_first()
        settle(window)
        return window

    return scene


def care_told(stage: Stage) -> QWidget:
    """A debriefing before the session, papers after it, and an introduction by nobody else."""
    window, page = _page(stage)
    page.show_part("care")
    pane = page.pane()
    shown = pane.form.entry
    assert shown is not None
    wrong = replace(
        shown.record, introduction_by=shown.record.person, debriefing_on="2023-01-09", papers_on="2024-02-01"
    )
    in_lane(stage.jobs, lambda: keeping.keep(pane._workspace, wrong))
    pane._read()
    settle(window)
    pane.panes.show_pane("second")
    settle(window)
    _scroll_to_end(page)
    settle(window)
    return window


def care_told_list(stage: Stage) -> QWidget:
    """The same in the list, where all of it stands."""
    window = care_told(stage)
    assert isinstance(window, MainWindow)
    page = stage.page(window, "people")
    assert isinstance(page, PeoplePage)
    page.show_part("care")
    page.pane().panes.show_pane("first")
    page.focus_first()
    settle(window)
    return window


def paid_told(stage: Stage) -> QWidget:
    """Paid, although nobody was to be paid."""
    window, page = _page(stage)
    page.show_part("care")
    care = page.pane()
    shown = care.form.entry
    assert shown is not None
    in_lane(stage.jobs, lambda: keeping.keep(care._workspace, replace(shown.record, basis=Basis.UNPAID)))
    page.show_part("payments")
    settle(window)
    pane = page.pane()
    payment = pane.form.entry
    assert payment is not None
    paid = replace(payment.record, state=PaymentState.PAID)
    in_lane(stage.jobs, lambda: keeping.keep(pane._workspace, paid))
    pane._read()
    settle(window)
    return window


def empty(stage: Stage) -> QWidget:
    """Nobody is written down yet."""
    path = stage.new_folder() / "riverside.capture"
    made = in_lane(stage.jobs, lambda: plan(path, "Riverside and Vale Advocacy Standard", "Stage one", None))
    window = stage.window(stage.opened(made.entered))
    stage.page(window, "people")
    return window


def empty_confidence(stage: Stage) -> QWidget:
    """No needs are written down yet."""
    window = empty(stage)
    assert isinstance(window, MainWindow)
    page = stage.page(window, "people")
    assert isinstance(page, PeoplePage)
    page.show_part("needs")
    settle(window)
    return window


def erase(stage: Stage) -> QWidget:
    """Before somebody's words are erased."""
    return _erase_dialog(stage)


def erase_refused(stage: Stage) -> QWidget:
    """The disk is full."""
    dialog = _erase_dialog(stage)
    dialog.refuse("The disk is full, so nothing was erased. Free some space and try again.")
    return dialog


def _erase_dialog(stage: Stage) -> EraseDialog:
    _window, page = _page(stage)
    _show_person(page, "Rowan K.")
    pane = page.pane()
    assert isinstance(pane, PersonPane)
    pane.ask_to_erase()
    assert pane.dialog is not None
    settle(pane.dialog)
    return pane.dialog


def _page(stage: Stage) -> tuple[MainWindow, PeoplePage]:
    """The lead's page at the foundation, whose group has a name that holds its own."""
    entered = stage.lead()
    foundation = in_lane(stage.jobs, partial(fill, entered))
    window = stage.window(entered)
    page = stage.page(window, "people")
    assert isinstance(page, PeoplePage)
    window.resize(1366, 738)
    page.go_to("organisations", foundation.id)
    settle(window)
    return window, page


def fill(entered: Entered) -> Organisation:
    found = keeping.entries(entered.workspace, Organisation)
    foundation = next(one.record for one in found if one.record.name == FOUNDATION)
    session = entered.sessions[-1].session.id
    for record in (
        *people(session, foundation),
        listed(session, "HTF"),
        listed(entered.sessions[0].session.id, "Human Traficking Foundation"),
        Organisation(id=new_id(), name="The Human Trafficking Foundation", category="Charity"),
    ):
        keeping.keep(entered.workspace, record)
    keeping.keep(entered.workspace, replace(foundation, category="Charity"))
    return foundation


def _show_person(page: PeoplePage, name: str) -> None:
    page.show_part("people")
    pane = page.pane()
    model = pane.list.model()
    row = next(n for n in range(model.rowCount()) if model.index(n, 0).data() == name)
    pane.list.setCurrentIndex(model.index(row, 0))
    pane.panes.show_pane("second")


def _scroll_to_end(page: PeoplePage) -> None:
    for area in page.pane().findChildren(ScrollColumn):
        area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())


PEOPLE_SCENES: dict[str, Scene] = {
    "12-people-organisations": organisations,
    "12-people-organisations-form": organisation_form,
    "12-people-organisations-spelling": another_spelling,
    "12-people-person": person("Rowan K."),
    "12-people-person-two-roles": person("Ines R."),
    **{f"12-people-confidence-{part}": confidence(part) for part in ("needs", "wishes", "care", "payments")},
    "12-people-confidence-care-told": care_told,
    "12-people-confidence-care-told-list": care_told_list,
    "12-people-confidence-payments-told": paid_told,
    "12-people-empty": empty,
    "12-people-empty-confidence": empty_confidence,
    "12-people-erase": erase,
    "12-people-erase-refused": erase_refused,
}
