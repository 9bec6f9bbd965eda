"""The rows of a table as HTML. A template asks for them whole: thousands of cells one by one would take it long."""

from collections.abc import Iterator

from markupsafe import Markup

from capture_app.reports.blocks import Cell, Row, Table
from capture_app.reports.markup import escaped
from capture_app.reports.names import LETTERS, stance_word
from capture_app.reports.wording import cleaned
from capture_app.words import _

BAR = 100
"""The length of the bar of a whole count, in pixels."""


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
        yield f'<span class="box" aria-hidden="true"></span><span class="unseen">{escaped(_("Box to tick"))}</span>'
    if cell.text:
        yield shown(cell.text)
    if cell.bar:
        yield _bar(*cell.bar)
    if cell.note:
        yield f'<span class="note">{shown(cell.note)}</span>'


def _bar(count: int, whole: int) -> str:
    """A bar as long as a count's share of the whole; the count stands beside it in figures."""
    filled = round(BAR * count / whole) if whole else 0
    return (
        f'<svg width="{BAR + 1}" height="9" aria-hidden="true">'
        f'<rect class="bar" x=".5" y=".5" width="{filled}" height="8"/>'
        f'<rect class="track" x=".5" y=".5" width="{BAR}" height="8"/></svg>'
    )
