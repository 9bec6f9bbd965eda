"""Which option of a question some words mean. Words that could mean two options mean none (F6)."""

import re
from collections.abc import Callable, Sequence
from unicodedata import normalize

from capture_app.domain.answer_files.folding import folded
from capture_app.domain.values import Option

__all__ = ["Options"]

_LEADING = re.compile(r"\s*(\d{1,3})\b")
_NUMBER = re.compile(r"(\d{1,3})(?:\.0+)?", re.ASCII)


class Options:
    """The options, or the rows, of one question, found by their words.

    Words are compared to the letter first, so that "< 18" and "18+" differ, and then without numbers, marks and
    capitals, where that leaves one option only. `also` are the same options in other languages.
    """

    def __init__(self, options: Sequence[Option], also: Sequence[Option] = ()) -> None:
        self._options, self._named = options, (*options, *also)
        self._known: dict[str, str] = {}

    def named(self, words: str) -> str:
        """The id of the option; empty for none."""
        if words not in self._known:
            self._known[words] = self._found(words)
        return self._known[words]

    def numbered(self, words: str) -> str:
        """The id of the point of a scale that a number names: by the numbers in the labels, else by its place."""
        found = _NUMBER.fullmatch(words.strip())
        if not found:
            return ""
        number = int(found[1])
        if self.has_numbers():
            return self._only(self._options, lambda option: _number_in(option.label) == number)
        return self._options[number - 1].id if 1 <= number <= len(self._options) else ""

    def has_numbers(self) -> bool:
        """Whether a label begins with a number, which then says more than its place."""
        return any(_number_in(option.label) is not None for option in self._options)

    def _found(self, words: str) -> str:
        for like in (_plain, _close):
            alike = {option.id for option in self._named if like(option.label) == like(words)}
            if alike:
                return alike.pop() if len(alike) == 1 else ""
        wanted = folded(words)
        return self._only(
            self._named,
            lambda option: bool(wanted) and folded(option.label) == wanted and _may_be(option.label, words),
        )

    def _only(self, among: Sequence[Option], holds: Callable[[Option], bool]) -> str:
        found = {option.id for option in among if holds(option)}
        return found.pop() if len(found) == 1 else ""


def _plain(words: str) -> str:
    return " ".join(normalize("NFKC", words).casefold().split())


def _close(words: str) -> str:
    return _plain(words).replace(" ", "")


def _number_in(label: str) -> int | None:
    found = _LEADING.match(label)
    return int(found[1]) if found else None


def _may_be(label: str, words: str) -> bool:
    """Whether two numbers before the same words do not differ: "1 - 10 years" is not "6 - 10 years"."""
    numbers = {_number_in(label), _number_in(words)} - {None}
    return len(numbers) < 2
