"""The help of the verbs in the reader's language.

Typer takes the help where a verb is defined, which is before the language is chosen. So it is put into words
afterwards, when the verbs are known and before anything is said.
"""

from collections.abc import Iterator

from typer.core import TyperCommand, TyperGroup

from capture_app.words import _


def texts_of(verbs: TyperGroup) -> Iterator[str]:
    """Every text of the help as it is written: of the program, of each verb and of its parameters."""
    for holder in _holders(verbs):
        if text := getattr(holder, "help", None):
            yield text


def translate(verbs: TyperGroup) -> None:
    """Put all of it into the reader's language."""
    for holder in _holders(verbs):
        if text := getattr(holder, "help", None):
            setattr(holder, "help", _(text))  # noqa: B010  # verbs, options and arguments share no class with a help


def _holders(verbs: TyperGroup) -> Iterator[object]:
    yield verbs
    for verb in verbs.commands.values():
        yield verb
        if isinstance(verb, TyperCommand):
            yield from verb.params
