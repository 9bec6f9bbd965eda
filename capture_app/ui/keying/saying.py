"""What is said while forms on paper are typed up."""

from __future__ import annotations

from capture_app.domain.forms.typed_up import Doubt, Typing, typing_of
from capture_app.domain.values import Answer, Item
from capture_app.domain.vocabulary import Given, ItemKind
from capture_app.ui.keying.typed_form import Refused
from capture_app.words import _, n_

__all__ = [
    "answer_shown",
    "count_words",
    "doubt_words",
    "how_to_type",
    "legend",
    "refused_words",
    "unkept_words",
]

ENTER, BACK, SPACE = "↵", "⌫", "␣"


def legend() -> tuple[tuple[str, str, str], ...]:
    """The keys: as they look, as they are called, and what they do."""
    return (
        ("1 … 9", _("Figures"), _("the answer")),
        ("y m n", _("Y, M and N"), _("yes, maybe, no")),
        (SPACE, _("Space"), _("nothing marked")),
        ("-", _("Minus"), _("would rather not say")),
        ("+", _("Plus"), _("more than one marked")),
        ("/", _("Slash"), _("the reason of the answer just typed")),
        (ENTER, _("Enter"), _("on, and at the end away")),
        (BACK, _("Backspace"), _("back")),
    )


def refused_words(refused: Refused, typed: str) -> str:
    """Why a key did nothing, and what would."""
    return {
        Refused.NO_SUCH_ANSWER: _("“{key}” is no answer here. Nothing was changed.").format(key=typed),
        Refused.NOTHING_TYPED: _("Nothing is typed here yet. Press Space if nothing is marked on the paper."),
        Refused.MANY_ALLOWED: _("Several may be marked here. Type the number of each, then Enter."),
        Refused.FIRST: _("This is the first question. A form that was put away cannot be opened again."),
        Refused.AT_END: _(
            "This is the end of the form. Press Enter to put it away, or Backspace to go back."
        ),
        Refused.NO_REASON: _("The answer just typed takes no reason. Nothing was changed."),
    }[refused]


def unkept_words() -> str:
    """Why what was written cannot be kept, and what can."""
    return _("Type the numbers of the answers that are marked, or leave it empty. Nothing was changed.")


def doubt_words(doubt: Doubt) -> str:
    """What is told of an answer; it is kept as it stands."""
    if doubt is Doubt.NOT_ASKED:
        return _("After the answers above, this is not asked. It is kept as it stands on the paper.")
    if doubt is Doubt.AS_WRITTEN:
        return _(
            "This cannot be read as one number or day. It is kept as it stands on the paper, and not counted."
        )
    return _("This is more or less than the form allows. It is kept as it stands on the paper.")


def how_to_type(item: Item) -> str:
    """How the answer to a question is typed, where one key is not all."""
    if item.kind is ItemKind.RANK:
        return _("Type the numbers, what comes first first, then Enter.")
    if item.kind is ItemKind.MULTIPLE:
        return _("Type the number of each that is marked, then Enter.")
    if typing_of(item) is Typing.WRITTEN and item.options:
        return _("Type the number of what is marked, then Enter.")
    return ""


def answer_shown(answer: Answer) -> str:
    """What is no answer but something that is kept; empty for what is an answer."""
    if answer == Answer():
        return _("Nothing marked")
    return {
        Given.RATHER_NOT_SAY: _("Would rather not say"),
        Given.SEVERAL_MARKED: _("More than one marked"),
    }.get(answer.given, "")


def count_words(count: int, expected: int | None, *, again: bool) -> str:
    """How many forms are typed."""
    if again:
        words = n_("{count} form typed again", "{count} forms typed again", count)
    else:
        words = n_("{count} form typed", "{count} forms typed", count)
    if expected is not None and count > expected:
        return _("{words}, more than the {expected} in the pile").format(words=words, expected=expected)
    return words if expected is None else _("{words} of {expected}").format(words=words, expected=expected)
