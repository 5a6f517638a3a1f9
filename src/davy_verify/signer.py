"""The signer of a time stamp: by which algorithms he signed, and which certificate he says is his.

RFC 3161 2.4.2 and RFC 5816: what is signed names the signer's certificate by its hash. Without that, another
certificate of the same name, number and key, made for something else, could be put in its place.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.x509 import Certificate

from davy_verify.der import Part, parts, whole

__all__ = ["Signer", "judged", "signer"]

_ATTRIBUTES = 0xA0
_NAMES = {
    bytes.fromhex("2a864886f70d010910020c"): False,  # signingCertificate: SHA-1 and nothing else
    bytes.fromhex("2a864886f70d010910022f"): True,  # signingCertificateV2: SHA-256 where nothing else is told
}
_HASHES = {bytes.fromhex(f"60864801650304020{n}"): name for n, name in ((1, "256"), (2, "384"), (3, "512"))}
_RSA = {bytes.fromhex(f"2a864886f70d0101{n}") for n in ("01", "0b", "0c", "0d")}
_ECDSA = {bytes.fromhex(f"2a8648ce3d04030{n}") for n in (2, 3, 4)}
_OF_CERTIFICATES = {
    *(f"1.2.840.113549.1.1.{n}" for n in (10, 11, 12, 13)),  # RSA: PSS, and SHA-256, 384, 512
    *(f"1.2.840.10045.4.3.{n}" for n in (2, 3, 4)),  # ECDSA
}
_CURVES = {"secp256r1", "secp384r1", "secp521r1"}
_RSA_KEY = "1.2.840.113549.1.1.1"


@dataclass(frozen=True)
class Signer:
    """Whether his algorithms are known here, and by which hashes he names his certificate."""

    known: bool
    names: tuple[tuple[str, bytes], ...]

    def named(self, certificate: bytes) -> bool:
        """Whether this is the certificate that he says is his."""
        return bool(self.names) and all(hashlib.new(how, certificate).digest() == n for how, n in self.names)


def signer(answer: bytes) -> Signer:
    """The one signer of an answer. Raises ValueError for what is no time stamp signed by exactly one."""
    try:
        (response,) = parts(answer, whole(answer))
        token = parts(answer, response)[1]
        (data,) = parts(answer, parts(answer, token)[1])
        (info,) = parts(answer, parts(answer, data)[-1])
        _, _, digest, attributes, algorithm, _ = parts(answer, info)[:6]
        told = _told(answer, attributes)
        known = _kind(answer, digest) in _HASHES and _kind(answer, algorithm) in _RSA | _ECDSA
        names = tuple(_name(answer, told[kind], second) for kind, second in _NAMES.items() if kind in told)
    except IndexError as error:
        raise ValueError("no DER") from error
    return Signer(known, names)


def judged(certificate: Certificate) -> bool:
    """Whether the key of the certificate and the signature on it are of a kind that is held here."""
    if certificate.signature_algorithm_oid.dotted_string not in _OF_CERTIFICATES:
        return False
    try:
        key = certificate.public_key()
    except (UnsupportedAlgorithm, ValueError):
        return False
    if isinstance(key, EllipticCurvePublicKey):
        return key.curve.name in _CURVES
    return isinstance(key, RSAPublicKey) and certificate.public_key_algorithm_oid.dotted_string == _RSA_KEY


def _told(der: bytes, attributes: Part) -> Mapping[bytes, Part]:
    """The one value of each attribute that is signed. Raises ValueError where one is told twice."""
    if attributes.tag != _ATTRIBUTES:
        raise ValueError("nothing is told of what was signed")
    found: dict[bytes, Part] = {}
    for one in parts(der, attributes):
        name, values = parts(der, one)
        kind = der[name.start : name.stop]
        if kind in found or (kind in _NAMES and len(parts(der, values)) != 1):
            raise ValueError("what is signed is told twice")
        found[kind] = values
    return found


def _name(der: bytes, values: Part, second: bool) -> tuple[str, bytes]:
    """How the first certificate of the list, which is the signer's, is named."""
    (value,) = parts(der, values)
    one = parts(der, parts(der, parts(der, value)[0])[0])
    how = "sha256" if second else "sha1"
    if second and one[0].tag == 0x30:
        how = "sha" + _HASHES.get(_kind(der, one.pop(0)), "")
    if one[0].tag != 0x04 or how == "sha":
        raise ValueError("the signer's certificate is named by a hash of another kind")
    return how, der[one[0].start : one[0].stop]


def _kind(der: bytes, algorithm: Part) -> bytes:
    name = parts(der, algorithm)[0]
    return der[name.start : name.stop]
