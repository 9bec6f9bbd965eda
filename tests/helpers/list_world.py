"""A worksheet whose questions ask for a verdict: a list to go through, and what speaks for and against something."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from capture_app.domain.records import Form, Sheet
from capture_app.domain.values import Case, Item, Option
from capture_app.domain.vocabulary import ItemKind, Scale
from capture_app.services.workspaces import Workspace
from capture_app.ui.jobs import Jobs
from tests.helpers.capture_world import CaptureWorld, make_world

LIST = "list"
"""The question with the list."""

_VALUES = ("Dignity", "Independence", "Cultural competence")


def list_world(folder: Path, jobs: Jobs) -> CaptureWorld:
    """The usual world, in which the group also goes through a list of values and weighs a model."""
    world = make_world(folder, jobs)
    world.run(lambda own: ask_for_verdicts(own, world.sheet))
    return world


def ask_for_verdicts(workspace: Workspace, sheet: str) -> None:
    """Put a list, a model to weigh and a case on the form of a worksheet."""
    with workspace.unit_of_work() as work:
        form = work.records.get(Form, work.records.get(Sheet, sheet).form)
        work.records.save(replace(form, items={**form.items, **_asked()}, cases={"mara": _mara()}))
        work.commit()


def _asked() -> dict[str, Item]:
    options = tuple(Option(id=name.lower().replace(" ", "_"), label=name) for name in _VALUES)
    lines = ItemKind.LINES
    return {
        LIST: Item(
            kind=lines,
            prompt="Which of these values do we keep?",
            order="x1",
            scale=Scale.REVIEW,
            options=options,
        ),
        "model": Item(
            kind=lines,
            prompt="What speaks for a local model, and what against it?",
            order="x2",
            scale=Scale.WEIGHING,
        ),
        "models": Item(
            kind=lines,
            prompt="Local or national: what speaks for each, and what against it?",
            order="x25",
            scale=Scale.WEIGHING,
            options=(
                Option(id="local", label="A local model"),
                Option(id="national", label="A national model"),
            ),
        ),
        "mara": Item(kind=lines, prompt="What does Mara need in the first week?", order="x3", case="mara"),
    }


def _mara() -> Case:
    return Case(
        title="Mara moves to a new town",
        text="Mara is moved to another town with a day’s notice. Her solicitor and her doctor stay behind.\n"
        "She does not know whom she may ring, and her phone is out of credit.",
        composite=True,
    )


def choose_among(workspace: Workspace, sheet: str) -> None:
    """The list becomes wordings to choose from (D8)."""
    with workspace.unit_of_work() as work:
        form = work.records.get(Form, work.records.get(Sheet, sheet).form)
        asked = replace(form.items[LIST], scale=Scale.WORDING, prompt="Which word for what we want to keep?")
        work.records.save(replace(form, items={**form.items, LIST: asked}))
        work.commit()
