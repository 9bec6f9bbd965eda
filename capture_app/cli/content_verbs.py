"""Verbs for what a workspace holds: dump, load, report, erase."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from capture_app.cli.asking import AsJson, PassphraseFile, WorkspacePath, opened
from capture_app.cli.saying import complain, result, say
from capture_app.domain.reading_order import in_order
from capture_app.services import documents, dumping, erasing, finding, setting_aside
from capture_app.services.document_kinds import IDS, Wanted, kind_named
from capture_app.services.house_style import dress_named
from capture_app.services.wording import kind_words
from capture_app.words import _, n_, number_words


def add_to(app: typer.Typer) -> None:
    """Make these verbs known."""
    app.command("dump")(dump)
    app.command("load")(load)
    app.command("report")(report)
    app.command("erase")(erase)


def dump(
    workspace: WorkspacePath,
    only_digest: Annotated[bool, typer.Option("--digest", help="Print one hash of it instead.")] = False,
    passphrase_file: PassphraseFile = None,
    as_json: AsJson = False,
) -> None:
    """Print the current records in clear text, one JSON object a line, what is kept in confidence among them.

    Needs, group wishes, care, payments, involvement, contact, interviews and reports of contributors are in it; which
    of them there are is said beside it. Lines set aside are not.
    """
    with opened(workspace, passphrase_file) as found:
        if only_digest:
            digest = dumping.dump_digest(found)
            result({"digest": digest}, [digest], as_json=as_json)
            return
        lines, aside = dumping.dump(found), setting_aside.count_aside(found)
        confided = dumping.held_in_confidence(found)
    complain(_("This is clear text: whoever sees it can read everything."))
    if confided:
        complain(_confided_words(confided))
    if aside:
        complain(n_("{count} line set aside is not in it.", "{count} lines set aside are not in it.", aside))
    for line in lines:
        say(line)


def _confided_words(counts: Mapping[str, int]) -> str:
    kinds = in_order(
        _("{kind} ({count})").format(kind=kind_words(kind), count=number_words(count))
        for kind, count in counts.items()
    )
    return _(
        "What is kept in confidence is in it, too: {kinds}. Keep it from everybody whom that is not for."
    ).format(kinds=", ".join(kinds))


def load(
    workspace: WorkspacePath,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What dump printed.")],
    passphrase_file: PassphraseFile = None,
    as_json: AsJson = False,
) -> None:
    """Write what dump printed into an empty workspace."""
    with opened(workspace, passphrase_file) as found:
        count = dumping.load(found, file)
    result(
        {"records": count}, [n_("Loaded {count} record.", "Loaded {count} records.", count)], as_json=as_json
    )


def report(
    workspace: WorkspacePath,
    out: Annotated[Path, typer.Option(help="NAME.pdf, NAME.docx, NAME.html or NAME.xlsx.")],
    session: Annotated[str, typer.Option(help="The session's id or label.")] = "",
    document: Annotated[str, typer.Option(help=f"One of: {', '.join(IDS)}.")] = "",
    form: Annotated[str, typer.Option(help="For a printed form: its id or title.")] = "",
    group: Annotated[str, typer.Option(help="For a worksheet: the group's id or label.")] = "",
    style: Annotated[Path | None, typer.Option(help="A house style, as the guide describes it.")] = None,
    template: Annotated[Path | None, typer.Option(help="A template of your own for .html.")] = None,
    passphrase_file: PassphraseFile = None,
    as_json: AsJson = False,
) -> None:
    """Write a document: by default a session's synthesis, or without a session the summary of workshops."""
    kind = document or ("synthesis" if session else "appendix")
    kind_named(kind)
    dressed = dress_named(style, template)
    for trouble in dressed.troubles:
        complain(trouble)
    with opened(workspace, passphrase_file) as found:
        about = finding.find_session(found, session) if session else ""
        wanted = Wanted(
            kind=kind,
            session=about,
            form=finding.find_form(found, form) if form else "",
            group=finding.find_group(found, about, group) if group else "",
        )
        written = documents.write_document(found, wanted, out, dressed.dress)
    result(
        {"path": written.path, "document": kind, "title": written.title, "size": written.size},
        [_("Wrote {path}.").format(path=written.path)],
        as_json=as_json,
    )


def erase(
    workspace: WorkspacePath,
    target: Annotated[str, typer.Argument(metavar="ID", help="The id of a record, or of a person.")],
    person: Annotated[bool, typer.Option(help="Erase everything about this person.")] = False,
    yes: Annotated[
        bool, typer.Option("--yes", help="Do it. Without this it is only said what would go.")
    ] = False,
    reason: Annotated[str, typer.Option(help="A short code for the record, such as withdrawn.")] = "",
    passphrase_file: PassphraseFile = None,
    as_json: AsJson = False,
) -> None:
    """Erase a record's words here and wherever this is merged. It cannot be undone."""
    with opened(workspace, passphrase_file) as found:
        if not yes:
            look = erasing.foresee_person if person else erasing.foresee
            foreseen = look(found, target)
            said = [
                _("This would erase: {places}. Give --yes to do it.").format(
                    places=", ".join(foreseen.places)
                )
            ]
            said += [
                _("Its words may stand again in: {kind} {record}").format(
                    kind=kind_words(hit.kind), record=hit.record
                )
                for hit in foreseen.repeats
            ]
            result(foreseen, said, as_json=as_json)
            return
        act = erasing.erase_person if person else erasing.erase_record
        gone = act(found, target, reason).value
    result(
        {"erased": gone},
        [n_("Erased {count} record.", "Erased {count} records.", len(gone))],
        as_json=as_json,
    )
