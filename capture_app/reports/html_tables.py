"""The rows of a table as HTML. A template asks for them whole: thousands of cells one by one would take it long."""

from collections.abc import Iterator

from markupsafe import Markup

from capture_app.domain.forms.bars import Bar, Fill
from capture_app.reports.blocks import Cell, Row, Table
from capture_app.reports.markup import escaped
from capture_app.reports.names import LETTERS, stance_word
from capture_app.reports.wording import cleaned
from capture_app.words import _

BAR = 100
"""The length of the bar of a whole count, in pixels."""

TALL, PITCH = 10, 5
"""The height of a bar, and between two stripes or dots, in pixels."""


def rows_of(table: Table) -> Markup:
    """The rows below the header. The first cell of a row names it, unless it is to be ticked."""
    return Markup("\n".join(_row(row, table) for row in table.rows))  # noqa: S704 every text is escaped below


def shown(text: str) -> str:
    """A text with its line breaks, in which nothing is taken as markup."""
    return escaped(cleaned(text)).replace("\n", "<br>")


def _row(row: Row, table: Table) -> str:
    cells = (_placed(cell, at, at in table.numbers) for at, cell in enumerate(row))
    return f"<tr>{''.join(cells)}</tr>"


def _placed(cell: Cell, at: int, number: bool) -> str:
    names = at == 0 and cell.text and not cell.tick
    tag, scope = ("th", ' scope="row"') if names else ("td", "")
    look = ' class="number"' if number else ""
    return f'<{tag} dir="auto"{scope}{look}>{" ".join(_parts(cell))}</{tag}>'


def _parts(cell: Cell) -> Iterator[str]:
    if cell.stance:
        letter, word = LETTERS[cell.stance], escaped(stance_word(cell.stance))
        yield f'<span class="stance {cell.stance.value}"><b>{letter}</b> {word}</span>'
    if cell.tick:
        words = escaped(_("Box to tick"))
        yield f'<span class="box" aria-hidden="true"></span><span class="unseen">{words}</span>'
    if cell.text:
        yield shown(cell.text)
    if cell.bar:
        yield _bar(cell.bar)
    if cell.note:
        yield f'<span class="note">{shown(cell.note)}</span>'


def _bar(bar: Bar) -> str:
    """A bar as long as its share; hidden from screen readers, since the count stands beside it in figures."""
    long = round(BAR * bar.share)
    drawn = f'<rect class="track" x=".5" y=".5" width="{BAR}" height="{TALL}"/>'
    if bar.count:
        look = "bar" if bar.fill is Fill.SOLID else "bar-edge"
        drawn += (
            f'<rect class="{look}" x=".5" y=".5" width="{long}" height="{TALL}"/>{_filling(bar.fill, long)}'
        )
    return f'<svg width="{BAR + 1}" height="{TALL + 1}" aria-hidden="true">{drawn}</svg>'


def _filling(fill: Fill, long: int) -> str:
    """What tells a bar from its neighbours without colour: stripes cut off at its end, lines, dots, or nothing."""
    if fill is Fill.STRIPES:
        lines = (_stripe(at, long) for at in range(PITCH - TALL, long, PITCH))
        return f'<path class="bar-lines" fill="none" stroke="currentColor" d="{"".join(lines)}"/>'
    if fill is Fill.UPRIGHT:
        lines = (f"M{at + 0.5} .5v{TALL}" for at in range(3, long - 1, PITCH))
        return f'<path class="bar-lines" fill="none" stroke="currentColor" d="{"".join(lines)}"/>'
    if fill is Fill.DOTS:
        dots = "".join(f"M{at} {up}h1.6v1.6h-1.6z" for at in range(3, long - 1, PITCH) for up in (2.2, 6.8))
        return f'<path class="bar" d="{dots}"/>'
    return ""


def _stripe(at: int, long: int) -> str:
    low, high = max(0, -at), min(TALL, long - at)
    return f"M{at + low + 0.5} {TALL - low + 0.5}L{at + high + 0.5} {TALL - high + 0.5}"
