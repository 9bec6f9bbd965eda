"""The one drawing of counts, as plain data: which bars, how long, what stands at them, how they are filled (F2).

The window and every kind of document draw this and nothing else, so that a question looks alike everywhere. A bar is
told from its neighbours without colour, and its label and count always stand beside it as words.
"""

from dataclasses import dataclass
from enum import StrEnum

from capture_app.domain.forms.counting import Counted, CountGroup, OptionCount
from capture_app.words import _, n_, number_words

__all__ = [
    "FEW",
    "PERCENT_FROM",
    "Bar",
    "BarGroup",
    "Fill",
    "apart_words",
    "bars_of",
    "count_words",
    "option_words",
    "tells_too_much",
]

PERCENT_FROM = 30
"""Fewest answers for which a percentage says something (practice 2.9), in the window and in documents."""

FEW = 2
"""A count up to this, with a reason beside it, may point to a person (practice 2.9)."""


class Fill(StrEnum):
    """How a bar is filled: as many ways as a scale has points. `UPRIGHT` is with upright lines."""

    SOLID = "solid"
    STRIPES = "stripes"
    DOTS = "dots"
    EMPTY = "empty"
    UPRIGHT = "upright"


_FILLS = tuple(Fill)


@dataclass(frozen=True, slots=True)
class Bar:
    """How many of `n` chose an option. `share`, from 0 to 1, is how long the bar is of its track."""

    label: str
    count: int
    n: int
    fill: Fill

    @property
    def share(self) -> float:
        """How long the bar is."""
        return self.count / self.n if self.n else 0.0

    @property
    def words(self) -> str:
        """The count, which stands beside the bar."""
        return count_words(self.count, self.n)

    def spoken(self) -> str:
        """The bar in words, for who does not see it."""
        said = _("{label}: {count} of {n}")
        return said.format(label=self.label, count=number_words(self.count), n=number_words(self.n))


@dataclass(frozen=True, slots=True)
class BarGroup:
    """The bars of a question, or of one row or place of it, which `heading` then names. n: how many chose here."""

    heading: str
    bars: tuple[Bar, ...]
    n: int


def bars_of(found: Counted) -> tuple[BarGroup, ...]:
    """The bars of a question; none for one that has no options and asks for no number."""
    return tuple(BarGroup(_heading(group), _bars(group), group.n) for group in found.groups)


def count_words(count: int, n: int) -> str:
    """A count, and what share of `n` that is where there are enough for it."""
    if n < PERCENT_FROM:
        return number_words(count)
    said = _("{count} ({percent} %)")
    return said.format(count=number_words(count), percent=round(100 * count / n))


def option_words(option: OptionCount, number: int) -> str:
    """An option by its words; a point of a scale that has none, by where it stands."""
    return option.label or str(number)


def tells_too_much(option: OptionCount) -> bool:
    """Whether so few chose an option that a reason may point to a person."""
    return bool(option.reasons) and option.count <= FEW


def apart_words(found: Counted) -> tuple[str, ...]:
    """How many answered, and what is no answer, each apart: a blank is no refusal, and neither is "not asked" (X22)."""
    answered = [_("n = {count}").format(count=number_words(found.n))]
    if not found.groups:
        answered = [n_("{count} written answer", "{count} written answers", found.n)]
    several = _("More than one marked: {count}").format(count=number_words(found.several_marked))
    if found.in_no_bin:
        answered.append(
            _("A range or in words, so in no bar: {count}").format(count=number_words(found.in_no_bin))
        )
    return (
        *answered,
        _("Left blank: {count}").format(count=number_words(found.blank)),
        _("Rather not say: {count}").format(count=number_words(found.rather_not_say)),
        _("Not asked: {count}").format(count=number_words(found.not_asked)),
        *([several] if found.several_marked else []),
    )


def _heading(group: CountGroup) -> str:
    return _("On place {place}").format(place=group.place) if group.place else group.row


def _bars(group: CountGroup) -> tuple[Bar, ...]:
    """Where there are more options than fills these come again, so that neighbours still differ. Bins are all alike."""
    return tuple(
        Bar(
            option_words(option, at + 1),
            option.count,
            group.n,
            Fill.SOLID if group.bins else _FILLS[at % len(_FILLS)],
        )
        for at, option in enumerate(group.counts)
    )
