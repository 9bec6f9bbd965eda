"""What words mean that fit no option, as a person types it: "Perhaps=Maybe" (F6)."""

from collections.abc import Sequence

from capture_app.domain.answer_files.cells import BLANK, RATHER
from capture_app.domain.answer_files.options import Options
from capture_app.domain.errors import NotPossible
from capture_app.services.answer_profiles import Meanings
from capture_app.services.answers_in import Looked
from capture_app.words import _

__all__ = ["NOTHING", "REFUSAL", "meanings_of"]

NOTHING, REFUSAL = "-", "rather not say"
"""What may stand for an option: no answer, and that somebody would rather not say."""


def meanings_of(looked: Looked, said: Sequence[str]) -> Meanings:
    """By question, what was said of words that fit none of its options.

    Raises NotPossible where no such words are in the file, or no question that has them offers such an option.
    """
    found: dict[str, dict[str, str]] = {}
    for one in said:
        words, _equals, option = one.rpartition("=")
        meant = {
            item: meaning for item in _asked(looked, words) if (meaning := _meaning(looked, item, option))
        }
        if not meant:
            raise NotPossible(
                _("“{said}” says of no answer in this file which option it means. Nothing was added.").format(
                    said=one
                )
            )
        for item, meaning in meant.items():
            found.setdefault(item, {})[words] = meaning
    return found


def _asked(looked: Looked, words: str) -> list[str]:
    """The questions to which somebody answered with these words."""
    return [one.item for one in (*looked.read.unfit, *looked.read.understood) if one.words == words]


def _meaning(looked: Looked, item: str, option: str) -> str:
    known = {NOTHING: BLANK, REFUSAL: RATHER}
    return known.get(option.strip()) or Options(looked.form.items[item].options).named(option)
