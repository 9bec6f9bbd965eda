"""The words shown to people, in their language. `_` marks a sentence for translation, whole and unformatted.

Sentences are formatted after translation: `_("{count} lines").format(count=3)`.
"""

from gettext import translation

from capture_app.paths import resource

_words = translation("capture-app", resource("i18n"), fallback=True)
"""Looked up once: asking the disk at every word would take a tenth of a second at start."""


def _(text: str) -> str:
    """The sentence in the reader's language; as written where there is no translation."""
    return _words.gettext(text)


def n_(one: str, many: str, count: int) -> str:
    """The sentence for one or for many, with `{count}` filled in."""
    return _words.ngettext(one, many, count).format(count=f"{count:,}")
