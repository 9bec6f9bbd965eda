"""The forms, what is done with the one that is shown, and why one that is in use stays as it is (D1, F3)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from capture_app.domain.record import Record, RecordId
from capture_app.domain.records import Form
from capture_app.domain.vocabulary import FormPurpose
from capture_app.services import forms
from capture_app.services.comparable import apart_from_before
from capture_app.services.editions import new_edition
from capture_app.services.fixed_editions import FormUse
from capture_app.services.keeping import Step
from capture_app.services.responses import make_written_form
from capture_app.services.trying import Trial, begin_trial
from capture_app.ui.choosing import Purpose, choose_new_file, folder_for
from capture_app.ui.dialogs.new_edition import NewEdition
from capture_app.ui.jobs import Jobs
from capture_app.ui.keys import KeyMap
from capture_app.ui.merge.dropping import show_folder_of
from capture_app.ui.register.described import Register
from capture_app.ui.register.fixed_edition import FixedEdition
from capture_app.ui.register.register_pane import RegisterPane
from capture_app.ui.style import Look
from capture_app.ui.widgets.banner import Banner
from capture_app.ui.widgets.button import Button
from capture_app.words import _

if TYPE_CHECKING:
    from capture_app.services.document_files import WrittenFile
    from capture_app.services.workspaces import Workspace
    from capture_app.ui.kiosk.kiosk_window import KioskWindow


class FormPane(RegisterPane):
    """`dialog` is the one that is open. `keys` are asked for when a form is tried."""

    def __init__(
        self, register: Register, workspace: Workspace, jobs: Jobs, look: Look, keys: Callable[[], KeyMap]
    ) -> None:
        super().__init__(register, workspace, jobs, look)
        self._keys, self._form = keys, Form(id="")
        self.dialog: NewEdition | None = None
        self.kiosk: KioskWindow | None = None
        self.try_button = Button(_("Try it"), look, size="row", icon="play")
        self.print_button = Button(_("Print…"), look, size="row", icon="printer")
        self.edition_button = Button(_("New edition…"), look, size="row", icon="copy")
        self.written_button = Button(_("Make a written form of it"), look, size="row", icon="envelope-simple")
        for button, verb in (
            (self.try_button, self.try_it),
            (self.print_button, self.choose_file),
            (self.edition_button, self.ask_edition),
            (self.written_button, self.make_written),
        ):
            button.clicked.connect(verb)
        self.add_verbs(self.try_button, self.print_button, self.edition_button, self.written_button)
        self.apart = Banner(look, "warn", "")
        self.apart.hide()
        self.ahead.addWidget(self.apart)
        self.fixed = FixedEdition(
            self, look, _("So this edition stays as it is. A new edition begins with the same questions.")
        )

    def _show_apart(self, form: RecordId, apart: Sequence[str]) -> None:
        """What can no longer stand beside the edition before."""
        if form == self.current:
            title = _("Some answers cannot be put beside those to the edition before.")
            self.apart.show_message("warn", title, " ".join(apart), icon="arrows-left-right")
            self.apart.setVisible(bool(apart))

    def _read_apart(self, form: RecordId) -> None:
        job = partial(apart_from_before, self._workspace, form)
        self._jobs.read(job, partial(self._show_apart, form), self)

    def opened(self, record: Record, *, new: bool) -> None:
        super().opened(record, new=new)
        # They stand from the beginning, or what one is about to press would move once the first field is kept.
        self.verbs.show()
        for button in (self.try_button, self.print_button, self.edition_button):
            button.setEnabled(not new)
        if isinstance(record, Form):
            self._form = record
            self.written_button.setVisible(record.purpose is FormPurpose.WORKSHEET)
        self.written_button.setEnabled(not new)
        if new:
            self.fixed.show_why("")
            self.apart.hide()
        else:
            self._read_apart(record.id)
            self._jobs.read(
                partial(forms.use_of, self._workspace, record.id), partial(self._on_use, record.id), self
            )

    def try_it(self) -> None:
        """Open the form as a scribe or a respondent sees it; of what they type nothing is kept."""
        self.keep_typed()
        if self._form.purpose is not FormPurpose.WORKSHEET:
            self._jobs.read(
                partial(forms.form_to_try, self._workspace, self.current), self._on_questions, self
            )
            return
        job = partial(begin_trial, self._workspace, self.current)
        self._jobs.read(job, self._on_trial, self, on_error=self._on_not_done)

    def ask_edition(self) -> None:
        """Ask why the questions change, and begin the next edition."""
        self.keep_typed()
        self.dialog = NewEdition(
            _("Why do the questions change?"),
            _("Such as what a group could not answer. What was filled in before stays as it is."),
            partial(new_edition, self._workspace, Form, self.current),
            self._jobs,
            self._look,
            parent=self.window(),
        )
        self.dialog.made.connect(self.show_later)
        self.dialog.open()

    def make_written(self) -> None:
        """Make a written form with the questions of this worksheet, and turn to it (G2)."""
        self.keep_typed()
        job = partial(make_written_form, self._workspace, self.current)
        self._write(job, self._on_written_form)

    def _on_written_form(self, step: Step) -> None:
        self._note(step, _("A written form was made. Its questions keep their ids; the wording is yours."))
        self.show_later(step.record)

    def choose_file(self) -> None:
        """Ask where the form to print is written."""
        self.keep_typed()
        name = "-".join(self._form.title.lower().split()) or "form"
        kinds = {".pdf": _("PDF, for printing"), ".docx": _("Word document"), ".html": _("Web page")}
        proposed = folder_for(self, Purpose.DOCUMENTS) / f"{name}.pdf"
        choose_new_file(
            self, _("Save the form to print"), proposed, self.print_to, purpose=Purpose.DOCUMENTS, kinds=kinds
        )

    def print_to(self, path: Path) -> None:
        """Write the form as it is printed."""
        job = partial(_write, self._workspace, self._form, path)
        self._jobs.read(job, self._on_written, self, on_error=self._on_not_done)

    def _on_use(self, form: RecordId, use: FormUse) -> None:
        if form == self.current:
            self.fixed.show_why(use.why())

    def _on_trial(self, trial: Trial) -> None:
        from capture_app.ui.forms.trial_dialog import TrialDialog

        TrialDialog(self._look, trial, self._jobs, self._keys(), parent=self.window()).open()

    def _on_questions(self, form: Form) -> None:
        from capture_app.ui.kiosk.asking import tried
        from capture_app.ui.kiosk.kiosk_window import KioskWindow

        if not form.items:
            self.say(_("There are no questions yet."))
            return
        self.kiosk = KioskWindow(tried(form), self._jobs, self._look)
        self.kiosk.showFullScreen()

    def _on_written(self, file: WrittenFile) -> None:
        words = _("{file} was written.").format(file=file.path.name)
        self.say(words)
        self.toast.offer(words, lambda: show_folder_of(file.path), _("Open the folder"))


def _write(workspace: Workspace, form: Form, path: Path) -> WrittenFile:
    from capture_app.services.document_kinds import FORMS, Wanted
    from capture_app.services.documents import write_document

    kind = next(kind for kind, purpose in FORMS.items() if purpose is form.purpose)
    return write_document(workspace, Wanted(kind=kind, form=form.id), path)
