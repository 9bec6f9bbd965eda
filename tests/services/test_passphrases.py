"""A passphrase that somebody could guess closes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from capture_app.domain.errors import NotPossible
from capture_app.domain.vocabulary import Role
from capture_app.sealing import Passphrase
from capture_app.services.packing import ForWhom, make_pack, open_pack
from capture_app.services.ways_in import change_passphrase
from capture_app.services.workspaces import new_workspace
from tests.helpers.laptops import KEY
from tests.helpers.lead_world import plan

SHORT = [Passphrase("x"), Passphrase(" "), Passphrase("  seven77  ")]
TOLD = r"at least 8 letters.* Nothing was made"


@pytest.mark.parametrize("words", SHORT)
def test_no_workspace_is_made_or_changed_under_a_few_letters(tmp_path: Path, words: Passphrase) -> None:
    with pytest.raises(NotPossible, match=TOLD):
        new_workspace(tmp_path / "lead.capture", words)
    assert list(tmp_path.iterdir()) == []
    plain = new_workspace(tmp_path / "plain.capture", None).workspace
    with pytest.raises(NotPossible, match=TOLD):
        change_passphrase(plain, KEY, words)
    plain.close()


def test_a_laptop_takes_no_pack_in_under_a_few_letters(tmp_path: Path) -> None:
    lead, session = plan(tmp_path / "lead")
    whom = ForWhom("Laptop A", "Noor A.", Role.SCRIBE, session)
    pack = make_pack(lead, whom, tmp_path / "pack.wsbundle", None).path
    lead.close()
    with pytest.raises(NotPossible, match=TOLD):
        open_pack(pack, None, tmp_path / "laptop-a.capture", SHORT[0])
    assert not (tmp_path / "laptop-a.capture").exists()
