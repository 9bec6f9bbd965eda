"""A pile of questionnaires on paper, and somebody who types them up key by key as each form stands."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from capture_app.domain.records import Form
from capture_app.domain.values import Answer, Item, Option
from capture_app.domain.vocabulary import FormPurpose, Given, ItemKind

AGREE = tuple(
    Option(id=key, label=label)
    for key, label in (("a", "Agree"), ("ma", "Mostly agree"), ("md", "Mostly disagree"), ("d", "Disagree"))
)
SURE = tuple(Option(id=key, label=key.capitalize()) for key in ("yes", "maybe", "no"))
CLOSED = Form(
    id="ten-closed",
    purpose=FormPurpose.QUESTIONNAIRE,
    title="Ten closed questions",
    items={
        f"q{n}": Item(
            kind=ItemKind.CHOICE,
            prompt=f"Question {n}",
            order=f"{n:02}",
            options=SURE if n == 9 else AGREE,
            reason=n == 9,
        )
        for n in range(10)
    },
)
RATHER_NOT = Answer(given=Given.RATHER_NOT_SAY)
SEVERAL = Answer(given=Given.SEVERAL_MARKED)
_NAMED = {"\n": Qt.Key.Key_Return, "\b": Qt.Key.Key_Backspace}
_KEYS = {Given.RATHER_NOT_SAY: "-", Given.SEVERAL_MARKED: "+"}


def pile(forms: int, seed: int = 5) -> list[dict[str, Answer]]:
    """Forms of ten closed questions with every sort of answer; what was left blank is not in them."""
    chance = random.Random(seed)
    made = []
    for _form in range(forms):
        form: dict[str, Answer] = {}
        for key, item in CLOSED.items.items():
            choices = [Answer(choice=one.id) for one in item.options] * 3
            given = chance.choice([*choices, None, None, RATHER_NOT, SEVERAL])
            if given is not None:
                form[key] = given
        made.append(form)
    return made


def keys_for(form: Mapping[str, Answer]) -> str:
    """What is typed for a form of the pile, without the Enter at its end."""
    typed = ""
    for key, item in CLOSED.items.items():
        answer = form.get(key)
        places = {one.id: str(n) for n, one in enumerate(item.options, start=1)}
        typed += " " if answer is None else _KEYS.get(answer.given) or places[answer.choice]
    return typed


class Typist(QObject):
    """Strikes keys as the system sends them, at the window; `strokes` counts what really arrived there."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        widget.window().activateWindow()
        QTest.qWaitForWindowActive(widget.window())
        self.strokes = 0
        self._window: QWindow = widget.window().windowHandle()
        self._window.installEventFilter(self)

    def type(self, text: str) -> None:
        """These characters, one after the other; "\\n" is Enter and "\\b" Backspace."""
        for one in text:
            if one in _NAMED:
                QTest.keyClick(self._window, _NAMED[one])
            else:
                QTest.keyClick(self._window, ord(one))

    def type_up(self, forms: Sequence[Mapping[str, Answer]]) -> None:
        """Each of these forms, and put it away."""
        for form in forms:
            self.type(keys_for(form) + "\n")

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 Qt's name
        if event.type() == QEvent.Type.KeyPress:
            self.strokes += 1
        return False
