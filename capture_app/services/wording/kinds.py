"""What people call each kind of record."""

from collections.abc import Mapping

from capture_app.words import _


def kind_words(kind: str) -> str:
    """What people call a kind of record; its own name where this version does not know it."""
    return {**_kinds(), **_of_sessions(), **_of_engagement()}.get(kind, kind)


def _kinds() -> Mapping[str, str]:
    return {
        "AgendaPart": _("Agenda part"),
        "AgendaTemplate": _("Agenda template"),
        "AnswerTheme": _("Theme of an answer"),
        "Attendance": _("Attendance"),
        "AttendanceMark": _("Mark of who is here"),
        "Ballot": _("Answer"),
        "Box": _("Questionnaire answers"),
        "CareItem": _("Care around a session"),
        "CareLeftOpen": _("Care left open"),
        "Claim": _("Reported fact"),
        "Commenting": _("Comments of a group"),
        "Consent": _("Consent"),
        "Consultation": _("Consultation"),
        "DataProtection": _("Data-protection card"),
        "Device": _("Laptop"),
        "Dispatch": _("Paper or invitation"),
        "Folding": _("Decision to fold written feedback in"),
        "Form": _("Form"),
        "GlossaryTerm": _("Glossary term"),
        "Group": _("Group"),
        "GroupWish": _("Group wish"),
        "Interest": _("Declared interest"),
        "Line": _("Line"),
        "LineSource": _("Source of an agreed line"),
        "LineTheme": _("Theme of a line"),
        "Minutes": _("Minutes"),
        "Need": _("Need"),
        "Objective": _("Objective"),
        "ObjectiveSet": _("Set of objectives"),
        "Organisation": _("Organisation"),
        "OrganisationLink": _("Link between organisations"),
        "OrganisationName": _("Name of an organisation"),
        "PartRun": _("Time of a part"),
        "Party": _("Party"),
        "Payment": _("Payment"),
        "Person": _("Person"),
        "Picture": _("Picture"),
        "Response": _("Written response"),
        "Return": _("Returned questionnaire"),
        "SetAside": _("Line set aside as sensitive"),
        "Sheet": _("Worksheet"),
        "Statement": _("Statement"),
        "StatementLink": _("Evidence of a statement"),
        "Theme": _("Theme"),
        "ThemeLabel": _("Name of a theme"),
        "ToldResult": _("What was told of a question"),
    }


def _of_sessions() -> Mapping[str, str]:
    return {
        "EngagementCheck": _("Look at the principles of engagement"),
        "Expectation": _("What is expected of a session"),
        "Observation": _("Observer’s notes"),
        "Session": _("Session"),
        "SessionClosing": _("Closing of a session"),
        "SessionRole": _("Role in a session"),
        "SessionTheme": _("Theme of a session"),
        "TeamDebrief": _("Team’s debrief"),
    }


def _of_engagement() -> Mapping[str, str]:
    """What is kept in confidence of those who contribute over a longer time."""
    return {
        "Contact": _("Contact"),
        "ContributorReport": _("Contributor’s report"),
        "Interview": _("Interview"),
        "Involvement": _("Involvement"),
    }
