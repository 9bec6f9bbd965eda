"""What a document is made of, whatever it is written as. The writers take these and nothing else."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

from capture_app.domain.forms.bars import Bar
from capture_app.domain.vocabulary import Stance

SHORT = 24
"""Letters of a choice that may stand beside others on a line."""


class Tone(Enum):
    """How a paragraph speaks: as text, as a remark beside it, or as something to mind."""

    PLAIN = "plain"
    QUIET = "quiet"
    WARN = "warn"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 or 2; both stand in the outline."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph."""

    text: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Numbered:
    """A statement or question with its number, to which what follows belongs.

    mark: what it is called by whoever types it in, set small at its end: the id of a form's item.
    help: a remark below it.
    """

    number: int
    text: str
    mark: str = ""
    help: str = ""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to mind, set apart: a sentence, and one of help. begins: what follows belongs to it."""

    title: str
    text: str = ""
    begins: bool = field(default=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class Ticks:
    """Choices with a box before each, to be ticked with a pen."""

    options: tuple[str, ...]

    @property
    def in_a_row(self) -> bool:
        """Whether they are short enough to stand beside one another."""
        return all(len(option) <= SHORT and "\n" not in option for option in self.options)


@dataclass(frozen=True, slots=True)
class Writing:
    """Room to write by hand: so many ruled lines, and words before the first."""

    lines: int
    label: str = ""


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins on a page of its own, where there are pages."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one place of a table: text, and a remark below it.

    stance: its letter and word come first. bar: drawn beside or below the text, which says its count.
    tick: a box to be ticked with a pen.
    """

    text: str = ""
    note: str = ""
    stance: Stance | None = None
    bar: Bar | None = None
    tick: bool = False


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption and one header row, repeated where the table runs over a page.

    widths: shares of the page, one a column. numbers: the columns that hold numbers, set to the right.
    short: its name where a sheet of a spreadsheet needs one. by_hand: it is filled in with a pen.
    """

    caption: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    widths: tuple[float, ...]
    numbers: frozenset[int] = frozenset()
    short: str = ""
    by_hand: bool = False


Block = Heading | Prose | Numbered | Bullets | Notice | Ticks | Writing | NewPage | Table


@dataclass(frozen=True, slots=True)
class Report:
    """A whole document. `above` and `below` stand around the title, `every_page` on top of each page."""

    title: str
    above: str
    below: str
    every_page: str
    blocks: tuple[Block, ...]


def words_of(report: Report) -> Iterator[str]:
    """Every text of a document, in its order."""
    yield from (report.every_page, report.above, report.title, report.below)
    for block in report.blocks:
        yield from _words(block)


def _words(block: Block) -> Iterator[str]:
    match block:
        case Heading(text=text) | Prose(text=text) | Writing(label=text):
            yield text
        case Numbered():
            yield from (block.text, block.mark, block.help)
        case Bullets(items=items) | Ticks(options=items):
            yield from items
        case Notice(title=title, text=text):
            yield from (title, text)
        case Table():
            yield from (block.caption, *block.header)
            yield from (words for row in block.rows for cell in row for words in (cell.text, cell.note))
