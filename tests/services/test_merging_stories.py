"""Single stories about merging that random histories meet too seldom."""

from dataclasses import replace
from pathlib import Path

import pytest

from capture_app.domain.ids import link_id
from capture_app.domain.records import Line, LineTheme
from capture_app.domain.vocabulary import Stance, Verdict
from capture_app.services.conflicts import conflicts, settle
from tests.helpers.laptops import Laptop, empty_workspace, laptops, marker

LINE = "01900000-0000-7000-8000-00000000000a"


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty workspace to copy laptops from."""
    return empty_workspace(tmp_path_factory.mktemp("template"))


def _write(laptop: Laptop, **fields: object) -> None:
    with laptop.change() as work:
        line = work.records.find(Line, LINE) or Line(id=LINE)
        work.records.save(replace(line, **fields))  # type: ignore[arg-type]
        work.commit()


def test_a_change_made_without_knowing_of_a_deletion_stays_in_sight(tmp_path: Path, template: Path) -> None:
    with laptops(tmp_path, template, "a", "b") as (a, b):
        _write(a, text="hosts need supervision")
        b.take_in(a.parcel())
        _write(a, deleted=True)
        _write(b, text="hosts need paid supervision")
        a.take_in(b.parcel())
        with a.change() as work:
            (shown,) = work.records.all(Line)
    assert shown.deleted
    assert shown.text == "hosts need paid supervision"


def test_a_deletion_by_somebody_who_saw_the_last_word_hides_the_line(tmp_path: Path, template: Path) -> None:
    with laptops(tmp_path, template, "a", "b") as (a, b):
        _write(a, text="hosts need supervision")
        b.take_in(a.parcel())
        _write(b, deleted=True)
        a.take_in(b.parcel())
        with a.change() as work:
            assert work.records.all(Line) == []
            assert work.records.get(Line, LINE).text == "hosts need supervision"


def test_two_contents_under_one_id_are_both_set_aside_in_either_order(tmp_path: Path, template: Path) -> None:
    with laptops(tmp_path, template, "a", "b", "c") as (a, b, c):
        _write(a, text="as it was written")
        entries, _ = a.parcel()
        forged = replace(entries[0], stamp="0" * 16)
        for laptop, order in ((b, (entries, (forged,))), (c, ((forged,), entries))):
            for parcel in order:
                laptop.take_in((parcel, ()))
            with laptop.change() as work:
                assert work.log.set_aside_ids() == {forged.id}
                assert work.records.find(Line, LINE) is None
        assert b.digest() == c.digest()
        b.take_in((entries, ()))
        assert b.digest() == c.digest()


def test_the_same_link_made_on_two_laptops_is_one(tmp_path: Path, template: Path) -> None:
    with laptops(tmp_path, template, "a", "b") as (a, b):
        for laptop in (a, b):
            with laptop.change() as work:
                bond = LineTheme(id=link_id("LineTheme", LINE, "theme"), line=LINE, theme="theme")
                work.records.save(bond)
                work.commit()
        a.take_in(b.parcel())
        with a.change() as work:
            assert len(work.records.all(LineTheme)) == 1
            assert work.records.conflicts() == []


def test_words_mended_after_an_erasure_stay_and_the_old_ones_never_come_back(
    tmp_path: Path, template: Path
) -> None:
    with laptops(tmp_path, template, "lead", "b", "c") as (lead, b, c):
        _write(b, text="a name that should not be here")
        for laptop in (lead, c):
            laptop.take_in(b.parcel())
        with lead.change() as work:
            work.erase(marker(record=LINE))
            work.commit()
        _write(lead, text="[a participant] said so")
        for laptop in (b, c):
            laptop.take_in(lead.parcel())
            lead.take_in(laptop.parcel())
        for laptop in (lead, b, c):
            with laptop.change() as work:
                assert work.records.get(Line, LINE).text == "[a participant] said so"
                assert all("a name" not in (entry.body or "") for entry in work.log.everything())
                assert work.search.find("a name that") == []


def test_a_record_says_that_it_waits_for_what_has_not_arrived(tmp_path: Path, template: Path) -> None:
    with laptops(tmp_path, template, "a", "b") as (a, b):
        _write(a, text="first")
        _write(a, text="second")
        (first, second), _ = a.parcel()
        b.take_in(((second,), ()))
        with b.change() as work:
            waiting = work.records.view(LINE)
            assert waiting is not None
            assert waiting.waiting == (first.id,)
            assert waiting.body["text"] == "second"
        b.take_in(((first,), ()))
        assert b.digest() == a.digest()


def test_an_edit_of_another_field_leaves_a_conflict_open(tmp_path: Path, template: Path) -> None:
    with laptops(tmp_path, template, "a", "b") as (a, b):
        _write(a, text="hosts need supervision")
        b.take_in(a.parcel())
        _write(a, text="hosts need paid supervision")
        _write(b, text="hosts need time")
        a.take_in(b.parcel())
        _write(a, stance=Stance.AGREED)
        with a.change() as work:
            (conflict,) = work.records.conflicts()
    assert conflict.field == "text"
    assert {standing.value for standing in conflict.values} == {
        "hosts need paid supervision",
        "hosts need time",
    }


def test_typing_that_began_before_a_bundle_arrived_does_not_overwrite_it(
    tmp_path: Path, template: Path
) -> None:
    with laptops(tmp_path, template, "a", "b") as (a, b):
        _write(a, text="hosts need supervision")
        b.take_in(a.parcel())
        with a.change() as work:
            typed = replace(work.records.get(Line, LINE), text="hosts need paid supervision")
            work.drafts.put(typed, work.records.seen(Line, LINE))
            work.commit()
        _write(b, text="hosts need time")
        a.take_in(b.parcel())
        with a.change() as work:
            work.drafts.keep(LINE)
            work.commit()
        with a.change() as work:
            assert [conflict.field for conflict in work.records.conflicts()] == ["text"]


def test_a_decision_written_in_turns_is_told_whole_and_what_is_shown_of_both_is_no_side(
    tmp_path: Path, template: Path
) -> None:
    with laptops(tmp_path, template, "a", "b") as (a, b):
        b.skew = 2
        _write(a, option="host", text="A host", verdict=Verdict.YES, said_at="2023-09-05T11:02")
        _write(b, option="host", text="A host: it closes", verdict=Verdict.NO, said_at="2023-09-05T11:07")
        a.skew = 60_000
        _write(a, text="A host: it knows the town")
        a.take_in(b.parcel())
        (view,) = conflicts(a.workspace)
        assert [(one.text, one.shown) for one in view.versions] == [
            ("yes\nA host: it knows the town", False),
            ("no\nA host: it closes", False),
        ]
        assert view.mixed == "no\nA host: it knows the town"

        settle(a.workspace, view, view.versions[1].value)
        with a.change() as work:
            assert work.records.conflicts() == []
            assert work.records.get(Line, LINE).said_at == "2023-09-05T11:07"


def test_nobody_is_asked_at_which_time_two_laptops_decided_alike(tmp_path: Path, template: Path) -> None:
    with laptops(tmp_path, template, "a", "b") as (a, b):
        for laptop, clock in ((a, "11:02"), (b, "11:07")):
            _write(laptop, option="host", text="A host", verdict=Verdict.YES, said_at=f"2023-09-05T{clock}")
        a.take_in(b.parcel())
        assert conflicts(a.workspace) == []


def test_conflicts_stand_in_the_order_of_their_lines_on_the_page(tmp_path: Path, template: Path) -> None:
    ids = {f"{LINE[:-2]}{11 - place:02}": f"{place:02}" for place in range(11)}
    with laptops(tmp_path, template, "a", "b") as (a, b):
        for words, laptop in (("before", a), ("here", a), ("there", b)):
            with laptop.change() as work:
                for line, order in ids.items():
                    found = work.records.find(Line, line) or Line(id=line, sheet="sheet", order=order)
                    work.records.save(replace(found, text=words))
                work.commit()
            if words == "before":
                b.take_in(a.parcel())
        a.take_in(b.parcel())
        lines = [view.place.rpartition(" ")[2] for view in conflicts(a.workspace)]
    assert lines == [str(number) for number in range(1, 12)]
