"""Sessions, agenda templates and reported facts: with something in them, empty, and when something is wrong."""

from __future__ import annotations

from functools import partial

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QScrollArea, QWidget

from capture_app.domain.dates import read_date
from capture_app.domain.ids import link_id, new_id
from capture_app.domain.ordering import spread
from capture_app.domain.records import (
    AgendaTemplate,
    Attendance,
    DataProtection,
    Group,
    Organisation,
    Session,
    SessionTheme,
)
from capture_app.domain.values import PlannedPart
from capture_app.domain.vocabulary import Grain, Nation
from capture_app.services.entering import Entered, plan
from capture_app.services.keeping import entries, keep, take_away
from capture_app.ui.claims_page import ClaimsPage
from capture_app.ui.main_window import MainWindow
from capture_app.ui.register.described import Text
from capture_app.ui.sessions.session_register import AGENDA, DETAILS, GROUPS, PEOPLE, RETURNS
from capture_app.ui.sessions.template_pane import TemplatePane
from capture_app.ui.sessions_page import SessionsPage
from tests.helpers.lead_world import in_lane
from tests.helpers.render import settle
from tests.shots.stage import Scene, Stage


def session_part(part: str) -> Scene:
    """The session of the example that has most, on a page of its form."""

    def scene(stage: Stage) -> QWidget:
        entered = with_card(stage, stage.lead())
        window = stage.window(entered)
        page = stage.page(window, "sessions")
        assert isinstance(page, SessionsPage)
        page.go_to("sessions", max(entered.sessions, key=lambda row: row.lines).session.id)
        page.session_pane().panes.show_pane("second")
        page.session_pane().form.show_page(part)
        settle(window)
        return window

    return scene


def sessions_gate(stage: Stage) -> QWidget:
    """A consultation that was only just planned: the card comes first."""
    return stage.window(just_planned(stage))


def sessions_empty(stage: Stage) -> QWidget:
    """The card is filled in, and there is no session yet."""
    return stage.window(with_card(stage, just_planned(stage)))


def session_wrong(stage: Stage) -> QWidget:
    """A time that is none, and a time zone nobody knows."""
    window = stage.window(with_card(stage, just_planned(stage)))
    page = stage.page(window, "sessions")
    assert isinstance(page, SessionsPage)
    pane = page.session_pane()
    pane.add()
    settle(window)
    for name, words in (
        ("label", "Riverside 1"),
        ("date", "9-3 May 2024"),
        ("starts", "early"),
        ("time_zone", "Mars/Olympus"),
    ):
        label = Text(name=name).words(Session)
        line = next(one for one in pane.findChildren(QLineEdit) if one.accessibleName() == label)
        line.setFocus()
        QTest.keyClicks(line, words)
    page.keep_typed()
    settle(window)
    return window


def session_not_kept(stage: Stage) -> QWidget:
    """What could not be kept of one session is told after another was begun."""
    window = session_wrong(stage)
    assert isinstance(window, MainWindow)
    page = stage.page(window, "sessions")
    assert isinstance(page, SessionsPage)
    page.session_pane().add()
    settle(window)
    return window


def templates(stage: Stage) -> MainWindow:
    """An agenda template in its second edition."""
    entered = with_card(stage, stage.lead())
    in_lane(stage.jobs, lambda: keep(entered.workspace, _template()))
    window = stage.window(entered)
    page = stage.page(window, "sessions")
    assert isinstance(page, SessionsPage)
    page.show_part("templates")
    page.pane().panes.show_pane("second")
    settle(window)
    return window


def templates_used(stage: Stage) -> QWidget:
    """A session was made from the edition that is shown, so it stays as it is."""
    window = templates(stage)
    pane = window.findChild(TemplatePane)
    assert isinstance(pane, TemplatePane)
    assert window.desk is not None
    held = Session(id=new_id(), label="Riverside 2", agenda=pane.current)
    stage.jobs.write(partial(keep, window.desk.entered.workspace, held), lambda _done: None, stage.jobs)
    settle(window)
    return window


def templates_empty(stage: Stage) -> QWidget:
    """No templates yet."""
    window = stage.window(with_card(stage, just_planned(stage)))
    page = stage.page(window, "sessions")
    assert isinstance(page, SessionsPage)
    page.show_part("templates")
    settle(window)
    return window


def new_edition(stage: Stage) -> QWidget:
    """Asking why an agenda changes; nothing was said."""
    window = templates(stage)
    pane = window.findChild(TemplatePane)
    assert isinstance(pane, TemplatePane)
    pane.ask_edition()
    assert pane.dialog is not None
    pane.dialog.answered.emit()
    settle(window)
    return pane.dialog


def claims(stage: Stage) -> QWidget:
    """Two claims on one topic, and what the records give."""
    window = stage.window(stage.lead())
    page = stage.page(window, "claims")
    assert isinstance(page, ClaimsPage)
    listed = page.pane().list.model()
    titles = [str(listed.index(row, 0).data()) for row in range(listed.rowCount())]
    page.pane().list.setCurrentIndex(listed.index(titles.index("partnership workshops held"), 0))
    page.pane().panes.show_pane("second")
    settle(window)
    return window


def claims_empty(stage: Stage) -> QWidget:
    """Nothing is claimed yet."""
    window = stage.window(just_planned(stage))
    stage.page(window, "claims")
    return window


def claims_counted(stage: Stage) -> QWidget:
    """Nothing is claimed yet, and an organisation is listed at a session: the gaps can be seen all the same."""
    entered = just_planned(stage)
    body = Organisation(id=new_id(), name="Vale Trust", nation=Nation.WALES)
    held = Session(id=new_id(), label="Riverside 1", series="sectoral", date=read_date("3 May 2025"))
    listed = Attendance(id=new_id(), session=held.id, grain=Grain.ORGANISATION, organisation=body.id)
    unknown = Attendance(id=new_id(), session=held.id, grain=Grain.ORGANISATION, listing="River Aid")
    for record in (body, held, listed, unknown):
        in_lane(stage.jobs, partial(keep, entered.workspace, record))
    window = stage.window(entered)
    page = stage.page(window, "claims")
    assert isinstance(page, ClaimsPage)
    page.pane().panes.show_pane("second")
    settle(window)
    return window


def template_refused(stage: Stage) -> QWidget:
    """A number of minutes that cannot be read, and a template that was removed."""
    window = templates(stage)
    assert window.desk is not None
    workspace = window.desk.entered.workspace
    gone = AgendaTemplate(id=new_id(), title="A whole day", deleted=True)
    stage.jobs.write(partial(keep, workspace, gone), lambda _done: None, stage.jobs)
    settle(window)
    pane = window.findChild(TemplatePane)
    assert isinstance(pane, TemplatePane)
    line = next(one for one in pane.form.findChildren(QLineEdit) if one.text() == "50")
    line.setFocus()
    line.end(False)
    QTest.keyClicks(line, " min")
    pane.keep_typed()
    settle(window)
    scroll = next(one for one in pane.findChildren(QScrollArea) if one.isAncestorOf(line))
    scroll.ensureWidgetVisible(line, 0, 120)
    settle(window)
    return window


def removing(stage: Stage) -> QWidget:
    """Asking before a session is removed to which lines and groups belong."""
    window = session_part(DETAILS)(stage)
    page = window.findChild(SessionsPage)
    assert isinstance(page, SessionsPage)
    page.session_pane().remove_button.click()
    settle(window)
    dialog = page.session_pane().removal.dialog
    assert dialog is not None
    settle(dialog)
    return dialog


def group_removed(stage: Stage) -> QWidget:
    """A group and what it bears on were removed: both are reached below their rows."""
    entered = with_card(stage, stage.lead())
    window = stage.window(entered)
    page = stage.page(window, "sessions")
    assert isinstance(page, SessionsPage)
    session = max(entered.sessions, key=lambda row: row.lines).session.id
    for kind in (Group, SessionTheme):
        (first, *_others) = in_lane(stage.jobs, partial(entries, entered.workspace, kind, session=session))
        in_lane(stage.jobs, partial(take_away, entered.workspace, kind, first.record.id))
    page.go_to("sessions", session)
    page.session_pane().panes.show_pane("second")
    page.session_pane().form.show_page(GROUPS)
    settle(window)
    button = page.session_pane().form.rows[-1].removed_button
    scroll = next(each for each in page.findChildren(QScrollArea) if each.isAncestorOf(button))
    scroll.ensureWidgetVisible(button, 0, 60)
    settle(window)
    return window


def synthesis_without_sessions(stage: Stage) -> QWidget:
    """There is no session to write about."""
    window = stage.window(just_planned(stage))
    stage.page(window, "synthesis")
    return window


def just_planned(stage: Stage) -> Entered:
    """A consultation with a title and nothing else."""
    path = stage.new_folder() / "riverside.capture"
    made = in_lane(stage.jobs, lambda: plan(path, "Riverside and Vale Advocacy Standard", "Stage one", None))
    return stage.opened(made.entered)


def with_card(stage: Stage, entered: Entered, *, kept_until: str = "2030") -> Entered:
    """The same with its data-protection card filled in."""
    card = DataProtection(
        id=link_id("DataProtection", entered.about.consultation),
        controller="Vale Trust",
        contact="Ines R.",
        basis="consent",
        condition="consent",
        retention=read_date(kept_until),
        in_danger="Ines R., 0800 000",
    )
    in_lane(stage.jobs, lambda: keep(entered.workspace, card))
    return entered


def _template() -> AgendaTemplate:
    told = (("Welcome", 10), ("What the day is for", 10), ("Groups", 50), ("Groups report back", 30))
    return AgendaTemplate(
        id=new_id(),
        title="Half a day with groups",
        edition=2,
        reason="Facilitators asked for more time in the groups.",
        parts={
            title: PlannedPart(title=title, minutes=minutes, owner="Facilitator", order=order)
            for (title, minutes), order in zip(told, spread(len(told)), strict=True)
        },
    )


SESSION_SCENES: dict[str, Scene] = {
    **{f"07-sessions-{part}": session_part(part) for part in (DETAILS, AGENDA, GROUPS, PEOPLE, RETURNS)},
    "07-sessions-gate": sessions_gate,
    "07-sessions-empty": sessions_empty,
    "07-sessions-wrong": session_wrong,
    "07-sessions-not-kept": session_not_kept,
    "07-sessions-templates": templates,
    "07-sessions-templates-used": templates_used,
    "07-sessions-templates-empty": templates_empty,
    "07-sessions-new-edition": new_edition,
    "07-sessions-templates-refused": template_refused,
    "07-sessions-removing": removing,
    "07-sessions-group-removed": group_removed,
    "09-synthesis-no-session": synthesis_without_sessions,
    "12-claims": claims,
    "12-claims-empty": claims_empty,
    "12-claims-empty-counted": claims_counted,
}
