"""The invented consultation that tests of capturing write into, as records: frame, session, form, agenda."""

from __future__ import annotations

from dataclasses import replace

from capture_app.domain.ids import link_id, new_id
from capture_app.domain.ordering import spread
from capture_app.domain.record import Record, RecordId
from capture_app.domain.records import (
    AgendaPart,
    Consultation,
    Form,
    Group,
    Session,
    Sheet,
    Theme,
    ThemeLabel,
)
from capture_app.domain.values import DateGiven, Item, Option
from capture_app.domain.vocabulary import GroupMode, ItemKind, Mode, Precision, Rule, ThemeKind


def frame() -> list[Record]:
    """Sections, areas and two topics that came up."""
    told = (
        (ThemeKind.SECTION, "S1", "Values"),
        (ThemeKind.SECTION, "S3", "Training and accreditation"),
        (ThemeKind.SECTION, "S4", "Host organisations"),
        (ThemeKind.AREA, "A3", "Survivor support"),
        (ThemeKind.EMERGENT, "", "interpreting"),
        (ThemeKind.EMERGENT, "", "transport costs"),
    )
    made: list[Record] = [Consultation(id=new_id(), title="Riverside and Vale Advocacy Standard")]
    for order, (kind, code, name) in zip(spread(len(told)), told, strict=True):
        theme = Theme(id=theme_id(code or name), theme_kind=kind, code=code, order=order)
        made += [theme, ThemeLabel(id=new_id(), theme=theme.id, text=name, preferred=True)]
    return made


def plan(session: RecordId, sheet: RecordId) -> list[Record]:
    """A session with its agenda, and one group with a worksheet."""
    date = DateGiven(given="16/05/24", edtf="2024-05-16", precision=Precision.DAY)
    form, group = _form(), new_id()
    parts = (
        ("Welcome", "10:00", 20, Rule.OPEN),
        ("Breakout groups", "10:20", 50, Rule.OPEN),
        ("Plenary feedback", "11:10", 31, Rule.CHATHAM_HOUSE),
        ("Close", "11:41", 10, Rule.CONFIDENTIAL),
    )
    return [
        Session(id=session, label="Session 4", date=date, mode=Mode.HYBRID),
        form,
        Group(
            id=group,
            session=session,
            label="Group 2",
            topic="Values and governance",
            mode=GroupMode.MIXED,
            facilitator="Tomasz W.",
        ),
        Sheet(id=sheet, session=session, group=group, form=form.id, headcount=8, remote_headcount=3),
        *(
            AgendaPart(
                id=new_id(),
                session=session,
                title=title,
                planned_start=start,
                planned_minutes=minutes,
                rule=rule,
                order=order,
            )
            for order, (title, start, minutes, rule) in zip(spread(len(parts)), parts, strict=True)
        ),
    ]


def theme_id(name: str) -> RecordId:
    """The id of a theme by its code or, for a topic, its name."""
    return link_id("test theme", name)


def _form() -> Form:
    options = (Option(id="local", label="Local hosts"), Option(id="national", label="One national host"))
    told = {
        "purpose": Item(kind=ItemKind.LINES, prompt="First thoughts on purpose", order=""),
        "share": Item(
            kind=ItemKind.FIGURE, prompt="Share of clients with an advocate", order="", unit="%", of="clients"
        ),
        "values": Item(
            kind=ItemKind.LINES,
            prompt="Which values matter most, and why?",
            order="",
            help="One point a line. Reasons are worth more than a count.",
        ),
        "case": Item(kind=ItemKind.TEXT, prompt="Case: Mara moves to a new town", order=""),
        "hosts": Item(
            kind=ItemKind.CHOICE, prompt="Local or national hosts", order="", options=options, reason=True
        ),
        "else": Item(kind=ItemKind.LINES, prompt="Anything we have not asked?", order=""),
    }
    items = {
        key: replace(item, order=order)
        for (key, item), order in zip(told.items(), spread(len(told)), strict=True)
    }
    return Form(id=new_id(), title="Values and governance", items=items)
