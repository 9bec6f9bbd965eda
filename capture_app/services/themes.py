"""The themes a line can bear, as a scribe sees them, and what is doubtful about the frame."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from capture_app.domain.changes import Changes
from capture_app.domain.frame import in_turn, place_in_frame, shown_name
from capture_app.domain.ids import link_id, new_id
from capture_app.domain.record import RecordId
from capture_app.domain.records import LineTheme, Theme, ThemeLabel
from capture_app.domain.vocabulary import ThemeKind
from capture_app.services.done import Done
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class ThemeTag:
    """A theme as a scribe sees it: its code ("S1"; empty for an emergent topic) and the name to show.

    uses: how many lines bear it, where that was asked for. indirect: the line it stands on only touches on it (D13).
    """

    id: RecordId
    code: str
    label: str
    kind: ThemeKind
    uses: int = 0
    indirect: bool = False

    def words(self) -> str:
        """Code and label; the code alone where it has no label yet."""
        return self.code if self.label == self.code else f"{self.code} {self.label}".strip()


def themes(workspace: Workspace) -> list[ThemeTag]:
    """Every theme with the name to show and how many lines bear it, in the order of the frame."""
    with workspace.unit_of_work() as work:
        uses = work.records.tally(LineTheme, ("theme",))
        return [replace(tag, uses=uses[tag.id,]) for tag in theme_tags(work).values()]


def tag(
    workspace: Workspace, line: RecordId, theme: RecordId, on: bool = True, indirect: bool = False
) -> Done[None]:
    """Put a theme on a line, or take it off. An `indirect` one was only touched on (D13)."""
    with workspace.unit_of_work() as work:
        own = link_id("LineTheme", line, theme)
        link = LineTheme(id=own, line=line, theme=theme, indirect=indirect, deleted=not on)
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
    labels = _by_theme(work)
    found = sorted(work.records.all(Theme), key=place_in_frame)
    return {theme.id: _tag(theme, labels) for theme in found}


def tag_of(work: UnitOfWork, theme: Theme) -> ThemeTag:
    """One theme, also of one that was taken away."""
    return _tag(theme, _by_theme(work))


def _tag(theme: Theme, labels: Mapping[RecordId, Sequence[ThemeLabel]]) -> ThemeTag:
    name = shown_name(labels.get(theme.id, ()), theme.code)
    return ThemeTag(theme.id, theme.code, name, theme.theme_kind)


@dataclass(frozen=True, slots=True)
class Doubt:
    """What a person should put right about a theme: several names are ticked, or others have its code.

    ticked: the ticked names where there are several, the one that is shown first. same: what the others are called.
    """

    ticked: tuple[str, ...] = ()
    same: tuple[str, ...] = ()


def doubts(workspace: Workspace) -> Mapping[RecordId, Doubt]:
    """The themes about which something is doubtful (A2). Merging two choices of a name leaves both ticked."""
    with workspace.unit_of_work() as work:
        tags, labels = theme_tags(work), _by_theme(work)
    coded: dict[str, list[ThemeTag]] = defaultdict(list)
    for tag in tags.values():
        coded[tag.code.strip().casefold()].append(tag)
    found = {
        tag.id: Doubt(
            _ticked(labels.get(tag.id, [])),
            tuple(
                other.words() for other in coded[tag.code.strip().casefold()] if tag.code and other is not tag
            ),
        )
        for tag in tags.values()
    }
    return {theme: doubt for theme, doubt in found.items() if doubt != Doubt()}


def _ticked(labels: list[ThemeLabel]) -> tuple[str, ...]:
    ticked = [one.text for one in in_turn(labels) if one.preferred]
    return tuple(ticked) if len(ticked) > 1 else ()


def _by_theme(work: UnitOfWork) -> dict[RecordId, list[ThemeLabel]]:
    found: dict[RecordId, list[ThemeLabel]] = defaultdict(list)
    for label in _labels(work):
        found[label.theme].append(label)
    return found


def _labels(work: UnitOfWork) -> list[ThemeLabel]:
    return work.records.all(ThemeLabel)
