"""What the groups decided about the lines of a question that asks for it, side by side (D2, D3, D6, D8, D11)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from capture_app.domain.record import RecordId
from capture_app.domain.records import Line, Sheet
from capture_app.domain.values import Item
from capture_app.domain.vocabulary import Heard, Scale, Verdict
from capture_app.domain.wordings import chosen_together
from capture_app.reports.material import Material
from capture_app.reports.names import among_chosen, verdict_word

_ORDER = (*Verdict, None)


@dataclass(frozen=True, slots=True)
class Decision:
    """What one group decided, in the words of the question; `why` is what it said besides."""

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
    together = chosen_together((one for lines in written for one in lines), lambda _line: item.scale)
    return (*_options(item, written, together), *_added(item, written, together))


def _options(
    item: Item, written: Sequence[Sequence[Line]], together: Mapping[RecordId, int]
) -> Iterator[Judged]:
    for option in item.options:
        found = [next((one for one in lines if one.option == option.id), None) for lines in written]
        label = option.label.strip()
        decisions = tuple(_decision(item, line, label, together) if line else None for line in found)
        yield Judged(label, added=False, decisions=decisions)


def _added(
    item: Item, written: Sequence[Sequence[Line]], together: Mapping[RecordId, int]
) -> Iterator[Judged]:
    known = {option.id for option in item.options}
    added = [
        (line, group) for group, lines in enumerate(written) for line in lines if line.option not in known
    ]
    for line, group in sorted(added, key=lambda one: _ORDER.index(one[0].verdict)):
        decisions = tuple(
            _decision(item, line, line.text, together) if at == group else None for at in range(len(written))
        )
        yield Judged(line.text, added=True, decisions=decisions)


def _decision(item: Item, line: Line, label: str, together: Mapping[RecordId, int]) -> Decision:
    word = among_chosen(verdict_word(item.scale, line.verdict), together.get(line.id, 1))
    return Decision(word, _without(line.text, label), line.priority, line.spoken_of is Heard.DISSENT)


def _without(text: str, label: str) -> str:
    """What was said behind an option; all of it where the option itself was reworded."""
    if not text.startswith(label):
        return text
    return text.removeprefix(label).lstrip(" :;,.–—-")
