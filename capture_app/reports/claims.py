"""What sources say about a session, beside what is computed; and who gave something back about it."""

from collections.abc import Iterable
from dataclasses import dataclass

from capture_app.domain.reading_order import Place, reading_order
from capture_app.domain.records import Claim
from capture_app.reports.material import Material
from capture_app.reports.results import QuestionnaireResult


@dataclass(frozen=True, slots=True)
class Computed:
    """What this document counts itself under the name a claim uses: `count` of `n` answers to a question."""

    question: int
    count: int
    n: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimEntry:
    """What a source says about the session, kept beside what is computed and never instead of it (C9, X1)."""

    topic: str
    value: str
    unit: str
    approximate: bool
    source: str
    locator: str
    note: str
    computed: tuple[Computed, ...]


@dataclass(frozen=True, slots=True)
class Returned:
    """A body that gave something back about the session, never joined to any answer (F5)."""

    listing: str
    heading: str
    returned_on: str


def claims_of(material: Material, results: Iterable[QuestionnaireResult]) -> tuple[ClaimEntry, ...]:
    """The claims about a session by topic; those on the options of a question in the order of the options."""
    counted = _counted(results)
    place = {label: number for number, label in enumerate(counted)}

    def order(claim: Claim) -> tuple[Place, int, Place, str]:
        at = place.get(claim.unit.casefold(), len(place))
        return reading_order(claim.topic), at, reading_order(claim.value), claim.id

    return tuple(
        _entry(claim, counted.get(claim.unit.casefold(), ())) for claim in sorted(material.claims, key=order)
    )


def returns_of(material: Material) -> tuple[Returned, ...]:
    """What came back about a session."""
    return tuple(Returned(one.listing, one.heading, one.returned_on) for one in material.returns)


def _entry(claim: Claim, computed: tuple[Computed, ...]) -> ClaimEntry:
    return ClaimEntry(
        topic=claim.topic,
        value=claim.value,
        unit=claim.unit,
        approximate=claim.approximate,
        source=claim.source,
        locator=claim.locator,
        note=claim.note,
        computed=computed,
    )


def _counted(results: Iterable[QuestionnaireResult]) -> dict[str, tuple[Computed, ...]]:
    """What was counted under each option's name. A claim counted in that name ("yes") is set beside it."""
    found: dict[str, tuple[Computed, ...]] = {}
    for result in results:
        for question in result.questions:
            for option in question.counted.counts:
                one = Computed(question.number, option.count, question.counted.n)
                found[option.label.casefold()] = (*found.get(option.label.casefold(), ()), one)
    return found
