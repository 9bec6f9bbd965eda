"""Which revisions of one record came before which, as far as their authors could know."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from capture_app.domain.revision import Revision


class Ancestry:
    """The order among the revisions of one record.

    a is below b if a can be reached from b through parents, or through the earlier revisions of the same
    device and incarnation. Two revisions that can each be reached from the other (only a forged file has
    such a thing) are not below one another, so there is always a revision that nothing is above.
    """

    def __init__(self, revisions: Iterable[Revision]) -> None:
        self.revisions: Sequence[Revision] = sorted(
            revisions, key=lambda revision: (revision.stamp, revision.number, revision.id)
        )
        self._place = {revision.id: place for place, revision in enumerate(self.revisions)}
        self._reach = self._reachable(self._steps())

    def below(self, low: Revision, high: Revision) -> bool:
        """Whether the author of `high` had seen `low`, or wrote it."""
        low_place, high_place = self._place[low.id], self._place[high.id]
        return bool(self._reach[high_place] >> low_place & 1) and not self._reach[low_place] >> high_place & 1

    def highest(self, among: Iterable[Revision]) -> list[Revision]:
        """Those of `among` that are below no other of them."""
        candidates = list(among)
        if len(candidates) < 2:
            return candidates
        return [low for low in candidates if not any(self.below(low, high) for high in candidates)]

    def heads(self) -> list[Revision]:
        """The revisions that are below no other."""
        return self.highest(self.revisions)

    def missing(self) -> set[str]:
        """The parents that have not arrived."""
        named = {parent for revision in self.revisions for parent in revision.parents}
        return named - self._place.keys()

    def _steps(self) -> list[int]:
        """For each revision, a bit for each one directly below it."""
        steps = [0] * len(self.revisions)
        streams: dict[tuple[str, str], list[Revision]] = {}
        for place, revision in enumerate(self.revisions):
            streams.setdefault((revision.device, revision.incarnation), []).append(revision)
            for parent in revision.parents:
                if parent in self._place:
                    steps[place] |= 1 << self._place[parent]
        for stream in streams.values():
            stream.sort(key=lambda revision: revision.number)
            for earlier, later in pairwise(stream):
                if earlier.number < later.number:
                    steps[self._place[later.id]] |= 1 << self._place[earlier.id]
        return steps

    def _reachable(self, steps: list[int]) -> list[int]:
        """For each revision, a bit for each one below it however far. Sorted input settles in one round."""
        reach = list(steps)
        changed = True
        while changed:
            changed = False
            for place, step in enumerate(steps):
                total = reach[place]
                for lower in _bits(step):
                    total |= reach[lower]
                if total != reach[place]:
                    reach[place] = total
                    changed = True
        return reach


def _bits(mask: int) -> Iterable[int]:
    while mask:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest
