"""Certificates of a plant without a public one: a private authority for one host name, and its leaf.

Passkeys, cameras and offline pages need https that the phone trusts, and a host name. The authority may vouch
for that name and what stands below it, and for nothing else: whoever installs it trusts no other site by it.
"""

from __future__ import annotations

import ipaddress
import os
import re
import tempfile
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from davy.serve.failure import CannotServeError

__all__ = ["CA_PATH", "RENEW", "Tls", "check_name", "found", "make"]

CA_PATH = "/davy-ca.crt"
"""Where a running Davy gives the authority's certificate to whoever asks."""
_CA_LASTS = timedelta(days=3650)
_LEAF_LASTS = timedelta(days=397)  # phones refuse a leaf that lasts much longer than a year
RENEW = timedelta(days=30)
"""So long before its end a leaf is to be renewed."""
_BACK = timedelta(hours=1)  # clocks of phones differ
_LABEL = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)", re.ASCII)

Key = ec.EllipticCurvePrivateKey


@dataclass(frozen=True)
class Tls:
    """The files of an installation, the name they are for, and when the leaf ends."""

    directory: Path
    host: str
    ends: datetime
    new_authority: bool = False

    @property
    def authority(self) -> Path:
        """The certificate that phones install."""
        return self.directory / "ca.crt"

    @property
    def certificate(self) -> Path:
        """The leaf with its authority behind it."""
        return self.directory / "leaf.crt"

    @property
    def key(self) -> Path:
        """The leaf's private key."""
        return self.directory / "leaf.key"


def check_name(name: str) -> str:
    """The host name in lower case. Raises CannotServeError for an address, a wildcard, or no name at all."""
    host = name.strip().rstrip(".").lower()
    try:
        ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        pass
    else:
        raise CannotServeError(
            f"{name} is an IP address: browsers make no passkeys there, whatever the certificate. "
            "Give the server a host name in the plant's DNS, for instance davy.plant.lan, and use that."
        )
    labels = host.split(".")
    if len(host) > 253 or not all(_LABEL.fullmatch(label) for label in labels):
        raise CannotServeError(
            f"{name!r} is no host name. It looks like davy.plant.lan, without https:// and port."
        )
    return host


def make(directory: Path, name: str, now: datetime, *, new_authority: bool = False) -> Tls:
    """A fresh leaf for this name; the authority stays, so that phones need nothing new.

    Raises CannotServeError when the authority is for another name and no new one is asked for."""
    host = check_name(name)
    directory.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = new_authority or not (directory / "ca.crt").exists()
    if fresh:
        key, authority = _authority(directory, host, now)
    else:
        key, authority = _known(directory, host, now)
    leaf_key = ec.generate_private_key(ec.SECP256R1())
    leaf = _leaf(host, leaf_key, key, authority, now)
    _secret(directory / "leaf.key", _pem(leaf_key))
    _put(directory / "leaf.crt", _text(leaf) + _text(authority), 0o644)
    return Tls(directory, host, leaf.not_valid_after_utc, fresh)


def found(directory: Path, now: datetime) -> Tls:
    """What `davy tls` left here.

    Raises CannotServeError when there is nothing, it has ended, or others may read its keys."""
    leaf = directory / "leaf.crt"
    if not leaf.exists():
        raise CannotServeError("There is no certificate yet. Make one first: davy tls HOSTNAME")
    for name in ("leaf.key", "ca.key"):
        path = directory / name
        if path.exists() and path.stat().st_mode & 0o077:
            raise CannotServeError(f"{path} can be read by other users. Run: chmod 600 {path}")
    certificate = x509.load_pem_x509_certificate(leaf.read_bytes())
    host = _host_of(certificate)
    if certificate.not_valid_after_utc <= now:
        raise CannotServeError(f"The certificate of {host} has ended. Renew it: davy tls {host}")
    return Tls(directory, host, certificate.not_valid_after_utc)


def _authority(directory: Path, host: str, now: datetime) -> tuple[Key, x509.Certificate]:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"Davy private CA for {host}"[:64])])
    usage = x509.KeyUsage(
        digital_signature=False,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=True,
        crl_sign=True,
        encipher_only=False,
        decipher_only=False,
    )
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _BACK)
        .not_valid_after(now + _CA_LASTS)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.NameConstraints([x509.DNSName(host)], None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )
    _secret(directory / "ca.key", _pem(key))
    _put(directory / "ca.crt", _text(made), 0o644)
    return key, made


def _known(directory: Path, host: str, now: datetime) -> tuple[Key, x509.Certificate]:
    authority = x509.load_pem_x509_certificate((directory / "ca.crt").read_bytes())
    constraints = authority.extensions.get_extension_for_class(x509.NameConstraints).value
    own = [name.value for name in constraints.permitted_subtrees or () if isinstance(name, x509.DNSName)]
    if not any(host == name or host.endswith(f".{name}") for name in own):
        raise CannotServeError(
            f"The authority here may vouch for {', '.join(own)} only, not for {host}. "
            "With --new-ca another one is made, and every phone has to install it."
        )
    if authority.not_valid_after_utc <= now + _LEAF_LASTS:
        raise CannotServeError("The authority ends before a new leaf would. Make another one with --new-ca.")
    key = load_pem_private_key((directory / "ca.key").read_bytes(), None)
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        raise CannotServeError(f"{directory / 'ca.key'} holds no key that Davy made. Use --new-ca.")
    return key, authority


def _leaf(host: str, own: Key, key: Key, authority: x509.Certificate, now: datetime) -> x509.Certificate:
    issuer = authority.extensions.get_extension_for_class(x509.SubjectKeyIdentifier).value
    return (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host[:64])]))
        .issuer_name(authority.subject)
        .public_key(own.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _BACK)
        .not_valid_after(now + _LEAF_LASTS)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(host)]), critical=False)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(own.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(issuer), critical=False)
        .sign(key, hashes.SHA256())
    )


def _host_of(certificate: x509.Certificate) -> str:
    names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    return str(names.get_values_for_type(x509.DNSName)[0])


def _pem(key: Key) -> bytes:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def _text(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(Encoding.PEM)


def _secret(path: Path, content: bytes) -> None:
    _put(path, content, 0o600)


def _put(path: Path, content: bytes, mode: int) -> None:
    """Complete under its name or not at all; a secret is never readable by others, not for a moment."""
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=".tls-")  # mkstemp makes it 0600
    with os.fdopen(handle, "wb") as file:
        file.write(content)
    Path(draft).chmod(mode)
    Path(draft).replace(path)
