"""How closely people are involved, and what is open about interviews (I4, I10). None of it travels."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from capture_app.domain.record import RecordId
from capture_app.domain.records import Interview, Involvement
from capture_app.domain.vocabulary_care import InterviewState, Tier
from capture_app.store.workspace import Workspace
from capture_app.words import _, n_

__all__ = ["interview_open", "said_twice", "tier_counts"]


def interview_open(interview: Interview) -> str:
    """What is open about an interview, for a line in a list; empty where nothing is.

    A summary that is kept elsewhere is one, if it is said where.
    """
    if interview.state is InterviewState.OFFERED:
        return _("still open: no answer yet")
    if interview.state is InterviewState.HELD and not (interview.summary or interview.kept_at):
        return _("still open: no summary yet")
    return ""


def tier_counts(involved: Iterable[Involvement]) -> str:
    """How many people are involved how closely; empty where nobody is. Nobody is counted twice within one."""
    people: dict[Tier, set[RecordId]] = defaultdict(set)
    for one in involved:
        if one.person and one.tier:
            people[one.tier].add(one.person)
    direct, panel, sector = (len(people[tier]) for tier in (Tier.DIRECT, Tier.PANEL, Tier.SECTOR))
    told = (
        (direct, n_("{count} works on the project", "{count} work on the project", direct)),
        (panel, n_("{count} is asked as a group", "{count} are asked as a group", panel)),
        (sector, n_("{count} came from the sector", "{count} came from the sector", sector)),
    )
    return " · ".join(words for count, words in told if count)


def said_twice(workspace: Workspace) -> Mapping[RecordId, str]:
    """By record: that there are several of the same person, of which all but one are to be taken away."""
    with workspace.unit_of_work() as work:
        involved = work.records.all(Involvement)
    often = Counter(one.person for one in involved if one.person)
    return {one.id: _("written down twice") for one in involved if one.person and often[one.person] > 1}
