"""The key by which the server signs receipts: made on first use in the data directory, closed to other
users."""

from __future__ import annotations

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
from davy.settings.secret import secret

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
    """Raises BadSettingError when others may read the file or it holds something else."""
    found = load_pem_private_key(secret(path, _made), None)
    if not isinstance(found, ec.EllipticCurvePrivateKey):
        raise BadSettingError(str(path), "holds no key of the curve P-256")
    return found


def _made() -> bytes:
    key = ec.generate_private_key(ec.SECP256R1())
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
