"""What the command line needs from a person: passphrases and keys from a file, the environment or the prompt."""

import getpass
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from capture_app.domain.errors import NotPossible
from capture_app.sealing import Identity, Passphrase, WayIn, way_in_of
from capture_app.services.workspaces import Workspace, needs_key, open_workspace
from capture_app.words import _

ENVIRONMENT = "CAPTURE_PASSPHRASE"

WorkspacePath = Annotated[Path, typer.Argument(metavar="WS", help="The workspace, NAME.capture.")]
PassphraseFile = Annotated[
    Path | None,
    typer.Option(
        "--workspace-passphrase-file",
        help="A file whose first line is the workspace's passphrase, or its recovery key.",
    ),
]
BundlePassphraseFile = Annotated[
    Path | None, typer.Option("--passphrase-file", help="A file whose first line is the passphrase.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Say the result as JSON.")]


@contextmanager
def opened(path: Path, passphrase_file: Path | None) -> Iterator[Workspace]:
    """The workspace, open; closed afterwards whatever happens."""
    way_in = workspace_way_in(passphrase_file) if path.exists() and needs_key(path) else None
    workspace = open_workspace(path, way_in)
    try:
        yield workspace
    finally:
        workspace.close()


def workspace_way_in(file: Path | None) -> WayIn:
    """A workspace's passphrase or recovery key: from the file, else the environment, else the prompt."""
    return way_in_of(_given(file) or ask(_("Passphrase of the workspace: ")))


def new_passphrase(file: Path | None, *, again: bool = True) -> Passphrase:
    """The passphrase to close something new with, asked for twice unless `again` is not wanted.

    Raises NotPossible for a key: what a recovery key closes, nobody could open with a passphrase of theirs.
    """
    question = _("New passphrase for the workspace: ") if again else _("Passphrase of the workspace: ")
    words = way_in_of(_given(file) or ask(question, twice=again))
    if isinstance(words, Passphrase):
        return words
    raise NotPossible(
        _("That is a key, and this needs a passphrase of its own. Give it in a file. Nothing was made.")
    )


def another_passphrase(file: Path | None) -> Passphrase:
    """A passphrase to come after the one there is: from the file, else asked for twice. Raises NotPossible."""
    words = way_in_of(first_line(file) if file else ask(_("New passphrase for the workspace: "), twice=True))
    if isinstance(words, Passphrase):
        return words
    raise NotPossible(_("That is a key, and this needs a passphrase. Nothing was changed."))


def _given(file: Path | None) -> str:
    return first_line(file) if file is not None else os.environ.get(ENVIRONMENT, "")


def ask(question: str, *, twice: bool = False) -> str:
    """Ask at the prompt. Raises NotPossible where nobody can answer, or both answers differ."""
    if not sys.stdin.isatty():
        raise NotPossible(
            _(
                "A passphrase is needed. Set {variable}, or give --workspace-passphrase-file. Nothing "
                "was changed."
            ).format(variable=ENVIRONMENT)
        )
    words = getpass.getpass(question)
    if twice and getpass.getpass(_("The same again: ")) != words:
        raise NotPossible(_("The two passphrases differ. Nothing was made."))
    if not words:
        raise NotPossible(_("A passphrase cannot be empty. Nothing was changed."))
    return words


def first_line(file: Path) -> str:
    """The first line of a small text file. Raises NotPossible if it cannot be read or is empty."""
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        raise NotPossible(_("{file} cannot be read. Nothing was changed.").format(file=file)) from None
    if not lines or not lines[0]:
        raise NotPossible(_("The first line of {file} is empty. Nothing was changed.").format(file=file))
    return lines[0]


def way_in(passphrase_file: Path | None, key_file: Path | None) -> WayIn | None:
    """A way into a bundle or pack, as given; None if none was."""
    if passphrase_file is not None:
        return Passphrase(first_line(passphrase_file))
    return Identity(first_line(key_file)) if key_file is not None else None
