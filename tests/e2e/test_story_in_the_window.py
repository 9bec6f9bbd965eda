"""The whole story in real windows, with the real lanes: two laptops open their packs, capture and hand over; the
project lead merges, settles what they disagree on, rests a sentence on what was said and saves the PDF.

People press keys and click; only where the system's own file dialog would open is a page told the file.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from capture_app.domain.records import Group, Session
from capture_app.domain.vocabulary import Role
from capture_app.sealing import Passphrase
from capture_app.services.dumping import dump
from capture_app.services.packing import ForWhom, make_pack
from capture_app.services.workspaces import open_workspace
from capture_app.ui.hand_over_page import HandOverPage
from capture_app.ui.main_window import MainWindow
from capture_app.ui.synthesis_page import SynthesisPage
from tests.helpers.lead_world import plan
from tests.helpers.people import CTRL, ENTER, TAB, Person, at_a_laptop
from tests.reports.reading import pdf_words

RAIN, GEESE, NUMBER = "rain on the roof all night", "eight grey geese go by", "2468"
LUNCH, ONE_FILE, PHONE = "A shared lunch once a month", "One file for each person", "A phone that is answered"
SOUND, DECISION = "All can hear", "Write one shared list"
INTERPRETER = "An interpreter who knows the words"
SENTENCE = "People want one file that goes with them, whichever service they meet first."
INVENTED = "in this example is invented"


@dataclass(frozen=True, slots=True)
class Prepared:
    """What the lead has planned: the workspace, the session's label, and the packs of two laptops of one group.

    The pack of Laptop A opens with `RAIN`, that of Laptop B without a passphrase.
    """

    folder: Path
    lead: Path
    session: str
    packs: tuple[Path, ...]


@pytest.fixture
def prepared(tmp_path: Path) -> Prepared:
    """The example consultation before anything is captured."""
    lead, session = plan(tmp_path / "lead")
    with lead.unit_of_work() as work:
        label = work.records.get(Session, session).label
        group = work.records.all(Group, session=session)[1].id
    laptops = {"a": ("Noor A.", Passphrase(RAIN)), "b": ("Jo M.", None)}
    packs = [
        make_pack(
            lead,
            ForWhom(f"Laptop {letter.upper()}", holder, Role.SCRIBE, session, group),
            tmp_path / f"laptop-{letter}.wsbundle",
            passphrase,
        ).path
        for letter, (holder, passphrase) in laptops.items()
    ]
    lead.close()
    return Prepared(tmp_path, lead.path, label, tuple(packs))


@pytest.mark.timeout(600)
def test_two_laptops_and_a_lead_go_through_the_main_job(
    qapp: QApplication, qtbot: QtBot, prepared: Prepared
) -> None:
    folder = prepared.folder
    bundles, report = [folder / "from-a.wsbundle", folder / "from-b.wsbundle"], folder / "synthesis.pdf"
    with at_a_laptop(qapp, qtbot) as (noor, window):
        opens_a_pack_under_a_passphrase(noor, window, prepared)
        writes_a_worksheet(noor)
        counts(noor, figure="30", heads="11")
        writes_minutes(noor)
        takes_three_answers(noor)
        numbers = [hands_over(noor, window, bundles[0])]
    with at_a_laptop(qapp, qtbot) as (jo, window):
        opens_a_pack_without_one(jo, window, prepared)
        jo.waits_at("Line")
        jo.type(INTERPRETER)
        counts(jo, figure="40", heads="12")
        numbers.append(hands_over(jo, window, bundles[1]))
    with at_a_laptop(qapp, qtbot, prepared.lead) as (lead, window):
        lead.waits_at("lead")
        lead.press(ENTER)
        merges_and_settles(lead, window, bundles, numbers)
        writes_a_statement(lead, prepared.session)
        saves(lead, window, report)
    words = pdf_words(report.read_bytes())
    assert SENTENCE in words
    assert ONE_FILE in words
    assert INVENTED in words
    assert_that_it_is_kept(prepared.lead)


def opens_a_pack_under_a_passphrase(scribe: Person, window: MainWindow, prepared: Prepared) -> None:
    scribe.drops([prepared.packs[0]], window)
    scribe.sees("What is the passphrase of the session pack ‘laptop-a’?")
    scribe.type("rain on the road")
    scribe.fill_in("Keep what is written here in", str(prepared.folder / "laptop-a.capture"))
    scribe.press(ENTER)
    scribe.sees("That passphrase does not open")
    scribe.type(f"{RAIN}\n")
    scribe.sees("Laptop A · scribe Noor A.", "Encrypted", INVENTED)


def opens_a_pack_without_one(scribe: Person, window: MainWindow, prepared: Prepared) -> None:
    scribe.drops([prepared.packs[1]], window)
    scribe.sees("What is the passphrase of the session pack ‘laptop-b’?")
    scribe.fill_in("Keep what is written here in", str(prepared.folder / "laptop-b.capture"))
    scribe.click("The same passphrase on this laptop")
    scribe.fill_in("Passphrase for this laptop", GEESE)
    scribe.fill_in("The same passphrase once more", GEESE)
    scribe.press(ENTER)
    scribe.sees("Laptop B · scribe Jo M.", "Encrypted")


def writes_a_worksheet(scribe: Person) -> None:
    scribe.waits_at("Line")
    scribe.sees("1 · What already helps when several services support one person?", "Nothing written yet.")
    scribe.type(f"{LUNCH}\n{ONE_FILE}")
    scribe.press(Qt.Key.Key_1, CTRL)
    scribe.press(Qt.Key.Key_9, CTRL)
    scribe.type(" #A7")
    scribe.sees("A7 Multi agency and partnership working")
    scribe.press(TAB)
    scribe.type(f"\n{PHONE}")
    scribe.sees(f"{ONE_FILE}. Agreed. Remote. Theme Multi agency and partnership working. Line 2 of 3.")
    scribe.sees("Writing · 3 lines", "Room 1, Remote 2, Chat 0", "Saved ")


def counts(scribe: Person, figure: str, heads: str) -> None:
    for _question in range(3):
        scribe.press(ENTER, CTRL)
    scribe.sees("4 · Of the people you support, what share would want an advocate across services?")
    scribe.fill_in("Figure", figure)
    scribe.click("How many in the group?")
    scribe.fill_in("People in the room", f"{heads}\n")
    scribe.sees(f"{heads} in the room", f"Done · {figure} %")


def writes_minutes(scribe: Person) -> None:
    scribe.click("Minutes")
    scribe.waits_at("Line")
    scribe.sees("Minutes · Welcome")
    scribe.type(f"{SOUND}\n= {DECISION}")
    scribe.sees("Points: 1", "Decisions: 1", INVENTED)


def takes_three_answers(facilitator: Person) -> None:
    facilitator.click("Questions")
    facilitator.sees("Before you go", "Not opened")
    facilitator.fill_in("How many people are expected to answer?", "6")
    facilitator.sees("Anonymous. No name, no time and no order is kept.")
    facilitator.click("Start the kiosk")
    facilitator.type(f"{NUMBER}\n")
    for answers in (_by_keys, _by_clicks, _by_skipping):
        facilitator.click("Start")
        facilitator.sees("Question 1 of 10", "I knew what this workshop was for.")
        answers(facilitator)
        facilitator.sees("Thank you. Your answers are in.")
    facilitator.click("For staff")
    facilitator.type(f"{NUMBER}\n")
    facilitator.sees("Questions", "3 answers in")
    facilitator.click("Close the questionnaire")
    facilitator.sees("Close ‘Before you go’ for good?", "3 answers are in.")
    facilitator.click("Close the questionnaire")
    facilitator.sees("Closed, 3 answers")
    facilitator.click("See the results")
    facilitator.sees("3 answers from 6 people expected", "1 written answer", "Left blank: 2", "n = 2")


def _by_keys(person: Person) -> None:
    person.press(Qt.Key.Key_2)
    for _question in range(7):
        person.press(ENTER)
    person.sees("What did we miss?")
    person.type("More time.\n\n")
    person.press(Qt.Key.Key_1)
    person.click("Hand in")


def _by_clicks(person: Person) -> None:
    person.click("Mostly agree")
    for _question in range(9):
        person.click("Next")
    person.click("Maybe")
    person.click("Hand in")


def _by_skipping(person: Person) -> None:
    for _question in range(10):
        person.click("Skip")


def hands_over(scribe: Person, window: MainWindow, file: Path) -> str:
    """Gives the check number that the receipt shows, to read out on the phone."""
    scribe.click("Hand over")
    scribe.sees("Goes in", "Nothing has been handed over from this laptop yet.")
    page = window.desk.page() if window.desk else None
    assert isinstance(page, HandOverPage)
    page.write_to(file)
    scribe.sees("Bundle written and read back", file.name)
    assert page.receipt is not None
    number = page.receipt.receipt.check_number
    scribe.sees(number)
    return number


def merges_and_settles(lead: Person, window: MainWindow, bundles: list[Path], numbers: list[str]) -> None:
    lead.click("Bundles")
    lead.sees("No bundles yet. Drop the files from the laptops here.")
    lead.drops(bundles, window)
    lead.sees("Merge preview · 2 bundles", "Laptop A · Noor A.", "Laptop B · Jo M.", "2 conflicts")
    lead.waits_at("Conflicts")
    lead.sees("Question 4: Of the people you support", "30%, clients", "40%, clients")
    lead.press(Qt.Key.Key_A)
    lead.sees("Take A: Laptop A", "Laptop A: 11", "1 decided", "1 conflict will wait on this page")
    lead.click("Back up and merge")
    lead.sees("Merged · 2 bundles", *numbers)
    lead.click("Settle 1 conflict")
    lead.sees("Bundles · 1 conflict waits", "Group 2, worksheet · headcount", "Laptop A: 11")
    lead.waits_at("Conflicts")
    lead.press(Qt.Key.Key_B)
    lead.sees("Bundles · every conflict is settled", "Laptop B · taken: 12")


def writes_a_statement(lead: Person, session: str) -> None:
    lead.click("Synthesis")
    lead.sees(f"Synthesis · {session}", "0 of 7 looked at", INTERPRETER, INVENTED)
    lead.press(Qt.Key.Key_N, CTRL)
    lead.waits_at("New statement")
    lead.type(f"{SENTENCE}\n")
    lead.sees(SENTENCE, "No evidence yet. Link a line before the check.")
    lead.fill_in("Search", f"{ONE_FILE}\n")
    lead.sees("1 of 8")  # with what the group answered to question 4
    lead.click("Next pending")
    lead.waits_at("Evidence")
    lead.press(Qt.Key.Key_L)
    lead.sees(f"{SENTENCE} 1 line. Agreed: 1. Group 2.", "1 of 7 looked at", "unlink")


def saves(lead: Person, window: MainWindow, file: Path) -> None:
    page = window.desk.page() if window.desk else None
    assert isinstance(page, SynthesisPage)
    page.save_report(file)
    lead.sees(f"Saved as {file.name}")


def assert_that_it_is_kept(workspace: Path) -> None:
    kept = open_workspace(workspace)
    records: list[dict[str, Any]] = [json.loads(line) for line in dump(kept)]
    kept.close()
    ids = {one["text"]: one["id"] for one in records if one["kind"] == "Line"}
    assert set(ids) == {LUNCH, ONE_FILE, PHONE, SOUND, DECISION, INTERPRETER}
    (sheet,) = [one for one in records if one["kind"] == "Sheet" and one.get("headcount")]
    assert (sheet["headcount"], sheet["answers"]["share"]["value"]) == (12, "30")
    assert [one["count"] for one in records if one["kind"] == "Box"] == [3]
    assert not any("conflicts" in one for one in records)
    (link,) = [one for one in records if one["kind"] == "StatementLink"]
    assert ids[ONE_FILE] in link.values()
