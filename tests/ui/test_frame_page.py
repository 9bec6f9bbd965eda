"""The frame in the window: every name with its source, exactly one to show, and a code that stands once (A2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from capture_app.domain.ids import link_id, new_id
from capture_app.domain.record import Record
from capture_app.domain.records import Line, LineTheme, Session, SessionTheme, Theme, ThemeLabel
from capture_app.domain.vocabulary import ThemeKind
from capture_app.services import keeping
from capture_app.services.dumping import dump
from capture_app.services.entering import Entered
from capture_app.services.handing_over import hand_over
from capture_app.services.history import bring_back_version, history
from capture_app.services.merging import merge
from capture_app.services.rest_of_line import rest_of_line
from capture_app.services.themes import new_topic, tag, themes
from capture_app.services.workspaces import Workspace, back_up, open_workspace
from capture_app.ui.setup.theme_pane import ThemePane
from capture_app.ui.setup_page import SetupPage
from capture_app.ui.style import Look
from tests.helpers.inline_jobs import InlineJobs
from tests.helpers.lead_world import in_lane
from tests.helpers.registers import add_record, add_row, block, control, fill, list_rows, rows, shown
from tests.helpers.render import settle

S1 = Theme(id=new_id(), theme_kind=ThemeKind.SECTION, code="S1")
FIRST = ThemeLabel(
    id=new_id(), theme=S1.id, text="Ethos and values", source="Report", order="08", preferred=True
)
SECOND = ThemeLabel(id=new_id(), theme=S1.id, text="Values and ethos", source="Minutes", order="10")
THIRD = ThemeLabel(id=new_id(), theme=S1.id, text="What we stand for", source="Draft", order="18")


@pytest.fixture
def page(entered: Entered, jobs: InlineJobs, look: Look) -> Iterator[SetupPage]:
    page = SetupPage(entered, jobs, look)
    page.resize(1150, 680)
    page.show()
    page.show_part("frame")
    settle(page)
    yield page
    page.hide()
    page.deleteLater()


def frame(page: SetupPage) -> ThemePane:
    pane = page.pane()
    assert isinstance(pane, ThemePane)
    return pane


def put(workspace: Workspace, *records: Record) -> None:
    for record in records:
        keeping.keep(workspace, record)


def dumped(jobs: InlineJobs, entered: Entered, text: str) -> str:
    """The line of the dump in which this name stands."""
    (line,) = (one for one in in_lane(jobs, lambda: dump(entered.workspace)) if f'"{text}"' in one)
    return line


def test_ticking_a_name_unticks_the_others_and_one_undo_puts_both_ticks_back(
    page: SetupPage, entered: Entered, jobs: InlineJobs
) -> None:
    pane = frame(page)
    add_record(pane, {"Code": "S1"})
    for name, source, where in (
        ("Ethos and values", "Report", "p. 9"),
        ("Values and ethos", "Minutes", "item 3"),
    ):
        add_row(pane, "Names", {"Name": name, "Source": source, "Where in the source": where})
    first, second = rows(block(pane, "Names"))
    fill(first, {"Name to show": "yes"})
    settle(page)
    assert list_rows(pane) == ["S1 Ethos and values"]
    fill(second, {"Name to show": "yes"})
    settle(page)
    assert [shown(row, "Name to show") for row in (first, second)] == ["no", "yes"]
    assert list_rows(pane) == ["S1 Values and ethos"]
    assert '"preferred":true' in (line := dumped(jobs, entered, "Values and ethos"))
    assert '"source":"Minutes"' in line
    assert '"locator":"item 3"' in line
    assert '"preferred":true' not in dumped(jobs, entered, "Ethos and values")
    pane.steps.back()
    settle(page)
    assert [shown(row, "Name to show") for row in (first, second)] == ["yes", "no"]
    assert list_rows(pane) == ["S1 Ethos and values"]


def test_removing_a_theme_in_use_asks_first_and_counts_what_carries_it(
    page: SetupPage, entered: Entered, jobs: InlineJobs
) -> None:
    pane = frame(page)
    add_record(pane, {"Code": "S1"})
    theme = pane.current
    session = Session(id=new_id(), label="Riverside 1")
    lines = [Line(id=new_id(), session=session.id, text=words) for words in ("One.", "Two.", "Gone.")]
    ties = [LineTheme(id=link_id("LineTheme", line.id, theme), line=line.id, theme=theme) for line in lines]
    held = SessionTheme(id=link_id("SessionTheme", session.id, theme), session=session.id, theme=theme)
    in_lane(jobs, partial(put, entered.workspace, session, *lines, *ties, held))
    in_lane(jobs, partial(keeping.take_away, entered.workspace, Line, lines[-1].id))
    pane.remove_button.click()
    settle(page)
    dialog = pane.removal.dialog
    assert dialog is not None
    assert "2 lines and 1 session" in " ".join(one.text() for one in dialog.findChildren(QLabel))
    assert dialog.harmless.isDefault()
    dialog.harmless.click()
    settle(page)
    assert pane.current == theme
    pane.remove_button.click()
    settle(page)
    assert pane.removal.dialog is not None
    pane.removal.dialog.verb.click()
    settle(page)
    assert list_rows(pane) == []
    pane.steps.back()
    settle(page)
    assert list_rows(pane) == ["S1"]


def test_what_was_removed_is_reached_later_and_its_history_brings_it_back(
    page: SetupPage, entered: Entered, jobs: InlineJobs
) -> None:
    in_lane(jobs, partial(put, entered.workspace, S1, FIRST, replace(S1, deleted=True)))
    pane = frame(page)
    pane.show_later("")
    settle(page)
    assert (list_rows(pane), pane.removed_button.text()) == ([], "Removed: 1")
    wanted: list[tuple[str, str]] = []
    page.history_wanted.connect(lambda kind, record: wanted.append((kind, record)))
    (action,) = pane.removed_button.menu_of_removed().actions()
    assert action.text() == "S1 Ethos and values"
    action.trigger()
    assert wanted == [("Theme", S1.id)]
    first = in_lane(jobs, partial(history, entered.workspace, *wanted[0]))[-1]
    again = partial(bring_back_version, entered.workspace, *wanted[0], first.id)
    jobs.write(again, lambda _done: None, page, page)
    settle(page)
    assert list_rows(pane) == ["S1 Ethos and values"]
    assert pane.removed_button.isHidden()


def test_a_row_that_was_removed_is_reached_later_below_its_rows_and_comes_back(
    page: SetupPage, entered: Entered, jobs: InlineJobs
) -> None:
    in_lane(jobs, partial(put, entered.workspace, S1, FIRST, SECOND, replace(SECOND, deleted=True)))
    pane = frame(page)
    pane.show_later(S1.id)
    settle(page)
    (block,) = pane.form.rows
    assert len(block.fields()) == len(block.spec.fields), "one row"
    button = block.removed_button
    assert button.accessibleName() == f"Removed: 1, {block.spec.title()}"
    wanted: list[tuple[str, str]] = []
    page.history_wanted.connect(lambda kind, record: wanted.append((kind, record)))
    (action,) = button.menu_of_removed().actions()
    assert action.text() == SECOND.text
    action.trigger()
    assert wanted == [("ThemeLabel", SECOND.id)]
    first = in_lane(jobs, partial(history, entered.workspace, *wanted[0]))[-1]
    again = partial(bring_back_version, entered.workspace, *wanted[0], first.id)
    jobs.write(again, lambda _done: None, page, page)
    settle(page)
    assert len(block.fields()) == 2 * len(block.spec.fields)
    assert button.isHidden()


def choose(workspace: Workspace, label: ThemeLabel) -> None:
    """As the page does it."""
    (found,) = (
        one for one in keeping.entries(workspace, ThemeLabel, theme=S1.id) if one.record.id == label.id
    )
    keeping.keep_alone(workspace, replace(found.record, preferred=True), found.seen, "theme", "preferred")


def merged(entered: Entered, folder: Path) -> list[str]:
    """Two lead copies choose different names, and one takes in the other's bundle; the names said since."""
    own = entered.workspace
    line = Line(id=new_id(), text="A rule that nobody can keep helps nobody.")
    bond = LineTheme(id=link_id("LineTheme", line.id, S1.id), line=line.id, theme=S1.id)
    put(own, S1, FIRST, SECOND, THIRD, line, bond)
    folder.mkdir()
    other = open_workspace(back_up(own, folder).path)
    choose(other, THIRD)
    bundle = hand_over(other, folder / "other.wsbundle").path
    other.close()
    choose(own, SECOND)
    merge(own, [bundle])
    with own.unit_of_work() as work:
        beside = rest_of_line(work, line.id)
    assert beside is not None
    return [beside.themes[0].label, *(one.label for one in themes(own))]


def test_where_a_merge_left_two_names_ticked_it_is_said_and_one_name_stands_everywhere(
    page: SetupPage, entered: Entered, jobs: InlineJobs, tmp_path: Path
) -> None:
    names = in_lane(jobs, partial(merged, entered, tmp_path / "other"))
    assert names == ["Values and ethos", "Values and ethos"]
    pane = frame(page)
    pane._read()
    settle(page)
    assert list_rows(pane) == ["S1 Values and ethos"]
    model = pane.list.model()
    said = str(model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert "several names are ticked" in said
    assert "“Values and ethos”, “What we stand for”" in pane.ticked.accessibleName()
    fill(rows(block(pane, "Names"))[2], {"Name to show": "no"})
    settle(page)
    assert not pane.ticked.isVisible()


def test_a_code_that_stands_twice_in_the_frame_is_said_at_both(
    page: SetupPage, entered: Entered, jobs: InlineJobs
) -> None:
    pane = frame(page)
    for _time in range(2):
        add_record(pane, {"Code": "S1"})
    assert pane.same.isVisible()
    assert "This code also stands at: S1." in pane.same.accessibleName()
    fill(pane.form, {"Code": "S2"})
    page.keep_typed()
    settle(page)
    assert not pane.same.isVisible()
    assert control(pane.form, "Code").isVisible()


def test_a_topic_that_came_up_becomes_a_key_area_and_its_lines_stay_with_it(
    page: SetupPage, entered: Entered, jobs: InlineJobs
) -> None:
    topic = in_lane(jobs, lambda: new_topic(entered.workspace, "Immigration")).value
    line = Line(id=new_id(), text="Nobody had asked about it.")
    in_lane(jobs, lambda: put(entered.workspace, line))
    in_lane(jobs, lambda: tag(entered.workspace, line.id, topic))
    known = Theme(id=new_id(), theme_kind=ThemeKind.AREA, code="A1", order="8")
    in_lane(jobs, lambda: put(entered.workspace, known))
    pane = frame(page)
    pane._read()
    settle(page)
    assert list_rows(pane) == ["A1", "Immigration"]
    pane.go_to(topic)
    settle(page)
    fill(pane.form, {"Kind of theme": "Key area", "Code": "A9"})
    page.keep_typed()
    settle(page)
    assert list_rows(pane) == ["A1", "A9 Immigration"], "what was in order before stays before it"
    _first, now = in_lane(jobs, partial(themes, entered.workspace))
    assert (now.id, now.kind, now.words(), now.uses) == (topic, ThemeKind.AREA, "A9 Immigration", 1)
    told = in_lane(jobs, partial(history, entered.workspace, "Theme", topic))
    assert len(told) > 1


def test_two_topics_of_one_name_are_said_and_one_is_joined_into_the_other_and_parted_by_one_undo(
    page: SetupPage, entered: Entered, jobs: InlineJobs
) -> None:
    for _laptop in range(2):
        topic = Theme(id=new_id())
        in_lane(
            jobs,
            partial(put, entered.workspace, topic, ThemeLabel(id=new_id(), theme=topic.id, text="Legal")),
        )
    line = Line(id=new_id(), text="Nobody had a lawyer.")
    in_lane(jobs, partial(put, entered.workspace, line))
    in_lane(jobs, lambda: tag(entered.workspace, line.id, topic.id))
    pane = frame(page)
    pane._read()
    settle(page)
    pane.go_to(topic.id)
    settle(page)
    assert "Perhaps the same as: Legal." in pane.alike.accessibleName()
    fill(pane.form, {"Joined into": "Legal"})
    settle(page)
    assert not pane.alike.isVisible()
    model = pane.list.model()
    said = [str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(2)]
    assert sum("joined into Legal" in one for one in said) == 1
    (kept,) = in_lane(jobs, partial(themes, entered.workspace))
    assert (kept.id != topic.id, kept.uses) == (True, 1)
    pane.steps.back()
    settle(page)
    assert pane.alike.isVisible()
    assert len(in_lane(jobs, partial(themes, entered.workspace))) == 2
