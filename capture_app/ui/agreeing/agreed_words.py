"""What is said of a line of agreed minutes: when, what kind, where it comes from, what was changed there since."""

from __future__ import annotations

from capture_app.services.agreeing import AgreedLine, Agreeing, Origin
from capture_app.ui.capture.faces import kind_word
from capture_app.ui.capture.sheet_header import session_words
from capture_app.words import _, n_


def head_words(view: AgreedLine) -> str:
    """ "11:17 · Point"."""
    return " · ".join(word for word in (view.line.said_at[11:16], kind_word(view.line.line_kind)) if word)


def origin_words(view: AgreedLine) -> str:
    """ "From Noor A. 11:17 and Jo M. 11:18 · reworded"; where nothing of that can be shown any more, nothing."""
    named = [_named(one) for one in view.origins]
    if not named:
        return ""
    told = _("From {source}").format(source=named[0])
    if len(named) > 1:
        told = _("From {sources} and {last}").format(sources=", ".join(named[:-1]), last=named[-1])
    return " · ".join([told, _("reworded")]) if view.reworded else told


def changed_words(view: AgreedLine) -> tuple[str, ...]:
    """What somebody has to look at again; nothing where everything is as it was."""
    told = [
        _("{name} changed since: “{words}”").format(name=_named(one), words=one.now)
        for one in view.origins
        if one.changed
    ]
    if not view.origins or any(one.gone for one in view.origins):
        told.append(_("A line this was taken from is no longer there. Look whether these words may stay."))
    return tuple(told)


def _named(origin: Origin) -> str:
    return " ".join(word for word in (origin.taker or _("somebody"), origin.at) if word)


def facts_words(told: Agreeing) -> str:
    """The session, and how far one is."""
    lines = {line.id for stream in told.streams for line in stream.lines}
    whole = n_("{count} line", "{count} lines", len(lines))
    done = _("{done} of {lines} taken over").format(done=len(lines & told.taken), lines=whole)
    changed = sum(view.changed for view in told.lines)
    parts = [session_words(told.session), done]
    if changed:
        parts.append(n_("{count} changed since", "{count} changed since", changed))
    return " · ".join(parts)
