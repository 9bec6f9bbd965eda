"""One question of a questionnaire closely: the same question in other sessions, and what was written (F2, F3)."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from capture_app.domain.ballots import answer_id
from capture_app.domain.forms.binning import number_of
from capture_app.domain.forms.comparing import Apart, apart
from capture_app.domain.forms.counting import Counted, counted
from capture_app.domain.reading_order import reading_order
from capture_app.domain.record import RecordId
from capture_app.domain.records import Form, Session, Statement, StatementLink
from capture_app.domain.totals import in_date_order
from capture_app.domain.values import Answer, Item
from capture_app.domain.vocabulary import Given, ItemKind
from capture_app.reports.wording import answer_words
from capture_app.services.answer_themes import themes_of_answers
from capture_app.services.closed_boxes import answers_to_question, closed_boxes
from capture_app.services.comparable import why_apart
from capture_app.services.editions import family_of
from capture_app.services.shown_results import OWN_WORDS
from capture_app.services.themes import ThemeTag, theme_tags
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.store.workspace import Workspace
from capture_app.words import _

__all__ = ["Elsewhere", "QuestionClosely", "Written", "question_closely"]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The question in another session, or in another edition of this one. `edition` is 0 where that is the same.

    counted: None where it was not asked there, or cannot be compared; `why` says so then.
    """

    session: str
    edition: int
    counted: Counted | None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """What one person wrote. `chose` is what it was the reason for; `themes` and `used_in` are the lead's.

    own_words: somebody wrote it, so that a statement can rest on it; a day or a range is none. evidence: it as that.
    """

    ballot: RecordId
    evidence: RecordId
    text: str
    chose: str
    own_words: bool
    themes: tuple[ThemeTag, ...]
    used_in: int


@dataclass(frozen=True, slots=True)
class QuestionClosely:
    """One question. themes: those that an answer can be given, in the order of the frame."""

    elsewhere: tuple[Elsewhere, ...]
    written: tuple[Written, ...]
    themes: tuple[ThemeTag, ...]


def question_closely(workspace: Workspace, session: RecordId, form: RecordId, key: str) -> QuestionClosely:
    """What there is to a question beside its counts. Raises NotPossible if its form is not in this workspace."""
    with workspace.unit_of_work() as work:
        asked, tags = work.records.get(Form, form), theme_tags(work)
        return QuestionClosely(
            elsewhere=tuple(_elsewhere(work, session, asked, key)),
            written=_written(work, session, asked, key, tags),
            themes=tuple(tags.values()),
        )


def _elsewhere(work: UnitOfWork, session: RecordId, asked: Form, key: str) -> Iterator[Elsewhere]:
    """Sessions as they were held, each with the editions that were answered there."""
    family = {one.id: one for one in work.records.all(Form) if family_of(one) == family_of(asked)}
    counts: dict[tuple[RecordId, RecordId], int] = {}
    for box in closed_boxes(work, form=list(family)):
        if (box.session, box.form) != (session, asked.id):
            counts[box.session, box.form] = counts.get((box.session, box.form), 0) + box.count
    held = in_date_order(work.records.all(Session, id=[one for one, _form in counts]))
    for one in held:
        for form in sorted(family.values(), key=lambda form: (form.edition, form.id)):
            if (one.id, form.id) in counts:
                yield _there(work, one, form, asked, key, counts[one.id, form.id])


def _there(work: UnitOfWork, session: Session, form: Form, asked: Form, key: str, sheets: int) -> Elsewhere:
    """Counted by the options as they are called here, which are the same ones where the two can be compared."""
    edition = 0 if form.id == asked.id else form.edition
    here, there = asked.items[key], form.items.get(key)
    if there is None:
        return Elsewhere(
            session.label, edition, None, _("Not asked there, which is not the same as no answers.")
        )
    earlier, later = (there, here) if form.edition < asked.edition else (here, there)
    broken = apart(earlier, later)
    if broken is not None:
        return Elsewhere(session.label, edition, None, why_apart(Apart(key, there.prompt, broken)))
    given = [answer for _id, answer in answers_to_question(work, session.id, form.id, key)]
    return Elsewhere(session.label, edition, counted(here, given, sheets))


def _written(
    work: UnitOfWork, session: RecordId, form: Form, key: str, tags: Mapping[RecordId, ThemeTag]
) -> tuple[Written, ...]:
    """What was written, sorted as a dictionary has it.

    Order is given by the words themselves, which everybody sees anyhow, so that it tells nothing more: not who came
    when, and not which answers to two questions are of one person. A fresh shuffle tells no less, but at each showing
    one would look for the answer one was at, and two showings beside each other invite to ask what their order means.
    """
    item, themes, uses = form.items[key], themes_of_answers(work, tags), _uses(work)
    found = [
        Written(
            ballot=ballot,
            evidence=answer_id(ballot, key),
            text=text,
            chose=answer_words(replace(answer, reason=""), item) if item.options else "",
            own_words=bool(answer.text or answer.reason),
            themes=themes.get((ballot, key), ()),
            used_in=uses.get(ballot, 0) + uses.get(answer_id(ballot, key), 0),
        )
        for ballot, answer in answers_to_question(work, session, form.id, key)
        if (text := _text(answer, item))
    ]
    return tuple(sorted(found, key=lambda one: (reading_order(one.text), one.chose, one.ballot)))


def _text(answer: Answer, item: Item) -> str:
    """What stands among the written answers: of a choice its reason, of a number only what is in no bin."""
    if answer.given is not Given.ANSWERED:
        return ""
    if item.options or (item.kind is ItemKind.FIGURE and number_of(answer) is not None):
        return answer.reason
    return answer.text if item.kind in OWN_WORDS else answer_words(answer, item)


def _uses(work: UnitOfWork) -> dict[RecordId, int]:
    """How many statements that stand rest on each answer, or on all of a ballot."""
    statements = {one for (one,) in work.projection.values(Statement, "id")}
    links = work.projection.values(StatementLink, "statement", "evidence")
    return Counter(evidence for statement, evidence in links if statement in statements)
