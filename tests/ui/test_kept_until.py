"""Until when records are kept, on the data-protection card: no day there is not, and a past one is remarked on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest

from capture_app.domain.ids import link_id
from capture_app.domain.records import DataProtection
from capture_app.domain.values import DateGiven
from capture_app.services import keeping
from capture_app.services.card import still_to_say
from capture_app.services.entering import Entered
from capture_app.ui.setup.card_pane import CardPane
from capture_app.ui.setup_page import SetupPage
from capture_app.ui.style import Look
from tests.helpers.inline_jobs import InlineJobs
from tests.helpers.lead_world import in_lane
from tests.helpers.registers import control, fill
from tests.helpers.render import settle


@pytest.fixture
def pane(entered: Entered, jobs: InlineJobs, look: Look) -> Iterator[CardPane]:
    """The card on the page of setting up, filled in but for the day."""
    card = DataProtection(
        id=link_id("DataProtection", entered.about.consultation),
        controller="Vale Trust",
        contact="Ines R.",
        basis="consent",
        condition="consent",
        retention=DateGiven(given=""),
        in_danger="Ines R., 0800 000",
    )
    in_lane(jobs, partial(keeping.keep, entered.workspace, card))
    page = SetupPage(entered, jobs, look)
    page.show()
    page.show_card()
    settle(page)
    found = page.pane()
    assert isinstance(found, CardPane)
    yield found
    page.hide()
    page.deleteLater()


def told(pane: CardPane, words: str) -> tuple[str, str]:
    """What the card says above its form once this was typed as the day and kept."""
    fill(pane.form, {"Kept until": words})
    pane.keep_typed()
    settle(pane)
    return pane.needed.accessibleName(), pane.needed.accessibleDescription()


def test_a_day_there_is_not_is_told_as_such_and_not_as_empty(
    pane: CardPane, entered: Entered, jobs: InlineJobs
) -> None:
    assert pane.needed.accessibleName() == "Still empty: kept until."
    words = told(pane, "31 February")[0]
    assert words == (
        "Kept until: there is no 31 February. Write a day, or words such as “one year after the report”."
    )
    assert in_lane(jobs, partial(still_to_say, entered.workspace)) == words
    assert told(pane, "29 February 2096") == ("That is all that is needed. Go on to “Sessions”.", "")
    assert (pane.toast.isVisible(), pane.toast.words()) == (
        True,
        "That is all that is needed. Go on to “Sessions”.",
    )


def test_a_day_that_is_past_is_remarked_on_and_hinders_nothing(
    pane: CardPane, entered: Entered, jobs: InlineJobs
) -> None:
    fill(pane.form, {"Kept until": "1 May 2020"})
    typed = control(pane.form, "Kept until").accessibleDescription()
    said, more = told(pane, "1 May 2020")
    assert said == "The records were to be kept until 1 May 2020, and that is past."
    assert typed.startswith(f"Read as 1 May 2020. {said} ")
    assert more == "Put in a later day, or see that they are deleted. Nothing else is needed."
    assert in_lane(jobs, partial(still_to_say, entered.workspace)) == ""
