"""What the synthesis of one session says, before it is a PDF or a Word document (K1).

Everything is counted here, or stands as somebody claimed it; nothing is worked out from something else of
another kind. The sentences around it are in `synthesis_text`.
"""

from dataclasses import dataclass

from capture_app.domain.expecting import Gathering
from capture_app.domain.values import DateGiven
from capture_app.domain.vocabulary import Mode, SessionKind, YesNo
from capture_app.reports.claims import ClaimEntry, Returned
from capture_app.reports.compared import Compared
from capture_app.reports.contradictions import Disagreement
from capture_app.reports.evidence import Evidence
from capture_app.reports.minuted import ActionEntry, IncidentEntry
from capture_app.reports.presence import GroupEntry, Presence, Stream
from capture_app.reports.results import QuestionnaireResult
from capture_app.reports.worksheets import Worksheet
from capture_app.reports.written import WrittenFeedback


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is recorded about the session itself (B1 to B5, A7). Texts are empty where nobody said.

    parent: the session it belongs to.
    focus: the themes it was mainly meant to bear on, as "A7 Multi-agency working"; touched: those it was to touch
    as well (B4). invited to attended: the numbers
    somebody gave, None where nobody did; none of them follows from another (B8). gathered: what is expected of it.
    """

    label: str
    series: str
    theme_as_given: str
    date: DateGiven
    mode: Mode
    place: str
    parent: str
    focus: tuple[str, ...]
    touched: tuple[str, ...]
    counted_in_total: YesNo
    in_appendix: YesNo
    in_analysis: YesNo
    inclusion_reason: str
    invited: int | None = None
    accepted: int | None = None
    declined: int | None = None
    attended: int | None = None
    experts: YesNo = YesNo.NOT_STATED
    kind: SessionKind = SessionKind.NOT_STATED
    funding_round: str = ""
    gathered: tuple[Gathering, ...] = ()


@dataclass(frozen=True, slots=True)
class StatementEntry:
    """A sentence of the synthesis; `number` counts through the document.

    missing: links to evidence that is not in this workspace. contested: two versions stand.
    """

    number: int
    text: str
    evidence: tuple[Evidence, ...]
    missing: int = 0
    contested: bool = False

    @property
    def bare(self) -> bool:
        """Whether no evidence stands behind it."""
        return not self.evidence


@dataclass(frozen=True, slots=True)
class Section:
    """A node of the frame with its statements; `code` and `label` are empty for statements under none."""

    code: str
    label: str
    statements: tuple[StatementEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SynthesisDocument:
    """The synthesis of one session, whole (K1).

    invented: the sentence to show on every page, or empty. ruled: the parts in which speakers are never
    named. silent: themes the session was meant to bear on, under which nothing is stated.
    lines: how many were written. unused: those that no statement rests on. notes: scribes' own on which none rests
    either; they are nobody's words and among neither.
    stood_back: lines of takers that do not count because there is an agreed version of the minutes (E1).
    own_words, own_words_unused: the same of answers in own words.
    open_boxes: questionnaires that are still open, of which nothing is counted. written: responses, letters and mail.
    """

    consultation: str
    stage: str
    commissioned_by: str
    invented: str
    facts: Facts
    presence: Presence
    groups: tuple[GroupEntry, ...]
    streams: tuple[Stream, ...]
    stood_back: int = 0
    actions: tuple[ActionEntry, ...] = ()
    incidents: tuple[IncidentEntry, ...] = ()
    ruled: tuple[str, ...]
    worksheets: tuple[Worksheet, ...]
    compared: Compared
    sections: tuple[Section, ...]
    silent: tuple[str, ...]
    lines: int
    unused: tuple[Evidence, ...]
    notes: int = 0
    own_words: int
    own_words_unused: int
    questionnaires: tuple[QuestionnaireResult, ...]
    open_boxes: int
    returns: tuple[Returned, ...]
    claims: tuple[ClaimEntry, ...]
    disagreements: tuple[Disagreement, ...]
    written: WrittenFeedback = WrittenFeedback()

    @property
    def statements(self) -> tuple[StatementEntry, ...]:
        """Every statement, in the order of the document."""
        return tuple(entry for section in self.sections for entry in section.statements)
