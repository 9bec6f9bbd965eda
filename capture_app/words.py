"""The words shown to people, in their language. `_` marks a sentence for translation, whole and unformatted.

Sentences are formatted after translation: `_("{count} lines").format(count=3)`.
"""

from gettext import gettext, ngettext


def _(text: str) -> str:
    """The sentence in the reader's language; as written where there is no translation."""
    return gettext(text)


def n_(one: str, many: str, count: int) -> str:
    """The sentence for one or for many, with `{count}` filled in."""
    return ngettext(one, many, count).format(count=f"{count:,}")
