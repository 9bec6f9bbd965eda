"""Written feedback: the register of responses, one typed up, and the decision to fold them in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from capture_app.domain.dates import read_date
from capture_app.domain.records import Folding, Form, Line, Response, Sheet
from capture_app.domain.values import Item, Option
from capture_app.domain.vocabulary import ItemKind, Scale, Verdict
from capture_app.domain.vocabulary_written import AlsoThere, AnsweredAs, WrittenWay
from capture_app.services import keeping, responses
from capture_app.services.capturing import keep_line
from capture_app.services.pages import lines_of_item
from capture_app.services.workspaces import Workspace
from capture_app.ui.forms.form_register import FORMS
from capture_app.ui.main_window import MainWindow
from capture_app.ui.sessions_page import SessionsPage
from capture_app.ui.synthesis.evidence_filter import EvidenceFilter, Source
from capture_app.ui.synthesis_page import SynthesisPage
from capture_app.ui.written.registers import FOLDINGS, RESPONSES
from capture_app.ui.written.response_pane import ResponsePane
from tests.helpers.lead_world import in_lane
from tests.helpers.render import settle
from tests.shots.session_scenes import just_planned, with_card
from tests.shots.stage import Scene, Stage

WORDS = (
    "The waiting list in our valley is a year long, and nobody is told how far down it they are.\n\n"
    "An advocate who knows the services would have saved us four letters."
)


def responses_listed(stage: Stage) -> QWidget:
    """Three responses; of one nobody knows whether they were there."""
    window, _page = _opened(stage)
    return window


def responses_empty(stage: Stage) -> QWidget:
    """None yet."""
    window = stage.window(with_card(stage, just_planned(stage)))
    page = stage.page(window, "sessions")
    assert isinstance(page, SessionsPage)
    page.show_part(RESPONSES)
    settle(window)
    return window


def response_lower(stage: Stage) -> QWidget:
    """The lower half of a letter: how it came, and its words."""
    window, page = _opened(stage)
    pane = page.pane()
    bar = pane._scroll.verticalScrollBar()
    bar.setValue(bar.maximum())
    settle(window)
    return window


def response_typed(stage: Stage) -> QWidget:
    """A letter typed up: its lines, with what a group would have left out."""
    return _typed_up(*_opened(stage))


def response_decided(stage: Stage) -> QWidget:
    """A list that was decided in writing, typed up as groups decide it."""
    window, page = _opened(stage, _decide_in_writing)
    page.go_to(RESPONSES, "05")
    settle(window)
    return _typed_up(window, page)


def folding(stage: Stage) -> QWidget:
    """The decision that they are too few to be looked at alone."""
    window, page = _opened(stage)
    page.show_part(FOLDINGS)
    page.pane().panes.show_pane("second")
    settle(window)
    return window


def written_form(stage: Stage) -> QWidget:
    """A written form made of the worksheet."""
    window, page = _opened(stage)
    page.show_part(FORMS)
    settle(window)
    pane = page.pane()
    pane.go_to(next(one.id for one in pane._records if getattr(one, "mirrors", "")))
    settle(window)
    return window


def evidence_written(stage: Stage) -> QWidget:
    """The synthesis, with only written feedback among the evidence."""
    page, window = _synthesis(stage)
    page.evidence.filters.put(EvidenceFilter(source=Source.WRITTEN))
    settle(window)
    return window


def groups_with_written(stage: Stage) -> QWidget:
    """The groups side by side, and behind them what was written to the same questions."""
    page, window = _synthesis(stage)
    page.show_groups(on=True)
    settle(window)
    return window


def _typed_up(window: MainWindow, page: SessionsPage) -> QWidget:
    pane = page.pane()
    assert isinstance(pane, ResponsePane)
    pane.type_up()
    settle(window)
    assert pane.dialog is not None
    return pane.dialog


def _synthesis(stage: Stage) -> tuple[SynthesisPage, MainWindow]:
    window, _page = _opened(stage)
    page = stage.page(window, "synthesis")
    assert isinstance(page, SynthesisPage)
    settle(window)
    return page, window


def _opened(
    stage: Stage, write: Callable[[Workspace], None] = lambda _lead: None
) -> tuple[MainWindow, SessionsPage]:
    entered = with_card(stage, stage.lead())
    for one in (_write, write):
        in_lane(stage.jobs, partial(one, entered.workspace))
    window = stage.window(entered)
    page = stage.page(window, "sessions")
    assert isinstance(page, SessionsPage)
    page.show_part(RESPONSES)
    settle(window)
    page.go_to(RESPONSES, "01")
    settle(window)
    return window, page


def _write(lead: Workspace) -> None:
    with lead.unit_of_work() as work:
        sheet = work.records.all(Sheet)[0]
    form = responses.make_written_form(lead, sheet.form).value.record
    shared = {"session": sheet.session, "kept_at": "Shelf 4 in the office"}
    for one in (
        Response(
            id="01",
            listing="Valley Aid",
            way=WrittenWay.LETTER,
            received=read_date("3 July 2023"),
            words=WORDS,
            attended=AlsoThere.NO,
            file_name="letter-valley-aid.pdf",
            file_digest="9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            **shared,  # type: ignore[arg-type]
        ),
        Response(
            id="02",
            listing="A reader",
            form=form,
            way=WrittenWay.FORM,
            received=read_date("5 July 2023"),
            answered_as=AnsweredAs.NOT_NAMED,
            attended=AlsoThere.YES,
            **shared,  # type: ignore[arg-type]
        ),
        Response(id="03", listing="Riverside Forum", way=WrittenWay.MAIL, **shared),  # type: ignore[arg-type]
    ):
        keeping.keep(lead, one)
    responses.lines_of_words(lead, "01")
    typed = Line(
        id="typed",
        session=sheet.session,
        sheet=responses.type_up(lead, "02").value,
        item="helps",
        text="A bus on Saturdays would help more than another leaflet.",
        order="V",
    )
    keep_line(lead, typed)
    decided = Folding(
        id="04",
        session=sheet.session,
        reason="Three responses are too few to be looked at alone, and two say what the groups said.",
        decided_on=read_date("11 September 2023"),
        decided_by="The steering group",
    )
    keeping.keep(lead, decided)


def _decide_in_writing(lead: Workspace) -> None:
    words = ("A phone that is answered at night", "Letters in plain words", "One file for each person")
    options = tuple(Option(id=f"o{place}", label=label) for place, label in enumerate(words))
    item = Item(
        kind=ItemKind.LINES, prompt="What should stay?", order="V", scale=Scale.REVIEW, options=options
    )
    keeping.keep(lead, Form(id="decide", title="What should stay", items={"list": item}))
    form = responses.make_written_form(lead, "decide").value.record
    with lead.unit_of_work() as work:
        session = work.records.all(Sheet)[0].session
    keeping.keep(lead, Response(id="05", session=session, form=form, listing="Hill Centre"))
    sheet = responses.type_up(lead, "05").value
    first, second, _third = [one.line for one in lines_of_item(lead, sheet, "list")]
    keep_line(lead, replace(first, verdict=Verdict.YES))
    keep_line(lead, replace(second, verdict=Verdict.CHANGED, text=f"{second.text}: and large print"))


WRITTEN_SCENES: dict[str, Scene] = {
    "written-responses": responses_listed,
    "written-empty": responses_empty,
    "written-response-lower": response_lower,
    "written-typed-up": response_typed,
    "written-decided": response_decided,
    "written-folding": folding,
    "written-form": written_form,
    "written-evidence": evidence_written,
    "written-groups": groups_with_written,
}
