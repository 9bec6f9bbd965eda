"""What a questionnaire promises those who answer it: the one place that says it, so that nothing else is ever read."""

from capture_app.domain.vocabulary import Promise
from capture_app.words import _


def promise_words(promise: Promise) -> tuple[str, str]:
    """A bold word and a sentence; nothing more than is true of a box with this promise (practice 2.10)."""
    if promise is Promise.ANONYMOUS:
        return _("Anonymous."), _("No name, no time and no order is kept.")
    return _("Confidential."), _("The project lead can see your answers, not your name.")
