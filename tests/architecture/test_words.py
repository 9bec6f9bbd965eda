"""What the program says is plain British English: no jargon, no begging, no shouting; and it can be translated."""

import ast
import re
from collections.abc import Iterable, Iterator

import pytest

from capture_app.domain.errors import CaptureError
from tests.architecture.source import ROOT, Module, modules, parsed

MANNERS = re.compile(r"""\bplease\b|\bsuccessfully\b|[\w)’'"”]!(?=\s|$|[’'"”<])""", re.IGNORECASE)
JARGON = re.compile(
    r"\b(revisions?|schemas?|sync(s|ed|ing)?|synchroni\w+|commit(s|ted|ting)?)\b", re.IGNORECASE
)
PROSE = {".csv", ".html", ".json", ".jsonl", ".md", ".po", ".toml", ".txt"}
WORD = re.compile(r"[A-Za-z]{3}")

SPEAKING = {"_", "n_"}
SHOWING = {
    *("QAction", "QCheckBox", "QGroupBox", "QLabel", "QMenu", "QPushButton", "QRadioButton", "QToolButton"),
    *("addAction", "addItem", "addMenu", "addTab", "setAccessibleDescription", "setAccessibleName"),
    *("setInformativeText", "setPlaceholderText", "setStatusTip", "setText", "setTitle", "setToolTip"),
    *("setWhatsThis", "setWindowTitle", "showMessage"),
}


def error_names(error: type[CaptureError] = CaptureError) -> Iterator[str]:
    """The names of every error whose sentence is shown to a person."""
    yield error.__name__
    for special in error.__subclasses__():
        yield from error_names(special)


def calls(module: Module, names: Iterable[str]) -> Iterator[ast.Call]:
    """Every call of a function or method of these names."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and called(node) in names:
            yield node


def called(call: ast.Call) -> str:
    """The last part of the name that is called: "setText" of `self.title.setText(...)`."""
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def texts(call: ast.Call) -> Iterator[str]:
    """The texts that stand in a call's arguments, the fixed parts of f-strings too."""
    for argument in [*call.args, *(keyword.value for keyword in call.keywords)]:
        for node in ast.walk(argument):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def said_wrongly(module: Module) -> list[str]:
    """Every place where the module says something it should say in other words."""
    return [
        f"{module.at(call)} {text!r}"
        for call in calls(module, SPEAKING | set(error_names()))
        for text in texts(call)
        if MANNERS.search(text) or JARGON.search(text)
    ]


def left_untranslated(module: Module) -> list[str]:
    """Every place where the module shows a word that did not go through `_`."""
    return [
        f"{module.at(call)} {text!r}"
        for call in calls(module, SHOWING)
        for argument in call.args
        for text in bare_texts(argument)
        if WORD.search(text)
    ]


def bare_texts(argument: ast.expr) -> Iterator[str]:
    """The text of an argument that is a plain string, or the fixed parts of an f-string."""
    parts = argument.values if isinstance(argument, ast.JoinedStr) else [argument]
    return (part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str))


@pytest.mark.parametrize(
    "line",
    [
        '_("Please wait.")',
        '_("The bundle was exported successfully.")',
        'self.status.setText(_("Saved!"))',
        'n_("{count} revision", "{count} revisions", 3)',
        'raise Refused(f"{name} has a schema that is too new.")',
        'raise StorageTrouble(_("The commit failed: {why}").format(why=why))',
    ],
)
def test_these_words_would_be_noticed(line: str) -> None:
    assert said_wrongly(parsed("line", line))


@pytest.mark.parametrize(
    "line",
    [
        '_("The committee is pleased. ‘! ’ begins an action.")',
        'logger.info("One commit of %d drafts", 3)',
        'label.setText(_("Saved"))',
        'label.setText("·")',
    ],
)
def test_these_words_are_welcome(line: str) -> None:
    module = parsed("line", line)
    assert (said_wrongly(module), left_untranslated(module)) == ([], [])


def test_nothing_the_program_says_begs_shouts_or_talks_shop() -> None:
    assert [place for module in modules() if is_ours(module) for place in said_wrongly(module)] == []


@pytest.mark.parametrize("line", ['self.title.setText("Worksheet")', 'QLabel(f"{count} lines", self)'])
def test_a_word_that_cannot_be_translated_would_be_noticed(line: str) -> None:
    assert left_untranslated(parsed("line", line))


def test_every_word_in_the_window_can_be_translated() -> None:
    window = [module for module in modules() if module.name.startswith("capture_app/ui/")]
    assert window
    assert [place for module in window for place in left_untranslated(module)] == []


def test_the_texts_that_come_with_the_program_have_the_same_manners() -> None:
    prose = [
        path for path in (ROOT / "resources").rglob("*") if path.suffix in PROSE and not is_licence(path.name)
    ]
    assert prose
    wrong = [
        f"{path.relative_to(ROOT)}:{number} {line.strip()[:120]}"
        for path in prose
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1)
        if MANNERS.search(line)
    ]
    assert wrong == []


def is_ours(module: Module) -> bool:
    """Whether people meet what this module says."""
    return module.name.startswith("capture_app/")


def is_licence(name: str) -> bool:
    """Whether a file holds somebody else's licence, which nobody may reword."""
    return "licen" in name.lower() or name.startswith("OFL")
