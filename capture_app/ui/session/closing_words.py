"""The end of a session in words: what is undecided, where it was closed and why."""

from __future__ import annotations

from capture_app.services.closing import Closed, Closing
from capture_app.ui.when import when
from capture_app.ui.widgets.banner import BannerKind
from capture_app.words import _, n_


def state_words(found: Closing) -> tuple[BannerKind, str, str]:
    """How the banner looks, what it says, and the line below it."""
    if found.own is not None:
        closed = _("Closed on this laptop {when}.").format(when=when_words(found.own))
        return "good", closed, found.own.reason
    count = len(found.undecided)
    if not count:
        return "good", _("Nothing is undecided."), ""
    return "warn", n_("{count} thing is undecided.", "{count} things are undecided.", count), ""


def elsewhere_words(closed: Closed) -> str:
    """ "Closed on Laptop A today, 16:10. The scribe of group 3 went home early." """
    said = _("Closed on {laptop} {when}.").format(laptop=closed.laptop, when=when_words(closed))
    return f"{said} {closed.reason}".strip()


def handed_over_words(found: Closing) -> str:
    """Whether what was written has left this laptop."""
    if found.handed_over is None:
        return _("Nothing has been handed over from this laptop yet, so there is no copy outside it.")
    told = when(found.handed_over.astimezone())
    if found.changed_since:
        return _("Handed over {when}. Something was written since.").format(when=told)
    return _("Handed over {when}. Nothing was written since.").format(when=told)


def when_words(closed: Closed) -> str:
    """When it was; nothing where the time that came is none."""
    return when(closed.at.astimezone()) if closed.at else ""
