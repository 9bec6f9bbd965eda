"""What written answers to a questionnaire are about, as the lead says: never in the box, on no other laptop (F1)."""

from collections.abc import Mapping
from dataclasses import replace

from capture_app.domain.ids import link_id
from capture_app.domain.record import RecordId
from capture_app.domain.records import AnswerTheme
from capture_app.services.done import Done
from capture_app.services.joined_themes import joined, together
from capture_app.services.themes import ThemeTag, theme_tags
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.store.workspace import Workspace

__all__ = ["Answered", "tag_answer", "themes_of_answers"]

Answered = tuple[RecordId, str]
"""One written answer: the id of its ballot and the key of the question."""


def tag_answer(
    workspace: Workspace, ballot: RecordId, item: str, theme: RecordId, on: bool = True
) -> Done[None]:
    """Say that a written answer is about a theme, or take that back.

    Where the answer bears others that count as it, it is these that a person sees and changes (A5).
    """
    with workspace.unit_of_work() as work:
        own = link_id(AnswerTheme.__name__, ballot, item, theme)
        fresh = AnswerTheme(id=own, ballot=ballot, item=item, theme=theme)
        there = work.records.all(AnswerTheme, ballot=ballot, item=item, theme=together(work, theme))
        for link in there or (fresh,):
            work.records.save(replace(link, deleted=not on))
        return Done(None, work.commit())


def themes_of_answers(
    work: UnitOfWork, tags: Mapping[RecordId, ThemeTag] | None = None
) -> dict[Answered, tuple[ThemeTag, ...]]:
    """The themes of every answer that has any, each once and in the order of the frame."""
    known = theme_tags(work) if tags is None else tags
    counted = joined(work)
    found: dict[Answered, set[RecordId]] = {}
    for ballot, item, theme in work.projection.values(AnswerTheme, "ballot", "item", "theme"):
        found.setdefault((ballot, item), set()).add(counted.get(theme, theme))
    return {answer: tuple(tag for key, tag in known.items() if key in ones) for answer, ones in found.items()}
