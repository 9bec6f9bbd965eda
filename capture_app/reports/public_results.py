"""The results of a session's questionnaire for everybody to read: counts, and none that tells what one person said."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from capture_app.domain.forms.bars import Bar, Fill
from capture_app.domain.forms.in_public import CHOSEN, WRITTEN, Tables, ToldInPublic
from capture_app.domain.records import Form
from capture_app.domain.small_cells import Counts, hidden
from capture_app.domain.values import Item
from capture_app.domain.vocabulary import About, ItemKind
from capture_app.reports.blocks import Block, Cell, Heading, Numbered, Prose, Report, Row, Table, Tone
from capture_app.reports.places import asked_items
from capture_app.reports.session_paper import SessionPaper, project_line, session_line, session_name
from capture_app.reports.wording import words_or
from capture_app.words import _, n_


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicResults:
    """What is told of one edition of a questionnaire. Its counts are true ones: whatever prints them hides `hidden`.

    handed_in: how many forms. fewest: the least count that is told. told: None where too few answered.
    """

    form: Form
    fewest: int
    handed_in: int = 0
    told: ToldInPublic | None = None


def public_results_of(paper: SessionPaper, results: Sequence[PublicResults]) -> Report:
    """The document (F2, practice 2.9). Equal material gives an equal document."""
    return Report(
        title=_("{session}: results of the questionnaire").format(session=session_name(paper)),
        above=project_line(paper),
        below=session_line(paper),
        every_page=paper.consultation.invented,
        blocks=tuple(_blocks(results)),
    )


def _blocks(results: Sequence[PublicResults]) -> Iterator[Block]:
    if not results:
        yield Prose(_("No questionnaire of this session is closed yet, so nothing can be told."))
        return
    rule = _(
        "So that nobody can work out what a single person said, counts below {fewest} are not told, and sometimes "
        "another count beside them. What people wrote in their own words is not told here."
    )
    yield Prose(rule.format(fewest=max(one.fewest for one in results)))
    for one in results:
        yield Heading(words_or(one.form.title, _("(No words stand here.)")))
        if one.told is None:
            yield Prose(_("So few answered that nothing is told."))
        else:
            yield from _questionnaire(one, one.told)


def _questionnaire(results: PublicResults, told: ToldInPublic) -> Iterator[Block]:
    yield Prose(n_("{count} person handed it in.", "{count} people handed it in.", results.handed_in))
    if told.behind:
        yield Prose(_as_before(), Tone.QUIET)  # once: beside a question it would tell who answered that one
    numbered = enumerate(asked_items(results.form), start=1)
    asked = [(number, key, item) for number, (key, item) in numbered]
    for about, heading in (
        (About.CONTENT, _("On the subject")),
        (About.PROCESS, _("On the workshop itself")),
    ):
        own = [one for one in asked if one[2].about is about]
        if own:
            yield Heading(heading, 2)
        for number, key, item in own:
            yield Numbered(number, words_or(item.prompt, _("(No words stand here.)")))
            yield from _question(item, told.tables.get(key), results.fewest)


def _question(item: Item, tables: Tables | None, fewest: int) -> Iterator[Block]:
    if tables is None:
        yield Prose(_("Not told: so few answered that it would tell what single people said."), Tone.QUIET)
    elif not item.options:
        yield Prose(n_("{count} person answered.", "{count} people answered.", tables[""][WRITTEN]))
    elif item.kind is ItemKind.MULTIPLE:
        yield _table(item, _choices(item, tables, fewest), _("More than one answer could be chosen."))
    elif item.kind is ItemKind.MATRIX:
        for row in item.rows:
            yield _table(item, _options(item, tables[row.id], fewest), row.label)
    else:
        first = item.kind is ItemKind.RANK
        caption = _("How many put what first") if first else _("How many gave which answer")
        yield _table(item, _options(item, tables[""], fewest), caption)


def _table(item: Item, rows: tuple[Row, ...], caption: str) -> Table:
    return Table(
        caption=caption,
        header=(_("Answer"), _("Count"), _("n")),
        rows=rows,
        widths=(0.5, 0.4, 0.1),
        numbers=frozenset({2}),
        short=item.prompt,
    )


def _choices(item: Item, tables: Tables, fewest: int) -> tuple[Row, ...]:
    """The options of a question of which several could be chosen: each is a table of its own."""
    return tuple(
        _row(label, None if hidden(tables[key], fewest) else tables[key][CHOSEN], sum(tables[key].values()))
        for key, label in _labels(item).items()
        if key in tables
    )


def _options(item: Item, counts: Counts, fewest: int) -> tuple[Row, ...]:
    """The options of a question, then what was answered though the form does not offer it."""
    kept_back, labels = hidden(counts, fewest), _labels(item)
    return tuple(
        _row(labels.get(key, key), None if key in kept_back else counts[key], sum(counts.values()))
        for key in dict.fromkeys((*labels, *sorted(counts)))
        if key in counts
    )


def _labels(item: Item) -> Mapping[str, str]:
    """The options by their words; a point of a scale that has none, by where it stands."""
    return {one.id: one.label or str(place) for place, one in enumerate(item.options, start=1)}


def _row(label: str, count: int | None, n: int) -> Row:
    if count is None:
        return Cell(label), Cell(_("not told")), Cell(str(n))
    bar = Bar(label, count, n, Fill.SOLID)
    return Cell(label), Cell(bar.words, bar=bar), Cell(str(n))


def _as_before() -> str:
    return _(
        "As told before. What came in since is not counted: beside the earlier counts it would tell what single "
        "people said."
    )
