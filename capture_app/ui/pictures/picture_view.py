"""One picture, as wide as there is room or larger."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QAccessible, QImageReader, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QWidget

_LARGEST = 8000
"""The longer side in pixels of what is shown at all: a picture in a bundle may claim to be of any size."""
_STEP, _MOST = 1.4, 6


class PictureView(QScrollArea):
    """Reached with Tab and moved with the arrow keys; `larger` and `smaller` change how it is seen."""

    accessible_role = QAccessible.Role.Graphic

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture, self._zoom = QPixmap(), 1.0
        self._label = QLabel()
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWidget(self._label)
        self.setWidgetResizable(False)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_jpeg(self, jpeg: bytes) -> bool:
        """Show a picture, whole; whether it could be read."""
        self._picture, self._zoom = pixmap_of(jpeg), 1.0
        self._fit()
        return not self._picture.isNull()

    def larger(self) -> None:
        """Come nearer."""
        self._zoom = min(_MOST, self._zoom * _STEP)
        self._fit()

    def smaller(self) -> None:
        """Step back, until all of its width can be seen."""
        self._zoom = max(1.0, self._zoom / _STEP)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._picture.isNull():
            self._label.clear()
            return
        bar = self.verticalScrollBar().sizeHint().width()
        width = max(1, round((self.width() - bar) * self._zoom))
        ratio = self.devicePixelRatioF()
        shown = self._picture.scaledToWidth(round(width * ratio), Qt.TransformationMode.SmoothTransformation)
        shown.setDevicePixelRatio(ratio)
        self._label.setPixmap(shown)
        self._label.resize(QSize(width, round(shown.height() / ratio)))


def pixmap_of(jpeg: bytes) -> QPixmap:
    """A picture as it can be drawn; an empty one if it is no JPEG of a sensible size."""
    held = QByteArray(jpeg)
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"jpeg"))
    size = reader.size()
    if not size.isValid() or max(size.width(), size.height()) > _LARGEST:
        return QPixmap()
    return QPixmap.fromImage(reader.read())
