"""How long a passphrase has to be: files are carried about, and whoever has one may try for years."""

from capture_app.domain.errors import NotPossible
from capture_app.sealing import Passphrase
from capture_app.words import _

__all__ = ["LEAST", "check_passphrase"]

LEAST = 8
"""Characters of a passphrase, of a workspace as of a pack; blanks around it do not count."""


def check_passphrase(passphrase: Passphrase | None) -> None:
    """Raises NotPossible if something would be closed with a few letters; None is not closed at all, by choice."""
    if passphrase is not None and len(passphrase.words.strip()) < LEAST:
        raise NotPossible(
            _(
                "A passphrase has at least {count} letters. Four words are easy to remember, and to tell on the "
                "phone. Nothing was made or changed."
            ).format(count=LEAST)
        )
