"""The reply to a bundle: a fresh pack goes into the workspace that is there, and nothing in it is lost."""

from dataclasses import replace
from pathlib import Path

import pytest

from capture_app.domain.errors import NotPossible, Refused
from capture_app.domain.ids import new_id
from capture_app.domain.record import RecordId
from capture_app.domain.records import Device, GlossaryTerm, Line
from capture_app.exchange.container import PLAIN, fingerprint, write
from capture_app.sealing import Signer
from capture_app.services.capturing import keep_line, type_line
from capture_app.services.checking import lead_key_of
from capture_app.services.dumping import dump_digest
from capture_app.services.entering import enter, sessions
from capture_app.services.erasing import erase_record
from capture_app.services.handing_over import hand_over
from capture_app.services.keeping import keep
from capture_app.services.laptops import find_laptop
from capture_app.services.losing import mark_found, mark_lost
from capture_app.services.merging import merge
from capture_app.services.packing import open_pack, read_pack
from capture_app.services.questioning import answer, close_box
from capture_app.services.replying import FreshPack, brought_words, foresee, make_reply, take_in
from capture_app.services.workspaces import Workspace, open_workspace
from tests.exchange.parcels import sent
from tests.helpers.pack_world import PackWorld, pack_world


def reply_to(world: PackWorld, label: str = "Laptop B") -> FreshPack:
    """The fresh pack of a laptop, read."""
    file = world.folder / f"reply-{new_id()}.wsbundle"
    return read_pack(make_reply(world.lead, find_laptop(world.lead, label), file, None).path, None)


def written(world: PackWorld, parcel: FreshPack, signer: Signer) -> FreshPack:
    """A parcel that somebody wrote with their own key, read again."""
    file = world.folder / f"by-hand-{new_id()}.wsbundle"
    return read_pack(write(file, sent(parcel), signer, PLAIN).path, None)


def signer_of(workspace: Workspace) -> Signer:
    """The key with which a workspace signs."""
    with workspace.unit_of_work() as work:
        return Signer(work.facts.get("signing_seed"))


def text_of(workspace: Workspace, line: str) -> str:
    """A line as a workspace shows it."""
    with workspace.unit_of_work() as work:
        return work.records.get(Line, line).text


def test_a_reply_brings_what_was_settled_and_erased_since_and_only_that(tmp_path: Path) -> None:
    with pack_world(tmp_path) as world:
        laptop = world.laptop()
        kept, gone = world.say(laptop), world.say(laptop, "a name that should not be here")
        world.bring(laptop)
        with world.lead.unit_of_work() as work:
            line, seen = work.records.get(Line, kept), work.records.seen(Line, kept)
        keep_line(world.lead, replace(line, text="A phone that is answered"), seen)
        erase_record(world.lead, gone)
        keep(world.lead, GlossaryTerm(id=new_id(), term="IMSA", meaning="an advocate"))
        reply = reply_to(world)
        before = dump_digest(laptop)
        foreseen = foresee(laptop, reply)
        assert dump_digest(laptop) == before, "looking changes nothing"
        taken = take_in(laptop, reply)
        assert taken.brought == foreseen
        assert brought_words(foreseen) == "2 records brought up to date, 1 erased."
        assert text_of(laptop, kept) == "A phone that is answered"
        assert text_of(laptop, gone) == ""
        assert brought_words(take_in(laptop, reply).brought) == "This laptop knows all of it already."
        assert b"a name that should not be here" not in laptop.path.read_bytes()
        laptop.close()


def test_what_was_typed_meanwhile_and_an_open_questionnaire_stay(tmp_path: Path) -> None:
    with pack_world(tmp_path) as world:
        laptop = world.laptop()
        line = world.say(laptop)
        with laptop.unit_of_work() as work:
            found, seen = work.records.get(Line, line), work.records.seen(Line, line)
        box = world.open_questionnaire(laptop)
        answer(laptop, box, {})
        world.bring(laptop)
        type_line(laptop, replace(found, text="typed and not left yet"), seen)
        take_in(laptop, reply_to(world))
        assert text_of(laptop, line) == "typed and not left yet"
        answer(laptop, box, {})
        assert close_box(laptop, box).value.count == 2
        world.say(laptop, "written after the reply")
        world.bring(laptop, "again")
        assert world.row().gaps == 0
        laptop.close()


def test_a_change_made_on_both_sides_stands_twice_until_the_lead_settles_it(tmp_path: Path) -> None:
    with pack_world(tmp_path) as world:
        laptop = world.laptop()
        line = world.say(laptop)
        world.bring(laptop)
        for side, text in ((world.lead, "one way"), (laptop, "another way")):
            with side.unit_of_work() as work:
                found, seen = work.records.get(Line, line), work.records.seen(Line, line)
            keep_line(side, replace(found, text=text), seen)
        taken = take_in(laptop, reply_to(world))
        assert taken.brought.conflicts == 1
        assert "1 field holds two versions now" in brought_words(taken.brought)
        laptop.close()


def test_no_reply_hands_out_a_key_and_the_laptop_signs_as_before(tmp_path: Path) -> None:
    with pack_world(tmp_path) as world:
        laptop = world.laptop()
        reply = reply_to(world)
        assert reply.pack is not None
        assert reply.pack.seed == ""
        take_in(laptop, reply)
        world.say(laptop)
        world.bring(laptop)
        laptop.close()


def test_a_reply_makes_no_second_laptop(tmp_path: Path) -> None:
    with pack_world(tmp_path) as world:
        world.laptop().close()
        file = make_reply(world.lead, find_laptop(world.lead, "Laptop B"), tmp_path / "r.wsbundle", None)
        with pytest.raises(Refused, match="which has its workspace already"):
            open_pack(file.path, None, tmp_path / "twin.capture", None)
        assert not (tmp_path / "twin.capture").exists()


def test_a_reply_for_somebody_else_is_refused_in_a_sentence_and_changes_nothing(tmp_path: Path) -> None:
    with pack_world(tmp_path) as world, pack_world(tmp_path / "elsewhere") as other:
        laptop, stranger = world.laptop(), other.laptop()
        world.laptop("Laptop C").close()
        mine = reply_to(world)
        assert mine.pack is not None
        impostor, elsewhere = Signer.generate(), new_id()
        posing = replace(mine.pack, lead_key=impostor.verify_key)
        forged = replace(mine, pack=posing, project=fingerprint(impostor.verify_key))
        moved = replace(mine, pack=replace(mine.pack, consultation=elsewhere), consultation=elsewhere)
        own_pack = read_pack(tmp_path / "Laptop B-scribe.wsbundle", None)
        before = dump_digest(laptop)
        for parcel, why in (
            (reply_to(world, "Laptop C"), "for Laptop C, and this is the workspace of Laptop B"),
            (reply_to(other), "not signed by the project lead"),
            (written(world, forged, impostor), "not signed by the project lead"),
            (written(world, moved, signer_of(world.lead)), "another consultation"),
            (own_pack, "from which this workspace was made"),
        ):
            for act in (foresee, take_in):
                with pytest.raises(Refused, match=f"{why}.*Nothing was changed"):
                    act(laptop, parcel)
        with pytest.raises(Refused, match="the project lead’s workspace"):
            take_in(world.lead, mine)
        assert dump_digest(laptop) == before
        for one in (laptop, stranger):
            one.close()


def test_an_older_copy_of_a_laptop_takes_a_reply_and_no_number_is_used_twice(tmp_path: Path) -> None:
    with pack_world(tmp_path) as world:
        laptop = world.laptop()
        older = laptop.back_up(tmp_path / "kept").path
        lost_with_the_disk = world.say(laptop)
        world.bring(laptop)
        laptop.close()
        restored = open_workspace(older, lead_key_of(world.lead))
        take_in(restored, reply_to(world))
        assert text_of(restored, lost_with_the_disk)
        world.say(restored, "written after it was put back")
        world.bring(restored, "restored")
        with restored.unit_of_work() as work:
            places = [(one.device, one.incarnation, one.number) for one in work.log.everything()]
        assert len(set(places)) == len(places)
        restored.close()


def test_a_lost_laptop_is_refused_until_it_is_found_and_another_takes_its_place(tmp_path: Path) -> None:
    with pack_world(tmp_path) as world:
        laptop = world.laptop()
        world.say(laptop)
        bundle = hand_over(laptop, tmp_path / "late.wsbundle").path
        old = find_laptop(world.lead, "Laptop B")
        new = open_pack(world.pack("Laptop B2", instead_of=old), None, tmp_path / "b2.capture", None)
        before = dump_digest(world.lead)
        refusal = merge(world.lead, [bundle]).report.bundles[0].refused
        assert "Laptop B, which was marked as lost" in refusal
        assert dump_digest(world.lead) == before
        with pytest.raises(NotPossible, match="marked as lost"):
            make_reply(world.lead, old, tmp_path / "none.wsbundle", None)
        with pytest.raises(NotPossible, match="lost already"):
            mark_lost(world.lead, old)
        world.say(new)
        world.bring(new, "from-b2")
        mark_found(world.lead, old)
        assert merge(world.lead, [bundle]).report.bundles[0].refused == ""
        with pytest.raises(NotPossible, match="not marked as lost"):
            mark_found(world.lead, old)
        for one in (laptop, new):
            one.close()


def another_session(world: PackWorld) -> RecordId:
    """A session that no pack was made for yet."""
    return next(row.session.id for row in sessions(world.lead) if row.session.id != world.session)


def move(world: PackWorld, session: RecordId, label: str = "Laptop B") -> None:
    """The lead has a laptop go to another session, without a group."""
    laptop = find_laptop(world.lead, label)
    with world.lead.unit_of_work() as work:
        device = work.records.get(Device, laptop)
    keep(world.lead, replace(device, session=session, group=""))


def test_a_laptop_moved_to_another_session_goes_on_there_and_loses_nothing_of_the_first(
    tmp_path: Path,
) -> None:
    with pack_world(tmp_path) as world:
        laptop, other = world.laptop(), another_session(world)
        before = world.say(laptop, "said at the first session")
        move(world, other)
        take_in(laptop, reply_to(world))
        laptop.close()
        entered = enter(laptop.path, lead_key_of(world.lead))
        assert entered.about.session == other
        assert text_of(entered.workspace, before) == "said at the first session"
        after = PackWorld(tmp_path, world.lead, other).say(entered.workspace, "said at the second")
        world.bring(entered.workspace)
        assert (text_of(world.lead, before), text_of(world.lead, after)) == (
            "said at the first session",
            "said at the second",
        )
        assert world.row().gaps == 0
        entered.workspace.close()


def test_a_laptop_goes_to_no_other_session_while_a_questionnaire_of_this_one_is_open(tmp_path: Path) -> None:
    with pack_world(tmp_path) as world:
        laptop = world.laptop()
        box = world.open_questionnaire(laptop)
        answer(laptop, box, {})
        move(world, another_session(world))
        reply = reply_to(world)
        for act in (foresee, take_in):
            with pytest.raises(Refused, match=r"is still open.*Close the questionnaire first"):
                act(laptop, reply)
        assert close_box(laptop, box).value.count == 1
        take_in(laptop, reply)
        laptop.close()


def test_a_pack_of_the_same_machine_for_another_session_is_sent_to_a_workspace_of_its_own(
    tmp_path: Path,
) -> None:
    with pack_world(tmp_path) as world:
        laptop, second = world.laptop(), PackWorld(tmp_path, world.lead, another_session(world))
        pack = second.pack("Laptop B, second day")
        before = dump_digest(laptop)
        with pytest.raises(Refused, match=r"at another session.*or the pack by itself"):
            take_in(laptop, read_pack(pack, None))
        with pytest.raises(
            NotPossible, match=r"already there.*a pack of another session needs a file of its own"
        ):
            open_pack(pack, None, laptop.path, None)
        assert dump_digest(laptop) == before
        of_its_own = open_pack(pack, None, tmp_path / "second.capture", None)
        with pytest.raises(Refused, match=r"at another session.*or the pack by itself"):
            take_in(laptop, reply_to(world, "Laptop B, second day"))
        take_in(of_its_own, reply_to(world, "Laptop B, second day"))
        for one in (laptop, of_its_own):
            one.close()
