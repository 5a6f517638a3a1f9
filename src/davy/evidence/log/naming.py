"""The certificate that the signer of a time stamp says is his (RFC 3161 2.4.2, RFC 5816).

Without that, another certificate of the same name, number and key, made for something else, could be put in
its place; the library that checks the rest does not look.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from davy.evidence.log.der import only, parts

__all__ = ["names"]

_BY_SHA1 = bytes.fromhex("2a864886f70d010910020c")  # signingCertificate
_BY_ANY = bytes.fromhex("2a864886f70d010910022f")  # signingCertificateV2, SHA-256 where nothing else is told
_HASHES = {bytes.fromhex(f"60864801650304020{n}"): name for n, name in ((1, "256"), (2, "384"), (3, "512"))}
_SEQUENCE, _TEXT, _SIGNED = 0x30, 0x04, 0xA0


def names(answer: bytes, certificates: Iterable[bytes]) -> bool:
    """Whether what was signed names one of these certificates (DER) as the signer's, and no other. Raises
    ValueError for what is no time stamp signed by exactly one."""
    try:
        _, response = only(answer, 0, len(answer))
        token = list(parts(answer, *response))[1][1]
        _, data = only(answer, *list(parts(answer, *token))[1][1])
        _, info = only(answer, *list(parts(answer, *data))[-1][1])
        signed = next(place for tag, place in parts(answer, *info) if tag == _SIGNED)
        told = list(_told(answer, *signed))
    except (IndexError, StopIteration) as error:
        raise ValueError("no time stamp") from error
    return bool(told) and any(
        all(hashlib.new(how, one).digest() == value for how, value in told) for one in certificates
    )


def _told(der: bytes, begin: int, end: int) -> Iterator[tuple[str, bytes]]:
    """By which hash, and how, the first certificate of each list is named: it is the signer's."""
    for _, one in parts(der, begin, end):
        (_, kind), (_, values) = parts(der, *one)
        name = der[slice(*kind)]
        if name not in (_BY_SHA1, _BY_ANY):
            continue
        first = next(parts(der, *next(parts(der, *only(der, *values)[1]))[1]))[1]
        inside = list(parts(der, *first))
        how = "sha1" if name == _BY_SHA1 else "sha256"
        if name == _BY_ANY and inside[0][0] == _SEQUENCE:
            how = "sha" + _HASHES.get(der[slice(*next(parts(der, *inside.pop(0)[1]))[1])], "?")
        if inside[0][0] != _TEXT or how == "sha?":
            raise ValueError("the signer's certificate is named by a hash of another kind")
        yield how, der[slice(*inside[0][1])]
