"""Puts `resources` inside the package when a wheel is made; everything else is said in pyproject.toml.

In the source tree they stand beside the package, so that there is no code among them and none among it.
"""

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py


class WithResources(build_py):
    """Copies what `capture_app.paths.resource` looks for."""

    def run(self) -> None:
        """Build as usual; an editable install reads the source tree itself."""
        super().run()
        if not self.editable_mode:
            inside = Path(self.build_lib) / "capture_app" / "resources"
            shutil.copytree(Path(__file__).parent / "resources", inside, dirs_exist_ok=True)


setup(cmdclass={"build_py": WithResources})
