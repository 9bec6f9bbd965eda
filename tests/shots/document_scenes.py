"""Scenes of the documents one can make, and of what one of them is made of: how the consultation runs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from capture_app.ui.documents_page import DocumentsPage
from tests.helpers.render import settle
from tests.shots.process_scenes import PROCESS_SCENES
from tests.shots.session_scenes import just_planned
from tests.shots.stage import Scene, Stage


def documents(stage: Stage) -> QWidget:
    """What can be printed and sent; two documents are ticked."""
    window = stage.window(stage.lead())
    page = stage.page(window, "documents")
    assert isinstance(page, DocumentsPage)
    page.folder.set_path(Path("/home/ines/Documents"))
    assert page.choice is not None
    page.choice.tick("run-sheet")
    page.choice.tick("appendix")
    settle(window)
    return window


def documents_empty(stage: Stage) -> QWidget:
    """Neither sessions nor forms are planned."""
    window = stage.window(just_planned(stage))
    stage.page(window, "documents")
    return window


def documents_error(stage: Stage) -> QWidget:
    """The folder is not there any more."""
    return _with_documents(stage, stage.new_folder() / "gone")


def documents_receipt(stage: Stage) -> QWidget:
    """A document about a session and one about all of them are written."""
    return _with_documents(stage, stage.new_folder())


def _with_documents(stage: Stage, folder: Path) -> QWidget:
    window = stage.window(stage.lead())
    page = stage.page(window, "documents")
    assert isinstance(page, DocumentsPage)
    assert page.choice is not None
    page.choice.tick("run-sheet")
    page.choice.tick("appendix")
    page.folder.set_path(folder)
    page.write_documents()
    settle(window)
    return window


DOCUMENT_SCENES: dict[str, Scene] = {
    **PROCESS_SCENES,
    "11-documents": documents,
    "11-documents-empty": documents_empty,
    "11-documents-error": documents_error,
    "11-documents-receipt": documents_receipt,
}
