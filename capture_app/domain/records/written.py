"""What came in writing from somebody who is known: responses to a form, letters, mail, and what was folded in."""

from dataclasses import dataclass

from capture_app.domain.record import Record, RecordId, person, searchable
from capture_app.domain.values import DateGiven
from capture_app.domain.vocabulary_written import AlsoThere, AnsweredAs, WrittenWay


@dataclass(frozen=True, slots=True, kw_only=True)
class Response(Record):
    """What one respondent wrote: to a form, as a letter or by mail (F4, G3, G5). Confidential, never anonymous.

    `session` is the one it is filed under, `form` the one it answers, if any. `listing` is the respondent letter for
    letter; how they are told is worked out from `answered_as` and from how `person` wishes to be listed. `words` are
    what came. `kept_at` is where the letter or mail is kept; `file_name`, without its folder, and `file_digest`, the
    SHA-256 of its bytes, are of a file that stays there. `attended`: whether they also came to the session.
    Its lines stand on sheets that name it (`Sheet.response`). It is no `Return`, nor is it joined to one.
    """

    session: RecordId = ""
    form: RecordId = ""
    listing: str = searchable()
    organisation: RecordId = ""
    person: RecordId | None = person()
    answered_as: AnsweredAs = AnsweredAs.ORGANISATION
    received: DateGiven = DateGiven(given="")
    way: WrittenWay = WrittenWay.NOT_STATED
    words: str = searchable()
    kept_at: str = ""
    file_name: str = ""
    file_digest: str = ""
    attended: AlsoThere = AlsoThere.NOT_KNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Folding(Record):
    """The decision that the responses of a session are too few to be looked at alone, so they are told with it (G4).

    Without a `session` it holds for those of all. `reason` is why, `decided_on` when, `decided_by` who decided, as
    typed. Where each line came from stays told. Taken away, the responses stand in a part of their own again.
    """

    session: RecordId = ""
    reason: str = searchable()
    decided_on: DateGiven = DateGiven(given="")
    decided_by: str = ""
