"""Who I am to others: a name, a desk and an Ed25519 key pair, kept in the user's folder."""

from __future__ import annotations

import base64
import binascii
import getpass
import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from quotecheck.files import data_folder, make_folder, write_whole
from quotecheck.sharing.errors import SharingError
from quotecheck.sharing.fingerprints import fingerprint

__all__ = [
    "SHORTEST_PASSPHRASE",
    "Identity",
    "Person",
    "identity_folder",
    "is_key",
    "key_bytes",
    "signed_by",
]

_KEY_FILE, _PERSON_FILE = "key.pem", "me.json"
SHORTEST_PASSPHRASE = 8
"""Characters that the passphrase of an exported key has at least."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who signs: ``key`` is the public key (Base64), ``since`` the day it was made or noted."""

    name: str
    desk: str
    key: str
    since: str

    @property
    def fingerprint(self) -> str:
        """The key as eight words."""
        return fingerprint(key_bytes(self.key))

    def __str__(self) -> str:
        return f"{self.name} ({self.desk})" if self.desk else self.name


class _Card(msgspec.Struct):
    name: str
    desk: str
    since: str


@lru_cache(maxsize=1024)
def _decoded(text: str) -> bytes | None:
    """Return the bytes of a text that is their only form in Base64, else None."""
    try:
        raw = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None
    return raw if base64.b64encode(raw).decode() == text else None


@lru_cache(maxsize=256)
def is_key(key: str) -> bool:
    """Tell whether a text is a public key: 32 bytes in Base64."""
    raw = _decoded(key)
    return raw is not None and len(raw) == 32


def key_bytes(key: str) -> bytes:
    """Return the 32 bytes of a public key. Raises SharingError."""
    if not is_key(key):
        raise SharingError(
            "{key} is no key: it has 44 characters, as “quotecheck share signers me” shows it.",
            key=repr(key[:60]),
        )
    return base64.b64decode(key)


def signed_by(key: str, message: bytes, signature: str) -> bool:
    """Tell whether the owner of the key has signed exactly this message (``signature`` is Base64)."""
    try:
        Ed25519PublicKey.from_public_bytes(key_bytes(key)).verify(_decoded(signature) or b"", message)
    except (InvalidSignature, ValueError, SharingError):
        return False
    return True


def identity_folder() -> Path:
    """Return where the key and the list of signers are kept."""
    return data_folder() / "identity"


def _today() -> str:
    return datetime.now(UTC).date().isoformat()


def _keep_secret(path: Path, pem: bytes) -> None:
    """Write a file that nobody else may read; one that is there is never written over."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(pem)
        file.flush()
        os.fsync(file.fileno())


def _pem(key: Ed25519PrivateKey, passphrase: str | None) -> bytes:
    encryption: serialization.KeySerializationEncryption = serialization.NoEncryption()
    if passphrase is not None:
        encryption = serialization.BestAvailableEncryption(passphrase.encode())
    return key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, encryption)


def _read_pem(pem: bytes, passphrase: str | None, name: str) -> Ed25519PrivateKey:
    try:
        key = serialization.load_pem_private_key(pem, passphrase.encode() if passphrase else None)
    except (ValueError, TypeError) as error:
        raise SharingError(
            "{name} cannot be read as a key: check the passphrase, or restore a copy.", name=name
        ) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise SharingError("{name} holds a key of another kind: an Ed25519 key is needed.", name=name)
    return key


class Identity:
    """The person at this computer: what they sign with."""

    def __init__(self, key: Ed25519PrivateKey, name: str, desk: str, since: str) -> None:
        """Take over a key; use :meth:`own` to get the one that is kept."""
        self._key = key
        self.person = Person(
            name, desk, base64.b64encode(key.public_key().public_bytes_raw()).decode(), since
        )

    @classmethod
    def own(cls) -> Identity:
        """Return the user's identity, made at first use. Raises SharingError."""
        return cls.known() or cls._made()

    @classmethod
    def known(cls) -> Identity | None:
        """Return the user's identity, None as long as it has not been made. Raises SharingError."""
        folder = identity_folder()
        path = folder / _KEY_FILE
        try:
            if not path.exists():
                return None
            if os.name == "posix" and path.stat().st_mode & 0o077:
                path.chmod(0o600)
            key = _read_pem(path.read_bytes(), None, str(path))
            card = _Card(getpass.getuser(), "", _today())
            with suppress(FileNotFoundError):
                card = msgspec.json.decode((folder / _PERSON_FILE).read_bytes(), type=_Card)
        except (OSError, ValueError) as error:
            raise SharingError(
                "Your key in {folder} cannot be read ({error}): restore a copy of it.",
                folder=folder,
                error=error,
            ) from error
        return cls(key, card.name, card.desk, card.since)

    @classmethod
    def _made(cls, key: Ed25519PrivateKey | None = None) -> Identity:
        folder = identity_folder()
        try:
            make_folder(folder)
            folder.chmod(0o700)
            with suppress(FileExistsError):  # another process was quicker: its key is the one
                _keep_secret(folder / _KEY_FILE, _pem(key or Ed25519PrivateKey.generate(), None))
        except OSError as error:
            raise SharingError(
                "No key can be kept in {folder} ({reason}): make room there.",
                folder=folder,
                reason=error.strerror,
            ) from error
        made = cls.known()
        if made is None:
            raise SharingError("The key in {folder} has vanished: try again.", folder=folder)
        return made.renamed(made.person.name, made.person.desk)

    def renamed(self, name: str, desk: str) -> Identity:
        """Go by this name and desk from now on."""
        if not name.strip():
            raise SharingError("Your name is empty: say who signs.")
        card = _Card(name.strip(), desk.strip(), self.person.since)
        write_whole(identity_folder() / _PERSON_FILE, msgspec.json.encode(card) + b"\n")
        return Identity(self._key, card.name, card.desk, card.since)

    def sign(self, message: bytes) -> str:
        """Return the signature of a message, in Base64; the same for the same message."""
        return base64.b64encode(self._key.sign(message)).decode()

    def export_key(self, path: Path, passphrase: str) -> None:
        """Write the private key, locked with a passphrase (PKCS #8, PEM), to take it to another computer."""
        if len(passphrase) < SHORTEST_PASSPHRASE:
            raise SharingError(
                "The passphrase is too short: take at least {most} characters.", most=SHORTEST_PASSPHRASE
            )
        try:
            _keep_secret(path, _pem(self._key, passphrase))
        except FileExistsError:
            raise SharingError(
                "{path} is there already: choose another name for the key.", path=path
            ) from None
        except OSError as error:
            raise SharingError(
                "{path} cannot be written ({reason}): choose another place.", path=path, reason=error.strerror
            ) from error

    @classmethod
    def import_key(cls, path: Path, passphrase: str) -> Identity:
        """Take over a key that was exported on another computer, unless there is one here already."""
        if cls.known():
            raise SharingError(
                "There is a key here already: export it, then move {folder} away.", folder=identity_folder()
            )
        try:
            pem = path.read_bytes()
        except OSError as error:
            raise SharingError(
                "{path} cannot be read ({reason}): check its name.", path=path, reason=error.strerror
            ) from error
        return cls._made(_read_pem(pem, passphrase, str(path)))
