"""Starts the program: the window for a file or for nothing, the command line for everything else.

Nothing heavy is imported before it is known what is wanted.
"""

import sys
from pathlib import Path

from capture_app import __version__

FILES = (".capture", ".wsbundle")
"""Endings of files the window opens."""


def main() -> int:
    """Run with the words of the command line; gives the exit code."""
    if hasattr(sys, "frozen"):
        from multiprocessing import freeze_support

        freeze_support()  # a built program that is started again to write documents does that, and nothing else
    words = sys.argv[1:]
    if words == ["--version"]:
        sys.stdout.write(f"Workshop Capture {__version__}\n")
        return 0
    if words == ["--smoke-test"]:
        from capture_app.bootstrap import smoke_test

        return smoke_test()
    if not words or (len(words) == 1 and Path(words[0]).suffix in FILES):
        from capture_app.bootstrap import run_window

        return run_window(Path(words[0]) if words else None)
    from capture_app.cli import run

    return run(words)


if __name__ == "__main__":
    sys.exit(main())
