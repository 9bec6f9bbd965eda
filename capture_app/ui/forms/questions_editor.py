"""All questions of a form, in their order (D1)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from capture_app.domain.forms.course import is_asked
from capture_app.domain.record import Record
from capture_app.domain.records import Form, Theme
from capture_app.domain.values import Item
from capture_app.domain.vocabulary import FormPurpose
from capture_app.services.naming import Choice
from capture_app.ui.forms.kinds import KINDS
from capture_app.ui.forms.question_row import QuestionRow
from capture_app.ui.register.parts_editor import PartsEditor
from capture_app.ui.style import Look
from capture_app.words import _


class QuestionsEditor(PartsEditor[Item]):
    """Its rows follow what the form is for, and know its cases."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("Add a question"))
        self._purpose = FormPurpose.WORKSHEET
        self._themes: Sequence[Choice] = ()
        self._cases: Sequence[Choice] = ()

    def set_record(self, record: Record) -> None:
        if not isinstance(record, Form):
            return
        if record.purpose is not self._purpose:
            self._purpose = record.purpose
            self.forget()
            self.show_value({})
        self._cases = tuple(
            (key, case.title or _("Case without a title")) for key, case in sorted(record.cases.items())
        )
        self._tell_rows()

    def set_named(self, named: Mapping[type[Record], Sequence[Choice]]) -> None:
        self._themes = named.get(Theme, ())
        self._tell_rows()

    def make_row(self, key: str, part: Item) -> QuestionRow:
        row = QuestionRow(self._look, key, part, self._purpose)
        row.kind.chosen.connect(self._tell_earlier)
        row.set_named(self._themes, self._cases)
        return row

    def fresh(self, order: str) -> Item:
        return Item(kind=KINDS[self._purpose][0], prompt="", order=order)

    def _arrange(self) -> None:
        super()._arrange()
        self._tell_earlier()

    def _tell_earlier(self) -> None:
        """Each row what is asked before it, as far as something can be made to depend on it."""
        earlier: list[tuple[str, Item]] = []
        for row in self.rows:
            if isinstance(row, QuestionRow):
                row.set_earlier(earlier)
                item = row.part()
                if is_asked(item):
                    earlier.append((row.key, item))

    def _tell_rows(self) -> None:
        for row in self.rows:
            if isinstance(row, QuestionRow):
                row.set_named(self._themes, self._cases)
