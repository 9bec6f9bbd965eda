"""What the groups decided about the lines of a question that asks for it, side by side (D2, D3, D6, D8, D11)."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from capture_app.domain.records import Line, Sheet
from capture_app.domain.values import Item
from capture_app.domain.vocabulary import Heard, Scale, Verdict
from capture_app.domain.wordings import chosen_together, decided_alike
from capture_app.reports.decided import among_chosen, several, verdict_versions, version_word
from capture_app.reports.material import Material
from capture_app.reports.names import verdict_word
from capture_app.words import _

_ORDER = (*Verdict, None)

Decides = Callable[[Line, str], "Decision"]
"""Tells what was decided about a line, beyond the name of its option."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What one group decided, in the words of the question; `why` is what it said besides.

    Where laptops differ and nobody has settled it, both say so, and say each version.
    """

    word: str
    why: str
    priority: bool
    dissent: bool = False


@dataclass(frozen=True, slots=True)
class Judged:
    """An option of the list, or what a group added, with what each group decided; None where it said nothing."""

    what: str
    added: bool
    decisions: tuple[Decision | None, ...]


def judged(material: Material, sheets: Sequence[Sheet], key: str, item: Item) -> tuple[Judged, ...]:
    """The options in the order of the form, then what groups added: what they wanted first.

    Empty without a scale, and where a question weighs (see `weighed`).
    """
    if item.scale in (Scale.NONE, Scale.WEIGHING):
        return ()
    written = [
        [one for one in material.lines if (one.sheet, one.item) == (sheet.id, key) and one.is_said]
        for sheet in sheets
    ]
    versions = material.versions()
    alike = decided_alike((one for lines in written for one in lines), versions)
    together = chosen_together(alike, lambda _line: item.scale)

    def decision(line: Line, label: str) -> Decision:
        chosen = len(together.get(line.id, (line.id,)))
        if line.id in versions:
            return _unsettled(item, versions[line.id], label, chosen)
        return _decision(item, line, label, chosen)

    return (*_options(item, written, decision), *_added(item, written, decision))


def _options(item: Item, written: Sequence[Sequence[Line]], decision: Decides) -> Iterator[Judged]:
    for option in item.options:
        found = [next((one for one in lines if one.option == option.id), None) for lines in written]
        label = option.label.strip()
        decisions = tuple(decision(line, label) if line else None for line in found)
        yield Judged(label, added=False, decisions=decisions)


def _added(item: Item, written: Sequence[Sequence[Line]], decision: Decides) -> Iterator[Judged]:
    known = {option.id for option in item.options}
    added = [
        (line, group) for group, lines in enumerate(written) for line in lines if line.option not in known
    ]
    for line, group in sorted(added, key=lambda one: _ORDER.index(one[0].verdict)):
        decisions = tuple(decision(line, line.text) if at == group else None for at in range(len(written)))
        yield Judged(line.text, added=True, decisions=decisions)


def _decision(item: Item, line: Line, label: str, chosen: int) -> Decision:
    word = among_chosen(verdict_word(item.scale, line.verdict), chosen)
    return Decision(word, _without(line.text, label), line.priority, line.spoken_of is Heard.DISSENT)


def _unsettled(item: Item, versions: Sequence[Line], label: str, chosen: int) -> Decision:
    """What laptops decided otherwise: the verdicts beside each other, or the words where the verdict is the same."""
    priority = all(version.priority for version in versions)
    dissent = any(version.spoken_of is Heard.DISSENT for version in versions)
    words = verdict_versions(item.scale, versions)
    if words:
        told = (
            _with_why(version_word(item.scale, version), _without(version.text, label))
            for version in versions
        )
        why = "; ".join(told) if any(_without(version.text, label) for version in versions) else ""
        return Decision(several(words), why, priority, dissent)
    texts = tuple(dict.fromkeys(version.text for version in versions))
    why = several(texts) if len(texts) > 1 else _without(texts[0], label)
    word = among_chosen(verdict_word(item.scale, versions[0].verdict), chosen)
    return Decision(word, why, priority, dissent)


def _with_why(word: str, why: str) -> str:
    return _("{verdict}: {words}").format(verdict=word, words=why) if why else word


def _without(text: str, label: str) -> str:
    """What was said behind an option; all of it where the option itself was reworded."""
    if not text.startswith(label):
        return text
    return text.removeprefix(label).lstrip(" :;,.–—-")
