"""Pictures of widgets without a screen, and a search for text that does not fit.

Used by the gallery, by `make shots` and by the test that walks every page.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QCursor, QFont, QFontDatabase
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QToolButton, QWidget

from capture_app.paths import resource
from capture_app.ui.style import Look, apply, relook, style_sheet
from capture_app.ui.widgets.label import Prose
from capture_app.ui.widgets.tag import Tag


def prefer_inter(app: QApplication) -> None:
    """Use Inter where it is installed: the offscreen platform has no interface font of its own."""
    if "Inter" in QFontDatabase.families():
        app.setFont(QFont("Inter"))


def wear(app: QApplication, look: Look) -> None:
    """Dress widgets that stand alone, without the window of ours that would bring the style sheet."""
    apply(app, look)
    app.setStyleSheet(style_sheet(look, resource("style", "app.qss").read_text("utf-8")))


def settle(widget: QWidget) -> None:
    """Let layouts, deferred deletions and style changes happen."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents(widget, QEvent.Type.LayoutRequest.value)
        QApplication.processEvents()


def render(widget: QWidget, path: Path, width: int, height: int, look: Look) -> None:
    """Draw a widget at a size and look into a PNG file. Raises OSError where it cannot be written."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    wear(app, look)
    relook(widget, look)
    widget.resize(width, height)
    # Nothing is hovered or focused but what the caller asks for.
    QCursor.setPos(-100, -100)
    widget.show()
    settle(widget)
    path.parent.mkdir(parents=True, exist_ok=True)
    if not widget.grab().save(str(path)):
        raise OSError(f"{path} was not written")


def clipped_texts(root: QWidget) -> list[str]:
    """What can be seen inside `root` but not read in full, as "Class: words"; empty is good."""
    return [f"{type(w).__name__}: {_words(w)}" for w in root.findChildren(QWidget) if _is_clipped(w)]


def unnamed_controls(root: QWidget) -> list[str]:
    """Buttons and inputs that a screen reader could not name, as "Class in Parent"; empty is good."""
    return [
        f"{type(w).__name__} in {type(w.parent()).__name__}"
        for w in root.findChildren(QWidget)
        if w.focusPolicy().value & 1 and w.isEnabled() and w.isVisible() and not _has_name(w)
    ]


def misnamed_controls(root: QWidget) -> list[str]:
    """Buttons and ticks whose name does not begin with the words they show, as "shown: name"; empty is good.

    The number that a row of questions draws before its words is part of its name too, and the language nobody
    speaks puts brackets around both.
    """
    before = "0123456789. ["
    found = ((w.text(), w.accessibleName()) for w in root.findChildren(QAbstractButton) if w.isVisible())
    return [
        f"{shown}: {name}"
        for shown, name in found
        if name and not (name.startswith(shown) or name.lstrip(before).startswith(shown.lstrip(before)))
    ]


def _has_name(widget: QWidget) -> bool:
    return bool(widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text()))


def _words(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QLabel | QAbstractButton) else widget.accessibleName()


def _is_clipped(widget: QWidget) -> bool:
    if isinstance(widget, Tag):  # it draws its own words
        return widget.isVisible() and (_leaves_parent(widget) or _is_narrower(widget))
    if not widget.isVisible() or not isinstance(widget, QLabel | QAbstractButton) or not widget.text():
        return False
    if isinstance(widget, QToolButton) and widget.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly:
        return False  # its words are for the ears
    if _leaves_parent(widget):
        return True
    if isinstance(widget, Prose):
        return widget.heightForWidth(widget.width()) > widget.height()
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.heightForWidth(widget.width()) > widget.height()
    needed = widget.minimumSizeHint()
    return widget.width() < needed.width() or widget.height() < needed.height()


def _is_narrower(widget: QWidget) -> bool:
    return widget.width() < widget.minimumSizeHint().width()


def _leaves_parent(widget: QWidget) -> bool:
    """Whether part of it lies outside its parent, unless the parent is something one scrolls."""
    parent = widget.parentWidget()
    if parent is None or parent.objectName() == "qt_scrollarea_viewport":
        return False
    return not parent.rect().contains(widget.geometry())
