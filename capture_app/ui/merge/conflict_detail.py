"""One conflict in full: its versions side by side, what can be done about it, and the rest of the line."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from capture_app.services.conflicts import ConflictView
from capture_app.ui.badges import stance_word
from capture_app.ui.keys import KeyMap
from capture_app.ui.merge.decisions import Decision, can_be_written, place_of, words_of
from capture_app.ui.merge.naming import title_of
from capture_app.ui.merge.own_wording import OwnWording
from capture_app.ui.merge.rest_panel import RestPanel
from capture_app.ui.merge.version_columns import VersionColumns
from capture_app.ui.style import Look
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.card import Divider
from capture_app.ui.widgets.chip import Chip, ChipFace
from capture_app.ui.widgets.icon import Badge
from capture_app.ui.widgets.label import Label, Prose
from capture_app.ui.widgets.tag import Tag
from capture_app.words import _

_NARROW = 620


class ConflictDetail(QWidget):
    """`keeps_at_once`: a choice cannot be taken back, only changed.

    Signals:
        taken(int): this version. written(str): these words. later(): not now. undo(): as it was.
    """

    taken = Signal(int)
    written = Signal(str)
    later = Signal()
    undo = Signal()

    def __init__(
        self, look: Look, keys: KeyMap, *, keeps_at_once: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._at_once = look, keeps_at_once
        self._view: ConflictView | None = None
        self._decision: Decision | None = None
        self.columns = VersionColumns(look)
        self.own_wording = OwnWording(look)
        self._rest = RestPanel(look)
        self._rule = Divider()
        self._column, self._body = QVBoxLayout(self), QVBoxLayout()
        self._build_head(look)
        self._build_actions(look, keys)
        self._build()
        self.columns.taken.connect(self.taken)
        self.own_wording.written.connect(self.written)
        self.own_wording.left.connect(self._on_left)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._look = look
        self._body.setContentsMargins(look.px(18), look.px(12), look.px(18), look.px(12))
        self._body.setSpacing(look.px(12))
        for row in (self._head, self._actions, self._stance_row):
            row.setSpacing(look.px(8))
        self._fit()

    def show_conflict(self, view: ConflictView, decision: Decision | None, number: int, count: int) -> None:
        """Show a conflict and what was decided about it."""
        another = self._view is None or place_of(view) != place_of(self._view)
        self._view, self._decision = view, decision
        self._set_writing(not another and self.own_wording.isVisibleTo(self))
        self._title.set_words(title_of(view))
        place = _("{number} of {count}").format(number=number, count=count)
        self._place.show_face(ChipFace(place, "plain"))
        self._show_stance(view)
        self.columns.show_conflict(view, decision)
        self._rest.show_rest(view.rest, (*view.fields, "text") if view.whole else view.fields)
        self._rule.setVisible(self._rest.isVisibleTo(self))

    def stop_writing(self) -> None:
        """Close the editor."""
        self._set_writing(False)

    def begin_writing(self) -> None:
        """Open the editor for a third version, where the field holds words."""
        if self._view is not None and can_be_written(self._view):
            self._set_writing(True)
            self.own_wording.begin(words_of(self._view))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(240), self._column.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _build_head(self, look: Look) -> None:
        self._title = Prose("", look, "heading")
        self._place = Chip("", look, "plain")
        self._badge, self._stance = Badge(None, look), Label("", "secondary")
        self._head, self._stance_row = QHBoxLayout(), QHBoxLayout()
        self._head.addWidget(self._title)
        self._head.addWidget(self._place)
        self._head.addStretch(1)
        self._stance_row.addWidget(self._badge)
        self._stance_row.addWidget(self._stance)
        self._head.addLayout(self._stance_row)

    def _build_actions(self, look: Look, keys: KeyMap) -> None:
        self.write = Button(_("Write a third…"), look, size="row", key=keys["conflicts.write"].cap)
        self.decide_later = Button(
            _("Decide later"), look, "quiet", size="row", key=keys["conflicts.later"].cap
        )
        self.take_back = Button(
            _("Undo this choice"), look, "quiet", size="row", icon="arrow-counter-clockwise"
        )
        words = (
            _("Kept at once. Every choice can be changed.")
            if self._at_once
            else _("Every choice can be undone")
        )
        self._hint = Tag(look, "arrow-counter-clockwise", words)
        self.write.clicked.connect(self.begin_writing)
        self.decide_later.clicked.connect(self.later)
        self.take_back.clicked.connect(self.undo)
        self._actions = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._actions.addWidget(self.write)
        self._actions.addWidget(self.decide_later)
        self._actions.addStretch(1)
        self._actions.addWidget(self._hint)
        self._actions.addWidget(self.take_back)

    def _build(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._body.addLayout(self._head)
        self._body.addWidget(self.columns)
        self._body.addWidget(self.own_wording)
        self._body.addLayout(self._actions)
        self._column.addLayout(self._body)
        self._column.addWidget(self._rule)
        self._column.addWidget(self._rest)
        self._column.addStretch(1)
        self.own_wording.hide()

    def _show_stance(self, view: ConflictView) -> None:
        shown = view.rest is not None and view.field == "text"
        self._badge.setVisible(shown)
        self._stance.setVisible(shown)
        if view.rest is not None:
            self._badge.set_stance(view.rest.stance)
            self._stance.setText(stance_word(view.rest.stance))

    def _set_writing(self, writing: bool) -> None:
        """The editor takes the place of the other things one can do."""
        decided, words = self._decision is not None, self._view is not None and can_be_written(self._view)
        self.own_wording.setVisible(writing)
        self.write.setVisible(words and not writing)
        self.decide_later.setVisible(not writing)
        self.take_back.setVisible(decided and not self._at_once and not writing)
        self._hint.setVisible((not decided or self._at_once) and not writing)

    def _on_left(self) -> None:
        self._set_writing(False)
        self.write.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        narrow = self.width() * 100 / self._look.scale < _NARROW
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._actions.setDirection(down if narrow else across)
