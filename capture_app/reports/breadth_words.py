"""How widely something was said, in words: "All 4 groups", "2 of 4 groups: A, C", "Only B" (D11, K5).

Where a group of the session could not have spoken of it, the words say so: "2 of 3 groups that could: A, C".
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from capture_app.domain.breadth import Breadth, Cell, Row, Standing
from capture_app.reports.names import stance_word
from capture_app.words import _, n_, number_words

_STANDINGS: Mapping[Standing, Callable[[], str]] = {
    Standing.SPOKE: lambda: "",
    Standing.TOUCHED: lambda: _("touched on"),
    Standing.ANSWERED: lambda: _("answered"),
    Standing.SILENT: lambda: _("nothing of this"),
    Standing.NOTHING: lambda: _("nothing written"),
    Standing.NOT_DISCUSSED: lambda: _("not discussed"),
    Standing.EMPTY: lambda: _("worksheet empty"),
    Standing.NOT_ASKED: lambda: _("not asked"),
    Standing.NO_SHEET: lambda: _("no worksheet"),
}


def breadth_words(row: Row, names: Sequence[str]) -> str:
    """How widely it was said; `names` are those of the groups, in the order of the cells."""
    spoke, every = _listed(names[at] for at in row.spoke), row.able == len(row.of_groups)
    match row.breadth:
        case Breadth.NONE:
            return _("No group")
        case Breadth.ONE if row.able == 1:
            return _("Only {group}: no other could have spoken of it").format(group=spoke)
        case Breadth.ONE:
            return _("Only {group}").format(group=spoke)
        case Breadth.ALL:
            return _all_words(row.able, every=every)
    said = (
        _("{some} of {count} groups: {names}") if every else _("{some} of {count} groups that could: {names}")
    )
    return said.format(some=number_words(len(row.spoke)), count=number_words(row.able), names=spoke)


def _all_words(able: int, *, every: bool) -> str:
    if able == 2:
        return _("Both groups") if every else _("Both groups that could")
    if every:
        return n_("All {count} groups", "All {count} groups", able)
    return n_("All {count} groups that could", "All {count} groups that could", able)


def touched_words(row: Row, names: Sequence[str]) -> str:
    """Which of the groups that spoke of it only touched on it; empty where none did (D13)."""
    pairs = zip(names, row.cells, strict=True)
    touched = _listed(name for name, cell in pairs if cell.standing is Standing.TOUCHED)
    return _("Only touched on: {names}").format(names=touched) if touched else ""


def cell_words(cell: Cell) -> str:
    """ "3 lines", with what there is to say of them; without any, why there are none."""
    lines = n_("{count} line", "{count} lines", len(cell.lines)) if cell.lines else ""
    return ", ".join(part for part in (lines, standing_words(cell)) if part)


def standing_words(cell: Cell) -> str:
    """What there is to say of a group beside its lines: that some, or all, only touch on it; or why it has none."""
    if cell.touched and cell.standing is Standing.SPOKE:
        return _("{count} touched on").format(count=number_words(cell.touched))
    return _STANDINGS[cell.standing]()


def stance_words(cell: Cell) -> str:
    """How the group stood to it, line by line: "Agreed: 2, Mixed: 1". None of it is made into one (D12).

    With how many lines not everybody agreed when they were read back comes last.
    """
    said = _("{stance}: {count}")
    counts = () if all(stance is None for stance, _count in cell.stances) else cell.stances
    told = [
        said.format(stance=stance_word(stance) if stance else _("no stance noted"), count=number_words(count))
        for stance, count in counts
    ]
    return ", ".join(filter(None, (*told, dissent_words(cell))))


def dissent_words(cell: Cell) -> str:
    """With how many of the lines not everybody in the group agreed, as they were read back; empty where all did."""
    words = _("{count} not agreed by everybody").format(count=number_words(cell.dissent))
    return words if cell.dissent else ""


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)
