"""Where things are: the files that come with the program, and the folder for one person's settings.

Workspaces are never looked for: a person opens them.
"""

from pathlib import Path

from platformdirs import user_config_path


def resource(*parts: str) -> Path:
    """The path of a file or folder that comes with the program: `resource("icons", "app.svg")`.

    `resources` stands inside the package when installed, and beside it in the source tree and in the
    built program. The path is not checked: opening it says what is missing.
    """
    package = Path(__file__).resolve().parent
    inside = package / "resources"
    return (inside if inside.is_dir() else package.parent / "resources").joinpath(*parts)


def settings_dir() -> Path:
    """The folder for settings and the log, made if need be and readable by this person alone.

    Raises OSError where it can be neither made nor closed to others.
    """
    folder = user_config_path("workshop-capture", appauthor=False)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)
    return folder
