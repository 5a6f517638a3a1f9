"""Reads and checks RFC 3161 time stamps."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from cryptography.x509 import Certificate, load_der_x509_certificate, load_pem_x509_certificates
from rfc3161_client import TimeStampResponse, VerificationError, VerifierBuilder, decode_timestamp_response

from davy_verify.der import parts, whole
from davy_verify.signer import Signer, judged, signer

__all__ = ["BadStampError", "UnknownKindError", "believed", "certificates", "claimed"]

_CERTIFICATES = 0xA0


class BadStampError(ValueError):
    """This is no time stamp, or not one of these bytes by somebody trusted."""


class UnknownKindError(ValueError):
    """It is signed in a way that cannot be judged here (SM2, RSASSA-PSS): neither true nor false."""


def certificates(pem: bytes) -> tuple[Certificate, ...]:
    """The certificates of a PEM file. Raises ValueError when there are none."""
    return tuple(load_pem_x509_certificates(pem))


def claimed(answer: bytes) -> str:
    """The time that the stamp says, unproved. Raises BadStampError."""
    try:
        return _told(decode_timestamp_response(_in_order(answer)))
    except ValueError as error:
        raise BadStampError(str(error)) from error


def believed(answer: bytes, note: bytes, roots: Sequence[Certificate]) -> tuple[str, str]:
    """The time and the signer's name, proved: by a signer under these roots whose certificate was valid then,
    is meant for stamping and is the one that he named; over these bytes. Raises BadStampError and
    UnknownKindError."""
    try:
        by = signer(answer)
        if not by.known:
            raise UnknownKindError
        found = decode_timestamp_response(_in_order(answer))
        own = _named(found, by)
        VerifierBuilder(roots=list(roots)).build().verify_message(found, note)
    except (VerificationError, ValueError) as error:
        if isinstance(error, UnknownKindError):
            raise
        raise BadStampError(str(error)) from error
    return _told(found), f"{own.issuer.rfc4514_string()} #{own.serial_number}"


def _named(found: TimeStampResponse, by: Signer) -> Certificate:
    """The signer's certificate, as he named it. Raises ValueError, and UnknownKindError where one of those
    that came is of a kind that is not judged here."""
    loaded = {der: load_der_x509_certificate(der) for der in found.signed_data.certificates}
    if not all(map(judged, loaded.values())):
        raise UnknownKindError
    (info,) = found.signed_data.signer_infos
    own = [d for d, c in loaded.items() if (c.issuer, c.serial_number) == (info.issuer, info.serial_number)]
    if len(own) != 1 or not by.named(own[0]):
        raise BadStampError("the signer's certificate is not the one that he named")
    return loaded[own[0]]


def _told(found: TimeStampResponse) -> str:
    at: datetime = found.tst_info.gen_time
    return (at if at.tzinfo else at.replace(tzinfo=UTC)).isoformat()


def _in_order(answer: bytes) -> bytes:
    """The certificates sorted as DER has it. OpenSSL writes them as the chain goes, and our reader takes DER
    only; they stand outside of what is signed."""
    at = whole(answer)
    try:
        for step in (0, 1, 1, 0):  # response, token, what it wraps, signed data
            at = parts(answer, at)[step]
        held = next(part for part in parts(answer, at) if part.tag == _CERTIFICATES)
        inside = parts(answer, held)
    except (IndexError, StopIteration):
        return answer
    told = b"".join(sorted(answer[one.head : one.stop] for one in inside))
    return answer[: held.start] + told + answer[held.stop :]
