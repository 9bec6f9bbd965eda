"""A worksheet and a questionnaire to begin with, in words of our own, for a consultation that has none yet."""

from capture_app.domain.codec import kind_named, record_of
from capture_app.domain.plain import read_plain
from capture_app.domain.record import Record
from capture_app.paths import resource
from capture_app.services.done import Done
from capture_app.store.workspace import Workspace

__all__ = ["add_starters", "starters"]

NAMES = ("worksheet", "questionnaire")


def starters() -> tuple[Record, ...]:
    """The forms that come with the program. Their ids, and those of their items, are the same everywhere (F3)."""
    return tuple(_form(resource("starter", f"{name}.json").read_text("utf-8")) for name in NAMES)


def add_starters(workspace: Workspace) -> Done[int]:
    """Put the forms that are not here yet into the workspace; gives how many (D1, practice 2.8).

    One that is here stays as it is, however it was reworded; one that was taken away comes back.
    """
    with workspace.unit_of_work() as work:
        found = [(form, work.records.find(type(form), form.id)) for form in starters()]
        added = [form for form, here in found if here is None or here.deleted]
        for form in added:
            work.records.save(form)
        return Done(len(added), work.commit())


def _form(text: str) -> Record:
    fields = read_plain(text)
    return record_of(kind_named(str(fields.pop("kind"))), str(fields.pop("id")), fields)
