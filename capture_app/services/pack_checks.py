"""What to look at before packs are made: names in use, scribes with nothing to write on, facilitators with no plan."""

from collections.abc import Iterable
from dataclasses import dataclass

from capture_app.domain.record import RecordId
from capture_app.domain.records import AgendaPart, Form, Group, Sheet
from capture_app.domain.vocabulary import FormPurpose
from capture_app.services.laptop_names import names_in_use
from capture_app.store.workspace import Workspace
from capture_app.words import _, n_

__all__ = ["BeforePacks", "before_packs", "group_words", "plan_words"]


@dataclass(frozen=True, slots=True)
class BeforePacks:
    """names: what laptops are called already. with_sheet: the groups, of all sessions, that have a worksheet.

    with_agenda: the sessions that have an agenda. questionnaire: whether there is one to ask at the end.
    """

    names: tuple[str, ...] = ()
    with_sheet: frozenset[RecordId] = frozenset()
    with_agenda: frozenset[RecordId] = frozenset()
    questionnaire: bool = True


def before_packs(workspace: Workspace) -> BeforePacks:
    """Read it all at once, so that a dialog asks once."""
    names = names_in_use(workspace)
    with workspace.unit_of_work() as work:
        return BeforePacks(
            names,
            with_sheet=frozenset(sheet.group for sheet in work.records.all(Sheet)),
            with_agenda=frozenset(part.session for part in work.records.all(AgendaPart)),
            questionnaire=work.records.count(Form, purpose=FormPurpose.QUESTIONNAIRE) > 0,
        )


def group_words(
    groups: Iterable[Group], with_sheet: frozenset[RecordId], scribes_for: Iterable[RecordId]
) -> tuple[str, str]:
    """What would keep the scribes of a session from writing, and what to do; both empty where nothing does.

    `scribes_for` are the groups that packs of scribes are for, "" for all of them.
    """
    there, wanted = list(groups), set(scribes_for)
    if not there:
        return _("This session has no groups yet, so no scribe is proposed"), _(
            "A group counts once it has a label. Add it under “Groups” of the session, and give it a worksheet."
        )
    meant = [group for group in there if group.id in wanted or "" in wanted]
    bare = [group.label for group in meant if group.id not in with_sheet and group.label]
    unnamed = sum(not group.label for group in there)
    troubles, ways = [], []
    if bare:
        words = n_("{{groups}} has no worksheet yet", "{{groups}} have no worksheet yet", len(bare))
        troubles.append(words.format(groups=", ".join(bare)))
        ways.append(
            _(
                "A scribe of such a group can write nothing but minutes. Cancel, and choose “Give each group this "
                "worksheet” under “Groups” of the session."
            )
        )
    if unnamed:
        troubles.append(n_("{count} group has no label yet", "{count} groups have no label yet", unnamed))
        ways.append(_("Type each group’s label under “Groups”, so that its scribe knows which it is."))
    return " · ".join(troubles), " ".join(ways)


def plan_words(before: BeforePacks, session: RecordId) -> tuple[str, str]:
    """What the pack of a facilitator would lack, and what to do; both empty where it lacks nothing (B6, F1)."""
    troubles, ways = [], []
    if session not in before.with_agenda:
        troubles.append(_("No agenda yet"))
        ways.append(
            _("Without an agenda the facilitator sees no times. Add its parts under “Agenda” of the session.")
        )
    if not before.questionnaire:
        troubles.append(_("No questionnaire yet"))
        ways.append(_("Write one under “Forms”, so that it can be asked at the end."))
    return " · ".join(troubles), " ".join(ways)
