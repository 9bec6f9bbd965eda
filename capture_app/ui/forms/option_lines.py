"""The options of a question, one in each line; no two of them alike."""

from __future__ import annotations

from capture_app.ui.register.editors import ManyLines
from capture_app.words import _


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
            if alike in seen:
                return label
            seen.add(alike)
        return ""


def labels_in(words: str) -> list[str]:
    """The options in some lines."""
    return [line.strip() for line in words.splitlines() if line.strip()]
