"""Anonymous answers: how a box keeps them when it closes, and names each afterwards.

Nothing here knows who answered, when, or in what order. See SECURITY.md for what a box still tells.
"""

import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID

import msgspec

from capture_app.domain.heaps import Answers, in_json
from capture_app.domain.plain import canonical, to_plain
from capture_app.domain.record import Plain
from capture_app.domain.records import Box
from capture_app.domain.values import Answer


@dataclass(frozen=True, slots=True)
class Ballot:
    """One answer sheet of a closed box. Its id is made of its content and the box's random key."""

    id: str
    box: str
    answers: Answers

    def plain(self) -> Plain:
        """The answers as plain values."""
        return to_plain(self.answers)

    def words(self) -> str:
        """What was written in own words, for search."""
        return "\n".join(
            words for item in sorted(self.answers) for words in _own_words(self.answers[item]) if words
        )


def sorted_answers(answers: Sequence[Answers]) -> tuple[Answers, ...]:
    """Answers in the order of their content, which tells nothing of who came when."""
    each = {id(one): one for sheet in answers for one in sheet.values()}
    known = {place: msgspec.Raw(in_json(one).encode()) for place, one in each.items()}
    texts = [canonical({item: known[id(one)] for item, one in sheet.items()}) for sheet in answers]
    return tuple(answers[place] for place in sorted(range(len(texts)), key=texts.__getitem__))


def by_item(answers: Sequence[Answers]) -> dict[str, tuple[Answer, ...]]:
    """One sorted list for each item, so that no respondent's answers can be put together again."""
    items = sorted({item for one in answers for item in one})
    return {item: tuple(sorted((one[item] for one in answers if item in one), key=in_json)) for item in items}


def ballots_of(box: Box) -> list[Ballot]:
    """The single ballots of a closed box; a box below its threshold gives one for each answer to each item."""
    sheets: list[Answers] = [*box.answers]
    for item, answers in box.by_item.items():
        sheets.extend({item: answer} for answer in answers)
    copies: dict[str, int] = {}
    found = []
    for sheet in sheets:
        text = canonical(to_plain(sheet))
        copies[text] = copies.get(text, 0) + 1
        found.append(Ballot(ballot_id(box.key, text, copies[text]), box.id, sheet))
    return found


def ballot_id(key: str, answers: str, copy: int) -> str:
    """The id of the `copy`-th ballot with these canonical answers: the first 16 bytes of an HMAC-SHA-256.

    It carries no clock and no order, and is the same whenever it is worked out again.
    """
    made = hmac.new(bytes.fromhex(key), f"{copy}\n{answers}".encode(), sha256)
    return str(UUID(bytes=made.digest()[:16], version=5))


def answer_id(ballot: str, item: str) -> str:
    """What a statement rests on where it rests on one answer: no other answer of the same person goes with it (F4)."""
    return f"{ballot}/{item}"


def ballot_of(evidence: str) -> str:
    """The ballot an answer stands on; a ballot or a line is itself."""
    return evidence.partition("/")[0]


def _own_words(answer: Answer) -> tuple[str, str]:
    return answer.text, answer.reason
