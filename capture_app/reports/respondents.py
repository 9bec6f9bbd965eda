"""How whoever wrote is told, as they wish to be listed, and what has to be said beside written feedback (F4, G3)."""

from collections import Counter
from collections.abc import Iterable

from capture_app.domain.records import Organisation, Person, Response
from capture_app.domain.vocabulary import Listing
from capture_app.domain.vocabulary_written import AlsoThere, AnsweredAs
from capture_app.words import _, n_


def respondent_words(response: Response, person: Person | None, organisation: Organisation | None) -> str:
    """As whom somebody wrote. A person is named only where they chose to be; else their organisation, if that is said.

    `person` and `organisation` are those of the response. Whoever is not to be named is told as such, whatever else
    is recorded.
    """
    body = (organisation.name if organisation else "").strip()
    if response.answered_as is AnsweredAs.NOT_NAMED:
        return _("somebody who is not named")
    if response.answered_as is AnsweredAs.ORGANISATION and not response.person:
        return response.listing.strip() or body or _("an organisation")
    if response.answered_as is AnsweredAs.ORGANISATION:
        return body or _("an organisation")  # what was typed may be the name of the person
    if not response.person:
        return response.listing.strip() or _("somebody who is not named")
    if person is not None and person.listing is Listing.BY_NAME and person.display.strip():
        return person.display.strip()
    only = person is not None and person.listing is Listing.ORGANISATION_ONLY
    return body if only and body else _("somebody who is not named")


def promise_title() -> str:
    """What written feedback is promised, in three words; it is never called anonymous (F4)."""
    return _("Confidential, never anonymous.")


def told_words() -> str:
    """What that comes to."""
    return _("Whoever reads it in the workspace sees who it is from.")


def confidential_words() -> str:
    """Both."""
    return f"{promise_title()} {told_words()}"


def twice_words(responses: Iterable[Response]) -> str:
    """A warning where responses and those who were there cannot be added up; empty where nobody is in both (G3)."""
    counts = Counter(one.attended for one in responses)
    there, unknown = counts[AlsoThere.YES], counts[AlsoThere.NOT_KNOWN]
    if not there and not unknown:
        return ""
    told = [
        n_(
            "{count} response is from somebody who was also there",
            "{count} responses are from people who were also there",
            there,
        )
        if there
        else "",
        n_(
            "of {count} response nobody knows whether they were there",
            "of {count} responses nobody knows whether they were there",
            unknown,
        )
        if unknown
        else "",
    ]
    said = "; ".join(words for words in told if words)
    rest = _(
        "So responses are not added to the number of people who were there: some would be counted twice."
    )
    return f"{said[:1].upper()}{said[1:]}. {rest}"
