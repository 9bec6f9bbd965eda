"""Verbs for a workspace itself: new, info, verify, rebuild, backup, passphrase, demo."""

import os
import secrets
from pathlib import Path
from typing import Annotated

import typer

from capture_app.cli.asking import (
    ENVIRONMENT,
    AsJson,
    PassphraseFile,
    WorkspacePath,
    another_passphrase,
    new_passphrase,
    opened,
    way_in,
    workspace_way_in,
)
from capture_app.cli.saying import result, say
from capture_app.domain.errors import Refused, StorageTrouble
from capture_app.sealing import Passphrase
from capture_app.services import checking, demo, finding, ways_in, workspaces
from capture_app.services.wording import choice_words
from capture_app.words import _, n_, number_words

_PRACTICE = "For practice: nothing in it can ever leave this laptop."


def add_to(app: typer.Typer) -> None:
    """Make these verbs known."""
    app.command("new")(new)
    app.command("info")(info)
    app.command("verify")(verify)
    app.command("rebuild")(rebuild)
    app.command("backup")(backup)
    app.command("passphrase")(change_passphrase)
    app.command("demo")(run_demo)


def new(
    workspace: WorkspacePath,
    title: Annotated[str, typer.Option(help="Plan a consultation of this title in it.")] = "",
    unencrypted: Annotated[bool, typer.Option("--plain", help="Do not encrypt it.")] = False,
    practice: Annotated[bool, typer.Option("--practice", help=_PRACTICE)] = False,
    passphrase_file: PassphraseFile = None,
    as_json: AsJson = False,
) -> None:
    """Make an empty workspace for a project lead."""
    passphrase = None if unencrypted else new_passphrase(passphrase_file)
    made = workspaces.new_workspace(workspace, passphrase, practice=practice)
    try:
        if title:
            workspaces.plan_consultation(made.workspace, title)
    finally:
        made.workspace.close()
    said = [_("Made {path}.").format(path=workspace)]
    if passphrase is None:
        said.append(_("It is not encrypted: whoever has the file can read it."))
    else:
        said.append(_("Keep this recovery key somewhere safe, away from this laptop. It is shown only now:"))
        said.append(made.recovery_key)
    result(
        {"path": workspace, "recovery_key": made.recovery_key if passphrase else ""}, said, as_json=as_json
    )


def info(workspace: WorkspacePath, passphrase_file: PassphraseFile = None, as_json: AsJson = False) -> None:
    """Say what a workspace holds."""
    with opened(workspace, passphrase_file) as found:
        told = workspaces.about(found)
        sessions = finding.sessions(found)
    said = [
        f"{told.title}{', ' + told.stage if told.stage else ''}",
        "Practice. Nothing here can leave this laptop." if told.practice else "",
        told.invented,
        (
            _("{laptop}: {role}. Encrypted: yes.")
            if told.encrypted
            else _("{laptop}: {role}. Encrypted: no.")
        ).format(laptop=told.device_label or _("This laptop"), role=choice_words(told.role.value)),
        n_("{count} session", "{count} sessions", told.sessions)
        + ", "
        + n_("{count} line", "{count} lines", told.lines)
        + ", "
        + n_("{count} conflict waits", "{count} conflicts wait", told.conflicts),
        *[f"  {one.label}  {one.date.given}  {choice_words(one.mode.value)}" for one in sessions],
        told.warning,
    ]
    result({"about": told, "sessions": sessions}, [line for line in said if line], as_json=as_json)


def verify(
    file: Annotated[Path, typer.Argument(help="A workspace, a bundle or a session pack.")],
    lead_workspace: Annotated[
        Path | None, typer.Option("--with", help="The lead's workspace, whose key opens the bundle.")
    ] = None,
    bundle_passphrase_file: Annotated[Path | None, typer.Option("--passphrase-file")] = None,
    key_file: Annotated[
        Path | None, typer.Option(help="A file with an age key that opens the bundle.")
    ] = None,
    passphrase_file: PassphraseFile = None,
    as_json: AsJson = False,
) -> None:
    """Check a file without changing it."""
    if not file.exists():
        raise Refused(_("{file} is not there. It may have been moved or renamed.").format(file=file))
    if file.suffix == workspaces.SUFFIX:
        _verify_workspace(file, passphrase_file, as_json)
        return
    key = way_in(bundle_passphrase_file, key_file)
    if lead_workspace is not None:
        with opened(lead_workspace, passphrase_file) as lead:
            key = checking.lead_key_of(lead)
    found = checking.check_bundle(file, key)
    said = _("{file} is in order: a {what} with {changes} changes. Check number {number}.").format(
        file=file.name,
        what=choice_words(found.what),
        changes=number_words(found.changes),
        number=found.check_number,
    )
    result(found, [said], as_json=as_json)


def change_passphrase(
    workspace: WorkspacePath,
    new_file: Annotated[
        Path | None,
        typer.Option("--new-passphrase-file", help="A file whose first line is the new passphrase."),
    ] = None,
    passphrase_file: PassphraseFile = None,
    as_json: AsJson = False,
) -> None:
    """Change the passphrase of a workspace; the recovery key does for the one until now."""
    with opened(workspace, passphrase_file) as found:
        now = workspace_way_in(passphrase_file)
        left = ways_in.change_passphrase(found, now, another_passphrase(new_file))
    said = [_("The new passphrase opens {file} from now on.").format(file=workspace.name)]
    if left:
        said.append(ways_in.left_words(left))
    result({"backups_with_the_old_one": left}, said, as_json=as_json)


def _verify_workspace(file: Path, passphrase_file: Path | None, as_json: bool) -> None:
    with opened(file, passphrase_file) as workspace:
        found = checking.check_workspace(workspace)
    if not found.sound:
        raise StorageTrouble(
            _(
                "{file} is not in order ({database}). Nothing was changed. Restore it from a backup, "
                "or run rebuild if only its tables differ from its log."
            ).format(file=file.name, database=found.database)
        )
    result(
        found,
        [
            _("{file} is in order: {changes} changes, digest {digest}.").format(
                file=file.name, changes=number_words(found.changes), digest=found.digest
            )
        ],
        as_json=as_json,
    )


def rebuild(
    workspace: WorkspacePath, passphrase_file: PassphraseFile = None, as_json: AsJson = False
) -> None:
    """Work out all tables of a workspace anew from its log."""
    with opened(workspace, passphrase_file) as found:
        workspaces.rebuild(found)
        lines = workspaces.about(found).lines
    result(
        {"lines": lines},
        [_("Rebuilt {file}: {lines} lines.").format(file=workspace.name, lines=number_words(lines))],
        as_json=as_json,
    )


def backup(
    workspace: WorkspacePath,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where the backup goes.")],
    passphrase_file: PassphraseFile = None,
    as_json: AsJson = False,
) -> None:
    """Make a checked backup with its key file."""
    with opened(workspace, passphrase_file) as found:
        made = workspaces.back_up(found, folder)
    result(
        made,
        [
            _("Backed up to {path}: opened and counted, {count} changes.").format(
                path=made.path, count=number_words(made.count)
            )
        ],
        as_json=as_json,
    )


def run_demo(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A new folder.")],
    practice: Annotated[bool, typer.Option("--practice", help=_PRACTICE)] = False,
    passphrase_file: PassphraseFile = None,
    as_json: AsJson = False,
) -> None:
    """Do the main job on the example consultation: a lead, three laptops, bundles, merge, reports."""
    phrase, made_up = _demo_passphrase(passphrase_file)
    done = demo.run(folder, phrase, (lambda _step: None) if as_json else say, practice=practice)
    said = [
        "",
        _("The project lead's workspace   {path}").format(path=done.lead),
        *[_("A session pack                 {path}").format(path=path) for path in done.packs],
        *[_("A laptop's workspace           {path}").format(path=path) for path in done.laptops],
        *[_("Its bundle                     {path}").format(path=path) for path in done.bundles],
        *[_("The synthesis                  {path}").format(path=path) for path in done.reports],
        "",
        n_("{count} conflict waits for you:", "{count} conflicts wait for you:", len(done.report.conflicts)),
        *[
            f"  {one.place} · {one.field_words}: " + _(" or ").join(v.in_a_line for v in one.versions)
            for one in done.report.conflicts
        ],
        _("Worksheets, minutes and answers are invented."),
    ]
    if made_up:
        said.append(_("Passphrase of every workspace and pack: {words}").format(words=phrase.words))
    result({"demo": done, "passphrase": phrase.words if made_up else ""}, said, as_json=as_json)


def _demo_passphrase(file: Path | None) -> tuple[Passphrase, bool]:
    """The passphrase given, or one made up."""
    if file is not None or os.environ.get(ENVIRONMENT):
        return new_passphrase(file), False
    return Passphrase("-".join(secrets.token_hex(2) for _ in range(4))), True
