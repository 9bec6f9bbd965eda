"""How Python clears away what nothing needs any more: in the window's thread alone, and seldom.

Left to itself, Python does it in whichever thread happens to be making something. If a lane clears away a widget, Qt
takes the program with it. And a full collection looks through everything a program holds, which took a tenth of a
second each time a page was first opened. What is there once the first page is shown mostly stays, so it is left out;
when a workspace is closed it counts again, and what was read from that workspace goes.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_MANY = 50_000
"""New objects before a collection, where Python's own choice is 700: a start makes far more, and all of them stay."""
_EVERY = 5000
"""Milliseconds from one look at their number to the next: seldom enough that hardly a page is opened meanwhile."""


class Collector(QObject):
    """Collects instead of Python, until it is told to `stop`."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        gc.set_threshold(_MANY, 20, 20)
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(collect_if_many)
        self._timer.start()

    def stop(self) -> None:
        """Let Python do it again."""
        self._timer.stop()
        gc.enable()


def collect_if_many() -> None:
    """Collect the oldest generation that Python would collect now, with those younger than it, or none."""
    due = [count > most for count, most in zip(gc.get_count(), gc.get_threshold(), strict=True)]
    if due[0]:
        gc.collect(max(generation for generation in range(3) if all(due[: generation + 1])))


def keep_out_of_collections() -> None:
    """What is there now is not looked through again."""
    gc.freeze()


def collect_all() -> None:
    """Clear away all that nothing needs, what was kept out included."""
    gc.unfreeze()
    gc.collect()
