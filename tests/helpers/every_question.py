"""A questionnaire with a question of every kind, with conditions, limits and a second language."""

from capture_app.domain.records import Form
from capture_app.domain.values import Condition, Item, Limits, Option
from capture_app.domain.vocabulary import FormPurpose, ItemKind


def options(*labels: str) -> tuple[Option, ...]:
    return tuple(Option(id=f"o{number}", label=label) for number, label in enumerate(labels, start=1))


ASKED = {
    "welcome": Item(kind=ItemKind.NOTE, prompt="Five minutes.", order="1"),
    "how": Item(
        kind=ItemKind.CHOICE, prompt="How were you here?", order="2", options=options("Room", "Remote")
    ),
    "online": Item(
        kind=ItemKind.SECTION,
        prompt="Taking part remotely",
        help="Only for those on the call.",
        order="3",
        show_if=(Condition(item="how", values=("o2",)),),
    ),
    "sound": Item(
        kind=ItemKind.SCALE, prompt="The sound was", order="4", options=options("Bad", "", "", "Good")
    ),
    "rest": Item(kind=ItemKind.SECTION, prompt="For everybody", order="5"),
    "liked": Item(
        kind=ItemKind.MULTIPLE,
        prompt="What helped?",
        order="6",
        options=options("Papers", "Breaks", "Groups"),
        limits=Limits(most="2"),
    ),
    "first": Item(
        kind=ItemKind.RANK, prompt="What first?", order="7", options=options("Time", "Money", "Law")
    ),
    "each": Item(
        kind=ItemKind.MATRIX,
        prompt="How was",
        order="8",
        options=options("Poor", "Fair", "Good"),
        rows=(Option(id="room", label="the room"), Option(id="food", label="the food")),
    ),
    "miles": Item(kind=ItemKind.FIGURE, prompt="How far?", order="9", unit="Miles", limits=Limits(least="0")),
    "since": Item(kind=ItemKind.DATE, prompt="Since when?", order="A", wanted=True),
    "word": Item(kind=ItemKind.SHORT_TEXT, prompt="In one word?", order="B", limits=Limits(most="12")),
}

EVERY_KIND = Form(
    id="every-kind",
    purpose=FormPurpose.QUESTIONNAIRE,
    title="At the end",
    intro="Skip any you like.",
    items=ASKED,
    languages=("cy",),
    translations={"cy/title": "Ar y diwedd", "cy/items/how/prompt": "Sut oeddech chi yma?"},
)
