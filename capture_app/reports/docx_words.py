"""Paragraphs of a Word document as the XML they are in the file: made one object at a time they take far longer."""

from dataclasses import dataclass

from capture_app.reports.docx_styles import hexadecimal, style_id
from capture_app.reports.markup import escaped
from capture_app.reports.wording import cleaned

TAB = "<w:r><w:tab/></w:r>"
"""A tab, which `cleaned` leaves in no words."""


@dataclass(slots=True)
class Par:
    """A paragraph in a style of ours by its name. held: it stays on the page of the next.

    new_page: it begins one. above: points between it and what stands above, None for those of its style.
    """

    style: str
    runs: str
    held: bool = False
    new_page: bool = False
    above: int | None = None

    def xml(self) -> str:
        """As it stands in the file."""
        marks = "<w:keepNext/>" if self.held else ""
        if self.new_page:
            marks += "<w:pageBreakBefore/>"
        if self.above is not None:
            marks += f'<w:spacing w:before="{self.above * 20}"/>'
        return f'<w:p><w:pPr><w:pStyle w:val="{style_id(self.style)}"/>{marks}</w:pPr>{self.runs}</w:p>'


def run(text: str, *, bold: bool = False, colour: str = "", size: int = 0) -> str:
    """Words, their line breaks kept; nothing where there are none. size: in points, 0 for that of the style."""
    words = cleaned(text)
    if not words:
        return ""
    looks = "<w:b/>" if bold else ""
    if colour:
        looks += f'<w:color w:val="{hexadecimal(colour)}"/>'
    if size:
        looks += f'<w:sz w:val="{size * 2}"/>'
    lines = (f'<w:t xml:space="preserve">{escaped(line)}</w:t>' if line else "" for line in words.split("\n"))
    return f"<w:r>{f'<w:rPr>{looks}</w:rPr>' if looks else ''}{'<w:br/>'.join(lines)}</w:r>"


def field(instruction: str, shown: str) -> str:
    """A number that the office program keeps up to date; `shown` stands there until it does."""
    return f'<w:fldSimple w:instr="{instruction}"><w:r><w:t>{shown}</w:t></w:r></w:fldSimple>'
