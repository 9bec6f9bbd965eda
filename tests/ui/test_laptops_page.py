"""The lead's laptops in the window, the new pack on its laptop, and practice, which keeps everything here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from capture_app.domain.ids import new_id
from capture_app.domain.records import AgendaPart, DataProtection, Form, GlossaryTerm, Group
from capture_app.domain.vocabulary import FormPurpose, Role
from capture_app.sealing import Identity, Passphrase
from capture_app.services import demo
from capture_app.services.checking import lead_key_of
from capture_app.services.entering import Entered, enter, sessions
from capture_app.services.keeping import entries, keep, take_away
from capture_app.services.laptops import State, find_laptop
from capture_app.services.replying import make_reply
from capture_app.services.workspaces import Workspace, open_workspace
from capture_app.ui.dialogs.example_dialog import ExampleDialog
from capture_app.ui.dialogs.make_packs_dialog import MakePacksDialog
from capture_app.ui.dialogs.next_pack_dialog import NextPackDialog
from capture_app.ui.dialogs.open_pack_dialog import OpenPackDialog
from capture_app.ui.dialogs.passphrase_field import PassphraseField
from capture_app.ui.dialogs.path_field import PathField
from capture_app.ui.hand_over_page import HandOverPage
from capture_app.ui.laptops_page import LaptopsPage
from capture_app.ui.style import Look
from capture_app.ui.welcome_page import WelcomePage
from tests.helpers.inline_jobs import InlineJobs
from tests.helpers.lead_world import in_lane, plan
from tests.helpers.pack_world import PackWorld
from tests.helpers.people import on_screen
from tests.helpers.render import settle
from tests.helpers.window import Opened, open_window

NEW = "QZX"


@pytest.fixture
def world(jobs: InlineJobs, tmp_path: Path) -> Iterator[PackWorld]:
    lead, session = in_lane(jobs, lambda: plan(tmp_path / "lead"))
    yield PackWorld(tmp_path, lead, session)
    in_lane(jobs, lead.close)


@pytest.fixture
def page(world: PackWorld, jobs: InlineJobs, look: Look) -> Iterator[LaptopsPage]:
    page = LaptopsPage(world.lead, jobs, look)
    page.resize(1100, 700)
    page.show()
    settle(page)
    yield page
    page.hide()
    page.deleteLater()
    QApplication.processEvents()


@pytest.fixture
def window(qapp: QApplication, jobs: InlineJobs, look: Look) -> Iterator[Opened]:
    opened = open_window(qapp, jobs, scribe=demo_laptop)
    yield opened
    opened.close()


def dialog_of(page: QWidget, kind: type[QWidget]) -> QWidget:
    """The dialog of this kind that is open."""
    (found,) = [one for one in page.window().findChildren(kind) if one.isVisible()]
    return found


def live_on(world: PackWorld, label: str = "Laptop B") -> tuple[Path, Identity]:
    """A laptop writes and hands over; gives its workspace, closed, and the lead's key to it."""
    laptop = world.laptop(label)
    world.say(laptop)
    world.bring(laptop, f"from-{label}")
    laptop.close()
    key = lead_key_of(world.lead)
    assert key is not None
    return laptop.path, key


def reply(world: PackWorld, label: str = "Laptop B") -> Path:
    keep(world.lead, GlossaryTerm(id=new_id(), term=NEW, meaning="a term the example does not have"))
    file = world.folder / f"new pack for {label}.wsbundle"
    return make_reply(world.lead, find_laptop(world.lead, label), file, None).path


def test_the_page_shows_what_is_out_first_and_reads_again_when_something_came(
    world: PackWorld, page: LaptopsPage, jobs: InlineJobs
) -> None:
    assert "No packs yet" in seen(page)
    in_lane(jobs, lambda: world.pack("Laptop A"))
    in_lane(jobs, lambda: live_on(world))
    jobs.write(
        lambda: keep(world.lead, GlossaryTerm(id=new_id(), term="A", meaning="B")), lambda _done: None, page
    )
    assert [card.accessibleName().split(",")[0] for card in page.cards] == ["Laptop A", "Laptop B"]
    shown = seen(page)
    assert "1 of 2 laptops is still out" in shown
    assert "Pack made, nothing back yet" in shown
    assert "0 · 1 · 0 lines, minutes, answered questionnaires" in shown, (
        "in the words of the receipt and of the merge"
    )


def test_a_lead_makes_a_new_pack_for_a_laptop_and_one_in_its_place(
    world: PackWorld, page: LaptopsPage, jobs: InlineJobs
) -> None:
    in_lane(jobs, lambda: live_on(world))
    row = in_lane(jobs, world.row)
    for lost in (False, True):
        page.make_next(row, lost=lost)
        dialog = dialog_of(page, NextPackDialog)
        assert isinstance(dialog, NextPackDialog)
        dialog.verb.click()
        assert "Type a passphrase" in dialog.said()
        file = world.folder / f"next-{lost}.wsbundle"
        dialog.place.set_path(file)
        dialog.phrase.set_words("rain on the roof")
        dialog.verb.click()
        assert "The pack is written" in dialog.said()
        assert file.exists()
        dialog.reject()
    assert in_lane(jobs, world.row).state is State.LOST
    assert "Laptop B, second one" in seen(page)
    page.cards[-1].found.emit()
    assert in_lane(jobs, world.row).state is State.BACK


def test_packs_can_be_made_for_any_session_and_without_a_card_there_is_a_way_to_it(
    world: PackWorld, page: LaptopsPage, jobs: InlineJobs
) -> None:
    page.make_packs()
    dialog = dialog_of(page, MakePacksDialog)
    assert isinstance(dialog, MakePacksDialog)
    assert dialog.focusWidget() is dialog.rows[0].holder
    other = next(
        place for place in range(dialog.sessions.count()) if not dialog.sessions.itemData(place).groups
    )
    dialog.sessions.setCurrentIndex(other)
    dialog.sessions.activated.emit(other)
    (facilitator,) = dialog.rows
    chosen = dialog.sessions.itemData(other).session.id
    assert facilitator.whom().session == chosen
    in_lane(jobs, partial(take_card_away, world.lead))
    dialog.place.set_path(world.folder)
    dialog.verb.click()
    assert dialog.said() == "Type a passphrase for the packs first."
    assert dialog.focusWidget() is dialog.phrase.editor, "where it is to be typed"
    dialog.phrase.set_words("rain on the roof")
    dialog.verb.click()
    assert "the data-protection card has to say" in dialog.said()
    wanted: list[bool] = []
    page.card_wanted.connect(lambda: wanted.append(True))
    dialog.card.click()
    assert wanted == [True]
    assert not dialog.isVisible()
    assert list(world.folder.glob("*.wsbundle")) == []


def test_the_names_proposed_for_packs_are_free_and_one_in_use_is_refused_before_any_pack_is_made(
    world: PackWorld, page: LaptopsPage, jobs: InlineJobs
) -> None:
    for label in ("Laptop A", "Laptop C"):
        in_lane(jobs, partial(world.pack, label)).unlink()
    page.make_packs()
    dialog = dialog_of(page, MakePacksDialog)
    assert isinstance(dialog, MakePacksDialog)
    assert [row.label.text() for row in dialog.rows][:2] == ["Laptop B", "Laptop D"]
    dialog.rows[-1].label.setText("laptop c")
    dialog.place.set_path(world.folder)
    dialog.phrase.set_words("rain on the roof")
    dialog.verb.click()
    assert "There is a laptop called Laptop C already." in dialog.said()
    assert list(world.folder.glob("*.wsbundle")) == [], "no pack of the others either"
    dialog.reject()


def test_what_cannot_be_read_is_said_and_what_was_shown_stays(
    world: PackWorld, page: LaptopsPage, jobs: InlineJobs
) -> None:
    in_lane(jobs, lambda: world.pack("Laptop A"))
    in_lane(jobs, world.lead.close)
    jobs.changed.emit(None, None)
    assert page.trouble.isVisible()
    assert "has been closed" in page.trouble.accessibleName()


def test_a_new_pack_dropped_on_its_laptop_goes_into_the_workspace_that_is_open(
    world: PackWorld, window: Opened, jobs: InlineJobs
) -> None:
    path, key = in_lane(jobs, lambda: live_on(world))
    file = in_lane(jobs, lambda: reply(world))
    window.window.opening.entered.emit(in_lane(jobs, lambda: enter(path, key)))
    before = window.window.desk
    window.window.open_file(file)
    dialog = window.window.opening.fresh.dialog
    assert dialog is not None
    dialog.verb.click()
    assert "1 record brought up to date." in seen(dialog)
    assert count_terms(window, jobs) == 0
    dialog.verb.click()
    assert count_terms(window, jobs) == 1
    assert window.window.desk is not before
    assert window.window.opening.fresh.dialog is None


def test_a_new_pack_for_another_laptop_is_refused_and_the_workspace_stays_open(
    world: PackWorld, window: Opened, jobs: InlineJobs
) -> None:
    path, key = in_lane(jobs, lambda: live_on(world))
    in_lane(jobs, lambda: live_on(world, "Laptop C"))
    file = in_lane(jobs, lambda: reply(world, "Laptop C"))
    window.window.opening.entered.emit(in_lane(jobs, lambda: enter(path, key)))
    window.window.open_file(file)
    dialog = window.window.opening.fresh.dialog
    assert dialog is not None
    dialog.verb.click()
    assert "This pack is for Laptop C, and this is the workspace of Laptop B." in dialog.said()
    assert count_terms(window, jobs) == 0
    dialog.reject()
    assert window.window.desk is not None


def test_a_new_pack_opened_on_the_first_page_asks_for_the_workspace(
    world: PackWorld, window: Opened, jobs: InlineJobs
) -> None:
    path, key = in_lane(jobs, lambda: live_on(world))
    file = in_lane(jobs, lambda: reply(world))
    window.window.open_file(file)
    first = window.window.opening.dialog
    assert isinstance(first, OpenPackDialog)
    first.field.set_words("not asked for, since nothing is sealed")
    first.verb.click()
    dialog = window.window.opening.fresh.dialog
    assert dialog is not None
    place, phrase = dialog.findChild(PathField), dialog.findChild(PassphraseField)
    assert place is not None
    assert phrase is not None
    place.set_path(path)
    phrase.set_words("wrong")
    dialog.verb.click()
    assert "does not open" in dialog.said()
    phrase.set_words(key.secret)
    dialog.verb.click()
    dialog.verb.click()
    assert window.window.desk is not None
    assert count_terms(window, jobs) == 1


def test_in_practice_the_strip_says_so_and_nothing_can_be_handed_over(
    window: Opened, jobs: InlineJobs, tmp_path: Path
) -> None:
    entered = in_lane(jobs, lambda: practising(tmp_path))
    window.window.opening.entered.emit(entered)
    desk = window.window.desk
    assert desk is not None
    for key in ("minutes", "hand_over"):
        desk.show_page(key)
        assert "Practice. Nothing here can leave this laptop." in seen(desk)
    page = desk.page()
    assert isinstance(page, HandOverPage)
    assert "This workspace is for practice." in seen(desk)
    assert not page.write.isEnabled()
    page.write_to(tmp_path / "out.wsbundle")
    assert page.trouble.isVisible()
    assert not (tmp_path / "out.wsbundle").exists()


def test_a_scribe_can_begin_to_practise_on_the_first_page(
    window: Opened, jobs: InlineJobs, tmp_path: Path
) -> None:
    welcome = window.window.centralWidget()
    assert isinstance(welcome, WelcomePage)
    welcome.practice_wanted.emit()
    dialog = window.window.opening.dialog
    assert isinstance(dialog, ExampleDialog)
    dialog.place.set_path(tmp_path / "practice")
    dialog.verb.click()
    assert window.window.desk is not None
    assert "Practice. Nothing here can leave this laptop." in seen(window.window)
    line = window.window.focusWidget()
    QTest.keyClicks(line, "A phone that is answered")
    assert "A phone that is answered" in seen(window.window)


def practising(folder: Path) -> Entered:
    path = demo.practise_as_scribe(folder / "practice", None)
    lead = open_workspace(folder / "practice" / "lead" / "example.capture")
    key = lead_key_of(lead)
    lead.close()
    return enter(path, key)


def demo_laptop(folder: Path, words: str, tell: Callable[[str], None]) -> Path:
    return demo.practise_as_scribe(folder, Passphrase(words), tell)


def seen(widget: QWidget) -> str:
    """What can be read once everything is in its place."""
    settle(widget)
    return on_screen()


def take_card_away(lead: Workspace) -> None:
    for card in entries(lead, DataProtection):
        take_away(lead, DataProtection, card.record.id)
    assert sessions(lead)


def count_terms(window: Opened, jobs: InlineJobs) -> int:
    """How often the new term stands in the workspace that is open."""
    desk = window.window.desk
    assert desk is not None
    return len(in_lane(jobs, lambda: entries(desk.entered.workspace, GlossaryTerm, term=NEW)))


def test_a_group_without_a_worksheet_and_one_without_a_label_are_named_before_packs_are_made(
    world: PackWorld, page: LaptopsPage, jobs: InlineJobs
) -> None:
    bare = Group(id=new_id(), session=world.session, label="Group Heron", order="98")
    in_lane(jobs, partial(keep, world.lead, bare))
    in_lane(jobs, partial(keep, world.lead, Group(id=new_id(), session=world.session, order="99")))
    page.make_packs()
    dialog = dialog_of(page, MakePacksDialog)
    assert isinstance(dialog, MakePacksDialog)
    assert "Group Heron has no worksheet yet" in dialog.warning.accessibleName()
    assert "1 group has no label yet" in dialog.warning.accessibleName()
    row = next(row for row in dialog.rows if row.group.currentText() == "Group Heron")
    row.role.setCurrentIndex(row.role.findData(Role.FACILITATOR))
    assert "Group Heron" not in dialog.warning.accessibleName()
    dialog.reject()


def test_what_a_facilitator_would_look_for_in_vain_is_named_before_packs_are_made(
    world: PackWorld, page: LaptopsPage, jobs: InlineJobs
) -> None:
    page.make_packs()
    dialog = dialog_of(page, MakePacksDialog)
    assert isinstance(dialog, MakePacksDialog)
    assert not dialog.warning.isVisible(), "this session has all it needs"
    dialog.reject()
    dialog.deleteLater()
    in_lane(jobs, partial(_unplan, world))
    page.make_packs()
    dialog = page.window().findChildren(MakePacksDialog)[-1]
    assert dialog.warning.accessibleName() == "No agenda yet · No questionnaire yet"
    assert "Add its parts under “Agenda”" in dialog.warning.accessibleDescription()
    facilitator = dialog.rows[-1]
    facilitator.role.setCurrentIndex(facilitator.role.findData(Role.SCRIBE))
    assert not dialog.warning.isVisible(), "a scribe needs neither"
    dialog.reject()


def _unplan(world: PackWorld) -> None:
    with world.lead.unit_of_work() as work:
        parts = work.records.all(AgendaPart, session=world.session)
        asked = work.records.all(Form, purpose=FormPurpose.QUESTIONNAIRE)
    for one in (*parts, *asked):
        take_away(world.lead, type(one), one.id)


def test_packs_need_a_passphrase_of_some_length_typed_twice_and_are_listed_with_whom_they_are_for(
    world: PackWorld, page: LaptopsPage
) -> None:
    page.make_packs()
    dialog = dialog_of(page, MakePacksDialog)
    assert isinstance(dialog, MakePacksDialog)
    dialog.place.set_path(world.folder)
    dialog.phrase.set_words("rain on the roof", "rain on the rof")
    dialog.verb.click()
    assert "The two passphrases differ" in dialog.said()
    dialog.phrase.set_words("abc")
    dialog.verb.click()
    assert "at least 8 letters" in dialog.said()
    assert list(world.folder.glob("*.wsbundle")) == []

    for row in dialog.rows[1:]:
        row.label.clear()
    dialog.rows[0].holder.setText("Noor A.")
    dialog.phrase.set_words("rain on the roof")
    dialog.verb.click()
    assert "1 pack is written" in seen(dialog)
    assert dialog.paths[0].name in seen(dialog)
    assert "for Laptop A, Noor A., scribe" in seen(dialog)
    assert "by another way" in seen(dialog)
    assert str(world.folder) in dialog.said()
    dialog.reject()
