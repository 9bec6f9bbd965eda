"""Forms written in the window: worksheets and questionnaires in editions, each of which says why it differs (F3)."""

from collections.abc import Iterable, Mapping, Sequence

from capture_app.domain.forms.course import is_asked
from capture_app.domain.ids import new_id
from capture_app.domain.reading_order import reading_order
from capture_app.domain.record import RecordId
from capture_app.domain.records import Form
from capture_app.domain.values import Option
from capture_app.services.editions import family_of
from capture_app.services.fixed_editions import FormUse, form_use
from capture_app.services.wording import choice_words
from capture_app.store.workspace import Workspace
from capture_app.words import _, n_

__all__ = ["FormUse", "form_facts", "form_to_try", "form_words", "newest_of", "options_of", "use_of"]


def use_of(workspace: Workspace, form: RecordId) -> FormUse:
    """What an edition is used for, which decides whether it may be changed."""
    with workspace.unit_of_work() as work:
        found = work.records.find(Form, form)
        return form_use(work, found) if found else FormUse()


def form_facts(workspace: Workspace) -> Mapping[RecordId, str]:
    """For each form: what it is for, its edition, how many questions, and how many groups have it."""
    with workspace.unit_of_work() as work:
        return {one.id: _facts(one, form_use(work, one)) for one in work.records.all(Form)}


def form_to_try(workspace: Workspace, form: RecordId) -> Form:
    """A questionnaire as it stands now. Raises NotPossible where it is gone."""
    with workspace.unit_of_work() as work:
        return work.records.get(Form, form)


def newest_of(forms: Iterable[Form]) -> tuple[Form, ...]:
    """The newest edition of each form, by title."""
    newest: dict[RecordId, Form] = {}
    for form in forms:
        known = newest.get(family_of(form))
        if known is None or form.edition > known.edition:
            newest[family_of(form)] = form
    return tuple(sorted(newest.values(), key=lambda one: (reading_order(one.title), one.id)))


def options_of(labels: Sequence[str], known: Sequence[Option]) -> tuple[Option, ...]:
    """Options with these labels. One that was there keeps its id; so does one reworded where it stands.

    Which one was reworded can be told only while there are as many as before. Several may have the same label.
    """
    left = list(known)
    found = [_taken(left, label) for label in labels]
    spare = [option.id for option in left]
    if len(labels) == len(known):
        found = [one or spare.pop(0) for one in found]
    return tuple(Option(id=one or new_id(), label=label) for one, label in zip(found, labels, strict=True))


def _taken(left: list[Option], label: str) -> str:
    """The id of the first option with this label, which is taken out of them; empty where there is none."""
    place = next((at for at, option in enumerate(left) if option.label == label), None)
    return "" if place is None else left.pop(place).id


def form_words(form: Form) -> str:
    """A form by title, and edition where there was one before."""
    title = form.title or _("Not named yet")
    if form.edition == 1:
        return title
    return _("{title}, edition {edition}").format(title=title, edition=form.edition)


def _facts(form: Form, use: FormUse) -> str:
    facts = [choice_words(form.purpose)]
    if form.edition > 1:
        facts.append(_("edition {edition}").format(edition=form.edition))
    facts.append(n_("{count} question", "{count} questions", sum(map(is_asked, form.items.values()))))
    if use.groups:
        facts.append(n_("{count} group", "{count} groups", use.groups))
    return " · ".join(facts)
