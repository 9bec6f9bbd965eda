"""A form on paper: beside its questions stand the ids they have in the files, so that it is typed in without doubt.

A worksheet has room for a group's notes, a questionnaire for one person's answers, and both ask for no name. A written
form asks who it is from, and says that it is confidential (F4, G2).
"""

import re
from collections.abc import Iterator, Sequence
from itertools import count

from capture_app.domain.forms.course import is_asked
from capture_app.domain.records import Form, Group
from capture_app.domain.values import Case, Item
from capture_app.domain.vocabulary import FormPurpose, GroupMode, ItemKind, Scale
from capture_app.domain.weighing import weighing_of
from capture_app.reports.blocks import (
    Block,
    Cell,
    Heading,
    Notice,
    Numbered,
    Prose,
    Report,
    Table,
    Ticks,
    Tone,
    Writing,
)
from capture_app.reports.engagement_words import heavy_title
from capture_app.reports.names import group_mode_word, verdict_words
from capture_app.reports.on_paper import for_whom, how_on_paper
from capture_app.reports.places import BETWEEN, ordered_items
from capture_app.reports.session_paper import SessionPaper, project_line, session_line, session_name
from capture_app.words import _

LINES = {ItemKind.LINES: 6, ItemKind.TEXT: 4, ItemKind.SHORT_TEXT: 1}
"""How many lines there are to write on, by what an item asks for."""

REASON = 2
"""How many for the reason of a choice."""


SHOWN_OF_AN_ID = 4
"""How many letters of a random id stand on paper at least; its end, since ids made one after another begin alike."""

_RANDOM_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")

ROWS_TO_ADD = 4
"""Empty rows below a list, for what a group adds."""

ROWS_TO_WEIGH = 6
"""Empty rows for what speaks for something and against it."""


def printed_form_of(paper: SessionPaper, form: Form, group: Group | None = None) -> Report:
    """A form to print, for one group of a session or for everybody (delight 16). Equal material, equal document."""
    edition = _("edition {number}").format(number=form.edition)
    called = session_name(paper) if paper.session.id else ""
    return Report(
        title=form.title or _("A form without a title"),
        above=project_line(paper),
        below=BETWEEN.join(part for part in (called, group.label if group else "", edition) if part),
        every_page=paper.consultation.invented,
        blocks=tuple(_told(paper, form, group)),
    )


def _told(paper: SessionPaper, form: Form, group: Group | None) -> Iterator[Block]:
    yield from _who_reads(paper, form)
    if paper.session.id:
        yield Prose(session_line(paper), Tone.QUIET)
    if form.purpose is FormPurpose.WORKSHEET:
        if note := paper.session.content_note.strip():
            yield Notice(heavy_title(), note)
        yield _about_the_group(group)
    elif form.purpose is FormPurpose.WRITTEN_FEEDBACK:
        yield from _who_wrote()
    yield Prose(
        _("What stands in [brackets] is for whoever types this in. Leave out any question you like."),
        Tone.QUIET,
    )
    told, marks, numbers = "", marks_of(form), count(1)
    for key, item in ordered_items(form):
        if not is_asked(item):
            yield from _read_only(item)
            continue
        if item.case != told and item.case in form.cases:
            yield _case(form.cases[item.case])
        told = item.case
        yield Numbered(next(numbers), item.prompt, marks[key], _help(paper, form, item))
        yield from _room(item)
        if item.kind is ItemKind.FIGURE and form.purpose is FormPurpose.WORKSHEET:
            yield Ticks((_("exact"), _("an estimate"), _("from hearsay")))
            yield Writing(1, _("Who said it, or where it is from"))
        yield Ticks((_none_of_it(form),))


def marks_of(form: Form) -> dict[str, str]:
    """What stands beside each question for whoever types it in, by its id: the id, or the end of a random one.

    An end is as long as it takes to tell it from those of the other questions: "…3f2a" (delight 16).
    """
    return {key: _mark(key, [other for other in form.items if other != key]) for key in form.items}


def _mark(key: str, others: Sequence[str]) -> str:
    if not _RANDOM_ID.fullmatch(key):
        return key
    lengths = range(SHOWN_OF_AN_ID, len(key) + 1)
    length = next(n for n in lengths if not any(other.endswith(key[-n:]) for other in others))
    return f"…{key[-length:]}"


def _read_only(item: Item) -> Iterator[Block]:
    """A heading of what follows, or a note (F2)."""
    if item.kind is ItemKind.SECTION:
        yield Heading(item.prompt, 2)
    else:
        yield Prose(item.prompt)
    if item.help:
        yield Prose(item.help, Tone.QUIET)


def _help(paper: SessionPaper, form: Form, item: Item) -> str:
    """What stands below a question: help, how to answer, who it is for, and what of the frame it asks about (A2)."""
    section = paper.sections.get(item.theme, "")
    about = _("This asks about {section}.").format(section=section) if section else ""
    return " ".join(part for part in (item.help, how_on_paper(item), for_whom(form, item), about) if part)


def _who_reads(paper: SessionPaper, form: Form) -> Iterator[Block]:
    """On every form, whatever its introduction says: the sentence of the data-protection card (practice 2.13)."""
    who_reads = paper.protection.who_reads.strip() if paper.protection else ""
    intro = "" if form.intro.strip() == who_reads else form.intro.strip()
    reads = _("Who reads this: {words}").format(words=who_reads) if who_reads else ""
    said = [words for words in (intro, reads) if words]
    if said:
        yield Notice(*said)
    else:
        yield Notice(
            _("Who will read this has not been written down yet"),
            _("Write it on the data-protection card, or tell everybody before they begin."),
        )


def _where_it_sits(group: Group | None) -> str:
    """Said beside its name; nothing where nobody has said it."""
    if group is None or group.mode is GroupMode.NOT_STATED:
        return ""
    return group_mode_word(group.mode)


def _about_the_group(group: Group | None) -> Table:
    """What a scribe fills in at the top: the group, who leads it, how many sit in it."""
    return Table(
        caption=_("About the group"),
        header=(_("Group"), _("Facilitator"), _("Scribe"), _("In the room"), _("On the link")),
        rows=(
            (
                Cell(group.label if group else "", _where_it_sits(group)),
                Cell(group.facilitator if group else ""),
                Cell(),
                Cell(),
                Cell(),
            ),
        ),
        widths=(0.2, 0.3, 0.2, 0.15, 0.15),
        short=_("Group"),
        by_hand=True,
    )


def _who_wrote() -> Iterator[Block]:
    """What it promises, and who it is from: as an organisation, under a name, or not named (F4)."""
    yield Notice(
        _("Confidential, never anonymous"),
        _(
            "The project lead sees who this is from, and keeps it with the answers. How you are listed is for you to "
            "say: somebody who does not want to be named is named in no document."
        ),
    )
    yield Table(
        caption=_("Who this is from"),
        header=(_("Organisation"), _("Name"), _("Date")),
        rows=((Cell(), Cell(), Cell()),),
        widths=(0.4, 0.4, 0.2),
        short=_("From"),
        by_hand=True,
    )
    yield Prose(_("This is the answer of"))
    yield Ticks((_("the organisation"), _("myself, under my name"), _("myself, and I am not to be named")))
    yield Prose(_("Did you also take part in the session?"))
    yield Ticks((_("yes"), _("no")))


def _case(case: Case) -> Notice:
    """A case before the first question about it (D4)."""
    whose = _("Put together from what several people went through; it is nobody’s own story.")
    return Notice(case.title, f"{case.text}\n{whose}" if case.composite else case.text, begins=True)


def _room(item: Item) -> Iterator[Block]:
    """Room for what an item asks for."""
    if (weighing := weighing_of(item)) is not None:
        yield from map(_to_weigh, map(weighing.label, range(weighing.count)))
    elif item.kind is ItemKind.MATRIX:
        yield _to_tick_in_rows(item)
    elif item.scale is not Scale.NONE:
        yield _to_decide(item)
    elif item.options:
        yield Ticks(tuple(option.label or str(n) for n, option in enumerate(item.options, start=1)))
        if item.reason:
            yield Writing(REASON, _("Why?"))
    elif item.kind is ItemKind.DATE:
        yield Writing(1, _("Day, month and year"))
    elif item.kind is ItemKind.FIGURE:
        of = " ".join(
            part for part in (item.unit, _("of {what}").format(what=item.of) if item.of else "") if part
        )
        label = _("A figure, or from … to …")
        yield Writing(1, f"{label} ({of})" if of else label)
    else:
        yield Writing(LINES[item.kind])


def _to_tick_in_rows(item: Item) -> Table:
    """A box for each option in each row."""
    labels = tuple(option.label or str(n) for n, option in enumerate(item.options, start=1))
    first = 0.4
    return Table(
        caption=_("Tick one in each row"),
        header=(_("What"), *labels),
        rows=tuple((Cell(row.label), *(Cell(tick=True) for _label in labels)) for row in item.rows),
        widths=(first, *((1 - first) / len(labels) for _label in labels)),
        by_hand=True,
    )


def _to_decide(item: Item) -> Table:
    """A row for each option, and empty ones, with a box for each verdict (D2, D3, D6, D8)."""
    verdicts = tuple(verdict_words(item.scale).values())
    rows = (*(option.label for option in item.options), *("" for _row in range(ROWS_TO_ADD)))
    share = 0.11
    return Table(
        caption=_("Decide about each, and add what is missing"),
        header=(_("What"), *verdicts, _("Why")),
        rows=tuple((Cell(what), *(Cell(tick=True) for _word in verdicts), Cell()) for what in rows),
        widths=(0.3, *(share for _word in verdicts), 0.7 - share * len(verdicts)),
        by_hand=True,
    )


def _to_weigh(what: str) -> Table:
    """Two columns to write in (D5)."""
    return Table(
        caption=_("For and against {what}").format(what=what) if what else _("For and against"),
        header=tuple(verdict_words(Scale.WEIGHING).values()),
        rows=((Cell(), Cell()),) * ROWS_TO_WEIGH,
        widths=(0.5, 0.5),
        by_hand=True,
    )


def _none_of_it(form: Form) -> str:
    """What to tick so that a blank is not taken for an answer nobody reached (D14, F2)."""
    if form.purpose is FormPurpose.WORKSHEET:
        return _("We did not discuss this.")
    return _("I would rather not say.")
