"""What the kiosk asks, what it promises, and where the answers go."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from capture_app.domain.heaps import Answers
from capture_app.domain.records import Form
from capture_app.domain.vocabulary import Promise
from capture_app.services.questioning import answer

if TYPE_CHECKING:
    from capture_app.services.done import Done
    from capture_app.services.questioning import OpenBox
    from capture_app.services.workspaces import Workspace


@dataclass(frozen=True, slots=True)
class Asking:
    """One questionnaire. `take` puts one respondent's answers away; `number` is what the staff type to leave.

    Where nobody takes the answers it is only tried: nothing is kept, and whoever tries it leaves as they like.
    """

    form: Form
    promise: Promise
    take: Callable[[Answers], Done[int]] | None = None
    number: str = ""

    @property
    def is_trial(self) -> bool:
        """Whether it is only tried."""
        return self.take is None


def asked_for(workspace: Workspace, box: OpenBox, form: Form, number: str) -> Asking:
    """A questionnaire whose answers go into an open box."""
    return Asking(form, box.promise, partial(answer, workspace, box.id), number)


def tried(form: Form) -> Asking:
    """A questionnaire as respondents see it, to try."""
    return Asking(form, Promise.ANONYMOUS)
