"""What a care file is to carry: chosen here, counted, and what stays is said (C6 to C8, I3, I4)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from capture_app.services.care_out import CareGoes
from capture_app.ui.people.care_words import aside_words, counts_words, stays_words
from capture_app.ui.style import Look
from capture_app.ui.widgets.choices import Check, DropDown
from capture_app.ui.widgets.field import Field
from capture_app.ui.widgets.label import Prose
from capture_app.words import _

CARE, REPORTS = "care", "reports"


class CareContents(QWidget):
    """`goes` is what there is. Lines that are set aside go along where `aside` is ticked, and never to the evaluator.

    Signals:
        chosen(): something else is to go.
    """

    chosen = Signal()

    def __init__(self, look: Look, goes: CareGoes, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._goes = goes
        self.list = DropDown(look, _("What it carries"))
        self.list.addItem(_("All but reports and interviews"), CARE)
        self.list.addItem(_("Reports and interviews, for the evaluator"), REPORTS)
        self.aside = Check(aside_words(goes.aside), look)
        self._in_it = Prose("", look, lead=_("Goes in:"))
        self._stays = Prose("", look, "secondary")
        note = Prose(
            _("With all earlier versions. It goes into no bundle, and this laptop keeps everything."),
            look,
            "secondary",
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        for widget in (
            Field(look, _("What it carries"), self.list),
            self._in_it,
            self._stays,
            note,
            self.aside,
        ):
            column.addWidget(widget)
        self.list.activated.connect(self._on_chosen)
        if goes.for_evaluator and not (goes.counts or goes.aside):
            self.list.setCurrentIndex(1)
        self._tell()

    def choose(self, key: str) -> None:
        """Choose what goes, as somebody would."""
        self.list.setCurrentIndex(self.list.findData(key))
        self._on_chosen()

    def for_evaluator(self) -> bool:
        """Whether it is what contributors reported, for the evaluator."""
        return bool(self.list.currentData() == REPORTS)

    def nothing(self) -> str:
        """Why nothing can be written; empty where something can."""
        if self._goes.refused:
            return self._goes.refused
        if self.for_evaluator():
            return "" if self._goes.for_evaluator else _("There is no report and no interview yet.")
        if self._goes.counts or self._goes.aside:
            return ""
        return _("There is nothing in confidence yet that could go into a care file.")

    def _on_chosen(self) -> None:
        self._tell()
        self.chosen.emit()

    def _tell(self) -> None:
        evaluator, goes = self.for_evaluator(), self._goes
        self._in_it.set_words(counts_words(goes.for_evaluator if evaluator else goes.counts))
        stays = _("Nothing else goes along.") if evaluator else stays_words(goes.for_evaluator)
        self._stays.set_words(stays)
        self._stays.setVisible(bool(stays))
        self.aside.setVisible(bool(goes.aside) and not evaluator)
