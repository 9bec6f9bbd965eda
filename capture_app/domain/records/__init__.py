"""Every kind of record, one file for each room of the field. `KINDS` is the whole list."""

from collections.abc import Mapping

from capture_app.domain.record import Record
from capture_app.domain.records.capture import Line, LineTheme, Minutes, Sheet
from capture_app.domain.records.consultation import (
    Claim,
    Consultation,
    Device,
    Objective,
    ObjectiveSet,
    Theme,
    ThemeLabel,
)
from capture_app.domain.records.people import (
    Attendance,
    Organisation,
    OrganisationLink,
    OrganisationName,
    Person,
    Return,
)
from capture_app.domain.records.questions import Box, Form
from capture_app.domain.records.session import AgendaPart, Group, Session, SessionTheme
from capture_app.domain.records.synthesis import Statement, StatementLink

RECORDS: tuple[type[Record], ...] = (
    AgendaPart,
    Attendance,
    Box,
    Claim,
    Consultation,
    Device,
    Form,
    Group,
    Line,
    LineTheme,
    Minutes,
    Objective,
    ObjectiveSet,
    Organisation,
    OrganisationLink,
    OrganisationName,
    Person,
    Return,
    Session,
    SessionTheme,
    Sheet,
    Statement,
    StatementLink,
    Theme,
    ThemeLabel,
)

KINDS: Mapping[str, type[Record]] = {record.__name__: record for record in RECORDS}

__all__ = [
    "KINDS",
    "RECORDS",
    "AgendaPart",
    "Attendance",
    "Box",
    "Claim",
    "Consultation",
    "Device",
    "Form",
    "Group",
    "Line",
    "LineTheme",
    "Minutes",
    "Objective",
    "ObjectiveSet",
    "Organisation",
    "OrganisationLink",
    "OrganisationName",
    "Person",
    "Return",
    "Session",
    "SessionTheme",
    "Sheet",
    "Statement",
    "StatementLink",
    "Theme",
    "ThemeLabel",
]
