"""The synthesis as a document: which chapters it has, and what stands at a glance on its first page."""

from collections.abc import Iterable, Iterator

from capture_app.reports.blocks import Block, Bullets, Cell, Heading, Prose, Report, Table, Tone
from capture_app.reports.compared import compared_told
from capture_app.reports.contradictions import Disagreement
from capture_app.reports.dated import day_told
from capture_app.reports.names import mode_word
from capture_app.reports.places import BETWEEN
from capture_app.reports.synthesis import SynthesisDocument
from capture_app.reports.telling_evidence import evidence_table, statements_told
from capture_app.reports.telling_minutes import actions_told, incidents_told
from capture_app.reports.telling_results import questionnaires_told
from capture_app.reports.telling_session import groups_told, presence_told, session_told
from capture_app.reports.telling_sources import sources_told
from capture_app.reports.telling_written import double_told, written_told
from capture_app.reports.written import WrittenFeedback
from capture_app.words import _, n_


def report_of(document: SynthesisDocument) -> Report:
    """The synthesis of one session, told."""
    facts = document.facts
    return Report(
        title=_("Synthesis of {session}").format(session=facts.label or _("a session without a name")),
        above=_joined(document.consultation, document.stage),
        below=_joined(day_told(facts.date), _mode(document), _series(document)),
        every_page=document.invented,
        blocks=(
            *_glance(document),
            *session_told(document),
            *presence_told(document.presence),
            *double_told(document.written),
            *groups_told(document),
            *compared_told(document.compared),
            *actions_told(document),
            *incidents_told(document),
            *statements_told(document),
            *questionnaires_told(document),
            *written_told(document.written),
            *sources_told(document),
            *_open(document),
        ),
    )


def _mode(document: SynthesisDocument) -> str:
    """How people met, for the title: that it is not stated is said as well (B2)."""
    return _("mode: {mode}").format(mode=mode_word(document.facts.mode).lower())


def _series(document: SynthesisDocument) -> str:
    series = document.facts.series
    return _("series: {series}").format(series=series) if series else ""


def _joined(*parts: str) -> str:
    return BETWEEN.join(part for part in parts if part)


def _glance(document: SynthesisDocument) -> Iterator[Block]:
    yield Heading(_("At a glance"))
    yield Bullets(tuple(_sentences(document)))
    yield Prose(
        _(
            "“Computed” means counted from the records of this workspace; “claimed” means that a source says so. "
            "Who said what does not stand in this document."
        ),
        Tone.QUIET,
    )


def _sentences(document: SynthesisDocument) -> Iterator[str]:
    yield _statements_sentence(document)
    yield _lines_sentence(document)
    yield from _written_sentences(document.written)
    for result in document.questionnaires:
        yield _answers_sentence(result.title, result.count, result.expected)
    if not document.questionnaires:
        yield _("No closed questionnaire is in this workspace.")
    if document.own_words:
        yield _("{count} (computed); {unused} not behind a statement.").format(
            count=n_("{count} answer in own words", "{count} answers in own words", document.own_words),
            unused=document.own_words_unused,
        )
    yield _versions_sentence(document.disagreements)


def _statements_sentence(document: SynthesisDocument) -> str:
    if not document.statements:
        return _("No statement has been written yet.")
    bare = sum(entry.bare for entry in document.statements)
    return _("{count} (computed): {based} with evidence, {bare} without.").format(
        count=n_("{count} statement", "{count} statements", len(document.statements)),
        based=len(document.statements) - bare,
        bare=bare,
    )


def _lines_sentence(document: SynthesisDocument) -> str:
    if not document.lines:
        none = _("No line of a worksheet or of minutes is in this workspace.")
        return " ".join([none, *_notes_sentence(document)])
    told = _(
        "{count} of worksheets and minutes (computed): {used} behind a statement, {unused} not used yet."
    ).format(
        count=n_("{count} line", "{count} lines", document.lines),
        used=document.lines - len(document.unused),
        unused=len(document.unused),
    )
    return " ".join([told, *_notes_sentence(document)])


def _written_sentences(written: WrittenFeedback) -> Iterator[str]:
    """How much came in writing, whether it is among the lines told before, and whether it was folded in (G4)."""
    if not written.responses:
        return
    responses = n_("{count} written response", "{count} written responses", len(written.responses))
    if written.folded:
        yield _("{responses} (computed), confidential, folded into this synthesis.").format(
            responses=responses
        )
    else:
        yield _("{responses} (computed), confidential, told in a part by itself.").format(responses=responses)
    if written.lines:
        yield n_(
            "{count} of the lines counted above is written feedback.",
            "{count} of the lines counted above are written feedback.",
            written.lines,
        )


def _notes_sentence(document: SynthesisDocument) -> Iterator[str]:
    """How many lines are left out because nobody in the room said them."""
    if document.notes:
        yield n_(
            "{count} note of scribes is not counted.",
            "{count} notes of scribes are not counted.",
            document.notes,
        )


def _answers_sentence(title: str, count: int, expected: int | None) -> str:
    answers = n_("{count} answer", "{count} answers", count)
    if expected is None:
        said = _("{answers} to “{title}” (computed); how many were expected is not recorded.")
        return said.format(answers=answers, title=title)
    said = _("{answers} to “{title}” (computed), of {expected} expected.")
    return said.format(answers=answers, title=title, expected=expected)


def _versions_sentence(disagreements: Iterable[Disagreement]) -> str:
    """How many fields hold several versions, and which: "2 fields hold two versions: …"."""
    found = tuple(disagreements)
    if not found:
        return _("No field holds two versions.")
    if all(len(one.values) <= 2 for one in found):
        start = n_("{count} field holds two versions", "{count} fields hold two versions", len(found))
    else:
        start = n_("{count} field holds several versions", "{count} fields hold several versions", len(found))
    between = _(" or ")
    named = "; ".join(f"{one.what}: {between.join(one.values)}" for one in found)
    return f"{start}: {named}."


def _open(document: SynthesisDocument) -> Iterator[Block]:
    """What somebody has still to decide."""
    yield Heading(_("Still open"))
    yield Heading(_("Fields with two versions"), 2)
    if document.disagreements:
        yield Prose(_("Nobody has said yet which of these is right. Both are kept."))
        yield Table(
            caption=_("Fields that hold several versions"),
            header=(_("Field"), _("Versions")),
            rows=tuple(
                (Cell(_first_up(one.what)), Cell("\n".join(one.values))) for one in document.disagreements
            ),
            widths=(0.5, 0.5),
        )
    else:
        yield Prose(_("None: no two laptops disagree about this session."))
    yield from _bare(document)
    yield from _unused(document)


def _bare(document: SynthesisDocument) -> Iterator[Block]:
    yield Heading(_("Statements without evidence"), 2)
    bare = tuple(f"{one.number}{BETWEEN}{one.text}" for one in document.statements if one.bare)
    if bare:
        yield Bullets(bare)
    else:
        yield Prose(_("None.") if document.statements else _("There are no statements yet."))


def _unused(document: SynthesisDocument) -> Iterator[Block]:
    yield Heading(_("Evidence not used yet"), 2)
    if document.unused:
        count = n_("{count} line", "{count} lines", len(document.unused))
        yield evidence_table(_("Not used yet: {count} (computed)").format(count=count), document.unused)
    else:
        yield Prose(
            _("None: every line stands behind a statement.") if document.lines else _("There are no lines.")
        )
    yield from map(Prose, _notes_sentence(document))
    if document.own_words_unused:
        yield Prose(
            _(
                "{count} not behind a statement either (computed). They stand in full under the questionnaire."
            ).format(
                count=n_(
                    "{count} answer in own words is",
                    "{count} answers in own words are",
                    document.own_words_unused,
                )
            )
        )


def _first_up(text: str) -> str:
    return text[:1].upper() + text[1:]
