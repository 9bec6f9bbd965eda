"""What each kind of form can ask, and what one says of a question of each kind."""

from collections.abc import Mapping, Sequence

from capture_app.domain.vocabulary import FormPurpose, ItemKind, Scale

_WORKSHEET = (ItemKind.LINES, ItemKind.FIGURE, ItemKind.CHOICE, ItemKind.TEXT)
_ASKED = (
    *(ItemKind.CHOICE, ItemKind.SCALE, ItemKind.MULTIPLE, ItemKind.RANK, ItemKind.MATRIX),
    *(ItemKind.FIGURE, ItemKind.DATE, ItemKind.SHORT_TEXT, ItemKind.TEXT, ItemKind.NOTE, ItemKind.SECTION),
)

KINDS: Mapping[FormPurpose, Sequence[ItemKind]] = {
    FormPurpose.WORKSHEET: _WORKSHEET,
    FormPurpose.QUESTIONNAIRE: _ASKED,
    FormPurpose.WRITTEN_FEEDBACK: _ASKED,
}
"""What a question of each kind of form can ask for; the first is what a new one begins with."""

CHOSEN = (ItemKind.CHOICE, ItemKind.SCALE, ItemKind.MULTIPLE, ItemKind.RANK, ItemKind.MATRIX)
"""Kinds that are answered by choosing among options."""

COMPARED = (ItemKind.FIGURE, ItemKind.DATE)
"""Kinds whose answers are more or less than another."""

LIMITED = (*COMPARED, ItemKind.MULTIPLE, ItemKind.RANK, ItemKind.TEXT, ItemKind.SHORT_TEXT)
"""Kinds whose answers can have limits."""


def has_options(kind: ItemKind, scale: Scale) -> bool:
    """Whether one writes down what there is to choose from, or the lines a group begins with."""
    return kind in CHOSEN or (kind is ItemKind.LINES and scale is not Scale.NONE)
