"""What keeps the answers to an edition from standing beside those to the one before, in words (F3)."""

from capture_app.domain.forms.comparing import Apart, Broken, breaks
from capture_app.domain.record import RecordId
from capture_app.domain.records import Form
from capture_app.services.editions import family_of
from capture_app.store.workspace import Workspace
from capture_app.words import _

__all__ = ["apart_from_before", "why_apart"]


def apart_from_before(workspace: Workspace, form: RecordId) -> tuple[str, ...]:
    """A sentence for each question of the edition before that this one asks otherwise; none for a first edition."""
    with workspace.unit_of_work() as work:
        edition = work.records.find(Form, form)
        if edition is None:
            return ()
        others = [one for one in work.records.all(Form) if family_of(one) == family_of(edition)]
    earlier = [one for one in others if one.edition < edition.edition]
    if not earlier:
        return ()
    before = max(earlier, key=lambda one: (one.edition, one.id))
    return tuple(map(why_apart, breaks(before, edition)))


def why_apart(apart: Apart) -> str:
    """Why the answers to a question cannot stand beside those to its other edition."""
    words = {
        Broken.GONE: _("“{question}” is not asked any more."),
        Broken.KIND: _("“{question}” is answered in another way."),
        Broken.REWORDED: _("“{question}” has other words."),
        Broken.OPTIONS: _("“{question}” has other answers to choose from."),
        Broken.ORDER: _("“{question}” has its points in another order."),
        Broken.CONDITION: _("“{question}” is asked of other people."),
        Broken.LIMITS: _("“{question}” has other limits."),
    }
    return words[apart.broken].format(question=apart.prompt)
