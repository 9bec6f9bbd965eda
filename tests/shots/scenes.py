"""Every page, dialog and screen of the kiosk: with something in it, empty, and when something went wrong."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QWidget

from capture_app.domain.vocabulary import Rule
from capture_app.services.entering import Entered
from capture_app.services.pages import agenda, sheet_view
from capture_app.services.recent import RecentFile
from capture_app.ui.capture.capture_page import CapturePage
from capture_app.ui.capture.item_list import item_key
from capture_app.ui.dialogs.known_pack_dialog import KnownPackDialog
from capture_app.ui.dialogs.make_packs_dialog import MakePacksDialog
from capture_app.ui.dialogs.new_workspace_dialog import NewWorkspaceDialog
from capture_app.ui.dialogs.open_pack_dialog import OpenPackDialog
from capture_app.ui.dialogs.passphrase_dialog import PassphraseDialog
from capture_app.ui.dialogs.problem_dialog import ProblemDialog
from capture_app.ui.dialogs.recovery_key_dialog import RecoveryKeyDialog
from capture_app.ui.hand_over_page import HandOverPage
from capture_app.ui.minutes_page import MinutesPage
from capture_app.ui.setup_page import SetupPage
from capture_app.ui.welcome_page import WelcomePage
from capture_app.ui.worksheet_page import WorksheetPage
from tests.helpers.lead_world import in_lane
from tests.helpers.render import settle
from tests.shots.agreeing_scenes import AGREEING_SCENES
from tests.shots.answer_scenes import ANSWER_SCENES
from tests.shots.aside_scenes import ASIDE_SCENES
from tests.shots.care_file_scenes import CARE_FILE_SCENES
from tests.shots.closing_scenes import CLOSING_SCENES
from tests.shots.danger_scenes import DANGER_SCENES
from tests.shots.document_scenes import DOCUMENT_SCENES
from tests.shots.doubt_scenes import DOUBT_SCENES
from tests.shots.evaluator_scenes import EVALUATOR_SCENES
from tests.shots.form_scenes import FORM_SCENES
from tests.shots.groups_scenes import GROUPS_SCENES
from tests.shots.guide_scenes import GUIDE_SCENES
from tests.shots.here_scenes import HERE_SCENES
from tests.shots.kiosk_scenes import KIOSK_SCENES
from tests.shots.laptop_scenes import LAPTOP_SCENES
from tests.shots.meeting_file_scenes import MEETING_FILE_SCENES
from tests.shots.merge_scenes import MERGE_SCENES
from tests.shots.observation_scenes import OBSERVATION_SCENES
from tests.shots.paper_scenes import PAPER_SCENES
from tests.shots.people_scenes import PEOPLE_SCENES
from tests.shots.picture_scenes import PICTURE_SCENES
from tests.shots.read_back_scenes import READ_BACK_SCENES
from tests.shots.results_scenes import RESULTS_SCENES
from tests.shots.run_scenes import RUN_SCENES
from tests.shots.search_scenes import SEARCH_SCENES
from tests.shots.session_scenes import SESSION_SCENES, just_planned
from tests.shots.setting_scenes import SETTING_SCENES
from tests.shots.stage import Scene, Stage
from tests.shots.synthesis_scenes import SYNTHESIS_SCENES
from tests.shots.typing_scenes import TYPING_SCENES
from tests.shots.verdict_scenes import VERDICT_SCENES
from tests.shots.written_scenes import WRITTEN_SCENES

FULL = "The disk is full, so nothing has been saved since 14:03:22. Your text is still here. Free some space."
KEY = "AGE-SECRET-KEY-1EXAMPLE0EXAMPLE0EXAMPLE0EXAMPLE0EXAMPLE0EXAMPLE0EXAMPLE0EX"


def welcome(stage: Stage) -> QWidget:
    """Three files were opened before; one has gone."""
    window = stage.window()
    page = window.centralWidget()
    assert isinstance(page, WelcomePage)
    page.show_recent(
        (
            RecentFile(Path("/home/ines/riverside-and-vale.capture"), _at(9, 41), True, _at(9, 42)),
            RecentFile(Path("/home/ines/laptops/laptop-b.capture"), _at(8, 20), True, None),
            RecentFile(Path("/home/ines/practice.capture"), None, False, None),
        )
    )
    return window


def welcome_empty(stage: Stage) -> QWidget:
    """The first time."""
    return stage.window()


def passphrase_wrong(stage: Stage) -> QWidget:
    """The passphrase did not open it."""
    dialog = stage.shown(PassphraseDialog(stage.preferences.look, "riverside-and-vale"))
    dialog.field.set_words("rain on the roof")
    dialog.refuse("That passphrase does not open this file. Nothing was changed.")
    return dialog


def open_pack(stage: Stage) -> QWidget:
    """A session pack is opened, with a passphrase of this laptop's own."""
    look = stage.preferences.look
    dialog = stage.shown(
        OpenPackDialog(
            look, Path("sectoral-5-laptop-b.wsbundle"), Path("/home/noor/sectoral-5-laptop-b.capture")
        )
    )
    dialog.same.setChecked(False)
    return dialog


def pack_known(stage: Stage) -> QWidget:
    """The pack was opened on this laptop before."""
    pack, made = Path("sectoral-5-laptop-b.wsbundle"), Path("/home/noor/sectoral-5-laptop-b.capture")
    return stage.shown(KnownPackDialog(stage.preferences.look, pack, made, certain=True))


def pack_name_known(stage: Stage) -> QWidget:
    """A workspace of this name is there, and nobody noted of which pack."""
    pack, made = Path("sectoral-5-laptop-b.wsbundle"), Path("/home/noor/sectoral-5-laptop-b.capture")
    return stage.shown(KnownPackDialog(stage.preferences.look, pack, made, certain=False))


def pack_again(stage: Stage) -> QWidget:
    """A second workspace is wanted on purpose."""
    pack, place = Path("sectoral-5-laptop-b.wsbundle"), Path("/home/noor/sectoral-5-laptop-b-2.capture")
    return stage.shown(OpenPackDialog(stage.preferences.look, pack, place, second=True))


def new_workspace(stage: Stage) -> QWidget:
    """A consultation is planned; the two passphrases differ."""
    dialog = stage.shown(NewWorkspaceDialog(stage.preferences.look, folder=Path("/home/ines")))
    dialog.title.setText("Riverside and Vale Advocacy Standard")
    dialog.phrase.set_words("one", "other")
    dialog.verb.click()
    return dialog


def recovery_key(stage: Stage) -> QWidget:
    """The recovery key, once."""
    place = Path("/home/ines/riverside-and-vale.capture")
    look, title = stage.preferences.look, "Riverside and Vale"
    return stage.shown(RecoveryKeyDialog(look, KEY, stage.jobs, place, title=title))


def try_example(stage: Stage) -> QWidget:
    """The example is about to be made."""
    window = stage.window()
    window.opening.try_example()
    assert window.opening.dialog is not None
    return window.opening.dialog


def keys(stage: Stage) -> QWidget:
    """All keys of a scribe."""
    from capture_app.ui.dialogs.keys_dialog import KeysDialog
    from capture_app.ui.keys import KeyMap

    return stage.shown(KeysDialog(stage.preferences.look, KeyMap(), lead=False))


def problem(stage: Stage) -> QWidget:
    """A bug."""
    sentence = "Something went wrong inside the program. What was saved is safe."
    detail = "builtins.ZeroDivisionError\n  capture_app.services.merging:12 merge"
    return stage.shown(ProblemDialog(stage.preferences.look, sentence, detail))


def worksheet(stage: Stage) -> QWidget:
    """A worksheet that a group has filled, at the question with most lines."""
    laptop = stage.laptop("A")
    view = in_lane(stage.jobs, lambda: sheet_view(laptop.workspace, laptop.sheets[0].id))
    window = stage.window(laptop)
    assert window.desk is not None
    page = window.desk.page()
    assert isinstance(page, WorksheetPage)
    page.show_item(item_key(max(view.items, key=lambda item: item.lines).id))
    settle(window)
    return window


def worksheet_empty(stage: Stage) -> QWidget:
    """Nothing is written yet."""
    return stage.window(stage.laptop("A", fresh=True))


def worksheet_not_saved(stage: Stage) -> QWidget:
    """The disk is full."""
    return _not_saved(stage, stage.laptop("A"), "")


def minutes(stage: Stage) -> QWidget:
    """Minutes of a session, in a part under the Chatham House Rule or another."""
    laptop = stage.laptop("C")
    parts = in_lane(stage.jobs, lambda: agenda(laptop.workspace, laptop.about.session))
    window = stage.window(laptop)
    page = stage.page(window, "minutes")
    assert isinstance(page, MinutesPage)
    page.show_part(next(part.id for part in parts if part.rule is Rule.CHATHAM_HOUSE))
    settle(window)
    return window


def minutes_empty(stage: Stage) -> QWidget:
    """No minutes yet."""
    window = stage.window(stage.laptop("B", fresh=True))
    stage.page(window, "minutes")
    return window


def minutes_not_saved(stage: Stage) -> QWidget:
    """The disk is full."""
    return _not_saved(stage, stage.laptop("C"), "minutes")


def hand_over(stage: Stage) -> QWidget:
    """What goes in and what stays."""
    window = stage.window(stage.laptop("C"))
    stage.page(window, "hand_over")
    return window


def hand_over_empty(stage: Stage) -> QWidget:
    """Nothing is written on this laptop yet."""
    window = stage.window(stage.laptop("A", fresh=True))
    stage.page(window, "hand_over")
    return window


def hand_over_error(stage: Stage) -> QWidget:
    """The folder is not there."""
    window = stage.window(stage.laptop("C"))
    page = stage.page(window, "hand_over")
    assert isinstance(page, HandOverPage)
    page.write_to(stage.new_folder() / "gone" / "laptop-c.wsbundle")
    return window


def receipt(stage: Stage) -> QWidget:
    """The bundle is written, and copied to a stick."""
    window = stage.window(stage.laptop("C"))
    page = stage.page(window, "hand_over")
    assert isinstance(page, HandOverPage)
    page.write_to(stage.new_folder() / "sectoral-5-laptop-c.wsbundle")
    assert page.receipt is not None
    page.receipt.copy_to(stage.new_folder())
    return window


def setup(stage: Stage) -> QWidget:
    """The consultation itself."""
    window = stage.window(stage.lead())
    stage.page(window, "setup")
    return window


def setup_part(part: str) -> Scene:
    """One of the registers of setting up, at its first record."""

    def scene(stage: Stage) -> QWidget:
        window = stage.window(stage.lead())
        page = stage.page(window, "setup")
        assert isinstance(page, SetupPage)
        page.show_part(part)
        settle(window)
        return window

    return scene


def setup_empty(stage: Stage) -> QWidget:
    """Nobody has written down the parties yet."""
    window = stage.window(just_planned(stage))
    page = stage.page(window, "setup")
    assert isinstance(page, SetupPage)
    page.show_part("parties")
    settle(window)
    return window


def make_packs(stage: Stage) -> QWidget:
    """Packs for the two groups and the facilitator."""
    entered = stage.lead()
    row = next(row for row in entered.sessions if row.groups)
    look = stage.preferences.look
    folder = Path("/home/ines")
    return stage.shown(MakePacksDialog(look, entered.workspace, row, stage.jobs, folder=folder))


def make_packs_lacking(stage: Stage) -> QWidget:
    """A session without groups and agenda."""
    entered = stage.lead()
    row = next(row for row in entered.sessions if not row.groups)
    look = stage.preferences.look
    return stage.shown(MakePacksDialog(look, entered.workspace, row, stage.jobs, folder=Path("/home/ines")))


def _not_saved(stage: Stage, entered: Entered, key: str) -> QWidget:
    window = stage.window(entered)
    assert window.desk is not None
    page = stage.page(window, key) if key else window.desk.page()
    assert isinstance(page, CapturePage)
    page.autosave.failed.emit(FULL)
    return window


def _at(hour: int, minute: int) -> datetime:
    return datetime.now().astimezone().replace(hour=hour, minute=minute)


SCENES: dict[str, Scene] = {
    "01-welcome": welcome,
    "01-welcome-empty": welcome_empty,
    "01-welcome-passphrase-wrong": passphrase_wrong,
    "01-welcome-open-pack": open_pack,
    "01-welcome-pack-known": pack_known,
    "01-welcome-pack-name-known": pack_name_known,
    "01-welcome-pack-again": pack_again,
    "01-welcome-plan-error": new_workspace,
    "01-welcome-recovery-key": recovery_key,
    "01-welcome-example": try_example,
    **CLOSING_SCENES,
    **RUN_SCENES,
    **OBSERVATION_SCENES,
    **EVALUATOR_SCENES,
    **HERE_SCENES,
    "02-worksheet": worksheet,
    "02-worksheet-empty": worksheet_empty,
    "02-worksheet-not-saved": worksheet_not_saved,
    **READ_BACK_SCENES,
    **TYPING_SCENES,
    **MEETING_FILE_SCENES,
    **VERDICT_SCENES,
    **FORM_SCENES,
    **PICTURE_SCENES,
    "03-minutes": minutes,
    "03-minutes-empty": minutes_empty,
    "03-minutes-not-saved": minutes_not_saved,
    **KIOSK_SCENES,
    **ANSWER_SCENES,
    **RESULTS_SCENES,
    **PAPER_SCENES,
    **SESSION_SCENES,
    **GROUPS_SCENES,
    "06-hand-over": hand_over,
    "06-hand-over-empty": hand_over_empty,
    "06-hand-over-error": hand_over_error,
    "06-hand-over-receipt": receipt,
    "07-sessions-make-packs": make_packs,
    "07-sessions-make-packs-lacking": make_packs_lacking,
    "11-setup": setup,
    **{f"11-setup-{part}": setup_part(part) for part in ("card", "objectives", "frame", "sent")},
    "11-setup-empty": setup_empty,
    **DOUBT_SCENES,
    **PEOPLE_SCENES,
    **CARE_FILE_SCENES,
    **AGREEING_SCENES,
    **SYNTHESIS_SCENES,
    **WRITTEN_SCENES,
    **LAPTOP_SCENES,
    **MERGE_SCENES,
    "10-keys": keys,
    "10-problem": problem,
    **SEARCH_SCENES,
    **DANGER_SCENES,
    **ASIDE_SCENES,
    **DOCUMENT_SCENES,
    **SETTING_SCENES,
    **GUIDE_SCENES,
}
