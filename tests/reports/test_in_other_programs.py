"""What other programs make of our files: a browser with a checker of accessibility, and an office program."""

import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from shutil import which

import pytest
from selenium.webdriver import Chrome

from capture_app.reports.house_style import Face, HouseStyle
from capture_app.reports.making import Dress, file_of
from tests.helpers.browser import accessibility_faults, browser
from tests.reports.conftest import Written
from tests.reports.reading import docx_tables, docx_words, pdf_pages, pdf_words

EVERY = (
    *("session-pack", "run-sheet", "attendee-preview", "attendance-sheet"),
    *("worksheet", "questionnaire", "synthesis", "appendix", "how-it-ran"),
)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Chrome]:
    """One browser for all pages."""
    with browser() as opened:
        yield opened


@pytest.mark.parametrize("document", EVERY)
def test_no_page_has_a_fault_of_accessibility(
    document: str, example: Written, chromium: Chrome, tmp_path: Path
) -> None:
    page = tmp_path / f"{document}.html"
    page.write_bytes(file_of(example.reports[document], "html"))
    assert accessibility_faults(chromium, page) == []


def test_the_checker_would_notice(chromium: Chrome, tmp_path: Path) -> None:
    page = tmp_path / "bad.html"
    page.write_text("<html><body><h1>Title</h1><main><img src='x'><table><td>1</table></main>", "utf-8")
    faults = {fault.split(":")[0] for fault in accessibility_faults(chromium, page)}
    assert {"html-has-lang", "image-alt", "document-title"} <= faults


def test_the_lightest_accent_a_house_may_have_can_still_be_read(
    example: Written, chromium: Chrome, tmp_path: Path
) -> None:
    style = HouseStyle(accent="#767676", face=Face.SERIF, organisation="Rowan Advocacy")
    page = tmp_path / "grey.html"
    page.write_bytes(file_of(example.reports["synthesis"], "html", Dress(style=style)))
    assert accessibility_faults(chromium, page) == []


def test_a_page_shows_its_style_under_its_own_policy_and_asks_for_nothing(
    example: Written, chromium: Chrome, tmp_path: Path
) -> None:
    page = tmp_path / "synthesis.html"
    page.write_bytes(example.html)
    chromium.get(page.as_uri())
    heading = "getComputedStyle(document.querySelector('h2')).color"
    assert chromium.execute_script(f"return {heading}") == "rgb(47, 76, 155)"
    asked = "return performance.getEntriesByType('resource').length"
    assert chromium.execute_script(asked) == 0


def test_the_office_program_opens_every_word_document_and_shows_all_of_it(
    example: Written, tmp_path: Path
) -> None:
    office = which("soffice")
    assert office, "scripts/system_needs.py test installs it"
    for document in EVERY:
        (tmp_path / f"{document}.docx").write_bytes(file_of(example.reports[document], "docx"))
    home = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
    files = sorted(map(str, tmp_path.glob("*.docx")))
    command = [office, home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path / "out"), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=150)
    for document in EVERY:
        shown = (tmp_path / "out" / f"{document}.pdf").read_bytes()
        # The office program numbers pages, repeats headers and breaks words where they do not fit.
        file = (tmp_path / f"{document}.docx").read_bytes()
        held = re.findall(r"\w{4,}", docx_words(file))
        missing = set(held) - set(re.findall(r"\w{4,}", pdf_words(shown)))
        assert missing <= {word for word in held if len(word) > 12}, document
        heads = re.findall(r"\w{4,}", " ".join(name for table in docx_tables(file) for name in table[0]))
        told = Counter(re.findall(r"\w{4,}", pdf_words(shown)))
        assert [word for word in heads if told[word] < held.count(word)] == [], "no head is broken"
        assert re.search(r"\b1 of \d", pdf_pages(shown)[0])
