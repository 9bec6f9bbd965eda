"""Names that stand in a text, and the text without them (practice 2.5)."""

import re
from collections.abc import Mapping

SHORTEST = 4
"""Letters of a name that is looked for; "Jo" would be found in everything."""


class Names:
    """Names to look for, each with the words that stand for it: {"Harbour Trust": "[an organisation]"}.

    A name of several words is found however it is capitalised; one of a single word only as it is written, since
    "Hope" may be a charity and "hope" is none.
    """

    def __init__(self, known: Mapping[str, str]) -> None:
        tidy = {" ".join(name.split()): words for name, words in known.items()}
        usable = {name: words for name, words in tidy.items() if len(name) >= SHORTEST}
        longest_first = sorted(usable, key=lambda name: (-len(name), name))
        self._words = [usable[name] for name in longest_first]
        self._pattern = re.compile("|".join(map(_pattern, longest_first))) if usable else None

    def found_in(self, text: str) -> tuple[str, ...]:
        """The names in a text as they are written there, each once."""
        return (
            tuple(dict.fromkeys(found[0] for found in self._pattern.finditer(text))) if self._pattern else ()
        )

    def taken_out(self, text: str) -> str:
        """The text with what stands for each name in its place."""
        if self._pattern is None:
            return text
        return self._pattern.sub(lambda found: self._words[(found.lastindex or 1) - 1], text)


def _pattern(name: str) -> str:
    words = r"\s+".join(map(re.escape, name.split()))
    found = f"(?i:{words})" if " " in name else words
    return rf"(?<!\w)({found})(?!\w)"
