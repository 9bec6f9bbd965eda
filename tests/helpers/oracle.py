"""A second, slow reading of docs/bundle-format.md, "What a record is", to hold the program's against."""

from capture_app.domain.codec import paths_of, read_body
from capture_app.domain.plain import canonical
from capture_app.domain.revision import EVERYTHING, Erasure, Revision
from capture_app.domain.shape import SHAPES

Values = dict[str, set[str]]
"""For each field, the canonical texts that stand; empty where all were erased."""

ABSENT = "(absent)"


def standing_values(revisions: list[Revision], erasures: list[Erasure]) -> Values:
    """What stands in each field of one record, by asking every pair of revisions."""
    entries = [_erased(revision, erasures) for revision in revisions]
    below = _below(entries)
    fields = {path for entry in entries for path in _names(entry)}
    return {path: _standing(path, entries, below) for path in fields}


def _erased(revision: Revision, erasures: list[Erasure]) -> Revision:
    return revision.emptied() if any(marker.covers(revision) for marker in erasures) else revision


def _below(entries: list[Revision]) -> set[tuple[str, str]]:
    """All (a, b) with a below b, as a transitive closure grown pair by pair."""
    known = {entry.id for entry in entries}
    pairs = {(parent, entry.id) for entry in entries for parent in entry.parents if parent in known}
    for a in entries:
        for b in entries:
            if (a.device, a.incarnation) == (b.device, b.incarnation) and a.number < b.number:
                pairs.add((a.id, b.id))
    while True:
        more = {(a, d) for a, b in pairs for c, d in pairs if b == c} - pairs
        if not more:
            return {(a, b) for a, b in pairs if (b, a) not in pairs}
        pairs |= more


def _names(entry: Revision) -> set[str]:
    shape = SHAPES[entry.kind]
    blank = set(paths_of(shape, shape.defaults))
    if EVERYTHING in entry.sets:
        return blank if entry.body is None else set(_paths(entry))
    return {path for path in entry.sets if path in blank or path.partition("/")[0] in shape.parts}


def _standing(path: str, entries: list[Revision], below: set[tuple[str, str]]) -> set[str]:
    writers = [entry for entry in entries if path in _names(entry)]
    highest = [w for w in writers if not any((w.id, other.id) in below for other in writers)]
    return {_text(path, writer) for writer in highest if writer.body is not None}


def _text(path: str, writer: Revision) -> str:
    paths = _paths(writer)
    return canonical(paths[path]) if path in paths else ABSENT


def _paths(entry: Revision) -> dict[str, object]:
    body = read_body(entry.kind, entry.version, entry.body or "{}")
    return dict(paths_of(SHAPES[entry.kind], body))
