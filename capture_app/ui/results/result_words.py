"""What the page of results says of a question and of how many answered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from capture_app.domain.forms.bars import PERCENT_FROM, tells_too_much
from capture_app.domain.forms.counting import Counted, OptionCount
from capture_app.domain.vocabulary import ItemKind, WayIn
from capture_app.services.closed_boxes import BoxFacts
from capture_app.services.shown_results import Asked, Rate
from capture_app.words import _, n_


def asked_words(asked: Asked, *, several: bool) -> str:
    """ "Sectoral 4, At the end (edition 2)": what was asked, and in which session where there are several."""
    title = asked.form.title
    if asked.form.edition > 1:
        title = _("{title} (edition {edition})").format(title=title, edition=asked.form.edition)
    return f"{asked.session.label}, {title}" if several else title


def rate_words(rate: Rate) -> str:
    """How many answered, of how many; where that is not known, why no rate is told (F7)."""
    answers = n_("{count} answer", "{count} answers", rate.answered)
    if rate.expected is None:
        why = _("Nobody said how many were expected, so there is no response rate.")
        if rate.unsaid:
            why = _("How many were expected is not known of all of them, so there is no response rate.")
        return f"{answers}. {why}"
    people = n_("{count} person expected", "{count} people expected", rate.expected)
    told = _("{answers} from {people}").format(answers=answers, people=people)
    if rate.answered > rate.expected:
        return _("{told}: more than were expected, so there is no response rate.").format(told=told)
    return told if rate.per_cent is None else _("{told} ({share} %)").format(told=told, share=rate.per_cent)


def ways_words(boxes: Iterable[BoxFacts]) -> str:
    """How they came in: "11 on a laptop, 5 by file, 1 on paper"."""
    counts: dict[WayIn, int] = {}
    for box in boxes:
        counts[box.way_in] = counts.get(box.way_in, 0) + box.count
    said = {
        WayIn.KIOSK: _("{count} on a laptop"),
        WayIn.FILE: _("{count} by file"),
        WayIn.PAPER: _("{count} on paper"),
    }
    return ", ".join(said[way].format(count=count) for way, count in counts.items() if count)


def split_words(boxes: Iterable[BoxFacts]) -> str:
    """That a box is kept question by question; empty where none is (practice 2.10)."""
    least = [box.threshold for box in boxes if box.split and box.count]
    if not least:
        return ""
    return _(
        "Fewer than {threshold} answers came in at one closing, so these are kept question by question: "
        "nobody’s can be put together."
    ).format(threshold=max(least))


def again_words(again: Sequence[BoxFacts]) -> str:
    """That a file was closed on several laptops and is counted once; empty where none was (F6)."""
    if not again:
        return ""
    return _("The same file of answers was closed more than once. Its answers are counted once.")


def how_words(kind: ItemKind, found: Counted) -> str:
    """How a question is answered, and why only counts stand here."""
    how = {
        ItemKind.CHOICE: _("One answer each."),
        ItemKind.SCALE: _("A point on a scale."),
        ItemKind.MULTIPLE: _("Several answers each, so that the counts come to more than n."),
        ItemKind.RANK: _("Answers put in order: how often each stands on each place."),
        ItemKind.MATRIX: _("One answer for each row."),
        ItemKind.FIGURE: _("Numbers, counted in bins."),
        ItemKind.DATE: _("A day each."),
    }.get(kind, _("In people’s own words."))
    if found.groups and found.n < PERCENT_FROM:
        few = _("Counts only: fewer than {least} answered, so there are no percentages.")
        return f"{how} {few.format(least=PERCENT_FROM)}"
    return how


def warnings(found: Counted) -> Iterator[tuple[str, str]]:
    """A sentence and its help for each count so small that its reason may point to a person (practice 2.9)."""
    for group in found.groups:
        for option in group.counts:
            if tells_too_much(option):
                yield (
                    _small(option),
                    _(
                        "So few gave this answer that the reason may point to a person. "
                        "Leave both out of anything public."
                    ),
                )


def _small(option: OptionCount) -> str:
    return _("A count of {count} carries a reason: “{label}”.").format(count=option.count, label=option.label)
