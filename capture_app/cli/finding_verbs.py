"""Verbs that look into a workspace and change nothing: search, history, aside."""

from datetime import datetime
from typing import Annotated

import typer

from capture_app.cli.asking import AsJson, PassphraseFile, WorkspacePath, opened
from capture_app.cli.saying import result
from capture_app.services import finding, searching, setting_aside
from capture_app.services.history import Version, history
from capture_app.words import _, n_


def add_to(app: typer.Typer) -> None:
    """Make these verbs known."""
    app.command("search")(search)
    app.command("history")(show_history)
    app.command("aside")(aside)


def search(
    workspace: WorkspacePath,
    words: Annotated[
        str,
        typer.Argument(
            help="All must occur; the last may be only begun. Words in quotation marks stand together."
        ),
    ],
    kind: Annotated[
        list[str] | None,
        typer.Option(help="Only this kind of record, such as line. May be given several times."),
    ] = None,
    session: Annotated[str, typer.Option(help="Only in this session: its id or label.")] = "",
    theme: Annotated[str, typer.Option(help="Only under this theme: its code, name or id.")] = "",
    own: Annotated[bool, typer.Option("--own", help="Only what this laptop wrote.")] = False,
    passphrase_file: PassphraseFile = None,
    as_json: AsJson = False,
) -> None:
    """Find records that hold some words."""
    with opened(workspace, passphrase_file) as found:
        narrow = searching.Narrow(
            kinds=tuple(finding.find_kind(name) for name in kind or ()),
            session=finding.find_session(found, session) if session else "",
            theme=finding.find_theme(found, theme) if theme else "",
            own=own,
        )
        searched = searching.search(found, words, narrow)
    result(searched, _told(searched), as_json=as_json)


def show_history(
    workspace: WorkspacePath,
    record: Annotated[str, typer.Argument(metavar="ID", help="The id of a record.")],
    passphrase_file: PassphraseFile = None,
    as_json: AsJson = False,
) -> None:
    """Tell who changed a record, when and how, newest first."""
    with opened(workspace, passphrase_file) as found:
        versions = history(found, finding.find_record(found, record), record)
    result(versions, [line for version in versions for line in _version(version)], as_json=as_json)


def aside(
    workspace: WorkspacePath,
    passphrase_file: PassphraseFile = None,
    as_json: AsJson = False,
) -> None:
    """List the lines set aside as sensitive: where they stood and their ids, none of their words."""
    with opened(workspace, passphrase_file) as found:
        asides = setting_aside.all_aside(found)
    told = [f"{one.place}, {one.set_at.replace('T', ' ')}: {one.line}" for one in asides]
    result(asides, told or [_("No line is set aside on this laptop.")], as_json=as_json)


def _told(searched: searching.Searched) -> list[str]:
    if not searched.count:
        return [searching.nothing_found(searched)]
    told = [
        f"{hit.kind_words} {hit.record}: {hit.passage}" + (f" ({hit.place})" if hit.place else "")
        for hit in searched.hits
    ]
    more = searched.count - len(searched.hits)
    return [*told, n_("And {count} more.", "And {count} more.", more)] if more > 0 else told


def _version(version: Version) -> list[str]:
    head = f"{_when(version.at)} {version.device}, {version.role}"
    if version.emptied:
        return [_("{change}: words erased").format(change=head)]
    return [
        _("{change}: first written").format(change=head) if version.first else f"{head}:",
        *(f"    {one.field}: {one.before or '-'} -> {one.after}" for one in version.changes),
    ]


def _when(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M}"
