"""docs/bundle-format.md lists every kind of record, every value in one and every closed list, as they are."""

import re
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import StrEnum
from pathlib import Path
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from capture_app.domain import gathered, values, vocabulary, vocabulary_care, vocabulary_written
from capture_app.domain.plain import canonical, to_plain
from capture_app.domain.records import RECORDS

PAGE = (Path(__file__).parents[2] / "docs" / "bundle-format.md").read_text(encoding="utf-8")
SECTION = PAGE[PAGE.index("## 15.") :]
PLAIN_TYPES = {str: "text", bool: "true or false", int: "number"}
UNSAID: tuple[object, ...] = ("", None, False, [], {})
"""Defaults the page does not repeat: the empty value of the type."""

VALUES = tuple(
    each for _name, each in sorted(vars(values).items()) if isinstance(each, type) and is_dataclass(each)
)
LISTS = sorted(
    (
        each
        for room in (vocabulary, vocabulary_care, vocabulary_written, gathered)
        for each in vars(room).values()
        if isinstance(each, type) and issubclass(each, StrEnum) and each is not StrEnum
    ),
    key=lambda each: each.__name__,
)


def named(hint: Any) -> str:
    """A field's type in the words of the page."""
    inner = get_args(hint)
    if isinstance(hint, UnionType):
        return f"{named(inner[0])} or null"
    if get_origin(hint) is tuple:
        return f"list of {named(inner[0])}"
    if get_origin(hint) is Mapping:
        return f"({named(inner[1])} by key)"
    return PLAIN_TYPES.get(hint) or str(hint.__name__)


def said(field: Field[Any], hint: Any) -> str:
    """A field in the words of the page: name, type, and what it holds when nothing is said."""
    marks = {"parts": " in parts", "person": " (a person)"}
    words = f"`{field.name}` {named(hint)}" + "".join(marks.get(mark, "") for mark in field.metadata)
    if field.default is MISSING and field.default_factory is MISSING:
        return f"{words}, always there"
    default = to_plain(field.default if field.default_factory is MISSING else field.default_factory())
    return words if default in UNSAID else f"{words} = `{canonical(default)}`"


def rows_of(classes: tuple[type, ...]) -> dict[str, str]:
    """Each class as a row of the page."""
    return {
        each.__name__: "; ".join(
            said(field, get_type_hints(each)[field.name])
            for field in fields(each)
            if each in VALUES or field.name not in ("id", "deleted")
        )
        for each in classes
    }


def on_the_page(heading: str) -> dict[str, str]:
    """The rows of the table under a heading, by their first column."""
    part = SECTION[SECTION.index(heading) :].split("\n### ")[0]
    return dict(re.findall(r"^\| `(\w+)` \| (.+) \|$", part, re.MULTILINE))


def test_every_kind_of_record_is_on_the_page() -> None:
    assert on_the_page("### Kinds") == rows_of(RECORDS)


def test_every_value_in_a_record_is_on_the_page() -> None:
    assert on_the_page("### Values") == rows_of(VALUES)


def test_every_closed_list_is_on_the_page() -> None:
    assert on_the_page("### Closed lists") == {
        each.__name__: ", ".join(f"`{word.value}`" for word in each) for each in LISTS
    }
