"""Totals in words: what each is called, and the rule by which it is counted, for documents and the window (C9)."""

from collections.abc import Callable, Mapping

from capture_app.domain.totals import Part, Total, What
from capture_app.domain.vocabulary import Nation
from capture_app.words import _, n_

__all__ = ["count_words", "nation_words", "part_words", "rule_of", "title_of"]

Words = Callable[[], str]

MOST_NAMED = 3
"""Organisations of one nation that are named in a line; of the rest there it gives the number."""


def title_of(total: Total) -> str:
    """What a total is called: "Sessions of the series ‘sectoral’"."""
    titles = _narrowed() if total.of or total.what in (What.SERIES, What.AREAS) else _titles()
    return titles[total.what].format(of=total.of or _("without a series"))


def rule_of(total: Total) -> str:
    """The rule by which it is counted, and what it leaves out."""
    rule = _rules()[total.what]
    return " ".join(words for words in (rule, _overlap(total), _unread(total), _unsaid(total)) if words)


def count_words(total: Total) -> str:
    """The count itself; why there is none where there is none."""
    if total.count is not None:
        return f"{total.count:,}"
    return _("not added up") if total.overlap else _("not recorded")


def part_words(total: Total, part: Part) -> str:
    """A part in one line: "sectoral: 5", or a session with its date."""
    nations = total.what is What.NATIONS
    label = nation_words(part.label) if nations else part.label
    named = _some(part.names) if nations else ", ".join(part.names)
    if total.what in (What.DATES, What.SERIES):
        return _dated_words(total, part)
    count = _part_count(total, part)
    of = label or _("without a series")
    return f"{of}: {count}" + (f" ({named})" if named else "")


def _part_count(total: Total, part: Part) -> str:
    if total.what in (What.NATIONS, What.AREAS) and not part.count:
        return _("none")
    if part.count is None:
        return _("not recorded")
    if total.what is What.NATIONS:
        return n_("{count} organisation", "{count} organisations", part.count)
    return str(part.count)


def _some(names: tuple[str, ...]) -> str:
    left = len(names) - MOST_NAMED
    if left <= 0:
        return ", ".join(names)
    more = n_("{count} more", "{count} more", left)
    return _("{names} and {more}").format(names=", ".join(names[:MOST_NAMED]), more=more)


def _dated_words(total: Total, part: Part) -> str:
    """A session with its date as given, and whether that could be read where dates are counted."""
    if not part.names:
        return _("{label}: no date given").format(label=part.label)
    unread = total.what is What.DATES and not part.count
    named = f"{part.label}: {', '.join(part.names)}"
    return _("{session}, not read").format(session=named) if unread else named


def nation_words(nation: str) -> str:
    """A nation in words."""
    return {
        Nation.ENGLAND: _("England"),
        Nation.WALES: _("Wales"),
        Nation.SCOTLAND: _("Scotland"),
        Nation.NORTHERN_IRELAND: _("Northern Ireland"),
        Nation.WHOLE_UK: _("the whole United Kingdom"),
        Nation.ELSEWHERE: _("elsewhere"),
        Nation.NOT_STATED: _("no nation stated"),
    }[Nation(nation)]


def _titles() -> Mapping[What, str]:
    return {
        What.COUNTED: _("Workshops and other sessions held and counted in the total"),
        What.LISTED: _("Workshops and other sessions held, in the appendix"),
        What.ANALYSED: _("Workshops and other sessions held, in the analysis"),
        What.DATES: _("Sessions with a date, as they were held"),
        What.HEADCOUNTS: _("Attendances by headcount"),
        What.STAFF: _("People who ran or watched sessions, by headcount"),
        What.LISTINGS: _("Organisations, and kinds of people listed without a headcount"),
        What.SPELLINGS: _("Spellings among those listings"),
        What.BODIES: _("Organisations and kinds of people behind those listings"),
        What.PEOPLE: _("Attendances of single people"),
        What.RETURNS: _("Returned questionnaires and written responses"),
        What.RETURNERS: _("Organisations that returned something"),
        What.RETURNED_AND_LISTED: _("Returns from an organisation listed at that session"),
        What.NATIONS: _("Nations with a listed organisation, of four"),
    }


def _narrowed() -> Mapping[What, str]:
    return {
        What.SERIES: _("Workshops and other sessions held: {of}"),
        What.HEADCOUNTS: _("Attendances by headcount: {of}"),
        What.ANSWERS: _("Answers to ‘{of}’"),
        What.AREAS: _("Key areas that sessions bear on: {of}"),
    }


def _rules() -> Mapping[What, str]:
    return {
        What.COUNTED: _("Sessions marked as counted in the total."),
        What.LISTED: _("Sessions marked as standing in the appendix."),
        What.ANALYSED: _("Sessions marked as part of the analysis."),
        What.SERIES: _("Sessions of this series, whether or not they are counted anywhere."),
        What.DATES: _("Sessions whose date could be read, by that date and never by their label."),
        What.HEADCOUNTS: _("The headcounts given by category, added up. Listings are not counted in."),
        What.STAFF: _("Headcounts of those who came to run or observe; never added to the others."),
        What.LISTINGS: _(
            "Entries that name an organisation, or a kind of people without a number. No number is taken from them."
        ),
        What.SPELLINGS: _("Different wordings, letter for letter."),
        What.BODIES: _("Different organisations or kinds, as somebody put the spellings together by hand."),
        What.PEOPLE: _("Entries for one person each; the same person counts once a session."),
        What.RETURNS: _("Each is one organisation and one session."),
        What.RETURNERS: _("Different organisations among the returns."),
        What.RETURNED_AND_LISTED: _("Returns whose organisation also stands among those who were there."),
        What.ANSWERS: _("Answers in the closed boxes of this session; blanks and refusals are no answers."),
        What.AREAS: _("Key areas linked to at least one session of this series."),
        What.NATIONS: _(
            "Organisations listed at any session, each counted once, by the nation somebody gave it; headcounts and "
            "single people are not counted."
        ),
    }


def _overlap(total: Total) -> str:
    return _("Some entries may count the same people, so no sum is given.") if total.overlap else ""


def _unread(total: Total) -> str:
    words = n_(
        "{count} has a date that was not read, and stands as it was typed.",
        "{count} have a date that was not read, and stand as they were typed.",
        total.unread,
    )
    return words if total.unread else ""


def _unsaid(total: Total) -> str:
    if not total.unsaid:
        return ""
    told = {
        What.HEADCOUNTS: n_(
            "{count} session has no headcount.", "{count} sessions have no headcount.", total.unsaid
        ),
        What.ANSWERS: n_(
            "{count} was left blank or refused.", "{count} were left blank or refused.", total.unsaid
        ),
        What.NATIONS: n_(
            "The nation of {count} listed organisation is not stated.",
            "The nation of {count} listed organisations is not stated.",
            total.unsaid,
        ),
        What.DATES: n_("{count} has no date.", "{count} have no date.", total.unsaid),
    }
    left = n_("Of {count} session it is not stated.", "Of {count} sessions it is not stated.", total.unsaid)
    return told.get(total.what, left)
