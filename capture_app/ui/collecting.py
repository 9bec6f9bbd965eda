"""How Python clears away what nothing needs any more, so that it does not hold typing up.

A full collection looks through everything a program holds, which took a tenth of a second each time a page was
first opened. What is there once the first page is shown mostly stays, so it is left out; when a workspace is
closed it counts again, and what was read from that workspace goes.
"""

import gc

_MANY = 50_000
"""New objects before a collection, where Python's own choice is 700: a start makes far more, and all of them stay."""


def collect_seldom() -> None:
    """For the start."""
    gc.set_threshold(_MANY, 20, 20)


def keep_out_of_collections() -> None:
    """What is there now is not looked through again."""
    gc.freeze()


def collect_all() -> None:
    """Clear away all that nothing needs, what was kept out included."""
    gc.unfreeze()
    gc.collect()
