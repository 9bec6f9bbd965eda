"""A photograph from outside, made fit to be kept: turned as it was held, small, and without what the camera noted."""

from __future__ import annotations

import io

from PIL import Image, ImageOps, UnidentifiedImageError

from capture_app.domain.errors import Refused
from capture_app.domain.photograph import Small
from capture_app.words import _

BYTES = 140_000
"""The most a picture may take: in base64 it then travels like any long text."""

FILE = 40 * 1024 * 1024
PIXELS = 89_000_000
"""The largest file and picture that are looked at at all; no camera or scanner makes larger ones."""

_FORMATS = ("JPEG", "PNG", "WEBP", "TIFF", "BMP", "GIF")
_STEPS = ((1800, 70), (1800, 50), (1600, 50), (1600, 38), (1400, 35), (1200, 32), (1000, 30), (800, 30))
"""The longer side in pixels and the quality that are tried, the best first; the last of them always fits."""


def made_small(photograph: bytes) -> Small:
    """The same picture as a JPEG of at most `BYTES`, upright, with no metadata. Raises Refused, saying what to do."""
    if len(photograph) > FILE:
        raise Refused(_("That file is larger than 40 MB, so it was not added. Save the picture smaller."))
    upright = _upright(photograph)
    for side, quality in _STEPS:
        small = upright.copy()
        small.thumbnail((side, side), Image.Resampling.LANCZOS)
        jpeg = _jpeg(small, quality)
        if len(jpeg) <= BYTES:
            return Small(jpeg, *small.size)
    raise Refused(
        _("That picture cannot be made small enough, so it was not added. Photograph it in two parts.")
    )


def _upright(photograph: bytes) -> Image.Image:
    try:
        opened = Image.open(io.BytesIO(photograph), formats=_FORMATS)
        if opened.width * opened.height > PIXELS:
            raise Refused(_too_large())
        # A camera's picture is read at a fraction of its size where that is enough: it takes a tenth of the memory.
        opened.draft("RGB", (2 * _STEPS[0][0],) * 2)
        turned = ImageOps.exif_transpose(opened)
        return _on_white(turned)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise Refused(_too_large()) from None
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError, OverflowError):
        raise Refused(_not_read()) from None


def _on_white(image: Image.Image) -> Image.Image:
    """What can be seen through is seen on paper."""
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        seen = image.convert("RGBA")
        paper = Image.new("RGB", seen.size, "white")
        paper.paste(seen, mask=seen.getchannel("A"))
        return paper
    return image.convert("RGB")


def _jpeg(image: Image.Image, quality: int) -> bytes:
    written = io.BytesIO()
    clean = Image.new("RGB", image.size)
    clean.paste(image)
    clean.save(written, "JPEG", quality=quality, optimize=True)
    return written.getvalue()


def _too_large() -> str:
    return _("That picture has too many pixels, so it was not added. Save it smaller.")


def _not_read() -> str:
    return _(
        "That file is no picture this program can read, so it was not added. Save it as JPEG or PNG; on an iPhone, "
        "choose “Most Compatible” for the camera."
    )
