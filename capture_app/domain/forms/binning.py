"""Numbers put into bins, so that they can be counted and drawn like choices (F2). What is no one number is in none."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from capture_app.domain.forms.numbers import worth
from capture_app.domain.values import Answer
from capture_app.words import _

__all__ = ["MOST_BINS", "Bin", "bins", "number_of"]

MOST_BINS = 8
"""The most bins that numbers are put into, but for one where the first bin begins below the least number."""

_STEPS = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))
"""How wide a bin may be, times a power of ten: widths that people reckon with."""


@dataclass(frozen=True, slots=True)
class Bin:
    """Numbers from `least` up to `below`, which is not in it, and how many there were."""

    least: Decimal
    below: Decimal
    count: int
    whole: bool

    @property
    def label(self) -> str:
        """ "3", "10 to 19"; "1.5 to under 2" where not all are whole numbers."""
        if not self.whole:
            return _("{least} to under {below}").format(least=_plain(self.least), below=_plain(self.below))
        last = self.below - 1
        if last == self.least:
            return _plain(self.least)
        return _("{least} to {most}").format(least=_plain(self.least), most=_plain(last))


def number_of(answer: Answer) -> Decimal | None:
    """The one number that was answered; None for a range, and for what is no number."""
    return None if answer.upper else worth(answer.value)


def bins(numbers: Sequence[Decimal]) -> tuple[Bin, ...]:
    """Bins of one width from the least number to the greatest, empty ones too; none where there is no number."""
    if not numbers:
        return ()
    whole = all(number == number.to_integral_value() for number in numbers)
    least, most = min(numbers), max(numbers)
    step = _width(most - least, whole=whole)
    first, last = (int((end / step).to_integral_value("ROUND_FLOOR")) for end in (least, most))
    counts = [0] * (last - first + 1)
    for number in numbers:
        counts[int((number / step).to_integral_value("ROUND_FLOOR")) - first] += 1
    return tuple(
        Bin(place * step, (place + 1) * step, count, whole) for place, count in enumerate(counts, start=first)
    )


def _width(span: Decimal, *, whole: bool) -> Decimal:
    """The least width with which no more bins are needed than there may be."""
    if whole and span < MOST_BINS:
        return Decimal(1)
    wanted = span / MOST_BINS or Decimal(1)
    power = Decimal(1).scaleb(wanted.adjusted())
    return next(step * power for step in _STEPS if step * power >= wanted)


def _plain(number: Decimal) -> str:
    """A number as people write it: no power of ten, no noughts at its end."""
    text = f"{number:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
