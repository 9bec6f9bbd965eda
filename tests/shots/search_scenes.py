"""The search with hits, with nothing found and before it began; and the history of a record."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from capture_app.domain.record import RecordId
from capture_app.domain.records import Device, Observation, Session, Statement, Theme, ThemeLabel
from capture_app.domain.vocabulary import ThemeKind
from capture_app.services.entering import Entered
from capture_app.services.keeping import keep
from capture_app.services.searching import Narrow
from capture_app.services.synthesising import mend_statement
from capture_app.services.themes import new_topic
from capture_app.services.workspaces import Workspace
from capture_app.ui.history.history_dialog import HistoryDialog
from capture_app.ui.search_page import SearchPage
from tests.helpers.lead_world import in_lane
from tests.helpers.render import settle
from tests.shots.stage import Scene, Stage


def search(stage: Stage) -> QWidget:
    """A word that stands in lines, statements and answers."""
    return _searched(stage, "case")


def search_narrowed(stage: Stage) -> QWidget:
    """Only lines."""
    return _searched(stage, "trai", Narrow(kinds=("Line",)))


def search_notes(stage: Stage) -> QWidget:
    """An observer's notes, with the name of who wrote them and of the laptop."""
    entered = stage.lead()
    in_lane(stage.jobs, lambda: _observed(entered.workspace))
    return _searched_in(stage, entered, "wheelchair")


def search_form(stage: Stage) -> QWidget:
    """A form, with its questions."""
    return _searched(stage, "services", Narrow(kinds=("Form",)))


def search_nothing(stage: Stage) -> QWidget:
    """A word with a slip of the fingers."""
    return _searched(stage, "traning")


def search_empty(stage: Stage) -> QWidget:
    """Before anything was typed, on a scribe's laptop."""
    window = stage.window(stage.laptop("A"))
    stage.page(window, "search")
    return window


def search_error(stage: Stage) -> QWidget:
    """The file cannot be read."""
    from capture_app.domain.errors import StorageTrouble

    window = _searched(stage, "training")
    assert window.desk is not None  # type: ignore[attr-defined]
    page = window.desk.page()  # type: ignore[attr-defined]
    page._tell(
        StorageTrouble(
            "The workspace file is damaged. Nothing was changed. Restore it from its newest backup."
        )
    )
    return window


def history(stage: Stage) -> QWidget:
    """A statement that was reworded twice."""
    entered = stage.lead()
    statement = in_lane(stage.jobs, lambda: _reworded(entered.workspace))
    look = stage.preferences.look
    return stage.shown(HistoryDialog(look, entered.workspace, "Statement", statement.id, stage.jobs))


def history_of_a_topic(stage: Stage) -> QWidget:
    """A topic that got another name, and then became a key area."""
    entered = stage.lead()
    look = stage.preferences.look
    topic = in_lane(stage.jobs, lambda: _renamed(entered.workspace))
    return stage.shown(HistoryDialog(look, entered.workspace, "Theme", topic, stage.jobs))


def _renamed(workspace: Workspace) -> RecordId:
    topic = new_topic(workspace, "Travel").value
    with workspace.unit_of_work() as work:
        (name,) = work.records.all(ThemeLabel, theme=topic)
        work.records.save(replace(name, text="Travel and time off work"))
        work.records.save(replace(work.records.get(Theme, topic), theme_kind=ThemeKind.AREA, code="A9"))
        work.commit()
    return topic


def _searched(stage: Stage, words: str, narrow: Narrow | None = None) -> QWidget:
    return _searched_in(stage, stage.lead(), words, narrow)


def _searched_in(stage: Stage, entered: Entered, words: str, narrow: Narrow | None = None) -> QWidget:
    window = stage.window(entered)
    page = stage.page(window, "search")
    assert isinstance(page, SearchPage)
    page.hits.field.setText(words)
    if narrow is not None:
        page.hits.narrowing.put(narrow)
    page.hits.ask_now()
    settle(window)
    return window


def _observed(workspace: Workspace) -> None:
    with workspace.unit_of_work() as work:
        session, laptop = work.records.all(Session)[-1].id, work.records.all(Device)[0].id
    ran = "Nobody in a wheelchair could reach the second table."
    keep(
        workspace, Observation(id="noted", session=session, device=laptop, who="Ines R.", ran=ran, given=True)
    )


def _reworded(workspace: Workspace) -> Statement:
    with workspace.unit_of_work() as work:
        statement = work.records.all(Statement)[0]
    for words in (f"{statement.text} Nobody objected.", statement.text.replace("training", "joint training")):
        mend_statement(workspace, statement.id, words)
    keep(workspace, statement)
    mend_statement(workspace, statement.id, f"{statement.text} Two groups said so.")
    return statement


SEARCH_SCENES: dict[str, Scene] = {
    "11-search": search,
    "11-search-narrowed": search_narrowed,
    "11-search-notes": search_notes,
    "11-search-form": search_form,
    "11-search-nothing": search_nothing,
    "11-search-empty": search_empty,
    "11-search-error": search_error,
    "11-history": history,
    "11-history-topic": history_of_a_topic,
}
