"""One form on paper while it is typed up: where one is and what was read so far. In memory only, and gone when wiped.

Nothing is enforced: what stands on the paper stands (F2). Whatever is refused changes nothing.
"""

from __future__ import annotations

from enum import StrEnum

from capture_app.domain.forms.limits import Wrong
from capture_app.domain.forms.typed_up import (
    RATHER_NOT,
    SEVERAL,
    Doubt,
    Stop,
    Typing,
    chosen_as_answer,
    doubts,
    from_paper,
    keys_of,
    letters_of,
    stops_of,
    typing_of,
    words_as_answer,
)
from capture_app.domain.records import Form
from capture_app.domain.values import SEVERAL_IN_ROW, Answer
from capture_app.domain.vocabulary import Given, ItemKind


class Refused(StrEnum):
    """Why a key did nothing."""

    NO_SUCH_ANSWER = "no_such_answer"
    NOTHING_TYPED = "nothing_typed"
    MANY_ALLOWED = "many_allowed"
    FIRST = "first"
    AT_END = "at_end"
    NO_REASON = "no_reason"


class TypedForm:
    """`place` is the stop one is at; after the last one it is the end, where Enter puts the form away.

    reasoning: the question whose reason is being written, or empty.
    """

    def __init__(self, form: Form) -> None:
        self.items = form.items
        self.stops = stops_of(form.items)
        self.wipe()

    @property
    def stop(self) -> Stop | None:
        """Where one is; None at the end."""
        return self.stops[self.place] if self.place < len(self.stops) else None

    @property
    def begun(self) -> bool:
        """Whether there is anything that would be lost."""
        return bool(self._seen)

    @property
    def written_here(self) -> bool:
        """Whether what comes next is written and not chosen by a key."""
        return bool(self.reasoning) or (self.stop is not None and typing_of(self.stop.item) is Typing.WRITTEN)

    def wipe(self) -> None:
        """Forget everything: the next form begins."""
        self.place, self.reasoning = 0, ""
        self._answers: dict[str, Answer] = {}
        self._seen: set[int] = set()

    def answers(self) -> dict[str, Answer]:
        """What is kept of this form, by question."""
        return from_paper(self.items, self._answers)

    def answer_to(self, stop: Stop) -> Answer | None:
        """What was read at a stop so far; None where one has not been. An empty one is a blank."""
        if self.stops.index(stop) not in self._seen:
            return None
        answer = self._answers.get(stop.key, Answer())
        if not stop.row or answer.given is not Given.ANSWERED:
            return answer
        mark = answer.by_row.get(stop.row, "")
        return SEVERAL if mark == SEVERAL_IN_ROW else Answer(choice=mark)

    def reason_at(self, stop: Stop) -> str:
        """The reason that was written of a choice."""
        return self._answers.get(stop.key, Answer()).reason

    def doubts(self) -> dict[str, Doubt]:
        """What to tell of the answers so far, by question."""
        return doubts(self.items, self._answers)

    def choose(self, typed: str) -> Refused | None:
        """An option by its key: goes on where one is allowed, marks it or takes the mark back where several are."""
        stop = self.stop
        if stop is None:
            return Refused.AT_END
        option = {**keys_of(stop.item.options), **letters_of(stop.item.options)}.get(typed)
        if option is None:
            return Refused.NO_SUCH_ANSWER
        if typing_of(stop.item) is Typing.ONE_KEY:
            self._read(stop, chosen_as_answer(stop, (option,)))
        else:
            self._mark(stop, option)
        return None

    def leave_blank(self) -> Refused | None:
        """Nothing is marked here."""
        return self._take(Answer())

    def rather_not(self) -> Refused | None:
        """They would rather not say; of a matrix that is about all its rows."""
        return self._take(RATHER_NOT)

    def several_marked(self) -> Refused | None:
        """More than one answer is marked where one is allowed: none of them is kept."""
        stop = self.stop
        if stop is not None and stop.item.kind is ItemKind.MULTIPLE:
            return Refused.MANY_ALLOWED
        if stop is not None and stop.row:
            return self._take(Answer(by_row={stop.row: SEVERAL_IN_ROW}))
        return self._take(SEVERAL)

    def go_on(self) -> Refused | None:
        """Enter where one chooses by keys: keeps what was marked here, or read when one was here before."""
        if self.stop is None:
            return Refused.AT_END
        if self.place not in self._seen:
            return Refused.NOTHING_TYPED
        self.place += 1
        return None

    def back(self) -> Refused | None:
        """To the one before; what was read stays until another key is pressed there."""
        if self.reasoning:
            self.reasoning = ""
        elif self.place == 0:
            return Refused.FIRST
        else:
            self.place -= 1
        return None

    def write(self, words: str) -> Wrong | None:
        """What was written here, and on; says what cannot be kept as it stands."""
        if self.reasoning:
            self._answers[self.reasoning] = _with_reason(self._answers[self.reasoning], words.strip())
            self.reasoning = ""
            return None
        stop = self.stops[self.place]
        answer = words_as_answer(stop, words)
        if isinstance(answer, Wrong):
            return answer
        self._read(stop, answer)
        return None

    def begin_reason(self) -> Refused | None:
        """Write the reason of the choice just read: here, or at the question before."""
        for stop in (self.stop, self.stops[self.place - 1] if self.place else None):
            if stop is not None and stop.item.reason and self._answers.get(stop.key, Answer()).choice:
                self.reasoning = stop.key
                return None
        return Refused.NO_REASON

    def words_here(self) -> str:
        """What was written here before."""
        if self.reasoning:
            return self._answers[self.reasoning].reason
        stop = self.stops[self.place]
        answer = self._answers.get(stop.key, Answer())
        if answer == RATHER_NOT:
            return "-"
        if stop.item.options:
            keys = {option: key for key, option in keys_of(stop.item.options).items()}
            chosen = (*answer.chosen, answer.choice, answer.by_row.get(stop.row, ""))
            return ", ".join(keys[one] for one in chosen if one in keys)
        return f"{answer.value} – {answer.upper}" if answer.upper else answer.text or answer.value

    def _take(self, answer: Answer) -> Refused | None:
        if self.stop is None:
            return Refused.AT_END
        self._read(self.stop, answer)
        return None

    def _read(self, stop: Stop, answer: Answer) -> None:
        """Keep an answer and go on."""
        whole = answer == RATHER_NOT
        self._keep(stop, answer)
        rows = [place for place, other in enumerate(self.stops) if other.key == stop.key]
        self._seen.update(rows if whole else [self.place])
        self.place = rows[-1] + 1 if whole else self.place + 1

    def _keep(self, stop: Stop, answer: Answer) -> None:
        if stop.row and answer != RATHER_NOT:
            before = {} if stop.key not in self._answers else dict(self._answers[stop.key].by_row)
            before.pop(stop.row, None)
            answer = Answer(by_row={**before, **answer.by_row})
        if answer.choice:
            answer = _with_reason(answer, self._answers.get(stop.key, answer).reason)
        if answer == Answer():
            self._answers.pop(stop.key, None)
        else:
            self._answers[stop.key] = answer

    def _mark(self, stop: Stop, option: str) -> None:
        """One of several options, in the order in which they are typed; typed again, it is taken back."""
        chosen = self._answers.get(stop.key, Answer()).chosen
        kept = tuple(one for one in chosen if one != option) if option in chosen else (*chosen, option)
        self._keep(stop, chosen_as_answer(stop, kept))
        self._seen.add(self.place)


def _with_reason(answer: Answer, reason: str) -> Answer:
    return Answer(choice=answer.choice, reason=reason)
