"""Long work: nothing for a moment, then what is counted, a bar, and a way to stop."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from capture_app.ui.style import Look
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.label import Label
from capture_app.words import _, number_words

_PATIENCE = 400
"""Milliseconds under which nothing is shown."""


class ProgressLine(QWidget):
    """`start("Checking {count} of {total} bundles")`, `show_progress(3, 7)`, `finish()`.

    It keeps its room while hidden, so nothing moves when it comes.

    Signals:
        cancelled(): somebody pressed Cancel; pass it to the job's `Steps.cancel`.
    """

    cancelled = Signal()

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pattern = ""
        self._label = Label("", "secondary")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._cancel = Button(_("Cancel"), look, size="row")
        self._cancel.clicked.connect(self._on_cancel)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_PATIENCE)
        self._wait.timeout.connect(self.show)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._label)
        self._row.addWidget(self._bar, 1)
        self._row.addWidget(self._cancel)
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.set_look(look)
        self.hide()

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(look.px(look.theme.space.gap))

    def start(self, pattern: str, *, can_cancel: bool = True) -> None:
        """Begin; `pattern` is a translated sentence with {count} and {total}."""
        self._pattern = pattern
        self._cancel.setEnabled(True)
        self._cancel.setVisible(can_cancel)
        self._bar.setRange(0, 1)
        self._bar.setValue(0)
        self._label.setText(pattern.format(count=0, total="…"))
        self._wait.start()

    def show_progress(self, count: int, total: int) -> None:
        """Say how far it is."""
        self._bar.setRange(0, max(1, total))
        self._bar.setValue(count)
        words = self._pattern.format(count=number_words(count), total=number_words(total))
        self._label.setText(words)
        self._bar.setAccessibleName(words)

    def finish(self) -> None:
        """It is over, one way or the other."""
        self._wait.stop()
        self.hide()

    def _on_cancel(self) -> None:
        self._cancel.setEnabled(False)
        self._label.setText(_("Stopping…"))
        self.cancelled.emit()
