"""The key by which the server signs receipts: made on first use in the data directory, closed to other
users."""

from __future__ import annotations

import os
import tempfile
from functools import cache
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from django.conf import settings

from davy.devices import p256
from davy.settings.env import BadSettingError

__all__ = ["receipt_key", "sign_receipt"]

FILE = "receipt-key.pem"


def receipt_key() -> str:
    """The public half, as phones pin it when they enrol."""
    return p256.point(_key(Path(settings.DATA) / FILE))


def sign_receipt(text: str) -> str:
    """The signature of this installation over a receipt."""
    return p256.sign(_key(Path(settings.DATA) / FILE), text.encode())


@cache
def _key(path: Path) -> ec.EllipticCurvePrivateKey:
    """Processes that start together agree on one: the key appears under its name complete or not at all.
    Raises BadSettingError when others may read the file or it holds something else."""
    if not path.exists():
        _make(path)
    if path.stat().st_mode & 0o077:
        raise BadSettingError(str(path), "can be read by other users; run: chmod 600 on it")
    found = load_pem_private_key(path.read_bytes(), None)
    if not isinstance(found, ec.EllipticCurvePrivateKey):
        raise BadSettingError(str(path), "holds no key of the curve P-256")
    return found


def _make(path: Path) -> None:
    made = ec.generate_private_key(ec.SECP256R1())
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=".key-")  # mkstemp makes it 0600
    with os.fdopen(handle, "wb") as file:
        file.write(made.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    try:
        os.link(draft, path)
    except FileExistsError:
        pass  # another process of ours was first; its key holds
    finally:
        Path(draft).unlink()
