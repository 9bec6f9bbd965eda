"""Forms, the one questionnaire engine, and the closed boxes of anonymous answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from capture_app.domain.record import Record, RecordId, parts, searchable
from capture_app.domain.values import Answer, Case, Item
from capture_app.domain.vocabulary import FormPurpose, Keyed, Promise, WayIn


@dataclass(frozen=True, slots=True, kw_only=True)
class Form(Record):
    """One version of a form. Item ids, the keys of `items`, stay the same in every version (F3).

    All versions share a `family`. A sheet or box names the version it was filled with, so that changing a
    form never disturbs what is filled already; `reason` is why this edition differs from the one before. `intro`
    says who will read the notes. `cases` are told before the items that name them (D4).
    It is written in `language` (a BCP 47 tag; empty: not said); `languages` are others it can be read in, and
    `translations` its texts in them by language and place ("cy/items/<item>/prompt"; `domain.forms.languages`).
    """

    family: RecordId = ""
    edition: int = 1
    purpose: FormPurpose = FormPurpose.WORKSHEET
    title: str = searchable()
    intro: str = ""
    items: Mapping[str, Item] = parts()
    cases: Mapping[str, Case] = parts()
    reason: str = ""
    language: str = ""
    languages: tuple[str, ...] = ()
    translations: Mapping[str, str] = parts()
    mirrors: RecordId = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldResult(Record):
    """What was told in public of one question of a session's questionnaire (F2, practice 2.9).

    Kept so that nothing told later gives anybody away by what differs. `item` is the key of the question; empty for
    how many handed the form in. `tables` are the counts as they were, those that were hidden too: by the row or
    option a table is about, then by option (`domain.forms.in_public`).
    """

    session: RecordId = ""
    form: RecordId = ""
    item: str = ""
    tables: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Box(Record):
    """A closed ballot box: the answers of people who were promised that no name, time or order is kept.

    Written once, when the box closes (F2, F4; report p. 20, the yes, maybe and no of one workshop).
    `answers` is sorted by content. A box that closes below its threshold keeps `by_item` instead, one
    sorted list for each item, so that one person's answers cannot be put together again.
    `key` is random: it makes the ids of single ballots, which carry neither time nor order.
    `source` is the name of the file the answers came in, and `sha256` that of its bytes, in hexadecimal (F6).
    `keyed` says of forms on paper whether they were typed up once, or twice and compared (F6).
    """

    session: RecordId = ""
    form: RecordId = ""
    way_in: WayIn = WayIn.KIOSK
    promise: Promise = Promise.ANONYMOUS
    expected: int | None = None
    threshold: int = 0
    count: int = 0
    key: str = ""
    answers: tuple[Mapping[str, Answer], ...] = ()
    by_item: Mapping[str, tuple[Answer, ...]] = parts()
    source: str = ""
    sha256: str = ""
    keyed: Keyed = Keyed.NOT_KEYED
