"""The sentences with which a file from outside is turned away: what is wrong, what was kept, what to do."""

from capture_app.domain.errors import NotPossible, Refused, WrongKey
from capture_app.words import _


def unreadable() -> Refused:
    """The file cannot be opened or read at all."""
    return Refused(
        _(
            "This file could not be read. Nothing was changed. Check that it is still there and that you "
            "may open it."
        )
    )


def not_ours() -> Refused:
    """Neither an age file nor a zip."""
    return Refused(_("This file is not a bundle or a session pack. Nothing was changed."))


def too_large() -> Refused:
    """More bytes, members or entries than the format allows."""
    return Refused(
        _(
            "This bundle was not taken in: it holds more than a bundle may. Nothing was changed. Ask for the "
            "same in several bundles."
        )
    )


def cut_off() -> Refused:
    """What is there differs from what was said to be there."""
    return Refused(
        _(
            "This bundle was not taken in: one part differs from its list of contents, so it was probably cut "
            "off while copying. Nothing was changed. Copy it again."
        )
    )


def oddly_packed() -> Refused:
    """The zip is not built as the format says."""
    return Refused(
        _(
            "This bundle was not taken in: it is not packed as a bundle is, so it was probably damaged while "
            "copying. Nothing was changed. Copy it again."
        )
    )


def newer() -> Refused:
    """Written by a version that knows more than this one."""
    return Refused(
        _(
            "This bundle needs a newer version of this app. Nothing was changed. Install the newer version and "
            "open the bundle again."
        )
    )


def unsigned() -> Refused:
    """The signature does not fit."""
    return Refused(
        _(
            "This bundle was not taken in: its signature does not fit what it holds, so it was altered after "
            "it was made. Nothing was changed. Ask for a new copy."
        )
    )


def list_unreadable() -> Refused:
    """The manifest does not follow the format."""
    return Refused(
        _(
            "This bundle was not taken in: its list of contents is not written as it should be. Nothing was "
            "changed. Ask for a new copy."
        )
    )


def pack_unreadable() -> Refused:
    """What the pack is to hand over does not follow the format, or does not come from the lead it names."""
    return Refused(
        _(
            "This session pack was not taken in: what it should hand to this laptop is missing or was not "
            "signed by the project lead it names. Nothing was changed. Ask the lead for a new one."
        )
    )


def line(member: str, number: int, trouble: str) -> Refused:
    """One line of the log is not acceptable; `trouble` is one of the words of `Malformed`."""
    sentence = _(
        "This bundle was not taken in: in {member}, line {number} {trouble}. Nothing was changed. Ask for a "
        "new copy."
    )
    return Refused(sentence.format(member=member, number=number, trouble=trouble))


def tangled() -> Refused:
    """Entries that are each well written do not go together."""
    return Refused(
        _(
            "This bundle was not taken in: some of its entries contradict one another. Nothing was changed. "
            "Ask for a new copy."
        )
    )


def needs_key() -> WrongKey:
    """Sealed to keys, and none was given."""
    return WrongKey(_("This file opens with a key. Nothing was changed. Choose the key it was made for."))


def needs_passphrase() -> WrongKey:
    """Sealed with a passphrase, and none was given."""
    return WrongKey(
        _("This file opens with a passphrase. Nothing was changed. Type the one it was made with.")
    )


def too_costly() -> Refused:
    """A passphrase made to take minutes and gigabytes to try."""
    return Refused(
        _(
            "This file was not opened: trying its passphrase would take longer than any file of this app "
            "needs. Nothing was changed."
        )
    )


def readdressed() -> Refused:
    """Sealed otherwise than its maker said."""
    return Refused(
        _(
            "This bundle was not taken in: somebody opened it and sealed it again on its way to you. Nothing "
            "was changed. Ask for the bundle as it was made."
        )
    )


def not_written(reason: Refused) -> NotPossible:
    """What we were about to write, no reader would take; `reason` is what that reader would say."""
    sentence = _("No bundle was written, because it would have been refused elsewhere: “{reason}”")
    return NotPossible(sentence.format(reason=reason.sentence))
