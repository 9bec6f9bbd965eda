"""Order among siblings: a short text key between the keys of its neighbours; ties are broken by id.

Keys are read as digits of a fraction in base 62, so there is always room for one more in between.
"""

from collections.abc import Sequence

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
BASE = len(DIGITS)
STEP = 8
"""How far apart keys at the end of a list are put: room for insertions, and keys that stay short."""


def between(low: str = "", high: str = "") -> str:
    """A key that sorts after `low` and before `high`; an empty one means the start or the end of the list.

    Raises ValueError if `low` does not sort before `high`.
    """
    if high and low >= high:
        raise ValueError(f"no key lies between {low!r} and {high!r}")
    if not high:
        return _after(low)
    return _middle(low, high)


def spread(count: int) -> list[str]:
    """`count` keys in order, for a list that is made all at once."""
    keys: list[str] = []
    for _ in range(count):
        keys.append(_after(keys[-1] if keys else ""))
    return keys


def placed(orders: Sequence[str], place: int, step: int) -> dict[int, str]:
    """The keys to change, by place, so that the sibling at `place` goes up (-1) or down (1) by one.

    Where its new neighbours share a key nothing lies between them, and all siblings get new keys. Beyond either
    end nothing changes.
    """
    goal = place + step
    if not 0 <= goal < len(orders):
        return {}
    rest = [order for number, order in enumerate(orders) if number != place]
    low, high = (rest[goal - 1] if goal else ""), (rest[goal] if goal < len(rest) else "")
    if goal < len(rest) and low >= high:
        moved = [number for number in range(len(orders)) if number != place]
        moved.insert(goal, place)
        return dict(zip(moved, spread(len(orders)), strict=True))
    return {place: between(low, high)}


def _after(low: str) -> str:
    """A key after `low` that leaves room before and after it, and grows only every few hundred keys."""
    head = low[:2].ljust(2, DIGITS[0])
    place = _digit(head[0]) * BASE + _digit(head[1]) + STEP
    if place < BASE * BASE:
        return DIGITS[place // BASE] + DIGITS[place % BASE]
    return low[:2] + _after(low[2:])


def _middle(low: str, high: str) -> str:
    key = ""
    for place in range(len(low) + len(high) + 1):
        below = _digit(low[place]) if place < len(low) else 0
        above = _digit(high[place]) if high and place < len(high) else (BASE if not high else 0)
        if above - below > 1:
            return key + DIGITS[(below + above) // 2]
        key += DIGITS[below]
        if above > below:
            high = ""
    return key + DIGITS[BASE // 2]


def _digit(letter: str) -> int:
    return DIGITS.index(letter) if letter in DIGITS else 0
