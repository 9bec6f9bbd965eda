"""The data-protection card: what it says, and what is missing on it before anybody may speak (practice 2.13)."""

from collections.abc import Sequence
from datetime import date

from capture_app.domain.date_slips import names_no_day
from capture_app.domain.dates import is_past
from capture_app.domain.errors import NotPossible
from capture_app.domain.ids import link_id
from capture_app.domain.records import DataProtection
from capture_app.domain.values import DateGiven
from capture_app.services.wording import field_words
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.store.workspace import Workspace
from capture_app.words import _

__all__ = [
    "CardMissing",
    "card_here",
    "card_in",
    "card_missing",
    "check_card",
    "lacking_on",
    "past_words",
    "still_to_say",
]

_NEEDED = ("controller", "contact", "basis", "condition", "retention", "in_danger")


class CardMissing(NotPossible):
    """The data-protection card is not complete; the window leads to it."""


def card_here(workspace: Workspace) -> DataProtection:
    """What the card of this workspace says, for every role; one that says nothing where there is none."""
    with workspace.unit_of_work() as work:
        return card_in(work) or DataProtection(id="")


def card_in(work: UnitOfWork) -> DataProtection | None:
    """The consultation's card; one that came from elsewhere where that is missing or names nobody to call."""
    own = link_id("DataProtection", work.facts.get("consultation"))
    cards = sorted(work.records.all(DataProtection), key=lambda card: card.id != own)
    return next((card for card in cards if card.in_danger.strip()), cards[0] if cards else None)


def check_card(work: UnitOfWork) -> None:
    """Raises CardMissing until the consultation's card is complete."""
    if sentence := card_missing(work):
        raise CardMissing(" ".join((sentence, _("Nothing was made."))))


def card_missing(work: UnitOfWork) -> str:
    """What is missing on the card, as the sentence to show; empty once it is complete."""
    card = _nearest(work)
    missing = _missing(card)
    if not missing:
        return ""
    sentence = _("Before a pack is made, the data-protection card has to say: {missing}.").format(
        missing=_names(missing)
    )
    no_day = _("There is no {date}.").format(date=card.retention.given) if _is_no_day(card) else ""
    return " ".join(words for words in (sentence, no_day) if words)


def still_to_say(workspace: Workspace) -> str:
    """What the consultation's card still has to say before the first session; empty once it is complete."""
    with workspace.unit_of_work() as work:
        return lacking_on(_nearest(work))


def lacking_on(card: DataProtection) -> str:
    """The same of one card: which fields are empty, and that there is no such day where it names none."""
    empty = [name for name in _missing(card) if name != "retention" or not _is_no_day(card)]
    told = [_("Still empty: {fields}.").format(fields=_names(empty))] if empty else []
    if _is_no_day(card):
        sentence = _(
            "Kept until: there is no {date}. Write a day, or words such as “one year after the report”."
        )
        told.append(sentence.format(date=card.retention.given))
    return " ".join(told)


def past_words(retention: DateGiven, today: date) -> str:
    """That the day until which records were to be kept is past, if it is; it hinders nothing."""
    if not is_past(retention, today):
        return ""
    sentence = _("The records were to be kept until {date}, and that is past.")
    return sentence.format(date=retention.given)


def _nearest(work: UnitOfWork) -> DataProtection:
    """The card on which least is missing."""
    cards = work.records.all(DataProtection) or [DataProtection(id="")]
    return min(cards, key=lambda card: len(_missing(card)))


def _names(fields: Sequence[str]) -> str:
    return ", ".join(field_words(name, DataProtection.__name__) for name in fields)


def _is_no_day(card: DataProtection) -> bool:
    return names_no_day(card.retention.given)


def _missing(card: DataProtection) -> tuple[str, ...]:
    until = "" if _is_no_day(card) else card.retention.given
    said = {name: getattr(card, name) for name in _NEEDED} | {"retention": until}
    return tuple(name for name in _NEEDED if not said[name].strip())
