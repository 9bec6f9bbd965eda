"""The main job on the real consultation: prepare, capture on three laptops, bundle, merge, synthesise."""

import itertools
import json
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from capture_app.cli import run
from capture_app.services import demo, dumping, merging, questioning, searching, shown_results, workspaces
from capture_app.services.checking import check_workspace
from capture_app.services.demo import Demo
from capture_app.services.workspaces import Workspace, open_workspace
from capture_app.store.backup import backups_folder


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    """The demo, without passphrases: each costs seconds, and `tests/e2e/test_built_program.py` has them."""
    return demo.run(tmp_path_factory.mktemp("demo") / "here", None)


@pytest.fixture
def before_merging(done: Demo, tmp_path: Path) -> Path:
    """The lead's workspace as it was before the merge: the backup the merge made."""
    (backup,) = backups_folder(done.lead).glob("*.capture")
    return Path(shutil.copy(backup, tmp_path / "lead.capture"))


def test_two_scribes_of_one_group_disagree_on_two_things_and_only_those_wait(done: Demo) -> None:
    told = {conflict.field_words: {v.text for v in conflict.versions} for conflict in done.report.conflicts}
    headcount, figure = sorted(told, key=len)
    assert headcount == "headcount"
    assert told[headcount] == {"11", "12"}
    assert figure.startswith("question")
    assert any("30%" in text for text in told[figure])
    assert len(told[figure]) == 2


def test_bundles_are_sealed_and_bring_everything_that_was_typed(done: Demo) -> None:
    for bundle in done.bundles:
        assert bundle.read_bytes().startswith(b"age-encryption.org/v1\n-> X25519")
    lines = sum(r.contents.sheet_lines + r.contents.minute_lines for r in done.receipts)
    lead = open_workspace(done.lead)
    try:
        assert workspaces.about(lead).lines == lines
    finally:
        lead.close()


def test_the_order_of_bundles_and_their_repetition_make_no_difference(
    done: Demo, before_merging: Path, tmp_path: Path
) -> None:
    digests = set()
    for number, order in enumerate(itertools.permutations(done.bundles)):
        lead = open_workspace(Path(shutil.copy(before_merging, tmp_path / f"order-{number}.capture")))
        for bundle in (*order, *reversed(order)):
            merging.merge(lead, [bundle])
        assert len(merging.preview_merge(lead, order).conflicts) == 2
        digests.add(dumping.dump_digest(lead))
        lead.close()
    assert len(digests) == 1


def test_a_dump_loaded_into_a_new_workspace_and_a_rebuild_give_the_same_digest(
    done: Demo, tmp_path: Path
) -> None:
    lead = open_workspace(done.lead)
    lines = dumping.dump(lead)
    workspaces.rebuild(lead)
    assert dumping.dump_digest(lead) == done.digest
    assert check_workspace(lead).sound
    lead.close()
    copy = workspaces.new_workspace(tmp_path / "copy.capture", None).workspace
    dumping.load_text(copy, lines)
    assert dumping.dump_digest(copy) == done.digest
    copy.close()


def test_the_fourteen_answers_are_nine_yes_four_maybe_and_one_no(done: Demo) -> None:
    lead = open_workspace(done.lead)
    asked = questioning.questionnaires(lead, done.session)
    (last,) = [
        one for one in _results(lead, done) if [c.label for c in one.counted.counts] == ["Yes", "Maybe", "No"]
    ]
    lead.close()
    assert [count.count for count in last.counted.counts] == [9, 4, 1]
    assert sum(box.count for box in asked.closed) == 14


def test_the_synthesis_is_written_as_pdf_and_word(done: Demo) -> None:
    pdf, docx = done.reports
    assert pdf.read_bytes().startswith(b"%PDF")
    assert docx.read_bytes().startswith(b"PK")


def test_the_command_line_says_in_its_exit_code_that_conflicts_wait(
    done: Demo, before_merging: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bundles = [str(bundle) for bundle in done.bundles]
    assert run(["merge", str(before_merging), *bundles, "--dry-run", "--json"]) == 5
    foreseen = json.loads(capsys.readouterr().out)
    assert run(["info", str(before_merging), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["about"]["lines"] == 0
    assert run(["merge", str(before_merging), *bundles, "--json"]) == 5
    merged = json.loads(capsys.readouterr().out)
    assert [b["new"] for b in merged["bundles"]] == [b["new"] for b in foreseen["bundles"]]
    assert run(["merge", str(before_merging), *bundles]) == 5
    assert "0 new" in capsys.readouterr().out


def test_a_bundle_of_another_consultation_is_refused_in_one_sentence(
    done: Demo, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stranger = tmp_path / "stranger.capture"
    assert run(["new", str(stranger), "--plain", "--title", "Another"]) == 0
    before = _digest(stranger, capsys)
    assert run(["merge", str(stranger), str(done.bundles[0])]) == 3
    complaint = capsys.readouterr().err
    assert "Nothing was changed" in complaint
    assert _digest(stranger, capsys) == before


def test_wrong_use_and_missing_files_have_codes_of_their_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["frobnicate"]) == 2
    assert run(["info", str(tmp_path / "missing.capture")]) == 4
    assert "may have been moved" in capsys.readouterr().err


def test_a_line_is_found_by_the_beginning_of_a_word(done: Demo) -> None:
    lead = open_workspace(done.lead)
    try:
        assert searching.search(lead, "interpre").hits
        assert not searching.search(lead, "zzzz").hits
    finally:
        lead.close()


def _results(lead: Workspace, done: Demo) -> Sequence[shown_results.QuestionCounts]:
    (asked,) = shown_results.asked_and_closed(lead, done.session)
    return shown_results.form_results(lead, done.session, asked.form.id).questions


def _digest(path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    assert run(["dump", str(path), "--digest"]) == 0
    return capsys.readouterr().out.strip()
