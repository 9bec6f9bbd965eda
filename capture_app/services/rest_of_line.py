"""What else stands in a line of which one field is in conflict, so that a person decides with all of it in sight."""

from dataclasses import dataclass, replace

from capture_app.domain.frame import shown_name
from capture_app.domain.record import RecordId
from capture_app.domain.records import Line, Theme, ThemeLabel
from capture_app.domain.vocabulary import Side, Stance
from capture_app.services.joined_themes import bonds
from capture_app.services.themes import ThemeTag
from capture_app.store.unit_of_work import UnitOfWork

__all__ = ["RestOfLine", "rest_of_line"]


@dataclass(frozen=True, slots=True)
class RestOfLine:
    """A line as it is shown now."""

    text: str
    stance: Stance | None
    side: Side | None
    themes: tuple[ThemeTag, ...]
    hands: int | None
    hands_of: int | None


def rest_of_line(work: UnitOfWork, record: RecordId) -> RestOfLine | None:
    """What stands in a line now; None if it is not here."""
    line = work.records.find(Line, record)
    if line is None:
        return None
    tags = [
        replace(tag, indirect=bond.indirect)
        for bond in bonds(work, [record])
        if (tag := _theme_tag(work, bond.theme)) is not None
    ]
    tags.sort(key=lambda tag: (not tag.code, tag.code, tag.label))
    return RestOfLine(line.text, line.stance, line.side, tuple(tags), line.hands, line.hands_of)


def _theme_tag(work: UnitOfWork, record: RecordId) -> ThemeTag | None:
    theme = work.records.find(Theme, record)
    if theme is None:
        return None
    name = shown_name(work.records.all(ThemeLabel, theme=record), theme.code)
    return ThemeTag(theme.id, theme.code, name, theme.theme_kind)
