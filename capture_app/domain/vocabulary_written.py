"""The closed lists of written feedback; as in `vocabulary`, the values never change."""

from enum import StrEnum


class AnsweredAs(StrEnum):
    """As whom somebody wrote: for an organisation, under their name, or as somebody who is not named (F4)."""

    ORGANISATION = "organisation"
    NAMED_PERSON = "named_person"
    NOT_NAMED = "not_named"


class WrittenWay(StrEnum):
    """By which way it came (G5)."""

    MAIL = "mail"
    LETTER = "letter"
    FORM = "form"
    NOT_STATED = "not_stated"


class AlsoThere(StrEnum):
    """Whether a respondent also came to the session, so that nobody is counted twice (G3)."""

    YES = "yes"
    NO = "no"
    NOT_KNOWN = "not_known"
