"""The lead's laptops: which are still out, what came back from each, and what it does not know yet (M5)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from capture_app.dates import moment_words
from capture_app.domain.clock import Stamp
from capture_app.domain.errors import NotPossible
from capture_app.domain.reading_order import in_order, reading_order
from capture_app.domain.record import RecordId
from capture_app.domain.records import Device, Group, Session
from capture_app.domain.vocabulary import Role
from capture_app.exchange.container import check_number
from capture_app.services.card import card_missing
from capture_app.services.outstanding import Outstanding, outstanding
from capture_app.services.workspaces import device_name, local_time
from capture_app.services.workspaces_of_a_laptop import HandOver, hand_over_of, histories
from capture_app.store.facts import Transfer
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.store.workspace import Workspace
from capture_app.words import _, n_

__all__ = ["Board", "LaptopRow", "State", "board", "board_words", "find_laptop", "laptops_out", "state_words"]


class State(StrEnum):
    """How things stand with a laptop, in the order in which somebody should look at them."""

    OUT = "out"
    GAPS = "gaps"
    BOX_OPEN = "box_open"
    BACK = "back"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class LaptopRow:
    """One laptop that a pack was made for here.

    session, group: their labels. packed: when its pack was made; refreshed: when the newest fresh one was.
    back: when its newest bundle was merged. numbers: lines, minutes and questionnaires of that bundle as its
    receipt gives them; check_number: of that file. Both are empty where nothing came or it was not noted.
    open_boxes: questionnaires it named as open then. gaps: how many of its changes are neither here nor were
    kept back on purpose. unknown: records here that it does not know yet, as far as its newest bundle (before
    one, its pack) tells; None where that was not noted. unknown_erasures: likewise. lost: since when.
    workspaces: where it wrote in several, what the newest bundle from each of them brought.
    """

    device: RecordId
    label: str
    holder: str
    role: Role
    session: str
    group: str
    state: State
    packed: datetime | None = None
    refreshed: datetime | None = None
    back: datetime | None = None
    numbers: str = ""
    check_number: str = ""
    open_boxes: int = 0
    gaps: int = 0
    unknown: int | None = None
    unknown_erasures: int = 0
    lost: datetime | None = None
    workspaces: tuple[HandOver, ...] = ()


@dataclass(frozen=True, slots=True)
class Board:
    """All laptops, those to look after first. `card_missing` is why no pack can be made yet, or empty."""

    laptops: tuple[LaptopRow, ...]
    card_missing: str

    @property
    def out(self) -> int:
        """From how many nothing has come back."""
        return sum(one.state is State.OUT for one in self.laptops)

    @property
    def unfinished(self) -> int:
        """How many came back with something still to come."""
        return sum(one.state in (State.GAPS, State.BOX_OPEN) for one in self.laptops)


@dataclass(frozen=True, slots=True)
class _Key:
    """A laptop that has, or had, a key of its own."""

    device: RecordId
    role: str
    lost: Stamp = ""


def board(workspace: Workspace) -> Board:
    """Every laptop a pack was made for in this workspace."""
    with workspace.unit_of_work() as work:
        keys, came, went = _keys(work), _came(work), _packs(work)
        found = {key.device: work.records.find(Device, key.device) for key in keys}
        places = {device: one.session if one else "" for device, one in found.items()}
        behind = outstanding(work, places, came, went)
        rows = [_row(work, key, found[key.device], came, went, behind[key.device]) for key in keys]
        return Board(tuple(sorted(rows, key=_place)), card_missing(work))


def state_words(row: LaptopRow) -> str:
    """How things stand with a laptop, plainly: "came back 16 May 14:03"."""
    match row.state:
        case State.LOST:
            return _("marked as lost {when}").format(when=_when(row.lost))
        case State.OUT:
            return _("pack made, nothing back yet")
        case State.GAPS:
            return _("came back with gaps: ask for the bundle again")
        case State.BOX_OPEN:
            return _("came back, a questionnaire was still open")
        case State.BACK if row.workspaces:
            return n_(
                "came back {{when}}, from {count} workspace",
                "came back {{when}}, from {count} workspaces",
                len(row.workspaces),
            ).format(when=_when(row.back))
        case State.BACK:
            return _("came back {when}").format(when=_when(row.back))


def board_words(found: Board) -> str:
    """What stands over the board: "2 of 5 laptops are still out · 1 has something still to come"."""
    out = n_(
        "{count} of {{all}} laptops is still out", "{count} of {{all}} laptops are still out", found.out
    ).format(all=sum(one.state is not State.LOST for one in found.laptops))
    if not found.unfinished:
        return out
    more = n_("{count} has something still to come", "{count} have something still to come", found.unfinished)
    return f"{out} · {more}"


def find_laptop(workspace: Workspace, ref: str) -> RecordId:
    """A laptop by its id or its label. Raises NotPossible if there is none, or more than one."""
    rows = board(workspace).laptops
    found = [one for one in rows if one.device == ref or one.label.casefold() == ref.casefold().strip()]
    found = [one for one in found if one.state is not State.LOST] or found
    if len(found) == 1:
        return found[0].device
    known = "; ".join(f"{one.label} ({one.device})" for one in found or rows)
    if not known:
        raise NotPossible(_("No pack has been made here yet."))
    raise NotPossible(
        _("Not exactly one laptop is called “{ref}”. There are: {known}.").format(ref=ref, known=known)
    )


def laptops_out(work: UnitOfWork, session: RecordId) -> list[str]:
    """What those laptops of a session are called from which nothing has come back; lost ones are not waited for."""
    came = {one.device for one in work.facts.transfers("in") if one.facts.get("what") == "bundle"}
    waiting = [key.device for key in _keys(work) if not key.lost and key.device not in came]
    found = [work.records.find(Device, device) for device in waiting]
    return list(in_order(device_name(work, one.id) for one in found if one and one.session == session))


def _keys(work: UnitOfWork) -> list[_Key]:
    """By what the lead handed out, never by the records, which anybody could write."""
    keys = [_Key(one.device, one.role) for one in work.facts.trusted()]
    keys += [_Key(one.device, one.role, one.stamp) for one in work.facts.lost()]
    return [key for key in keys if key.role != Role.LEAD.value]


def _came(work: UnitOfWork) -> dict[str, list[Transfer]]:
    """The newest bundle of each laptop, and of each workspace it wrote in; newest first."""
    bundles: dict[str, list[Transfer]] = defaultdict(list)
    for one in work.facts.transfers("in"):
        if one.facts.get("what") == "bundle":
            bundles[one.device].append(one)
    return {device: histories(some) for device, some in bundles.items()}


def _packs(work: UnitOfWork) -> dict[str, list[Transfer]]:
    """The packs that went to each laptop, oldest first; older receipts do not say to which."""
    packs: dict[str, list[Transfer]] = {}
    for one in work.facts.transfers("out"):
        if one.facts.get("laptop"):
            packs.setdefault(one.facts["laptop"], []).append(one)
    return packs


def _row(
    work: UnitOfWork,
    key: _Key,
    device: Device | None,
    came: Mapping[str, Sequence[Transfer]],
    went: Mapping[str, Iterable[Transfer]],
    behind: Outstanding,
) -> LaptopRow:
    bundles, packs = came.get(key.device, ()), list(went.get(key.device, ()))
    last = bundles[0] if bundles else None
    fresh = [one for one in packs if one.facts.get("fresh")]
    session = work.records.find(Session, device.session) if device else None
    group = work.records.find(Group, device.group) if device else None
    return LaptopRow(
        device=key.device,
        label=device_name(work, key.device),
        holder=device.holder if device else "",
        role=Role(key.role),
        session=session.label if session else "",
        group=group.label if group else "",
        state=_state(key, last, behind),
        packed=local_time(packs[0].stamp) if packs else _first_named(work, key.device),
        refreshed=local_time(fresh[-1].stamp) if fresh else None,
        back=local_time(last.facts.get("merged", last.stamp)) if last else None,
        numbers=last.facts.get("numbers", "") if last else "",
        check_number=check_number(last.sha256) if last else "",
        open_boxes=behind.open_boxes,
        gaps=behind.gaps,
        unknown=None if key.lost else behind.records,
        unknown_erasures=0 if key.lost else behind.erasures,
        lost=local_time(key.lost) if key.lost else None,
        workspaces=tuple(map(hand_over_of, bundles)) if len(bundles) > 1 else (),
    )


def _state(key: _Key, last: Transfer | None, behind: Outstanding) -> State:
    if key.lost:
        return State.LOST
    if last is None:
        return State.OUT
    if behind.gaps:
        return State.GAPS
    return State.BOX_OPEN if behind.open_boxes else State.BACK


def _first_named(work: UnitOfWork, device: RecordId) -> datetime | None:
    """A pack is made in the same moment as the laptop's record; older receipts do not name the laptop."""
    stamps = [one.stamp for one in work.log.of_record(device)]
    return local_time(min(stamps)) if stamps else None


def _place(row: LaptopRow) -> tuple[object, ...]:
    return (list(State).index(row.state), reading_order(row.session), reading_order(row.label), row.device)


def _when(moment: datetime | None) -> str:
    return moment_words(moment, year=False) if moment else ""
