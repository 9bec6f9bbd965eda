"""In the summary of workshops: the numbers somebody gave of each (B8), and listed organisations by nation (A6)."""

from collections.abc import Iterator, Sequence

from capture_app.domain.totals import Part
from capture_app.domain.vocabulary import Nation
from capture_app.reports.appendix import Workshop
from capture_app.reports.appendix_material import WholeMaterial
from capture_app.reports.blocks import Block, Cell, Prose, Row, Table, Tone
from capture_app.reports.total_words import count_words, nation_words, rule_of, title_of
from capture_app.words import _, number_words


def given_told(here: Sequence[Workshop]) -> Iterator[Block]:
    """The four numbers as claimed, beside the headcount; nothing where nobody gave any (B8)."""
    told = [one for one in here if any(number is not None for number in _given(one))]
    if not told:
        return
    yield Table(
        caption=_("Invited, accepted, declined and came, as somebody gave them; beside them the headcount"),
        header=(
            _("Workshop"),
            _("Invited (claimed)"),
            _("Accepted (claimed)"),
            _("Declined (claimed)"),
            _("Came (claimed)"),
            _("Headcount (computed)"),
        ),
        rows=tuple(map(_given_row, told)),
        widths=(0.25, 0.14, 0.15, 0.15, 0.14, 0.17),
        numbers=frozenset({1, 2, 3, 4, 5}),
        short=_("Invited and came"),
    )
    yield Prose(
        _("None of these numbers is worked out from another, and none is added up over workshops."),
        Tone.QUIET,
    )


def nations_told(material: WholeMaterial) -> Iterator[Block]:
    """Listed organisations by nation, as the window counts them; nothing where none is listed (A6)."""
    total = material.nations
    if total is None or not (total.unsaid or any(part.count for part in total.parts)):
        return
    parts = (*total.parts, Part(Nation.NOT_STATED, total.unsaid))
    yield Table(
        caption=_("{title}: {count} (computed)").format(title=title_of(total), count=count_words(total)),
        header=(_("Nation"), _("Organisations"), _("Which")),
        rows=tuple(map(_nation_row, parts)),
        widths=(0.26, 0.16, 0.58),
        numbers=frozenset({1}),
        short=_("By nation"),
    )
    yield Prose(rule_of(total), Tone.QUIET)


def _nation_row(part: Part) -> Row:
    words, count = nation_words(part.label), number_words(part.count) if part.count else _("none")
    return Cell(words[:1].upper() + words[1:]), Cell(count), Cell(", ".join(part.names))


def _given(one: Workshop) -> tuple[int | None, ...]:
    session = one.session
    return session.invited, session.accepted, session.declined, session.attended


def _given_row(one: Workshop) -> Row:
    numbers = (*_given(one), one.headcount)
    return Cell(one.name), *(Cell(_not_given(number)) for number in numbers)


def _not_given(number: int | None) -> str:
    return _("Not recorded") if number is None else number_words(number)
