"""People and organisations in the window: each thing kept as somebody typed it, or said it by a button."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from capture_app.domain.errors import StorageTrouble
from capture_app.domain.ids import new_id
from capture_app.domain.record import Record
from capture_app.domain.records import (
    Attendance,
    Consent,
    GroupWish,
    Need,
    Organisation,
    OrganisationLink,
    OrganisationName,
    Payment,
    Person,
    Session,
    SessionRole,
)
from capture_app.domain.vocabulary import ConsentCover, Listing, OrganisationRelation
from capture_app.services import keeping
from capture_app.services.entering import Entered
from capture_app.ui.people.organisation_pane import OrganisationPane
from capture_app.ui.people.person_pane import PersonPane
from capture_app.ui.people.suggestion_row import SAME
from capture_app.ui.people_page import PeoplePage
from capture_app.ui.register.register_pane import RegisterPane
from capture_app.ui.register.row import Row
from capture_app.ui.style import Look
from capture_app.ui.widgets.label import Prose
from tests.helpers.form_hand import choose, control, type_into
from tests.helpers.inline_jobs import InlineJobs
from tests.helpers.lead_world import in_lane
from tests.helpers.people_records import in_sight, listed, people
from tests.helpers.render import settle

FOUNDATION = Organisation(id=new_id(), name="Human Trafficking Foundation")
GROUP = Organisation(id=new_id(), name="Human Trafficking Foundation LEAP group")
SESSION = Session(id=new_id(), label="Sectoral 2")


@pytest.fixture
def entered(entered: Entered, jobs: InlineJobs) -> Entered:
    """A lead's workspace with one session."""
    in_lane(jobs, partial(keeping.keep, entered.workspace, SESSION))
    return entered


@pytest.fixture
def page(entered: Entered, jobs: InlineJobs, look: Look) -> Iterator[PeoplePage]:
    page = PeoplePage(entered, jobs, look)
    page.resize(1150, 680)
    page.show()
    settle(page)
    yield page
    page.hide()
    page.deleteLater()


def _keep(jobs: InlineJobs, entered: Entered, records: Sequence[Record]) -> None:
    for record in records:
        in_lane(jobs, partial(keeping.keep, entered.workspace, record))


def _kept(jobs: InlineJobs, entered: Entered, kind: type) -> list[Record]:
    return [one.record for one in in_lane(jobs, partial(keeping.entries, entered.workspace, kind))]


def _sight(jobs: InlineJobs, entered: Entered) -> set[str]:
    return in_lane(jobs, partial(in_sight, entered.workspace))


def _part(page: PeoplePage, key: str) -> RegisterPane:
    page.show_part(key)
    settle(page)
    return page.pane()


def _organisation(page: PeoplePage, organisation: Organisation) -> OrganisationPane:
    """The pane at an organisation, read again."""
    page.hide()
    page.show()
    pane = _part(page, "organisations")
    pane._read()
    page.go_to("organisations", organisation.id)
    settle(page)
    assert isinstance(pane, OrganisationPane)
    return pane


def _person(page: PeoplePage, name: str) -> PersonPane:
    pane = _part(page, "people")
    pane._read()
    model = pane.list.model()
    row = next(n for n in range(model.rowCount()) if model.index(n, 0).data() == name)
    pane.list.setCurrentIndex(model.index(row, 0))
    settle(page)
    assert isinstance(pane, PersonPane)
    return pane


def _leave(page: PeoplePage) -> None:
    page.keep_typed()
    settle(page)


def test_c1_somebody_has_several_roles_in_one_session(
    page: PeoplePage, entered: Entered, jobs: InlineJobs
) -> None:
    pane = _part(page, "people")
    pane.add()
    type_into(pane, "Name shown", "Ines R.")
    _leave(page)
    _consents, roles = pane.form.rows
    for role in ("presenter", "remote host"):
        roles.add()
        row = list(roles._rows.values())[-1]
        choose(row, "Session", "Sectoral 2")
        type_into(row, "Role", role)
        _leave(page)
    (person,) = _kept(jobs, entered, Person)
    assert {(one.session, one.person, one.role) for one in _kept(jobs, entered, SessionRole)} == {  # type: ignore[attr-defined]
        (SESSION.id, person.id, "presenter"),
        (SESSION.id, person.id, "remote host"),
    }
    assert isinstance(pane, PersonPane)
    assert not pane.warning.isVisible()


def test_c2_whoever_looked_on_and_also_wrote_is_named_with_the_session(
    page: PeoplePage, entered: Entered, jobs: InlineJobs
) -> None:
    _keep(jobs, entered, [FOUNDATION, *people(SESSION.id, FOUNDATION)])
    pane = _person(page, "Ines R.")
    assert pane.warning.isVisible()
    assert "Sectoral 2" in pane.warning.accessibleName()
    assert not _person(page, "Rowan K.").warning.isVisible()


def test_c3_an_entry_stays_an_organisation_and_gets_no_number_when_it_is_said_whose_it_is(
    page: PeoplePage, entered: Entered, jobs: InlineJobs
) -> None:
    entry = listed(SESSION.id, "The Human Trafficking Foundation")
    _keep(jobs, entered, [FOUNDATION, entry])
    (row,) = _organisation(page, FOUNDATION).around.rows()
    QTest.mouseClick(row.buttons[SAME], Qt.MouseButton.LeftButton)
    assert row.which is not None
    assert row.which.verb.text() == "Keep the spelling only"
    row.which.ticks[entry.id].click()
    QTest.mouseClick(row.which.verb, Qt.MouseButton.LeftButton)
    settle(page)
    (kept,) = _kept(jobs, entered, Attendance)
    assert isinstance(kept, Attendance)
    assert (kept.organisation, kept.listing) == (FOUNDATION.id, "The Human Trafficking Foundation")
    assert (kept.grain, kept.count) == (entry.grain, None)


def test_c4_categories_in_use_are_offered_and_any_other_word_is_kept_as_given(
    page: PeoplePage, entered: Entered, jobs: InlineJobs
) -> None:
    listed_as = Attendance(id=new_id(), session=SESSION.id, category="Survivor group")
    police = Organisation(id=new_id(), name="Vale Police", category="Statutory body")
    _keep(jobs, entered, [police, listed_as])
    pane = _part(page, "organisations")
    pane._read()
    category = control(pane, "Category")
    assert isinstance(category, QLineEdit)
    words = category.completer().model()
    assert [words.index(row, 0).data() for row in range(2)] == ["Statutory body", "Survivor group"]
    pane.add()
    type_into(pane, "Name", "Hestia")
    type_into(pane, "Category", "NGO (partner)")
    _leave(page)
    assert {(one.name, one.category) for one in _kept(jobs, entered, Organisation)} == {  # type: ignore[attr-defined]
        ("Vale Police", "Statutory body"),
        ("Hestia", "NGO (partner)"),
    }


def test_c5_a_foundation_and_its_group_look_alike_and_only_a_button_says_how_they_stand(
    page: PeoplePage, entered: Entered, jobs: InlineJobs
) -> None:
    entries = [listed(SESSION.id, one.name, one.id) for one in (FOUNDATION, GROUP)]
    _keep(jobs, entered, [FOUNDATION, GROUP, *entries])
    before = _sight(jobs, entered)
    pane = _organisation(page, FOUNDATION)
    (row,) = pane.around.rows()
    assert row.suggestion.other.organisation == GROUP.id
    assert _sight(jobs, entered) == before
    QTest.mouseClick(row.buttons["part_of"], Qt.MouseButton.LeftButton)
    settle(page)
    (link,) = _kept(jobs, entered, OrganisationLink)
    assert isinstance(link, OrganisationLink)
    assert (link.organisation, link.other, link.relation) == (
        GROUP.id,
        FOUNDATION.id,
        OrganisationRelation.PART_OF,
    )
    assert len(_kept(jobs, entered, Organisation)) == 2
    assert pane.around.rows() == []
    pane.steps.back()
    settle(page)
    assert _sight(jobs, entered) == before
    assert len(pane.around.rows()) == 1


def test_c5_an_entry_kept_apart_becomes_an_organisation_and_undo_takes_all_of_it_back(
    page: PeoplePage, entered: Entered, jobs: InlineJobs
) -> None:
    _keep(jobs, entered, [FOUNDATION, listed(SESSION.id, GROUP.name)])
    before = _sight(jobs, entered)
    pane = _organisation(page, FOUNDATION)
    (row,) = pane.around.rows()
    row.buttons["kept_apart"].click()
    assert row.which is not None
    for tick in row.which.ticks.values():
        tick.click()
    row.which.verb.click()
    settle(page)
    made = next(one for one in _kept(jobs, entered, Organisation) if one.id != FOUNDATION.id)
    (entry,) = _kept(jobs, entered, Attendance)
    assert isinstance(entry, Attendance)
    assert entry.organisation == made.id
    assert _kept(jobs, entered, OrganisationName) == []
    assert pane.toast.isVisible()
    pane.steps.back()
    settle(page)
    assert _sight(jobs, entered) == before


def test_c6_a_wish_for_lists_is_kept_and_a_wish_for_groups_is_in_confidence(
    page: PeoplePage, entered: Entered, jobs: InlineJobs
) -> None:
    pane = _part(page, "people")
    for name in ("Rowan K.", "Ines R."):
        pane.add()
        type_into(pane, "Name shown", name)
        choose(pane, "On lists others see", "Only by organisation")
        _leave(page)
    assert {one.listing for one in _kept(jobs, entered, Person)} == {Listing.ORGANISATION_ONLY}  # type: ignore[attr-defined]
    wishes = _part(page, "wishes")
    assert page.in_confidence()
    assert page.banner.isVisible()
    wishes.add()
    choose(wishes, "Person", "Rowan K.")
    choose(wishes, "Apart from", "Ines R.")
    _leave(page)
    (wish,) = _kept(jobs, entered, GroupWish)
    names = {one.id: one.display for one in _kept(jobs, entered, Person)}  # type: ignore[attr-defined]
    assert isinstance(wish, GroupWish)
    assert (names[str(wish.person)], names[str(wish.apart_from)]) == ("Rowan K.", "Ines R.")


@pytest.mark.parametrize(("first", "then"), [("Person", "Apart from"), ("Apart from", "Person")])
def test_c6_nobody_can_wish_to_be_kept_apart_from_themselves(
    page: PeoplePage, entered: Entered, jobs: InlineJobs, first: str, then: str
) -> None:
    pane = _part(page, "people")
    pane.add()
    type_into(pane, "Name shown", "Rowan K.")
    _leave(page)
    wishes = _part(page, "wishes")
    wishes.add()
    choose(wishes, first, "Rowan K.")
    choose(wishes, then, "Rowan K.")
    refused = "Nobody can be kept apart from themselves. Choose somebody else."
    assert refused in control(wishes, then).accessibleDescription()
    _leave(page)
    (wish,) = _kept(jobs, entered, GroupWish)
    assert isinstance(wish, GroupWish)
    assert {wish.person, wish.apart_from} == {_kept(jobs, entered, Person)[0].id, None}


def test_c7_a_need_says_what_was_needed_what_was_done_and_what_became_of_it(
    page: PeoplePage, entered: Entered, jobs: InlineJobs
) -> None:
    _keep(jobs, entered, [Person(id=new_id(), display="Rowan K.")])
    pane = _part(page, "needs")
    pane.add()
    choose(pane, "Person", "Rowan K.")
    choose(pane, "Kind of need", "Equipment or connection")
    type_into(pane, "Need", "a tablet with a card for data")
    type_into(pane, "What was done", "lent on Monday")
    choose(pane, "Outcome", "Provided")
    _leave(page)
    (need,) = _kept(jobs, entered, Need)
    assert isinstance(need, Need)
    assert (need.need, need.done, need.need_kind, need.outcome) == (
        "a tablet with a card for data",
        "lent on Monday",
        "technology",
        "provided",
    )


def test_c8_a_payment_keeps_its_state_and_its_amount_may_stay_open(
    page: PeoplePage, entered: Entered, jobs: InlineJobs
) -> None:
    _keep(jobs, entered, [Person(id=new_id(), display="Rowan K.")])
    pane = _part(page, "payments")
    pane.add()
    choose(pane, "Person", "Rowan K.")
    choose(pane, "State", "Claimed")
    _leave(page)
    (payment,) = _kept(jobs, entered, Payment)
    assert isinstance(payment, Payment)
    assert (payment.state, payment.amount) == ("claimed", "")


def test_each_consent_is_for_another_thing(page: PeoplePage, entered: Entered, jobs: InlineJobs) -> None:
    pane = _part(page, "people")
    pane.add()
    type_into(pane, "Name shown", "Rowan K.")
    _leave(page)
    consents, _roles = pane.form.rows
    for _cover in ConsentCover:
        consents.add()
        choose(list(consents._rows.values())[-1], "What they said", "Given")
        settle(page)
    assert {one.covers for one in _kept(jobs, entered, Consent)} == set(ConsentCover)  # type: ignore[attr-defined]


def test_a_long_note_below_the_date_of_a_consent_wraps_and_moves_no_field(page: PeoplePage) -> None:
    pane = _part(page, "people")
    pane.add()
    type_into(pane, "Name shown", "Rowan K.")
    _leave(page)
    consents, _roles = pane.form.rows
    consents.add()
    page.resize(1100, 680)
    settle(page)
    (row,) = consents.findChildren(Row)
    before = [field.widget.geometry() for field in row.fields]
    type_into(row, "When", "the spring before last, as far as anybody remembers")
    settle(page)
    after = [field.widget.geometry() for field in row.fields]
    assert [(one.x(), one.width()) for one in after] == [(one.x(), one.width()) for one in before]
    (told,) = [one for one in row.findChildren(Prose) if one.text().startswith("Kept as it is")]
    assert told.height() >= told.heightForWidth(told.width())
    assert told.width() <= row.fields[2].widget.width()


def test_what_is_in_confidence_is_put_away_whenever_the_page_is_left(
    page: PeoplePage, entered: Entered, jobs: InlineJobs
) -> None:
    assert not page.in_confidence()
    assert not page.banner.isVisible()
    QTest.mouseClick(page.switch, Qt.MouseButton.LeftButton)
    assert page.in_confidence()
    assert "projected" in page.banner.accessibleDescription()
    pane = page.pane()
    pane.add()
    type_into(pane, "Need", "a quiet room")
    page.hide()
    page.show()
    assert not page.in_confidence()
    (need,) = _kept(jobs, entered, Need)
    assert isinstance(need, Need)
    assert need.need == "a quiet room"


def test_what_a_button_could_not_keep_is_said_and_the_suggestion_stays(
    page: PeoplePage, entered: Entered, jobs: InlineJobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    from capture_app.services import organisations

    def full(*_: object) -> None:
        raise StorageTrouble("The disk is full, so this was not saved.")

    _keep(jobs, entered, [FOUNDATION, GROUP])
    pane = _organisation(page, FOUNDATION)
    monkeypatch.setattr(organisations, "relate", full)
    pane.around.rows()[0].buttons["kept_apart"].click()
    assert pane.trouble.isVisible()
    assert len(pane.around.rows()) == 1
    assert QApplication.activeModalWidget() is None
