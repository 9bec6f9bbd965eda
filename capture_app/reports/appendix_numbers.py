"""In the summary of workshops: the numbers somebody gave of each (B8), and listed entries by nation (A6)."""

from collections.abc import Iterator, Sequence

from capture_app.domain.records import Attendance
from capture_app.domain.totals import by_nation
from capture_app.reports.appendix import Workshop
from capture_app.reports.appendix_material import WholeMaterial
from capture_app.reports.blocks import Block, Cell, Prose, Row, Table, Tone
from capture_app.reports.total_words import nation_words
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


def nations_told(material: WholeMaterial, here: Sequence[Workshop]) -> Iterator[Block]:
    """How many listed entries there are of each nation and how many of none; nothing where nothing is listed (A6)."""
    entries = [entry for one in here for entry in one.entries]
    if not entries:
        return
    yield Table(
        caption=_("Listed entries by nation (computed)"),
        header=(_("Nation"), _("Listed entries"), _("Organisations"), _("Workshops")),
        rows=tuple(
            _nation_row(nation_words(nation), found, here)
            for nation, found in by_nation(entries, material.nations).items()
        ),
        widths=(0.26, 0.15, 0.16, 0.43),
        numbers=frozenset({1, 2}),
        short=_("By nation"),
    )
    yield Prose(
        _(
            "By the nation somebody gave to the organisation an entry is linked to, in the workshops of the "
            "appendix. An entry without a link, and a kind of people, has no nation."
        ),
        Tone.QUIET,
    )


def _nation_row(words: str, found: Sequence[Attendance], here: Sequence[Workshop]) -> Row:
    bodies, sessions = {one.organisation for one in found} - {""}, {one.session for one in found}
    held = ", ".join(one.name for one in here if one.session.id in sessions)
    numbers = (number_words(len(those)) if those else _("none") for those in (found, bodies))
    return Cell(words[:1].upper() + words[1:]), *map(Cell, numbers), Cell(held or _("none"))


def _given(one: Workshop) -> tuple[int | None, ...]:
    session = one.session
    return session.invited, session.accepted, session.declined, session.attended


def _given_row(one: Workshop) -> Row:
    numbers = (*_given(one), one.headcount)
    return Cell(one.name), *(Cell(_not_given(number)) for number in numbers)


def _not_given(number: int | None) -> str:
    return _("Not recorded") if number is None else number_words(number)
