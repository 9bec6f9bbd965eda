"""The pages say what is so: decisions are linked, files and commands exist, keys and tests are those there are."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.core import TyperGroup

from capture_app.cli import every_verb
from capture_app.store.engine import PRAGMAS
from capture_app.ui.actions import listed
from capture_app.ui.keys import Binding, KeyMap, Scope
from tests.architecture.source import ROOT, modules

DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
GUIDE = [ROOT / "docs" / "guide.md", *sorted((ROOT / "docs" / "guide").glob("*.md"))]
PAGES = [
    *(ROOT / name for name in ("ARCHITECTURE.md", "CONTRIBUTING.md", "README.md", "SECURITY.md")),
    *(ROOT / "docs" / name for name in ("requirements.md", "bundle-format.md")),
    *GUIDE,
    *DECISIONS,
]
PARTS = ["Summary", "Context", "Decision", "Consequences", "Alternatives"]
PATH = re.compile(r"`(\.?[\w-]+(?:/[\w.-]*)*)`")
SOURCE_ENDINGS = {".cfg", ".md", ".py", ".spec", ".toml", ".txt"}
NO_FILES = {"answers/share", "age-encryption.org/v1", "log/0001.jsonl", "log/0002.jsonl", "name/key"}
"""What looks like a path: fields of a record, the beginning of an age file, members of a bundle."""

LINK = re.compile(r"\]\(([^)\s]+)\)")
COMMAND = re.compile(r"^    capture-app (.+)$|`capture-app ([^`]+)`", re.MULTILINE)
IDS = {
    "A": 10,
    "B": 9,
    "C": 9,
    "D": 15,
    "E": 5,
    "F": 7,
    "G": 5,
    "H": 2,
    "I": 11,
    "J": 3,
    "K": 7,
    "L": 5,
    "M": 5,
    "X": 33,
}
"""How many requirements each room of the source asks for."""

KEY_ROOMS = {
    Scope.APP: "Everywhere",
    Scope.CAPTURE: "While writing",
    Scope.EVIDENCE: "In the evidence",
    Scope.MINUTES: "Where minutes are agreed",
    Scope.CONFLICTS: "Between two versions",
    Scope.READ_BACK: "While reading back",
    Scope.SESSION: "While a session runs",
}


def read(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def section(text: str, heading: str) -> str:
    """What stands under a heading, to the next one of any depth."""
    return re.split(rf"^#+ {re.escape(heading)}\n", text, flags=re.MULTILINE)[1].split("\n#")[0]


def rows(text: str) -> Iterator[list[str]]:
    """The rows of the tables in a text, without their heads."""
    for table in re.findall(r"^\|[-|]+\|\n((?:\|.*\n)*)", text, flags=re.MULTILINE):
        for line in table.splitlines():
            yield [cell.strip() for cell in line.strip("|").split(" | ")]


# Decisions.


def test_every_decision_has_its_own_number_and_the_next_one() -> None:
    assert [int(page.name[:4]) for page in DECISIONS] == list(range(1, len(DECISIONS) + 1))


@pytest.mark.parametrize("page", DECISIONS, ids=lambda page: page.name[:4])
def test_a_decision_says_why_and_what_else_there_was_on_one_page(page: Path) -> None:
    text = page.read_text("utf-8")
    assert text.startswith(f"# {page.name[:4]} ")
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == PARTS
    assert len(text.splitlines()) <= 65


def test_the_architecture_is_one_page_that_leads_to_every_decision() -> None:
    text = read("ARCHITECTURE.md")
    assert len(text.splitlines()) <= 90
    assert sorted(re.findall(r"\]\(docs/decisions/([^)]+)\)", text)) == [page.name for page in DECISIONS]


def test_every_setting_of_the_engine_has_its_reason() -> None:
    (page,) = (page for page in DECISIONS if page.name == "0003-one-encrypted-sqlite-file.md")
    reasons = {cells[0]: cells[1] for cells in rows(page.read_text("utf-8"))}
    for name, value in PRAGMAS.items():
        (told,) = (head for head in reasons if head.startswith(f"`{name}` {value}"))
        assert len(reasons[told]) > 40


# What pages point at.


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_file_a_page_names_is_there(page: Path) -> None:
    named = {path for path in PATH.findall(page.read_text("utf-8")) if _is_path(path)} - NO_FILES
    assert [path for path in sorted(named) if not _is_there(path)] == []


def _is_path(name: str) -> bool:
    return "/" in name or Path(name).suffix in SOURCE_ENDINGS


def _is_there(path: str) -> bool:
    return (ROOT / path).exists() or (ROOT / "capture_app" / path).exists()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    targets = [link for link in LINK.findall(page.read_text("utf-8")) if not link.startswith("http")]
    for target in targets:
        name, _hash, anchor = target.partition("#")
        file = (page.parent / name).resolve() if name else page
        assert file.exists(), target
        assert not anchor or anchor in _anchors(file), target


def _anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as the usual renderers make them."""
    heads = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


# Commands.


def verbs() -> TyperGroup:
    """The command line's verbs."""
    return every_verb()


def said(page: Path) -> Iterator[list[str]]:
    """The words after `capture-app` wherever the page names a verb; what is explained beside it is left out."""
    for block, inline in COMMAND.findall(page.read_text("utf-8")):
        words = shlex.split(re.split(r"\s{2,}", block or inline)[0].replace("...", ""))
        if not words[0].startswith("-") and not words[0].isupper():
            yield words


@pytest.mark.parametrize(
    "page", [page for page in PAGES if page not in DECISIONS], ids=lambda page: page.name
)
def test_every_command_a_page_names_exists_with_its_options(page: Path) -> None:
    known = verbs().commands
    for words in said(page):
        assert words[0] in known, words
        options = {option for parameter in known[words[0]].params for option in parameter.opts}
        assert {word for word in words if word.startswith("--")} <= options, words


@pytest.mark.parametrize("page", GUIDE, ids=lambda page: page.name)
def test_whatever_the_guide_says_to_type_would_be_understood(page: Path) -> None:
    known = verbs().commands
    for words in said(page):
        if len(words) > 1:
            known[words[0]].make_context(words[0], words[1:]).close()


# Keys.


def test_the_key_table_of_the_guide_is_the_key_map() -> None:
    guide = read("docs/guide/help.md")
    for scope, room in KEY_ROOMS.items():
        assert list(rows(section(guide, room))) == [_row(binding) for binding in listed(KeyMap(), scope)]


def _row(binding: Binding) -> list[str]:
    key = "+".join(binding.chords[0].caps()) if binding.chords else ""
    return [binding.words, key, " ".join(f"`{code.strip()}`" for code in binding.typed)]


# Requirements.


def test_every_requirement_is_listed_once() -> None:
    listed = [cells[0] for cells in rows(read("docs/requirements.md")) if re.fullmatch(r"[A-Z]\d+", cells[0])]
    assert listed == [f"{room}{number}" for room, count in IDS.items() for number in range(1, count + 1)]


def test_a_requirement_that_is_held_names_the_test_that_says_so() -> None:
    tests = {function.name for module in modules() for function in module.functions}
    for name, _needed, state in rows(read("docs/requirements.md")):
        named = re.findall(r"`(test_\w+)`", state)
        assert set(named) <= tests, name
        assert named or state.startswith("later"), name


def test_every_requirement_the_code_names_is_listed() -> None:
    listed = {cells[0] for cells in rows(read("docs/requirements.md"))}
    named = {
        name
        for module in modules()
        if module.name.startswith(("capture_app/domain/", "capture_app/services/", "capture_app/store/"))
        for name in re.findall(r"practice \d\.\d+|delight \d+|(?<=[( ])[A-MX]\d{1,2}(?=[,;) ])", module.text)
    }
    assert named - listed == set()
