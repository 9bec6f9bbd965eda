"""The options of a question, one in each line; no two of them alike. A dash alone is a point without words."""

from __future__ import annotations

from collections.abc import Sequence

from capture_app.domain.values import Option
from capture_app.services.forms import options_of
from capture_app.ui.register.editors import ManyLines
from capture_app.words import _

_WORDLESS = "–"
"""A point of a scale without words of its own, as it stands in its line."""
_DASHES = (_WORDLESS, "-")


class OptionLines(ManyLines):
    """A group could not tell two equal options apart, so the second is refused, and what is typed stays."""

    def value(self) -> object:
        """The options, a line each. Raises ValueError where one of them stands there twice."""
        repeated = self._repeated()
        if repeated:
            words = _("“{option}” stands here twice. Take one out, or word it otherwise.")
            kept = _("Until then the options from before are kept.")
            raise ValueError(f"{words.format(option=repeated)} {kept}")
        return "\n".join(self.labels())

    def labels(self) -> list[str]:
        """What is typed, without empty lines."""
        return labels_in(str(super().value()))

    def typed_words(self) -> str:
        return self._repeated()

    def _repeated(self) -> str:
        """The first option that stands there before, whatever its capitals and spaces; empty if there is none."""
        seen: set[str] = set()
        for label in self.labels():
            alike = " ".join(label.split()).casefold()
            if alike in seen and alike not in _DASHES:
                return label
            seen.add(alike)
        return ""


def labels_in(words: str) -> list[str]:
    """What stands in some lines."""
    return [line.strip() for line in words.splitlines() if line.strip()]


def lines_of(options: Sequence[Option]) -> str:
    """Options, one in each line."""
    return "\n".join(option.label or _WORDLESS for option in options)


def options_in(lines: str, known: Sequence[Option]) -> tuple[Option, ...]:
    """The options of these lines; what was there before keeps its id."""
    labels = ["" if label in _DASHES else label for label in labels_in(lines)]
    return options_of(labels, known)
