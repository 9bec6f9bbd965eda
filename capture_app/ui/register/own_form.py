"""A form that a laptop fills in for its session, and nobody else: an observer's notes, the team's debrief (E4, H1)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from capture_app.domain.ids import link_id
from capture_app.domain.record import Record, RecordId
from capture_app.ui.register.described import Register
from capture_app.ui.register.register_pane import RegisterPane


class OwnForm(RegisterPane):
    """The form on its laptop. Its history is asked for by its key, as that of any record."""

    def opened(self, record: Record, *, new: bool) -> None:
        super().opened(record, new=new)
        self.history_button.hide()


def own_of(register: Register, session: RecordId, device: RecordId) -> Register:
    """The register with one record of its own for a laptop and session, so that no two are ever in conflict."""
    own: Mapping[str, object] = {"session": session, "device": device}
    single = link_id(register.kind.__name__, session, device)
    return replace(register, only=own, fresh={**own, **register.fresh}, single=single)
