"""Whoever changes a question is told that its answers no longer stand beside those given before (F3)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from capture_app.domain.records import Form
from capture_app.domain.values import Item
from capture_app.services.comparable import apart_from_before
from capture_app.services.editions import new_edition
from capture_app.services.keeping import entry, keep
from capture_app.services.workspaces import Workspace, new_workspace
from tests.helpers.every_question import EVERY_KIND


def changed(workspace: Workspace, form: str, **items: Item | None) -> tuple[str, ...]:
    """Change questions of an edition; None takes one away. Gives what is said of it then."""
    found = entry(workspace, Form, form)
    assert found is not None
    mixed = {key: items.get(key, item) for key, item in found.record.items.items()}
    kept = {key: item for key, item in mixed.items() if item is not None}
    keep(workspace, replace(found.record, items=kept), found.seen)
    return apart_from_before(workspace, form)


def test_each_question_that_is_no_longer_the_same_is_named(tmp_path: Path) -> None:
    workspace = new_workspace(tmp_path / "lead.capture", None).workspace
    keep(workspace, EVERY_KIND)
    assert apart_from_before(workspace, EVERY_KIND.id) == ()
    second = new_edition(workspace, Form, EVERY_KIND.id, "Shorter").value
    assert apart_from_before(workspace, second) == ()
    how, sound = EVERY_KIND.items["how"], EVERY_KIND.items["sound"]
    assert changed(workspace, second, how=replace(how, help="Choose."), welcome=None) == ()
    assert changed(
        workspace,
        second,
        how=replace(how, prompt="Where were you?"),
        sound=replace(sound, options=sound.options[::-1]),
        liked=None,
    ) == (
        "“How were you here?” has other words.",
        "“The sound was” has its points in another order.",
        "“What helped?” is not asked any more.",
    )
    third = new_edition(workspace, Form, second, "Shorter still").value
    assert apart_from_before(workspace, third) == (), "it is the edition before that counts"
    workspace.close()
