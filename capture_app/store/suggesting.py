"""What somebody may have meant whose search found nothing: a word that is written much like it and does stand there.

The words come from the index itself. Only what a search then really finds is offered, so that a word that was
erased, or stands only in records that were taken away, is never given back.
"""

from difflib import get_close_matches

from sqlalchemy import Connection

from capture_app.store.search import NOTHING, Hit, Narrow, Search
from capture_app.store.search_words import folded, parts_of, with_word, words_apart

VOCABULARY = "CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab(main, search, row)"
_KNOWN = "SELECT 1 FROM vocabulary WHERE term >= ? AND term < ? LIMIT 1"
_LIKE = "SELECT term FROM vocabulary WHERE term >= ? AND term < ? AND length(term) BETWEEN ? AND ?"

SHORTEST = 4
"""Letters of a word for which others are looked for; shorter ones are like too many."""
ALIKE, TRIED = 0.75, 4
"""How much alike two words are at least (0 to 1), and how many are tried."""
_LAST = "\U0010ffff"


class Suggesting:
    """Knows the words of one workspace."""

    def __init__(self, connection: Connection, search: Search) -> None:
        self._connection, self._search = connection, search

    def nearest(self, words: str, narrow: Narrow = NOTHING) -> str:
        """The same search with the word put right that nothing holds; empty if no word is like it."""
        self._connection.exec_driver_sql(VOCABULARY)
        for word, begun in words_apart(parts_of(words)):
            if len(word) < SHORTEST or self._is_known(word, begun):
                continue
            for like in self._like(word):
                found = self._search.look(with_word(words, word, like), narrow, most=1).hits
                if found:
                    return with_word(words, word, _as_written(found[0], like))
        return ""

    def _is_known(self, word: str, begun: bool) -> bool:
        end = word + (_LAST if begun else "\0")
        return self._connection.exec_driver_sql(_KNOWN, (word, end)).first() is not None

    def _like(self, word: str) -> list[str]:
        """Words with the same first letter and nearly as many letters, the most alike first."""
        bounds = (word[0], word[0] + _LAST, len(word) - 2, len(word) + 2)
        there = self._connection.exec_driver_sql(_LIKE, bounds).scalars().all()
        return get_close_matches(word, there, n=TRIED, cutoff=ALIKE)


def _as_written(hit: Hit, like: str) -> str:
    """The word with all the marks on its letters, as it stands in the record."""
    written = [hit.extract[mark.start : mark.start + mark.length] for mark in hit.marks]
    return next((word.lower() for word in written if folded(word) == like), like)
