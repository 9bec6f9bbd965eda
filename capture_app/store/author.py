"""Who writes in this workspace: one device in one incarnation, numbering what it writes and stamping it."""

from capture_app.domain.clock import Clock
from capture_app.domain.ids import new_id, random_hex
from capture_app.domain.revision import EVERYTHING, Revision, digest_of


class Author:
    """Makes this device's revisions. `number` goes back if a change is not kept."""

    def __init__(self, device: str, incarnation: str, role: str, number: int, clock: Clock) -> None:
        self.device = device
        self.incarnation = incarnation
        self.role = role
        self.number = number
        self.clock = clock

    def write(
        self,
        kind: str,
        record: str,
        body: str,
        *,
        version: int,
        parents: tuple[str, ...] = (),
        sets: tuple[str, ...] = (EVERYTHING,),
        subjects: tuple[str, ...] = (),
        saw: tuple[str, ...] = (),
        incarnation: str = "",
    ) -> Revision:
        """The next revision; one with an `incarnation` of its own does not count as next to any other."""
        if not incarnation:
            self.number += 1
        salt = random_hex(16)
        return Revision(
            id=new_id(),
            record=record,
            kind=kind,
            parents=parents,
            sets=sets,
            device=self.device,
            incarnation=incarnation or self.incarnation,
            number=1 if incarnation else self.number,
            stamp=self.clock.next(),
            role=self.role,
            version=version,
            subjects=subjects,
            saw=saw,
            digest=digest_of(salt, body),
            salt=salt,
            body=body,
        )
