"""What people do in sessions: the roles that are usual, and two that do not go together quietly (C1, C2, X31)."""

import re
from collections import defaultdict
from collections.abc import Iterable

from capture_app.domain.record import RecordId
from capture_app.domain.records import Session, SessionRole
from capture_app.store.workspace import Workspace
from capture_app.words import _

__all__ = ["doubtful_sessions", "usual_roles", "watches_and_writes"]

_WATCHING = frozenset({"observer", "observes", "evaluator"})
_WRITING = frozenset({"scribe", "facilitator", "cofacilitator", "notetaker"})


def usual_roles() -> tuple[str, ...]:
    """The roles a workshop has, to offer; a project may use words of its own."""
    return (
        _("facilitator"),
        _("scribe"),
        _("observer"),
        _("presenter"),
        _("project lead"),
        _("evaluator"),
        _("note taker"),
        _("remote host"),
        _("chat watcher"),
    )


def watches_and_writes(roles: Iterable[str]) -> bool:
    """Whether somebody with these roles both looks on and shapes what is written down.

    Roles are a project's own words ("scribe or facilitator", "co-facilitator"), so their words are looked at.
    """
    words: set[str] = set()
    for role in roles:
        plain = role.casefold()
        words |= {*re.findall(r"\w+", plain), re.sub(r"\W", "", plain)}
    watching = {_("observer"), _("evaluator")} | _WATCHING
    writing = {_("scribe"), _("facilitator")} | _WRITING
    return bool(words & watching) and bool(words & writing)


def doubtful_sessions(workspace: Workspace, person: RecordId) -> tuple[str, ...]:
    """The labels of the sessions in which one person both looked on and wrote or led (report p. 11)."""
    with workspace.unit_of_work() as work:
        roles: dict[RecordId, list[str]] = defaultdict(list)
        for one in work.records.all(SessionRole, person=person):
            roles[one.session].append(one.role)
        labels = {one.id: one.label for one in work.records.all(Session)}
    doubtful = [session for session, held in roles.items() if watches_and_writes(held)]
    return tuple(sorted(labels.get(session) or _("a session not named") for session in doubtful))
