"""Chromium without a window, for looking at pages the program writes; nothing it does leaves this machine."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service

AXE = next((Path(__file__).parents[1] / "vendor").glob("axe-core-*.min.js"))

_SWITCHES = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@contextmanager
def browser() -> Iterator[Chrome]:
    """A browser with a profile of its own, gone in the end."""
    chromium, driver = which("chromium"), which("chromedriver")
    assert chromium, "scripts/system_needs.py test installs it"
    assert driver, "scripts/system_needs.py test installs it"
    with TemporaryDirectory() as profile:
        options = ChromeOptions()
        options.binary_location = chromium
        for switch in (*_SWITCHES, f"--user-data-dir={profile}"):
            options.add_argument(switch)
        opened = Chrome(options=options, service=Service(driver))
        try:
            yield opened
        finally:
            opened.quit()


def accessibility_faults(opened: Chrome, page: Path) -> list[str]:
    """What axe-core finds wrong with a page: rule, and where."""
    opened.get(page.as_uri())
    opened.execute_script(AXE.read_text("utf-8"))
    found = opened.execute_async_script("axe.run().then(arguments[0])")
    assert len(found["passes"]) > 10, "axe did not run"
    return [
        f"{one['id']}: {node['target']} {node['html'][:120]}"
        for one in found["violations"]
        for node in one["nodes"]
    ]
