"""The button: verb first, with an icon before and a key cap after the words where that helps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from capture_app.ui.icons import paint_icon
from capture_app.ui.style import Look
from capture_app.ui.theme import MEDIUM, REGULAR, SEMIBOLD
from capture_app.ui.widgets.keycap import keycap_size, paint_keycap
from capture_app.ui.widgets.painting import LEFT, advance, focus_ring, line_height, middle, written
from capture_app.words import _

Kind = Literal["normal", "primary", "quiet", "plain"]
Size = Literal["normal", "row", "welcome", "kiosk"]


@dataclass(frozen=True, slots=True)
class _Measure:
    """Height, inner margin, type size and icon size at 100 %."""

    height: int
    margin: int
    type: str
    icon: int


_MEASURES: dict[Size, _Measure] = {
    "row": _Measure(28, 10, "secondary", 16),
    "normal": _Measure(34, 14, "body", 18),
    "welcome": _Measure(44, 20, "capture", 20),
    "kiosk": _Measure(56, 28, "question", 20),
}


class Button(QPushButton):
    """A button in one of four kinds (normal, primary, quiet, plain) and four heights (28, 34, 44, 56).

    `text()` is the words alone; the key cap is drawn after them and said as description.
    """

    def __init__(
        self,
        text: str,
        look: Look,
        kind: Kind = "normal",
        *,
        size: Size = "normal",
        icon: str = "",
        icon_after: bool = False,
        key: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._look, self._measure = look, _MEASURES[size]
        self._icon, self._icon_after, self._key = icon, icon_after, key
        self._compact = False
        self._align_left = False
        self.setProperty("kind", kind)
        self.setAccessibleName(text)
        self.setAccessibleDescription(_("Key {key}").format(key=key) if key else "")
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_look(self, look: Look) -> None:
        """Take over colours and sizes."""
        self._look = look
        self.updateGeometry()
        self.update()

    def set_words(self, text: str) -> None:
        """Other words; the accessible name follows."""
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def say_of(self, what: str) -> None:
        """Name it by its words and by what they are about, where several show the same words.

        What is shown comes first, so that whoever speaks to the program can say it (WCAG 2.2, label in name).
        """
        self.setAccessibleName(f"{self.text()}, {what}")

    def set_icon(self, name: str) -> None:
        """Another icon by its Phosphor name."""
        self._icon = name
        self.update()

    def set_compact(self, compact: bool) -> None:
        """Only the icon, with the words as tooltip; for narrow windows and large text."""
        if compact and not self._icon:
            return
        self._compact = compact
        self.setToolTip(self.text() if compact else "")
        self.updateGeometry()
        self.update()

    def fill_column(self) -> None:
        """As wide as its column with the words at the left, for buttons of one width under each other."""
        self._align_left = True
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        look, font = self._look, self._font()
        height = max(look.px(self._measure.height), round(line_height(font)) + 2 * look.px(5))
        if self._compact:
            return QSize(max(height, look.px(self._measure.icon) + 2 * look.px(7)), height)
        return QSize(round(self._content_width(font)) + 2 * look.px(self._margin()), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text, option.icon = "", QIcon()
        self.style().drawControl(QStyle.ControlElement.CE_PushButtonBevel, option, painter, self)
        if self._compact:
            self._paint_icon_alone(painter)
        else:
            self._paint_content(painter)
        if self.hasFocus() and self.property("kind") == "primary":
            # The accent edge cannot be seen on an accent ground: an inner ring in the colour of the words.
            inset = self._look.px(3)
            rect = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            focus_ring(painter, rect, self._look, self._look.px(4), "on_accent")

    def _paint_icon_alone(self, painter: QPainter) -> None:
        size = self._look.px(self._measure.icon)
        box = middle(QRectF(self.rect()), (self.width() - size) / 2, size, size)
        paint_icon(painter, self._glyph(), box, self._ink())

    def _paint_content(self, painter: QPainter) -> None:
        look, font, ink = self._look, self._font(), self._ink()
        rect, gap = QRectF(self.rect()), look.px(8)
        left = float(look.px(self._margin()))
        if not self._align_left:
            left = max(left, (rect.width() - self._content_width(font)) / 2)
        icon = float(look.px(self._measure.icon))
        if self._icon and not self._icon_after:
            paint_icon(painter, self._glyph(), middle(rect, left, icon, icon), ink)
            left += icon + gap
        width = advance(font, self.text())
        written(painter, middle(rect, left, width, line_height(font)), self.text(), font, ink, LEFT)
        left += width + gap
        if self._icon and self._icon_after:
            paint_icon(painter, self._glyph(), middle(rect, left, icon, icon), ink)
            left += icon + gap
        if self._key:
            size = keycap_size(self._key, look)
            paint_keycap(painter, middle(rect, left, *size), self._key, look, ink=self._key_ink())

    def _content_width(self, font: QFont) -> float:
        parts = [advance(font, self.text())] if self.text() else []
        if self._icon:
            parts.append(self._look.px(self._measure.icon))
        if self._key:
            parts.append(keycap_size(self._key, self._look)[0])
        return sum(parts) + self._look.px(8) * (len(parts) - 1)

    def _margin(self) -> int:
        """Less beside an icon or a key cap, which bring air of their own; quiet buttons stand closer."""
        return self._measure.margin - (4 if self.property("kind") in ("quiet", "plain") else 0)

    def _font(self) -> QFont:
        weight = REGULAR if self.property("kind") == "plain" else MEDIUM
        if self._measure.height == 44 or self.property("kind") == "primary":
            weight = SEMIBOLD
        return self._look.font(getattr(self._look.theme.type, self._measure.type), weight)

    def _ink(self) -> QColor:
        if not self.isEnabled():
            return self._look.colour("text3")
        tints = {"primary": "on_accent", "quiet": "accent", "plain": "text2"}
        return self._look.colour(tints.get(self.property("kind"), "text"))

    def _glyph(self) -> str:
        """Light strokes look thinner on a dark ground, so a filled button takes the bold drawing."""
        bold = self.property("kind") == "primary" and self.isEnabled() and not self._icon.endswith("-fill")
        return f"{self._icon}-bold" if bold else self._icon

    def _key_ink(self) -> QColor | None:
        return self._ink() if self.property("kind") == "primary" or not self.isEnabled() else None
