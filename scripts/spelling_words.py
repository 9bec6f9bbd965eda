"""Makes resources/spelling/en.gz from the word lists of SCOWL: `python -m scripts.spelling_words FOLDER`.

FOLDER is `final` of SCOWL's own archive, or /usr/share/dict/scowl where a system packages it. Taken are the words of
British English with "-ise", of the size that SCOWL recommends for spell-checking. The file has a line for each
step of commonness, the commonest first, so that what is likelier can be suggested first. A possessive is left out
where its word is there, and so is what has a capital inside; both are known by rule.
"""

import gzip
import sys
from collections.abc import Iterator
from pathlib import Path

TO = Path(__file__).resolve().parents[1] / "resources" / "spelling" / "en.gz"
SPELLINGS = ("english", "british", "british_variant_1")
SORTS = ("words", "upper", "proper-names", "contractions")
LARGEST = 60


def main(folder: Path) -> None:
    """Write the file and say how many words it has."""
    seen: set[str] = set()
    lines = []
    for size in sorted({size for size, _path in lists(folder)}):
        fresh = {word for word in words(folder, size) if word.lower() not in seen}
        seen |= {word.lower() for word in fresh}
        lines.append(" ".join(sorted(fresh)))
    TO.write_bytes(gzip.compress("\n".join(lines).encode(), 9, mtime=0))
    sys.stdout.write(f"{len(seen)} words in {TO.name}\n")


def lists(folder: Path) -> Iterator[tuple[int, Path]]:
    """The lists to take, each with its size: the smaller, the commoner are its words."""
    for path in sorted(folder.iterdir()):
        spelling, _dash, rest = path.name.partition("-")
        sort, _dot, size = rest.rpartition(".")
        if spelling in SPELLINGS and sort in SORTS and int(size) <= LARGEST:
            yield int(size), path


def words(folder: Path, size: int) -> Iterator[str]:
    """The words of one size."""
    for each, path in lists(folder):
        if each == size:
            for word in path.read_text("iso-8859-1").split():
                plain = word.removesuffix("'s")
                if plain and plain[1:] == plain[1:].lower():
                    yield plain


if __name__ == "__main__":
    main(Path(sys.argv[1]))
