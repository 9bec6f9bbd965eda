"""One person at the kiosk: where they are and what they have answered. In memory only, and gone when wiped."""

from __future__ import annotations

from capture_app.domain.records import Form
from capture_app.domain.values import Answer, Item


class Sitting:
    """Goes through the items of a form one by one; nothing is preselected and nothing is forced (F2)."""

    def __init__(self, form: Form) -> None:
        self._items = sorted(form.items.items(), key=lambda entry: (entry[1].order, entry[0]))
        self._answers: dict[str, Answer] = {}
        self.place = 0

    @property
    def count(self) -> int:
        """How many questions there are."""
        return len(self._items)

    @property
    def item(self) -> Item:
        """The question one is at."""
        return self._items[self.place][1]

    @property
    def answer(self) -> Answer | None:
        """What was answered to it so far."""
        return self._answers.get(self._items[self.place][0])

    @property
    def is_last(self) -> bool:
        """Whether this is the last question."""
        return self.place == self.count - 1

    @property
    def begun(self) -> bool:
        """Whether there is anything that would be lost."""
        return self.place > 0 or bool(self._answers)

    def put(self, answer: Answer | None) -> None:
        """Answer the question one is at; None takes the answer back."""
        key = self._items[self.place][0]
        if answer is None:
            self._answers.pop(key, None)
        else:
            self._answers[key] = answer

    def move(self, step: int) -> None:
        """Go on or back, never beyond the ends."""
        self.place = max(0, min(self.count - 1, self.place + step))

    def answers(self) -> dict[str, Answer]:
        """What was answered, by item; a question that was skipped is not in it."""
        return dict(self._answers)

    def wipe(self) -> None:
        """Forget everything."""
        self._answers.clear()
        self.place = 0
