"""The rest of a line of which something is in conflict: stance, themes, side, hands, as they are shown now."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from capture_app.services.rest_of_line import RestOfLine
from capture_app.ui.badges import stance_word
from capture_app.ui.capture.faces import side_word
from capture_app.ui.icons import SIDE_ICONS
from capture_app.ui.style import Look
from capture_app.ui.widgets.chip import Chip
from capture_app.ui.widgets.flow import FlowRow
from capture_app.ui.widgets.icon import Badge, Icon
from capture_app.ui.widgets.label import Label, Prose
from capture_app.words import _


class RestPanel(QWidget):
    """A heading and one row for each thing that is said of the line."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rest: RestOfLine | None = None
        self._fields: Collection[str] = ()
        self._column = QVBoxLayout(self)
        self._column.addWidget(Label(_("The rest of this line"), "label"))
        self._rows = QWidget()
        self._column.addWidget(self._rows)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._look = look
        self._show()
        self._column.setContentsMargins(look.px(18), look.px(10), look.px(18), look.px(10))
        self._column.setSpacing(look.px(6))

    def show_rest(self, rest: RestOfLine | None, fields: Collection[str]) -> None:
        """Show a line without the fields that are in conflict; nothing for None."""
        self._rest, self._fields = rest, fields
        self._show()

    def _show(self) -> None:
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = QWidget()
        self._column.addWidget(self._rows)
        grid = QGridLayout(self._rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(self._look.px(16))
        grid.setVerticalSpacing(self._look.px(6))
        grid.setColumnMinimumWidth(0, self._look.px(68))
        grid.setColumnStretch(1, 1)
        rows = list(self._facts(self._rest, self._fields)) if self._rest else []
        for number, (words, widget) in enumerate(rows):
            grid.addWidget(Label(words, "secondary"), number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(widget, number, 1)
        self.setVisible(bool(rows))

    def _facts(self, rest: RestOfLine, fields: Collection[str]) -> Iterator[tuple[str, QWidget]]:
        look = self._look
        if "text" not in fields:
            yield _("Text"), Prose(rest.text, look)
        if "stance" not in fields:
            yield _("Stance"), _beside(Badge(rest.stance, look), stance_word(rest.stance), look)
        if rest.side and "side" not in fields:
            yield _("Side"), _beside(Icon(SIDE_ICONS[rest.side], look), side_word(rest.side), look)
        if rest.themes:
            yield _("Themes"), self._themes(rest)
        if rest.hands is not None and not {"hands", "hands_of"} & set(fields):
            of = _("{hands} of {of}") if rest.hands_of is not None else "{hands}"
            yield _("Hands"), Label(of.format(hands=rest.hands, of=rest.hands_of))

    def _themes(self, rest: RestOfLine) -> QWidget:
        row = FlowRow(self._look, 6)
        for tag in rest.themes:
            row.add(Chip(tag.label, self._look, "theme" if tag.code else "emergent", code=tag.code))
        return row


def _beside(mark: QWidget, words: str, look: Look) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(look.px(8))
    row.addWidget(mark)
    row.addWidget(Label(words))
    row.addStretch(1)
    return holder
