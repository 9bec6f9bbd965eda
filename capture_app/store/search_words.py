"""What a person typed into a search, as a question for the index. Pure text, no SQL."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_PART = re.compile(r"[\"“”„]([^\"“”„]*)[\"“”„]?|([^\s\"“”„]+)")
_TOKEN = re.compile(r"[^\W_]+")

SHORTEST_BEGINNING = 2
"""Letters from which a last word may be only begun; the beginnings of one letter are nearly all words."""


@dataclass(frozen=True, slots=True)
class Part:
    """A word, or a passage in quotation marks, which has to stand exactly so. `begun`: it may go on."""

    text: str
    exact: bool
    begun: bool = False

    def query(self) -> str:
        """This part as the index asks for it."""
        return f'"{self.text}"{"*" if self.begun else ""}'


def parts_of(words: str) -> tuple[Part, ...]:
    """The parts of a search; the last is taken as begun unless it is a closed passage or a single letter."""
    found = [Part(_clean(one[1] or one[2] or ""), one[2] is None) for one in _PART.finditer(words)]
    kept = [part for part in found if tokens(part.text)]
    if kept and _may_go_on(kept[-1], words):
        kept[-1] = Part(kept[-1].text, kept[-1].exact, begun=True)
    return tuple(kept)


def query_of(words: str) -> str:
    """What a person typed as a query over the words of records; empty if there is no word in it."""
    parts = parts_of(words)
    return f"text : ({' AND '.join(part.query() for part in parts)})" if parts else ""


def tokens(text: str) -> tuple[str, ...]:
    """The words of a text as the index keeps them: small letters, without marks above and below."""
    return tuple(folded(word) for word in _TOKEN.findall(text))


def folded(word: str) -> str:
    """A word in small letters, without the marks of its letters."""
    apart = unicodedata.normalize("NFD", word.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def with_word(words: str, wrong: str, right: str) -> str:
    """The same search with one word put right."""

    def mend(found: re.Match[str]) -> str:
        return right if folded(found.group()) == wrong else found.group()

    return _TOKEN.sub(mend, words)


def words_apart(parts: tuple[Part, ...]) -> Iterator[tuple[str, bool]]:
    """Every single word of a search, and whether it may go on."""
    for part in parts:
        found = tokens(part.text)
        for place, token in enumerate(found, start=1):
            yield token, part.begun and place == len(found)


def _clean(text: str) -> str:
    return " ".join(text.replace("\0", " ").split())


def _may_go_on(part: Part, words: str) -> bool:
    closed = part.exact and words.rstrip()[-1:] in '"“”„' and words.rstrip()[:-1].rstrip() != ""
    return not closed and len(tokens(part.text)[-1]) >= SHORTEST_BEGINNING
