"""How ids, codes, stamps and hexadecimal values are written: the patterns of the file format."""

from msgspec import Meta

UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
MAYBE_UUID = rf"(?:{UUID})?"
TOKEN = r"[A-Za-z0-9][A-Za-z0-9_.-]{0,63}"  # noqa: S105 a code, not a secret
KIND = r"[A-Z][A-Za-z0-9]{0,63}"
FIELD = rf"(?:\*|[a-z][a-z0-9_]{{0,63}}(?:/{TOKEN})?)"
STAMP = r"[0-9a-f]{16}"
SHA256 = r"[0-9a-f]{64}"
VERIFY_KEY = r"[0-9a-f]{64}"
SIGNATURE = r"[0-9a-f]{128}"
SALT = r"[0-9a-f]{32}"
MEMBER = r"[a-z0-9./-]{1,160}"


def exactly(pattern: str) -> Meta:
    """The mark on a field's type that its whole text must match."""
    return Meta(pattern=rf"\A(?:{pattern})\Z")
