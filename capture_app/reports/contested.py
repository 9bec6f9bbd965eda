"""That some of what a document shows is not settled yet, and which, said before anything else."""

from collections.abc import Iterator, Sequence

from capture_app.reports.blocks import Block, Notice
from capture_app.words import _, n_


def contested_told(fields: Sequence[str]) -> Iterator[Block]:
    """Which of the fields shown hold two versions; nothing where none does (C9)."""
    if fields:
        title = n_(
            "{count} field shown here holds two versions",
            "{count} fields shown here hold two versions",
            len(fields),
        )
        rest = _("One of them is shown for now. Which is right has to be decided on the Bundles page.")
        yield Notice(title, _("{which}. {what_to_do}").format(which="; ".join(fields), what_to_do=rest))
