"""The look of a team's documents: its own files in the settings folder, or those it names.

What somebody names and cannot be used is refused. What lies in the settings folder and cannot be used is left
aside, and said: nobody should stand without a sign-in sheet because of a slip in a colour.
"""

from dataclasses import dataclass
from pathlib import Path

from capture_app.domain.errors import Refused
from capture_app.paths import settings_dir
from capture_app.reports.blocks import Report
from capture_app.reports.house_style import PLAIN, HouseStyle, read_style
from capture_app.reports.making import PLAIN_DRESS, Dress, file_of
from capture_app.words import _

__all__ = ["Dress", "Found", "dress_named", "team_dress"]

STYLE, TEMPLATE = "house-style.toml", "document.html"
LARGEST = 256_000
"""Bytes of a style or template."""


@dataclass(frozen=True, slots=True)
class Found:
    """What documents wear, and a sentence about each file of the team that could not be used."""

    dress: Dress = PLAIN_DRESS
    troubles: tuple[str, ...] = ()


def team_dress(folder: Path | None = None) -> Found:
    """The look in the settings folder; the one that comes with the program where there is none or it is wrong."""
    try:
        folder = folder or settings_dir()
    except OSError:
        return Found()
    troubles: list[str] = []
    style, template = PLAIN, None
    try:
        style = _style(folder / STYLE) if (folder / STYLE).exists() else PLAIN
    except Refused as refusal:
        troubles.append(_("{why} The usual look is used.").format(why=refusal.sentence))
    try:
        template = _template(folder / TEMPLATE) if (folder / TEMPLATE).exists() else None
    except Refused as refusal:
        troubles.append(_("{why} The usual template is used.").format(why=refusal.sentence))
    return Found(Dress(style=style, template=template), tuple(troubles))


def dress_named(style: Path | None, template: Path | None, folder: Path | None = None) -> Found:
    """The same, with the files somebody named instead. Raises Refused if one of those cannot be used."""
    found = team_dress(folder)
    if style is None and template is None:
        return found
    return Found(
        Dress(
            style=_style(style) if style else found.dress.style,
            template=_template(template) if template else found.dress.template,
            template_name=template.name if template else TEMPLATE,
        ),
        found.troubles,
    )


def _style(path: Path) -> HouseStyle:
    return read_style(_read(path), path.name)


def _template(path: Path) -> str:
    """A template that was tried on an empty document."""
    text = _read(path)
    nothing = Report(title="", above="", below="", every_page="", blocks=())
    file_of(nothing, "html", Dress(template=text, template_name=path.name))
    return text


def _read(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST:
            raise Refused(_("{file} is too large to be what it should be.").format(file=path.name))
        return path.read_text("utf-8")
    except OSError:
        raise Refused(_("{file} cannot be read.").format(file=path.name)) from None
    except UnicodeDecodeError:
        raise Refused(_("{file} is not written in UTF-8.").format(file=path.name)) from None
