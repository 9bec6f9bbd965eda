"""Bundles, session packs and care files as files: age around a zip with a signed list of contents.

The whole way in and out for other layers: `write`, `read`, and `needs_key` to know what to ask for first.
docs/bundle-format.md is the format, good enough to write a second reader from.
"""

from capture_app.exchange.care import Care
from capture_app.exchange.files import CARE_SUFFIX, SUFFIX
from capture_app.exchange.locks import PLAIN, Lock, Seal, To, With, needs_key
from capture_app.exchange.manifest import Manifest, fingerprint
from capture_app.exchange.members import SYNTHESIS
from capture_app.exchange.pack import Pack
from capture_app.exchange.parcel import KeptBack, Parcel, Ranges, What, ranges_of
from capture_app.exchange.reader import read
from capture_app.exchange.writer import Written, write

__all__ = [
    "CARE_SUFFIX",
    "PLAIN",
    "SUFFIX",
    "SYNTHESIS",
    "Care",
    "KeptBack",
    "Lock",
    "Manifest",
    "Pack",
    "Parcel",
    "Ranges",
    "Seal",
    "To",
    "What",
    "With",
    "Written",
    "check_number",
    "fingerprint",
    "needs_key",
    "ranges_of",
    "read",
    "write",
]


def check_number(sha256: str) -> str:
    """Eight digits of a file's SHA-256 to read out on the phone, "4821 5530".

    It tells two files apart that were mixed up; whether anybody altered one, only the signature tells.
    """
    digits = f"{int(sha256[:16], 16) % 10**8:08d}"
    return f"{digits[:4]} {digits[4:]}"
