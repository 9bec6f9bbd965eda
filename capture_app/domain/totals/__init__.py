"""What the records themselves give: a small set of named counts, to stand beside what sources claim (C9, X1).

Each is a pure function of records. None is worked out from another grain than its own: headcounts are headcounts,
listings are listings (C3). Where entries may overlap nothing is added up (X23). The rule of each in words is in
`reports.total_words`.
"""

from capture_app.domain.totals.answers import answers_of
from capture_app.domain.totals.attendance import (
    headcounts_of,
    listings_of,
    nations_of,
)
from capture_app.domain.totals.sessions import areas_of, included_of, returns_of, series_of
from capture_app.domain.totals.shapes import (
    Part,
    Programme,
    Total,
    What,
    date_key,
    in_date_order,
    sent_key,
    session_words,
)

__all__ = [
    "Part",
    "Programme",
    "Total",
    "What",
    "date_key",
    "in_date_order",
    "nations_of",
    "sent_key",
    "session_words",
    "totals_of",
]


def totals_of(programme: Programme) -> tuple[Total, ...]:
    """Every total of a consultation."""
    return (
        *included_of(programme),
        *series_of(programme),
        *headcounts_of(programme),
        *listings_of(programme),
        *returns_of(programme),
        *answers_of(programme),
        *areas_of(programme),
        nations_of(programme),
    )
