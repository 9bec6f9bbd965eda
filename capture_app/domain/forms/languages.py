"""A form in several languages: which texts it has, how it reads in another language, and what is missing.

Each text has a place: "title", "intro", "items/<item>/prompt", and below an item "help", "unit", "of", "message",
"options/<option>", "rows/<row>". A translation is kept under its language and place: "cy/items/<item>/prompt"; what it
was a translation of under "cy/of/items/<item>/prompt", where that is known.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from capture_app.domain.forms.course import ordered
from capture_app.domain.records import Form
from capture_app.domain.values import Item, Option

__all__ = [
    "in_language",
    "items_missing_in",
    "missing_in",
    "place_in",
    "reworded_in",
    "source_in",
    "texts_of",
]


def texts_of(form: Form) -> dict[str, str]:
    """Every text of a form in the language it is written in, by place, in the order in which it is read."""
    found = {"title": form.title, "intro": form.intro}
    for key, item in ordered(form.items):
        found.update(_texts_of_item(f"items/{key}", item))
    return {place: text for place, text in found.items() if text}


def place_in(language: str, place: str) -> str:
    """The key of a translation."""
    return f"{language}/{place}"


def in_language(form: Form, language: str) -> Form:
    """A form as it reads in a language; a text that is missing stays in the language it was written in."""
    if language not in form.languages:
        return form
    own = {
        place: form.translations.get(place_in(language, place)) or text
        for place, text in texts_of(form).items()
    }
    return replace(
        form,
        title=own.get("title", ""),
        intro=own.get("intro", ""),
        items={key: _item_in(f"items/{key}", item, own) for key, item in form.items.items()},
        language=language,
    )


def source_in(language: str, place: str) -> str:
    """The key of what a translation was made of."""
    return f"{language}/of/{place}"


def reworded_in(form: Form, language: str) -> tuple[str, ...]:
    """The places of texts that were given other words after they were translated, so that two languages may differ."""
    made_of = {place: form.translations.get(source_in(language, place)) for place in texts_of(form)}
    return tuple(
        place
        for place, text in texts_of(form).items()
        if form.translations.get(place_in(language, place)) and made_of[place] not in (None, text)
    )


def missing_in(form: Form, language: str) -> tuple[str, ...]:
    """The places of texts that have no translation."""
    if language not in form.languages:
        return ()
    return tuple(place for place in texts_of(form) if not form.translations.get(place_in(language, place)))


def items_missing_in(form: Form, language: str) -> frozenset[str]:
    """The keys of items of which some text has no translation."""
    places = (place.split("/") for place in missing_in(form, language))
    return frozenset(parts[1] for parts in places if parts[0] == "items")


def _texts_of_item(at: str, item: Item) -> Iterator[tuple[str, str]]:
    yield f"{at}/prompt", item.prompt
    yield f"{at}/help", item.help
    yield f"{at}/unit", item.unit
    yield f"{at}/of", item.of
    for option in item.options:
        yield f"{at}/options/{option.id}", option.label
    for row in item.rows:
        yield f"{at}/rows/{row.id}", row.label
    yield f"{at}/message", item.limits.message


def _item_in(at: str, item: Item, own: Mapping[str, str]) -> Item:
    return replace(
        item,
        prompt=own.get(f"{at}/prompt", ""),
        help=own.get(f"{at}/help", ""),
        unit=own.get(f"{at}/unit", ""),
        of=own.get(f"{at}/of", ""),
        options=_options_in(f"{at}/options", item.options, own),
        rows=_options_in(f"{at}/rows", item.rows, own),
        limits=replace(item.limits, message=own.get(f"{at}/message", "")),
    )


def _options_in(at: str, options: tuple[Option, ...], own: Mapping[str, str]) -> tuple[Option, ...]:
    return tuple(replace(one, label=own.get(f"{at}/{one.id}", one.label)) for one in options)
