"""The wide navigation of the project lead: the consultation's name, then places with counters."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from capture_app.ui.icons import paint_icon
from capture_app.ui.style import Look
from capture_app.ui.theme import REGULAR, SEMIBOLD
from capture_app.ui.widgets.card import Divider
from capture_app.ui.widgets.label import Prose
from capture_app.ui.widgets.nav import Navigation, NavItem, Place
from capture_app.ui.widgets.painting import CENTRE, advance, focus_ring, line_height, middle, rounded, written
from capture_app.words import number_words

_WIDTH = 188
"""Wider only where a language's words need it."""


class _SideItem(NavItem):
    def sizeHint(self) -> QSize:
        look = self._look
        if self.icons_only:
            return QSize(look.px(34), look.px(36))
        font = look.font(look.theme.type.body, SEMIBOLD)
        width = look.px(38) + round(advance(font, self.text())) + self._pill_width() + look.px(20)
        return QSize(width, max(look.px(36), round(line_height(font)) + look.px(12)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look, rect = QPainter(self), self._look, QRectF(self.rect())
        chosen = self.isChecked()
        if chosen or self.underMouse():
            rounded(painter, rect, look.px(6), fill=look.colour("sel" if chosen else "hover"))
        if chosen:
            bar = QRectF(0, rect.height() / 2 - look.px(9), look.px(3), look.px(18))
            rounded(painter, bar, look.px(1), fill=look.colour("accent"))
        name = f"{self.place.icon}-bold" if chosen else self.place.icon
        icon = middle(rect, look.px(8 if self.icons_only else 10), look.px(18), look.px(18))
        paint_icon(painter, name, icon, look.colour("accent" if chosen else "text2"))
        if not self.icons_only:
            self._paint_words(painter, rect)
        if self.hasFocus():
            focus_ring(painter, rect, look, look.px(6))

    def _paint_words(self, painter: QPainter, rect: QRectF) -> None:
        look, chosen = self._look, self.isChecked()
        font = look.font(look.theme.type.body, SEMIBOLD if chosen else REGULAR)
        words = rect.adjusted(look.px(38), 0, 0, 0)
        written(painter, words, self.text(), font, look.colour("text" if chosen else "text2"))
        if self.count:
            self._paint_pill(painter, rect)

    def _pill_width(self) -> int:
        if not self.count:
            return 0
        return max(
            self._look.px(22), round(advance(self._pill_font(), number_words(self.count))) + self._look.px(14)
        )

    def _pill_font(self) -> QFont:
        return self._look.font(self._look.theme.type.caption, SEMIBOLD)

    def _paint_pill(self, painter: QPainter, rect: QRectF) -> None:
        look, width = self._look, self._pill_width()
        height = max(look.px(20), round(line_height(self._pill_font())) + look.px(4))
        box = middle(rect, rect.right() - width - look.px(10), width, height)
        rounded(painter, box, height / 2, fill=look.colour("warn_soft" if self.warns else "sunken"))
        ink = look.colour("warn" if self.warns else "text2")
        written(painter, box, number_words(self.count), self._pill_font(), ink, CENTRE)


class SideNav(Navigation):
    """Places below the consultation's `title` and a `detail` line."""

    def __init__(
        self,
        look: Look,
        places: Sequence[Place],
        foot: Sequence[Place] = (),
        *,
        title: str = "",
        detail: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, _SideItem, places, foot, parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._title, self._detail = Prose(title, look, "strong"), Prose(detail, look, "caption")
        self._look, self._icons_only = look, False
        self._head_box = QWidget()
        self._head, self._names = QVBoxLayout(self._head_box), QVBoxLayout()
        self._names.addWidget(self._title)
        self._names.addWidget(self._detail)
        self._head.addLayout(self._names)
        self._head.addWidget(Divider())
        self._column.insertWidget(0, self._head_box)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._column.setContentsMargins(look.px(8), look.px(16), look.px(8), look.px(12))
        self._column.setSpacing(look.px(2))
        self._look = look
        self._names.setContentsMargins(look.px(10), 0, look.px(10), 0)
        self._names.setSpacing(look.px(1))
        self._head.setContentsMargins(0, 0, 0, look.px(8))
        self._head.setSpacing(look.px(14))
        self.updateGeometry()

    def set_icons_only(self, icons_only: bool) -> None:
        """Show icons alone, named by their tooltips; the consultation's name gives way."""
        super().set_icons_only(icons_only)
        self._icons_only = icons_only
        self._head_box.setVisible(not icons_only)
        self.set_look(self._look)

    def sizeHint(self) -> QSize:
        return QSize(self._wide(), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._wide(), super().minimumSizeHint().height())

    def _wide(self) -> int:
        if self._icons_only:
            return self._look.px(52)
        return max(self._look.px(_WIDTH), super().minimumSizeHint().width())

    def set_consultation(self, title: str, detail: str) -> None:
        """Whose workspace this is."""
        self._title.set_words(title)
        self._detail.set_words(detail)
