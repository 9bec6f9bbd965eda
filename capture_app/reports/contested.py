"""That some of what a document shows is not settled yet, said before anything else."""

from collections.abc import Iterator

from capture_app.reports.blocks import Block, Notice
from capture_app.words import _, n_


def contested_told(fields: int) -> Iterator[Block]:
    """How many of the fields shown hold two versions; nothing where none does (C9)."""
    if fields:
        yield Notice(
            n_(
                "{count} field shown here holds two versions",
                "{count} fields shown here hold two versions",
                fields,
            ),
            _("One of them is shown for now. Which is right has to be decided on the Bundles page."),
        )
