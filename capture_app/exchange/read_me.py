"""The page inside a bundle for whoever opens it with an age tool instead of this app.

Always in English: nobody knows which language the person reads who comes upon it.
"""

import html
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from string import Template

from capture_app.domain.clock import Stamp, milliseconds_of
from capture_app.exchange.files import CARE_SUFFIX, SUFFIX
from capture_app.exchange.manifest import Counts
from capture_app.exchange.parcel import Parcel, What
from capture_app.paths import resource

READ_ME = "read-me-first.html"

_NAMES = {What.BUNDLE: "bundle", What.PACK: "session pack", What.CARE: "care file"}


def read_me(parcel: Parcel) -> bytes:
    """The page for this parcel. It is read by people, never by this app."""
    counts = Counts.of(parcel)
    page = Template(resource("templates", READ_ME).read_text(encoding="utf-8"))
    return page.substitute(
        what=_NAMES[parcel.what],
        ending=CARE_SUFFIX if parcel.care else SUFFIX,
        made=_day(parcel.made),
        device=html.escape(parcel.device),
        project=html.escape(parcel.project),
        entries=f"{counts.revisions:,}",
        kinds=_rows((kind, number) for kind, number in sorted(counts.kinds.items())),
        kept_back=_rows((f"{kept.what}: {kept.reason}", kept.count) for kept in parcel.kept_back),
    ).encode()


def _rows(rows: Iterable[tuple[str, int]]) -> str:
    found = "\n".join(f"<tr><td>{html.escape(name)}</td><td>{number:,}</td></tr>" for name, number in rows)
    return found or "<tr><td>none</td><td></td></tr>"


def _day(stamp: Stamp) -> str:
    """The day of a stamp, "16 May 2024", in universal time."""
    try:
        moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=milliseconds_of(stamp))
    except OverflowError:  # a clock beyond the year 9999
        return "an unknown day"
    return f"{moment.day} {moment:%B %Y}"
