"""Lines that say more than the rule of their part allows, and taking the names out of them (practice 2.5).

Names are locked while somebody types in such a part; but the rule of a part may be changed afterwards.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from capture_app.domain.errors import NotPossible
from capture_app.domain.named import Names
from capture_app.domain.record import RecordId
from capture_app.domain.records import AgendaPart, Attendance, Line, Organisation, OrganisationName, Person
from capture_app.domain.vocabulary import Attribution, Grain, Rule
from capture_app.services.done import Done
from capture_app.services.keeping import Step, Together
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.store.workspace import Workspace
from capture_app.words import _

__all__ = ["TooMuch", "take_names_out", "too_much"]

_TRACED = (Attribution.ORGANISATION, Attribution.PERSON)


@dataclass(frozen=True, slots=True)
class TooMuch:
    """A line that says too much. part: the title of its part. names: those in its words, as they are written there.

    marked: it is marked with who said it, or for whom. without: the line as it may stand.
    """

    line: Line
    part: str
    names: tuple[str, ...]
    marked: bool
    without: Line


def too_much(workspace: Workspace, session: RecordId) -> tuple[TooMuch, ...]:
    """The lines of a session that say too much, by part and in order.

    Found are names as they stand among people, organisations and those listed as being there, and nothing else.
    """
    with workspace.unit_of_work() as work:
        return tuple(_too_much(work, session))


def take_names_out(workspace: Workspace, session: RecordId) -> Done[Step]:
    """Take names out of every such line, and the marks of who said it off; one step to undo.

    Raises NotPossible where no line says too much.
    """
    with workspace.unit_of_work() as work:
        together = Together(work)
        found = list(_too_much(work, session))
        if not found:
            raise NotPossible(_("No line says too much any more. Nothing was changed."))
        for one in found:
            together.save(one.without)
        return together.done()


def _too_much(work: UnitOfWork, session: RecordId) -> Iterator[TooMuch]:
    parts = [part for part in work.records.all(AgendaPart, session=session) if part.rule is not Rule.OPEN]
    names = _known(work, session) if parts else Names({})
    for part in parts:
        for line in work.records.all(Line, session=session, part=part.id):
            without = _without(line, names)
            if without != line:
                found = names.found_in(f"{line.text} {line.owner} {line.reference}")
                marked = (without.who, without.organisation) != (line.who, line.organisation)
                marked = marked or without.attribution != line.attribution
                yield TooMuch(line, part.title, found, marked, without)


def _without(line: Line, names: Names) -> Line:
    return replace(
        line,
        text=names.taken_out(line.text),
        owner=names.taken_out(line.owner),
        reference=names.taken_out(line.reference),
        who=None,
        organisation="",
        attribution=Attribution.PARTICIPANT if line.attribution in _TRACED else line.attribution,
    )


def _known(work: UnitOfWork, session: RecordId) -> Names:
    """Every name that is known here, with what stands for it."""
    person, organisation = _("[a person]"), _("[an organisation]")
    stands_for = {Grain.PERSON: person, Grain.ORGANISATION: organisation}
    known = {one.text: organisation for one in work.records.all(OrganisationName)}
    known |= {one.name: organisation for one in work.records.all(Organisation)}
    for entry in work.records.all(Attendance, session=session):
        if entry.grain in stands_for:
            known[entry.listing] = stands_for[entry.grain]
    return Names(known | {one.display: person for one in work.records.all(Person)})
