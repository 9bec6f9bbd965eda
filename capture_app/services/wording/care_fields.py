"""What people call the fields of what is kept in confidence."""

from collections.abc import Mapping

from capture_app.words import _


def of_care() -> Mapping[str, str]:
    """What is kept about people's care around a session."""
    return {
        "CareItem.basis": _("basis of contribution"),
        "CareItem.person": _("contributor"),
        "CareLeftOpen.why": _("why it was left open"),
        **_of_engagement(),
        "agreed_on": _("agreed on"),
        "debriefing": _("debriefing"),
        "debriefing_by": _("debriefing by"),
        "debriefing_on": _("debriefing on"),
        "introduction": _("introduction"),
        "introduction_by": _("introduction by"),
        "introduction_on": _("introduction on"),
        "no_story": _("told that nobody asks for their story"),
        "paper": _("which paper"),
        "papers": _("papers"),
        "papers_by": _("papers sent by"),
        "papers_on": _("papers sent on"),
        "preview": _("preview of who is coming"),
        "preview_by": _("preview sent by"),
        "preview_on": _("preview sent on"),
        "right_to_stop": _("told that they may stop at any time"),
    }


def _of_engagement() -> Mapping[str, str]:
    """What is kept of those who contribute over a longer time: involvement, contact, interviews and reports."""
    return {
        "Contact.person": _("contributor"),
        "ContributorReport.further": _("anything else"),
        "ContributorReport.person": _("contributor"),
        "Interview.person": _("contributor"),
        "Interview.promise": _("what was promised about it"),
        "contact_by": _("by whom"),
        "contact_for": _("what for"),
        "contact_on": _("on which day"),
        "felt_heard": _("whether they felt heard"),
        "interview_on": _("on which day"),
        "introduced_by": _("introduced by"),
        "kept_at": _("where the summary is kept"),
        "made_hard": _("what made it hard"),
        "reported_on": _("came on"),
        "should_change": _("what should change"),
        "summary": _("summary"),
        "tier": _("how closely involved"),
        "way": _("how it reached us"),
    }
