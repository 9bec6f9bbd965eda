"""Results that anybody may read tell nobody's answer, also whoever reads them twice (F2, practice 2.9)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from capture_app.domain.records import Consultation, Form, Session, ToldResult
from capture_app.domain.values import Answer, Item, Option
from capture_app.domain.vocabulary import About, FormPurpose, ItemKind
from capture_app.services.document_kinds import PUBLIC_RESULTS, Wanted
from capture_app.services.documents import write_document
from capture_app.services.keeping import entries, keep
from capture_app.services.questioning import answer, close_box, open_box
from capture_app.services.workspaces import Workspace, new_workspace
from tests.reports.reading import docx_words

CHOICES = (Option(id="yes", label="Yes"), Option(id="maybe", label="Maybe"), Option(id="no", label="No"))

FORM = Form(
    id="form",
    title="Before you go",
    purpose=FormPurpose.QUESTIONNAIRE,
    items={
        "useful": Item(
            kind=ItemKind.CHOICE, prompt="Was it useful?", order="1", options=CHOICES, about=About.PROCESS
        ),
        "missed": Item(prompt="What did we miss?", order="2", kind=ItemKind.TEXT, about=About.PROCESS),
    },
)


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Workspace]:
    workspace = new_workspace(tmp_path / "lead.capture", None).workspace
    keep(workspace, Session(id="session", label="Sectoral 5"))
    keep(workspace, FORM)
    yield workspace
    workspace.close()


def asked(lead: Workspace, said: str, words: Sequence[str] = ()) -> None:
    """A questionnaire into which everybody says one thing: `said` has a letter for each of them."""
    names = {"y": "yes", "m": "maybe", "n": "no"}
    box = open_box(lead, "session", "form", len(said)).value
    for letter in said:
        answer(lead, box.id, {"useful": Answer(choice=names[letter])})
    for one in words:
        answer(lead, box.id, {"missed": Answer(text=one)})
    close_box(lead, box.id)


def told(lead: Workspace, folder: Path) -> str:
    path = folder / "results.docx"
    write_document(lead, Wanted(kind=PUBLIC_RESULTS, session="session"), path)
    return docx_words(path.read_bytes())


def test_a_small_count_is_not_told_and_no_words_are(lead: Workspace, tmp_path: Path) -> None:
    asked(lead, "yyyyyyyyymmmmn", ["The bus was late."])
    words = told(lead, tmp_path)
    assert "15 people handed it in." in words
    assert "Yes 9 14 Maybe not told 14 No not told 14" in words
    assert "2 What did we miss? Not told: so few answered" in words
    assert "bus" not in words


def test_an_answer_that_comes_late_does_not_change_a_letter(lead: Workspace, tmp_path: Path) -> None:
    asked(lead, "y" * 9 + "m" * 6 + "n" * 7)
    before = told(lead, tmp_path)
    assert "Yes 9 22 Maybe 6 22 No 7 22" in before
    asked(lead, "n")
    after = told(lead, tmp_path)
    assert "No 7 22" in after
    assert (
        after.replace(
            "As told before. What came in since is not counted: beside the earlier counts it would "
            "tell what single people said. ",
            "",
        )
        == before
    )


def test_enough_late_answers_are_told_with_the_others(lead: Workspace, tmp_path: Path) -> None:
    asked(lead, "y" * 9 + "m" * 6 + "n" * 7)
    told(lead, tmp_path)
    asked(lead, "y" * 5 + "m" * 5 + "n" * 5)
    assert "Yes 14 (38 %) 37 Maybe 11 (30 %) 37 No 12 (32 %) 37" in told(lead, tmp_path)
    assert len(entries(lead, ToldResult)) == 2, "how many handed it in, and of one question"


def test_a_consultation_may_ask_for_more_people_and_never_for_fewer_than_three(
    lead: Workspace, tmp_path: Path
) -> None:
    with lead.unit_of_work() as work:
        work.facts.put("consultation", "plan")
        work.records.save(Consultation(id="plan", fewest_told=10))
        work.commit()
    asked(lead, "y" * 12 + "m" * 6)
    assert "Yes not told" in told(lead, tmp_path)


def test_nothing_is_told_of_what_is_open_or_of_too_few(lead: Workspace, tmp_path: Path) -> None:
    assert "No questionnaire of this session is closed yet" in told(lead, tmp_path)
    asked(lead, "yyyn")
    assert "So few answered that nothing is told." in told(lead, tmp_path)
    assert not entries(lead, ToldResult)
