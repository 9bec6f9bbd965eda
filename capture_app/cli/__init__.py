"""The command line: the same services as the window, for scripts and for checking.

Exit codes: 0 done, 1 a bug, 2 wrong usage, 3 refused input, 4 storage trouble, 5 done but conflicts wait
for a person.
"""

import sys
from io import TextIOWrapper

import typer
from typer.core import TyperGroup
from typer.main import get_group

from capture_app import paths, settings
from capture_app.cli import (
    answer_verbs,
    content_verbs,
    finding_verbs,
    laptop_verbs,
    travel_verbs,
    workspace_verbs,
)
from capture_app.cli.help_words import translate
from capture_app.cli.saying import complain
from capture_app.domain.errors import Cancelled, CaptureError, Refused, StorageTrouble
from capture_app.words import speak

DONE, USAGE, REFUSED, STORAGE = 0, 2, 3, 4


def run(words: list[str]) -> int:
    """Run one verb; gives the exit code. Every refusal is one sentence on the error stream."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", newline="\n")
    try:
        _speak_as_chosen()
        verbs = every_verb()
        translate(verbs)
        verbs(words, prog_name="capture-app")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else DONE
    except CaptureError as error:
        complain(error.sentence)
        return _code_of(error)
    return DONE


def every_verb() -> TyperGroup:
    """The verbs with their help as it is written, in English."""
    app = typer.Typer(
        help="Workshop Capture. Without a verb, or with a file, the window opens.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )
    for room in (workspace_verbs, content_verbs, finding_verbs, laptop_verbs, travel_verbs, answer_verbs):
        room.add_to(app)
    return get_group(app)


def _speak_as_chosen() -> None:
    """In the language chosen in the window; English where nothing can be read."""
    try:
        language = settings.peek(paths.settings_dir()).language
    except OSError:
        return
    speak(language, paths.resource("i18n"))


def _code_of(error: CaptureError) -> int:
    if isinstance(error, StorageTrouble):
        return STORAGE
    return REFUSED if isinstance(error, Refused) else DONE if isinstance(error, Cancelled) else USAGE
