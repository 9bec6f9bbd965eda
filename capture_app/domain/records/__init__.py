"""Every kind of record, one file for each room of the field. `KINDS` is the whole list."""

from collections.abc import Mapping

from capture_app.domain.record import Record
from capture_app.domain.records.capture import Line, LineTheme, Minutes, Sheet
from capture_app.domain.records.care import GroupWish, Need, Payment
from capture_app.domain.records.consultation import (
    Claim,
    Consultation,
    Device,
    Objective,
    ObjectiveSet,
    Theme,
    ThemeLabel,
)
from capture_app.domain.records.governance import DataProtection, Dispatch, GlossaryTerm, Interest, Party
from capture_app.domain.records.people import (
    Attendance,
    AttendanceMark,
    Consent,
    Organisation,
    OrganisationLink,
    OrganisationName,
    Person,
    Return,
    SessionRole,
)
from capture_app.domain.records.questions import Box, Form
from capture_app.domain.records.session import (
    AgendaPart,
    AgendaTemplate,
    Group,
    PartRun,
    Session,
    SessionTheme,
)
from capture_app.domain.records.synthesis import Statement, StatementLink

RECORDS: tuple[type[Record], ...] = (
    AgendaPart,
    AgendaTemplate,
    Attendance,
    AttendanceMark,
    Box,
    Claim,
    Consent,
    Consultation,
    DataProtection,
    Device,
    Dispatch,
    Form,
    GlossaryTerm,
    Group,
    GroupWish,
    Interest,
    Line,
    LineTheme,
    Minutes,
    Need,
    Objective,
    ObjectiveSet,
    Organisation,
    OrganisationLink,
    OrganisationName,
    PartRun,
    Party,
    Payment,
    Person,
    Return,
    Session,
    SessionRole,
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
    "AgendaTemplate",
    "Attendance",
    "AttendanceMark",
    "Box",
    "Claim",
    "Consent",
    "Consultation",
    "DataProtection",
    "Device",
    "Dispatch",
    "Form",
    "GlossaryTerm",
    "Group",
    "GroupWish",
    "Interest",
    "Line",
    "LineTheme",
    "Minutes",
    "Need",
    "Objective",
    "ObjectiveSet",
    "Organisation",
    "OrganisationLink",
    "OrganisationName",
    "PartRun",
    "Party",
    "Payment",
    "Person",
    "Return",
    "Session",
    "SessionRole",
    "SessionTheme",
    "Sheet",
    "Statement",
    "StatementLink",
    "Theme",
    "ThemeLabel",
]
