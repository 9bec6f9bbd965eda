"""The synthesis of a session, put together from its material."""

from collections.abc import Mapping
from dataclasses import replace

from capture_app.domain.agreed import agreed_minutes, in_force, used_through
from capture_app.domain.record import RecordId
from capture_app.domain.records import Statement
from capture_app.domain.vocabulary import Focus, LineKind, Rule
from capture_app.reports.claims import claims_of, returns_of
from capture_app.reports.compared import compared_of
from capture_app.reports.contradictions import disagreements_of
from capture_app.reports.evidence import AllEvidence, evidence_of
from capture_app.reports.material import FrameNode, Material
from capture_app.reports.minuted import actions_of, incidents_of
from capture_app.reports.places import places_of
from capture_app.reports.presence import groups_of, presence_of, streams_of
from capture_app.reports.results import results_of
from capture_app.reports.synthesis import Facts, Section, StatementEntry, SynthesisDocument
from capture_app.reports.wording import session_title
from capture_app.reports.worksheets import worksheets_of
from capture_app.reports.written import written_of


def synthesis_of(material: Material) -> SynthesisDocument:
    """The synthesis of one session. Equal material gives an equal document."""
    linked = frozenset(link.evidence for link in material.links)
    counted = replace(material, lines=in_force(material.lines, material.minutes, linked))
    places = places_of(counted)
    evidence = evidence_of(counted, places)
    numbers = _numbers(material)
    used = linked | used_through(material.sources, linked)
    results = results_of(material)
    unused = [piece for key, piece in evidence.lines.items() if key not in used]
    waiting = tuple(piece for piece in unused if piece.kind is not LineKind.SCRIBE_NOTE)
    notes = len(unused) - len(waiting)
    return SynthesisDocument(
        consultation=material.consultation.title,
        stage=material.consultation.stage,
        commissioned_by=material.consultation.commissioned_by,
        invented=material.consultation.invented,
        facts=_facts(material),
        presence=presence_of(material),
        groups=groups_of(material, places),
        streams=streams_of(material, places),
        stood_back=len(material.lines) - len(counted.lines) if agreed_minutes(material.minutes) else 0,
        actions=actions_of(counted, places),
        incidents=incidents_of(counted, places),
        ruled=tuple(part.title for part in material.parts if part.rule is not Rule.OPEN),
        worksheets=worksheets_of(material, places),
        compared=compared_of(material, places),
        sections=_sections(material, evidence, numbers),
        silent=_silent(material),
        lines=len(evidence.lines) - notes,
        unused=waiting,
        notes=notes,
        own_words=evidence.own_words(),
        own_words_unused=evidence.own_words(without=linked),
        questionnaires=results,
        open_boxes=material.open_boxes,
        returns=returns_of(material),
        claims=claims_of(material, results),
        disagreements=disagreements_of(material, places_of(material), numbers),
        written=written_of(counted, places, evidence),
    )


def _facts(material: Material) -> Facts:
    session = material.session
    return Facts(
        label=session.label,
        series=session.series,
        theme_as_given=session.theme_as_given,
        date=session.date,
        mode=session.mode,
        place=session.place,
        kind=session.session_kind,
        funding_round=session.funding_round,
        parent=session_title(material.parent),
        focus=tuple(node.called for node in _focus(material, Focus.PRIMARY)),
        touched=tuple(node.called for node in _focus(material, Focus.SECONDARY)),
        counted_in_total=session.counted_in_total,
        in_appendix=session.in_appendix,
        in_analysis=session.in_analysis,
        inclusion_reason=session.inclusion_reason,
        invited=session.invited,
        accepted=session.accepted,
        declined=session.declined,
        attended=session.attended,
        experts=session.experts,
        gathered=material.gathered,
    )


def _by_theme(material: Material) -> dict[RecordId, list[Statement]]:
    """The statements of each theme, in the order of the frame; those under none, or one unknown here, last."""
    found: dict[RecordId, list[Statement]] = {}
    for theme in (*(node.id for node in material.frame), ""):
        found[theme] = []
    for statement in sorted(material.statements, key=lambda one: (one.order, one.id)):
        found[statement.theme if statement.theme in found else ""].append(statement)
    return found


def _numbers(material: Material) -> dict[RecordId, int]:
    """The number of each statement in the document."""
    ordered = [statement for those in _by_theme(material).values() for statement in those]
    return {statement.id: number for number, statement in enumerate(ordered, start=1)}


def _sections(
    material: Material, evidence: AllEvidence, numbers: Mapping[RecordId, int]
) -> tuple[Section, ...]:
    links: dict[RecordId, set[RecordId]] = {}
    for link in material.links:
        links.setdefault(link.statement, set()).add(link.evidence)
    contested = {conflict.record for conflict in material.conflicts}
    labels = {node.id: (node.code, node.label) for node in material.frame} | {"": ("", "")}

    def entry(statement: Statement) -> StatementEntry:
        linked = links.get(statement.id, set())
        return StatementEntry(
            numbers[statement.id],
            statement.text,
            evidence.behind(linked),
            missing=sum(not evidence.is_here(one) for one in linked),
            contested=statement.id in contested,
        )

    return tuple(
        Section(*labels[theme], tuple(map(entry, those)))
        for theme, those in _by_theme(material).items()
        if those
    )


def _focus(material: Material, *focus: Focus) -> list[FrameNode]:
    """The themes the session was meant to bear on in one of these ways, in the order of the frame."""
    wanted = {one.theme for one in material.focus if one.focus in focus}
    return [node for node in material.frame if node.id in wanted]


def _silent(material: Material) -> tuple[str, ...]:
    spoken = {statement.theme for statement in material.statements}
    return tuple(node.called for node in _focus(material, *Focus) if node.id not in spoken)
