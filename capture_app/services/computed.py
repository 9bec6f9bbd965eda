"""What the records give, to read beside what sources claim (C9)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from capture_app.domain.records import (
    Attendance,
    Box,
    Claim,
    Form,
    Organisation,
    OrganisationLink,
    OrganisationName,
    Return,
    Session,
    SessionTheme,
    Theme,
)
from capture_app.domain.same_file import counted_once
from capture_app.domain.totals import Programme, Total, What, session_words, totals_of
from capture_app.reports.total_words import count_words, part_words, rule_of, title_of
from capture_app.services.joined_themes import focus
from capture_app.services.themes import theme_tags
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.store.workspace import Workspace

__all__ = ["KINDS_COUNTED", "Computed", "computed", "computed_in", "gaps_first", "nearest", "programme"]

KINDS_COUNTED = frozenset(
    kind.__name__
    for kind in (
        *(Attendance, Box, Form, Organisation, OrganisationLink, OrganisationName),
        *(Return, Session, SessionTheme, Theme),
    )
)
"""The kinds of record that totals are counted from."""

_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "at",
        "by",
        "for",
        "from",
        "in",
        "of",
        "on",
        "or",
        "that",
        "the",
        "they",
        "to",
        "was",
        "were",
        "with",
        "without",
    ]
)


MOST = 4
"""Totals shown beside one claim; more would say nothing."""


@dataclass(frozen=True, slots=True)
class Computed:
    """A total in words: title, count, rule, and its parts one a line. `where` is the session it is about."""

    total: Total
    title: str
    count: str
    rule: str
    parts: tuple[str, ...]
    where: str = ""


def computed(workspace: Workspace) -> tuple[Computed, ...]:
    """Every total of the consultation, as it now is."""
    with workspace.unit_of_work() as work:
        return computed_in(work)


def computed_in(work: UnitOfWork) -> tuple[Computed, ...]:
    """The same, within the given unit of work."""
    read = programme(work)
    known = {one.id: session_words(one) for one in read.sessions}
    return tuple(_told(total, known.get(total.session, "")) for total in totals_of(read))


def programme(work: UnitOfWork) -> Programme:
    """The records that totals are counted from."""
    called = {theme.id: theme.words() for theme in theme_tags(work).values()}
    themes = [one for one in work.records.all(Theme) if one.id in called]
    return Programme(
        sessions=work.records.all(Session),
        attendance=[one for one in work.records.all(Attendance) if not one.says_nothing],
        organisations=work.records.all(Organisation),
        names=work.records.all(OrganisationName),
        related=work.records.all(OrganisationLink),
        returns=work.records.all(Return),
        themes=themes,
        links=focus(work),
        forms=work.records.all(Form),
        boxes=counted_once(work.records.all(Box)),
        called=called,
    )


def gaps_first(totals: Iterable[Computed]) -> tuple[Computed, ...]:
    """The same, those first that show what nobody spoke for: nations, then key areas (A6, B4)."""
    gaps = (What.NATIONS, What.AREAS)

    def place(one: Computed) -> int:
        return gaps.index(one.total.what) if one.total.what in gaps else len(gaps)

    return tuple(sorted(totals, key=place))


def nearest(claim: Claim, totals: Iterable[Computed]) -> tuple[Computed, ...]:
    """The totals that speak of what a claim speaks of: those that share most words with its topic and unit.

    A total of another session or series than the claim's is left out. Whether one answers the claim a person
    decides.
    """
    wanted = _words(f"{claim.topic} {claim.unit}")
    scored = [
        (len(wanted & _words(f"{one.title} {_options(one)}")), one)
        for one in totals
        if _concerns(one.total, claim, wanted)
    ]
    best = max((score for score, _one in scored), default=0)
    return tuple(one for score, one in scored if best and score == best)[:MOST]


def _concerns(total: Total, claim: Claim, wanted: set[str]) -> bool:
    if total.session:
        return total.session == claim.about
    return _words(total.of) <= wanted


def _options(one: Computed) -> str:
    """The answers to a question; a claim may be counted in one of them ("nine", "yes")."""
    return " ".join(part.label for part in one.total.parts) if one.total.session else ""


def _told(total: Total, where: str) -> Computed:
    parts = tuple(part_words(total, part) for part in total.parts)
    return Computed(total, title_of(total), count_words(total), rule_of(total), parts, where)


def _words(text: str) -> set[str]:
    """Its words without small ones, and without the s that makes many of one."""
    found = re.findall(r"\w+", text.casefold())
    return {word.removesuffix("s") for word in found if word not in _SMALL}
