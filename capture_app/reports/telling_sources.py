"""The chapter on what came back in writing, and on what sources say of the session."""

from collections.abc import Iterator

from capture_app.reports.blocks import Block, Cell, Heading, Prose, Row, Table, Tone
from capture_app.reports.claims import ClaimEntry, Computed
from capture_app.reports.synthesis import SynthesisDocument
from capture_app.words import _, n_


def sources_told(document: SynthesisDocument) -> Iterator[Block]:
    """What came back in writing, and what sources say of the session, beside what is computed."""
    yield Heading(_("Returns and claims"))
    if document.returns:
        count = n_("{count} return is listed", "{count} returns are listed", len(document.returns))
        yield Table(
            caption=_("Returns about this session: {count} (computed)").format(count=count),
            header=(_("From"), _("Listed under"), _("Came on")),
            rows=tuple(
                (Cell(one.listing), Cell(one.heading), Cell(one.returned_on or _("Not recorded")))
                for one in document.returns
            ),
            widths=(0.35, 0.45, 0.2),
        )
        yield Prose(_("A return is never joined to an answer of the questionnaire."), Tone.QUIET)
    else:
        yield Prose(_("No return about this session is listed."))
    if document.claims:
        yield Table(
            caption=_("What sources claim, beside what is computed"),
            header=(_("Topic"), _("Claimed"), _("Computed here"), _("Source")),
            rows=tuple(map(_claim_row, document.claims)),
            widths=(0.2, 0.14, 0.24, 0.42),
        )
    else:
        yield Prose(_("No claim about this session is recorded."))


def _claim_row(claim: ClaimEntry) -> Row:
    said = f"{claim.value} {claim.unit}".strip()
    claimed = _("about {claim}").format(claim=said) if claim.approximate else said
    computed = "\n".join(map(_computed, claim.computed)) or _("Nothing is counted under this name")
    source = ", ".join(part for part in (claim.source, claim.locator) if part)
    return Cell(claim.topic), Cell(claimed), Cell(computed), Cell(source, claim.note)


def _computed(one: Computed) -> str:
    return _("{count} of {n} (question {question})").format(count=one.count, n=one.n, question=one.question)
