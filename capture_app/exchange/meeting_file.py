"""A chat or a poll that Zoom or Teams wrote to a file, as the lines it makes (practice 2.6). The file is only read.

What it is, is told by what stands in it and never by how it is called.
"""

from __future__ import annotations

import csv
from pathlib import Path

from capture_app.domain.chat_log import chat_of, read_chat
from capture_app.domain.errors import Refused
from capture_app.domain.meeting_file import MeetingFile
from capture_app.domain.poll import is_head, read_poll
from capture_app.exchange.page_text import looks_like_page, words_of
from capture_app.exchange.teams_page import teams_messages
from capture_app.exchange.text_files import read_text
from capture_app.words import _

ROWS = 20_000
"""Rows a file may have; a chat of thousands a day has fewer."""
_SEPARATORS = ",;\t"


def read_meeting_file(path: Path) -> MeetingFile:
    """What a file holds. Raises Refused, with the sentence to show, if that is no chat and no poll."""
    text = read_text(path)
    if not text.strip():
        raise Refused(_("There is nothing in this file. Nothing was added."))
    if text.lstrip("\ufeff").startswith("WEBVTT"):
        raise Refused(
            _(
                "This is a transcript of what was spoken, not a chat. Nothing was added. Choose the file of the chat."
            )
        )
    found = _in_page(text) if looks_like_page(text) else _in_text(text)
    if found is None:
        raise Refused(
            _(
                "No chat or poll was found in this file. Nothing was added. The program knows chats saved by Zoom, "
                "Teams chats as text or as a saved page, and poll reports as CSV."
            )
        )
    return found


def _in_page(page: str) -> MeetingFile | None:
    messages = teams_messages(page)
    return chat_of(messages) if messages else _in_text(words_of(page))


def _in_text(text: str) -> MeetingFile | None:
    if text.count("\n") + text.count("\r") > 2 * ROWS:
        raise Refused(_("This file has more rows than any chat or poll of a meeting. Nothing was added."))
    return _poll(text) or read_chat(text)


def _poll(text: str) -> MeetingFile | None:
    """The poll in a table, whatever stands between its columns."""
    for separator in _SEPARATORS:
        try:
            table = list(csv.reader(text.splitlines(keepends=True), delimiter=separator))
        except csv.Error:
            continue
        if any(map(is_head, table)):
            return read_poll(table)
    return None
