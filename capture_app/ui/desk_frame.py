"""How the window is laid out while a workspace is open: navigation, pages, what is not saved, the status."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from capture_app.dates import clock_words
from capture_app.ui.app import Preferences
from capture_app.ui.clock_banner import ClockBanner
from capture_app.ui.pages import identity, is_lead
from capture_app.ui.style import Look
from capture_app.ui.unsaved import Unsaved
from capture_app.ui.widgets.banner import Banner
from capture_app.ui.widgets.label import Elided
from capture_app.ui.widgets.nav import Navigation, Place
from capture_app.ui.widgets.rail import Rail
from capture_app.ui.widgets.side_nav import SideNav
from capture_app.ui.widgets.status_bar import StatusBar
from capture_app.ui.widgets.tag import Tag
from capture_app.words import _

if TYPE_CHECKING:
    from capture_app.services.entering import Entered

_NARROW = 1100
"""Below this width (at 100 % text) the navigation is a rail."""

_ICONS = 900
"""Below this width the lead's rail shows icons only, as it does where the window is too low for words."""


class DeskFrame(QWidget):
    """What stands where, and nothing of what it does. `unsaved` knows what is not saved."""

    def __init__(
        self,
        entered: Entered,
        preferences: Preferences,
        places: Sequence[Place],
        last: Place,
        parent: QWidget | None,
    ) -> None:
        """`last` stands at the foot of the navigation."""
        super().__init__(parent)
        self.entered, self._preferences = entered, preferences
        look = preferences.look
        self._stack = QStackedWidget()
        self._navigations = self._make_navigations(look, places, last)
        self.banner = Banner(look, "bad", "")
        self.clock = ClockBanner(look, entered.about.written / 1000)
        practice = _("Practice. Nothing here can leave this laptop.")
        self._practice = Tag(look, "graduation-cap", practice, "accent")
        self._invented = Elided(entered.about.invented, "caption")
        self.status = StatusBar(look)
        self.unsaved = Unsaved(self.banner, self.status.saved, self._in_sight)
        self._build()
        self._tell_status()
        self.set_look(look)
        self.clock.look_at_clock()

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        page = look.px(look.theme.space.page)
        self._strip.setContentsMargins(page, look.px(4), page, look.px(4))
        self._strip.setSpacing(look.px(16))
        self._fit()

    def cover(self, screen: QWidget) -> None:
        """Take everything of the workspace out of sight and show this instead, over the status bar.

        It leaves the window altogether: what is only hidden, a screen reader can still be led to.
        """
        self._content.hide()
        self._whole.removeWidget(self._content)
        self._content.setParent(None)
        self._covered = True
        self._whole.insertWidget(0, screen, 1)
        self.status.set_identity("")
        self.status.danger.hide()
        self.unsaved.say()

    def uncover(self, screen: QWidget) -> None:
        """Show the workspace again, as it was."""
        screen.hide()
        self._whole.removeWidget(screen)
        screen.deleteLater()
        self._covered = False
        self._whole.insertWidget(0, self._content, 1)
        self._content.show()
        self.unsaved.say()
        self.status.set_identity(identity(self.entered))
        self.status.danger.show()

    def navigation(self) -> Navigation:
        """The navigation that is shown: the wide one of a lead, or the rail."""
        return next(one for one in self._navigations if not one.isHidden())

    def tell_second_copy(self, made: datetime | None) -> None:
        """When the newest checked copy was made."""
        here = made.astimezone() if made else None
        self.status.set_second_copy(_("Backup {time}").format(time=clock_words(here.time())) if here else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _in_sight(self) -> QWidget | None:
        return None if self._covered else self._stack.currentWidget()

    def _make_navigations(self, look: Look, places: Sequence[Place], last: Place) -> list[Navigation]:
        foot = [Place("help", _("Help"), "question"), last]
        rail = Rail(look, places, foot)
        if not is_lead(self.entered):
            return [rail]
        about = self.entered.about
        detail = " · ".join(word for word in (about.stage, _("project lead")) if word)
        side = SideNav(look, places, foot, title=about.title, detail=detail)
        side.set_counter("sessions", len(self.entered.sessions))
        return [side, rail]

    def _build(self) -> None:
        self._whole, self._content, self._covered = QVBoxLayout(self), QWidget(), False
        inner, body, beside = QVBoxLayout(self._content), QHBoxLayout(), QVBoxLayout()
        for layout in (self._whole, inner, body, beside):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        for navigation in self._navigations:
            body.addWidget(navigation)
        body.addLayout(beside, 1)
        beside.addWidget(self._stack, 1)
        beside.addWidget(self.clock)
        self._strip = QHBoxLayout()
        self._strip.addWidget(self._practice)
        self._strip.addWidget(self._invented, 1)
        inner.addLayout(body, 1)
        inner.addLayout(self._strip)
        self._whole.addWidget(self._content, 1)
        self.destroyed.connect(self._content.deleteLater)  # which is nobody's child while it is covered
        self._whole.addWidget(self.banner)
        self._whole.addWidget(self.status)
        self.banner.hide()
        self._practice.setVisible(self.entered.about.practice)
        self._invented.setVisible(bool(self.entered.about.invented))

    def _tell_status(self) -> None:
        about = self.entered.about
        self.status.set_identity(identity(self.entered))
        self.status.set_encrypted(about.encrypted)
        self.tell_second_copy(about.last_backup)

    def _fit(self) -> None:
        room = self.width() * 100 / self._preferences.look.scale
        narrow, rail = room < _NARROW, self._navigations[-1]
        if len(self._navigations) > 1:
            self._navigations[0].setVisible(not narrow)
            rail.setVisible(narrow)
        if isinstance(rail, Rail):
            lead = len(self._navigations) > 1
            words = lead and room >= _ICONS and rail.has_room_for_words(self._height_beside())
            rail.set_icons_only(narrow and not words)

    def _height_beside(self) -> int:
        """What the navigation has of the window's height."""
        strip = 0 if self._strip.isEmpty() else self._strip.sizeHint().height()
        return self.height() - self.status.sizeHint().height() - strip
