"""Setting a consultation up: who is behind it, how it protects people, its frame, its words, what it sent out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from capture_app.domain.frame import place_in_frame
from capture_app.domain.gathered import Gathered
from capture_app.domain.ids import link_id
from capture_app.domain.reading_order import reading_order
from capture_app.domain.record import RecordId
from capture_app.domain.records import (
    Consultation,
    DataProtection,
    Expectation,
    GlossaryTerm,
    Interest,
    Objective,
    ObjectiveSet,
    Organisation,
    Party,
    Person,
    Theme,
    ThemeLabel,
)
from capture_app.domain.vocabulary import ThemeKind
from capture_app.services.card import past_words
from capture_app.services.entering import Entered
from capture_app.services.naming import shortened
from capture_app.services.wording import choice_words
from capture_app.ui.jobs import Jobs
from capture_app.ui.register.described import (
    Choice,
    Date,
    Flag,
    Number,
    Own,
    Part,
    Refer,
    Register,
    Rows,
    Text,
)
from capture_app.ui.register.register_page import RegisterPage
from capture_app.ui.register.register_pane import RegisterPane
from capture_app.ui.sessions.session_register import usual_series
from capture_app.ui.setup.card_pane import AnswerEditor, CardPane, usual_bases, usual_conditions
from capture_app.ui.setup.engagement import engagement
from capture_app.ui.setup.sent_registers import briefings, sent
from capture_app.ui.setup.theme_pane import ThemePane, doubt_of, in_the_list
from capture_app.ui.style import Look
from capture_app.words import _

CARD = "card"
"""The key of the data-protection card, which other pages lead to."""

FRAME = "frame"
_PANES: dict[str, type[RegisterPane]] = {FRAME: ThemePane, CARD: CardPane}


class SetupPage(RegisterPage):
    """Ten registers, the consultation itself first."""

    def __init__(self, entered: Entered, jobs: Jobs, look: Look) -> None:
        self._workspace, self._jobs = entered.workspace, jobs
        super().__init__(
            _("Set up"),
            _("What holds for every session"),
            registers(entered.about.consultation),
            entered.workspace,
            jobs,
            look,
            make=self._make_pane,
        )

    def show_card(self) -> None:
        """Turn to the data-protection card."""
        self.show_part(CARD)
        self.focus_first()

    def _make_pane(self, part: Register) -> RegisterPane:
        pane = _PANES.get(part.key, RegisterPane)
        return pane(part, self._workspace, self._jobs, self._look)


def registers(consultation: str) -> tuple[Register, ...]:
    """What is set up for a consultation (A1, A2 to A5, A8 to A10, I1, I8, I9, practice 2.13)."""
    return (
        _consultation(consultation),
        _card(consultation),
        _parties(),
        _objectives(),
        _frame(),
        _glossary(),
        sent(),
        briefings(),
        _interests(),
        engagement(),
    )


def _consultation(consultation: str) -> Register:
    return Register(
        key="consultation",
        kind=Consultation,
        single=consultation,
        title=lambda: _("Consultation"),
        add=lambda: _("Consultation"),
        empty=lambda: "",
        icon="clipboard-text",
        line=lambda one, _names: (one.title, one.stage),
        fields=(
            Text(name="title"),
            Text(name="stage", short=True),
            Text(name="commissioned_by", short=True),
            Number(
                name="threshold",
                help=lambda: _(
                    "A questionnaire is called anonymous only if at least so many answers are expected."
                ),
            ),
            Number(
                name="fewest_told",
                help=lambda: _(
                    "In public results no smaller count is told, nor one that would give it away. At least 3."
                ),
            ),
            Rows(
                kind=Expectation,
                by="consultation",
                title=lambda: _("What is expected of which sessions"),
                add=lambda: _("Add an expectation"),
                help=lambda: _(
                    "Without a series it is expected of every session. Once something stands here, it is not missing "
                    "at the sessions of other series."
                ),
                fields=(
                    Choice(name="what", of=Gathered),
                    Text(name="series", short=True, in_use=True, offers=usual_series),
                ),
                once=("what", "series"),
            ),
        ),
    )


def _card(consultation: str) -> Register:
    return Register(
        key=CARD,
        kind=DataProtection,
        single=link_id("DataProtection", consultation),
        title=lambda: _("Data protection"),
        add=lambda: _("Data protection"),
        empty=lambda: "",
        icon="shield-check",
        line=lambda one, _names: (one.controller, one.contact),
        about=lambda: _(
            "Settle this before anybody speaks. Sessions and packs can be made once the first six are filled in; "
            "whom to call in danger is shown on every laptop."
        ),
        fields=(
            Text(name="controller", help=lambda: _("Who decides what the records are for.")),
            Text(name="contact", help=lambda: _("Whom people ask about their own records.")),
            *_articles(),
            Date(
                name="retention",
                remark=lambda day: past_words(day, date.today()),
                help=lambda: _("A day, or words where none is known yet: one year after the report."),
            ),
            Text(
                name="in_danger",
                help=lambda: _("A name and a number that somebody answers during every session."),
            ),
            Text(name="assessment", help=lambda: _("Where it is kept, if one was made.")),
            Text(
                name="who_reads",
                lines=2,
                help=lambda: _(
                    "One sentence. It stands on every worksheet, on paper and on the screen; read it out at the start."
                ),
            ),
        ),
    )


def _articles() -> tuple[Own, ...]:
    """What the law asks of whoever keeps records: usual answers to choose from, or own words."""
    return (
        Own(
            name="basis",
            make=lambda look: AnswerEditor(look, usual_bases()),
            help=lambda: _(
                "Of the UK GDPR: what allows you to keep records about people. The arrow shows the usual "
                "answers; your own words will do."
            ),
        ),
        Own(
            name="condition",
            make=lambda look: AnswerEditor(look, usual_conditions()),
            help=lambda: _(
                "Of the UK GDPR: what allows notes on health, belief or origin. If none is needed, write “None, "
                "because …”."
            ),
        ),
    )


def _parties() -> Register:
    return Register(
        key="parties",
        kind=Party,
        title=lambda: _("Parties"),
        add=lambda: _("Add a party"),
        empty=lambda: _(
            "Nobody yet. Partners, the board, the evaluator and funders belong here. Who commissioned it stands "
            "under Consultation, and is printed from there."
        ),
        icon="handshake",
        line=lambda one, _names: (one.name, one.part),
        fields=(
            Text(name="name"),
            Text(name="part", short=True, label=lambda: _("Their part"), offers=_parts),
            Refer(name="organisation", to=Organisation),
            Text(name="source"),
        ),
    )


def _parts() -> tuple[str, ...]:
    return (
        _("Partner"),
        _("Project board"),
        _("Project lead"),
        _("Evaluator"),
        _("Funder"),
    )


def _objectives() -> Register:
    return Register(
        key="objectives",
        kind=ObjectiveSet,
        title=lambda: _("Objectives"),
        add=lambda: _("Add objectives"),
        empty=lambda: _(
            "No objectives yet. Add them as one source words them. If another words them differently, add those too: "
            "every version is kept."
        ),
        icon="list-numbers",
        line=lambda one, _names: (one.title, one.source),
        about=lambda: _("One version: the objectives as one source words them. Each stands in a row below."),
        fields=(
            Text(name="title", help=lambda: _("What you call this version, such as “As funded”.")),
            Text(name="source", short=True),
            Text(name="locator", short=True),
            Rows(
                kind=Objective,
                by="objective_set",
                title=lambda: _("Objectives of this version"),
                add=lambda: _("Add an objective"),
                fields=(Text(name="text", lines=2, label=lambda: _("Objective")),),
            ),
        ),
    )


def _frame() -> Register:
    return Register(
        key=FRAME,
        kind=Theme,
        title=lambda: _("Frame"),
        add=lambda: _("Add a theme"),
        empty=lambda: _("No themes yet. Sections and key areas make the frame that lines are sorted into."),
        icon="tree-structure",
        line=_theme_line,
        names=(Theme,),
        told=in_the_list,
        sort=place_in_frame,
        fresh={"theme_kind": ThemeKind.SECTION},
        fields=(
            Choice(
                name="theme_kind",
                of=ThemeKind,
                help=lambda: _(
                    "A topic that came up can become a section or key area; its lines stay with it."
                ),
            ),
            Text(name="code", short=True, help=lambda: _("What a scribe types, such as S1 or A5.")),
            Refer(
                name="joined_into",
                to=Theme,
                above=True,
                help=lambda: _(
                    "Where it is the same as another one: its lines then show that one and count with it. They keep "
                    "what was written, and taking this out again parts the two."
                ),
            ),
            _names(),
        ),
    )


def _names() -> Rows:
    return Rows(
        kind=ThemeLabel,
        by="theme",
        title=lambda: _("Names"),
        add=lambda: _("Add a name"),
        help=lambda: _(
            "Every wording a source uses, on one theme. With one wording, that one is shown. Of several, the "
            "one to show is ticked; ticking another takes the tick off it."
        ),
        alone="preferred",
        fields=(
            Text(name="text", label=lambda: _("Name")),
            Text(
                name="source",
                short=True,
                help=lambda: _("Who words it so: a report, the minutes, you."),
            ),
            Text(name="locator", short=True, help=lambda: _("A page or a heading, such as p. 9.")),
            Flag(name="preferred"),
        ),
    )


def _theme_line(theme: Theme, names: Mapping[RecordId, str]) -> tuple[str, str]:
    said = (choice_words(theme.theme_kind), names.get(doubt_of(theme.id), ""))
    return names.get(theme.id, theme.code), " · ".join(words for words in said if words)


def _glossary() -> Register:
    return Register(
        key="glossary",
        kind=GlossaryTerm,
        title=lambda: _("Glossary"),
        add=lambda: _("Add a term"),
        empty=lambda: _(
            "No terms yet. Abbreviations and what they stand for go into every session pack, on paper too."
        ),
        icon="book-open",
        line=lambda one, _names: (one.term, one.meaning),
        sort=lambda one: (reading_order(one.term), one.id),
        fields=(Text(name="term", short=True), Text(name="meaning", lines=2), Text(name="note")),
    )


def _interests() -> Register:
    return Register(
        key="interests",
        kind=Interest,
        title=lambda: _("Interests"),
        add=lambda: _("Add a declaration"),
        empty=lambda: _(
            "No declarations yet. Whoever judges or reports says here what ties them to the matter."
        ),
        icon="scales",
        line=_interest_line,
        names=(Person,),
        fields=(
            Text(name="declared_by", short=True),
            Refer(name="person", to=Person, help=lambda: _("If they are among the people.")),
            Text(name="part", short=True, label=lambda: _("Their part")),
            Date(name="declared"),
            Part(title=lambda: _("What was declared")),
            Text(name="text", lines=3, label=lambda: _("In their words")),
            Text(name="effect", lines=2),
        ),
    )


def _interest_line(one: Interest, names: Mapping[RecordId, str]) -> tuple[str, str]:
    who = one.declared_by or names.get(one.person or "", "")
    return who, " · ".join(words for words in (one.part, shortened(one.text)) if words)
