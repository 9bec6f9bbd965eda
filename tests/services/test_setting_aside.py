"""What must not travel does not: a line that is set aside is in nothing that leaves and on no page (practice 2.11)."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pyrage
import pytest

from capture_app.cli import run
from capture_app.domain.errors import NotPossible
from capture_app.domain.ids import link_id, new_id
from capture_app.domain.record import Record, RecordId
from capture_app.domain.records import Line, SetAside, Sheet, Statement, StatementLink
from capture_app.domain.seen import NOTHING
from capture_app.domain.vocabulary import Role
from capture_app.exchange.container import PLAIN, read, write
from capture_app.sealing import Passphrase, Signer
from capture_app.services.aside_elsewhere import tell, where_words
from capture_app.services.capturing import keep_line, leave_line, new_line, remove_line, type_line
from capture_app.services.checking import check_workspace, lead_key_of
from capture_app.services.document_kinds import Wanted
from capture_app.services.documents import write_document
from capture_app.services.dumping import dump, dump_digest, load_text
from capture_app.services.erasing import erase_record
from capture_app.services.handing_over import Receipt, hand_over, preview
from capture_app.services.history import history
from capture_app.services.keeping import keep
from capture_app.services.merging import merge
from capture_app.services.naming import name_of
from capture_app.services.packing import ForWhom, make_pack, open_pack, read_pack
from capture_app.services.pages import line_view, lines_of_item, parked_lines, sheet_view
from capture_app.services.reading import read_record
from capture_app.services.reading_back import read_back
from capture_app.services.replying import make_reply, take_in
from capture_app.services.reporting import report_bytes
from capture_app.services.searching import search
from capture_app.services.setting_aside import (
    all_aside,
    bring_back,
    note_done,
    read_aside,
    set_aside,
    set_aside_too,
)
from capture_app.services.synthesising import synthesis
from capture_app.services.themes import new_topic, tag, themes
from capture_app.services.workspaces import Workspace, new_workspace, open_workspace, rebuild
from tests.exchange.parcels import sent
from tests.helpers.pack_world import PackWorld, pack_world
from tests.reports.reading import pdf_words

FIRST, TOLD, TOPIC = "Quillfeather said it", "Quillfeather told us that Zebrawood hits her", "marmaladefist"
SECRETS = ("quillfeather", "zebrawood", "marmaladefist")
WAY_IN = Passphrase("eight grey geese")


@pytest.fixture
def world(tmp_path: Path) -> Iterator[PackWorld]:
    with pack_world(tmp_path) as made:
        yield made


@pytest.fixture
def laptop(world: PackWorld, tmp_path: Path) -> Iterator[Workspace]:
    """An encrypted laptop."""
    made = open_pack(world.pack(), None, tmp_path / "b.capture", WAY_IN)
    yield made
    made.close()


def sheet_of(laptop: Workspace, session: RecordId) -> Sheet:
    with laptop.unit_of_work() as work:
        return work.records.all(Sheet, session=session)[0]


def line_in(laptop: Workspace, world: PackWorld, text: str = TOLD) -> Line:
    """A line of a worksheet that was typed in two steps, left, and bears a topic of its own."""
    sheet = sheet_of(laptop, world.session)
    bare = new_line()
    line = Line(id=bare.id, order=bare.order, session=sheet.session, sheet=sheet.id, item="helps", text=FIRST)
    type_line(laptop, line)
    seen = leave_line(laptop, line.id).value
    line = replace(line, text=text)
    keep_line(laptop, line, seen)
    tag(laptop, line.id, new_topic(laptop, TOPIC).value)
    return line


def aside(laptop: Workspace, line: Line) -> None:
    view = line_view(laptop, line.id)
    set_aside(laptop, line, view.seen if view else NOTHING)


def inside(world: PackWorld, receipt: Receipt) -> str:
    """Every byte that somebody who opens a sealed bundle gets, in small letters, with the words of its PDF."""
    key = lead_key_of(world.lead)
    assert key is not None
    opened = pyrage.decrypt(receipt.path.read_bytes(), [pyrage.x25519.Identity.from_str(key.secret)])
    return members(opened)


def members(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        told = {name: parts.read(name) for name in parts.namelist()}
    pdf = pdf_words(told["synthesis.pdf"]) if "synthesis.pdf" in told else ""
    return " ".join([*(part.decode(errors="replace") for part in told.values()), pdf]).casefold()


def secrets_in(words: str) -> list[str]:
    return [secret for secret in SECRETS if secret in words.casefold()]


def test_a_line_set_aside_is_in_no_byte_of_a_bundle_and_comes_with_the_next_once_it_is_back(
    laptop: Workspace, world: PackWorld, tmp_path: Path
) -> None:
    line = line_in(laptop, world)
    aside(laptop, line)
    assert "lines set aside as sensitive (1): they stay on this laptop" in preview(laptop).left_out
    receipt = hand_over(laptop, tmp_path / "first.wsbundle")
    assert secrets_in(inside(world, receipt)) == []
    assert line.id not in inside(world, receipt)
    assert "lines set aside as sensitive (1): they stay on this laptop" in receipt.left_out
    assert receipt.contents == preview(laptop).contents
    (brought,) = merge(world.lead, [receipt.path]).report.bundles
    assert (brought.missing, brought.waiting, world.row().gaps) == (0, 0, 0)

    bring_back(laptop, line.id)
    again = hand_over(laptop, tmp_path / "second.wsbundle")
    assert secrets_in(inside(world, again)) == list(SECRETS)
    written_on = (again.contents.sheets, again.contents.sheet_lines)
    assert written_on == (1, 1), "the lead made the worksheet, this laptop wrote on it"
    (brought,) = merge(world.lead, [again.path]).report.bundles
    assert (brought.missing, brought.waiting, brought.apart, world.row().gaps) == (0, 0, (), 0)
    with world.lead.unit_of_work() as work:
        assert work.records.get(Line, line.id).text == TOLD
        assert work.records.all(SetAside) == []
    assert not any("set aside as sensitive" in words for words in again.left_out)


def test_set_aside_after_a_bundle_it_is_in_the_next_no_more_and_the_lead_is_to_be_told(
    laptop: Workspace, world: PackWorld, tmp_path: Path
) -> None:
    line = line_in(laptop, world)
    hand_over(laptop, tmp_path / "gone-out.wsbundle")
    aside(laptop, line)
    went, tell_lead = where_words(tell(laptop, line.id))
    assert went.startswith("It was handed over already: on ")
    assert went.endswith(" in gone-out.wsbundle.")
    assert "Tell the project lead now" in tell_lead
    receipt = hand_over(laptop, tmp_path / "next.wsbundle")
    assert secrets_in(inside(world, receipt)) == []
    merge(world.lead, [tmp_path / "gone-out.wsbundle"])
    (brought,) = merge(world.lead, [receipt.path]).report.bundles
    assert (brought.missing, brought.apart, world.row().gaps) == (0, (), 0)

    erase_record(world.lead, line.id)
    make_reply(world.lead, brought_device(laptop), tmp_path / "reply.wsbundle", None)
    take_in(laptop, read_pack(tmp_path / "reply.wsbundle", None))
    assert read_aside(laptop, line.id) == "Its words were erased."
    assert len(all_aside(laptop)) == 1


def brought_device(laptop: Workspace) -> RecordId:
    with laptop.unit_of_work() as work:
        return work.author.device


def test_what_comes_back_from_the_lead_does_not_bring_it_to_light_again(
    laptop: Workspace, world: PackWorld, tmp_path: Path
) -> None:
    line = line_in(laptop, world)
    world.bring(laptop)
    aside(laptop, line)
    with world.lead.unit_of_work() as work:
        work.records.save(replace(work.records.get(Line, line.id), text=f"{TOLD} again"))
        work.commit()
    make_reply(world.lead, brought_device(laptop), tmp_path / "reply.wsbundle", None)
    taken = take_in(laptop, read_pack(tmp_path / "reply.wsbundle", None))
    assert taken.brought.conflicts == 0
    assert secrets_in(everything_shown(laptop, world)) == []
    receipt = hand_over(laptop, tmp_path / "next.wsbundle")
    assert secrets_in(inside(world, receipt)) == [], "nor what the lead made of it"


def everything_shown(laptop: Workspace, world: PackWorld) -> str:
    """What pages, documents, searches and dumps tell, in one text."""
    sheet = sheet_of(laptop, world.session)
    lines = [*lines_of_item(laptop, sheet.id, "helps"), *parked_lines(laptop, sheet.id)]
    found = [search(laptop, words) for words in (*SECRETS, "quillfeathr")]
    told = [
        lines,
        read_back(laptop, sheet.id),
        synthesis(laptop, world.session),
        themes(laptop),
        dump(laptop),
    ]
    told += [[one.hits, one.near, one.count or ""] for one in found]
    told += [all_aside(laptop), preview(laptop), sheet_view(laptop, sheet.id)]
    documents = [
        pdf_words(report_bytes(laptop, world.session, "pdf")),
        report_bytes(laptop, world.session, "html").decode(),
    ]
    return " ".join([*map(repr, told), *documents])


def test_no_page_document_search_or_dump_shows_it_and_all_of_them_do_once_it_is_back(
    laptop: Workspace, world: PackWorld
) -> None:
    line = line_in(laptop, world)
    before = everything_shown(laptop, world)
    counted = sheet_view(laptop, line.sheet)
    assert secrets_in(before) == list(SECRETS)
    aside(laptop, line)
    assert secrets_in(everything_shown(laptop, world)) == []
    assert line_view(laptop, line.id) is None
    assert read_record(laptop, "Line", line.id) is None
    with laptop.unit_of_work() as work:
        assert name_of(work, "Line", line.id) == "Line"
    with pytest.raises(NotPossible, match="set aside as sensitive"):
        history(laptop, "Line", line.id)
    assert sum(item.lines for item in sheet_view(laptop, line.sheet).items) == (
        sum(item.lines for item in counted.items) - 1
    )
    type_line(laptop, replace(line, text=f"{TOLD} and more"))
    assert secrets_in(everything_shown(laptop, world)) == [], "nor by a draft that came late"
    rebuild(laptop)
    assert check_workspace(laptop).sound
    assert secrets_in(everything_shown(laptop, world)) == []
    bring_back(laptop, line.id)
    assert secrets_in(everything_shown(laptop, world)) == list(SECRETS)


def test_it_can_be_read_and_noted_where_it_is_and_twice_is_once(
    laptop: Workspace, world: PackWorld, tmp_path: Path
) -> None:
    line = line_in(laptop, world)
    digest = dump_digest(laptop)
    for _time in range(2):
        aside(laptop, line)
    (one,) = all_aside(laptop)
    assert secrets_in(repr(one)) == []
    assert read_aside(laptop, line.id) == TOLD
    note_done(laptop, line.id, " Told the safeguarding lead at 11:20. ")
    bring_back(laptop, line.id)
    assert all_aside(laptop) == ()
    assert dump_digest(laptop) == digest
    assert read_aside(laptop, line.id) == "This line is not set aside any more."
    aside(laptop, line)
    assert [known.note for known in all_aside(laptop)] == ["Told the safeguarding lead at 11:20."]
    receipt = hand_over(laptop, tmp_path / "it.wsbundle")
    assert "safeguarding lead at 11:20" not in inside(world, receipt)
    copy = new_workspace(tmp_path / "copy.capture", None).workspace
    load_text_into_empty(copy, dump(laptop))
    copy.close()


def load_text_into_empty(copy: Workspace, lines: list[str]) -> None:
    assert not any("SetAside" in line for line in lines)
    load_text(copy, lines)
    assert dump(copy) == lines


def test_it_outlives_a_crash_and_a_backup_and_nothing_is_half_done(
    laptop: Workspace, world: PackWorld, tmp_path: Path
) -> None:
    line = line_in(laptop, world)
    type_line(laptop, replace(line, text=f"{TOLD} every day"), line_view(laptop, line.id).seen)  # type: ignore[union-attr]
    aside(laptop, replace(line, text=f"{TOLD} every day"))
    kept = laptop.back_up(tmp_path / "stick").path
    copy = open_workspace(kept, WAY_IN)
    assert read_aside(copy, line.id) == f"{TOLD} every day"
    assert copy.recovered == 0
    assert secrets_in(everything_shown(copy, world)) == []
    copy.close()


def test_the_same_words_in_another_line_its_older_versions_and_lines_taken_away_are_found(
    laptop: Workspace, world: PackWorld, tmp_path: Path
) -> None:
    """A line that was split, or typed twice, leaves its words in the versions of another, and those travel."""
    whole = line_in(laptop, world, f"We want more time. {TOLD}")
    second = replace(new_line(), session=whole.session, sheet=whole.sheet, item="helps", text=TOLD)
    seen = line_view(laptop, whole.id)
    assert seen is not None
    keep_line(laptop, replace(whole, text="We want more time."), seen.seen)
    first_try = replace(second, id=new_id())
    keep_line(laptop, first_try)
    remove_line(laptop, first_try.id)
    other = replace(second, id=new_id(), text="Something else altogether was said by somebody here")
    keep_line(laptop, other)
    aside(laptop, second)
    found = tell(laptop, second.id).repeats
    assert {(one.line, one.gone) for one in found} == {(whole.id, False), (first_try.id, True)}
    assert secrets_in(repr(found)) == []
    assert "zebrawood" in inside(world, hand_over(laptop, tmp_path / "leaks.wsbundle"))
    set_aside_too(laptop, tuple(one.line for one in found))
    assert tell(laptop, second.id).repeats == ()
    assert secrets_in(inside(world, hand_over(laptop, tmp_path / "tight.wsbundle"))) == []


def test_the_command_line_tells_where_it_stood_and_its_id_and_no_word_of_it(
    laptop: Workspace, world: PackWorld, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    line = line_in(laptop, world)
    aside(laptop, line)
    laptop.close()
    (tmp_path / "phrase").write_text("eight grey geese\n")
    given = [str(laptop.path), "--workspace-passphrase-file", str(tmp_path / "phrase")]
    codes = [run(["aside", *given]), run(["dump", *given]), run(["search", *given, "zebrawood"])]
    out, err = capsys.readouterr()
    assert codes == [0, 0, 0]
    assert f": {line.id}\n" in out
    assert "1 line set aside is not in it." in err
    assert secrets_in(out.replace("Nothing contains ‘zebrawood’", "")) == []
    assert run(["history", *given, line.id]) == 2
    assert secrets_in(capsys.readouterr().out) == []


def test_a_topic_that_others_bear_too_goes_on_travelling(
    laptop: Workspace, world: PackWorld, tmp_path: Path
) -> None:
    line = line_in(laptop, world)
    other = replace(new_line(), session=line.session, sheet=line.sheet, item="helps", text="Another point")
    keep_line(laptop, other)
    tag(laptop, other.id, new_topic(laptop, TOPIC).value)
    aside(laptop, line)
    words = inside(world, hand_over(laptop, tmp_path / "it.wsbundle"))
    assert secrets_in(words) == ["marmaladefist"]
    assert line.id not in words


def test_a_lead_sets_a_line_aside_and_no_pack_or_reply_or_statement_carries_it(
    world: PackWorld, laptop: Workspace, tmp_path: Path
) -> None:
    line = line_in(laptop, world)
    world.bring(laptop)
    statement = Statement(id=new_id(), session=world.session, text="A statement")
    bond = link_id("StatementLink", statement.id, line.id)
    for record in (statement, StatementLink(id=bond, statement=statement.id, evidence=line.id)):
        keep(world.lead, record)
    aside(world.lead, line)
    told = where_words(tell(world.lead, line.id))
    assert told == (
        "It was written on Laptop B, where it still is.",
        "As project lead you can erase it, here and wherever it is merged.",
        "1 statement rested on it: look whether it repeats the words.",
    )
    view = synthesis(world.lead, world.session)
    assert all(not one.evidence for section in view.sections for one in section.statements)
    pack = make_pack(
        world.lead, ForWhom("Laptop C", "Jo M.", Role.SCRIBE, world.session), tmp_path / "c.wsbundle", None
    )
    reply = make_reply(world.lead, brought_device(laptop), tmp_path / "reply.wsbundle", None)
    own = hand_over(world.lead, tmp_path / "lead.wsbundle", seal=PLAIN)
    for file in (pack.path, reply.path, own.path):
        words = members(file.read_bytes())
        assert "zebrawood" not in words
        assert line.id not in words
        assert bond not in words
    write_document(world.lead, Wanted(kind="synthesis", session=world.session), tmp_path / "s.html")
    assert secrets_in((tmp_path / "s.html").read_text("utf-8")) == []


def test_nobody_sets_lines_aside_from_elsewhere(laptop: Workspace, world: PackWorld, tmp_path: Path) -> None:
    """A bundle that was packed by another program may hold a mark; it hides nothing here."""
    line = line_in(laptop, world)
    whole = hand_over(laptop, tmp_path / "whole.wsbundle")
    with laptop.unit_of_work() as work:
        mark: Record = SetAside(id=link_id("SetAside", line.id), record=line.id, line=line.id)
        entry = work.records.save(mark)
        key = Signer(work.facts.get("signing_seed"))
    assert entry is not None
    came = read(whole.path, lead_key_of(world.lead))
    forged = tmp_path / "forged.wsbundle"
    parcel = replace(sent(came), id=new_id(), revisions=(*came.revisions, entry))
    write(forged, parcel, key, PLAIN)
    assert not merge(world.lead, [forged]).report.refused
    with world.lead.unit_of_work() as work:
        assert work.records.count(SetAside) == 0
        assert [one.text for one in work.records.all(Line, sheet=line.sheet) if one.id == line.id] == [TOLD]


def test_noting_something_about_a_line_that_is_not_set_aside_is_refused(
    laptop: Workspace, world: PackWorld
) -> None:
    line = line_in(laptop, world)
    with pytest.raises(NotPossible):
        note_done(laptop, line.id, "Told somebody")
    assert all_aside(laptop) == ()
