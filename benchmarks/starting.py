"""From the start of the process to a cursor in a line, against a bare program that does the least it could.

Each start is a new process; ours and the rival's take turns.
"""

import os
import subprocess
import sys
from pathlib import Path
from time import perf_counter

from benchmarks import saying

ROUNDS = 7
LINES = {"a": 2000, "b": 2000, "c": 2000, "d": 2000, "e": 2000}


def run() -> None:
    """An encrypted workspace of 10,000 lines."""
    from benchmarks import world  # brings the whole store with it, which the bare program must not load

    saying.heading("Start to typing, encrypted workspace of 10,000 lines")
    with world.folder() as folder:
        path = folder / "laptop.capture"
        secret = world.worksheet(path, LINES).secret
        ours, rival = [], []
        for number in range(ROUNDS + 1):
            a, b = _start("ours", path, secret), _start("bare", path, secret)
            if number:  # the first pair only warms the disk
                ours.append(a)
                rival.append(b)
        saying.against("whole process", ours, rival, "1.3")


def _start(which: str, path: Path, secret: str) -> float:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "CAPTURE_BENCH_KEY": secret}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its bytecode
    start = perf_counter()
    subprocess.run(
        [sys.executable, "-m", "benchmarks.starting", which, str(path)], env=environment, check=True
    )
    return (perf_counter() - start) * 1000


def _ours(path: Path, secret: str) -> None:
    from capture_app.bootstrap import Program
    from capture_app.sealing import Identity

    program = Program(None)
    program.show()
    program.window.open_file(path, Identity(secret))
    _wait_for_cursor()


def _bare(path: Path, secret: str) -> None:
    """Imports what ours imports, unwraps the key, opens the file, shows a window with a cursor in it."""
    import json
    from base64 import b64decode

    import pyrage
    import sqlalchemy
    import sqlcipher3.dbapi2 as driver
    from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit

    app = QApplication([])
    sealed = b64decode(json.loads(path.with_suffix(".capture-keys").read_text())["ways"][0]["sealed"])
    key = pyrage.decrypt(sealed, [pyrage.x25519.Identity.from_str(secret)]).decode()
    engine = sqlalchemy.create_engine("sqlite://", module=driver, creator=lambda: driver.connect(str(path)))
    with engine.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA key = \"x'{key}'\"")
        rows = connection.exec_driver_sql("SELECT * FROM the_line WHERE item = 'a'").fetchall()
    window = QMainWindow()
    editor = QPlainTextEdit(rows[0].text)
    window.setCentralWidget(editor)
    window.show()
    editor.setFocus()
    app.processEvents()
    _wait_for_cursor()


def _wait_for_cursor() -> None:
    """Until a text editor has the focus and everything is painted; then leave at once, as a kill would."""
    from benchmarks.cursor import focused_editor

    focused_editor()
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    {"ours": _ours, "bare": _bare}[sys.argv[1]](Path(sys.argv[2]), os.environ["CAPTURE_BENCH_KEY"])
