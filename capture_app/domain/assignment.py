"""Pairing two rows of things so that all pairs together cost as little as can be (the Hungarian method)."""

from collections.abc import Sequence
from itertools import chain

__all__ = ["cheapest"]

Costs = Sequence[Sequence[int]]
"""What each of the first row costs with each of the second."""


def cheapest(costs: Costs) -> list[int | None]:
    """For each of the first row, the place of its partner; None for one that is left over.

    As many are paired as there can be. It takes n³ steps for n things.
    """
    rows, columns = len(costs), len(costs[0]) if costs else 0
    size = max(rows, columns)
    beyond = max(chain.from_iterable(costs), default=0) + 1
    square = [
        [costs[row][column] if row < rows and column < columns else beyond for column in range(size)]
        for row in range(size)
    ]
    partner = _partners(square)
    return [partner[row] if partner[row] < columns else None for row in range(rows)]


def _partners(costs: Costs) -> list[int]:
    """The column of each row of a square. Rows come in one by one, each along the cheapest way of exchanging."""
    size = len(costs)
    of_row, of_column = [0] * (size + 1), [0] * (size + 1)
    row_in = [-1] * (size + 1)  # by column; the last one is where the way begins
    for row in range(size):
        row_in[size] = row
        way = _extend(costs, of_row, of_column, row_in)
        column = way.pop()
        while way:
            row_in[column] = row_in[way[-1]]
            column = way.pop()
    found = [0] * size
    for column in range(size):
        found[row_in[column]] = column
    return found


def _extend(costs: Costs, of_row: list[int], of_column: list[int], row_in: list[int]) -> list[int]:
    """The columns on the way from the last one to the nearest free one; makes the prices fit (Dijkstra)."""
    size = len(costs)
    least: list[float] = [float("inf")] * size
    before, done, column = [size] * size, [False] * (size + 1), size
    while row_in[column] != -1:
        done[column], row = True, row_in[column]
        for other in range(size):
            price = costs[row][other] - of_row[row] - of_column[other]
            if not done[other] and price < least[other]:
                least[other], before[other] = price, column
        nearest = min((other for other in range(size) if not done[other]), key=least.__getitem__)
        step = int(least[nearest])
        for other in range(size + 1):
            if done[other]:
                of_row[row_in[other]] += step
                of_column[other] -= step
            elif other < size:
                least[other] -= step
        column = nearest
    way = [column]
    while way[-1] != size:
        way.append(before[way[-1]])
    return way[::-1]
