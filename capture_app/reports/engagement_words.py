"""How people were engaged, in words: principles, briefings and comments. The window and the documents say it alike."""

from collections.abc import Callable, Mapping

from capture_app.domain.lead_time import days_before
from capture_app.domain.records import Commenting, Dispatch, Session
from capture_app.domain.vocabulary import Upheld, YesNo
from capture_app.reports.dated import date_told
from capture_app.words import _, n_

PRINCIPLES = ("for_real", "sensitive", "no_harm")
"""The fields of an `EngagementCheck` that say how far a principle held; what that rests on is beside each (I1)."""

_UPHELD: Mapping[Upheld, Callable[[], str]] = {
    Upheld.NOT_LOOKED_AT: lambda: _("not looked at"),
    Upheld.HELD: lambda: _("held"),
    Upheld.PARTLY: lambda: _("held in part"),
    Upheld.NOT_HELD: lambda: _("not held"),
}


def upheld_word(how: Upheld) -> str:
    """How far a principle held."""
    return _UPHELD[how]()


def principle_words() -> Mapping[str, tuple[str, str]]:
    """The three principles by their fields: a name, and what each asks, in our own words (I1)."""
    return {
        "for_real": (
            _("Not there for show"),
            _("People can change something, and are told what came of what they said."),
        ),
        "sensitive": (
            _("Sensitive to trauma"),
            _("People know what comes, choose what they say, and may stop at any time."),
        ),
        "no_harm": (
            _("No harm done"),
            _("Nobody is worse off for having taken part, during it or afterwards."),
        ),
    }


def sent_words(briefing: Dispatch, session: Session | None) -> str:
    """How long before its session a briefing was sent, that it was sent afterwards, or that it is not sent (I8)."""
    if not is_sent(briefing):
        return _("not sent")
    days = days_before(briefing.sent, session.date) if session else None
    if days is None:
        return _("sent, how long before is not known")
    if days > 0:
        return n_("sent {count} day before", "sent {count} days before", days)
    if days < 0:
        return n_("sent {count} day afterwards", "sent {count} days afterwards", -days)
    return _("sent on the day itself")


def is_sent(dispatch: Dispatch) -> bool:
    """Whether somebody wrote down when it was sent, in whatever words."""
    return bool(dispatch.sent.given.strip())


def open_words(one: Commenting) -> str:
    """How many comments nothing became of yet; empty where that cannot be told."""
    left = one.still_open
    return "" if left is None else n_("{count} comment is open.", "{count} comments are open.", left)


def contradiction_words(one: Commenting) -> str:
    """What cannot be right in the numbers; they are kept all the same (I9). Empty where nothing contradicts."""
    said = []
    if one.came is not None and one.settled > one.came:
        said.append(
            _("{settled} are accounted for, and {came} came. One of the numbers cannot be right.").format(
                settled=one.settled, came=one.came
            )
        )
    if one.came is None and one.settled:
        said.append(
            _("Something became of {settled}, and nobody counted how many came.").format(settled=one.settled)
        )
    if one.may_comment is YesNo.NO and (one.came or one.settled):
        said.append(_("Comments came from a group that could not comment."))
    if any(
        count is not None and count < 0
        for count in (one.came, one.taken_up, one.taken_in_part, one.not_taken_up)
    ):
        said.append(_("A number is below nought."))
    return " ".join(said)


def heavy_title() -> str:
    """What stands over a note on heavy content, on the screen and on paper (I11)."""
    return _("This session touches on heavy things")


def session_name(session: Session) -> str:
    """A session with its date."""
    named = ", ".join(part for part in (session.label, date_told(session.date)) if part)
    return named or _("a session without a name")
