"""Verbs for what comes back from laptops: export, merge."""

from pathlib import Path
from typing import Annotated

import typer

from capture_app.cli.asking import (
    AsJson,
    BundlePassphraseFile,
    PassphraseFile,
    WorkspacePath,
    first_line,
    opened,
    way_in,
)
from capture_app.cli.saying import complain, result
from capture_app.domain.errors import NotPossible
from capture_app.sealing import Passphrase
from capture_app.services import finding, handing_over, merging
from capture_app.services.workspaces_of_a_laptop import apart_words
from capture_app.words import _, n_, number_words

REFUSED, CONFLICTS = 3, 5


def add_to(app: typer.Typer) -> None:
    """Make these verbs known."""
    app.command("export")(export)
    app.command("merge")(merge)


def export(
    workspace: WorkspacePath,
    out: Annotated[Path, typer.Option(help="The bundle to write, NAME.wsbundle.")],
    session: Annotated[str, typer.Option(help="Only this session: its id or label.")] = "",
    share: Annotated[str, typer.Option("--class", help="team: a slice of the log, for the lead.")] = "team",
    bundle_passphrase_file: BundlePassphraseFile = None,
    recipient: Annotated[str, typer.Option("--to", help="A key to seal to, age1…")] = "",
    unencrypted: Annotated[bool, typer.Option("--plain", help="Do not encrypt it.")] = False,
    passphrase_file: PassphraseFile = None,
    as_json: AsJson = False,
) -> None:
    """Write a bundle: by default everything, sealed to the project lead and the recovery key."""
    if share != "team":
        raise NotPossible(
            _("Bundles of the class “{share}” cannot be made yet. Nothing was written.").format(share=share)
        )
    words = Passphrase(first_line(bundle_passphrase_file)) if bundle_passphrase_file else None
    with opened(workspace, passphrase_file) as found:
        wanted = finding.find_session(found, session) if session else ""
        receipt = handing_over.hand_over(
            found, out, wanted, handing_over.seal_of(words, recipient, unencrypted)
        )
    said = [
        _("Wrote {path} and read it back. This laptop keeps everything.").format(path=receipt.path),
        _("Lines, minutes, questionnaires: {counts}. Check number {number}.").format(
            counts=receipt.contents.to_read_out(), number=receipt.check_number
        ),
        *[_("Left out: {words}").format(words=words) for words in receipt.left_out],
    ]
    result(receipt, said, as_json=as_json)


def merge(
    workspace: WorkspacePath,
    bundles: Annotated[list[Path], typer.Argument(metavar="BUNDLE...")],
    dry_run: Annotated[bool, typer.Option(help="Only say what would change.")] = False,
    bundle_passphrase_file: BundlePassphraseFile = None,
    key_file: Annotated[Path | None, typer.Option(help="A file with an age key that opens them.")] = None,
    passphrase_file: PassphraseFile = None,
    as_json: AsJson = False,
) -> None:
    """Take in bundles, in any order and any number of times; a backup is made first."""
    key = way_in(bundle_passphrase_file, key_file)
    with opened(workspace, passphrase_file) as found:
        report = (
            merging.preview_merge(found, bundles, key)
            if dry_run
            else merging.merge(found, bundles, key).report
        )
    for bundle in report.bundles:
        if bundle.refused:
            complain(f"{bundle.path.name}: {bundle.refused}")
    result(report, _merge_words(report, dry_run), as_json=as_json)
    if report.refused or report.conflicts:
        raise typer.Exit(REFUSED if report.refused else CONFLICTS)


def _merge_words(report: merging.MergeReport, dry_run: bool) -> list[str]:
    said = [_("Nothing was changed; this is what merging would do.")] if dry_run else []
    said += [
        _(
            "{device}: {new} new, {known} already here, {conflicts} in conflict, {waiting} waiting "
            "for parts, {emptied} erased, {missing} missing, {set_aside} set aside"
        ).format(
            device=bundle.device,
            new=number_words(bundle.new),
            known=number_words(bundle.known),
            conflicts=number_words(bundle.conflicts),
            waiting=number_words(bundle.waiting),
            emptied=number_words(bundle.emptied),
            missing=number_words(bundle.missing),
            set_aside=number_words(bundle.set_aside),
        )
        for bundle in report.bundles
        if not bundle.refused
    ]
    said += [
        f"{bundle.device}: {apart_words(bundle.hand_overs)}" for bundle in report.bundles if bundle.apart
    ]
    said.append(n_("{count} conflict waits for you", "{count} conflicts wait for you", len(report.conflicts)))
    for one in report.conflicts:
        versions = _(" or ").join(f"{version.in_a_line} ({version.device})" for version in one.versions)
        said.append(f"  {one.place} · {one.field_words}: {versions}")
    return said
