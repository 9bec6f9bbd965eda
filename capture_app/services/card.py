"""The data-protection card: what it says, and what is missing on it before anybody may speak (practice 2.13)."""

from capture_app.domain.dates import names_no_day
from capture_app.domain.errors import NotPossible
from capture_app.domain.ids import link_id
from capture_app.domain.records import DataProtection
from capture_app.services.wording import field_words
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.store.workspace import Workspace
from capture_app.words import _

__all__ = ["CardMissing", "card_here", "card_in", "card_missing", "check_card", "empty_on", "still_empty"]

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
    missing = _fewest(work)
    if not missing:
        return ""
    sentence = _("Before a pack is made, the data-protection card has to say: {missing}.").format(
        missing=", ".join(missing)
    )
    cards = work.records.all(DataProtection)
    impossible = [one.retention.given for one in cards if names_no_day(one.retention.given)]
    return " ".join([sentence, *(_("There is no {date}.").format(date=given) for given in impossible)])


def still_empty(workspace: Workspace) -> tuple[str, ...]:
    """What the consultation's card still has to say before the first session, by name; nothing once it is complete."""
    with workspace.unit_of_work() as work:
        return _fewest(work)


def empty_on(card: DataProtection) -> tuple[str, ...]:
    """The same of one card."""
    return tuple(field_words(name, DataProtection.__name__) for name in _missing(card))


def _fewest(work: UnitOfWork) -> tuple[str, ...]:
    return min(map(empty_on, work.records.all(DataProtection) or [DataProtection(id="")]), key=len)


def _missing(card: DataProtection) -> tuple[str, ...]:
    until = "" if names_no_day(card.retention.given) else card.retention.given
    said = {name: getattr(card, name) for name in _NEEDED} | {"retention": until}
    return tuple(name for name in _NEEDED if not said[name].strip())
