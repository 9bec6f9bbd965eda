"""Collects the sentences to translate and brings the catalogues in resources/i18n up to date: `make words`.

    workshop-capture.pot                          every sentence of the program, made anew
    LANGUAGE/LC_MESSAGES/workshop-capture.po      the translations: new sentences come in empty, old ones go
    LANGUAGE/LC_MESSAGES/workshop-capture.mo      the same compiled, which is what the program reads

All three are committed, so that the program speaks from source, installed and built alike, and nothing has to
be compiled on anybody's laptop. No dates and no line numbers are written: nothing changes unless a sentence does.
"""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from capture_app.cli import every_verb
from capture_app.cli.help_words import texts_of
from capture_app.words import DOMAIN

ROOT = Path(__file__).resolve().parents[1]
CATALOGUES = ROOT / "resources" / "i18n"
WIDTH = 100
"""Columns of the catalogues."""

_KEYWORDS = {"_": None, "n_": (1, 2)}
_SAME_DAY = datetime(2024, 1, 1, tzinfo=UTC)
"""Stands for the day of making, which would be another in every commit."""


def main(new: list[str]) -> None:
    """Bring everything up to date, begin the languages that are new, and say how much of each there is."""
    template = collected()
    for language in new:
        path = CATALOGUES / language / "LC_MESSAGES" / f"{DOMAIN}.po"
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            write(Catalog(locale=language, charset="utf-8", fuzzy=False), path)
    write(template, CATALOGUES / f"{DOMAIN}.pot")
    for path in sorted(CATALOGUES.glob(f"*/LC_MESSAGES/{DOMAIN}.po")):
        catalogue = updated(path, template)
        write(catalogue, path)
        path.with_suffix(".mo").write_bytes(compiled(path))
        done = sum(is_translated(message) for message in catalogue if message.id)
        sys.stdout.write(f"{path.parent.parent.name}: {done} of {len(catalogue)} sentences\n")


def collected() -> Catalog:
    """Every sentence of the program, in the order of its letters, each with the files it stands in."""
    catalogue = Catalog(project="Workshop Capture", charset="utf-8", creation_date=_SAME_DAY, fuzzy=False)
    catalogue.header_comment = (
        "# The sentences of Workshop Capture, made by `make words`: change them in the program."
    )
    for text in _help_texts():
        catalogue.add(text, locations=[("capture_app/cli", 1)])
    package = ROOT / "capture_app"
    found = extract_from_dir(
        package, keywords=_KEYWORDS, comment_tags=("Translators:",), strip_comment_tags=True
    )
    for name, _line, said, comments, _context in sorted(found, key=lambda one: one[0]):
        catalogue.add(said, locations=[(f"capture_app/{name}", 1)], auto_comments=comments)
    return catalogue


def updated(path: Path, template: Catalog) -> Catalog:
    """A language's catalogue with the sentences there now are. What is no longer said is let go."""
    with path.open("rb") as file:
        catalogue = read_po(file, locale=path.parent.parent.name)
    catalogue.update(template, no_fuzzy_matching=True)
    return catalogue


def write(catalogue: Catalog, path: Path) -> None:
    """Write a catalogue as text."""
    catalogue.project, catalogue.version, catalogue.language_team = "Workshop Capture", "", ""
    catalogue.msgid_bugs_address = catalogue.last_translator = ""
    catalogue.revision_date = catalogue.creation_date = _SAME_DAY
    with path.open("wb") as file:
        write_po(file, catalogue, width=WIDTH, sort_output=True, include_lineno=False, ignore_obsolete=True)


def compiled(path: Path) -> bytes:
    """What the program reads in place of a .po file; sentences without a translation are left out."""
    with path.open("rb") as file:
        catalogue = read_po(file, locale=path.parent.parent.name)
    for message in list(catalogue):
        if message.id and not is_translated(message):
            catalogue.delete(message.id)
    out = BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def _help_texts() -> Iterator[str]:
    """The help of the command line stands in docstrings and options, where no `_` can be."""
    return texts_of(every_verb())


def is_translated(message: Message) -> bool:
    """Whether a sentence has words in every form it has."""
    said = message.string
    return all(said) if isinstance(said, tuple | list) else bool(said)


if __name__ == "__main__":
    main(sys.argv[1:])
