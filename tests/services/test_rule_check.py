"""The rule of a part is changed after somebody wrote: what now says too much is listed and taken out (practice 2.5)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from capture_app.domain.errors import NotPossible
from capture_app.domain.records import AgendaPart, Attendance, Line, Organisation, Person
from capture_app.domain.vocabulary import Attribution, Grain, LineKind, Rule
from capture_app.services.dumping import dump
from capture_app.services.keeping import undo
from capture_app.services.rule_check import take_names_out, too_much
from capture_app.services.workspaces import Workspace
from tests.helpers.minutes_world import SESSION, make_world, said, save

NAMED = "Short contracts make it hard to speak up, as at Harbour Trust, Dele Okoro said."


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Workspace]:
    """In the open part somebody is named, in words and by a mark."""
    made = make_world(tmp_path)
    save(
        made,
        Organisation(id="o", name="Harbour Trust"),
        Person(id="p", display="Dele Okoro"),
        Attendance(id="a", session=SESSION, grain=Grain.ORGANISATION, listing="Vale Housing"),
        replace(said("noor", "n8", "11:45", LineKind.POINT, NAMED), part="next"),
        replace(
            said("noor", "n9", "11:46", LineKind.ACTION, "Ask for their forms."),
            part="next",
            owner="vale housing",
            who="p",
            attribution=Attribution.PERSON,
        ),
    )
    yield made
    made.close()


def under(lead: Workspace, rule: Rule) -> None:
    with lead.unit_of_work() as work:
        work.records.save(replace(work.records.get(AgendaPart, "next"), rule=rule))
        work.commit()


def test_names_may_stand_in_an_open_part(lead: Workspace) -> None:
    assert too_much(lead, SESSION) == ()
    with pytest.raises(NotPossible, match="No line says too much"):
        take_names_out(lead, SESSION)


@pytest.mark.parametrize("rule", [Rule.CHATHAM_HOUSE, Rule.CONFIDENTIAL])
def test_once_the_rule_is_changed_the_lines_that_say_too_much_are_listed(lead: Workspace, rule: Rule) -> None:
    under(lead, rule)
    words, marks = too_much(lead, SESSION)
    assert (words.part, words.names, words.marked) == ("Next steps", ("Harbour Trust", "Dele Okoro"), False)
    assert (marks.names, marks.marked) == (("vale housing",), True)
    assert words.without.text == (
        "Short contracts make it hard to speak up, as at [an organisation], [a person] said."
    )


def test_names_are_taken_out_in_one_step_and_undo_brings_all_of_it_back(lead: Workspace) -> None:
    under(lead, Rule.CHATHAM_HOUSE)
    before = list(dump(lead))
    step = take_names_out(lead, SESSION).value
    assert too_much(lead, SESSION) == ()
    with lead.unit_of_work() as work:
        line = work.records.get(Line, "n9")
    assert (line.who, line.attribution, line.owner) == (None, Attribution.PARTICIPANT, "[an organisation]")
    assert line.text == "Ask for their forms."
    undo(lead, step)
    assert list(dump(lead)) == before
    assert len(too_much(lead, SESSION)) == 2
