"""The themes a line can bear, as a scribe sees them."""

from dataclasses import dataclass

from capture_app.domain.changes import Changes
from capture_app.domain.ids import link_id, new_id
from capture_app.domain.record import RecordId
from capture_app.domain.records import LineTheme, Theme, ThemeLabel
from capture_app.domain.vocabulary import ThemeKind
from capture_app.services.done import Done
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.store.workspace import Workspace

_KIND_ORDER = {ThemeKind.SECTION: 0, ThemeKind.AREA: 1, ThemeKind.EMERGENT: 2}


@dataclass(frozen=True, slots=True)
class ThemeTag:
    """A theme as a scribe sees it: its code ("S1"; empty for an emergent topic) and its preferred label."""

    id: RecordId
    code: str
    label: str
    kind: ThemeKind
    uses: int = 0

    def words(self) -> str:
        """Code and label; the code alone where it has no label yet."""
        return self.code if self.label == self.code else f"{self.code} {self.label}".strip()


def themes(workspace: Workspace) -> list[ThemeTag]:
    """Every theme with its preferred label and how many lines bear it, in the order of the frame."""
    with workspace.unit_of_work() as work:
        return list(theme_tags(work).values())


def tag(workspace: Workspace, line: RecordId, theme: RecordId, on: bool = True) -> Done[None]:
    """Put a theme on a line, or take it off."""
    with workspace.unit_of_work() as work:
        link = LineTheme(id=link_id("LineTheme", line, theme), line=line, theme=theme, deleted=not on)
        work.records.save(link)
        return Done(None, work.commit())


def new_topic(workspace: Workspace, label: str) -> Done[RecordId]:
    """An emergent topic (A5); one of the same name is used again."""
    with workspace.unit_of_work() as work:
        for known in _labels(work):
            if known.text.casefold() == label.casefold():
                return Done(known.theme, Changes())
        theme = Theme(id=new_id(), theme_kind=ThemeKind.EMERGENT)
        work.records.save(theme)
        work.records.save(ThemeLabel(id=new_id(), theme=theme.id, text=label, preferred=True))
        return Done(theme.id, work.commit())


def theme_tags(work: UnitOfWork) -> dict[RecordId, ThemeTag]:
    """Every theme by id, in the order of the frame."""
    labels: dict[RecordId, str] = {}
    for label in _labels(work):
        if label.preferred or label.theme not in labels:
            labels[label.theme] = label.text
    uses = work.records.tally(LineTheme, ("theme",))
    found = sorted(work.records.all(Theme), key=lambda theme: (_KIND_ORDER[theme.theme_kind], theme.order))
    return {
        theme.id: ThemeTag(
            theme.id, theme.code, labels.get(theme.id, theme.code), theme.theme_kind, uses[theme.id,]
        )
        for theme in found
    }


def _labels(work: UnitOfWork) -> list[ThemeLabel]:
    return work.records.all(ThemeLabel)
