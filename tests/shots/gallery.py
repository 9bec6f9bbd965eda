"""Every widget of the toolkit on one sheet: `python -m tests.shots.gallery FOLDER` writes it in four looks."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from capture_app.domain.vocabulary import Side, Stance
from capture_app.ui.keys import KeyMap
from capture_app.ui.style import Look
from capture_app.ui.theme import DARK, LIGHT
from capture_app.ui.widgets.action_bar import ActionBar
from capture_app.ui.widgets.balance_bar import BalanceBar
from capture_app.ui.widgets.banner import Banner
from capture_app.ui.widgets.button import Button, Kind, Size
from capture_app.ui.widgets.card import Card
from capture_app.ui.widgets.chip import Chip, ChipButton, ChipFace
from capture_app.ui.widgets.choices import Check, DropDown, Radio
from capture_app.ui.widgets.coverage_bar import CoverageBar
from capture_app.ui.widgets.empty_state import EmptyState
from capture_app.ui.widgets.field import Field
from capture_app.ui.widgets.figures import Figures
from capture_app.ui.widgets.flow import FlowRow
from capture_app.ui.widgets.header import PageHeader
from capture_app.ui.widgets.icon import Badge
from capture_app.ui.widgets.keycap import KeyCap
from capture_app.ui.widgets.label import Prose
from capture_app.ui.widgets.legend import LegendGroup
from capture_app.ui.widgets.legend_bar import LegendBar
from capture_app.ui.widgets.nav import Place
from capture_app.ui.widgets.nav_menu import NavMenu
from capture_app.ui.widgets.progress_line import ProgressLine
from capture_app.ui.widgets.rail import Rail
from capture_app.ui.widgets.saved_indicator import SavedIndicator
from capture_app.ui.widgets.scroll import ScrollColumn
from capture_app.ui.widgets.search_field import SearchField
from capture_app.ui.widgets.segments import Segments
from capture_app.ui.widgets.side_nav import SideNav
from capture_app.ui.widgets.split_pane import SplitPane
from capture_app.ui.widgets.status_bar import StatusBar
from capture_app.ui.widgets.stepper import Stepper
from capture_app.ui.widgets.tag import Tag
from capture_app.ui.widgets.time_left import TimeLeft
from capture_app.ui.widgets.toast import Toast
from tests.helpers.render import prefer_inter, render

LEAD = [
    Place("overview", "Overview", "house"),
    Place("sessions", "Sessions", "calendar-blank"),
    Place("questionnaires", "Questionnaires", "clipboard-text"),
    Place("bundles", "Bundles", "tray"),
    Place("synthesis", "Synthesis", "pencil-line"),
    Place("check", "Check", "checks"),
    Place("matrix", "Matrix", "grid-four"),
    Place("reports", "Reports", "book-open"),
]
SCRIBE = [
    Place("session", "Session", "presentation"),
    Place("worksheet", "Worksheet", "notebook"),
    Place("minutes", "Minutes", "note-pencil"),
    Place("questions", "Questions", "clipboard-text"),
    Place("hand_over", "Hand over", "export"),
]
SETTINGS = Place("settings", "Settings", "gear-six")
FOOT = [SETTINGS, Place("help", "Help and keys", "question")]
LOOKS = [Look(theme, scale) for theme in (LIGHT, DARK) for scale in (100, 150, 200)]


def row(look: Look, *widgets: QWidget) -> FlowRow:
    """Widgets beside each other, in more lines where they must."""
    holder = FlowRow(look)
    for widget in widgets:
        holder.add(widget)
    return holder


def narrow(look: Look) -> bool:
    """Whether a window of 1366 pixels has room for one column only."""
    return 1366 * 100 / look.scale < 760


def lead_page(look: Look) -> QWidget:
    """A page of the project lead's window."""
    page = QWidget()
    whole, body, column = QVBoxLayout(page), QHBoxLayout(), QVBoxLayout()
    whole.setContentsMargins(0, 0, 0, 0)
    whole.setSpacing(0)
    body.setSpacing(0)
    column.setSpacing(0)
    if not narrow(look):
        body.addWidget(_lead_nav(look))
    body.addLayout(column, 1)
    whole.addLayout(body, 1)
    column.addWidget(_lead_head(look))
    content = ScrollColumn(look)
    _fill_lead(look, content.column)
    column.addWidget(content, 1)
    column.addWidget(_lead_foot(look))
    whole.addWidget(_status(look, "Project lead Ines R."))
    return page


def _lead_nav(look: Look) -> SideNav:
    nav = SideNav(
        look, LEAD, FOOT, title="Riverside and Vale Advocacy Standard", detail="Stage one · project lead"
    )
    nav.set_icons_only(1366 * 100 / look.scale < 1100)
    nav.set_current("bundles")
    nav.set_counter("sessions", 13)
    nav.set_counter("bundles", 3)
    nav.set_counter("check", 5, warns=True)
    return nav


def _lead_head(look: Look) -> PageHeader:
    head = PageHeader(look, "Merge preview · 3 bundles")
    if narrow(look):
        head.set_lead(NavMenu(look, [*LEAD, *FOOT]))
    head.add_chip(Chip("Draft by Ines R.", look, "accent", icon="pencil-simple"))
    head.add_fact("Nothing has changed yet. A checked backup is made before the merge.")
    head.add_action(Button("Compare groups", look, icon="columns"))
    disabled = Button("Send for check", look, icon="checks")
    disabled.setEnabled(False)
    head.add_action(disabled)
    return head


def _fill_lead(look: Look, content: QVBoxLayout) -> None:
    warn = Banner(look, "warn", "Area 8 has no sectoral session", "It was touched in 12 of 12 sessions.")
    warn.add_button(Button("Next gap", look, size="row", key="G"))
    content.addWidget(warn)
    priv = Banner(look, "priv", "Chatham House Rule in this part", "Write what was said, not who said it.")
    priv.add_button(Button("Why?", look, "quiet", size="row"))
    content.addWidget(priv)
    card = Card(look, "Evidence", detail="7 of 69")
    card.add_aside(Button("New statement", look, icon="plus", key="Ctrl N", size="row"))
    card.add(row(look, *(Chip(s, look, code=c) for c, s in (("S1", "Values"), ("S4", "Host organisations")))))
    card.add(
        row(
            look,
            Chip("interpreting", look, "emergent"),
            Chip("5 hands of 8", look, "plain", icon="hand"),
            Chip("Known laptop", look, "good", icon="shield-check"),
            Chip("18 lines missing", look, "warn", icon="warning"),
            Chip("Chatham House", look, "priv", icon="eye-slash"),
            ChipButton(ChipFace("S1 Values", "accent", icon="funnel", icon_after="x"), look),
            ChipButton(ChipFace("All groups", "plain", icon_after="caret-down"), look),
        )
    )
    card.add(row(look, *(Badge(stance, look) for stance in (*Stance, None))))
    card.add_section()
    card.add(Prose("Participants differed on the number of values: one group was split on it. " * 3, look))
    card.add_foot(
        Prose("1 line set aside as sensitive. It stays on this laptop.", look, "secondary", lead="Left out:")
    )
    content.addWidget(card)
    content.addWidget(row(look, *(KeyCap(text, look) for text in ("Ctrl", "1", "F1", "Shift Enter", "Tab"))))
    content.addStretch(1)


def _lead_foot(look: Look) -> ActionBar:
    foot = ActionBar(look)
    foot.add_left(Button("Cancel", look))
    foot.add_note("412 new records · 1 of 13 sessions touched")
    foot.add_right(Button("Decide later", look, "quiet", key="L"))
    foot.add_right(Button("Back up and merge", look, "primary", icon="git-merge"))
    return foot


def _status(look: Look, who: str) -> StatusBar:
    status = StatusBar(look)
    status.saved.saved(datetime(2024, 5, 16, 16, 2, 11))
    status.set_identity(who)
    status.set_second_copy("Backup 11:20")
    status.set_encrypted(True)
    return status


CAPTURE = (
    LegendGroup(tuple(f"stance.{stance}" for stance in Stance)),
    LegendGroup(tuple(f"side.{side}" for side in Side)),
    LegendGroup(("mark.theme", "mark.who"), by="typed"),
)
MINUTES = (
    LegendGroup(
        ("kind.quotation", "kind.question", "kind.decision", "kind.action", "kind.scribe_note"),
        by="typed",
        note="at the start of a line",
    ),
    LegendGroup(tuple(f"side.{side}" for side in Side)),
    LegendGroup(("mark.theme", "mark.who"), by="typed"),
)


def _fill_scribe(look: Look, column: QVBoxLayout) -> None:
    scroll = ScrollColumn(look, top=16)
    content = scroll.column
    content.addWidget(Stepper(look, ("For whom", "What goes in", "Check names", "Receipt"), 2))
    coverage = Card(look)
    bar = CoverageBar(look)
    bar.set_counts(46, 9, 14)
    bar.add_action(Button("Next pending", look, size="row", key="N"))
    coverage.add(bar)
    content.addWidget(coverage)
    content.addWidget(SplitPane(look, ("Inputs", _inputs(look)), ("States", _states(look))), 1)
    column.addWidget(scroll, 1)


def _inputs(look: Look) -> Card:
    card = Card(look, "Inputs")
    search = SearchField(look, "Search")
    search.setText("supervision")
    search.set_hits(14)
    card.add_aside(search)
    card.add(Field(look, "Workspace passphrase", QLineEdit("rain on the roof"), "At least five words."))
    wrong = Field(look, "Where to keep it", QLineEdit("/media/stick"))
    wrong.set_error("That folder cannot be written to. Choose another.")
    card.add(wrong)
    chosen = Segments(look, "This name", [("replace", "Replace"), ("keep", "Keep")])
    chosen.set_chosen("replace")
    card.add(row(look, chosen, Segments(look, "Another name", [("replace", "Replace"), ("keep", "Keep")])))
    combo = DropDown(look, "Which group")
    combo.addItems(["All groups", "Group 1"])
    check = Check("Typed codes", look)
    check.setChecked(True)
    card.add(row(look, combo, check, Radio("Light", look)))
    card.add_stretch()
    return card


def _states(look: Look) -> Card:
    card = Card(look, "States", detail="12 in 4 sections")
    card.add(Figures(look, [(141, "new"), (1106, "already here"), (3, "conflicts")]))
    card.add(
        row(
            look,
            Tag(look, "link-simple", "Used in 2", "good"),
            Tag(look, "circle", "Pending", "warn"),
            Tag(look, "minus-circle", "Set aside: repeat"),
            Tag(look, "check-circle-fill", "Done", "good", ink="text2"),
        )
    )
    progress = ProgressLine(look)
    progress.start("Checking {count} of {total} bundles")
    progress.show_progress(3, 7)
    card.add(progress)
    progress.show()
    add = Button("Add bundles", look, icon="plus")
    card.add(EmptyState(look, "tray", "No bundles yet. Drop the files from the laptops here.", add), 1)
    return card


def scribe_page(look: Look) -> QWidget:
    """A page of the scribe's window."""
    page = QWidget()
    whole, body = QVBoxLayout(page), QHBoxLayout()
    whole.setContentsMargins(0, 0, 0, 0)
    whole.setSpacing(0)
    if not narrow(look):
        rail = Rail(look, SCRIBE, [SETTINGS])
        rail.set_current("worksheet")
        body.addWidget(rail)
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    head = PageHeader(look, "Group 2 · Values and governance", ruled=True)
    if narrow(look):
        head.set_lead(NavMenu(look, [*SCRIBE, SETTINGS]))
    head.add_chip(Chip("Open", look, "accent", icon="pencil-simple"))
    for fact in ("Session 4, 16 May 2024", "Facilitator Tomasz W.", "5 in the room, 3 remote"):
        head.add_fact(fact)
    balance = BalanceBar(look)
    balance.set_counts(14, 6, 3)
    head.add_aside(balance)
    left = TimeLeft(look)
    left.set_time(12, "left in this breakout")
    head.add_aside(left)
    head.add_action(Button("Read back", look, icon="book-open", key="F8"))
    column.addWidget(head)
    _fill_scribe(look, column)
    body.addLayout(column, 1)
    whole.addLayout(body, 1)
    legend = LegendBar(look, KeyMap(), CAPTURE)
    legend.set_held(Qt.KeyboardModifier.ControlModifier)
    for used in ("side.remote", "stance.no_objection", "stance.mixed", "stance.agreed"):
        legend.note_used(used)
    whole.addWidget(legend)
    minutes = LegendBar(look, KeyMap(), MINUTES)
    minutes.set_locked({"mark.who": "names locked"})
    whole.addWidget(minutes)
    whole.addWidget(_status(look, "Laptop B · scribe Noor A."))
    return page


def states_page(look: Look) -> QWidget:
    """Buttons in every kind and size, one with the focus, and a toast."""
    page = ScrollColumn(look, top=24)
    column = page.column
    sizes: tuple[Size, ...] = ("row", "normal", "welcome", "kiosk")
    kinds: tuple[Kind, ...] = ("primary", "normal", "quiet", "plain")
    for size in sizes:
        column.addWidget(
            row(look, *(Button("Choose a file", look, kind, size=size, icon="folder-open") for kind in kinds))
        )
    focused = Button("Write the file", look, "primary", key="Ctrl O")
    focused.setObjectName("focused")
    locked = Button("Write the file", look, "primary", icon="export")
    locked.setEnabled(False)
    column.addWidget(row(look, focused, locked, Button("Back", look, icon="caret-left")))
    filled = [
        Button("Copy to a USB stick", look, "primary", icon="copy"),
        Button("Show in folder", look, icon="folder"),
    ]
    for button in filled:
        button.fill_column()
        column.addWidget(button)
    bad = Banner(
        look,
        "bad",
        "The disk is full, so nothing has been saved since 14:03:22.",
        "Your text is still here. Save it somewhere else, or free some space.",
    )
    bad.add_button(Button("Save elsewhere", look, size="row"))
    column.addWidget(bad)
    column.addWidget(Banner(look, "good", "Last backup checked", "Today, 09:42 · opened and counted"))
    unsaved = SavedIndicator(look)
    unsaved.saved(datetime(2024, 5, 16, 14, 3, 22))
    unsaved.failed()
    column.addWidget(unsaved)
    column.addStretch(1)
    Toast(page, look).offer("Line removed.", page.update)
    return page


SHEETS: dict[str, Callable[[Look], QWidget]] = {
    "lead": lead_page,
    "scribe": scribe_page,
    "states": states_page,
}


def main(folder: Path) -> None:
    """Write every sheet in every look."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    prefer_inter(app)
    for look in LOOKS:
        for name, make in SHEETS.items():
            widget = make(look)
            widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            (widget.findChild(QWidget, "focused") or widget).setFocus()
            render(widget, folder / f"{name}-{look.theme.name}-{look.scale}.png", 1366, 738, look)
            widget.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
