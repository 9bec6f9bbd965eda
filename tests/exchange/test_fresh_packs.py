"""Fresh packs and practice in the format: named as features, so that nobody takes them for something else."""

from dataclasses import replace
from pathlib import Path

import pytest

from capture_app.domain.errors import Refused
from capture_app.exchange import manifest
from capture_app.exchange.container import PLAIN, read, write
from capture_app.exchange.manifest import Manifest
from tests.exchange.parcels import LEAD, a_pack, a_parcel


@pytest.mark.parametrize(
    ("changes", "features"),
    [
        ({"pack": a_pack()}, ()),
        ({"pack": a_pack(seed="")}, ("fresh-pack",)),
        ({"practice": True}, ("practice",)),
        ({"pack": a_pack(seed=""), "practice": True}, ("fresh-pack", "practice")),
    ],
)
def test_what_a_reader_must_know_is_named_and_comes_back(
    tmp_path: Path, changes: dict[str, object], features: tuple[str, ...]
) -> None:
    written = write(tmp_path / "file.wsbundle", a_parcel(**changes), LEAD, PLAIN)
    again = read(written.path)
    assert written.manifest.features == features
    assert (again.fresh, again.practice) == ("fresh-pack" in features, "practice" in features)


@pytest.mark.parametrize("seed", ["", "ab" * 32])
def test_a_pack_that_does_not_say_what_it_is_is_refused(
    tmp_path: Path, seed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a program would write it that gets the feature wrong."""
    honest = Manifest.of
    path = tmp_path / "file.wsbundle"

    def wrongly(*words: object) -> Manifest:
        said = honest(*words)  # type: ignore[arg-type]
        return replace(said, features=() if said.features else ("fresh-pack",))

    with monkeypatch.context() as patched:
        patched.setattr(manifest.Manifest, "of", wrongly)
        patched.setattr("capture_app.exchange.writer._read_back", lambda _inside, _parcel: None)
        write(path, a_parcel(pack=a_pack(seed=seed)), LEAD, PLAIN)
    with pytest.raises(Refused, match="Nothing was changed"):
        read(path)
