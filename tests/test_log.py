"""The log helps to mend the program and holds nothing that anybody said."""

import logging
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from capture_app import log

SAID = "We cannot pay for the training on our own"
WHO = "Ann Example"


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The path of a log that is installed for one test, hooks and all."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", lambda _what: None)
    logger = logging.getLogger("capture_app")
    before = list(logger.handlers)
    yield log.install(tmp_path)
    for handler in [handler for handler in logger.handlers if handler not in before]:
        logger.removeHandler(handler)
        handler.close()


def lose_a_line(text: str) -> None:
    """Fails the way a bug would, with the line's text in each message."""
    lines: dict[str, str] = {}
    try:
        lines[text]
    except KeyError as error:
        raise ValueError(f"no place for {text!r}") from error


def test_what_was_said_is_in_no_line_of_the_log(written: Path) -> None:
    logger = logging.getLogger("capture_app.services")
    logger.info("%s wrote %d lines, last %r", WHO, 3, SAID)
    logger.warning("%(who)s left", {"who": WHO})
    logger.error(ValueError(SAID))
    try:
        lose_a_line(SAID)
    except ValueError:
        logger.exception("A line was not kept")
    text = written.read_text()
    assert "<str> wrote 3 lines, last '<str>'" in text
    assert not [word for word in ("Ann", "training") if word in text]


def test_an_error_is_logged_with_where_it_happened_and_what_it_came_from(written: Path) -> None:
    try:
        lose_a_line(SAID)
    except ValueError:
        logging.getLogger("capture_app").exception("A line was not kept")
    text = written.read_text()
    assert "A line was not kept" in text
    assert "builtins.ValueError" in text
    assert "builtins.KeyError" in text
    assert f"{__name__}:" in text
    assert "lose_a_line" in text


def test_an_error_nobody_caught_in_a_thread_is_logged(written: Path) -> None:
    thread = threading.Thread(target=lose_a_line, args=(SAID,))
    thread.start()
    thread.join()
    assert "Not caught in a thread" in written.read_text()
    assert SAID not in written.read_text()


def test_an_error_that_ends_the_program_is_logged(tmp_path: Path) -> None:
    program = (
        "import pathlib, sys; from capture_app import log; log.install(pathlib.Path(sys.argv[1])); int('Ann')"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True, check=False
    )
    text = (tmp_path / log.FILE).read_text()
    assert ended.returncode == 1
    assert "builtins.ValueError" in text
    assert "Ann" not in text


def test_the_log_stays_small_and_private(tmp_path: Path, written: Path) -> None:
    logger = logging.getLogger("capture_app")
    for number in range(30_000):
        logger.info("One of a great many messages that together would fill the disk: %d", number)
    files = list(tmp_path.iterdir())
    assert len(files) == 3
    assert sum(file.stat().st_size for file in files) < 4 * log.LARGEST
    if sys.platform != "win32":
        assert {file.stat().st_mode & 0o777 for file in files} == {0o600}
