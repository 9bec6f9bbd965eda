"""The themes a line can bear, as a scribe sees them, and what is doubtful about the frame."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from capture_app.domain.alike import Why, alike
from capture_app.domain.changes import Changes
from capture_app.domain.frame import in_turn, place_in_frame, shown_name
from capture_app.domain.ids import link_id, new_id
from capture_app.domain.record import RecordId
from capture_app.domain.records import LineTheme, Theme, ThemeLabel
from capture_app.domain.vocabulary import ThemeKind
from capture_app.services.done import Done
from capture_app.services.joined_themes import joined, together
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
        uses = _uses(work)
        return [replace(tag, uses=uses[tag.id]) for tag in theme_tags(work).values()]


def _uses(work: UnitOfWork) -> Counter[RecordId]:
    """How many lines bear each; one that bears two that count as one is counted once (A5)."""
    uses = Counter({theme: count for (theme,), count in work.records.tally(LineTheme, ("theme",)).items()})
    for kept in set(joined(work).values()):
        lines = work.projection.values(LineTheme, "line", theme=together(work, kept))
        uses[kept] = len({line for (line,) in lines})
    return uses


def tag(
    workspace: Workspace, line: RecordId, theme: RecordId, on: bool = True, indirect: bool = False
) -> Done[None]:
    """Put a theme on a line, or take it off. An `indirect` one was only touched on (D13).

    Where the line bears others that count as it, it is these that a person sees and changes (A5).
    """
    with workspace.unit_of_work() as work:
        fresh = LineTheme(id=link_id("LineTheme", line, theme), line=line, theme=theme)
        there = work.records.all(LineTheme, line=line, theme=together(work, theme))
        for link in there or (fresh,):
            work.records.save(replace(link, indirect=indirect, deleted=not on))
        return Done(None, work.commit())


def new_topic(workspace: Workspace, label: str) -> Done[RecordId]:
    """An emergent topic (A5); one of the same name is used again."""
    with workspace.unit_of_work() as work:
        for known in _labels(work):
            if known.text.casefold() == label.casefold():
                return Done(joined(work).get(known.theme, known.theme), Changes())
        theme = Theme(id=new_id(), theme_kind=ThemeKind.EMERGENT)
        work.records.save(theme)
        work.records.save(ThemeLabel(id=new_id(), theme=theme.id, text=label, preferred=True))
        return Done(theme.id, work.commit())


def theme_tags(work: UnitOfWork) -> dict[RecordId, ThemeTag]:
    """Every theme by id, in the order of the frame, without those that count as another."""
    counted = joined(work)
    return {theme: tag for theme, tag in every_tag(work).items() if theme not in counted}


def every_tag(work: UnitOfWork) -> dict[RecordId, ThemeTag]:
    """The same with those."""
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
    """What a person should put right about a theme.

    ticked: the ticked names where there are several, the one that is shown first. same: what others of its code are
    called. alike: what others are called that may be the same as it, a topic that came up being among them (A5).
    """

    ticked: tuple[str, ...] = ()
    same: tuple[str, ...] = ()
    alike: tuple[str, ...] = ()


def doubts(workspace: Workspace) -> Mapping[RecordId, Doubt]:
    """The themes about which something is doubtful (A2, A5). Merging two choices of a name leaves both ticked."""
    with workspace.unit_of_work() as work:
        every, labels, counted = every_tag(work), _by_theme(work), joined(work)
    kept = [tag for theme, tag in every.items() if theme not in counted]
    names = {tag.id: [one.text for one in labels.get(tag.id, ()) if one.text] for tag in kept}
    found = {
        tag.id: Doubt(
            _ticked(labels.get(tag.id, [])),
            tuple(other.words() for other in kept if other is not tag and _same_code(tag, other)),
            tuple(other.words() for other in kept if other is not tag and _alike(tag, other, names)),
        )
        for tag in kept
    }
    found |= {theme: Doubt(_ticked(labels.get(theme, []))) for theme in counted}
    return {theme: doubt for theme, doubt in found.items() if doubt != Doubt()}


def _same_code(one: ThemeTag, other: ThemeTag) -> bool:
    return bool(one.code) and one.code.strip().casefold() == other.code.strip().casefold()


def _alike(one: ThemeTag, other: ThemeTag, names: Mapping[RecordId, Sequence[str]]) -> bool:
    """Whether a topic that came up has the name of another theme, or nearly; sections and areas are told apart."""
    if ThemeKind.EMERGENT not in (one.kind, other.kind):
        return False
    likenesses = (alike(mine, its) for mine in names[one.id] for its in names[other.id])
    return any(found is not None and found.why in _SAME_NAME for found in likenesses)


_SAME_NAME = (Why.SAME_WORDS, Why.SPELT_ALIKE)
"""The ways of being alike that make one topic of two; a name within a longer one is often another topic."""


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
