"""How a benchmark says what it measured."""

import sys
from collections.abc import Sequence
from statistics import median, quantiles


def heading(words: str) -> None:
    """A new subject."""
    sys.stdout.write(f"\n{words}\n")
    sys.stdout.flush()


def row(words: str, value: str) -> None:
    """One figure."""
    sys.stdout.write(f"  {words:<58} {value}\n")
    sys.stdout.flush()


def against(words: str, ours: Sequence[float], rival: Sequence[float], goal: str) -> None:
    """Our times beside a rival's, in milliseconds, and the median of the ratios pair by pair."""
    ratio = median(a / b for a, b in zip(ours, rival, strict=True))
    row(words, f"{median(ours):8.3f} ms   rival {median(rival):8.3f} ms   ratio {ratio:5.2f}   goal {goal}")


def worst(times: Sequence[float]) -> float:
    """The 95th percentile."""
    return quantiles(times, n=20)[-1]
