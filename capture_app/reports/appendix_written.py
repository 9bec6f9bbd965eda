"""Written feedback in the summary of workshops: how much came about which, and what was folded in (G3, G4)."""

from collections.abc import Iterator, Sequence

from capture_app.domain.records import Response
from capture_app.domain.vocabulary_written import AlsoThere
from capture_app.reports.appendix import Workshop
from capture_app.reports.appendix_material import WholeMaterial
from capture_app.reports.blocks import Block, Cell, Heading, Prose, Row, Table, Tone
from capture_app.reports.respondents import confidential_words, twice_words
from capture_app.reports.written import decided_of
from capture_app.words import _


def feedback_told(material: WholeMaterial, workshops: Sequence[Workshop]) -> Iterator[Block]:
    """How many wrote about which session, nobody of them named; nothing where nobody did and nothing was decided."""
    if not material.responses and not material.foldings:
        return
    names = {one.session.id: one.name for one in workshops}
    yield Heading(_("Written feedback"))
    yield Prose(confidential_words(), Tone.QUIET)
    if material.responses:
        yield _counts(material.responses, names)
    if warning := twice_words(material.responses):
        yield Prose(warning, Tone.WARN)
    if material.foldings:
        yield Prose(
            _(
                "Folded in: told together with the session’s own material, as too few to be looked at alone. Where "
                "each line came from stays told."
            )
        )
        yield Table(
            caption=_("Written feedback that was folded in, as decided"),
            header=(_("Session"), _("Why"), _("Decided on"), _("By")),
            rows=tuple(
                (
                    Cell(names.get(one.session, _("All sessions"))),
                    *(
                        Cell(words or _("Not recorded"))
                        for words in (decided.reason, decided.day, decided.by)
                    ),
                )
                for one in material.foldings
                for decided in (decided_of(one),)
            ),
            widths=(0.2, 0.42, 0.18, 0.2),
            short=_("Folded in"),
        )
    elif material.responses:
        yield Prose(_("None of it was folded in: it is told by itself in the synthesis of its session."))


def _counts(responses: Sequence[Response], names: dict[str, str]) -> Table:
    filed = [*(one for one in names if any(each.session == one for each in responses))]
    rows = [_row(names[session], [one for one in responses if one.session == session]) for session in filed]
    if elsewhere := [one for one in responses if one.session not in names]:
        rows.append(_row(_("Filed under no session"), elsewhere))
    return Table(
        caption=_("Responses by the session they are filed under (computed)"),
        header=(_("Session"), _("Responses"), _("Also there"), _("Not there"), _("Nobody knows")),
        rows=tuple(rows),
        widths=(0.4, 0.15, 0.15, 0.15, 0.15),
        numbers=frozenset({1, 2, 3, 4}),
        short=_("Written feedback"),
    )


def _row(name: str, responses: Sequence[Response]) -> Row:
    there = [one.attended for one in responses]
    ways = (AlsoThere.YES, AlsoThere.NO, AlsoThere.NOT_KNOWN)
    return (Cell(name), Cell(str(len(responses))), *(Cell(str(there.count(way))) for way in ways))
