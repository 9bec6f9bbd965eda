"""The closed lists of the field: stances, sides, kinds of line, and what else has a fixed set of names.

The values are what stands in workspaces and bundles, so they never change; the words shown to people
are in the window and the reports, where they can be translated.
"""

from enum import StrEnum


class Role(StrEnum):
    """Who writes on a laptop (requirement C1)."""

    LEAD = "lead"
    FACILITATOR = "facilitator"
    SCRIBE = "scribe"
    OBSERVER = "observer"


class Mode(StrEnum):
    """How people met; the report leaves it out for six workshops, so it can be not stated (B2, X8)."""

    ONLINE = "online"
    IN_PERSON = "in_person"
    HYBRID = "hybrid"
    NOT_STATED = "not_stated"


class SessionKind(StrEnum):
    """What a session was for, apart from the series it belongs to (B1)."""

    WORKSHOP = "workshop"
    EVENT = "event"
    REVIEW = "review"
    INTRODUCTION = "introduction"
    DEBRIEF = "debrief"
    INTERVIEW = "interview"
    SCOPING = "scoping"
    MEETING = "meeting"
    NOT_STATED = "not_stated"


class Nation(StrEnum):
    """To which part of the United Kingdom something belongs (A6)."""

    ENGLAND = "england"
    WALES = "wales"
    SCOTLAND = "scotland"
    NORTHERN_IRELAND = "northern_ireland"
    WHOLE_UK = "whole_uk"
    ELSEWHERE = "elsewhere"
    NOT_STATED = "not_stated"


class YesNo(StrEnum):
    """A fact that may be left open by the source."""

    YES = "yes"
    NO = "no"
    NOT_STATED = "not_stated"


class Precision(StrEnum):
    """How exact a date is as it was given (B3, X5)."""

    DAY = "day"
    MONTH = "month"
    RANGE = "range"
    YEAR_UNKNOWN = "year_unknown"
    UNKNOWN = "unknown"


class Rule(StrEnum):
    """The attribution rule of an agenda part (practice 2.5)."""

    OPEN = "open"
    CHATHAM_HOUSE = "chatham_house"
    CONFIDENTIAL = "confidential"


class Side(StrEnum):
    """Where a contribution came from (practice 2.6)."""

    ROOM = "room"
    REMOTE = "remote"
    CHAT = "chat"


class GroupMode(StrEnum):
    """Where the members of a breakout group sit."""

    ROOM = "room"
    REMOTE = "remote"
    MIXED = "mixed"
    NOT_STATED = "not_stated"


class Stance(StrEnum):
    """How a group stood to a point (D12). Nobody objecting is not agreement."""

    AGREED = "agreed"
    MOSTLY = "mostly"
    MIXED = "mixed"
    DISAGREED = "disagreed"
    RAISED_BY_ONE = "raised_by_one"
    NO_OBJECTION = "no_objection"
    QUESTION = "question"


class LineKind(StrEnum):
    """What a line is (E2, E3, practice 2.7). A scribe's note is never a participant's view, nor is an incident.

    An incident is trouble with sound, picture or the link (practice 2.6).
    """

    POINT = "point"
    QUOTATION = "quotation"
    QUESTION = "question"
    DECISION = "decision"
    ACTION = "action"
    CONTEXT = "context"
    OBSERVATION = "observation"
    SCRIBE_NOTE = "scribe_note"
    INCIDENT = "incident"


class ActionState(StrEnum):
    """What became of an action that was agreed (D15)."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


class Agreement(StrEnum):
    """How far minutes are that several takers' streams were brought together in (E1)."""

    IN_HAND = "in_hand"
    AGREED = "agreed"


class Permission(StrEnum):
    """Whether the words of a quotation may be used (E3)."""

    NOT_ASKED = "not_asked"
    GIVEN = "given"
    REFUSED = "refused"


class Attribution(StrEnum):
    """How far a line may be traced to whoever said it (E2)."""

    NONE = "none"
    PARTICIPANT = "participant"
    ORGANISATION = "organisation"
    PERSON = "person"


class ThemeKind(StrEnum):
    """A node of the analysis frame (A2 to A5)."""

    SECTION = "section"
    AREA = "area"
    EMERGENT = "emergent"


class Focus(StrEnum):
    """How a session bears on a theme (B4)."""

    PRIMARY = "primary"
    SECONDARY = "secondary"


class Grain(StrEnum):
    """The three grains of attendance; none is ever worked out from another (C3)."""

    CATEGORY = "category"
    ORGANISATION = "organisation"
    PERSON = "person"


class Presence(StrEnum):
    """Whether somebody who is on the list of a session is there (C3)."""

    EXPECTED = "expected"
    HERE = "here"
    LEFT = "left"


class Capacity(StrEnum):
    """Whether somebody came to take part or to run and watch the session; the two are never added up (X27)."""

    PARTICIPANT = "participant"
    STAFF = "staff"
    OBSERVER = "observer"
    NOT_STATED = "not_stated"


class Listing(StrEnum):
    """How somebody wishes to stand on lists that others see (C6)."""

    BY_NAME = "by_name"
    ORGANISATION_ONLY = "organisation_only"
    NOT_LISTED = "not_listed"
    NOT_ASKED = "not_asked"


class ConsentCover(StrEnum):
    """What a consent covers; each is asked for and given by itself."""

    QUOTATIONS = "quotations"
    PHOTOGRAPHS = "photographs"
    EVALUATOR = "evaluator"


class ConsentState(StrEnum):
    """What somebody said when asked for their consent."""

    GIVEN = "given"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    NOT_ASKED = "not_asked"


class DispatchKind(StrEnum):
    """What was sent out: a paper, an invitation to a session, or a public call for feedback (A8, G1)."""

    PAPER = "paper"
    INVITATION = "invitation"
    CALL = "call"


class ClaimCheck(StrEnum):
    """How a reported fact stands to what the records give, as a person judged it (C9, X21)."""

    NOT_CHECKED = "not_checked"
    AGREES = "agrees"
    DIFFERS = "differs"
    CANNOT_BE_REBUILT = "cannot_be_rebuilt"


class OrganisationRelation(StrEnum):
    """How one organisation stands to another (C5). Kept apart: somebody looked at two alike names, and they are two."""

    PART_OF = "part_of"
    LISTED_WITH = "listed_with"
    KEPT_APART = "kept_apart"


class FormPurpose(StrEnum):
    """What a form is for."""

    WORKSHEET = "worksheet"
    QUESTIONNAIRE = "questionnaire"
    WRITTEN_FEEDBACK = "written_feedback"


class ItemKind(StrEnum):
    """What a form's item asks for (F2, practice 2.8); a note and a section are read and ask nothing.

    A scale is a choice whose options are points in their order, of which the ends have words.
    """

    LINES = "lines"
    FIGURE = "figure"
    CHOICE = "choice"
    TEXT = "text"
    SCALE = "scale"
    MULTIPLE = "multiple"
    RANK = "rank"
    MATRIX = "matrix"
    DATE = "date"
    SHORT_TEXT = "short_text"
    NOTE = "note"
    SECTION = "section"


class When(StrEnum):
    """What the answer to an earlier question must be for another one to be asked (F2)."""

    ANY_OF = "any_of"
    NONE_OF = "none_of"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    ANSWERED = "answered"
    NOT_ANSWERED = "not_answered"


class Scale(StrEnum):
    """What a group is asked to decide about each line of a question (D2, D3, D5, D6, D8).

    Which words the four verdicts have follows from it: a list to go through, things to take over, criteria, what
    speaks for something and against it, wordings to choose from.
    """

    NONE = "none"
    REVIEW = "review"
    ADOPTION = "adoption"
    CRITERIA = "criteria"
    WEIGHING = "weighing"
    WORDING = "wording"


class Verdict(StrEnum):
    """What a group decided about a line. "Changed" is yes, but not as it stands: amended, adapted, on a condition."""

    YES = "yes"
    CHANGED = "changed"
    NO = "no"
    UNSURE = "unsure"


class About(StrEnum):
    """Whether an item feeds the synthesis or the next workshop (F1)."""

    CONTENT = "content"
    PROCESS = "process"


class SheetState(StrEnum):
    """How far a group's worksheet is (D1)."""

    OPEN = "open"
    READ_BACK = "read_back"
    CLOSED = "closed"


class Heard(StrEnum):
    """What a group said of a line that was read back to it (D1)."""

    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    DISSENT = "dissent"


class Given(StrEnum):
    """Whether an item was answered; a refusal, a blank and an item nobody reached differ (D14, F2).

    Not asked: the question was passed over because of another answer, and so it is no blank. Several marked: on paper
    more than one answer is marked where one is allowed; which was meant nobody knows, and none of them is kept.
    """

    ANSWERED = "answered"
    RATHER_NOT_SAY = "rather_not_say"
    NOT_DISCUSSED = "not_discussed"
    NOT_ASKED = "not_asked"
    SEVERAL_MARKED = "several_marked"


class Certainty(StrEnum):
    """How sure a figure is (D9)."""

    EXACT = "exact"
    ESTIMATE = "estimate"
    HEARSAY = "hearsay"
    NOT_STATED = "not_stated"


class Promise(StrEnum):
    """What respondents were promised (F4, practice 2.10)."""

    ANONYMOUS = "anonymous"
    CONFIDENTIAL = "confidential"


class WayIn(StrEnum):
    """How an answer reached the box (F6)."""

    KIOSK = "kiosk"
    PAPER = "paper"
    FILE = "file"


class Keyed(StrEnum):
    """How often paper forms were typed up: only what was typed twice has been compared (F6)."""

    NOT_KEYED = "not_keyed"
    ONCE = "once"
    TWICE = "twice"


class Upheld(StrEnum):
    """How far a principle of engagement held, as a person judged it (I1)."""

    NOT_LOOKED_AT = "not_looked_at"
    HELD = "upheld"
    PARTLY = "partly"
    NOT_HELD = "not_upheld"
