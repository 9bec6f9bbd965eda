"""One person at the kiosk: where they are and what they have answered. In memory only, and gone when wiped."""

from __future__ import annotations

from capture_app.domain.forms.course import handed_in, is_asked, items_asked
from capture_app.domain.forms.limits import Wrong, wrong_with
from capture_app.domain.records import Form
from capture_app.domain.values import Answer, Item
from capture_app.domain.vocabulary import ItemKind


class Sitting:
    """Goes through the items of a form one by one; nothing is preselected and nothing is forced (F2).

    What comes next follows from the answers so far. A section has no place of its own: it stands above its questions.
    """

    def __init__(self, form: Form) -> None:
        self._items, self._untranslated = form.items, frozenset[str]()
        self._answers: dict[str, Answer] = {}
        self._meant: set[str] = set()
        self.place = 0
        self._find_way()

    def read_in(self, form: Form, untranslated: frozenset[str] = frozenset()) -> None:
        """Go on in another language: the same items in other words, some of them as they were written."""
        self._items, self._untranslated = form.items, untranslated

    @property
    def count(self) -> int:
        """How many places there are, as far as the answers so far can tell."""
        return len(self._course)

    @property
    def item(self) -> Item:
        """The question or note one is at."""
        return self._items[self._key]

    @property
    def untranslated(self) -> bool:
        """Whether something of it is still in the language it was written in."""
        return self._key in self._untranslated

    @property
    def section(self) -> Item | None:
        """The section it stands in, if it does."""
        key = self._sections[self._key]
        return self._items[key] if key else None

    @property
    def begins_section(self) -> bool:
        """Whether it is the first of its section."""
        return self.place == 0 or self._sections[self._key] != self._sections[self._course[self.place - 1]]

    @property
    def number(self) -> tuple[int, int]:
        """Which question it is, and of how many; notes are not counted."""
        asked = [key for key in self._course if is_asked(self._items[key])]
        return (asked.index(self._key) + 1 if self._key in asked else 0), len(asked)

    @property
    def before(self) -> int:
        """How many questions come before what one is at; notes are not counted."""
        return sum(is_asked(self._items[key]) for key in self._course[: self.place])

    @property
    def answer(self) -> Answer | None:
        """What was answered to it so far."""
        return self._answers.get(self._key)

    @property
    def wrong(self) -> Wrong | None:
        """What is wrong with that answer."""
        return wrong_with(self.item, self.answer)

    @property
    def is_last(self) -> bool:
        """Whether this is the last place."""
        return self.place == self.count - 1

    @property
    def begun(self) -> bool:
        """Whether there is anything that would be lost."""
        return self.place > 0 or bool(self._answers)

    def put(self, answer: Answer | None) -> None:
        """Answer the question one is at; None takes the answer back."""
        if answer is None:
            self._answers.pop(self._key, None)
        else:
            self._answers[self._key] = answer
        self._find_way()

    def asks_back(self) -> bool:
        """Whether to ask if it was meant to stay blank: once, and only where an answer is wanted."""
        if not self.item.wanted or self.answer is not None or self._key in self._meant:
            return False
        self._meant.add(self._key)
        return True

    def move(self, step: int) -> None:
        """Go on or back, never beyond the ends."""
        self.place = max(0, min(self.count - 1, self.place + step))

    def answers(self) -> dict[str, Answer]:
        """What is handed in, by item; a question that was skipped is not in it, one that did not come says so."""
        return handed_in(self._items, self._answers)

    def wipe(self) -> None:
        """Forget everything."""
        self._answers.clear()
        self._meant.clear()
        self.place = 0
        self._find_way()

    @property
    def _key(self) -> str:
        return self._course[self.place]

    def _find_way(self) -> None:
        """Which items come. Those up to the present one stay: an answer leads only to what is after it."""
        self._course: list[str] = []
        self._sections: dict[str, str] = {}
        section = ""
        for key in items_asked(self._items, self._answers):
            if self._items[key].kind is ItemKind.SECTION:
                section = key
            else:
                self._course.append(key)
                self._sections[key] = section
