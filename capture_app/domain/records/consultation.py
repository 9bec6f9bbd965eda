"""The project, its frame, and what has been reported about it."""

from dataclasses import dataclass

from capture_app.domain.gathered import Gathered
from capture_app.domain.record import Record, RecordId, searchable
from capture_app.domain.vocabulary import ClaimCheck, ThemeKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Consultation(Record):
    """The project itself: title, stage and who commissioned it (A1; report p. 8, "Introduction").

    `invented` is the sentence to show wherever text of this consultation is invented, as in the example.
    """

    title: str = searchable()
    stage: str = ""
    commissioned_by: str = ""
    threshold: int = 5
    """Fewest expected answers for which a questionnaire may be called anonymous (practice 2.9, 2.10)."""
    fewest_told: int = 5
    """A count below it is not told in public, nor one that would give it away (practice 2.9)."""
    invented: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation(Record):
    """Something is expected of the sessions of a series, or of all where `series` is empty (E5; report p. 15).

    Of what no record names, nobody has said anything. Of what one does, it is not expected of any other series.
    """

    consultation: RecordId = ""
    what: Gathered = Gathered.WORKSHEET
    series: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectiveSet(Record):
    """One version of what the consultation set out to find; sources disagree, so there are several (A4)."""

    title: str = searchable()
    source: str = ""
    locator: str = ""
    order: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective(Record):
    """One objective or key question of a set (A4; report pp. 8 and 11)."""

    objective_set: RecordId = ""
    text: str = searchable()
    order: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme(Record):
    """A node of the analysis frame: section, key area or emergent topic (A2, A3, A5; report p. 9).

    `code` is what a scribe types ("S1", "A5"). What it is called stands in `ThemeLabel` records, because
    sources call it differently (X12 to X14). `joined_into` is the theme it is the same as, where two were begun:
    whatever names this one is shown and counted with that one, and nothing of it is written anew (A5).
    """

    theme_kind: ThemeKind = ThemeKind.EMERGENT
    code: str = ""
    order: str = ""
    joined_into: RecordId = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeLabel(Record):
    """One wording of a theme's name, with where it stands; the preferred one is shown (X12 to X14)."""

    theme: RecordId = ""
    text: str = searchable()
    source: str = ""
    locator: str = ""
    preferred: bool = False
    order: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Record):
    """A fact as a source reports it, kept beside what the data computes and never instead of it (C9, X1).

    `about` is the record it speaks of, `topic` what it says of it ("sessions held", "people reached"),
    `value` its words or number as given, `unit` what is counted. `check` is what somebody found on comparing
    it with the records; the claim itself stays as it is.
    """

    about: RecordId = ""
    topic: str = searchable()
    value: str = searchable()
    unit: str = ""
    approximate: bool = False
    source: str = ""
    locator: str = ""
    note: str = searchable()
    check: ClaimCheck = ClaimCheck.NOT_CHECKED


@dataclass(frozen=True, slots=True, kw_only=True)
class Device(Record):
    """A laptop the lead made a pack for: its label, who holds it, and the key it signs with.

    Shown beside what it recorded. What a key may sign is decided by the lead's own list, never by this.
    """

    label: str = ""
    holder: str = ""
    role: str = ""
    signing_key: str = ""
    session: RecordId = ""
    group: RecordId = ""
