"""The chapters on what the minutes hold besides what was said: actions, and trouble with sound or link."""

from collections.abc import Iterator

from capture_app.domain.vocabulary import ActionState
from capture_app.reports.blocks import Block, Cell, Heading, Prose, Table
from capture_app.reports.minuted import IncidentEntry
from capture_app.reports.names import action_word
from capture_app.reports.synthesis import SynthesisDocument
from capture_app.reports.wording import words_or
from capture_app.words import _, n_, number_words


def actions_told(document: SynthesisDocument) -> Iterator[Block]:
    """What was to be done, by whom and by when (D15); nothing where no action was noted."""
    if not document.actions:
        return
    still = sum(one.state is ActionState.OPEN for one in document.actions)
    unknown = _("Not recorded")
    yield Heading(_("Actions"))
    yield Table(
        caption=_("{count} (computed), {still} still open").format(
            count=n_("{count} action", "{count} actions", len(document.actions)), still=number_words(still)
        ),
        header=(_("What"), _("Who"), _("By when, as given"), _("State"), _("Where")),
        rows=tuple(
            (
                Cell(words_or(one.text, _("(No words stand here.)"))),
                Cell(one.owner or unknown),
                Cell(one.due or unknown),
                Cell(action_word(one.state)),
                Cell(one.reference),
            )
            for one in document.actions
        ),
        widths=(0.38, 0.17, 0.15, 0.11, 0.19),
        short=_("Actions"),
    )


def incidents_told(document: SynthesisDocument) -> Iterator[Block]:
    """When sound or link was in trouble, for how long and for how many (practice 2.6)."""
    if not document.incidents:
        return
    unknown = _("Not recorded")
    yield Heading(_("Sound or link trouble"))
    yield Prose(_incidents_sentence(document.incidents))
    yield Table(
        caption=_("Trouble with sound, picture or the link"),
        header=(_("What"), _("Minutes"), _("People affected"), _("Where")),
        rows=tuple(
            (
                Cell(words_or(one.text, _("(No words stand here.)"))),
                Cell(unknown if one.lasted is None else number_words(one.lasted)),
                Cell(unknown if one.affected is None else number_words(one.affected)),
                Cell(one.reference),
            )
            for one in document.incidents
        ),
        widths=(0.45, 0.13, 0.18, 0.24),
        numbers=frozenset({1, 2}),
        short=_("Trouble"),
    )


def _incidents_sentence(incidents: tuple[IncidentEntry, ...]) -> str:
    """How often, and how long in all. People are not added up: the same ones may have been cut off twice."""
    timed = [one.lasted for one in incidents if one.lasted is not None]
    told = n_("Noted {count} time (computed).", "Noted {count} times (computed).", len(incidents))
    if not timed:
        return told
    total = n_("{count} minute in all", "{count} minutes in all", sum(timed))
    if len(timed) < len(incidents):
        total = _("{total}, where somebody noted how long").format(total=total)
    return f"{told} {total}."
