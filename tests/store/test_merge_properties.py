"""Three laptops, wrong clocks, lost and repeated bundles, erasures, restores: they all come to show the same."""

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from capture_app.domain.codec import paths_of
from capture_app.domain.ids import new_id
from capture_app.domain.plain import canonical
from capture_app.domain.records import Line, Sheet
from capture_app.domain.revision import Erasure, Revision
from capture_app.domain.seen import Seen
from capture_app.domain.shape import SHAPES
from capture_app.domain.values import Answer
from capture_app.domain.view import View
from capture_app.domain.vocabulary import Stance
from capture_app.store.unit_of_work import UnitOfWork
from tests.helpers.laptops import LEAD, STRANGER, Laptop, Parcel, empty_workspace, marker
from tests.helpers.oracle import ABSENT, standing_values

SKEWS = (0, 1_000_000, -1_000_000)
RECORDS = ("01900000-0000-7000-8000-00000000000a", "01900000-0000-7000-8000-00000000000b")
SHEET = "01900000-0000-7000-8000-00000000000c"
PERSON = "c0de0000-0000-4000-8000-000000000001"

which = st.integers(0, 2)
a_record = st.sampled_from(RECORDS)


@pytest.fixture(scope="module", autouse=True)
def template() -> Any:
    """One empty workspace that every laptop of every example is copied from."""
    with tempfile.TemporaryDirectory() as folder:
        Consultations.template = empty_workspace(Path(folder))
        yield


class Consultations(RuleBasedStateMachine):
    """What can happen between three laptops, in any order."""

    template: Path

    @initialize()
    def set_out(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.laptops = [
            Laptop(self.folder, self.template, f"laptop-{n}", skew) for n, skew in enumerate(SKEWS)
        ]
        self.posted: list[Parcel] = []
        self.copies: dict[int, Path] = {}
        self.begun: list[tuple[int, Line, Seen]] = []
        self.words = 0
        self.written: dict[str, Revision] = {}
        self.lost: set[str] = set()
        self.erasures: dict[str, Erasure] = {}

    def teardown(self) -> None:
        for laptop in getattr(self, "laptops", []):
            laptop.close()
        shutil.rmtree(getattr(self, "folder", "/nonexistent"), ignore_errors=True)

    # What people do

    @rule(who=which, record=a_record, about_somebody=st.booleans())
    def reword_a_line(self, who: int, record: str, about_somebody: bool) -> None:
        with self.laptops[who].change() as work:
            line = work.records.find(Line, record) or Line(id=record)
            person = PERSON if about_somebody else line.who
            self._keep(work.records.save(replace(line, text=self._word(), who=person)))
            work.commit()

    @rule(who=which, record=a_record, stance=st.sampled_from(Stance))
    def set_a_stance(self, who: int, record: str, stance: Stance) -> None:
        with self.laptops[who].change() as work:
            line = work.records.find(Line, record)
            if line is not None:
                before = _contested(work, record) - {"stance"}
                self._keep(work.records.save(replace(line, stance=stance)))
                assert before <= _contested(work, record)
                work.commit()

    @rule(who=which, item=st.sampled_from("xy"), value=st.one_of(st.none(), st.integers(0, 3)))
    def fill_in_a_figure(self, who: int, item: str, value: int | None) -> None:
        with self.laptops[who].change() as work:
            sheet = work.records.find(Sheet, SHEET) or Sheet(id=SHEET)
            answers = {key: answer for key, answer in sheet.answers.items() if key != item}
            if value is not None:
                answers[item] = Answer(value=str(value))
            self._keep(work.records.save(replace(sheet, answers=answers)))
            work.commit()

    @rule(who=which, record=a_record, gone=st.booleans())
    def take_a_line_away_or_bring_it_back(self, who: int, record: str, gone: bool) -> None:
        with self.laptops[who].change() as work:
            line = work.records.find(Line, record)
            if line is not None:
                self._keep(work.records.save(replace(line, deleted=gone)))
                work.commit()

    @rule(who=which, record=a_record)
    def begin_to_type(self, who: int, record: str) -> None:
        with self.laptops[who].change() as work:
            if work.drafts.get(record) is not None:
                return
            line = work.records.find(Line, record) or Line(id=record)
            work.drafts.put(replace(line, text=self._word()), work.records.seen(Line, record))
            work.commit()

    @rule(who=which, record=a_record)
    def leave_the_line(self, who: int, record: str) -> None:
        with self.laptops[who].change() as work:
            begun = work.drafts.get(record)
            entry = work.drafts.keep(record)
            assert entry is None or (begun is not None and entry.parents == begun.seen.parents)
            self._keep(entry)
            work.commit()

    @rule(who=which, choice=st.integers(0, 9))
    def settle_a_conflict(self, who: int, choice: int) -> None:
        with self.laptops[who].change() as work:
            found = [one for one in work.records.conflicts() if not any(v.absent for v in one.values)]
            if found:
                one = found[choice % len(found)]
                wanted = one.values[choice % len(one.values)].value
                kind = Sheet if one.kind == "Sheet" else Line
                self._keep(work.records.settle(kind, one.record, {one.field: wanted}))
                assert one.field not in {c.field for c in work.records.conflicts() if c.record == one.record}
                work.commit()

    @rule(record=a_record)
    def the_lead_erases_a_line(self, record: str) -> None:
        self._erase(marker(record=record))

    @rule()
    def the_lead_erases_a_person(self) -> None:
        self._erase(marker(subject=PERSON))

    @rule(who=which, record=a_record)
    def a_stranger_asks_to_erase(self, who: int, record: str) -> None:
        forged = replace(marker(record=record, signer=STRANGER), key=LEAD.verify_key)
        before = self.laptops[who].digest()
        self.laptops[who].take_in(((), (marker(record=record, signer=STRANGER), forged)))
        assert self.laptops[who].digest() == before

    # What happens to bundles

    @rule(who=which, keep=st.integers(0, 7))
    def post_a_bundle(self, who: int, keep: int) -> None:
        entries, markers = self.laptops[who].parcel()
        chosen = entries if keep == 0 else tuple(e for n, e in enumerate(entries) if n % 8 != keep)
        self.posted.append((chosen, markers))

    @rule(who=which, bundle=st.integers(0, 99), interrupted=st.booleans())
    def a_bundle_arrives(self, who: int, bundle: int, interrupted: bool) -> None:
        if self.posted:
            self.laptops[who].take_in(self.posted[bundle % len(self.posted)], interrupted=interrupted)

    @rule(who=which, bundle=st.integers(0, 99))
    def somebody_sends_emptied_entries_without_an_erasure(self, who: int, bundle: int) -> None:
        if self.posted:
            entries, _ = self.posted[bundle % len(self.posted)]
            self.laptops[who].take_in((tuple(entry.emptied() for entry in entries), ()))

    # What happens to laptops

    @rule(who=which)
    def a_copy_of_the_file_is_made(self, who: int) -> None:
        self._note_what_closing_keeps(who)
        self.copies[who] = self.folder / f"copy-{who}"
        self.laptops[who].copy_file(self.copies[who])

    @rule(who=which)
    def the_old_copy_is_put_back(self, who: int) -> None:
        if who in self.copies:
            before = {entry.id for entry in self.laptops[who].parcel()[0]}
            self.laptops[who].put_back(self.copies[who])
            after = {entry.id for entry in self.laptops[who].parcel()[0]}
            self.lost |= before - after
            self.written.update({entry.id: entry for entry in self.laptops[who].parcel()[0]})

    # What always holds

    @rule(who=which)
    def somebody_looks_closely(self, who: int) -> None:
        self._look_closely(self.laptops[who])

    def _look_closely(self, laptop: Laptop) -> None:
        """Tables are what the log makes, fields show what stands, and stamps rise from parent to child."""
        assert laptop.digest() == laptop.rebuilt_digest()
        with laptop.change() as work:
            markers = work.log.erasures()
            for record in (*RECORDS, SHEET):
                entries = {entry.id: entry for entry in work.log.of_record(record)}
                current = work.records.view(record)
                if current is not None:
                    stands = standing_values(list(entries.values()), markers)
                    assert _shown(current) == {path: v for path, v in stands.items() if v != {ABSENT}}
                for entry in entries.values():
                    assert all(entries[p].stamp < entry.stamp for p in entry.parents if p in entries)

    @rule(order=st.permutations(range(4)))
    def all_meet_and_all_agree(self, order: list[int]) -> None:
        """Everything reaches everybody and a newcomer, each in another order and some of it twice."""
        for who in range(3):
            self._note_what_closing_keeps(who, settle=True)
        parcels = [laptop.parcel() for laptop in self.laptops]
        newcomer = Laptop(self.folder, self.template, new_id())
        try:
            everybody = [*self.laptops, newcomer]
            for turn, who in enumerate(order):
                for step in range(4):
                    everybody[who].take_in(parcels[(step + turn) % 3])
            assert len({laptop.digest() for laptop in everybody}) == 1
            for laptop in everybody:
                self._look_closely(laptop)
            self._nothing_is_lost(newcomer)
            self._no_number_is_used_again(newcomer)
            self._nothing_erased_is_left(everybody)
        finally:
            newcomer.close()

    def _nothing_is_lost(self, newcomer: Laptop) -> None:
        here = {entry.id: entry for entry in newcomer.parcel()[0]}
        for entry in self.written.values():
            if entry.id not in self.lost:
                assert entry.id in here
                assert not here[entry.id].empty or any(m.covers(entry) for m in self.erasures.values())

    def _no_number_is_used_again(self, newcomer: Laptop) -> None:
        """Also not by a copy that was put back: what it does not know of may be in a bundle (decision 0008)."""
        found = self.written | {entry.id: entry for entry in newcomer.parcel()[0]}
        numbers = {(entry.device, entry.incarnation, entry.number) for entry in found.values()}
        assert len(numbers) == len(found)

    def _nothing_erased_is_left(self, everybody: list[Laptop]) -> None:
        # A body without words may be like another by chance: two who mark an emptied line in the same way.
        gone = {
            entry.body
            for entry in self.written.values()
            if any(m.covers(entry) for m in self.erasures.values()) and '"text":""' not in (entry.body or "")
        }
        for laptop in everybody:
            entries, _ = laptop.parcel()
            assert not (gone - {None}) & {entry.body for entry in entries}

    def _erase(self, order: Erasure) -> None:
        self.erasures[order.id] = order
        self.laptops[0].erase(order)

    def _note_what_closing_keeps(self, who: int, *, settle: bool = False) -> None:
        with self.laptops[who].change() as work:
            for entry in work.drafts.keep_all():
                self._keep(entry)
            work.commit()

    def _keep(self, entry: Revision | None) -> None:
        if entry is not None:
            self.written[entry.id] = entry

    def _word(self) -> str:
        self.words += 1
        return f"word {self.words}"


def _contested(work: UnitOfWork, record: str) -> set[str]:
    return {conflict.field for conflict in work.records.conflicts() if conflict.record == record}


def _shown(current: View) -> dict[str, set[str]]:
    """What a view says stands in each field, for comparison; parts in no conflict are in the body."""
    contested = {
        conflict.field: {ABSENT if v.absent else canonical(v.value) for v in conflict.values}
        for conflict in current.conflicts
    }
    shape = SHAPES[current.kind]
    plain = {path: {canonical(value)} for path, value in paths_of(shape, current.body).items()}
    return plain | contested | {path: set() for path in current.removed}


TestConsultations = Consultations.TestCase
TestConsultations.settings = settings(stateful_step_count=30)
