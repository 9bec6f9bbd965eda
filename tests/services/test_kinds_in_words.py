"""Every kind of record, every field and every value of a closed list has words that people use."""

import re
from collections.abc import Iterator
from enum import StrEnum
from gettext import NullTranslations
from pathlib import Path
from typing import get_args, get_type_hints

import pytest

from capture_app import words
from capture_app.domain.records import KINDS, Device, Form, Interest, Observation, Session, TeamDebrief
from capture_app.domain.shape import SHAPES
from capture_app.domain.vocabulary import Capacity, FormPurpose, Role
from capture_app.services import keeping
from capture_app.services.history import history
from capture_app.services.reading import read_record
from capture_app.services.searching import FOUND_IN, search
from capture_app.services.values import SILENT
from capture_app.services.wording import choice_words, field_words, kind_words
from capture_app.services.workspaces import Workspace
from tests.helpers.lead_world import fill_session, plan

CODE = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-|[0-9a-f]{32}")


class _Marked(NullTranslations):
    """A language in which whatever was said through `_` can be told from what was not."""

    def gettext(self, message: str) -> str:
        return f"«{message}»"


@pytest.fixture
def marked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(words, "_chosen", _Marked())
    monkeypatch.setattr(words, "_told", ("marked", tmp_path))


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Workspace]:
    """The example's workshop, as it is written down by a lead."""
    workspace, _session = plan(tmp_path / "lead")
    fill_session(workspace)
    yield workspace
    workspace.close()


def _closed_lists() -> Iterator[tuple[str, str, type[StrEnum]]]:
    for kind, found in KINDS.items():
        for name, hint in get_type_hints(found).items():
            for one in (hint, *get_args(hint)):
                if isinstance(one, type) and issubclass(one, StrEnum):
                    yield kind, name, one


@pytest.mark.usefixtures("marked")
def test_no_kind_field_or_choice_is_ever_shown_as_it_stands_in_the_file() -> None:
    bare = [kind for kind in (*FOUND_IN, *KINDS) if not kind_words(kind).startswith("«")]
    bare += [
        f"{kind}.{name}"
        for kind, shape in SHAPES.items()
        for name in shape.names
        if name not in SILENT and not field_words(name, kind).startswith("«")
    ]
    bare += [
        f"{kind}.{name} {member!r}"
        for kind, name, closed in _closed_lists()
        for member in closed
        if not choice_words(member).startswith("«")
    ]
    assert bare == []


def test_whatever_is_found_is_read_in_words_and_not_in_the_names_of_files(lead: Workspace) -> None:
    with lead.unit_of_work() as work:
        session = work.records.all(Session)[0].id
        laptop = work.records.all(Device)[0].id
    keeping.keep(lead, Observation(id="seen", session=session, device=laptop, who="Ines R.", ran="Wombats."))
    keeping.keep(lead, TeamDebrief(id="told", session=session, device=laptop, who="Noor", issues="Wombats."))
    keeping.keep(lead, Interest(id="wise", declared_by="Wren", part="Evaluator", text="Wombats."))
    hits = search(lead, "wombats").hits
    assert {hit.kind_words for hit in hits} == {"Observer’s notes", "Team’s debrief", "Declared interest"}
    names = {hit.kind: dict(_fields(lead, hit.kind, hit.record)) for hit in hits}
    assert (names["Observation"]["name"], names["TeamDebrief"]["name"]) == ("Ines R.", "Noor")
    assert names["Interest"]["part"] == "Evaluator"
    with lead.unit_of_work() as work:
        form = next(one for one in work.records.all(Form) if one.purpose is FormPurpose.WORKSHEET)
    asked = [words for name, words in _fields(lead, "Form", form.id) if name.startswith("question ")]
    assert asked == [item.prompt for item in sorted(form.items.values(), key=lambda item: item.order)]
    with lead.unit_of_work() as work:
        there = [(kind, one.id) for kind, found in KINDS.items() for one in work.records.all(found)]
    coded = [(kind, *pair) for kind, record in there for pair in _fields(lead, kind, record)]
    assert [one for one in coded if CODE.search(one[2])] == []
    changes = [(kind, one) for kind, record in there for one in history(lead, kind, record)[-1].changes]
    assert [one for one in changes if CODE.search(one[1].after)] == []


def _fields(lead: Workspace, kind: str, record: str) -> tuple[tuple[str, str], ...]:
    found = read_record(lead, kind, record)
    assert found is not None
    return found.fields


def test_who_writes_on_a_laptop_to_observe_is_an_observer() -> None:

    assert (choice_words(Role.OBSERVER), choice_words(Capacity.OBSERVER)) == ("observer", "to observe")
