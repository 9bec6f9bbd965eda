"""Themes that are one: what bears one that was joined into another is told with the other, here and nowhere else (A5).

Links, sentences and questions keep the theme they were given. Whoever reads them asks here.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from capture_app.domain.frame import counted_as
from capture_app.domain.record import RecordId
from capture_app.domain.records import Form, LineTheme, SessionTheme, Statement, Theme
from capture_app.domain.vocabulary import Focus
from capture_app.store.unit_of_work import UnitOfWork

__all__ = ["Bond", "asking", "bonds", "filed", "focus", "joined", "together"]


class Bond(NamedTuple):
    """A line bears a theme, or only touches on it (D13)."""

    line: RecordId
    theme: RecordId
    indirect: bool


def joined(work: UnitOfWork) -> Mapping[RecordId, RecordId]:
    """Of every theme that was joined into another, the one it counts as."""
    return counted_as(dict(work.projection.values(Theme, "id", "joined_into")))


def together(work: UnitOfWork, theme: RecordId) -> tuple[RecordId, ...]:
    """A theme and all that count as the same one."""
    counted = joined(work)
    kept = counted.get(theme, theme)
    return (kept, *(one for one, other in counted.items() if other == kept))


def bonds(work: UnitOfWork, lines: Sequence[RecordId]) -> list[Bond]:
    """The themes of lines, each once; it was only touched on where every one that counts as it was."""
    counted = joined(work)
    found: dict[tuple[RecordId, RecordId], bool] = {}
    for line, theme, indirect in work.projection.values(
        LineTheme, "line", "theme", "indirect", line=list(lines)
    ):
        ends = line, counted.get(theme, theme)
        found[ends] = bool(indirect) and found.get(ends, True)
    return [Bond(line, theme, indirect) for (line, theme), indirect in found.items()]


def focus(work: UnitOfWork, **equal: object) -> tuple[SessionTheme, ...]:
    """The themes that sessions bear on, each once; it is a main one where any that counts as it is (B4)."""
    counted = joined(work)
    found: dict[tuple[RecordId, RecordId], SessionTheme] = {}
    for link in work.records.all(SessionTheme, **equal):
        now = replace(link, theme=counted.get(link.theme, link.theme))
        ends = now.session, now.theme
        if ends not in found or now.focus is Focus.PRIMARY:
            found[ends] = now
    return tuple(found.values())


def filed(work: UnitOfWork, statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Statements under the theme that theirs counts as."""
    counted = joined(work)
    return tuple(replace(one, theme=counted.get(one.theme, one.theme)) for one in statements)


def asking(work: UnitOfWork, form: Form) -> Form:
    """A form whose questions ask about the theme that theirs counts as (A2)."""
    counted = joined(work)
    if not counted.keys() & {item.theme for item in form.items.values()}:
        return form
    items = {
        key: replace(item, theme=counted.get(item.theme, item.theme)) for key, item in form.items.items()
    }
    return replace(form, items=items)
