"""After the merge: what came in, what to compare on the phone, where the backup is, and what waits."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from capture_app.services.merging import BundleReport, Merged, MergeReport
from capture_app.ui.merge.bundle_card import origin_of, owner_of
from capture_app.ui.style import Look
from capture_app.ui.synthesis.page_column import PageColumn
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.card import Card
from capture_app.ui.widgets.icon import Icon
from capture_app.ui.widgets.label import Label, Prose
from capture_app.words import _, n_, number_words

_NARROW = 880
_SIDE = 320
_MOST = 3
"""Sessions to each of which a button leads; all of them stand under Sessions."""
_WIDEST = 16777215


class Receipt(PageColumn):
    """What was done, for as long as the page stays on it.

    Signals:
        settle_wanted(): the conflicts that wait should be shown. more_wanted(): other bundles.
        backup_wanted(Path): its folder should be shown. synthesis_wanted(str): what came of a session.
    """

    settle_wanted = Signal()
    more_wanted = Signal()
    backup_wanted = Signal(object)
    synthesis_wanted = Signal(str)

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        self._look = look
        self._shown: Merged | None = None
        super().__init__(look, parent=parent)
        self.waiting = 0
        self.settle = Button("", look, "primary", icon="scales")
        self.show_backup = Button("", look)
        self.more = Button("", look)
        self._holder = QWidget()
        self._next: Card | None = None
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._holder)
        self.column.addWidget(self._holder)
        self.column.addStretch(1)

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._look = look
        super().set_look(look)
        if self._shown is not None:
            self.show_merged(self._shown)

    def show_merged(self, merged: Merged) -> None:
        """Show one merge."""
        self._shown, self.waiting = merged, len(merged.report.conflicts)
        self.column.removeWidget(self._holder)
        self._holder.hide()
        self._holder.deleteLater()
        self._holder = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._holder)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(self._look.px(16))
        self.column.insertWidget(0, self._holder)
        top = Qt.AlignmentFlag.AlignTop
        self._row.addWidget(self._done_card(merged), 1, top)
        self._next = self._next_card(merged)
        self._row.addWidget(self._next, 0, top)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _done_card(self, merged: Merged) -> Card:
        look, report = self._look, merged.report
        card = Card(look)
        taken = [bundle for bundle in report.bundles if not bundle.refused]
        card.add(_headline(look, n_("{count} bundle merged", "{count} bundles merged", len(taken)), report))
        card.add_section()
        card.add(_numbers(look, taken))
        card.add(
            Prose(
                _(
                    "The three numbers and the check number stand on the laptop’s receipt too. A change is one "
                    "record each time it was written, so there are more changes than records."
                ),
                look,
                "caption",
            )
        )
        card.add_section()
        card.add(Prose(_backup_words(merged), look, "secondary", lead=_("Backup:")))
        if left_out := [bundle for bundle in report.bundles if bundle.refused]:
            words = " ".join(f"{bundle.path.name}: {bundle.refused}" for bundle in left_out)
            card.add_foot(Prose(words, look, "secondary", lead=_("Not taken in:")))
        return card

    def _next_card(self, merged: Merged) -> Card:
        look, waiting = self._look, len(merged.report.conflicts)
        card = Card(look)
        self.reads: list[Button] = []
        card.add(Label(_("Next"), "strong"))
        if waiting:
            words = n_(
                "{count} conflict waits. Until it is settled, one version is shown for now.",
                "{count} conflicts wait. Until they are settled, one version of each is shown for now.",
                waiting,
            )
            card.add(Prose(words, look, "secondary"))
            label = n_("Settle {count} conflict", "Settle {count} conflicts", waiting)
            self.settle = Button(label, look, "primary", icon="scales")
            self.settle.clicked.connect(self.settle_wanted)
            _stack(card, self.settle)
        for session in merged.report.touched[:_MOST]:
            words = _("Read what came: {session}").format(session=session.label)
            read = Button(words, look, "normal" if waiting else "primary", icon="pencil-line")
            read.clicked.connect(partial(self.synthesis_wanted.emit, session.id))
            self.reads.append(read)
            _stack(card, read)
        self.show_backup = Button(_("Show the backup"), look, icon="folder-open")
        self.show_backup.clicked.connect(lambda: self.backup_wanted.emit(merged.backup))
        self.more = Button(_("Add more bundles"), look, icon="plus")
        self.more.clicked.connect(self.more_wanted)
        if not merged.report.erasures:
            _stack(card, self.show_backup)
        _stack(card, self.more)
        return card

    def _fit(self) -> None:
        narrow = self.width() * 100 / self._look.scale < _NARROW
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if narrow else across)
        if self._next is not None:
            self._next.setMinimumWidth(0 if narrow else self._look.px(_SIDE))
            self._next.setMaximumWidth(_WIDEST if narrow else self._look.px(_SIDE))


def _stack(card: Card, button: Button) -> None:
    button.fill_column()
    card.add(button)


def _headline(look: Look, title: str, report: MergeReport) -> QWidget:
    holder, words = QWidget(), QVBoxLayout()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(look.px(16))
    row.addWidget(Icon("check-circle-fill", look, "good", 36), 0, Qt.AlignmentFlag.AlignTop)
    words.setSpacing(look.px(4))
    words.addWidget(Prose(title, look, "title"))
    changed = n_("{count} record new or changed", "{count} records new or changed", report.new)
    touched = _("{touched} of {all} sessions touched").format(
        touched=len(report.touched), all=number_words(report.sessions)
    )
    words.addWidget(Prose(f"{changed}. {touched}.", look, "secondary"))
    if report.erased:
        erased = n_("Erased here: {count} record.", "Erased here: {count} records.", len(report.erased))
        words.addWidget(Prose(erased, look, "bad"))
    row.addLayout(words, 1)
    return holder


def _numbers(look: Look, bundles: list[BundleReport]) -> QWidget:
    """What each laptop's receipt says too, to compare on the phone."""
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(look.px(20))
    grid.setVerticalSpacing(look.px(10))
    grid.setColumnStretch(0, 1)
    heads = (
        _("Compare with each laptop’s receipt"),
        _("New changes"),
        _("Lines, minutes,\nquestionnaires"),
        _("Check number"),
    )
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
    for column, words in enumerate(heads):
        grid.addWidget(Label(words, "label"), 0, column, right if column else Qt.AlignmentFlag.AlignBottom)
    for row, bundle in enumerate(bundles, start=1):
        grid.addWidget(_whose(look, bundle), row, 0)
        for column, number in enumerate(
            (number_words(bundle.new), bundle.read_out, bundle.check_number), start=1
        ):
            label = Label(number, "heading" if column > 1 else "strong")
            label.setAccessibleName(f"{owner_of(bundle)}, {heads[column]}: {number}".replace("\n", " "))
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return holder


def _whose(look: Look, bundle: BundleReport) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(Prose(owner_of(bundle), look, "strong"))
    column.addWidget(Prose(origin_of(bundle), look, "secondary"))
    return holder


def _backup_words(merged: Merged) -> str:
    if merged.report.erasures:
        return _("made before, then replaced by one without the words that were erased.")
    return _("{name}, made and checked before the merge, in {folder}.").format(
        name=merged.backup.name, folder=_short(merged.backup.parent)
    )


def _short(folder: Path) -> str:
    home = Path.home()
    return f"~/{folder.relative_to(home)}" if folder.is_relative_to(home) else str(folder)
