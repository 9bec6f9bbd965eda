"""Verbs for the laptops: pack, open-pack, laptops, reply, lost."""

from pathlib import Path
from typing import Annotated

import typer

from capture_app.cli.asking import (
    AsJson,
    BundlePassphraseFile,
    PassphraseFile,
    WorkspacePath,
    first_line,
    new_passphrase,
    opened,
    workspace_way_in,
)
from capture_app.cli.saying import result
from capture_app.domain.vocabulary import Role
from capture_app.sealing import Passphrase, WayIn
from capture_app.services import finding, losing, packing, replying
from capture_app.services import laptops as the_laptops
from capture_app.services.passphrases import check_passphrase
from capture_app.services.wording import choice_words
from capture_app.services.workspaces import needs_key
from capture_app.services.workspaces_of_a_laptop import hand_over_words
from capture_app.words import _, n_

LaptopRef = Annotated[str, typer.Option("--laptop", help="The laptop's id or label.")]


def add_to(app: typer.Typer) -> None:
    """Make these verbs known."""
    app.command("pack")(pack)
    app.command("open-pack")(open_pack)
    app.command("laptops")(laptops)
    app.command("reply")(reply)
    app.command("lost")(lost)


def pack(
    workspace: WorkspacePath,
    out: Annotated[Path, typer.Option(help="The pack to write, NAME.wsbundle.")],
    session: Annotated[str, typer.Option(help="The session's id or label.")],
    label: Annotated[str, typer.Option(help="What the laptop is called, such as Laptop A.")],
    holder: Annotated[str, typer.Option(help="Who has it.")] = "",
    role: Annotated[Role, typer.Option(help="What it is for.")] = Role.SCRIBE,
    group: Annotated[str, typer.Option(help="The breakout group's id or label.")] = "",
    instead_of: Annotated[
        str, typer.Option(help="A laptop that was lost: its bundles are refused from now on.")
    ] = "",
    pack_passphrase_file: BundlePassphraseFile = None,
    unencrypted: Annotated[bool, typer.Option("--plain", help="Do not encrypt it.")] = False,
    passphrase_file: PassphraseFile = None,
    as_json: AsJson = False,
) -> None:
    """Make a session pack for a laptop."""
    words = _pack_passphrase(pack_passphrase_file, unencrypted)
    with opened(workspace, passphrase_file) as lead:
        found = finding.find_session(lead, session)
        place = finding.find_group(lead, found, group) if group else ""
        whom = packing.ForWhom(label, holder, role, found, place)
        lost = the_laptops.find_laptop(lead, instead_of) if instead_of else ""
        written = packing.make_pack(lead, whom, out, words, instead_of=lost)
    after = "Anybody can open it." if unencrypted else "Tell its passphrase by another way."
    result(
        {"path": written.path, "sha256": written.sha256, "size": written.size},
        [f"Wrote {written.path} for {label}. Hand it over. {after}"],
        as_json=as_json,
    )


def open_pack(
    pack_file: Annotated[Path, typer.Argument(metavar="PACK")],
    workspace: WorkspacePath,
    pack_passphrase_file: BundlePassphraseFile = None,
    passphrase_file: PassphraseFile = None,
    as_json: AsJson = False,
) -> None:
    """Make this laptop's workspace from a session pack; a fresh pack goes into the one that is there."""
    own = _own_way_in(workspace, passphrase_file)
    key = Passphrase(first_line(pack_passphrase_file)) if pack_passphrase_file else own
    parcel = packing.read_pack(pack_file, key)
    if parcel.fresh and workspace.exists():
        _take_in(parcel, workspace, passphrase_file, as_json)
        return
    # Only one that is there can be opened with a key, and over that one nothing is made.
    packing.move_in(parcel, workspace, own if isinstance(own, Passphrase) else None).close()
    result({"path": workspace}, [f"Made {workspace}. Open it and type."], as_json=as_json)


def laptops(
    workspace: WorkspacePath, passphrase_file: PassphraseFile = None, as_json: AsJson = False
) -> None:
    """Say which laptops are still out, what came back from each, and what each does not know yet."""
    with opened(workspace, passphrase_file) as lead:
        board = the_laptops.board(lead)
    said = [the_laptops.board_words(board) if board.laptops else "No pack has been made here yet."]
    said += [line for row in board.laptops for line in _laptop_words(row)]
    told = {"laptops": board.laptops, "out": board.out, "card_missing": board.card_missing}
    result(told, said, as_json=as_json)


def reply(
    workspace: WorkspacePath,
    laptop: LaptopRef,
    out: Annotated[Path, typer.Option(help="The pack to write, NAME.wsbundle.")],
    pack_passphrase_file: BundlePassphraseFile = None,
    unencrypted: Annotated[bool, typer.Option("--plain", help="Do not encrypt it.")] = False,
    passphrase_file: PassphraseFile = None,
    as_json: AsJson = False,
) -> None:
    """Make a fresh pack that brings a laptop up to date which has its workspace already."""
    words = _pack_passphrase(pack_passphrase_file, unencrypted)
    with opened(workspace, passphrase_file) as lead:
        written = replying.make_reply(lead, the_laptops.find_laptop(lead, laptop), out, words)
    result(
        {"path": written.path, "sha256": written.sha256, "size": written.size},
        [f"Wrote {written.path}. On that laptop it goes into the workspace that is there."],
        as_json=as_json,
    )


def lost(
    workspace: WorkspacePath,
    laptop: LaptopRef,
    found: Annotated[bool, typer.Option("--found", help="It is back: take its bundles again.")] = False,
    passphrase_file: PassphraseFile = None,
    as_json: AsJson = False,
) -> None:
    """Refuse the bundles of a laptop that was lost."""
    with opened(workspace, passphrase_file) as lead:
        device = the_laptops.find_laptop(lead, laptop)
        (losing.mark_found if found else losing.mark_lost)(lead, device)
    said = f"Bundles of {laptop} are {'taken in again' if found else 'refused from now on'}."
    result({"laptop": device, "lost": not found}, [said], as_json=as_json)


def _take_in(parcel: replying.FreshPack, path: Path, passphrase_file: Path | None, as_json: bool) -> None:
    with opened(path, passphrase_file) as workspace:
        taken = replying.take_in(workspace, parcel)
    said = [replying.brought_words(taken.brought), f"A backup was made first: {taken.backup}."]
    result({"path": path, "brought": taken.brought, "backup": taken.backup}, said, as_json=as_json)


def _laptop_words(row: the_laptops.LaptopRow) -> list[str]:
    who = ", ".join(filter(None, (row.label, row.holder, choice_words(row.role), row.session, row.group)))
    said = [f"{who}: {the_laptops.state_words(row)}"]
    if row.numbers:
        said.append(
            _(
                "  last received: {numbers} lines, minutes, answered questionnaires, check number {check}"
            ).format(numbers=row.numbers, check=row.check_number)
        )
    said += [f"  {hand_over_words(one)}" for one in row.workspaces]
    if row.gaps:
        said.append(n_("  {count} change missing", "  {count} changes missing", row.gaps))
    if row.unknown:
        words = n_("  does not know {count} record yet", "  does not know {count} records yet", row.unknown)
        said.append(words)
    return said


def _own_way_in(workspace: Path, file: Path | None) -> WayIn | None:
    """The way into the workspace which is there, or the passphrase of the one to be made."""
    if not workspace.exists():
        return new_passphrase(file)
    return workspace_way_in(file) if needs_key(workspace) else None


def _pack_passphrase(file: Path | None, unencrypted: bool) -> Passphrase | None:
    if unencrypted:
        return None
    words = new_passphrase(file, again=False)
    check_passphrase(words)
    return words
