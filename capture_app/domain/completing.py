"""Which words of the glossary the letters before the cursor could become (A10). Quick enough for every key."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from capture_app.domain.reading_order import Place, reading_order

MOST = 4
"""Words offered at a time: few, because nobody asked for them."""
_LONGEST, _WORDS = 40, 4
_LEAST, _LEAST_CAPITALS = 3, 2
_WORD_START = re.compile(r"(?<![\w#@/’'-])\w")


@dataclass(frozen=True, slots=True)
class Completion:
    """`words` can stand in the place of `letters`, the last ones typed. `tells` is what else the glossary says."""

    letters: str
    words: str
    tells: str


class Completing:
    """Knows terms and what they stand for."""

    def __init__(self, terms: Iterable[tuple[str, str]]) -> None:
        self._known: dict[str, list[tuple[str, str]]] = defaultdict(list)
        pairs = sorted({(_one_line(term), _one_line(meaning)) for term, meaning in terms}, key=_by_name)
        for term, meaning in pairs:
            if term:
                self._known[_key(term)].append((term, meaning))
        for term, meaning in pairs:
            # What it stands for is offered to whoever writes it out.
            if term and " " in meaning:
                self._known[_key(meaning)].append((meaning, term))

    def offers(self, before: str) -> tuple[Completion, ...]:
        """What the text before the cursor could go on to; the longest run of words that means something counts."""
        if not self._known:
            return ()
        for letters in _endings(before):
            found = tuple(self._of(letters))
            if found:
                return found[:MOST]
        return ()

    def _of(self, letters: str) -> Iterator[Completion]:
        wanted = letters.casefold()
        capitals = len(letters) < _LEAST
        for words, tells in self._known.get(_key(letters), ()):
            begins = words.startswith(letters) if capitals else words.casefold().startswith(wanted)
            if begins and words != letters and (" " not in words or _means_it(letters)):
                yield Completion(letters, words, tells)


def _endings(before: str) -> Iterator[str]:
    """The last words before the cursor, from four of them to one; only where enough letters are typed."""
    tail = before[-_LONGEST:]
    if not tail or not tail[-1].isalnum():
        return
    cut = len(before) - len(tail)
    for found in list(_WORD_START.finditer(before, cut))[-_WORDS:]:
        letters = before[found.start() :]
        if len(letters) >= _LEAST or (len(letters) >= _LEAST_CAPITALS and letters.isupper()):
            yield letters


def _means_it(letters: str) -> bool:
    """Whether several words may be meant: one common word alone is no reason to offer them."""
    return " " in letters or letters[:1].isupper()


def _one_line(words: str) -> str:
    """With a space for each line break: what is taken goes into one line of a scribe."""
    return " ".join(words.split())


def _by_name(pair: tuple[str, str]) -> tuple[Place, str]:
    return reading_order(pair[0]), pair[1]


def _key(words: str) -> str:
    return words[:2].casefold()
