"""The lead's laptops, what goes out to them and comes back, and practice."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from capture_app.domain.errors import StorageTrouble
from capture_app.domain.ids import new_id
from capture_app.domain.records import DataProtection, GlossaryTerm, Line
from capture_app.services import entering
from capture_app.services.checking import lead_key_of
from capture_app.services.entering import Entered, enter, sessions
from capture_app.services.erasing import erase_record
from capture_app.services.handing_over import hand_over
from capture_app.services.keeping import entries, keep, take_away
from capture_app.services.laptops import LaptopRow, board, find_laptop
from capture_app.services.losing import mark_lost
from capture_app.services.merging import merge
from capture_app.services.packing import open_pack, read_pack
from capture_app.services.practice import begin_practice
from capture_app.services.replying import make_reply
from capture_app.services.workspaces import Workspace, about
from capture_app.ui.dialogs.make_packs_dialog import MakePacksDialog
from capture_app.ui.dialogs.next_pack_dialog import NextPackDialog
from capture_app.ui.laptops_page import LaptopsPage
from tests.helpers.lead_world import in_lane, plan
from tests.helpers.pack_world import PackWorld
from tests.shots.stage import Scene, Stage

FULL = "The disk is full, so the list of laptops could not be read. Nothing was changed. Free some space."
HOME = Path("/home/ines")


def laptops(stage: Stage) -> QWidget:
    """One came back whole, one with a questionnaire open, one not at all, and one was lost."""
    window = stage.window(_some_out(stage))
    stage.page(window, "laptops")
    return window


def laptops_two_workspaces(stage: Stage) -> QWidget:
    """A laptop opened its pack twice and handed over from both workspaces."""
    world = _world(stage)
    files = in_lane(stage.jobs, partial(_write_in_two, world))
    in_lane(stage.jobs, partial(merge, world.lead, files))
    in_lane(stage.jobs, world.lead.close)
    window = stage.window(stage.opened(in_lane(stage.jobs, lambda: enter(world.lead.path, None))))
    stage.page(window, "laptops")
    return window


def bundles_two_workspaces(stage: Stage) -> QWidget:
    """Both bundles are looked at before anything changes, and a session pack among them."""
    world = _world(stage)
    files = in_lane(stage.jobs, partial(_write_in_two, world))
    in_lane(stage.jobs, world.lead.close)
    window = stage.window(stage.opened(in_lane(stage.jobs, lambda: enter(world.lead.path, None))))
    assert window.desk is not None
    window.desk.show_bundles([*files, world.folder / "Laptop B-scribe.wsbundle"])
    return window


def laptops_empty(stage: Stage) -> QWidget:
    """A consultation was only just planned: no pack, no card."""
    path = stage.new_folder() / "riverside.capture"
    made = in_lane(stage.jobs, lambda: entering.plan(path, "Riverside and Vale Advocacy Standard", "", None))
    window = stage.window(stage.opened(made.entered))
    stage.page(window, "laptops")
    return window


def laptops_error(stage: Stage) -> QWidget:
    """The disk would not let it be read again."""
    window = stage.window(_some_out(stage))
    page = stage.page(window, "laptops")
    assert isinstance(page, LaptopsPage)
    page.show_trouble(StorageTrouble(FULL))
    return window


def any_packs(stage: Stage) -> QWidget:
    """Packs for any session."""
    entered = stage.lead()
    rows = in_lane(stage.jobs, partial(sessions, entered.workspace))
    row = next(row for row in rows if row.groups)
    return stage.shown(
        MakePacksDialog(stage.preferences.look, entered.workspace, row, stage.jobs, others=rows, folder=HOME)
    )


def packs_without_card(stage: Stage) -> QWidget:
    """The data-protection card is not filled in."""
    entered = stage.lead()
    in_lane(stage.jobs, partial(_take_card_away, entered.workspace))
    row = next(row for row in entered.sessions if row.groups)
    dialog = stage.shown(
        MakePacksDialog(stage.preferences.look, entered.workspace, row, stage.jobs, folder=stage.new_folder())
    )
    dialog.phrase.set_words("rain on the roof")
    dialog.verb.click()
    return dialog


def new_pack(stage: Stage) -> QWidget:
    """A fresh pack for a laptop."""
    return _next_pack(stage, lost=False)


def in_its_place(stage: Stage) -> QWidget:
    """A new laptop in the place of one that was lost."""
    return _next_pack(stage, lost=True)


def which_workspace(stage: Stage) -> QWidget:
    """A fresh pack was opened on the welcome page."""
    window = stage.window()
    _entered, file = _reply(stage)
    window.opening.fresh.choose_workspace(in_lane(stage.jobs, lambda: read_pack(file, None)))
    assert window.opening.fresh.dialog is not None
    return window.opening.fresh.dialog


def what_it_brings(stage: Stage) -> QWidget:
    """What the fresh pack would bring to the workspace that is open."""
    entered, file = _reply(stage)
    window = stage.window(entered)
    window.opening.fresh.open_here(file, entered.workspace)
    dialog = window.opening.fresh.dialog
    assert dialog is not None
    dialog.verb.click()
    return dialog


def practice(stage: Stage) -> QWidget:
    """A scribe practises."""
    return stage.window(_practising(stage))


def practice_hand_over(stage: Stage) -> QWidget:
    """Nothing can be handed over."""
    window = stage.window(_practising(stage))
    stage.page(window, "hand_over")
    return window


def practice_lead(stage: Stage) -> QWidget:
    """The example, as somebody who tries it sees it."""
    entered = stage.lead()
    window = stage.window(_practice(stage, entered))
    stage.page(window, "laptops")
    return window


def practise_as_scribe(stage: Stage) -> QWidget:
    """The laptop to practise on is about to be made."""
    window = stage.window()
    window.opening.try_example(as_scribe=True)
    assert window.opening.dialog is not None
    return window.opening.dialog


def _next_pack(stage: Stage, *, lost: bool) -> QWidget:
    entered = _some_out(stage)
    rows: tuple[LaptopRow, ...] = in_lane(stage.jobs, partial(board, entered.workspace)).laptops
    row = next(row for row in rows if row.label == "Laptop B")
    look = stage.preferences.look
    return stage.shown(NextPackDialog(look, entered.workspace, row, stage.jobs, lost=lost, folder=HOME))


def _practising(stage: Stage) -> Entered:
    return _practice(stage, stage.laptop("A", fresh=True))


def _practice(stage: Stage, entered: Entered) -> Entered:
    in_lane(stage.jobs, partial(begin_practice, entered.workspace))
    return replace(entered, about=in_lane(stage.jobs, partial(about, entered.workspace)))


def _some_out(stage: Stage) -> Entered:
    """The lead's workspace with laptops in every state."""
    (lead,) = stage.copies(_lived_on)
    return stage.opened(in_lane(stage.jobs, lambda: enter(lead, None)))


def _lived_on(folder: Path) -> list[Path]:
    world = PackWorld(folder, *plan(folder / "lead"))
    _live_on(world)
    world.lead.close()
    return [world.lead.path]


def _live_on(world: PackWorld) -> None:
    """A is out, B came back, C with a questionnaire open, D with a gap, E is lost."""
    for label in ("Laptop A", "Laptop E"):
        world.pack(label)
    mark_lost(world.lead, find_laptop(world.lead, "Laptop E"))
    for label in ("Laptop B", "Laptop C"):
        laptop = world.laptop(label)
        world.say(laptop)
        if label == "Laptop C":
            world.open_questionnaire(laptop)
        world.bring(laptop, f"from-{label}")
        laptop.close()
    world.bring_with_a_gap("Laptop D")
    keep(world.lead, GlossaryTerm(id=new_id(), term="IMSA", meaning="an advocate"))


def _write_in_two(world: PackWorld) -> list[Path]:
    pack, files = world.pack("Laptop B"), []
    for name, lines in (("first", 6), ("second", 1)):
        laptop = open_pack(pack, None, world.folder / f"{name}.capture", None)
        for _line in range(lines):
            world.say(laptop)
        files.append(hand_over(laptop, world.folder / f"{name}.wsbundle").path)
        laptop.close()
    return files


def _reply(stage: Stage) -> tuple[Entered, Path]:
    """A laptop that has handed over, open, and the fresh pack the lead made for it since."""
    world = _world(stage)
    entered, file = in_lane(stage.jobs, partial(_replied, world))
    in_lane(stage.jobs, world.lead.close)
    return stage.opened(entered), file


def _replied(world: PackWorld) -> tuple[Entered, Path]:
    laptop = world.laptop()
    kept, gone = world.say(laptop), world.say(laptop)
    world.bring(laptop)
    laptop.close()
    keep(world.lead, GlossaryTerm(id=new_id(), term="IMSA", meaning="an advocate"))
    erase_record(world.lead, gone)
    take_away(world.lead, Line, kept)
    file = world.folder / "sectoral-5-laptop-b-new-pack.wsbundle"
    make_reply(world.lead, find_laptop(world.lead, "Laptop B"), file, None)
    return enter(laptop.path, lead_key_of(world.lead)), file


def _world(stage: Stage) -> PackWorld:
    folder = stage.new_folder()
    lead, session = in_lane(stage.jobs, lambda: plan(folder / "lead"))
    return PackWorld(folder, lead, session)


def _take_card_away(lead: Workspace) -> None:
    for card in entries(lead, DataProtection):
        take_away(lead, DataProtection, card.record.id)


LAPTOP_SCENES: dict[str, Scene] = {
    "01-welcome-practise": practise_as_scribe,
    "02-worksheet-practice": practice,
    "06-hand-over-practice": practice_hand_over,
    "11-laptops": laptops,
    "08-bundles-two-workspaces": bundles_two_workspaces,
    "11-laptops-two-workspaces": laptops_two_workspaces,
    "11-laptops-empty": laptops_empty,
    "11-laptops-error": laptops_error,
    "11-laptops-practice": practice_lead,
    "11-laptops-make-packs": any_packs,
    "11-laptops-no-card": packs_without_card,
    "11-laptops-new-pack": new_pack,
    "11-laptops-in-its-place": in_its_place,
    "11-laptops-which-workspace": which_workspace,
    "11-laptops-what-it-brings": what_it_brings,
}
