"""One laptop in the dialog that makes packs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from capture_app.domain.vocabulary import Role
from capture_app.services.packing import ForWhom
from capture_app.ui.style import Look
from capture_app.ui.widgets.choices import DropDown
from capture_app.ui.widgets.field import Field
from capture_app.words import _

if TYPE_CHECKING:
    from capture_app.services.entering import SessionRow

_LARGE = 150
"""Text size in per cent from which a laptop takes two lines."""


class LaptopRow(QWidget):
    """One laptop: what it is called, who holds it, in which role and which group.

    Signals:
    changed(): it is for another role or group.
    """

    changed = Signal()

    def __init__(
        self,
        look: Look,
        label: str,
        role: Role,
        group: str,
        session: SessionRow,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session.session.id
        self.label, self.holder = QLineEdit(label), QLineEdit()
        self.role, self.group = DropDown(look, _("Role")), DropDown(look, _("Group"))
        roles = {
            Role.SCRIBE: _("Scribe"),
            Role.FACILITATOR: _("Facilitator"),
            Role.OBSERVER: _("Observer"),
        }
        for known, words in roles.items():
            self.role.addItem(words, known)
        self.group.addItem(_("All groups"), "")
        for one in session.groups:
            self.group.addItem(one.label or _("Not named yet"), one.id)
        self.role.setCurrentIndex(self.role.findData(role))
        self.group.setCurrentIndex(self.group.findData(group))
        for choice in (self.role, self.group):
            choice.currentIndexChanged.connect(self.changed)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        editors: tuple[tuple[str, QWidget], ...] = (
            (_("Laptop"), self.label),
            (_("Who holds it"), self.holder),
            (_("Role"), self.role),
            (_("Group"), self.group),
        )
        self._fields = [Field(look, words, editor) for words, editor in editors]
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over the spaces; large text needs two lines."""
        self._grid.setSpacing(look.px(look.theme.space.control))
        columns = 4 if look.scale < _LARGE else 2
        for place, field in enumerate(self._fields):
            self._grid.addWidget(field, place // columns, place % columns)
            self._grid.setColumnStretch(
                place, int(place < columns)
            )  # all as wide: a group may have a long name

    def whom(self) -> ForWhom:
        """What was filled in."""
        return ForWhom(
            label=self.label.text().strip(),
            holder=self.holder.text().strip(),
            role=Role(self.role.currentData()),
            session=self._session,
            group=self.group.currentData(),
        )
