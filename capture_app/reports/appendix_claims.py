"""What sources say, side by side, beside what is computed here under the same name, and how somebody judged it.

A claim is never changed and never settles anything (C9, X1 to X33). What is computed is set beside it where the
claim's topic is the name of a number of ours: "partnership workshops held", "written responses".
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from capture_app.domain.reading_order import Place, reading_order
from capture_app.domain.record import RecordId
from capture_app.domain.records import Claim
from capture_app.domain.vocabulary import ClaimCheck, YesNo
from capture_app.reports.appendix import Workshop, in_appendix
from capture_app.reports.appendix_material import WholeMaterial
from capture_app.reports.appendix_totals import areas_covered, series_of, total_headcount
from capture_app.reports.results import questionnaires_of
from capture_app.reports.wording import date_words
from capture_app.words import _, n_

Computed = Mapping[tuple[RecordId, str], str]
"""What is computed, by the record it is about and the name it goes by, in small letters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One claim. `about` is empty for one on the whole consultation; `computed` where nothing is counted."""

    about: str
    topic: str
    claimed: str
    source: str
    note: str
    computed: str
    check: ClaimCheck


@dataclass(frozen=True, slots=True)
class Topic:
    """All that is claimed about one thing; `differs` where sources say different things."""

    claims: tuple[Said, ...]
    differs: bool


def topics_of(material: WholeMaterial, workshops: Sequence[Workshop]) -> tuple[Topic, ...]:
    """The claims by what they are about; those on the whole consultation first, each list by topic."""
    computed = computed_of(material, workshops)
    found: dict[tuple[bool, Place, Place, RecordId], list[Claim]] = {}
    for claim in material.claims:
        about = _about(material, claim)
        place = (bool(about), reading_order(about), reading_order(claim.topic), claim.about)
        found.setdefault(place, []).append(claim)
    return tuple(_topic(material, claims, computed) for _key, claims in sorted(found.items()))


def computed_of(material: WholeMaterial, workshops: Sequence[Workshop]) -> Computed:
    """Every number of ours that a claim can be set beside."""
    whole = material.consultation.id
    about_all = {**_sessions(material, workshops), **_material(material, workshops)}
    return {
        **{(whole, name.casefold()): value for name, value in about_all.items()},
        **{(one.id, _("date")): date_words(one.date) for one in material.sessions if date_words(one.date)},
    }


def _sessions(material: WholeMaterial, workshops: Sequence[Workshop]) -> Mapping[str, str]:
    found = {}
    for series in series_of(workshops):
        own = [one for one in workshops if one.session.series == series]
        held = n_("{count} session", "{count} sessions", len(own))
        said = _("{sessions}, {count} in the appendix")
        found[_("{series} workshops held").format(series=series)] = said.format(
            sessions=held, count=sum(map(in_appendix, own))
        )
        covered, areas = areas_covered(material, series)
        name = _("key areas the {series} workshops were split between").format(series=series)
        found[name] = _("{count} of {of}").format(count=covered, of=areas)
    total = sum(one.session.counted_in_total is YesNo.YES for one in workshops)
    said = _("{total} counted in the total, {listed} in the appendix, {all} in all")
    found[_("workshops held")] = said.format(
        total=total, listed=sum(map(in_appendix, workshops)), all=len(workshops)
    )
    return found


def _material(material: WholeMaterial, workshops: Sequence[Workshop]) -> Mapping[str, str]:
    here = [one for one in workshops if in_appendix(one)]
    bodies = {one.organisation or one.listing for one in material.returns}
    returns = _("{returns} from {organisations}").format(
        returns=n_("{count} return", "{count} returns", len(material.returns)),
        organisations=n_("{count} organisation", "{count} organisations", len(bodies)),
    )
    asked = {box.session for box in material.boxes}
    found = {
        _("responses"): _(
            "{heads} attendances, {entries} listed entries and {returns}; never added up"
        ).format(heads=total_headcount(here), entries=sum(len(one.entries) for one in here), returns=returns),
        _("written responses"): returns,
        _("survey held"): _(
            "{count} of {of} workshops in the appendix have a closed questionnaire here"
        ).format(count=sum(one.session.id in asked for one in here), of=len(here)),
    }
    sets = [
        _("{count} in “{title}”").format(
            count=sum(one.objective_set == each.id for one in material.objectives), title=each.title
        )
        for each in material.objective_sets
    ]
    if sets:
        found[_("number of objectives")] = "; ".join(sets)
    for call in material.calls:
        found[_("written call published")] = date_words(call.sent) or call.sent.given
    return found


def _topic(material: WholeMaterial, claims: Sequence[Claim], computed: Computed) -> Topic:
    counted = _counted(material, claims[0].about)
    return Topic(tuple(_said(material, claim, computed, counted) for claim in claims), _differ(claims))


def _differ(claims: Sequence[Claim]) -> bool:
    """Whether two claims say different things: of one unit, or in two places.

    Several units in one place are the parts of one answer: nine yes, four maybe, one no.
    """
    said = {(one.value.casefold(), one.unit.casefold()) for one in claims}
    places = {(one.source, one.locator) for one in claims}
    units = {one.unit.casefold() for one in claims}
    return len(said) > 1 and (len(places) > 1 or len(units) < len(said))


def _said(material: WholeMaterial, claim: Claim, computed: Computed, counted: Mapping[str, str]) -> Said:
    words = f"{claim.value} {claim.unit}".strip()
    about = claim.about or material.consultation.id
    named = computed.get((about, claim.topic.casefold())) or counted.get(claim.unit.casefold())
    return Said(
        about=_about(material, claim),
        topic=claim.topic,
        claimed=_("about {claim}").format(claim=words) if claim.approximate else words,
        source=", ".join(part for part in (claim.source, claim.locator) if part),
        note=claim.note,
        computed=named or material.beside.get(claim.id, ""),
        check=claim.check,
    )


def _counted(material: WholeMaterial, session: RecordId) -> Mapping[str, str]:
    """What was counted in the questionnaires of a session under each option's name."""
    boxes = tuple(box for box in material.boxes if box.session == session)
    found: dict[str, str] = {}
    for result in questionnaires_of(boxes, material.forms) if boxes else ():
        for question in result.questions:
            for option in question.counted.counts:
                said = _("{count} of {n} (question {question})").format(
                    count=option.count, n=question.counted.n, question=question.number
                )
                known = found.get(option.label.casefold())
                found[option.label.casefold()] = f"{known}\n{said}" if known else said
    return found


def _about(material: WholeMaterial, claim: Claim) -> str:
    """What the record is called that a claim speaks of; empty for the whole consultation."""
    if claim.about == material.consultation.id:
        return ""
    return material.subjects.get(claim.about, "")
