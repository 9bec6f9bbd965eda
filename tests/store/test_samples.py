"""Whatever an earlier version wrote opens for ever: workspaces, bundles and packs kept from each format version."""

import gzip
import json
import shutil
from pathlib import Path

import pytest

from capture_app.sealing import Identity
from capture_app.services import care_in, dumping, merging, packing, workspaces
from capture_app.services.checking import check_workspace, lead_key_of
from capture_app.services.workspaces import Workspace, open_workspace

SAMPLES = sorted(path for path in (Path(__file__).parent.parent / "samples").iterdir() if path.is_dir())


@pytest.fixture(params=SAMPLES, ids=lambda path: path.name)
def sample(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A folder with the files of one format version, unpacked."""
    folder: Path = request.param
    for file in folder.iterdir():
        if file.suffix == ".gz":
            (tmp_path / file.stem).write_bytes(gzip.decompress(file.read_bytes()))
        else:
            shutil.copy(file, tmp_path)
    return tmp_path


def _lead(sample: Path) -> Workspace:
    return open_workspace(sample / "lead.capture")


def _lead_key(sample: Path) -> Identity:
    lead = _lead(sample)
    key = lead_key_of(lead)
    lead.close()
    assert key is not None
    return key


def test_a_workspace_holds_all_that_it_held(sample: Path) -> None:
    lead = _lead(sample)
    now = {(one["kind"], one["id"]): one for one in map(json.loads, dumping.dump(lead))}
    assert check_workspace(lead).sound
    lead.close()
    for line in (sample / "dump.jsonl").read_text(encoding="utf-8").splitlines():
        then = json.loads(line)
        assert then.items() <= now[then["kind"], then["id"]].items()


def test_an_encrypted_workspace_opens_with_the_lead_s_key(sample: Path) -> None:
    laptop = open_workspace(sample / "laptop-a.capture", _lead_key(sample))
    assert check_workspace(laptop).sound
    assert workspaces.about(laptop).lines > 0
    laptop.close()


def test_a_bundle_that_was_merged_then_brings_nothing_new_now(sample: Path) -> None:
    lead = _lead(sample)
    before = dumping.dump_digest(lead)
    (bundle,) = merging.merge(lead, [sample / "laptop-a.wsbundle"]).report.bundles
    assert not bundle.refused
    assert (bundle.new, bundle.known > 0) == (0, True)
    assert dumping.dump_digest(lead) == before
    lead.close()


def test_a_session_pack_makes_a_laptop_ready(sample: Path) -> None:
    laptop = packing.open_pack(sample / "laptop-a-pack.wsbundle", None, sample / "new.capture", None)
    about = workspaces.about(laptop)
    laptop.close()
    assert (about.device_label, about.role.value) == ("Laptop A", "scribe")


def test_a_care_file_brings_what_is_in_confidence_once_and_in_full(sample: Path) -> None:
    lead, path = _lead(sample), sample / "care.wscare"
    assert care_in.opens_with_own_key(lead, path)
    taken = care_in.take_in_care(lead, care_in.read_care_file(lead, path))
    assert taken.brought.for_whom == "Ines R."
    assert taken.brought.counts == {"CareItem": 1, "GroupWish": 1, "Need": 1, "Payment": 1}
    dump = "\n".join(dumping.dump(lead))
    assert all(
        words in dump for words in ("A quiet room to step out to", "No reason is needed", "£45 and travel")
    )
    assert care_in.take_in_care(lead, care_in.read_care_file(lead, path)).brought.updated == 0
    lead.close()
