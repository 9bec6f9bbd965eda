"""Agendas and the templates they come from: using one copies its parts (B6, B7)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from capture_app.domain.errors import NotPossible
from capture_app.domain.ids import new_id
from capture_app.domain.ordering import spread
from capture_app.domain.reading_order import reading_order
from capture_app.domain.record import RecordId
from capture_app.domain.records import AgendaPart, AgendaTemplate, Session
from capture_app.domain.times import later, read_time
from capture_app.domain.values import PlannedPart
from capture_app.services.done import Done
from capture_app.services.fixed_editions import template_use
from capture_app.store.workspace import Workspace
from capture_app.words import _, n_

__all__ = ["TemplateChoice", "template_facts", "templates", "use_template", "why_fixed"]


@dataclass(frozen=True, slots=True)
class TemplateChoice:
    """A template that can be used, by title and edition."""

    id: RecordId
    title: str


def templates(workspace: Workspace) -> tuple[TemplateChoice, ...]:
    """Every edition of every template, the newest of each first."""
    with workspace.unit_of_work() as work:
        found = sorted(
            work.records.all(AgendaTemplate), key=lambda one: (reading_order(one.title), -one.edition)
        )
        return tuple(TemplateChoice(one.id, template_words(one)) for one in found)


def template_facts(workspace: Workspace) -> Mapping[RecordId, str]:
    """For each template: its edition, and how many sessions were made from it."""
    with workspace.unit_of_work() as work:
        uses = work.records.tally(Session, ("agenda",))
        return {one.id: _facts(one, uses[(one.id,)]) for one in work.records.all(AgendaTemplate)}


def why_fixed(workspace: Workspace, template: RecordId) -> str:
    """Why a template stays as it is, in words; empty where it may be changed."""
    with workspace.unit_of_work() as work:
        return template_use(work, template)


def use_template(workspace: Workspace, session: RecordId, template: RecordId) -> Done[int]:
    """Copy the parts of a template into the agenda of a session; gives how many (B7).

    Raises NotPossible if the session has an agenda: minutes may stand under its parts.
    """
    with workspace.unit_of_work() as work:
        held = work.records.get(Session, session)
        chosen = work.records.get(AgendaTemplate, template)
        if work.records.count(AgendaPart, session=session):
            raise NotPossible(
                _("This session has an agenda already. Remove its parts first, or change them here.")
            )
        parts = copied(chosen, held)
        for part in parts:
            work.records.save(part)
        work.records.save(replace(held, agenda=template))
        return Done(len(parts), work.commit())


def copied(template: AgendaTemplate, session: Session) -> tuple[AgendaPart, ...]:
    """The parts of a template for a session, with the times that follow from when it starts."""
    planned = in_order(template.parts)
    time: str = read_time(session.starts)
    found = []
    for part, order in zip(planned, spread(len(planned)), strict=True):
        found.append(
            AgendaPart(
                id=new_id(),
                session=session.id,
                title=part.title,
                planned_start=time,
                planned_minutes=part.minutes,
                owner=part.owner,
                rule=part.rule,
                order=order,
                kept=part.kept,
            )
        )
        time = later(time, part.minutes) if time and part.minutes is not None else ""
    return tuple(found)


def in_order(parts: Mapping[str, PlannedPart]) -> list[PlannedPart]:
    """The parts of a template as they follow each other."""
    return [part for _key, part in sorted(parts.items(), key=lambda each: (each[1].order, each[0]))]


def template_words(template: AgendaTemplate) -> str:
    """A template by title and edition."""
    title = template.title or _("Not named yet")
    return _("{title}, edition {edition}").format(title=title, edition=template.edition)


def _facts(template: AgendaTemplate, uses: int) -> str:
    edition = _("edition {edition}").format(edition=template.edition)
    used = n_("used for {count} session", "used for {count} sessions", uses) if uses else ""
    return " · ".join(words for words in (edition, used) if words)
