"""What a list shows of a line besides its words: time, stance or kind, side, and the row of tags."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter

from capture_app.domain.reading_order import reading_order
from capture_app.domain.vocabulary import (
    ActionState,
    Heard,
    LineKind,
    Permission,
    Scale,
    Side,
    Stance,
    ThemeKind,
    Verdict,
)
from capture_app.services.pages import LineView
from capture_app.services.themes import ThemeTag
from capture_app.services.wording import several, verdict_versions, verdict_word
from capture_app.ui.badges import BOX, paint_badge, stance_word
from capture_app.ui.icons import KIND_ICONS, SIDE_ICONS, VERDICT_ICONS, paint_icon
from capture_app.ui.style import Look
from capture_app.ui.widgets.chip import ChipFace
from capture_app.ui.widgets.painting import advance, line_height, middle, written
from capture_app.words import _, n_

_ICON = 17


@dataclass(frozen=True, slots=True)
class MarkFace:
    """A word with the badge of a stance, an icon, or nothing before it."""

    words: str
    icon: str = ""
    badge: bool = False
    stance: Stance | None = None
    strong: bool = False


@dataclass(frozen=True, slots=True)
class LineFace:
    """All of it. `time` is None where the list shows no times; `said` is what a screen reader says of it."""

    lead: MarkFace
    side: MarkFace | None
    chips: tuple[ChipFace, ...]
    time: MarkFace | None
    said: str


FaceOf = Callable[[LineView], LineFace]
"""How one page turns a line into its face."""


def worksheet_face(
    view: LineView,
    scale: Scale = Scale.NONE,
    about: str = "",
    *,
    replaced: str = "",
    beside: tuple[str, ...] = (),
) -> LineFace:
    """Stance first: a worksheet asks where the group stood (D12). Where a verdict is asked for, that comes first.

    `about` is what a point is for or against, where that has a name (D5). `replaced` says in place of what option its
    words stand (D2). `beside`: the other wordings chosen at its question (D8).
    """
    line = view.line
    lead = _stance_face(line.stance) if scale is Scale.NONE else _verdict_face(scale, line.verdict)
    side = side_face(line.side)
    asked = (*_kind(view), *_permission(view))
    marks = (
        *asked,
        *_replaced(replaced),
        *_priority(view),
        *_stance(view, scale),
        *_dissent(view),
        *_hands(view),
        *_reference(view),
        *_chosen(beside),
        *_contested(view, scale),
    )
    chips = (*map(theme_chip, _in_order(view)), *marks)
    said = [lead.words, about, side.words if side else "", *_said_themes(view)]
    return LineFace(lead, side, chips, None, _sentences([*said, *(chip.words for chip in marks)]))


def _stance_face(stance: Stance | None) -> MarkFace:
    return MarkFace(stance_word(stance), badge=True, stance=stance, strong=stance is not None)


def _verdict_face(scale: Scale, verdict: Verdict | None) -> MarkFace:
    words = verdict_word(scale, verdict) or _("No verdict yet")
    return MarkFace(words, VERDICT_ICONS[verdict], strong=verdict is not None)


def minutes_face(view: LineView) -> LineFace:
    """Time and kind first: minutes say what happened when (E2)."""
    line = view.line
    word = kind_word(line.line_kind)
    side = side_face(line.side)
    marks = (*_permission(view), *_action(view), *_trouble(view), *_hands(view), *_contested(view))
    chips = (*map(theme_chip, _in_order(view)), *marks)
    clock = line.said_at[11:16]
    said = [clock, word, side.words if side else "", *_said_themes(view), *(chip.words for chip in marks)]
    return LineFace(
        MarkFace(word, KIND_ICONS[line.line_kind]), side, chips, MarkFace(clock), _sentences(said)
    )


def side_face(side: Side | None) -> MarkFace | None:
    """The icon and word of a side."""
    return MarkFace(side_word(side), SIDE_ICONS[side]) if side else None


def side_word(side: Side) -> str:
    """What a side is called."""
    return {Side.ROOM: _("Room"), Side.REMOTE: _("Remote"), Side.CHAT: _("Chat")}[side]


def kind_word(kind: LineKind) -> str:
    """What a kind of line is called."""
    words = {
        LineKind.POINT: _("Point"),
        LineKind.QUOTATION: _("Quotation"),
        LineKind.QUESTION: _("Question"),
        LineKind.DECISION: _("Decision"),
        LineKind.ACTION: _("Action"),
        LineKind.CONTEXT: _("Context"),
        LineKind.OBSERVATION: _("Observation"),
        LineKind.SCRIBE_NOTE: _("Scribe’s note"),
        LineKind.INCIDENT: _("Trouble"),
    }
    return words[kind]


def permission_word(permission: Permission) -> str:
    """Whether the words of a quotation may be used (E3)."""
    words = {
        Permission.NOT_ASKED: _("Permission not asked yet"),
        Permission.GIVEN: _("Permission given"),
        Permission.REFUSED: _("Permission refused"),
    }
    return words[permission]


def action_word(state: ActionState) -> str:
    """What became of an action."""
    return {
        ActionState.OPEN: _("Open"),
        ActionState.DONE: _("Done"),
        ActionState.DROPPED: _("Dropped"),
    }[state]


def trouble_words(lasted: int | None, affected: int | None) -> tuple[str, ...]:
    """How long sound or link were in trouble, and for how many; only what somebody noted."""
    minutes = n_("{count} min", "{count} min", lasted) if lasted is not None else ""
    people = n_("{count} person", "{count} people", affected) if affected is not None else ""
    return tuple(words for words in (minutes, people) if words)


def theme_chip(tag: ThemeTag) -> ChipFace:
    """A theme of the frame by its code; a topic that came up, dashed."""
    words = touched_words(tag)
    return ChipFace(words, "theme", tag.code) if tag.code else ChipFace(words, "emergent")


def touched_words(tag: ThemeTag) -> str:
    """The name of a theme, and whether the line only touches on it (D13)."""
    return _("{theme}, touched on").format(theme=tag.label) if tag.indirect else tag.label


def chosen_words(beside: tuple[str, ...]) -> str:
    """What stands below a wording that is chosen beside others."""
    others = "; ".join(_("“{words}”").format(words=one) for one in beside)
    return _("Chosen, too: {others}").format(others=others)


def spoken(view: LineView, face: LineFace, row: int, count: int) -> str:
    """A line as a screen reader says it: its text first."""
    place = _("Line {number} of {count}.").format(number=row + 1, count=count)
    return " ".join(part for part in (_stopped(view.line.text), face.said, place) if part)


def mark_size(face: MarkFace, look: Look) -> QSize:
    """The room a mark needs."""
    font = look.font(look.theme.type.secondary)
    height = max(_symbol(face, look), round(line_height(font)))
    return QSize(_offset(face, look) + round(advance(font, face.words)), height)


def paint_mark(painter: QPainter, rect: QRectF, face: MarkFace, look: Look) -> None:
    """Draw a mark into `rect`."""
    side = _symbol(face, look)
    if face.badge:
        at = middle(rect, rect.left(), side, side).topLeft()
        paint_badge(painter, QPointF(at), face.stance, look)
    elif face.icon:
        paint_icon(painter, face.icon, middle(rect, rect.left(), side, side), look.colour("text2"))
    words = rect.adjusted(_offset(face, look), 0, 0, 0)
    tint = look.colour("text" if face.strong else "text2")
    written(painter, words, face.words, look.font(look.theme.type.secondary), tint)


def _symbol(face: MarkFace, look: Look) -> int:
    return look.px(BOX if face.badge else _ICON) if face.badge or face.icon else 0


def _offset(face: MarkFace, look: Look) -> int:
    symbol = _symbol(face, look)
    return symbol + look.px(6) if symbol else 0


def _kind(view: LineView) -> tuple[ChipFace, ...]:
    """What kind of line it is, where that has no place of its own; a point is what lines are."""
    kind = view.line.line_kind
    return () if kind is LineKind.POINT else (ChipFace(kind_word(kind), "plain", icon=KIND_ICONS[kind]),)


def _replaced(words: str) -> tuple[ChipFace, ...]:
    return (ChipFace(words[:1].upper() + words[1:], "plain"),) if words else ()


def _priority(view: LineView) -> tuple[ChipFace, ...]:
    return (ChipFace(_("Matters most"), "plain", icon="star"),) if view.line.priority else ()


def _stance(view: LineView, scale: Scale) -> tuple[ChipFace, ...]:
    """Where the group stood, beside its verdict."""
    stance = view.line.stance
    return () if stance is None or scale is Scale.NONE else (ChipFace(stance_word(stance), "plain"),)


def _dissent(view: LineView) -> tuple[ChipFace, ...]:
    """When the line was read back to the group as it stands, not everybody agreed (D1)."""
    if view.line.spoken_of is not Heard.DISSENT:
        return ()
    return (ChipFace(_("Not everybody agrees"), "warn", icon="hand-palm"),)


def _reference(view: LineView) -> tuple[ChipFace, ...]:
    return (ChipFace(view.line.reference, "plain", icon="link"),) if view.line.reference else ()


def _hands(view: LineView) -> tuple[ChipFace, ...]:
    line = view.line
    if line.hands is None:
        return ()
    words = _("{hands} hands") if line.hands_of is None else _("{hands} hands of {of}")
    return (ChipFace(words.format(hands=line.hands, of=line.hands_of), "plain", icon="hand"),)


def _permission(view: LineView) -> tuple[ChipFace, ...]:
    line = view.line
    if line.line_kind is not LineKind.QUOTATION:
        return ()
    if line.permission is Permission.GIVEN:
        return (ChipFace(permission_word(line.permission), "good", icon="check"),)
    return (ChipFace(permission_word(line.permission), "warn", icon="hand"),)


def _action(view: LineView) -> tuple[ChipFace, ...]:
    """Who does it, by when, and what became of it where it is no longer open (D15)."""
    line = view.line
    if line.line_kind is not LineKind.ACTION:
        return ()
    due = _("by {date}").format(date=line.due.given) if line.due.edtf else line.due.given
    state, icon = {
        ActionState.OPEN: ("", ""),
        ActionState.DONE: (action_word(ActionState.DONE), "check"),
        ActionState.DROPPED: (action_word(ActionState.DROPPED), "minus-circle"),
    }[line.action_state]
    told = ((line.owner, "user"), (due, "calendar-blank"), (state, icon))
    return tuple(ChipFace(words, "plain", icon=name) for words, name in told if words)


def _trouble(view: LineView) -> tuple[ChipFace, ...]:
    """How long, and for how many (practice 2.6)."""
    line = view.line
    if line.line_kind is not LineKind.INCIDENT:
        return ()
    minutes, people = trouble_words(line.lasted, None), trouble_words(None, line.affected)
    told = (*((words, "clock") for words in minutes), *((words, "users") for words in people))
    return tuple(ChipFace(words, "plain", icon=name) for words, name in told)


def _chosen(beside: tuple[str, ...]) -> tuple[ChipFace, ...]:
    return (ChipFace(chosen_words(beside), "warn", icon="warning-circle"),) if beside else ()


def _contested(view: LineView, scale: Scale = Scale.NONE) -> tuple[ChipFace, ...]:
    """That several versions stand; of a decision, which, since the verdict before the line is only one of them."""
    verdicts = verdict_versions(scale, view.versions)
    words = several(verdicts) if verdicts else _("Two versions")
    return (ChipFace(words, "warn", icon="git-merge"),) if view.contested else ()


def _said_themes(view: LineView) -> list[str]:
    return [_("Theme {name}").format(name=touched_words(tag)) for tag in _in_order(view)]


def _in_order(view: LineView) -> list[ThemeTag]:
    """The themes of a line in the order of the frame: sections, areas, topics that came up."""
    kinds = list(ThemeKind)
    return sorted(
        view.themes,
        key=lambda tag: (kinds.index(tag.kind), reading_order(tag.code), reading_order(tag.label)),
    )


def _sentences(parts: list[str]) -> str:
    return " ".join(_stopped(part) for part in parts if part)


def _stopped(text: str) -> str:
    return text if not text or text.rstrip('”’")')[-1:] in (".", "?", "!", "…") else f"{text}."
