"""Questionnaires on paper: typed up once, and once more to compare; what was read differently is put right (F6).

No order, number or time of forms is kept, of either entry, as in the kiosk.
"""

from capture_app.domain.changes import Changes
from capture_app.domain.errors import NotPossible
from capture_app.domain.heaps import Answers
from capture_app.domain.record import RecordId
from capture_app.domain.second_entry import Compared, Pair, compare, settled
from capture_app.domain.values import Answer, Item
from capture_app.reports.wording import answer_words
from capture_app.services.done import Done
from capture_app.store.workspace import Workspace
from capture_app.words import _

__all__ = ["compared", "put_right", "reading_words", "type_again"]


def type_again(workspace: Workspace, box: RecordId, answers: Answers) -> Done[int]:
    """Put a form of the second entry away; gives how many were typed again. Raises NotPossible if the box is closed."""
    with workspace.unit_of_work() as work:
        count = work.boxes.type_again(box, answers)
        work.commit()
    workspace.leave_no_trace()
    return Done(count, _touched(box))


def compared(workspace: Workspace, box: RecordId) -> Compared:
    """The two entries of a box beside each other. Raises NotPossible if the box is closed."""
    with workspace.unit_of_work() as work:
        first, again = work.boxes.heaps(box)
        return compare(first, again or ())


def put_right(workspace: Workspace, box: RecordId, pair: Pair, right: Answers | None) -> Done[None]:
    """Put the right reading in both entries in place of a pair; None takes away a form that is not in the pile.

    Raises NotPossible if the pair is not there any more, or the box is closed.
    """
    with workspace.unit_of_work() as work:
        first, again = work.boxes.heaps(box)
        heaps = settled((first, again or ()), pair, right)
        if heaps is None:
            raise NotPossible(_("This form has been put right already. Nothing was changed."))
        work.boxes.put_heaps(box, *heaps)
        work.commit()
    workspace.leave_no_trace()
    return Done(None, _touched(box))


def reading_words(item: Item, answer: Answer | None) -> str:
    """What was read on paper, in words; None is a question left blank."""
    return _("Nothing marked") if answer is None else answer_words(answer, item)


def _touched(box: RecordId) -> Changes:
    return Changes(frozenset({box}), frozenset({"OpenBox"}))
