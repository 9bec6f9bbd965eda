"""A raw item of the synthesis: what a statement can rest on."""

from dataclasses import dataclass

from capture_app.domain.record import RecordId
from capture_app.domain.vocabulary import LineKind, Permission, Side, Stance
from capture_app.services.themes import ThemeTag

__all__ = ["Evidence"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A raw item: a line of a worksheet or of minutes, what somebody answered in own words, or what a group answered.

    reference: where it stands, and what the group decided about it, "G2 · Q3 · 4 · Drop". used_in: how many statements
    rest on it. asked: the sections or areas the questions ask about to which it was said (A2).
    permission: whether the words of a quotation may be used, None for what is none; unfinished: it waits for its
    other words (E3). dissent: when it was read back, not everybody agreed (D1). written: it is written feedback (F4).
    contested: laptops have it in several versions, of which the reference does not tell (D8).
    """

    id: RecordId
    text: str
    reference: str
    group: str
    stance: Stance | None
    side: Side | None
    kind: LineKind | None
    themes: tuple[ThemeTag, ...]
    used_in: int
    is_ballot: bool = False
    asked: frozenset[RecordId] = frozenset()
    answered: RecordId = ""
    permission: Permission | None = None
    unfinished: bool = False
    dissent: bool = False
    written: bool = False
    contested: bool = False

    @property
    def waits(self) -> bool:
        """Whether a statement could rest on it and none does: an answer of a group, or a scribe's note, need not."""
        return not (self.used_in or self.answered or self.is_note)

    @property
    def is_note(self) -> bool:
        """Whether it is the comment of whoever wrote, and nobody's words."""
        return self.kind is LineKind.SCRIBE_NOTE
