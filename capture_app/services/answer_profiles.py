"""How the columns of a file were put, and what its words mean, as a person said it: for the next file (F6).

Facts of this workspace, by form, and no record (docs/decisions/0035). Of words that fit no option only those are
remembered that three people gave alike: a newer file or none may come in place of theirs, and then what is remembered
would still tell what one or two people wrote.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import msgspec

from capture_app.domain.answer_files.answers import Unfit
from capture_app.domain.answer_files.folding import folded
from capture_app.domain.answer_files.matching import Use, Uses, matched
from capture_app.domain.plain import canonical, read_plain, to_plain
from capture_app.domain.record import RecordId
from capture_app.domain.records import Form
from capture_app.store.unit_of_work import UnitOfWork

__all__ = ["Meanings", "Profile", "forget_meanings", "note_profile", "profile_of"]

Meanings = Mapping[str, Mapping[str, str]]
"""By question, what words mean: an option's id, RATHER, BLANK, or nothing."""

_ALIKE = 3


@dataclass(frozen=True, slots=True)
class Profile:
    """What was said of earlier files. `columns`: where columns were put by hand, by their heads; "" for nowhere."""

    columns: Mapping[str, str] = field(default_factory=dict)
    meanings: Meanings = field(default_factory=dict)

    def put(self, uses: Sequence[Uses], by_hand: Mapping[int, Uses], form: Form) -> tuple[Uses, ...]:
        """By hand first, then as the last time, then by their words."""
        heads = Counter(map(_head, uses))
        found = []
        for use in uses:
            known = self.columns.get(_head(use)) if heads[_head(use)] == 1 else None
            if use.column.place in by_hand:
                use = by_hand[use.column.place]
            elif known is not None:
                use = _as_before(use, known, form)
            found.append(use)
        return tuple(found)

    def with_meanings(self, said: Meanings) -> Meanings:
        """What was said before and what is said now, which counts."""
        keys = self.meanings.keys() | said.keys()
        return {key: {**self.meanings.get(key, {}), **said.get(key, {})} for key in keys}


def profile_of(work: UnitOfWork, form: RecordId) -> Profile:
    """What was said of files of answers to this form."""
    noted = work.facts.get(_name(form))
    return msgspec.convert(read_plain(noted), Profile) if noted else Profile()


def note_profile(
    work: UnitOfWork, form: Form, uses: Sequence[Uses], meant: Meanings, given: Sequence[Unfit]
) -> None:
    """Remember it beside what was said of other files. `given`: words that were given a meaning, and how often."""
    before = profile_of(work, form.id)
    by_words = matched([use.column for use in uses], form.items)
    heads = Counter(map(_head, uses))
    columns = {head: where for head, where in before.columns.items() if head not in heads}
    for use, plain in zip(uses, by_words, strict=True):
        if heads[_head(use)] == 1 and use != plain:
            columns[_head(use)] = _where(use)
    meanings = {key: dict(words) for key, words in before.meanings.items()}
    for one in given:
        if one.count >= _ALIKE:
            meanings.setdefault(one.item, {})[one.words] = meant[one.item][one.words]
    for key, words in meanings.items():
        meanings[key] = {
            one: meaning for one, meaning in words.items() if meant.get(key, {}).get(one, meaning)
        }
    work.facts.put(_name(form.id), canonical(to_plain(Profile(columns, meanings))))


def forget_meanings(work: UnitOfWork, form: RecordId) -> None:
    """Forget what words mean, which people wrote. Heads of columns stay: whoever made the form wrote those."""
    before = profile_of(work, form)
    if before.meanings:
        work.facts.put(_name(form), canonical(to_plain(replace(before, meanings={}))))


def _name(form: RecordId) -> str:
    return f"answer_profile/{form}"


def _head(use: Uses) -> str:
    column = use.column
    return folded(f"{column.question} [{column.part}]" if column.part else column.question)


def _where(use: Uses) -> str:
    return "/".join((use.item, use.use.value, use.part)) if use.item else ""


def _as_before(use: Uses, known: str, form: Form) -> Uses:
    item, kind, part = known.split("/", 2) if known else ("", Use.ANSWER.value, "")
    return replace(use, item=item, use=Use(kind), part=part) if not item or item in form.items else use
