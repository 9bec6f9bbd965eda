"""The words shown to people, in their language. `_` marks a sentence for translation, whole and unformatted.

Sentences are formatted after translation: `_("{count} lines").format(count=3)`.

The language is the one thing in this program that is not handed from part to part: some eight hundred places
in every room speak, and each would have to be given a speaker only to say one sentence. So it is chosen in one
place, `speak`, once, by whoever starts the program, before anything is said; nothing changes it afterwards but
`speak_here`, for one respondent at the kiosk, and no sentence may be translated while modules are still being imported.
"""

from contextvars import ContextVar
from gettext import NullTranslations, translation
from pathlib import Path

DOMAIN = "workshop-capture"
"""The name of the catalogues: LANGUAGE/LC_MESSAGES/workshop-capture.mo."""

SOURCE, SOURCE_NAME = "en", "English"
"""The language the sentences are written in: it needs no catalogue, and its name is never translated."""

_chosen = NullTranslations()
_here: ContextVar[tuple[str, NullTranslations] | None] = ContextVar("here", default=None)
_told: tuple[str, Path] = (SOURCE, Path())


def speak(language: str, catalogues: Path) -> None:
    """Choose the language ("cy") for all that is said from now on; one without a catalogue is English."""
    global _chosen, _told
    _told = language, catalogues
    _chosen = translation(DOMAIN, catalogues, [language], fallback=True)


def speak_here(language: str) -> None:
    """Say all that this thread says in another language, for whoever sits before it; empty ends that.

    The kiosk's window speaks each respondent's language, while work going on beside it speaks that of the program.
    """
    _here.set((language, translation(DOMAIN, _told[1], [language], fallback=True)) if language else None)


def spoken() -> tuple[str, Path]:
    """The language in force and where its words are, for a process of our own that is to say the same."""
    here = _here.get()
    return (here[0], _told[1]) if here else _told


def languages(catalogues: Path) -> tuple[str, ...]:
    """The languages there are words in, English first."""
    found = sorted(file.parent.parent.name for file in catalogues.glob(f"*/LC_MESSAGES/{DOMAIN}.mo"))
    return (SOURCE, *found)


def _(text: str) -> str:
    """The sentence in the reader's language; as written where there is no translation."""
    return _words().gettext(text)


def n_(one: str, many: str, count: int) -> str:
    """The sentence for one or for many, with `{count}` filled in."""
    return _words().ngettext(one, many, count).format(count=number_words(count))


def _words() -> NullTranslations:
    here = _here.get()
    return here[1] if here else _chosen


def number_words(count: int) -> str:
    """A whole number as people read it: "12,345"."""
    return f"{count:,}"
