"""Signs a PDF (PAdES) with this installation's document key, so that any reader of PDF sees a change of it.

The certificate is the installation's own: it proves that nothing was changed since, and is worth as much as
the way in which it was handed over. A time stamp goes in when an authority is given.
"""

from __future__ import annotations

import io
import logging
from datetime import timedelta
from functools import cache
from pathlib import Path

from asn1crypto import keys, x509
from cryptography import x509 as made
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from cryptography.x509.oid import NameOID
from django.conf import settings
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.timestamps import TimeStamper
from pyhanko_certvalidator.registry import SimpleCertificateStore

from davy import clock
from davy.settings.env import BadSettingError
from davy.settings.secret import secret

__all__ = ["FIELD", "certificate", "sealed"]

_log = logging.getLogger(__name__)

_STAMPED = "存证，时间由时间戳中心证明 evidence, its time vouched for by a time-stamp authority"
_PLAIN = "存证，时间是本机的，没有时间戳 evidence, the time is this server's, no time stamp"
FILE = "document-key.pem"
FIELD = "Davy"
LASTS = timedelta(days=3653)
NAME = "Davy 存证文件 Davy evidence documents"


def certificate() -> bytes:
    """The certificate of the document key (PEM), as readers may trust it."""
    return _kept(Path(settings.DATA) / FILE)[1].public_bytes(Encoding.PEM)


def sealed(pdf: bytes, stamper: TimeStamper | None = None) -> bytes:
    """The document with a PAdES signature: B-T with a `stamper`; B-B without, or when it gives none. The
    reason of the signature, which readers show, says which. Raises BadSettingError for a key file that is
    none or that others may read."""
    if stamper is not None:
        try:
            return _sealed(pdf, stamper, _STAMPED)
        except OSError as error:  # those of time stamping are of it
            _log.warning("a paper goes without a time stamp: %s", error)
    return _sealed(pdf, None, _PLAIN)


def _sealed(pdf: bytes, stamper: TimeStamper | None, reason: str) -> bytes:
    key, own = _kept(Path(settings.DATA) / FILE)
    told = x509.Certificate.load(own.public_bytes(Encoding.DER))
    registry = SimpleCertificateStore.from_certs([told])  # type: ignore[no-untyped-call]  # theirs
    der = key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    signer = SimpleSigner(
        signing_cert=told, signing_key=keys.PrivateKeyInfo.load(der), cert_registry=registry
    )
    about = PdfSignatureMetadata(
        field_name=FIELD, md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES, reason=reason
    )
    out = io.BytesIO()
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    PdfSigner(about, signer=signer, timestamper=stamper).sign_pdf(writer, output=out)
    return out.getvalue()


@cache
def _kept(path: Path) -> tuple[ec.EllipticCurvePrivateKey, made.Certificate]:
    content = secret(path, _new)
    try:
        key, own = load_pem_private_key(content, None), made.load_pem_x509_certificate(content)
    except ValueError as error:
        raise BadSettingError(str(path), "holds no key with its certificate") from error
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        raise BadSettingError(str(path), "holds no key of the curve P-256")
    return key, own


def _new() -> bytes:
    """Key and certificate in one file, so that none is ever without the other."""
    key, now = ec.generate_private_key(ec.SECP256R1()), clock.now()
    name = made.Name([made.NameAttribute(NameOID.COMMON_NAME, NAME)])
    usage = made.KeyUsage(
        digital_signature=True, content_commitment=True, key_encipherment=False, data_encipherment=False,
        key_agreement=False, key_cert_sign=False, crl_sign=False, encipher_only=False, decipher_only=False,
    )  # fmt: skip
    own = (
        made.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(made.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + LASTS)
        .add_extension(made.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return private + own.public_bytes(Encoding.PEM)
