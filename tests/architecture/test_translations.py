"""Every sentence can be translated, the catalogues are those of the source, and what is translated fits."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from capture_app.paths import resource
from capture_app.words import DOMAIN, SOURCE, _, languages, n_, speak
from scripts.words import CATALOGUES, collected, compiled, is_translated, updated, write
from tests.architecture.source import ROOT, Module, modules, parsed
from tests.architecture.test_words import called, calls, error_names

TRANSLATED = sorted(CATALOGUES.glob(f"*/LC_MESSAGES/{DOMAIN}.po"))
BLANK = re.compile(r"\{\w*\}")
STALE = "run `make words` and commit what it changes"


@pytest.fixture
def english_again() -> Iterator[None]:
    yield
    speak(SOURCE, CATALOGUES)


@pytest.fixture(scope="module")
def template() -> Catalog:
    return collected()


def read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=path.parent.parent.name)


def test_the_list_of_sentences_is_that_of_the_source(template: Catalog, tmp_path: Path) -> None:
    write(template, tmp_path / "fresh.pot")
    assert (CATALOGUES / f"{DOMAIN}.pot").read_text("utf-8") == (tmp_path / "fresh.pot").read_text("utf-8"), (
        STALE
    )


@pytest.mark.parametrize("path", TRANSLATED, ids=lambda path: path.parent.parent.name)
def test_every_language_has_the_sentences_there_are_and_is_compiled(
    path: Path, template: Catalog, tmp_path: Path
) -> None:
    write(updated(path, template), tmp_path / "fresh.po")
    assert path.read_text("utf-8") == (tmp_path / "fresh.po").read_text("utf-8"), STALE
    assert path.with_suffix(".mo").read_bytes() == compiled(path), STALE


@pytest.mark.parametrize("path", TRANSLATED, ids=lambda path: path.parent.parent.name)
def test_a_translation_has_the_blanks_of_its_sentence(path: Path) -> None:
    done = [message for message in read(path) if message.id and is_translated(message)]
    assert done, "a language that is offered says something"
    assert [message.id for message in done if blanks_differ(message)] == []


def blanks_differ(message: Message) -> bool:
    """Whether some form lacks a blank, or fills one that the sentence does not have.

    The form for one may say it in a word instead.
    """
    sources = [message.id] if isinstance(message.id, str) else list(message.id)
    forms = [message.string] if isinstance(message.string, str) else list(message.string or ())
    wanted = set(BLANK.findall(sources[-1]))
    return any(set(BLANK.findall(form)) - wanted for form in forms) or wanted != set(BLANK.findall(forms[-1]))


def test_welsh_has_its_six_plural_forms_and_falls_back_to_english(english_again: None) -> None:
    assert languages(resource("i18n")) == (SOURCE, "cy")
    speak("cy", resource("i18n"))
    assert _("Next") == "Nesaf"
    assert _("Make an empty workspace for a project lead.").startswith("Make")
    said = [n_("{count} line", "{count} lines", count) for count in (0, 1, 2, 3, 6, 1_234)]
    assert said == ["0 llinell", "1 llinell", "2 linell", "3 llinell", "6 llinell", "1,234 llinell"]
    speak("xx", resource("i18n"))
    assert _("Next") == "Next"


def test_nothing_is_said_while_modules_are_imported() -> None:
    """The language is chosen when the program starts: a sentence translated earlier would stay English."""
    ended = subprocess.run(
        [sys.executable, "-c", IMPORTS], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stderr
    assert int(ended.stdout) > 250


IMPORTS = """
import importlib, pkgutil
import capture_app
from capture_app import words

def too_early(*said):
    raise AssertionError(f"said while importing: {said}")

words._ = words.n_ = too_early
names = [m.name for m in pkgutil.walk_packages(capture_app.__path__, "capture_app.") if "__main__" not in m.name]
for name in names:
    importlib.import_module(name)
print(len(names))
"""


def untranslated_errors(module: Module) -> list[str]:
    """Every place where an error is given its sentence as bare text."""
    return [
        f"{module.at(call)} {ast.unparse(argument)[:80]}"
        for call in calls(module, error_names())
        for argument in call.args
        if isinstance(argument, ast.Constant | ast.JoinedStr | ast.BinOp)
    ]


@pytest.mark.parametrize("line", ['raise Refused("It is gone.")', 'raise NotPossible(f"{name} is gone.")'])
def test_an_error_that_cannot_be_translated_would_be_noticed(line: str) -> None:
    assert untranslated_errors(parsed("line", line))


def test_every_error_can_be_translated() -> None:
    ours = [module for module in modules() if module.name.startswith("capture_app/")]
    assert [place for module in ours for place in untranslated_errors(module)] == []


def test_no_sentence_hides_in_another_string() -> None:
    """Collecting sees into `f"{_('...')}"` with some versions of Python and not with others."""
    hidden = [
        module.at(text)
        for module in modules()
        for text in ast.walk(module.tree)
        if isinstance(text, ast.JoinedStr)
        and any(isinstance(call, ast.Call) and called(call) in ("_", "n_") for call in ast.walk(text))
    ]
    assert hidden == []


def test_a_sentence_is_written_out_where_it_is_translated() -> None:
    """`_(words)` could not be collected; neither could a sentence that is put together first."""
    hidden = [
        module.at(call)
        for module in modules()
        if module.name.startswith("capture_app/") and not module.name.endswith("words.py")
        for call in calls(module, {"_", "n_"})
        for argument in call.args[: 1 if ast.unparse(call.func) == "_" else 2]
        if not isinstance(argument, ast.Constant)
    ]
    assert hidden == []
