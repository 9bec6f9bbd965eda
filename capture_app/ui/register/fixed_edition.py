"""Above the form of an edition that is in use: why it stays as it is, so that it changes only by a new one (B7, F3)."""

from __future__ import annotations

from capture_app.ui.register.register_pane import RegisterPane
from capture_app.ui.style import Look
from capture_app.ui.widgets.banner import Banner


class FixedEdition(Banner):
    """Stands in a pane; while it shows a reason, nothing of the record can be changed or taken away there."""

    def __init__(self, pane: RegisterPane, look: Look, what_then: str) -> None:
        """`what_then` says below the reason what to do."""
        super().__init__(look, "priv", "", icon="lock-simple")
        self._pane, self._what_then, self._why = pane, what_then, ""
        self.hide()
        pane.ahead.addWidget(self)
        pane.form.made.connect(lambda _key: pane.form.set_fixed(bool(self._why)))

    def show_why(self, why: str) -> None:
        """Why the edition that is shown stays as it is; empty where it may be changed."""
        self._why, fixed = why, bool(why)
        self.setVisible(fixed)
        self._pane.remove_button.setEnabled(not fixed)
        self._pane.form.set_fixed(fixed)
        if fixed:
            self.show_message("priv", why, self._what_then, icon="lock-simple")
