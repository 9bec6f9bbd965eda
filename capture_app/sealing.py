"""Keys: who can open a file (age) and who wrote it (Ed25519). Everything is made by maintained libraries.

Keys travel as text: an age identity "AGE-SECRET-KEY-1…", its recipient "age1…", a signing seed and its
verify key as 64 hexadecimal digits.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import pyrage
from nacl.exceptions import BadSignatureError
from nacl.signing import SigningKey, VerifyKey

from capture_app.domain.errors import NotPossible, WrongKey
from capture_app.words import _


@dataclass(frozen=True, slots=True)
class Identity:
    """An age identity: opens what was sealed to its recipient. Never shown in a repr or a log.

    Spaces in it mean nothing, since it is shown in groups and may be typed so.
    """

    secret: str

    @classmethod
    def generate(cls) -> "Identity":
        """A new one."""
        return cls(str(pyrage.x25519.Identity.generate()))

    @property
    def recipient(self) -> str:
        """Its public half, "age1…"."""
        return str(self._key().to_public())

    def open(self, sealed: bytes) -> bytes:
        """What was sealed to it. Raises WrongKey if it was not, or if the file is damaged or cut off."""
        try:
            return bytes(pyrage.decrypt(sealed, [self._key()]))
        except pyrage.DecryptError:
            raise WrongKey(
                _(
                    "This key does not open that file, or the file was damaged on its way. Nothing was "
                    "changed."
                )
            ) from None

    def _key(self) -> pyrage.x25519.Identity:
        try:
            return pyrage.x25519.Identity.from_str("".join(self.secret.split()))
        except pyrage.IdentityError:
            raise NotPossible(
                _("That is not a key. A key starts with AGE-SECRET-KEY-1; copy the whole line.")
            ) from None

    def __repr__(self) -> str:
        return "Identity(…)"


@dataclass(frozen=True, slots=True)
class Passphrase:
    """Words that open a file. Never shown in a repr or a log."""

    words: str

    def open(self, sealed: bytes) -> bytes:
        """What was sealed with these words. Raises WrongKey if it was not, or if the file is damaged."""
        try:
            return bytes(pyrage.passphrase.decrypt(sealed, self.words))
        except pyrage.DecryptError:
            raise WrongKey(_("That passphrase does not open this file. Nothing was changed.")) from None

    def __repr__(self) -> str:
        return "Passphrase(…)"


@dataclass(frozen=True, slots=True)
class Signer:
    """A device's or a lead's signing key, from its seed of 64 hexadecimal digits."""

    seed: str

    @classmethod
    def generate(cls) -> "Signer":
        """A new one."""
        return cls(SigningKey.generate().encode().hex())

    @property
    def verify_key(self) -> str:
        """Its public half, 64 hexadecimal digits."""
        return SigningKey(bytes.fromhex(self.seed)).verify_key.encode().hex()

    def sign(self, message: bytes) -> str:
        """The signature, 128 hexadecimal digits."""
        return SigningKey(bytes.fromhex(self.seed)).sign(message).signature.hex()

    def __repr__(self) -> str:
        return "Signer(…)"


WayIn = Identity | Passphrase
_KEY = "AGE-SECRET-KEY-1"


def way_in_of(words: str) -> WayIn:
    """What was typed or set as a passphrase, or as the recovery key if that is what stands there."""
    key = "".join(words.split())
    return Identity(key) if key.upper().startswith(_KEY) else Passphrase(words)


def seal_to(plain: bytes, recipients: Sequence[str]) -> bytes:
    """`plain` as an age file that each of the recipients ("age1…") can open. Raises NotPossible."""
    try:
        keys = [pyrage.x25519.Recipient.from_str(recipient) for recipient in recipients]
    except pyrage.RecipientError:
        raise NotPossible(_("That is not a key to send to. Such a key starts with age1.")) from None
    return bytes(pyrage.encrypt(plain, keys))


def seal_with(plain: bytes, passphrase: Passphrase) -> bytes:
    """`plain` as an age file that the passphrase opens. Takes about two seconds, on purpose."""
    return bytes(pyrage.passphrase.encrypt(plain, passphrase.words))


def is_signed(message: bytes, signature: str, verify_key: str) -> bool:
    """Whether the owner of `verify_key` signed exactly these bytes. Malformed input is not signed."""
    try:
        VerifyKey(bytes.fromhex(verify_key)).verify(message, bytes.fromhex(signature))
    except (BadSignatureError, ValueError, TypeError):
        return False
    return True
