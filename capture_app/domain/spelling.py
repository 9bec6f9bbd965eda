"""Which words of a line may be misspelt, and what may be meant. Quick enough for every key.

A word is looked up in small letters, with a straight apostrophe and without a possessive. Left alone are themes,
names and codes (`#theme`, `@who`, `/a`), addresses, numbers, and abbreviations in capitals.
"""

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA, JaroWinkler

SUGGESTED = 5
"""Suggestions at most."""
_FARTHEST = 2
"""Letters put in, left out, changed or swapped, between a word and what may be meant by it."""
_SHORTEST_FAR = 4
"""Letters of a word that may be that far off; of a shorter one too much could be meant."""
_CAPITALS = 5
_REMEMBERED = 5000
_NAME = 1000
_CHUNK = re.compile(r"\S+")
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_LETTERS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ADDRESS = re.compile(r"://|^www\.|\w@\w|\w\.\w")
_NO_WORD = ("#", "@", "/")


@dataclass(frozen=True, slots=True)
class Found:
    """A word to look up and where it stands in its text, in letters from the start."""

    start: int
    end: int
    word: str


def words_to_check(text: str) -> Iterator[Found]:
    """The words of a text that can be misspelt at all; those joined by a hyphen or a stroke one by one."""
    for chunk in _CHUNK.finditer(text):
        if chunk[0].startswith(_NO_WORD) or _ADDRESS.search(chunk[0]):
            continue
        for word in _WORD.finditer(chunk[0]):
            if _LETTERS.fullmatch(word[0]) and len(word[0]) > 1 and not _is_abbreviation(word[0]):
                yield Found(chunk.start() + word.start(), chunk.start() + word.end(), word[0])


def key_of(word: str) -> str:
    """What a word is looked up by: "Survivor’s" is "survivor"."""
    return word.lower().replace("’", "'").removesuffix("'s")


def keys_of(texts: Iterable[str]) -> frozenset[str]:
    """The keys of every word in these names and terms."""
    return frozenset(key_of(word) for text in texts for word in _LETTERS.findall(text))


class Lexicon:
    """The words of a language. `steps`: its words by how common they are, the commonest first."""

    def __init__(self, steps: Iterable[Iterable[str]]) -> None:
        self._ranks: dict[str, int] = {}
        for rank, words in enumerate(steps):
            for word in words:
                # A name is remembered as one, so that it is suggested with its capital.
                self._ranks.setdefault(word.lower(), rank + (_NAME if word[0].isupper() else 0))

    def __len__(self) -> int:
        return len(self._ranks)

    def knows(self, key: str) -> bool:
        """Whether this is a word, by its key."""
        return key in self._ranks

    def suggestions(self, word: str) -> tuple[str, ...]:
        """What may be meant by a word, the likeliest first, in capitals where it is."""
        key = key_of(word)
        far = _FARTHEST if len(key) >= _SHORTEST_FAR else 1
        near = process.extract(key, self._ranks.keys(), scorer=OSA.distance, score_cutoff=far, limit=None)
        best = sorted(near, key=lambda one: self._likelihood(key, one[0], one[1]))[:SUGGESTED]
        tail = word[len(key) :]
        return tuple(_as_written(self._shown(found) + tail, word) for found, _steps, _at in best)

    def _likelihood(self, key: str, found: str, steps: float) -> tuple[float, bool, int, float]:
        """Fewer changes first; of these swapped letters, then commoner words, then what begins and sounds alike."""
        swapped = sorted(key) == sorted(found)
        return steps, not swapped, self._ranks[found] % _NAME, -JaroWinkler.similarity(key, found)

    def _shown(self, key: str) -> str:
        return key[:1].upper() + key[1:] if self._ranks[key] >= _NAME else key


class Checker:
    """Finds what a lexicon does not know. `own` are the keys of words that are right all the same.

    A piece between two spaces is looked at once; after that it is found again by its letters.
    """

    def __init__(self, lexicon: Lexicon, own: Container[str] = ()) -> None:
        self._lexicon, self._own = lexicon, own
        self._seen: dict[str, tuple[Found, ...]] = {}

    def unknown(self, text: str) -> list[Found]:
        """The words of a text that may be misspelt, in order."""
        found: list[Found] = []
        for chunk in _CHUNK.finditer(text):
            doubtful = self._seen.get(chunk[0])
            if doubtful is None:
                doubtful = self._look_at(chunk[0])
            if doubtful:
                at = chunk.start()
                found.extend(Found(one.start + at, one.end + at, one.word) for one in doubtful)
        return found

    def _look_at(self, chunk: str) -> tuple[Found, ...]:
        if len(self._seen) >= _REMEMBERED:
            self._seen.clear()
        return self._seen.setdefault(
            chunk, tuple(one for one in words_to_check(chunk) if not self._knows(one.word))
        )

    def _knows(self, word: str) -> bool:
        key = key_of(word)
        return self._lexicon.knows(key) or key in self._own


def _is_abbreviation(word: str) -> bool:
    """Whether it is in capitals and short: "NRM", also of several, "NGOs"."""
    stem = word.replace("’", "'").removesuffix("'s").removesuffix("s")
    return len(stem) <= _CAPITALS and stem.isupper()


def _as_written(found: str, word: str) -> str:
    if len(word) > 1 and word.isupper():
        return found.upper()
    return found[:1].upper() + found[1:] if word[0].isupper() else found
