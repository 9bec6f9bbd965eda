"""How far a principle of engagement held, for whoever looks at how a consultation engages people (I1)."""

from enum import StrEnum


class Upheld(StrEnum):
    """How far a principle of engagement held, as a person judged it (I1)."""

    NOT_LOOKED_AT = "not_looked_at"
    HELD = "upheld"
    PARTLY = "partly"
    NOT_HELD = "not_upheld"
