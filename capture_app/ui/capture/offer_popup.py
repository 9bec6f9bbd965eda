"""What opens under the active line to choose from: themes, kinds of line. The keyboard stays in the line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from capture_app.ui.icons import paint_icon
from capture_app.ui.style import Look
from capture_app.ui.theme import BOLD, SEMIBOLD
from capture_app.ui.widgets.announce import announce
from capture_app.ui.widgets.keycap import keycap_size, paint_keycap
from capture_app.ui.widgets.painting import RIGHT, advance, line_height, middle, rounded, written
from capture_app.words import _

_ROW, _LEAST, _PAD = 32, 320, 4
_GAP = 16
_DETAIL = 0.35
"""How much of a row that is too narrow for both what stands at its right may have; the words come first."""
LABEL_AT, BARE_LABEL_AT = 46, 12
"""From the popup's left edge to where its words begin, after a code and where none stands before them: so that they
can stand under what was typed."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One row. `chip` draws it as a theme ("theme") or a topic ("emergent"); else `icon` stands before it.

    match: the letters to make bold, from and to. cap: the key that takes it. parted: a line above it.
    """

    key: str
    words: str
    code: str = ""
    chip: str = ""
    icon: str = ""
    match: tuple[int, int] = (0, 0)
    detail: str = ""
    cap: str = ""
    parted: bool = False

    def spoken(self) -> str:
        """The row in words."""
        return " ".join(part for part in (self.code, self.words, self.detail) if part)


class OfferPopup(QFrame):
    """Stands in the window's own area, below the line, above it where there is no room; never over it.

    Signals:
        taken(str): the key of the row somebody clicked.
    """

    taken = Signal(str)

    def __init__(self, look: Look, host: QWidget) -> None:
        super().__init__(host)
        self._look, self.host = look, host
        self._offers: tuple[Offer, ...] = ()
        self.current = 0
        self.setProperty("kind", "popup")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.hide()

    def set_look(self, look: Look) -> None:
        """Take over colours and sizes; what is open goes, because its place has changed."""
        if look != self._look:
            self._look = look
            self.hide()

    @property
    def offers(self) -> tuple[Offer, ...]:
        """What is on offer."""
        return self._offers

    def open(
        self, name: str, offers: Sequence[Offer], line: QRect, left: int, *, quiet: bool = False
    ) -> None:
        """Offer these below `line` (in the parent's coordinates), with their words at `left`.

        A `quiet` offer is at no row yet, and is not said until one goes to it.
        """
        fresh = not self.isVisible() or self.current < 0
        self._offers = tuple(offers)
        self.current = -1 if quiet else 0 if fresh else min(self.current, len(offers) - 1)
        said = "; ".join(offer.spoken() for offer in offers)
        self.setAccessibleName(_("{name}: {offers}").format(name=name, offers=said))
        self._place(line, left)
        self.show()
        self.raise_()
        self.update()
        if not quiet:
            self._say()

    def step(self, by: int) -> None:
        """Go to another row; the first follows the last, and is the first one goes to."""
        self.current = (self.current + by) % len(self._offers)
        self._say()
        self.update()

    def chosen(self) -> Offer:
        """The row one is at."""
        return self._offers[self.current]

    def sizeHint(self) -> QSize:
        look = self._look
        width = max((self._row_width(offer) for offer in self._offers), default=0.0)
        inner = max(look.px(_LEAST), round(width))
        return QSize(inner + 2 * look.px(_PAD), len(self._offers) * self._row() + 2 * look.px(_PAD))

    def words_of(self, number: int) -> tuple[str, str]:
        """The words of a row and what stands at its right, shortened with "…" where the window has no room."""
        offer, font = self._offers[number], self._look.font(self._look.theme.type.secondary)
        room = self._rect(number).width() - self._fixed_width(offer)
        words, gap = self._words_width(offer.words), self._look.px(_GAP)
        detail = advance(font, offer.detail) + gap if offer.detail else 0.0
        if words + detail <= room:
            return offer.words, offer.detail
        right = min(detail, max(room - words, room * _DETAIL))
        bold = self._look.font(self._look.theme.type.secondary, SEMIBOLD)
        return _shortened(bold, offer.words, room - right), _shortened(font, offer.detail, right - gap)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position().toPoint())
        if row is not None and row != self.current:
            self.current = row
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position().toPoint())
        if row is not None:
            self.taken.emit(self._offers[row].key)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, look = QPainter(self), self._look
        for number, offer in enumerate(self._offers):
            rect = self._rect(number)
            if offer.parted:
                painter.fillRect(rect.adjusted(0, 0, 0, 1 - rect.height()), look.colour("border"))
            if number == self.current:
                rounded(painter, rect, look.px(6), fill=look.colour("sel"))
            words, detail = self.words_of(number)
            self._paint_offer(painter, rect, replace(offer, words=words, detail=detail))

    def _paint_offer(self, painter: QPainter, rect: QRectF, offer: Offer) -> None:
        look = self._look
        left = rect.left() + look.px(8)
        if offer.chip:
            box = middle(rect, left, self._chip_width(offer), look.px(22))
            dashed = offer.chip == "emergent"
            fill = None if dashed else look.colour("sunken")
            edge = look.colour("line") if dashed else None
            rounded(painter, box, look.px(4), fill=fill, edge=edge, width=look.edge, dashed=dashed)
            left += look.px(6)
            left = self._say_at(painter, rect, left, offer.code, bold=True) + look.px(8)
        elif offer.icon:
            paint_icon(
                painter, offer.icon, middle(rect, left, look.px(16), look.px(16)), look.colour("text2")
            )
            left += look.px(24)
        start, end = offer.match
        for part, bold in (
            (offer.words[:start], False),
            (offer.words[start:end], True),
            (offer.words[end:], False),
        ):
            left = self._say_at(painter, rect, left, part, bold=bold)
        self._paint_right(painter, rect, offer)

    def _paint_right(self, painter: QPainter, rect: QRectF, offer: Offer) -> None:
        look = self._look
        right = rect.right() - look.px(8)
        if offer.cap:
            width, height = keycap_size(offer.cap, look)
            box = middle(rect, right - width, width, height)
            paint_keycap(painter, box, offer.cap, look, fill=look.colour("surface"))
            right -= width + look.px(8)
        if offer.detail:
            font = look.font(look.theme.type.secondary)
            written(
                painter,
                rect.adjusted(0, 0, right - rect.right(), 0),
                offer.detail,
                font,
                look.colour("text2"),
                RIGHT,
            )

    def _say_at(self, painter: QPainter, rect: QRectF, left: float, text: str, *, bold: bool) -> float:
        if not text:
            return left
        font = self._look.font(self._look.theme.type.secondary, SEMIBOLD if bold else 400)
        width = advance(font, text)
        tint = "text" if bold else "text2"
        written(painter, middle(rect, left, width, line_height(font)), text, font, self._look.colour(tint))
        return left + width

    def _row_width(self, offer: Offer) -> float:
        look = self._look
        font = look.font(look.theme.type.secondary)
        right = advance(font, offer.detail) + look.px(_GAP) if offer.detail else 0
        return self._fixed_width(offer) + self._words_width(offer.words) + right

    def _fixed_width(self, offer: Offer) -> float:
        """What a row needs besides its words: its code, its key, and space."""
        look = self._look
        code = advance(look.font(look.theme.type.secondary, BOLD), offer.code)
        cap = keycap_size(offer.cap, look)[0] + look.px(_GAP) if offer.cap else 0
        return look.px(24) + look.px(20) + code + cap

    def _words_width(self, words: str) -> float:
        return advance(self._look.font(self._look.theme.type.secondary, SEMIBOLD), words)

    def _chip_width(self, offer: Offer) -> float:
        look = self._look
        code = advance(look.font(look.theme.type.secondary, BOLD), offer.code)
        return self._words_width(offer.words) + code + look.px(20)

    def _row(self) -> int:
        return max(
            self._look.px(_ROW), round(line_height(self._look.font(self._look.theme.type.secondary))) + 8
        )

    def _rect(self, number: int) -> QRectF:
        pad = self._look.px(_PAD)
        return QRectF(pad, pad + number * self._row(), self.width() - 2 * pad, self._row())

    def _row_at(self, at: QPoint) -> int | None:
        return next((n for n in range(len(self._offers)) if self._rect(n).contains(at)), None)

    def _place(self, line: QRect, left: int) -> None:
        """Never beyond the window, nor, to have its words in sight, over what stands before the line."""
        host, gap, wanted = self.host.rect(), self._look.px(9), self.sizeHint()
        least = min(self._look.px(_LEAST), host.width() - gap)
        self.resize(min(wanted.width(), max(host.width() - line.left() - gap, least)), wanted.height())
        x = max(0, min(left - self._look.px(LABEL_AT), host.width() - self.width() - gap))
        below = line.bottom() + gap
        above = line.top() - gap - self.height()
        self.move(x, below if below + self.height() <= host.height() or above < 0 else above)

    def _say(self) -> None:
        words = _("{offer}, {number} of {count}")
        offer = self.chosen()
        announce(self, words.format(offer=offer.spoken(), number=self.current + 1, count=len(self._offers)))


def _shortened(font: QFont, words: str, room: float) -> str:
    """As much as fits; nothing where not even a letter would."""
    short = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, room)
    return short if short != "…" else ""
