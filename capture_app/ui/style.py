"""Turns the tokens of a theme and a text scale into what Qt wants: fonts, a palette and one style sheet.

`apply` is called at the start and again only when the theme or the text size changes. Widgets that paint
or measure themselves are given a `Look`, and a new one through `set_look`.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, fields
from string import Template
from typing import Protocol, runtime_checkable

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from capture_app.domain.vocabulary import Stance
from capture_app.paths import resource
from capture_app.ui.theme import REGULAR, Theme

SCALES = (100, 125, 150, 175, 200)
"""Text sizes on offer, in per cent, on top of the system's own scaling."""

_POINT = 4 / 3 if sys.platform == "darwin" else 1.0
"""macOS counts 72 points to the inch where the others count 96, so the same size comes out smaller."""


@dataclass(frozen=True, slots=True)
class Look:
    """The theme and text scale (per cent) a widget paints with."""

    theme: Theme
    scale: int = 100

    def px(self, pixels: float) -> int:
        """A length at 100 % in pixels at this scale, at least 1."""
        return max(1, round(pixels * self.scale / 100))

    def points(self, size: float) -> float:
        """A type size at 100 % in the points to ask the system for."""
        return size * _POINT * self.scale / 100

    def colour(self, token: str | Stance) -> QColor:
        """The colour of a token ("accent", "text2") or of a stance."""
        if isinstance(token, Stance):
            return QColor(self.theme.stances[token])
        return QColor(getattr(self.theme, token))

    def blend(self, token: str, other: str, share: float) -> QColor:
        """A colour between two tokens; `share` (0 to 1) is how much of the first."""
        a, b = self.colour(token), self.colour(other)
        return QColor.fromRgbF(
            a.redF() * share + b.redF() * (1 - share),
            a.greenF() * share + b.greenF() * (1 - share),
            a.blueF() * share + b.blueF() * (1 - share),
        )

    def font(self, size: float, weight: int = REGULAR) -> QFont:
        """The interface font at a size of `theme.type`, figures of equal width where it has them."""
        font = QFont()
        font.setPointSizeF(self.points(size))
        font.setWeight(QFont.Weight(weight))
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    @property
    def edge(self) -> int:
        """The width of a control's or card's edge in pixels."""
        return 1 if self.scale < 150 else 2


@runtime_checkable
class Relookable(Protocol):
    """A widget that holds a `Look` and can be given another."""

    def set_look(self, look: Look) -> None:
        """Take over colours and sizes; does not reach into children."""


def apply(app: QApplication, look: Look) -> None:
    """Fusion, palette and font, for the whole application."""
    if app.style().name() != "fusion":  # setting it again would cost a pass over every widget
        app.setStyle("Fusion")
    app.setPalette(palette(look.theme))
    app.setFont(look.font(look.theme.type.body))


def dress(window: QWidget, look: Look) -> None:
    """Give the style sheet to a window and everything in it, dialogs too.

    A window and not the application wears it: Qt tells every widget of a page again of a sheet that holds
    everywhere each time a part of the page is put into another, which made forms three times as slow.
    Measured: a sheet costs a pass over every widget, so never call this for a single one.
    """
    window.setStyleSheet(style_sheet(look, resource("style", "app.qss").read_text("utf-8")))


def relook(root: QWidget, look: Look) -> None:
    """Give the new look to a widget and everything inside it that keeps one."""
    for widget in (root, *root.findChildren(QWidget)):
        if isinstance(widget, Relookable):
            widget.set_look(look)


def style_sheet(look: Look, template: str) -> str:
    """The style sheet: `$accent` a colour, `$px8` a scaled length, `$pt_body` a type size, `$ring`."""
    theme = look.theme
    values = {f.name: str(getattr(theme, f.name)) for f in fields(theme) if f.type == "Colour"}
    values |= {f"px{n}": f"{look.px(n)}px" for n in range(1, 65)}
    values |= {f"pt_{f.name}": f"{look.points(getattr(theme.type, f.name)):g}pt" for f in fields(theme.type)}
    # A focused control has a thicker edge and as much less padding, so that nothing in it moves.
    values |= {f"focus{n}": f"{look.px(n) - ring(look) + look.edge}px" for n in range(4, 17)}
    values |= {"edge": f"{look.edge}px", "ring": f"{ring(look)}px"}
    return Template(template).substitute(values)


def ring(look: Look) -> int:
    """The width of the focus ring in pixels."""
    return look.px(look.theme.ring)


def palette(theme: Theme) -> QPalette:
    """The palette of a theme, with the disabled group."""
    result = QPalette()
    for role, token in _ROLES.items():
        result.setColor(role, QColor(getattr(theme, token)))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.text3))
    for role in (QPalette.ColorRole.Base, QPalette.ColorRole.Button):
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.window))
    result.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Highlight, QColor(theme.sunken))
    return result


_ROLES = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "surface",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "bad",
    QPalette.ColorRole.PlaceholderText: "text3",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent_press",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Mid: "border",
    QPalette.ColorRole.Dark: "line",
    QPalette.ColorRole.Shadow: "line",
}
