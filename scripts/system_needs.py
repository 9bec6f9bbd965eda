"""Makes sure the operating system has what Qt, the tests or the build need; installs it when allowed.

    python3 scripts/system_needs.py run|test|build

It runs before there is a virtual environment, so it uses nothing but Python itself. Where something is
missing and may not be installed, it prints the command to run and exits with 1. macOS and Windows bring
all of this along.
"""

import ctypes
import importlib.util
import os
import platform
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

OLDEST_GLIBC = (2, 34)

# The library files that Qt's Core, Gui, Widgets and Svg load and, below, its X11 and Wayland windows, each
# with the Debian and Ubuntu package it comes in. Those that another of these packages brings along are left out.
LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}
PROGRAMS = {
    "run": {},
    "test": {
        "Xvfb": "xvfb",
        "xauth": "xauth",
        # Tests look at our pages in a browser and open our Word documents in an office program.
        "chromium": "chromium",
        "chromedriver": "chromium-driver",
        "soffice": "libreoffice-writer-nogui",
    },
    "build": {"objdump": "binutils"},
}
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")


def main(arguments: list[str]) -> int:
    """Check for one purpose; 0 when everything is there, at the end."""
    if len(arguments) != 1 or arguments[0] not in PROGRAMS:
        print("usage: system_needs.py run|test|build", file=sys.stderr)
        return 2
    if sys.platform != "linux":
        return 0
    if not _glibc_is_new_enough():
        print("Qt needs glibc 2.34 or later: Debian 12, Ubuntu 22.04 or newer.", file=sys.stderr)
        return 1
    packages = list(missing(arguments[0]))
    return install(packages) if packages else 0


def missing(purpose: str) -> Iterator[str]:
    """The Debian packages that are not there, for "run", "test" or "build"."""
    if not importlib.util.find_spec("ensurepip"):
        yield f"python{_version()}-venv"
    yield from (package for library, package in LIBRARIES.items() if not _loads(library))
    yield from (package for program, package in PROGRAMS[purpose].items() if not shutil.which(program))
    if purpose == "test" and not _has_font("Inter"):
        yield "fonts-inter"
    if purpose == "build" and not _loads(str(sysconfig.get_config_var("INSTSONAME"))):
        yield f"libpython{_version()}"


def install(packages: list[str]) -> int:
    """Install with apt where that needs no question answered, else say what to do."""
    apt = shutil.which("apt-get")
    if not apt:
        print(f"System libraries are missing. Debian calls them: {' '.join(packages)}.", file=sys.stderr)
        return 1
    wanted = ["install", "--yes", "--no-install-recommends", *packages]
    prefix = _as_root()
    if prefix is None:
        _say_what_to_run(wanted)
        return 1
    print(f"Installing system packages: {' '.join(packages)}", flush=True)
    quiet = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", apt, "-qq", "-o", "DPkg::Lock::Timeout=300"]
    # A list of packages that is old or not there yet is brought up to date; only the installing must succeed.
    subprocess.run([*quiet, "update"], check=False)  # noqa: S603 fixed words, no shell
    done = subprocess.run([*quiet, *wanted], check=False, stdout=subprocess.PIPE, text=True)  # noqa: S603
    if done.returncode:
        print(done.stdout, file=sys.stderr)
    return done.returncode


def _say_what_to_run(wanted: list[str]) -> None:
    command = " ".join(["apt-get", *wanted])
    if shutil.which("sudo"):
        print("Some system packages are missing. Run this, then try again:\n", file=sys.stderr)
        print(f"  sudo apt-get update && sudo {command}\n", file=sys.stderr)
    else:
        print("Some system packages are missing. Run this as root, then try again:\n", file=sys.stderr)
        print(f"  apt-get update && {command}\n", file=sys.stderr)


def _as_root() -> list[str] | None:
    """What to put before a command so that root runs it; None if that would ask for a password."""
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and subprocess.run([sudo, "-n", "true"], check=False, capture_output=True).returncode == 0:  # noqa: S603
        return [sudo, "-n"]
    return None


def _loads(library: str) -> bool:
    """Whether the system finds this library file."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _has_font(name: str) -> bool:
    """Whether a font file whose name begins so is installed."""
    folders = (Path(folder).expanduser() for folder in FONT_FOLDERS)
    return any(next(folder.rglob(f"{name}*.[ot]t[fc]"), None) for folder in folders)


def _glibc_is_new_enough() -> bool:
    library, version = platform.libc_ver()
    return library != "glibc" or tuple(int(part) for part in version.split(".")[:2]) >= OLDEST_GLIBC


def _version() -> str:
    return f"{sys.version_info.major}.{sys.version_info.minor}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
