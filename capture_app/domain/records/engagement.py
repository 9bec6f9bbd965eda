"""How people are engaged: the three principles of it, and who could comment on what was sent out."""

from dataclasses import dataclass

from capture_app.domain.record import Record, RecordId, person, searchable
from capture_app.domain.values import DateGiven
from capture_app.domain.vocabulary import Upheld, YesNo


@dataclass(frozen=True, slots=True, kw_only=True)
class EngagementCheck(Record):
    """One look at how far the three principles of lived-experience engagement held (I1).

    `session` is the one that was looked at, empty for the whole consultation. Of each principle there is how far it
    held and what that rests on: people are not there for show (`for_real`), it is `sensitive` to trauma, and
    `no_harm` is done. `looked_by` is who looked, as they are called; `person` says who that is, where they are among
    the people. Several looks stand side by side.
    """

    session: RecordId = ""
    for_real: Upheld = Upheld.NOT_LOOKED_AT
    for_real_rests: str = searchable()
    sensitive: Upheld = Upheld.NOT_LOOKED_AT
    sensitive_rests: str = searchable()
    no_harm: Upheld = Upheld.NOT_LOOKED_AT
    no_harm_rests: str = searchable()
    looked_by: str = ""
    person: RecordId | None = person()
    looked_on: DateGiven = DateGiven(given="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Commenting(Record):
    """Whether a group of contributors could comment on a draft, and what became of their comments (I9).

    `dispatch` is the paper, `contributors` the project's own word for the group ("consultants"). The four numbers
    are each None where nobody counted; none is worked out from another, so that they may contradict each other.
    """

    dispatch: RecordId = ""
    contributors: str = searchable()
    may_comment: YesNo = YesNo.NOT_STATED
    until: DateGiven = DateGiven(given="")
    came: int | None = None
    taken_up: int | None = None
    taken_in_part: int | None = None
    not_taken_up: int | None = None
    order: str = ""

    @property
    def settled(self) -> int:
        """How many comments something became of."""
        return sum(count or 0 for count in (self.taken_up, self.taken_in_part, self.not_taken_up))

    @property
    def still_open(self) -> int | None:
        """How many comments nothing became of yet; None where that cannot be told from the numbers."""
        if self.came is None or self.settled > self.came:
            return None
        return self.came - self.settled
