"""Values of records as people would say them, those that name another record too."""

from collections.abc import Callable, Mapping
from typing import Any

from capture_app.domain.ballots import ballot_of
from capture_app.domain.codec import Body, record_of
from capture_app.domain.record import Plain, RecordId
from capture_app.domain.records import Device, Form, Line, Sheet
from capture_app.domain.values import Item
from capture_app.domain.vocabulary import Scale, Verdict
from capture_app.services.naming import called, name_of
from capture_app.services.places import item_numbers
from capture_app.services.wording import about_words, choice_words, kind_words, value_words, verdict_word
from capture_app.services.written import group_of, questions_of
from capture_app.store.search import BALLOT
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.words import _

__all__ = ["SILENT", "about_line", "answer_told", "told"]

SILENT = frozenset(
    (
        *(
            "family",
            "height",
            "image",
            "key",
            "mirrors",
            "order",
            "respondent",
            "signing_key",
            "stood",
            "width",
        ),
    )
)
"""Fields that say nothing to a reader: keys, places among others, and what a picture is made of."""

_REFERS: Mapping[str, str] = {
    "agenda": "AgendaTemplate",
    "apart_from": "Person",
    "consultation": "Consultation",
    "contact_by": "Person",
    "debriefing_by": "Person",
    "dispatch": "Dispatch",
    "entry": "Attendance",
    "form": "Form",
    "group": "Group",
    "introduced_by": "Person",
    "introduction_by": "Person",
    "joined_into": "Theme",
    "line": "Line",
    "minutes": "Minutes",
    "objective_set": "ObjectiveSet",
    "organisation": "Organisation",
    "other": "Organisation",
    "paper": "Dispatch",
    "papers_by": "Person",
    "part": "AgendaPart",
    "parent": "Session",
    "person": "Person",
    "preview_by": "Person",
    "session": "Session",
    "statement": "Statement",
    "taken_from": "Line",
    "theme": "Theme",
    "who": "Person",
}
"""The fields that name another record, and its kind."""

_OF_ANY_KIND = frozenset(("about", "ballot", "evidence", "record"))
"""The fields that name a record of whatever kind."""

_TYPED = frozenset(
    (
        *(("Interest", "part"), ("Party", "part"), ("PartRun", "minutes")),
        *(("Observation", "who"), ("TeamDebrief", "who")),
    )
)
"""The fields that are called as one of those, and hold what somebody typed."""


def told(work: UnitOfWork, kind: str, path: str, value: Plain, body: Body | None = None) -> str:
    """A field's value in words; where it is the id of a record, what people call that.

    `body` is the record it belongs to: a question is known only together with its worksheet.
    """
    if path in _OF_PLACES and value:
        return _OF_PLACES[path](work, str(value))
    if path in _OF_ANY_KIND and value:
        return _of_any_kind(work, str(value))
    if kind == Line.__name__ and path in _OF_QUESTIONS and value:
        return _OF_QUESTIONS[path](
            _form_of(work, str((body or {}).get("sheet") or "")), body or {}, str(value)
        )
    if path.startswith("answers/") and isinstance(value, dict):
        form = work.records.find(Form, str((body or {}).get("form") or ""))
        return answer_told(form, path.partition("/")[2], value)
    refers = "" if (kind, path) in _TYPED else _REFERS.get(path, "")
    return name_of(work, refers, str(value)) if refers and value else value_words(kind, path, value)


def answer_told(form: Form | None, item: str, answer: Mapping[str, Any]) -> str:
    """An answer as a worksheet or questionnaire holds it, in words; one that was chosen by its label (D1, F1)."""
    labels = _labels(form.items[item]) if form and item in form.items else {}
    chosen = str(answer.get("choice") or "")
    return value_words("", "answers/", {**answer, "choice": labels.get(chosen, chosen)})


def about_line(work: UnitOfWork, record: RecordId, body: Body) -> str:
    """What a line with these values is about, where its own words do not say that (D2, D5)."""
    item = _item_of(_form_of(work, str(body.get("sheet") or "")), body)
    line = record_of(Line, record, body)
    return about_words(item, line) if isinstance(line, Line) else ""


def _of_any_kind(work: UnitOfWork, record: RecordId) -> str:
    """What is called by this id, an answer of a questionnaire too."""
    found = None if work.records.is_set_aside(record) else work.records.view(record)
    if found is not None:
        return name_of(work, found.kind, record)
    return (
        kind_words(BALLOT) if work.projection.ballot(ballot_of(record)) else _("something that is not here")
    )


def _laptop(work: UnitOfWork, record: RecordId) -> str:
    found = work.records.find(Device, record)
    return found.label if found and found.label else _("a laptop not named here")


def _sheet(work: UnitOfWork, record: RecordId) -> str:
    found = work.records.find(Sheet, record)
    group = group_of(work, found) if found else None
    return called(group) if group else kind_words("Sheet")


def _form_of(work: UnitOfWork, sheet: RecordId) -> Form | None:
    found = work.records.find(Sheet, sheet)
    return questions_of(work, found) if found else None


def _question(form: Form | None, _line: Body, item: str) -> str:
    if form is None or item not in form.items:
        return _("a question")
    number = item_numbers(form)[item]
    return _("question {number}: {prompt}").format(number=number, prompt=form.items[item].prompt)


def _option(form: Form | None, line: Body, option: str) -> str:
    """What stood on the worksheet before the group said anything to it (D2)."""
    item = _item_of(form, line)
    return _labels(item).get(option, _("a line of the form")) if item else _("a line of the form")


def _verdict(form: Form | None, line: Body, verdict: str) -> str:
    """What a group decided, in the words of its question (D2, D3, D5, D6, D8)."""
    item = _item_of(form, line)
    known = verdict in set(Verdict)
    scale = item.scale if item else Scale.NONE
    return (
        verdict_word(scale, Verdict(verdict)) if known and scale is not Scale.NONE else choice_words(verdict)
    )


def _heard(form: Form | None, line: Body, heard: str) -> str:
    """The words a group heard, which begin with what it had decided (`Line.to_hear`)."""
    verdict, mark, words = heard.partition(": ")
    decided = mark and verdict in set(Verdict)
    return f"{_verdict(form, line, verdict)}: {words}" if decided else heard


def _item_of(form: Form | None, line: Body) -> Item | None:
    return form.items.get(str(line.get("item") or "")) if form else None


def _labels(item: Item) -> Mapping[str, str]:
    return {option.id: option.label for option in item.options}


_OF_QUESTIONS: Mapping[str, Callable[[Form | None, Body, str], str]] = {
    "heard_as": _heard,
    "heard_stance": lambda _form, _line, stance: choice_words(stance),
    "item": _question,
    "option": _option,
    "verdict": _verdict,
}
"""Fields of a line that only the form of its worksheet puts into words."""

_OF_PLACES: Mapping[str, Callable[[UnitOfWork, RecordId], str]] = {"device": _laptop, "sheet": _sheet}
"""Fields that say where something was written."""
