"""The command line: the same services as the window, for scripts and for checking.

Exit codes: 0 done, 1 a bug, 2 wrong usage, 3 refused input, 4 storage trouble, 5 done but conflicts wait
for a person.
"""

import sys
from io import TextIOWrapper

import typer

from capture_app.cli import content_verbs, finding_verbs, laptop_verbs, travel_verbs, workspace_verbs
from capture_app.cli.saying import complain
from capture_app.domain.errors import Cancelled, CaptureError, Refused, StorageTrouble

DONE, USAGE, REFUSED, STORAGE = 0, 2, 3, 4


def run(words: list[str]) -> int:
    """Run one verb; gives the exit code. Every refusal is one sentence on the error stream."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", newline="\n")
    try:
        _verbs()(words, prog_name="capture-app")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else DONE
    except CaptureError as error:
        complain(error.sentence)
        return _code_of(error)
    return DONE


def _verbs() -> typer.Typer:
    app = typer.Typer(
        help="Workshop Capture. Without a verb, or with a file, the window opens.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )
    for room in (workspace_verbs, content_verbs, finding_verbs, laptop_verbs, travel_verbs):
        room.add_to(app)
    return app


def _code_of(error: CaptureError) -> int:
    if isinstance(error, StorageTrouble):
        return STORAGE
    return REFUSED if isinstance(error, Refused) else DONE if isinstance(error, Cancelled) else USAGE
