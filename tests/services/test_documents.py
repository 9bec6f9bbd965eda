"""Documents are written all or none, under names every system takes, and in the team's own look."""

import errno
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from capture_app.domain.errors import Cancelled, NotPossible, Refused, StorageTrouble
from capture_app.domain.records import Consultation, Form, Group, Session, Sheet
from capture_app.domain.values import DateGiven, Item
from capture_app.domain.vocabulary import FormPurpose, ItemKind
from capture_app.services import document_files
from capture_app.services.document_kinds import Wanted, kinds
from capture_app.services.documents import write_document, write_documents
from capture_app.services.house_style import dress_named, team_dress
from capture_app.store.workspace import Workspace
from tests.reports.played import keep, workspace
from tests.reports.reading import html_words, pdf_words

SERIF = '[organisation]\nname = "Rowan Advocacy"\nfoot = "Charity 123"\n\n[look]\naccent = "#7A1F2B"\nface = "serif"\n'


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Workspace]:
    """A workspace with two sessions of one name and one of another."""
    with workspace(tmp_path) as made:
        keep(
            made,
            Consultation(id="plan", title="Advocacy"),
            Session(id="a", label="Frontline", date=DateGiven(given="7/6/23", edtf="2023-06-07")),
            Session(id="b", label="Frontline", date=DateGiven(given="19/7/23", edtf="2023-07-19")),
            Session(id="c", label="../Séance: 3?*", date=DateGiven(given="")),
        )
        yield made


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "documents"
    folder.mkdir()
    return folder


@dataclass
class Counting:
    """Notes each step; stops at one."""

    stop_at: int = -1
    seen: list[tuple[int, int]] = field(default_factory=list)

    def __call__(self, count: int, total: int) -> None:
        self.seen.append((count, total))
        if count == self.stop_at:
            raise Cancelled


def everything(*sessions: str) -> list[Wanted]:
    """Every document about these sessions, as a page and as PDF."""
    return [
        Wanted(kind=kind.id, session=session, endings=("pdf", "html"))
        for kind in kinds()
        if not kind.of_form
        for session in (sessions if kind.needs_session else ("",))
    ]


def test_every_document_is_written_under_a_name_of_its_own(lead: Workspace, out: Path) -> None:
    steps = Counting()
    receipt = write_documents(lead, everything("a", "b", "c"), out, steps=steps)
    names = sorted(file.path.name for file in receipt.files)
    assert sorted(path.name for path in out.iterdir()) == names
    assert len(set(names)) == len(names) == 2 * (6 * 3 + 2)
    assert {
        "run-sheet-frontline-2023-06-07.pdf",
        "synthesis-séance-3.html",
        "summary-of-workshops-advocacy.html",
    } <= set(names)
    assert steps.seen == [(number, 40) for number in range(41)]
    assert all(file.size == file.path.stat().st_size for file in receipt.files)


def test_stopping_leaves_nothing_behind_and_older_files_as_they_were(lead: Workspace, out: Path) -> None:
    (out / "summary-of-workshops-advocacy.pdf").write_bytes(b"older")
    with pytest.raises(Cancelled):
        write_documents(lead, everything("a"), out, steps=Counting(stop_at=5))
    assert [path.name for path in out.iterdir()] == ["summary-of-workshops-advocacy.pdf"]
    assert (out / "summary-of-workshops-advocacy.pdf").read_bytes() == b"older"


def test_a_full_disk_leaves_nothing_half_written(
    lead: Workspace, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = 0

    def full_at_the_third(path: Path, data: bytes) -> None:
        nonlocal written
        written += 1
        if written == 3:
            raise StorageTrouble(f"{path.name} could not be written: {errno.ENOSPC}")
        path.write_bytes(data)

    monkeypatch.setattr(document_files, "write_safely", full_at_the_third)
    with pytest.raises(StorageTrouble):
        write_documents(lead, everything("a"), out)
    assert list(out.iterdir()) == []


def test_a_folder_that_is_gone_is_said_in_a_sentence(lead: Workspace, tmp_path: Path) -> None:
    with pytest.raises(StorageTrouble, match=r"Nothing can be written in .*gone"):
        write_documents(lead, everything("a"), tmp_path / "gone")


@pytest.mark.parametrize(
    ("wanted", "why"),
    [
        (Wanted(kind="poster"), r"No document is called “poster”\. There are: session-pack, run-sheet"),
        (Wanted(kind="run-sheet"), "is about one session. Say which."),
        (Wanted(kind="appendix", session="a"), "is about all sessions"),
        (Wanted(kind="session-pack", session="a", endings=("xlsx",)), r"is written as \.pdf, \.docx, \.html"),
        (Wanted(kind="worksheet", session="a"), "There is no form of this kind"),
        (Wanted(kind="synthesis", session="elsewhere"), "There is no session with the id elsewhere"),
    ],
)
def test_what_cannot_be_made_is_said_and_nothing_is_written(
    lead: Workspace, out: Path, wanted: Wanted, why: str
) -> None:
    with pytest.raises(NotPossible, match=why):
        write_documents(lead, [wanted], out)
    assert list(out.iterdir()) == []


def test_the_form_is_that_of_the_sheets_of_the_session_else_the_only_one_there_is(
    lead: Workspace, out: Path
) -> None:
    items = {"q": Item(kind=ItemKind.LINES, prompt="Which?", order="1")}
    keep(
        lead,
        Form(id="one", family="one", title="Values", items=items),
        Form(id="one-2", family="one", edition=2, title="Values anew", items=items),
        Form(id="two", family="two", title="Training", items=items),
        Form(id="ask", family="ask", title="Before you go", purpose=FormPurpose.QUESTIONNAIRE, items=items),
        Group(id="g", session="a", label="Group 1"),
        Sheet(id="sheet", session="a", group="g", form="two"),
    )
    with pytest.raises(NotPossible, match="several forms: “Training”; “Values anew”"):
        write_documents(lead, [Wanted(kind="worksheet", session="b")], out)
    for wanted, title in (
        (Wanted(kind="worksheet", session="a", group="g"), "Training"),
        (Wanted(kind="worksheet", form="one"), "Values"),
        (Wanted(kind="questionnaire", session="b"), "Before you go"),
    ):
        file = write_document(lead, wanted, out / "form.html")
        assert file.title == title
    file = write_document(lead, Wanted(kind="worksheet", session="a", group="g"), out / "form.html")
    assert "Frontline · Group 1 · edition 1" in html_words(file.path.read_bytes())


def test_a_team_s_own_look_needs_no_code(lead: Workspace, out: Path, tmp_path: Path) -> None:
    settings = tmp_path / "settings"
    settings.mkdir()
    (settings / "house-style.toml").write_text(SERIF, "utf-8")
    (settings / "document.html").write_text(
        "<h1>{{ report.title }} by {{ house.organisation }}</h1>", "utf-8"
    )
    found = team_dress(settings)
    assert found.troubles == ()
    receipt = write_documents(lead, [Wanted(kind="appendix", endings=("pdf", "html"))], out, found.dress)
    pdf, page = (file.path.read_bytes() for file in receipt.files)
    assert "Rowan Advocacy Advocacy Summary of workshops" in pdf_words(pdf)
    assert "Summary of workshops · Charity 123" in pdf_words(pdf)
    assert b"NotoSerif" in pdf
    assert b"NotoSans" not in pdf
    assert page == b"<h1>Summary of workshops by Rowan Advocacy</h1>"


WRONG = {
    '[look]\naccent = "#FFEE88"\n': r"line 2, “accent”: this colour is too light",
    '[look]\n\naccent = "blue"\n': r"line 3, “accent”: a colour is written as",
    '[look]\nface = "Comic"\n': r"line 2, “face”: it is one of: sans, serif",
    "[page]\nmargin = 100\n": r"line 2, “margin”: a whole number of millimetres from 10 to 40",
    "[page]\nmargin = true\n": r"line 2, “margin”",
    '[page]\nsize = "A5"\n': r"line 2, “size”: it is one of: A4, Letter",
    '[look]\nacent = "#000000"\n': r"line 2, “acent”: nothing is called so; “accent” is meant",
    "[looks]\n": r"line 1, “looks”: nothing is called so; “look” is meant",
    '[organisation]\nname = "two\\nlines"\n': r"line 2, “name”: one line of text",
    "[look\n": r"cannot be read as a style: .*line 1",
}


@pytest.mark.parametrize("text", WRONG)
def test_a_slip_in_a_style_names_its_line_and_is_refused_or_left_aside(text: str, tmp_path: Path) -> None:
    file = tmp_path / "house-style.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(Refused, match=WRONG[text]):
        dress_named(file, None, tmp_path / "settings")
    found = team_dress(tmp_path)
    assert len(found.troubles) == 1
    assert found.troubles[0].endswith("The usual look is used.")
    assert found.dress == team_dress(tmp_path / "nowhere").dress


@pytest.mark.parametrize(
    "text",
    [
        "{% for %}",
        "{{ nobody_knows_this }}",
        "{{ report.__class__.__mro__[1].__subclasses__() }}",
        "{% include '/etc/passwd' %}",
        "{{ 1 / 0 }}",
        "{{ report.title.nothing() }}",
    ],
)
def test_a_template_that_cannot_be_used_or_reaches_too_far_is_refused(text: str, tmp_path: Path) -> None:
    file = tmp_path / "document.html"
    file.write_text(text, "utf-8")
    with pytest.raises(Refused, match=r"document\.html"):
        dress_named(None, file, tmp_path / "settings")
    assert team_dress(tmp_path).troubles[0].endswith("The usual template is used.")


def test_a_style_that_is_no_text_or_not_there_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "style.toml"
    with pytest.raises(Refused, match="cannot be read"):
        dress_named(file, None, tmp_path)
    file.write_bytes(b"\xff\xfe")
    with pytest.raises(Refused, match="not written in UTF-8"):
        dress_named(file, None, tmp_path)
    file.write_bytes(b"#" * 300_000)
    with pytest.raises(Refused, match="too large"):
        dress_named(file, None, tmp_path)
