"""Questionnaires written in the window: questions of every kind, limits, and the answers they depend on (F1, F2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from capture_app.domain.forms.languages import missing_in
from capture_app.domain.records import Box, Form
from capture_app.domain.values import Condition, Limits
from capture_app.domain.vocabulary import ItemKind, When
from capture_app.services.editions import new_edition
from capture_app.services.entering import Entered
from capture_app.services.keeping import entries, keep
from capture_app.ui.forms.form_pane import FormPane
from capture_app.ui.forms.form_register import FORMS, LANGUAGES
from capture_app.ui.forms.question_row import QuestionRow
from capture_app.ui.forms.questions_editor import QuestionsEditor
from capture_app.ui.forms.translations_editor import TranslationsEditor
from capture_app.ui.sessions_page import SessionsPage
from capture_app.ui.style import Look
from tests.helpers.every_question import EVERY_KIND
from tests.helpers.inline_jobs import InlineJobs
from tests.helpers.lead_world import in_lane
from tests.helpers.registers import fill, shown
from tests.helpers.render import settle
from tests.helpers.window import Frame


@pytest.fixture
def pane(entered: Entered, jobs: InlineJobs, look: Look) -> Iterator[FormPane]:
    """Every kind of question, as somebody wrote it before."""
    in_lane(jobs, partial(keep, entered.workspace, EVERY_KIND))
    page = SessionsPage(entered.workspace, jobs, look)
    frame = Frame(page, 1150, 680)
    page.show_part(FORMS)
    settle(page)
    pane = page.pane()
    assert isinstance(pane, FormPane)
    pane.show_later(EVERY_KIND.id)
    settle(page)
    yield pane
    frame.hide()
    frame.deleteLater()


def rows(pane: FormPane) -> list[QuestionRow]:
    (editor,) = pane.form.findChildren(QuestionsEditor)
    return [row for row in editor.rows if isinstance(row, QuestionRow)]


def row_of(pane: FormPane, prompt: str) -> QuestionRow:
    return next(row for row in rows(pane) if row.part().prompt == prompt)


def press(holder: QWidget, words: str) -> None:
    button = next(one for one in holder.findChildren(QPushButton) if one.text() == words and one.isVisible())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle(holder)


def form_of(pane: FormPane, entered: Entered, jobs: InlineJobs) -> Form:
    """What is kept."""
    pane.keep_typed()
    settle(pane)
    (found,) = in_lane(jobs, partial(entries, entered.workspace, Form))
    return found.record


def test_looking_at_a_questionnaire_and_changing_one_word_keeps_all_the_rest(
    pane: FormPane, entered: Entered, jobs: InlineJobs
) -> None:
    fill(row_of(pane, "What helped?"), {"Help below it": "Tick what did."})
    before, after = EVERY_KIND.items, form_of(pane, entered, jobs).items
    assert after["liked"].help == "Tick what did."
    assert {key: item for key, item in after.items() if key != "liked"} == {
        key: item for key, item in before.items() if key != "liked"
    }


def test_a_question_is_asked_only_after_certain_answers(
    pane: FormPane, entered: Entered, jobs: InlineJobs
) -> None:
    row = row_of(pane, "How far?")
    press(row, "Ask it only after certain answers")
    (condition,) = row.show_if.rows
    fill(condition, {"Depends on": "How were you here?"})
    fill(condition, {"Room": "yes"})
    assert form_of(pane, entered, jobs).items["miles"].show_if == (Condition(item="how", values=("o1",)),)
    (condition,) = row.show_if.rows
    fill(condition, {"Depends on": "What first?"})
    fill(condition, {"In which way": "was answered"})
    answered = Condition(item="first", when=When.ANSWERED)
    assert form_of(pane, entered, jobs).items["miles"].show_if == (answered,)


def test_only_earlier_questions_can_be_depended_on_and_a_moved_one_keeps_what_it_said(
    pane: FormPane, entered: Entered, jobs: InlineJobs
) -> None:
    section = row_of(pane, "Taking part remotely")
    (condition,) = section.show_if.rows
    assert [condition.question.itemText(n) for n in range(condition.question.count())] == [
        "How were you here?"
    ]
    assert shown(condition, "Remote") == "yes"
    for _step in range(2):
        section.moved.emit(-1)
        settle(pane)
    (condition,) = section.show_if.rows
    assert "does not come before" in condition.question.currentText()
    assert form_of(pane, entered, jobs).items["online"].show_if == EVERY_KIND.items["online"].show_if


def test_limits_are_refused_where_they_are_none_and_kept_as_they_are_meant(
    pane: FormPane, entered: Entered, jobs: InlineJobs
) -> None:
    fill(row_of(pane, "How far?"), {"At most": "1,200"})
    fill(row_of(pane, "Since when?"), {"At least": "1 May 2023", "At most": "next year"})
    form = form_of(pane, entered, jobs)
    assert form.items["miles"].limits == Limits(least="0", most="1200")
    assert form.items["since"].limits == Limits(least="2023-05-01")
    assert shown(row_of(pane, "Since when?"), "At most") == "next year"


def test_a_limit_nobody_could_answer_by_is_refused(
    pane: FormPane, entered: Entered, jobs: InlineJobs
) -> None:
    before = form_of(pane, entered, jobs).items
    fill(row_of(pane, "How far?"), {"At least": "10", "At most": "5"})
    fill(row_of(pane, "What helped?"), {"At least": "9"})
    kept = form_of(pane, entered, jobs).items
    assert (kept["miles"].limits.least, kept["miles"].limits.most) == ("10", "")
    assert kept["liked"].limits == before["liked"].limits
    assert "nobody could answer" in words_of(row_of(pane, "How far?"))


def test_a_scale_has_points_with_and_without_words(
    pane: FormPane, entered: Entered, jobs: InlineJobs
) -> None:
    row = row_of(pane, "The sound was")
    assert shown(row, "Options") == "Bad\n–\n–\nGood"
    fill(row, {"Options": "Bad\n-\n-\nVery good"})
    points = form_of(pane, entered, jobs).items["sound"].options
    assert [one.label for one in points] == ["Bad", "", "", "Very good"]
    assert [one.id for one in points] == [one.id for one in EVERY_KIND.items["sound"].options]


def test_a_note_has_no_number_and_asks_for_nothing(
    pane: FormPane, entered: Entered, jobs: InlineJobs
) -> None:
    row = row_of(pane, "How were you here?")
    assert row.prompt.control.accessibleName() == "Question 1"
    fill(row, {"Answered with": "Nothing: a note to read"})
    assert row.prompt.control.accessibleName() == "Note"
    assert form_of(pane, entered, jobs).items["how"].kind is ItemKind.NOTE
    assert When.ANY_OF in {one.when for one in form_of(pane, entered, jobs).items["online"].show_if}


def test_a_questionnaire_is_tried_as_it_stands_in_the_window(pane: FormPane) -> None:
    fill(row_of(pane, "Five minutes."), {"Note": "Ten minutes."})
    press(pane, "Try it")
    assert pane.kiosk is not None
    pane.kiosk.start()
    assert pane.kiosk.question.prompt.text() == "Ten minutes."
    pane.kiosk.top.staff.click()
    assert not pane.kiosk.isVisible()
    pane.kiosk.deleteLater()


def test_a_questionnaire_that_has_nothing_but_a_note_yet_can_be_tried(pane: FormPane) -> None:
    note = {key: item for key, item in EVERY_KIND.items.items() if item.kind is ItemKind.NOTE}
    pane._on_questions(replace(EVERY_KIND, items=note))
    assert pane.kiosk is not None
    pane.kiosk.start()
    settle(pane.kiosk)
    pane.kiosk.segments.grab()
    pane.kiosk.top.staff.click()
    pane.kiosk.deleteLater()


def test_a_questionnaire_is_translated_text_by_text_and_what_is_missing_is_counted(
    pane: FormPane, entered: Entered, jobs: InlineJobs
) -> None:
    pane.form.show_page(LANGUAGES)
    settle(pane)
    (editor,) = pane.form.findChildren(TranslationsEditor)
    missing = len(missing_in(EVERY_KIND, "cy"))
    assert f"{missing} texts are missing" in words_of(editor)
    fill(editor, {"Room": "Ystafell"})
    kept = form_of(pane, entered, jobs)
    added = {"cy/items/how/options/o1": "Ystafell", "cy/of/items/how/options/o1": "Room"}
    assert kept.translations == {**EVERY_KIND.translations, **added}
    assert f"{missing - 1} texts are missing" in words_of(editor)
    fill(pane.form, {"Also in": "Polish, Polski"})
    fill(editor, {"Translated": "Polski"})
    settle(pane)
    room = editor.editors["items/how/options/o1"]
    assert room.value() == ""
    assert "Buttons of the kiosk are not in this language yet" in words_of(editor)
    type_into(room.control, "Sala")
    assert form_of(pane, entered, jobs).translations["pl/items/how/options/o1"] == "Sala"
    assert form_of(pane, entered, jobs).translations["cy/items/how/options/o1"] == "Ystafell"


def test_a_text_that_is_reworded_after_it_was_translated_is_told_until_somebody_has_looked(
    pane: FormPane, entered: Entered, jobs: InlineJobs
) -> None:
    pane.form.show_page(LANGUAGES)
    settle(pane)
    (editor,) = pane.form.findChildren(TranslationsEditor)
    fill(editor, {"How far?": "Pa mor bell?"})
    assert "reworded" not in words_of(editor)
    form = form_of(pane, entered, jobs)
    far = replace(form.items["miles"], prompt="How near?")
    renamed = replace(form, items={**form.items, "miles": far})
    jobs.write(partial(keep, entered.workspace, renamed), lambda _done: None, pane, None)
    settle(pane)
    assert "1 was reworded after it was translated." in words_of(editor)
    press(editor, "It still says the same")
    settle(pane)
    assert "reworded" not in words_of(editor)
    assert form_of(pane, entered, jobs).translations["cy/items/miles/prompt"] == "Pa mor bell?"


def test_the_translations_of_a_form_that_stays_as_it_is_can_be_read_and_not_typed_in(
    pane: FormPane, entered: Entered, jobs: InlineJobs
) -> None:
    box = Box(id="b", session="s", form=EVERY_KIND.id, count=1)
    jobs.write(partial(keep, entered.workspace, box), lambda _done: None, pane, pane)
    settle(pane)
    pane.form.show_page(LANGUAGES)
    settle(pane)
    (editor,) = pane.form.findChildren(TranslationsEditor)
    before = form_of(pane, entered, jobs).translations
    room = editor.editors["items/how/options/o1"]
    type_into(room.control, "Ystafell")
    assert room.value() == ""
    assert form_of(pane, entered, jobs).translations == before


def type_into(control: QWidget, words: str) -> None:
    control.setFocus(Qt.FocusReason.OtherFocusReason)
    QTest.keyClicks(control, words)


def words_of(holder: QWidget) -> str:
    return " ".join(one.text() for one in holder.findChildren(QLabel))


def test_whoever_rewords_a_question_of_a_new_edition_is_told_what_that_parts(
    pane: FormPane, entered: Entered, jobs: InlineJobs
) -> None:
    done = in_lane(jobs, partial(new_edition, entered.workspace, Form, EVERY_KIND.id, "Clearer"))
    settle(pane)
    pane.show_later(done.value)
    settle(pane)
    assert pane.apart.isHidden()
    fill(row_of(pane, "How far?"), {"Question 6": "How many miles?"})
    pane.keep_typed()
    settle(pane)
    assert pane.apart.isVisible()
    assert "“How far?” has other words." in words_of(pane.apart)
