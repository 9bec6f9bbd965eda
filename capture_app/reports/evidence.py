"""The evidence behind statements: lines and answers, each with the place where it was written down."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from capture_app.domain.ballots import Ballot, answer_id, ballot_of, ballots_of
from capture_app.domain.reading_order import reading_order
from capture_app.domain.record import RecordId
from capture_app.domain.records import Form, Line
from capture_app.domain.values import Answer, Item
from capture_app.domain.vocabulary import Heard, LineKind, Permission, Scale, Side, Stance
from capture_app.domain.wordings import chosen_together, decided_alike
from capture_app.reports.decided import decided_words
from capture_app.reports.material import Material
from capture_app.reports.places import Places, ordered_items
from capture_app.words import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A line or an answer, as it stands behind a statement (K1, delight 1). Nobody is named.

    reference: where it was written down ("G2 · Q3 · 4", "Minutes · Plenary · 11:17", "Answer, item 8").
    hands: how many were raised, and of how many. contested: two versions stand. verdict: what the group decided, in
    the words of the question. source: where what is named is to be found. themes: what it is about, in words.
    reworded: an agreed line of minutes that says something in other words than the lines it was taken from (E1).
    dissent: when it was read back to its group, not everybody agreed (D1).
    """

    reference: str
    text: str
    stance: Stance | None = None
    side: Side | None = None
    kind: LineKind = LineKind.POINT
    permission: Permission = Permission.NOT_ASKED
    hands: int | None = None
    hands_of: int | None = None
    removed: bool = False
    contested: bool = False
    verdict: str = ""
    priority: bool = False
    source: str = ""
    themes: tuple[str, ...] = ()
    reworded: bool = False
    dissent: bool = False


@dataclass(frozen=True, slots=True)
class AllEvidence:
    """Everything a statement can rest on, by id, in the order in which it would be read.

    Of an anonymous answer sheet each answer in own words is a piece of its own (see `answer_id`); a sheet without any
    is one without words.
    """

    lines: Mapping[RecordId, Evidence]
    answers: Mapping[RecordId, Evidence]

    def behind(self, ids: set[RecordId]) -> tuple[Evidence, ...]:
        """The pieces with these ids; that of a ballot means all that stands on it."""
        lines = [piece for key, piece in self.lines.items() if key in ids]
        answers = [piece for key, piece in self.answers.items() if {key, ballot_of(key)} & ids]
        return (*lines, *answers)

    def is_here(self, evidence: RecordId) -> bool:
        """Whether a link leads to something that is in this workspace."""
        if evidence in self.lines or evidence in self.answers:
            return True
        return any(ballot_of(key) == evidence for key in self.answers)

    def own_words(self, without: frozenset[RecordId] = frozenset()) -> int:
        """How many answers hold own words, without those with these ids."""
        left = (piece for key, piece in self.answers.items() if not {key, ballot_of(key)} & without)
        return sum(bool(piece.text) for piece in left)


def evidence_of(material: Material, places: Places) -> AllEvidence:
    """The evidence of one session."""
    lines = {line.id: line for line in material.lines}
    contested = {conflict.record for conflict in material.conflicts}
    several = len({box.form for box in material.boxes}) > 1
    items = {key: item_of(material, line) for key, line in lines.items()}
    versions = material.versions()
    alike = decided_alike(material.lines, versions)
    together = chosen_together(alike, lambda line: _scale(items[line.id]))
    return AllEvidence(
        lines={
            key: replace(
                _line(lines[key], where, contested=key in contested),
                verdict=decided_words(
                    items[key], lines[key], versions.get(key, ()), chosen=len(together.get(key, (key,)))
                ),
                themes=material.themes.get(key, ()),
                reworded=key in material.reworded,
            )
            for key, where in places.lines.items()
        },
        answers=dict(
            sorted(
                (
                    piece
                    for box in material.boxes
                    if box.form in material.forms
                    for ballot in ballots_of(box)
                    for piece in _answers(ballot, material.forms[box.form], several)
                ),
                key=lambda one: (reading_order(one[1].reference), reading_order(one[1].text), one[0]),
            )
        ),
    )


def item_of(material: Material, line: Line) -> Item | None:
    """The question to which a line was said; None where its form is not here."""
    form = next((material.forms.get(sheet.form) for sheet in material.sheets if sheet.id == line.sheet), None)
    return form.items.get(line.item) if form else None


def _scale(item: Item | None) -> Scale:
    return item.scale if item else Scale.NONE


def _line(line: Line, reference: str, *, contested: bool) -> Evidence:
    return Evidence(
        reference=reference,
        text=line.text,
        stance=line.stance,
        side=line.side,
        kind=line.line_kind,
        permission=line.permission,
        hands=line.hands,
        hands_of=line.hands_of,
        removed=line.deleted,
        contested=contested,
        priority=line.priority,
        source=line.reference,
        dissent=line.spoken_of is Heard.DISSENT,
    )


def _answers(ballot: Ballot, form: Form, several: bool) -> Iterator[tuple[RecordId, Evidence]]:
    """What somebody said in own words, by the id of each answer; without any, one piece without words.

    What they ticked is left out: side by side it would draw a picture of one person (practice 2.10).
    """
    said = [
        (number, key, words)
        for number, (key, _item) in enumerate(ordered_items(form), start=1)
        if (words := _own_words(ballot.answers.get(key)))
    ]
    for number, key, words in said:
        reference = _("Answer, item {number}").format(number=number)
        told = f"{reference} ({form.title})" if several else reference
        yield answer_id(ballot.id, key), Evidence(reference=told, text=words)
    if not said:
        yield ballot.id, Evidence(reference=_("Answer, without own words"), text="")


def _own_words(answer: Answer | None) -> str:
    return (answer.text or answer.reason) if answer else ""
