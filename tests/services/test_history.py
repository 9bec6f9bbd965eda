"""The history of a record: who, when and what; and an older version that says again what it said."""

from dataclasses import replace
from pathlib import Path

import pytest

from capture_app.domain.errors import NotPossible
from capture_app.domain.ids import new_id
from capture_app.domain.records import Line, Observation, Organisation, Person, SessionRole, Theme, ThemeLabel
from capture_app.domain.seen import NOTHING
from capture_app.domain.vocabulary import Role
from capture_app.services import erasing, keeping, workspaces
from capture_app.services.capturing import keep_line
from capture_app.services.handing_over import hand_over
from capture_app.services.history import FieldChange, bring_back_version, history
from capture_app.services.merging import merge
from capture_app.services.naming import called
from capture_app.services.packing import ForWhom, make_pack, open_pack
from capture_app.services.reading import read_record
from capture_app.services.workspaces import Workspace
from tests.helpers.lead_world import plan
from tests.services.test_keeping import workspace

__all__ = ["workspace"]


def test_a_history_tells_what_each_change_did_in_words(workspace: Workspace) -> None:
    vale = Organisation(id=new_id(), name="Vale Police")
    somebody = Person(id=new_id(), display="R. Okafor")
    keeping.keep(workspace, vale)
    keeping.keep(workspace, somebody)
    keeping.keep(workspace, replace(somebody, organisation=vale.id, expert=True))
    newest, oldest = history(workspace, "Person", somebody.id)
    assert oldest.first
    assert oldest.changes == (FieldChange("name shown", "", "R. Okafor"),)
    assert newest.shown
    assert newest.device == workspaces.LEAD_LABEL
    assert set(newest.changes) == {
        FieldChange("organisation", "nothing", "Vale Police"),
        FieldChange("topic expert", "no", "yes"),
    }


def test_a_role_is_called_as_somebody_wrote_it_and_not_by_a_word_of_the_program() -> None:
    assert [called(SessionRole(id="r", role=words)) for words in ("evaluator", "lead")] == [
        "evaluator",
        "lead",
    ]


def test_the_history_of_a_section_is_headed_by_its_name(workspace: Workspace) -> None:
    keeping.keep(workspace, Theme(id="s3", code="S3"))
    keeping.keep(workspace, ThemeLabel(id="label", theme="s3", text="Values", preferred=True))
    read = read_record(workspace, "Theme", "s3")
    assert read is not None
    assert read.called == "S3 Values"


def test_the_history_of_a_topic_tells_the_name_it_had_before(workspace: Workspace) -> None:
    name = ThemeLabel(id="label", theme="t", text="Travl", preferred=True)
    other = ThemeLabel(id="other", theme="t", text="Getting there")
    keeping.keep(workspace, Theme(id="t", code="T1"))
    keeping.keep(workspace, name)
    keeping.keep(workspace, ThemeLabel(id="strange", theme="another", text="Something else", preferred=True))
    keeping.keep(workspace, replace(name, text="Travel"))
    keeping.keep(workspace, other)
    keeping.keep_alone(workspace, replace(other, preferred=True), None, "theme", "preferred")
    named = [one for one in history(workspace, "Theme", "t") if any(c.field == "name" for c in one.changes)]
    assert [one.changes for one in named] == [
        (FieldChange("name", "Travel", "Getting there"),),
        (FieldChange("name", "Travl", "Travel"),),
        (FieldChange("name", "", "Travl"),),
    ]
    assert not any(one.returns or one.shown for one in named)
    keeping.take_away(workspace, ThemeLabel, "other")
    keeping.take_away(workspace, ThemeLabel, "label")
    newest = history(workspace, "Theme", "t")[0]
    assert newest.changes == (FieldChange("name", "Travel", "nothing"),)


def test_a_name_of_a_topic_whose_words_were_erased_is_told_nowhere(workspace: Workspace) -> None:
    name = ThemeLabel(id="label", theme="t", text="About Jo", preferred=True)
    keeping.keep(workspace, Theme(id="t"))
    keeping.keep(workspace, name)
    erasing.erase_record(workspace, "label", "withdrawn")
    assert "About Jo" not in str(history(workspace, "Theme", "t"))


def test_an_older_version_is_brought_back_and_nothing_is_lost_by_it(workspace: Workspace) -> None:
    vale = Organisation(id=new_id(), name="Vale Police")
    keeping.keep(workspace, vale)
    keeping.keep(workspace, replace(vale, name="Vale Constabulary"))
    oldest = history(workspace, "Organisation", vale.id)[-1]
    step = bring_back_version(workspace, "Organisation", vale.id, oldest.id).value
    (found,) = keeping.entries(workspace, Organisation)
    assert found.record.name == "Vale Police"
    assert len(history(workspace, "Organisation", vale.id)) == 3
    keeping.undo(workspace, step)
    (found,) = keeping.entries(workspace, Organisation)
    assert found.record.name == "Vale Constabulary"


def test_a_version_whose_words_were_erased_says_so_and_stays_erased(
    workspace: Workspace, tmp_path: Path
) -> None:
    somebody = Person(id=new_id(), display="R. Okafor")
    keeping.keep(workspace, somebody)
    erasing.erase_record(workspace, somebody.id, "withdrawn")
    (only,) = history(workspace, "Person", somebody.id)
    assert only.emptied
    assert only.changes == ()
    with pytest.raises(NotPossible):
        bring_back_version(workspace, "Person", somebody.id, only.id)


@pytest.mark.parametrize(("role", "words"), [(Role.FACILITATOR, "facilitator"), (Role.SCRIBE, "scribe")])
def test_a_change_tells_in_which_role_its_author_wrote_also_on_the_lead_s_laptop(
    tmp_path: Path, role: Role, words: str
) -> None:
    lead, session = plan(tmp_path / "lead")
    pack = make_pack(lead, ForWhom("Laptop A", "Noor A.", role, session), tmp_path / "a.wsbundle", None).path
    laptop = open_pack(pack, None, tmp_path / "a.capture", None)
    line = Line(id=new_id(), session=session, text="Said where nobody had asked.")
    keep_line(laptop, line, NOTHING)
    bundle = hand_over(laptop, tmp_path / "back.wsbundle").path
    merge(lead, [bundle])
    for own in (laptop, lead):
        (only,) = history(own, "Line", line.id)
        assert (only.role, only.device) == (words, "Laptop A")
        with own.unit_of_work() as work:
            (entry,) = work.log.of_record(line.id)
        assert entry.role == role.value
        own.close()


def test_a_laptop_brings_back_what_it_wrote_and_nothing_that_others_planned(tmp_path: Path) -> None:
    lead, session = plan(tmp_path / "lead")
    vale = Organisation(id=new_id(), name="Vale Police")
    keeping.keep(lead, vale)
    keeping.keep(lead, replace(vale, name="Vale Constabulary"))
    whom = ForWhom("Laptop A", "Noor A.", Role.SCRIBE, session)
    laptop = open_pack(
        make_pack(lead, whom, tmp_path / "a.wsbundle", None).path, None, tmp_path / "a.capture", None
    )
    line = Line(id=new_id(), session=session, text="First words.")
    keep_line(laptop, line, NOTHING)
    keeping.keep(laptop, replace(line, text="Other words."))
    for kind, record, may in (("Organisation", vale.id, False), ("Line", line.id, True)):
        versions = history(laptop, kind, record)
        assert [one.returns for one in versions] == [may] * len(versions)
        if may:
            bring_back_version(laptop, kind, record, versions[-1].id)
        else:
            with pytest.raises(NotPossible, match="for others to change"):
                bring_back_version(laptop, kind, record, versions[-1].id)
    (found,) = keeping.entries(laptop, Line)
    assert found.record.text == "First words."
    assert all(one.returns for one in history(lead, "Organisation", vale.id))
    lead.close()
    laptop.close()


def test_not_even_the_lead_brings_back_what_an_observer_wrote_before(tmp_path: Path) -> None:
    lead, session = plan(tmp_path / "lead")
    whom = ForWhom("Laptop O", "Sam E.", Role.OBSERVER, session)
    laptop = open_pack(
        make_pack(lead, whom, tmp_path / "o.wsbundle", None).path, None, tmp_path / "o.capture", None
    )
    with laptop.unit_of_work() as work:
        notes = Observation(id=new_id(), session=session, device=work.author.device, given=True)
    keeping.keep(laptop, notes)
    keeping.keep(laptop, replace(notes, ran="Calm throughout."))
    merge(lead, [hand_over(laptop, tmp_path / "back.wsbundle").path])
    versions = history(lead, "Observation", notes.id)
    assert versions
    assert not any(one.returns for one in versions)
    with pytest.raises(NotPossible, match="for others to change"):
        bring_back_version(lead, "Observation", notes.id, versions[-1].id)
    assert all(one.returns for one in history(laptop, "Observation", notes.id))
    lead.close()
    laptop.close()
