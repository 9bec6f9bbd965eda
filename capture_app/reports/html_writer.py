"""A document as one page for a browser: the accessible form, which also prints well.

It is one file that asks for nothing from anywhere: no script, no picture, no style but its own, which it names
by its hash, so that nothing else is let in. Equal documents give equal bytes.
"""

import re
from base64 import b64encode
from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256
from typing import Any

from jinja2 import DictLoader, StrictUndefined, Template, TemplateError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from capture_app.domain.errors import Refused
from capture_app.reports.blocks import Report
from capture_app.reports.house_style import Face, HouseStyle
from capture_app.reports.html_tables import rows_of, shown
from capture_app.reports.palette import INK, STANCES
from capture_app.reports.wording import cleaned
from capture_app.words import _

LANGUAGE = "en-GB"

FONTS: Mapping[Face, str] = {
    Face.SANS: '"Noto Sans", "Segoe UI", system-ui, -apple-system, Arial, sans-serif',
    Face.SERIF: '"Noto Serif", Georgia, "Times New Roman", serif',
}


_GOES_WRONG = (
    TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What a template somebody wrote can raise while it is carried out."""


def html_of(report: Report, style: HouseStyle, template: str, css: str, name: str = "document.html") -> bytes:
    """The document as HTML, UTF-8. `template` is Jinja2 text, `css` what stands in its style element.

    Raises Refused if the template, called `name`, cannot be used.
    """
    try:
        look = _css(css, report, style)
        page = _understood(template).render(
            report=report, house=style, css=look, css_hash=_hash(look), language=LANGUAGE
        )
    except _GOES_WRONG as error:
        raise Refused(_unusable(name, error)) from None
    return page.encode("utf-8")


def css_text(text: str) -> Markup:
    """A text as CSS can quote it: every sign that is not a plain letter or figure by its number."""
    signs = (c if c.isascii() and (c.isalnum() or c == " ") else f"\\{ord(c):x} " for c in cleaned(text))
    return Markup(f'"{"".join(signs)}"')  # noqa: S704 nothing but letters, figures and their numbers


def _world() -> ImmutableSandboxedEnvironment:
    """Where a template is carried out: it reaches nothing but the document, and every text is escaped."""
    world = ImmutableSandboxedEnvironment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        loader=DictLoader({}),
    )
    world.filters |= {
        "shown": _shown,
        "css_text": css_text,
        "rows": rows_of,
        "kind": lambda block: type(block).__name__,
    }
    world.globals |= {"_": _}
    return world


@lru_cache(maxsize=4)
def _understood(template: str) -> Template:
    """A template ready to be filled in: as a rule all documents share the two of a house."""
    return _world().from_string(template)


def _css(css: str, report: Report, style: HouseStyle) -> str:
    """The style of the page: a template too, in which the colours and the face of the house are filled in."""
    said: dict[str, Any] = {
        "ink": INK,
        "house": style,
        "font": FONTS[style.face],
        "stances": {stance.value: colour for stance, colour in STANCES.items()},
        "every_page": report.every_page,
    }
    return f"\n{_understood(css).render(**said).strip()}\n"


def _hash(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()


def _shown(text: str) -> Markup:
    """A text with its line breaks, in which nothing is taken as markup."""
    return Markup(shown(text))  # noqa: S704 escaped there


def _unusable(name: str, error: Exception) -> str:
    why = re.sub(r"\s+", " ", str(error) or type(error).__name__).rstrip(".")
    if isinstance(error, TemplateSyntaxError):
        said = _("{file}, line {number}: {why}. Mend that line, or remove the file.")
        return said.format(file=name, number=error.lineno, why=why)
    return _("{file} cannot be used: {why}. Mend it, or remove the file.").format(file=name, why=why)
