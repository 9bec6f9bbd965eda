"""A lead, a laptop and what goes to and fro between them: real files, plain so that nothing waits for a passphrase."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from capture_app.domain.ids import new_id
from capture_app.domain.record import RecordId
from capture_app.domain.records import DataProtection, Form, Line
from capture_app.domain.values import DateGiven
from capture_app.domain.vocabulary import FormPurpose, Role
from capture_app.exchange.container import PLAIN, read, write
from capture_app.sealing import Signer
from capture_app.services.capturing import keep_line, my_minutes, new_line
from capture_app.services.checking import lead_key_of
from capture_app.services.handing_over import Receipt, hand_over
from capture_app.services.keeping import keep
from capture_app.services.laptops import LaptopRow, board, find_laptop
from capture_app.services.merging import merge
from capture_app.services.packing import ForWhom, make_pack, open_pack
from capture_app.services.questioning import open_box
from capture_app.services.workspaces import Workspace
from tests.exchange.parcels import sent
from tests.helpers.lead_world import plan

SAID = "A phone that somebody answers"


@dataclass
class PackWorld:
    """The lead's open workspace and the session that packs are made for; `folder` is where files go."""

    folder: Path
    lead: Workspace
    session: RecordId

    def pack(self, label: str = "Laptop B", role: Role = Role.SCRIBE, *, instead_of: RecordId = "") -> Path:
        """A session pack for a laptop of this name."""
        whom, file = self.whom(label, role)
        return make_pack(self.lead, whom, file, None, instead_of=instead_of).path

    def whom(self, label: str, role: Role = Role.SCRIBE, holder: str = "Noor A.") -> tuple[ForWhom, Path]:
        """A laptop to make a pack for, and where that goes."""
        return ForWhom(label, holder, role, self.session), self.folder / f"{label}-{role.value}.wsbundle"

    def laptop(self, label: str = "Laptop B", *, practice: bool = False) -> Workspace:
        """A laptop made ready from a pack of its own."""
        return open_pack(self.pack(label), None, self.folder / f"{label}.capture", None, practice=practice)

    def row(self, label: str = "Laptop B") -> LaptopRow:
        """What the lead's board says of a laptop."""
        device = find_laptop(self.lead, label)
        return next(row for row in board(self.lead).laptops if row.device == device)

    def say(self, laptop: Workspace, text: str = SAID) -> RecordId:
        """Write a line of minutes on a laptop."""
        minutes = my_minutes(laptop, self.session, "Noor A.").value
        blank = new_line()
        line = Line(id=blank.id, session=self.session, minutes=minutes, text=text, order=blank.order)
        keep_line(laptop, line)
        return line.id

    def open_questionnaire(self, laptop: Workspace) -> RecordId:
        """Begin to ask on a laptop; gives the box."""
        with laptop.unit_of_work() as work:
            form = next(one for one in work.records.all(Form) if one.purpose is FormPurpose.QUESTIONNAIRE)
        return open_box(laptop, self.session, form.id, 14).value.id

    def bring_with_a_gap(self, label: str) -> Path:
        """Merge a bundle of a new laptop from which one change was lost; gives the whole one."""
        laptop = self.laptop(label)
        for text in ("first", "second", "third"):
            self.say(laptop, text)
        whole = hand_over(laptop, self.folder / f"{label}-whole.wsbundle").path
        with laptop.unit_of_work() as work:
            key = Signer(work.facts.get("signing_seed"))
        came = read(whole, lead_key_of(self.lead))
        own = sorted((one for one in came.revisions if one.device == came.device), key=lambda r: r.number)
        rest = tuple(one for one in came.revisions if one.id != own[1].id)
        holed = self.folder / f"{label}-holed.wsbundle"
        write(holed, replace(sent(came), id=new_id(), revisions=rest), key, PLAIN)
        merge(self.lead, [holed])
        laptop.close()
        return whole

    def bring(self, laptop: Workspace, name: str = "from-b") -> Receipt:
        """Hand over from a laptop, and merge at the lead's."""
        receipt = hand_over(laptop, self.folder / f"{name}.wsbundle")
        assert not merge(self.lead, [receipt.path]).report.refused
        return receipt


@contextmanager
def pack_world(folder: Path) -> Iterator[PackWorld]:
    """The example consultation, planned and with nothing captured."""
    lead, session = plan(folder / "lead")
    try:
        yield PackWorld(folder, lead, session)
    finally:
        lead.close()


def fill_in_card(workspace: Workspace) -> None:
    """Fill in the data-protection card of a consultation that has none."""
    card = DataProtection(
        id="0190a000-0000-7000-8000-0000000000dc",
        controller="Riverside and Vale",
        contact="The office",
        basis="Public task",
        condition="Substantial public interest",
        retention=DateGiven(given="31 December 2029"),
        in_danger="999",
    )
    keep(workspace, card)
