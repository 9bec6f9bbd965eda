"""The chapters on the session itself: what is recorded of it, who was there, which groups, what they were asked."""

from collections.abc import Iterator

from capture_app.domain.gathered import Gathered
from capture_app.domain.vocabulary import Agreement, Grain, YesNo
from capture_app.reports.blocks import Block, Cell, Heading, Prose, Row, Table, Tone
from capture_app.reports.dated import meant_words
from capture_app.reports.names import (
    gathered_word,
    group_mode_word,
    mode_word,
    session_kind_word,
    side_word,
    state_word,
    yes_no_word,
)
from capture_app.reports.presence import Counted, GroupEntry, KeptThen, Presence, Stream
from capture_app.reports.synthesis import Facts, SynthesisDocument
from capture_app.reports.telling_verdicts import GROUPS_ABREAST, decisions_told
from capture_app.reports.weighed import weighed_told
from capture_app.reports.worksheets import Asked, GroupAnswer, Worksheet
from capture_app.words import _, n_, number_words


def session_told(document: SynthesisDocument) -> Iterator[Block]:
    """What is recorded of the session."""
    yield Heading(_("The session"))
    yield Table(
        caption=_("What is recorded of the session"),
        header=(_("Fact"), _("As recorded")),
        rows=tuple((Cell(name), Cell(value)) for name, value in _facts(document)),
        widths=(0.3, 0.7),
    )
    if document.ruled:
        yield Prose(
            _("Nobody may be named as speaker in: {parts}.").format(parts=", ".join(document.ruled)),
            Tone.QUIET,
        )


def _facts(document: SynthesisDocument) -> Iterator[tuple[str, str]]:
    facts = document.facts
    unknown = _("Not recorded")
    yield _("Session"), facts.label or unknown
    yield _("Kind of session"), session_kind_word(facts.kind)
    yield _("Series"), facts.series or unknown
    if facts.parent:
        yield _("Belongs to"), facts.parent
    yield _("Date as given"), facts.date.given or unknown
    yield _("Date as read"), meant_words(facts.date)
    yield _("Mode"), mode_word(facts.mode)
    yield _("Place"), facts.place or unknown
    yield _("Theme as given"), facts.theme_as_given or unknown
    yield _("Main focus"), "\n".join(facts.focus) or unknown
    if facts.touched:
        yield _("Also touched"), "\n".join(facts.touched)
    yield from _numbers(facts)
    yield _("Counted in the total"), yes_no_word(facts.counted_in_total)
    yield _("Listed in the appendix"), yes_no_word(facts.in_appendix)
    yield _("Part of the analysis"), yes_no_word(facts.in_analysis)
    if facts.inclusion_reason:
        yield _("Reason"), facts.inclusion_reason
    yield _("Funding round"), facts.funding_round or unknown
    yield from _gathered(facts)
    yield _("Commissioned by"), document.commissioned_by or unknown


def _gathered(facts: Facts) -> Iterator[tuple[str, str]]:
    """What is here of what somebody said is expected; what is not expected does not read as missing (E5)."""
    for one in facts.gathered:
        if one.expected is not None:
            absent = _("missing") if one.expected else _("not expected of this session")
            yield gathered_word(one.what), number_words(one.count) if one.count else absent


def _numbers(facts: Facts) -> Iterator[tuple[str, str]]:
    """What somebody counted, as claimed, in the words of the summary; of the four numbers each is told (B8, B9)."""
    given = (
        (_("Invited (claimed)"), facts.invited),
        (_("Accepted (claimed)"), facts.accepted),
        (_("Declined (claimed)"), facts.declined),
        (_("Came (claimed)"), facts.attended),
    )
    for name, number in given:
        yield name, _("Not recorded") if number is None else number_words(number)
    if facts.experts is not YesNo.NOT_STATED:
        yield _("Topic experts came"), yes_no_word(facts.experts)


def presence_told(presence: Presence) -> Iterator[Block]:
    """Who was there, each grain by itself."""
    yield Heading(_("Who was there"))
    if not (presence.counted or presence.organisations or presence.people or presence.unnamed):
        yield Prose(_("No attendance is recorded."))
        return
    yield Prose(
        _("What is counted, what is listed and who is named stand apart; none is worked out from another."),
        Tone.QUIET,
    )
    if presence.counted:
        yield Table(
            caption=_("Categories of people"),
            header=(_("Listed as"), _("Category"), _("Where"), _("Count")),
            rows=tuple(map(_counted_row, presence.counted)),
            widths=(0.42, 0.28, 0.12, 0.18),
            numbers=frozenset({3}),
        )
        yield Prose(_total_sentence(presence))
    if presence.organisations:
        yield Prose(_organisations_sentence(len(presence.organisations), presence.with_people))
        yield Prose("; ".join(presence.organisations))
    if presence.unnamed:
        yield Prose(
            n_(
                "{count} person is entered who is not named here.",
                "{count} people are entered who are not named here.",
                presence.unnamed,
            )
        )
    if presence.people:
        count = n_("{count} person is listed", "{count} people are listed", len(presence.people))
        told = _("{count} by name (computed).").format(count=count)
        yield Prose(f"{told} {'; '.join(presence.people)}")
    if presence.kept:
        yield Prose(_kept_sentence(presence.kept))


def _kept_sentence(kept: tuple[KeptThen, ...]) -> str:
    """How many of those listed were seen there, so that nobody takes a list of who was expected for who came."""
    grains = {
        Grain.PERSON: _("{came} of {listed} people"),
        Grain.ORGANISATION: _("{came} of {listed} organisations"),
        Grain.CATEGORY: _("{came} of {listed} headcounts"),
    }
    parts = [grains[one.grain].format(came=one.came, listed=one.listed) for one in kept if one.listed]
    told = _("While it ran, these of those listed were marked as here (computed): {parts}.").format(
        parts="; ".join(parts)
    )
    sentences = [told if parts else "", _walk_ins_sentence(kept)]
    numbers = [f"{words}: {number_words(count)}" for one in kept for words, count in one.numbers]
    if numbers:
        sentences.append(_("Counted then: {numbers}.").format(numbers="; ".join(numbers)))
    return " ".join(filter(None, sentences))


def _walk_ins_sentence(kept: tuple[KeptThen, ...]) -> str:
    """Who came besides: nobody had listed them, so they are no part of those listed (C6)."""

    def walk_ins(one: KeptThen) -> str:
        return {
            Grain.PERSON: n_("{count} person", "{count} people", one.walk_ins),
            Grain.ORGANISATION: n_("{count} organisation", "{count} organisations", one.walk_ins),
            Grain.CATEGORY: n_("{count} headcount", "{count} headcounts", one.walk_ins),
        }[one.grain]

    parts = [walk_ins(one) for one in kept if one.walk_ins]
    if not parts:
        return ""
    return _("Besides them came, listed by nobody before (computed): {parts}.").format(parts="; ".join(parts))


def _counted_row(one: Counted) -> Row:
    count = _("Not recorded") if one.count is None else number_words(one.count)
    return Cell(one.listing), Cell(one.category), Cell(side_word(one.side)), Cell(count)


def _total_sentence(presence: Presence) -> str:
    if presence.overlaps:
        return _("There is no total: some may have been counted in two of these.")
    if not presence.with_count:
        return _("There is no total: none of these has a count.")
    total = _("Total {total} (computed from {counts}).").format(
        total=number_words(presence.total),
        counts=n_("{count} count", "{count} counts", presence.with_count),
    )
    if presence.apart:
        apart = n_(
            "{count} count of who ran it, looked on or came through the door is not in it.",
            "{count} counts of who ran it, looked on or came through the door are not in it.",
            presence.apart,
        )
        total = f"{total} {apart}"
    if not presence.without_count:
        return total
    left = n_(
        "{count} category has no count and is not in it.",
        "{count} categories have no count and are not in it.",
        presence.without_count,
    )
    return f"{total} {left}"


def _organisations_sentence(count: int, with_people: int) -> str:
    listed = n_("{count} organisation is listed", "{count} organisations are listed", count)
    if not with_people:
        return _("{listed} (computed). Headcount not recorded:").format(listed=listed)
    told = _("{listed} (computed). A number of people is given for {count}, added to nothing:")
    return told.format(listed=listed, count=with_people)


def groups_told(document: SynthesisDocument) -> Iterator[Block]:
    """The groups, the minutes, and what each group was asked."""
    yield Heading(_("Groups and minutes"))
    if document.groups:
        yield Table(
            caption=_("Breakout groups"),
            header=(
                _("Code"),
                _("Group"),
                _("Members"),
                _("Facilitator"),
                _("Headcount"),
                _("Remote"),
                _("Worksheet"),
            ),
            rows=tuple(map(_group_row, document.groups)),
            widths=(0.08, 0.15, 0.13, 0.24, 0.14, 0.12, 0.14),
        )
    else:
        yield Prose(_("No breakout group is recorded."))
    if document.streams:
        yield Table(
            caption=_("Minutes"),
            header=(_("Code"), _("Taken by"), _("Lines (computed)")),
            rows=tuple((Cell(s.code), Cell(_taken_by(s)), Cell(str(s.lines))) for s in document.streams),
            widths=(0.2, 0.55, 0.25),
            numbers=frozenset({2}),
        )
        yield from _agreed_told(document)
    else:
        yield Prose(_no_minutes(document.facts))
    for worksheet in document.worksheets:
        yield from _worksheet(worksheet)


def _no_minutes(facts: Facts) -> str:
    if any(one.what is Gathered.MINUTES and one.expected is False for one in facts.gathered):
        return _("No minutes are expected of this session.")
    return _("No minutes were taken in this workspace.")


def _taken_by(stream: Stream) -> str:
    if stream.agreement is None:
        return stream.taker or _("Not recorded")
    agreed = stream.agreement is Agreement.AGREED
    return _("Agreed version of these minutes") if agreed else _("Version being agreed; not used here")


def _agreed_told(document: SynthesisDocument) -> Iterator[Block]:
    """That the agreed version is what counts, and how much of what the takers wrote stands back behind it (E1)."""
    if not any(stream.agreement is Agreement.AGREED for stream in document.streams):
        return
    told = _("This document uses the agreed version of the minutes.")
    behind = n_(
        "{count} line of the takers’ own minutes stands back behind it and is kept (computed).",
        "{count} lines of the takers’ own minutes stand back behind it and are kept (computed).",
        document.stood_back,
    )
    yield Prose(f"{told} {behind}" if document.stood_back else told)


def _group_row(group: GroupEntry) -> Row:
    return (
        Cell(group.code),
        Cell(group.label),
        Cell(group_mode_word(group.mode)),
        Cell(group.facilitator or _("Not recorded")),
        Cell(_either(group.headcounts), _("two versions") if len(group.headcounts) > 1 else ""),
        Cell(_either(group.remote), _("two versions") if len(group.remote) > 1 else ""),
        Cell(state_word(group.state), _state_notes(group)),
    )


def _state_notes(group: GroupEntry) -> str:
    """What the group said when it was read back, and why the worksheet was opened again after that (D1)."""
    again = _("opened again: {why}").format(why=group.reopened) if group.reopened else ""
    return "; ".join(part for part in (_heard_words(group), again) if part)


def _heard_words(group: GroupEntry) -> str:
    """What the group said when its worksheet was read back; empty where it was not."""
    if not group.confirmed and not group.dissent:
        return ""
    words = [_("{confirmed} of {said} lines confirmed").format(confirmed=group.confirmed, said=group.said)]
    if group.dissent:
        words.append(_("{count} not agreed by everybody").format(count=group.dissent))
    return ", ".join(words)


def _either(counts: tuple[int, ...]) -> str:
    return _(" or ").join(map(str, counts)) or _("Not recorded")


def _worksheet(worksheet: Worksheet) -> Iterator[Block]:
    for start in range(0, len(worksheet.groups), GROUPS_ABREAST):
        groups = worksheet.groups[start : start + GROUPS_ABREAST]
        share = 0.6 / max(len(groups), 2)
        yield Table(
            caption=_("Worksheet “{title}”: what each group wrote, counts computed").format(
                title=worksheet.title
            ),
            header=(_("Question"), *groups),
            rows=tuple(
                _asked_row(one, one.answers[start : start + GROUPS_ABREAST]) for one in worksheet.questions
            ),
            widths=(1 - share * len(groups), *(share for _group in groups)),
        )
    for asked in worksheet.questions:
        if asked.judged:
            yield from decisions_told(asked, worksheet.groups)
        yield from weighed_told(asked.number, asked.weighed, worksheet.groups)


def _asked_row(asked: Asked, answers: tuple[GroupAnswer, ...]) -> Row:
    return Cell(f"Q{asked.number} · {asked.prompt}"), *(_answer(answer) for answer in answers)


def _answer(answer: GroupAnswer) -> Cell:
    lines = n_("{count} line", "{count} lines", answer.lines) if answer.lines else ""
    said = _(" or ").join(answer.said)
    note = _("two versions") if len(answer.said) > 1 else ""
    return Cell("\n".join(part for part in (said, lines) if part) or _("Nothing written"), note)
