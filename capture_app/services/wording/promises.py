"""What a questionnaire promises those who answer it: the one place that says it, so that nothing else is ever read."""

from capture_app.domain.vocabulary import Promise
from capture_app.words import _


def promise_words(promise: Promise) -> tuple[str, str]:
    """A bold word and a sentence; nothing more than is true of a box with this promise (practice 2.10)."""
    if promise is Promise.ANONYMOUS:
        return _("Anonymous."), _("No name, no time and no order is kept.")
    return _("Confidential."), _("The project lead can see your answers, not your name.")


def kept_apart_words(count: int, threshold: int) -> str:
    """How few answers are kept once their box is closed; empty where they are enough to be kept whole."""
    if count >= threshold:
        return ""
    return _(
        "With fewer than {threshold}, the answers are kept question by question, "
        "so that nobody’s can be put together."
    ).format(threshold=threshold)
