"""How a team's documents look, as a short text file says it: `resources/templates/house-style.toml`.

Nothing in it is code: an organisation's name, a line for the foot, a colour, a face, the page and its margin.
"""

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from typing import Any

from capture_app.domain.errors import Refused
from capture_app.reports.palette import INK, contrast
from capture_app.words import _

NARROWEST, WIDEST = 10, 40
"""Margins in millimetres."""

READABLE = 4.5
"""The contrast that text on paper needs (WCAG 2.2, AA)."""

LONGEST = 200
"""Letters of the organisation's name and of the line in the foot."""


class Face(StrEnum):
    """The two faces that come with the program."""

    SANS = "sans"
    SERIF = "serif"


class Paper(StrEnum):
    """The pages a document can be set on."""

    A4 = "A4"
    LETTER = "Letter"


PAPERS: Mapping[Paper, tuple[float, float]] = {Paper.A4: (210.0, 297.0), Paper.LETTER: (215.9, 279.4)}
"""Width and height in millimetres."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseStyle:
    """The look of a team's documents. `accent` is "#RRGGBB", `margin` the side margin in millimetres."""

    organisation: str = ""
    foot: str = ""
    accent: str = INK.accent
    face: Face = Face.SANS
    paper: Paper = Paper.A4
    margin: int = 22

    @property
    def page_mm(self) -> tuple[float, float]:
        """Width and height of a page in millimetres."""
        return PAPERS[self.paper]

    @property
    def text_mm(self) -> float:
        """The width text has, in millimetres."""
        return self.page_mm[0] - 2 * self.margin


PLAIN = HouseStyle()
"""The look documents have where no team has said anything."""


def read_style(text: str, name: str) -> HouseStyle:
    """The style a file holds. Raises Refused with one sentence that names the file, the line and the key."""
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise Refused(
            _("{file} cannot be read as a style: {why}. Mend that line, or remove the file.").format(
                file=name, why=str(error).rstrip(".")
            )
        ) from None
    said: dict[str, Any] = {}
    for room, part in found.items():
        keys = _KEYS.get(room)
        if keys is None or not isinstance(part, dict):
            raise _wrong(text, name, room, _unknown(room, _KEYS))
        for key, value in part.items():
            if key not in keys:
                raise _wrong(text, name, key, _unknown(key, keys))
            field, check = keys[key]
            try:
                said[field] = check(value)
            except ValueError as error:
                raise _wrong(text, name, key, str(error)) from None
    return HouseStyle(**said)


def _wrong(text: str, name: str, key: str, why: str) -> Refused:
    """The refusal of a value, with the line on which its key stands."""
    key_there = re.compile(rf"\s*\[?\s*[\"']?{re.escape(key)}[\"']?\s*[\]=.]")
    lines = text.splitlines()
    number = next((at for at, line in enumerate(lines, start=1) if key_there.match(line)), 1)
    said = _("{file}, line {number}, “{key}”: {why}").format(file=name, number=number, key=key, why=why)
    return Refused(said)


def _unknown(name: str, known: Mapping[str, object]) -> str:
    near = get_close_matches(name, known, 1)
    if near:
        return _("nothing is called so; “{known}” is meant, perhaps.").format(known=near[0])
    return _("nothing is called so. There are: {known}.").format(known=", ".join(known))


def _words(value: object) -> str:
    if not isinstance(value, str) or len(value) > LONGEST or not value.isprintable():
        raise ValueError(_("one line of text is needed, of at most {most} letters.").format(most=LONGEST))
    return value.strip()


def _colour(value: object) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"#[0-9A-Fa-f]{6}", value):
        raise ValueError(_("a colour is written as a hash and six figures or letters, such as #2F4C9B."))
    if contrast(value, INK.paper) < READABLE:
        raise ValueError(_("this colour is too light to be read on paper. Choose a darker one."))
    return value.upper()


def _face(value: object) -> Face:
    return Face(_one_of(value, Face))


def _paper(value: object) -> Paper:
    return Paper(_one_of(value, Paper))


def _one_of(value: object, known: type[StrEnum]) -> str:
    names = [one.value for one in known]
    if value not in names:
        raise ValueError(_("it is one of: {known}.").format(known=", ".join(names)))
    return str(value)


def _margin(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not NARROWEST <= value <= WIDEST:
        said = _("a whole number of millimetres from {least} to {most} is needed.")
        raise ValueError(said.format(least=NARROWEST, most=WIDEST))
    return value


_KEYS: Mapping[str, Mapping[str, tuple[str, Callable[[Any], Any]]]] = {
    "organisation": {"name": ("organisation", _words), "foot": ("foot", _words)},
    "look": {"accent": ("accent", _colour), "face": ("face", _face)},
    "page": {"size": ("paper", _paper), "margin": ("margin", _margin)},
}
"""What a style file may say: by heading and key, the field it sets and how it is checked."""
