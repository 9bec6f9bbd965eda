"""What can go wrong in a way a person can be told. Each error carries the whole sentence to show.

    CaptureError
    |-- NotPossible        the person asked for something that cannot be done as it stands
    |-- Refused            a file from outside was not taken in; nothing changed
    |   `-- WrongKey       the passphrase or key does not open it
    |-- StorageTrouble     the disk or the workspace file: full, locked, damaged, written by a newer version
    `-- Cancelled          the person stopped it; nothing to show

Anything else that is raised is a bug.
"""

from capture_app.words import _


class CaptureError(Exception):
    """Something went wrong and `sentence` says what happened, what was kept and what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class NotPossible(CaptureError):
    """What was asked for cannot be done as things stand."""


class Refused(CaptureError):
    """A file from outside was refused whole; the workspace is as it was."""


class WrongKey(Refused):
    """The passphrase or key given does not open the file."""


class StorageTrouble(CaptureError):
    """The workspace could not be read or written; what was saved before is untouched."""


class Cancelled(CaptureError):
    """The person stopped it."""

    def __init__(self) -> None:
        super().__init__(_("Stopped. Nothing was changed."))
