"""Words as they are compared between a tool's export and a form: without numbers before them, marks and capitals."""

import re
from functools import lru_cache
from unicodedata import normalize

__all__ = ["folded"]

_NUMBER = re.compile(r"^\s*(?:q(?:uestion)?\s*)?\d{1,3}(?:[.)\]:]|\s*[-–—]\s)\s*", re.IGNORECASE)
_LAST = re.compile(r"\s+-\s+(?:selected choice|other\b.*text)\s*$", re.IGNORECASE)
_TAGS = re.compile(r"<[^<>]{1,80}>")
_NO_LETTERS = re.compile(r"[\W_]+")


@lru_cache(maxsize=4096)
def folded(words: str) -> str:
    """What is left: "3. Was it <b>useful</b>? - Selected Choice" is "was it useful"; empty for no letter or digit."""
    plain = _LAST.sub("", _NUMBER.sub("", _TAGS.sub(" ", normalize("NFKC", words))))
    return " ".join(_NO_LETTERS.sub(" ", plain).casefold().split())
