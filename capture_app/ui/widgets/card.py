"""The card: a surface with a thin edge that holds one subject, in sections parted by lines."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from capture_app.ui.style import Look
from capture_app.ui.widgets.label import Label
from capture_app.ui.widgets.painting import restyle


class Divider(QFrame):
    """A thin line between sections or columns."""

    def __init__(self, *, upright: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "divider-upright" if upright else "divider")


class Section(QFrame):
    """A padded column of a card. `padded=False` lets rows reach from edge to edge."""

    def __init__(self, look: Look, *, padded: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._padded = padded
        self.column = QVBoxLayout(self)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        pad = look.px(look.theme.space.card) if self._padded else 0
        self.column.setContentsMargins(pad, pad, pad, pad)
        self.column.setSpacing(look.px(look.theme.space.control) if self._padded else 0)


class Card(QFrame):
    """A card; `add` fills its first section, `add_section` starts another below a line.

    `title` stands at its head, with anything given to `add_aside` at the right of it.
    """

    def __init__(
        self,
        look: Look,
        title: str = "",
        *,
        detail: str = "",
        padded: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("kind", "card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        self._head: QHBoxLayout | None = None
        self.section: Section
        if title:
            self.setAccessibleName(title)
            self._build_head(title, detail)
        if not title or not padded:
            self.add_section(padded=padded)

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._look = look
        if self._head is not None:
            self._head.setSpacing(look.px(look.theme.space.control))

    def set_chosen(self, chosen: bool) -> None:
        """Mark the card as the one shown or chosen."""
        inset = 2 if chosen else 1
        self._column.setContentsMargins(inset, inset, inset, inset)
        restyle(self, "card-chosen" if chosen else "card")

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Put a widget into the newest section."""
        self.section.column.addWidget(widget, stretch)

    def add_stretch(self) -> None:
        """Push what is there to the top."""
        self.section.column.addStretch(1)

    def add_section(self, *, padded: bool = True, stretch: int = 0) -> Section:
        """Begin a section below a line; `add` goes there from now on."""
        if self._column.count():
            self._column.addWidget(Divider())
        self.section = Section(self._look, padded=padded)
        self._column.addWidget(self.section, stretch)
        return self.section

    def add_foot(self, widget: QWidget) -> None:
        """Put a widget into a tinted foot, for what was left out or how to read this."""
        foot = Section(self._look)
        foot.setProperty("kind", "card-foot")
        foot.column.addWidget(widget)
        self._column.addWidget(foot)

    def add_aside(self, widget: QWidget) -> None:
        """Put a widget at the right end of the title's line."""
        if self._head is not None:
            self._head.addWidget(widget)

    def _build_head(self, title: str, detail: str) -> None:
        self.add_section()
        self._head = QHBoxLayout()
        self._head.setSpacing(self._look.px(self._look.theme.space.control))
        self._head.addWidget(Label(title, "heading"))
        if detail:
            self._head.addWidget(Label(detail, "secondary"))
        self._head.addStretch(1)
        self.section.column.addLayout(self._head)
