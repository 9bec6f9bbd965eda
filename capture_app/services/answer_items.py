"""What people answered in own words, as raw items of the synthesis: each answer by itself (F1, F4)."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import msgspec

from capture_app.domain.ballots import answer_id, ballot_of
from capture_app.domain.ids import link_id
from capture_app.domain.reading_order import reading_order
from capture_app.domain.record import RecordId
from capture_app.domain.records import Form, StatementLink
from capture_app.domain.values import Answer
from capture_app.domain.vocabulary import About
from capture_app.services.answer_themes import themes_of_answers
from capture_app.services.closed_boxes import left_out
from capture_app.services.joined_themes import asking
from capture_app.services.places import item_numbers
from capture_app.services.raw_item import Evidence
from capture_app.services.themes import ThemeTag
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.words import _

__all__ = ["answer_items", "answers_by_ballot", "part_from_ballot"]


def answer_items(
    work: UnitOfWork, session: RecordId, tags: dict[RecordId, ThemeTag], uses: dict[RecordId, int]
) -> list[Evidence]:
    """What respondents wrote in own words, each answer by itself and by question, so that none tells of another.

    What is about the workshop itself is no evidence on the topic (F1), but where a statement rests on it already.
    """
    found, themes = [], themes_of_answers(work, tags)
    again = {box.id for box in left_out(work, session=session)}
    for ballot in work.projection.ballots(session):
        form = work.records.find(Form, ballot["form"])
        numbers = item_numbers(form)
        asked = {key: item.theme for key, item in asking(work, form).items.items()} if form else {}
        for key, text in _written(ballot["answers"]).items():
            own = answer_id(ballot["id"], key)
            used_in = uses.get(own, 0)
            if used_in or (_on_topic(form, key) and ballot["box"] not in again):
                piece = _answer(own, text, numbers.get(key), themes.get((ballot["id"], key), ()), used_in)
                found.append(
                    (numbers.get(key, 0), replace(piece, asked=frozenset({asked.get(key, "")} - {""})))
                )
    found.sort(key=lambda one: (one[0], reading_order(one[1].text), one[1].id))
    return [piece for _number, piece in found]


def _answer(
    own: RecordId, text: str, number: int | None, themes: Sequence[ThemeTag], used_in: int
) -> Evidence:
    """Its reference names the question and nothing else."""
    return Evidence(
        id=own,
        text=text,
        reference=_("Answer, item {number}").format(number=number or "?"),
        group="",
        stance=None,
        side=None,
        kind=None,
        themes=tuple(themes),
        used_in=used_in,
        is_ballot=True,
    )


def _on_topic(form: Form | None, key: str) -> bool:
    """Whether a question is about the topic; one that is not known here is not said to be about anything else."""
    item = form.items.get(key) if form else None
    return item is None or item.about is About.CONTENT


def part_from_ballot(work: UnitOfWork, statement: RecordId, answer: RecordId) -> None:
    """Where a statement rests on a whole ballot, let it rest on each other answer there instead."""
    ballot = ballot_of(answer)
    bond = work.records.find(StatementLink, link_id("StatementLink", statement, ballot))
    if bond is None or bond.deleted:
        return
    work.records.save(replace(bond, deleted=True))
    for other in answers_by_ballot(work, [ballot]).get(ballot, ()):
        if other != answer:
            own = link_id("StatementLink", statement, other)
            work.records.save(StatementLink(id=own, statement=statement, evidence=other))


def answers_by_ballot(work: UnitOfWork, evidence: Iterable[RecordId]) -> dict[RecordId, tuple[RecordId, ...]]:
    """Of what statements rest on, the whole ballots, each with the answers in own words on it."""
    found = (work.projection.ballot(one) for one in set(evidence))
    return {
        ballot["id"]: tuple(answer_id(ballot["id"], key) for key in _written(ballot["answers"]))
        for ballot in found
        if ballot is not None
    }


def _written(answers: str) -> dict[str, str]:
    """What stands on a ballot in own words, by question; `answers` are those on it as JSON."""
    read = msgspec.json.decode(answers, type=dict[str, Answer])
    return {key: words for key, one in read.items() if (words := one.text or one.reason)}
