"""What a screen reader calls those of our widgets for which Qt has no kind: a row of a list, a heading, a picture.

Such a class says it in `accessible_role`. Qt asks only where a screen reader listens.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget


def interface_of(_kind: str, thing: QObject) -> QAccessibleInterface | None:
    """For `QAccessible.installFactory`; None leaves it to Qt."""
    role: QAccessible.Role | None = getattr(thing, "accessible_role", None)
    return QAccessibleWidget(thing, role) if role is not None and isinstance(thing, QWidget) else None
