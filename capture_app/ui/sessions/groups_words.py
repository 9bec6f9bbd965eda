"""What is said about who sits in which group. Of wishes only how many, never whose: the page may be seen by others."""

from __future__ import annotations

from capture_app.domain.dividing import Division
from capture_app.domain.records import Group
from capture_app.domain.vocabulary import GroupMode, Side
from capture_app.services.grouping import Grouped, Member
from capture_app.services.wording import choice_words
from capture_app.words import _, n_


def group_words(group: Group, members: int) -> str:
    """ "Group A · room · 5 people"; without where it sits, where nobody has said it."""
    sits = () if group.mode is GroupMode.NOT_STATED else (choice_words(group.mode),)
    people = n_("{count} person", "{count} people", members)
    return " · ".join((group.label or _("Not named yet"), *sits, people))


def hint_words(found: Grouped) -> str:
    """What is to be done before anybody can be seated; empty where somebody can."""
    if not found.groups:
        return _("Add the groups first. Then people can be divided among them.")
    if not found.without and not any(members for _group, members in found.groups):
        return _("Nobody is expected yet. Add them under “Expected and there”.")
    return ""


def without_words(count: int) -> str:
    """The heading over those who sit in no group."""
    return n_("In no group yet · {count} person", "In no group yet · {count} people", count)


def member_words(member: Member) -> str:
    """A name, and with whoever is on the call that they are; nothing where they are in the room."""
    sides = member.row.sides
    remote = bool(sides) and Side.ROOM not in sides
    return _("{name} (remote)").format(name=member.name) if remote else member.name


def wishes_words(found: Grouped) -> tuple[str, str]:
    """How many wishes the groups keep as they stand, and where to read more; two empty texts where there is none."""
    if not found.wishes:
        return "", ""
    if not found.broken:
        return _("Every wish about groups is kept."), ""
    sentence = n_(
        "{count} wish about groups is not kept as the groups stand.",
        "{count} wishes about groups are not kept as the groups stand.",
        found.broken,
    )
    return sentence, _("Which one is said in confidence only: People, In confidence, Group wishes.")


def proposal_words(found: Division, *, anew: bool) -> str:
    """What a proposal could not do, in sentences; empty where it could do all."""
    told = []
    if found.nowhere:
        told.append(
            n_(
                "{count} person is in no group: none suits where they take part.",
                "{count} people are in no group: none suits where they take part.",
                len(found.nowhere),
            )
        )
    if found.broken and not anew:
        told.append(_("Whoever had a group stayed in it. Dividing everybody anew may keep more wishes."))
    elif found.broken and found.proven:
        told.append(_("However these people are divided into these groups, no fewer wishes would be broken."))
    elif found.broken:
        told.append(_("There are more ways to divide them than could be looked at."))
    return " ".join(told)
