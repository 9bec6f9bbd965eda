"""A page that was saved from a browser, taken apart into tags and words in one pass, however it is broken.

Nothing in it is run, fetched or followed. The time it takes grows with its size and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

_MARK = re.compile(r"[\"'>]")
_NAME = re.compile(r"/?([a-zA-Z][a-zA-Z0-9-]{0,40})")
_ATTRIBUTE = re.compile(r"(?<![\w-])([\w-]++)(?:\s*+=\s*+(\"[^\"]*+\"|'[^']*+'|[^\s\"'>]++))?")
_ATTRIBUTES_WITHIN = 4000
_UNSEEN = re.compile(r"script|style|title|template|svg|noscript")
_EMPTY = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
_BLOCKS = frozenset(
    (
        *(
            "address",
            "article",
            "aside",
            "blockquote",
            "br",
            "dd",
            "div",
            "dl",
            "dt",
            "figure",
            "footer",
            "form",
        ),
        *("h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section"),
        *("table", "tr", "ul"),
    )
)
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag: its name in small letters, whether it ends something, and what is written in it."""

    name: str
    ends: bool = False
    told: dict[str, str] = field(default_factory=dict)

    @property
    def is_block(self) -> bool:
        """Whether what stands in it begins a row of its own."""
        return self.name in _BLOCKS

    @property
    def holds(self) -> bool:
        """Whether it has an end of its own."""
        return self.name not in _EMPTY


def looks_like_page(text: str) -> bool:
    """Whether a text is a page and not words."""
    start = text[:2000].lstrip("\ufeff \t\r\n").casefold()
    return start.startswith(
        ("<!doctype html", "<html", "<?xml", "<head", "<body", "<div", "<!--", "<table", "<meta")
    )


def parts_of(page: str) -> Iterator[Tag | str]:
    """Its tags and the words between them, in order; what nobody sees on the screen is left out."""
    at = 0
    while at < len(page):
        begins = page.find("<", at)
        begins = len(page) if begins < 0 else begins
        if begins > at:
            yield _SPACES.sub(" ", unescape(page[at:begins]))
        if begins == len(page):
            return
        tag, at = _tag(page, begins)
        if tag is None:
            # A sign before a number or a space is part of what somebody wrote.
            yield page[begins:at] if at == begins + 1 else ""
        elif _UNSEEN.fullmatch(tag.name):
            at = at if tag.ends or page[at - 2 : at] == "/>" else _ended(page, tag.name, at)
        else:
            yield tag


def words_of(page: str) -> str:
    """What one reads on it, row by row; a time stands apart from the name before it, as chats show it."""
    rows: list[str] = []
    for part in parts_of(page):
        if isinstance(part, str):
            rows.append(part)
        elif part.is_block:
            rows.append("\n")
        elif part.name in ("time", "td", "th") and not part.ends:
            rows.append("\t")
    return "".join(rows)


def _tag(page: str, begins: int) -> tuple[Tag | None, int]:
    """The tag that begins at a place, None for a comment or for a sign that begins none; and where it is over."""
    if page.startswith("<!--", begins):
        return None, _after(page, "-->", begins)
    if page.startswith(("<!", "<?"), begins):
        return None, _after(page, ">", begins)
    name = _NAME.match(page, begins + 1)
    if name is None:
        return None, begins + 1
    ends = _end_of(page, name.end())
    told = _ATTRIBUTE.findall(page, name.end(), min(ends, name.end() + _ATTRIBUTES_WITHIN))
    written = {key.casefold(): unescape(value.strip("\"'")) for key, value in told}
    return Tag(name[1].casefold(), page[begins + 1] == "/", written), ends


def _ended(page: str, name: str, at: int) -> int:
    """Where what nobody sees is over."""
    found = re.compile(f"</{name}", re.IGNORECASE).search(page, at)
    return found.start() if found else len(page)


def _after(page: str, sign: str, begins: int) -> int:
    found = page.find(sign, begins)
    return len(page) if found < 0 else found + len(sign)


def _end_of(page: str, at: int) -> int:
    """Behind the > that closes a tag; one within quotation marks does not."""
    while found := _MARK.search(page, at):
        if found[0] == ">":
            return found.end()
        closes = page.find(found[0], found.end())
        if closes < 0:
            return _after(page, ">", found.end())
        at = closes + 1
    return len(page)
