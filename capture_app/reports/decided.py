"""What a group decided about a line, in the words of its question: the one place that says it (D2 to D8)."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from capture_app.domain.records import Line
from capture_app.domain.values import Item
from capture_app.domain.vocabulary import Scale, Verdict
from capture_app.domain.weighing import weighing_of
from capture_app.reports.names import verdict_word
from capture_app.words import _, n_


class Decided(Protocol):
    """What of a line says what was decided about it."""

    @property
    def verdict(self) -> Verdict | None: ...
    @property
    def option(self) -> str: ...
    @property
    def text(self) -> str: ...


def decided_words(item: Item | None, line: Decided, versions: Sequence[Line] = (), *, chosen: int = 1) -> str:
    """What a group decided about a line, and about what, where its own words do not say that (`about_words`).

    `versions`: the line as each laptop has it, where they decided otherwise and nobody has settled it. `chosen`: how
    many wordings are chosen at its question.
    """
    if item is None:
        return ""
    words = verdict_versions(item.scale, versions)
    verdict = several(words) if words else among_chosen(verdict_word(item.scale, line.verdict), chosen)
    return ", ".join(part for part in (verdict, about_words(item, *(versions or (line,)))) if part)


def about_words(item: Item | None, *versions: Decided) -> str:
    """What a point is for or against (D5); of an option whose words were replaced in all versions, what it was (D2)."""
    weighing = weighing_of(item)
    if weighing:
        labels = {one.id: one.label.strip() for one in weighing.options}
        return labels.get(versions[0].option, "")
    option = replaced_option(item, *versions)
    return _("in place of “{option}”").format(option=option) if option else ""


def replaced_option(item: Item | None, *versions: Decided) -> str:
    """The option in whose place a group put words that do not name it; empty where they do, or none was there."""
    option = versions[0].option if item and item.scale is not Scale.WEIGHING else ""
    labels = (one.label.strip() for one in (item.options if item and option else ()) if one.id == option)
    label = next(labels, "")
    texts = [version.text.strip().casefold() for version in versions]
    return "" if any(not text or label.casefold() in text for text in texts) else label


def verdict_versions(scale: Scale, versions: Sequence[Line]) -> tuple[str, ...]:
    """The verdicts that stand beside each other; none where all laptops have the same."""
    words = tuple(dict.fromkeys(version_word(scale, version) for version in versions))
    return words if len(words) > 1 else ()


def version_word(scale: Scale, version: Line) -> str:
    """What one laptop decided: a verdict, nothing yet, or that the line is gone."""
    if version.deleted:
        return _("taken out")
    return verdict_word(scale, version.verdict) or _("no decision")


def several(versions: Iterable[str]) -> str:
    """Versions that wait for a person; none of them is the group's until then."""
    told = tuple(versions)
    count = n_("{count} version, not yet settled", "{count} versions, not yet settled", len(told))
    return _("{count}: {versions}").format(count=count, versions="; ".join(told))


def among_chosen(words: str, chosen: int) -> str:
    """The word for a chosen wording, with how many were chosen where it is not the only one (D8)."""
    return _("{word}, one of {count}").format(word=words, count=chosen) if chosen > 1 else words
