"""Worksheets and questionnaires: what the list of them says, and the fields of one (D1, F3)."""

from __future__ import annotations

from collections.abc import Mapping

from capture_app.domain.reading_order import reading_order
from capture_app.domain.record import RecordId
from capture_app.domain.records import Box, Device, Form, Line, Response, Sheet, Theme, ThemeLabel
from capture_app.domain.vocabulary import FormPurpose
from capture_app.services.editions import family_of, needs_reason
from capture_app.services.forms import form_facts
from capture_app.ui.forms.cases_editor import CasesEditor
from capture_app.ui.forms.languages_editor import LanguagesEditor
from capture_app.ui.forms.questions_editor import QuestionsEditor
from capture_app.ui.forms.translations_editor import TranslationsEditor
from capture_app.ui.register.described import Choice, FormField, Own, Page, Register, Text
from capture_app.words import _

FORMS = "forms"
"""The key of the register."""

QUESTIONS, CASES, LANGUAGES, EDITION = "questions", "cases", "languages", "edition"
"""The keys of its pages."""


def form_register() -> Register:
    """Every edition of every form, the newest of each first."""
    return Register(
        key=FORMS,
        kind=Form,
        title=lambda: _("Forms"),
        add=lambda: _("Add a form"),
        empty=lambda: _(
            "No worksheets or questionnaires yet. Write down what you ask the groups; under Sessions each gets a "
            "worksheet."
        ),
        icon="clipboard-text",
        line=_line,
        told=form_facts,
        watches=(Sheet, Line, Box, Device, Response, ThemeLabel),
        sort=lambda one: (
            one.purpose != FormPurpose.WORKSHEET,
            reading_order(one.title),
            family_of(one),
            -one.edition,
        ),
        fields=_fields(),
    )


def _line(form: Form, names: Mapping[RecordId, str]) -> tuple[str, str]:
    return form.title, names.get(form.id, "")


def _fields() -> tuple[FormField, ...]:
    return (
        Text(name="title", short=True),
        Choice(
            name="purpose",
            of=FormPurpose,
            among=tuple(FormPurpose),
            label=lambda: _("What it is for"),
        ),
        Page(key=QUESTIONS, title=lambda: _("Questions")),
        Own(name="items", make=QuestionsEditor, label=lambda: _("In their order"), refers=(Theme,)),
        Page(key=CASES, title=lambda: _("Cases")),
        Own(
            name="cases",
            make=CasesEditor,
            label=lambda: _("Cases to choose from"),
            help=lambda: _(
                "A case is told to a group before it is asked. Choose at a question which case it is about."
            ),
        ),
        Page(key=LANGUAGES, title=lambda: _("Languages")),
        Own(
            name="languages",
            make=LanguagesEditor,
            label=lambda: _("Also in"),
            help=lambda: _(
                "Whoever answers at the kiosk chooses among them. A worksheet stays in one language."
            ),
        ),
        Own(name="translations", make=TranslationsEditor, label=lambda: _("Translated")),
        Page(key=EDITION, title=lambda: _("This edition")),
        Text(
            name="reason",
            lines=2,
            help=lambda: _("Why it differs from the edition before. The first needs no reason."),
            needed=needs_reason,
        ),
        Text(
            name="intro",
            lines=2,
            label=lambda: _("Introduction"),
            help=lambda: _(
                "Stands at its head. Who will read the notes is said there anyway, from the data-protection card."
            ),
        ),
    )
