"""Where a line stands, in the words people use: group and question, or the part of whose minutes."""

from collections.abc import Iterable, Mapping
from typing import Protocol

from capture_app.domain.record import RecordId
from capture_app.domain.records import AgendaPart, Form, Group, Minutes, Sheet
from capture_app.domain.values import Item
from capture_app.domain.vocabulary import Scale, Verdict
from capture_app.domain.wordings import chosen_together, decided_alike
from capture_app.services.differing import differences_in, lines_decided_otherwise
from capture_app.services.joined_themes import asking
from capture_app.services.wording import decided_words, verdict_versions
from capture_app.services.written import group_of, questions_of
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.words import _


class Placed(Protocol):
    """What of a line says where it stands."""

    @property
    def id(self) -> RecordId: ...
    @property
    def sheet(self) -> RecordId: ...
    @property
    def item(self) -> str: ...
    @property
    def minutes(self) -> RecordId: ...
    @property
    def part(self) -> RecordId: ...
    @property
    def order(self) -> str: ...
    @property
    def said_at(self) -> str: ...


class Decided(Placed, Protocol):
    """What of a line says, besides, what was decided about it."""

    @property
    def verdict(self) -> Verdict | None: ...
    @property
    def option(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def deleted(self) -> bool: ...


class Places:
    """Where lines stand: which group and question, or which part of whose minutes."""

    def __init__(self, work: UnitOfWork, session: RecordId) -> None:
        self._groups = {
            one.id: (place, one)
            for place, one in enumerate(work.records.all(Group, session=session), start=1)
        }
        self._sheets = {one.id: one for one in work.records.all(Sheet, session=session)}
        forms = {sheet.id: questions_of(work, sheet) for sheet in self._sheets.values()}
        self._written = _written(work, self._sheets.values())
        self._numbers = {sheet: item_numbers(form) for sheet, form in forms.items()}
        self._items = {
            (sheet, key): item
            for sheet, form in forms.items()
            for key, item in (asking(work, form).items.items() if form else ())
        }
        self._parts = {
            one.id: (place, one) for place, one in enumerate(work.records.all(AgendaPart, session=session))
        }
        self._minutes = {one.id: one for one in work.records.all(Minutes, session=session)}
        self._versions = lines_decided_otherwise(work)
        self._differing = {one.record for one in differences_in(work)}
        self._place: dict[tuple[RecordId, str], int] = {}

    def group(self, line: Placed) -> str:
        """The label of the line's group; empty in minutes."""
        sheet = self._sheets.get(line.sheet)
        return self._groups[sheet.group][1].label if sheet and sheet.group in self._groups else ""

    def is_written(self, line: Placed) -> bool:
        """Whether it is written feedback, and no group's."""
        return line.sheet in self._written

    def asked(self, line: Placed) -> RecordId:
        """The section or area its question asks about; empty where it says none (A2)."""
        item = self._item(line)
        return item.theme if item else ""

    def decided(self, line: Decided, *, chosen: int = 1) -> str:
        """What the group decided about a line, in the words of its question; empty where it decided nothing (D2).

        Where laptops decided otherwise and nobody has settled it, that and each version. `chosen`: see `chosen`.
        """
        return decided_words(self._item(line), line, self._versions.get(line.id, ()), chosen=chosen)

    def chosen(self, lines: Iterable[Decided]) -> Mapping[RecordId, int]:
        """Of wordings that are chosen beside others, how many those are (D8)."""
        alike = decided_alike(lines, self._versions)
        return {line: len(together) for line, together in chosen_together(alike, self._scale).items()}

    def differs(self, line: Placed) -> bool:
        """Whether laptops have a line in several versions of which `decided` does not tell."""
        told = verdict_versions(self._scale(line), self._versions.get(line.id, ()))
        return line.id in self._differing and not told

    def order(self, line: Placed) -> tuple[int, int, str, str]:
        """Worksheets by group and question first, then minutes by part."""
        sheet = self._sheets.get(line.sheet)
        if sheet is None:
            return (len(self._groups) + len(self._written) + 1, self._part(line)[0], line.order, line.id)
        known = self._groups.get(sheet.group, (len(self._groups), None))[0]
        group = len(self._groups) + self._written[sheet.id][0] if sheet.response else known
        return (group, self._numbers[sheet.id].get(line.item, 0), line.order, line.id)

    def reference(self, line: Placed) -> str:
        """ "G2 · Q3 · 4", or "Minutes · Plenary · 11:17"."""
        sheet = self._sheets.get(line.sheet)
        if sheet is None:
            words = [self._stream(line), self._part(line)[1], line.said_at[-5:]]
            return " · ".join(word for word in words if word)
        place = self._place[line.sheet, line.item] = self._place.get((line.sheet, line.item), 0) + 1
        return f"{self._asked_at(sheet, line)} · {place}"

    def question(self, answer: Placed) -> str:
        """ "G2 · Q3": the question to which a group answered."""
        return self._asked_at(self._sheets[answer.sheet], answer)

    def _asked_at(self, sheet: Sheet, line: Placed) -> str:
        number = self._numbers[sheet.id].get(line.item, 0)
        if sheet.response:
            title = self._written[sheet.id][1]
            words = _("{title} · Q{question}").format(title=title, question=number)
            return words if sheet.form else title
        group = self._groups.get(sheet.group, (0, None))[0]
        return _("G{group} · Q{question}").format(group=group, question=number)

    def _item(self, line: Placed) -> Item | None:
        return self._items.get((line.sheet, line.item))

    def _scale(self, line: Placed) -> Scale:
        item = self._item(line)
        return item.scale if item else Scale.NONE

    def _stream(self, line: Placed) -> str:
        found = self._minutes.get(line.minutes)
        return _("Agreed minutes") if found and found.agreement is not None else _("Minutes")

    def _part(self, line: Placed) -> tuple[int, str]:
        place, part = self._parts.get(line.part, (len(self._parts), None))
        return place, part.title if part else ""


def _written(work: UnitOfWork, sheets: Iterable[Sheet]) -> Mapping[RecordId, tuple[int, str]]:
    """Of sheets typed up from written responses, which of them it is, and whose feedback it holds (F4)."""
    own = sorted((one for one in sheets if one.response), key=lambda one: (one.response, one.id))
    titles = {one.id: group.label for one in own if (group := group_of(work, one))}
    return {one.id: (place, titles.get(one.id, "")) for place, one in enumerate(own, start=1)}


def item_numbers(form: Form | None) -> dict[str, int]:
    """The number of each item as people see it."""
    if form is None:
        return {}
    ordered = sorted(form.items, key=lambda key: (form.items[key].order, key))
    return {key: number for number, key in enumerate(ordered, start=1)}
