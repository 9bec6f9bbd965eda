"""Words set on a page of a PDF, many of them in one go."""

from typing import Any

from reportlab.pdfbase.pdfmetrics import stringWidth

from capture_app.reports.pdf_styles import Type

Canvas = Any


class Lettering:
    """Lines of words written one after another. Beginning anew for each cell of a table takes a third of the time."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._text: Any = None
        self._type: Type | None = None

    def write(self, line: str, type_: Type, left: float, base: float) -> None:
        """Write a line that begins at this point of its base line."""
        if self._text is None:
            self._text = self._canvas.beginText()
        if type_ is not self._type:
            self._text.setFont(type_.font, type_.size, type_.leading)
            self._text.setFillColor(type_.colour)
            self._type = type_
        self._text.setTextOrigin(left, base)
        self._text.textLine(line)

    def write_to(self, line: str, type_: Type, right: float, base: float) -> None:
        """Write a line that ends there."""
        self.write(line, type_, right - stringWidth(line, type_.font, type_.size), base)

    def put(self) -> None:
        """Put it on the page: whoever has the page read out hears it before what is drawn after this."""
        if self._text is not None:
            self._canvas.drawText(self._text)
            self._text = self._type = None
