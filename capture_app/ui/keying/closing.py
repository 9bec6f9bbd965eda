"""What is asked before paper forms are closed: whether they were typed twice, and what becomes of what differs."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from capture_app.domain.records import Form
from capture_app.domain.second_entry import Compared
from capture_app.services.questioning import OpenBox
from capture_app.services.wording import kept_apart_words
from capture_app.ui.dialogs.question import Question
from capture_app.ui.style import Look
from capture_app.ui.widgets.label import Prose
from capture_app.words import _, n_

__all__ = ["ask_to_close"]


def ask_to_close(look: Look, form: Form, box: OpenBox, found: Compared, parent: QWidget) -> Question:
    """Whether to close for good; closing without a second entry, or before it agrees, is its own question."""
    asked, verb = _question(box, found)
    question = Question(
        look,
        asked.format(form=form.title),
        verb,
        harmless=_("Keep it open"),
        grave=True,
        parent=parent.window(),
    )
    question.add(Prose(_entry_words(box, found), look, "strong"))
    question.add(Prose(_kept_words(box), look))
    return question


def _question(box: OpenBox, found: Compared) -> tuple[str, str]:
    if box.again is None:
        return _("Close ‘{form}’ without a second entry?"), _("Close all the same")
    if found.pairs:
        return _("Close ‘{form}’ while the entries differ?"), _("Close all the same")
    return _("Close the paper forms of ‘{form}’ for good?"), _("Close for good")


def _entry_words(box: OpenBox, found: Compared) -> str:
    if box.again is None:
        return _(
            "Nobody has typed these forms a second time, so mistyped answers stay unseen. It is noted with them."
        )
    if found.pairs:
        differ = n_("{count} form still differs.", "{count} forms still differ.", len(found.pairs))
        kept = _(
            "What was typed first is kept, and it is noted that these forms were not compared to the end."
        )
        return f"{differ} {kept}"
    return _("Both entries agree. It is noted that these forms were typed twice.")


def _kept_words(box: OpenBox) -> str:
    words = n_("{count} form is in.", "{count} forms are in.", box.count)
    kept = _("Nothing can be added or changed afterwards, and it cannot be opened again.")
    apart = kept_apart_words(box.count, box.threshold)
    return " ".join(filter(None, (words, apart, kept)))
